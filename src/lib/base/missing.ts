/** What the page says of files that did not come. `static/early.js` listens, since it is there before all others. */

export type MissingKind = 'scripts' | 'styles' | 'fonts' | 'picture';

/** Has the page say that a file of a kind is missing or broken, beside what early.js notices by itself. */
export function tellMissing(kind: MissingKind): void {
	dispatchEvent(new CustomEvent('missing', { detail: kind }));
}
