/**
 * Which pages are looked at in which language, colours and size, and with a drawn map or without WebGL. All of them would
 * be 300; a fault seldom needs more than two circumstances to show, so that each pair of values comes at least once, in 48.
 */
import { languages, mapped, pages, sizes } from './pages';

export const schemes = ['light', 'dark'] as const;

export interface Case {
	path: string;
	language: (typeof languages)[number];
	scheme: (typeof schemes)[number];
	size: (typeof sizes)[number];
	/** Whether there is WebGL, where the page has a map. */
	drawn: boolean;
}

/** Six in which each pair of a language, colours and a size comes once or twice. */
export const circumstances: Pick<Case, 'language' | 'scheme' | 'size'>[] = sizes.flatMap((size, at) =>
	schemes.map((scheme, other) => ({ size, scheme, language: languages[(at + other) % 2]! }))
);

/** Each page in each size; the language changes with both, the colours with every second page and after the first size; the map is drawn in one size. */
export const cases: Case[] = pages.flatMap((path, page) =>
	sizes.map((size, at) => ({
		path,
		size,
		language: languages[(page + at) % 2]!,
		scheme: schemes[(Math.floor(page / 2) + Math.min(at, 1)) % 2]!,
		drawn: mapped.includes(path) && page % 3 === at
	}))
);
