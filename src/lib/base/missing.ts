/** Reports files that could not be loaded. `static/early.js`, which is there before all other scripts, listens. */

export type FileKind = 'scripts' | 'styles' | 'fonts' | 'picture';

/** Has the page say that a file of a kind is missing or broken; early.js notices most of them by itself. */
export function reportMissing(kind: FileKind): void {
	dispatchEvent(new CustomEvent('missing', { detail: kind }));
}
