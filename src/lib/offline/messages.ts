/** What the pages and the service worker tell each other. */

/** To the worker that serves: is the site kept? If not, keep it. To one that waits: take over. */
export type ToWorker = 'keep' | 'take over';

/** From the worker to all pages: how the keeping goes of a version. `full`: there is no room. */
export type ToPages = { version: string } & (
	{ offline: 'keeping'; done: number; of: number } | { offline: 'kept' | 'failed' | 'full' }
);
