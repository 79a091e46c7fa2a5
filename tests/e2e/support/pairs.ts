/**
 * Which pages are looked at in which language, colours and size. All of them would be 168; two faults seldom need more
 * than two circumstances to show, so that each pair of values comes at least once, in 42.
 */
import { languages, pages, sizes } from './pages';

export const schemes = ['light', 'dark'] as const;

export interface Case {
	path: string;
	language: (typeof languages)[number];
	scheme: (typeof schemes)[number];
	size: (typeof sizes)[number];
}

/** Each page in each size; the language changes with both, the colours with every second page and after the first size. */
export const cases: Case[] = pages.flatMap((path, page) =>
	sizes.map((size, at) => ({
		path,
		size,
		language: languages[(page + at) % 2]!,
		scheme: schemes[(Math.floor(page / 2) + Math.min(at, 1)) % 2]!
	}))
);
