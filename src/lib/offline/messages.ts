/** What the pages and the service worker tell each other. */

/**
 * - `keep`, to the active worker: keep the site unless it is kept
 * - `mend`, to the active worker, by `static/early.js` with a port for the answer: check the copy and put it right
 * - `take over`, to a waiting one: become active
 */
export type ToWorker = 'keep' | 'mend' | 'take over';

/** From the worker to all pages: how far a version is kept. `full`: the storage has no room for it. */
export type ToPages = { version: string } & (
	| { offline: 'keeping'; done: number; of: number }
	| { offline: 'kept' | 'failed' | 'full' }
);
