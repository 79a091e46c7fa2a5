/**
 * The packed file, as `src/tools/gazetteer/pack.ts` writes it and `read.ts` reads it: 4 bytes 'GAZ1', 4 bytes length of the
 * head (little endian), the head as JSON, and the parts one after the other. Numbers of three bytes are kept in three
 * planes, the lowest first, which compress better apart.
 *
 * Rows are sorted by country, division and latitude; keys by their UTF-8 bytes. Keys come in blocks: the first is whole,
 * of each other only what differs from the one before.
 */
import type { PlaceKind } from './gazetteer';

export const magic = 'GAZ1';

/** Keys of a block; and rows of a block of names. */
export const keyBlock = 32;
export const nameBlock = 64;

/** Weights are kept in tenths, and this is added where the name of the place is made from this key. */
export const weightSteps = 10;
export const namedByKey = 16;
/** A population is kept as its logarithm to base 2 in eighths. */
export const populationSteps = 8;
/** Positions are kept in thousandths of a degree, about 100 m: from the south pole and from 180° west. */
export const degreeSteps = 1000;
/** More candidates than a byte can count are not kept. */
export const mostCandidates = 255;

export const kinds: readonly PlaceKind[] = [
	'country',
	'region',
	'division',
	'district',
	'capital',
	'seat',
	'town',
	'airport',
	'military',
	'feature'
];

export interface Head {
	rows: number;
	keys: number;
	postings: number;
	longestKey: number;
	/** Country, division and number of rows of each run. */
	runs: [country: string, division: string, rows: number][];
	/** Length in bytes of each part, in their order in the file. */
	parts: Record<Part, number>;
}

export const parts = [
	/** By row: form of the name, kind, population; latitude (difference to the row before, modulo 2^24), longitude. */
	'forms',
	'kinds',
	'populations',
	'latitudes',
	'longitudes',
	/** The names that have no form, each ended by a line feed, and where those of each block of rows start. */
	'names',
	'nameBlocks',
	/** Front-coded keys: bytes shared with the key before, the rest, a line feed. Where blocks start, and their postings. */
	'keys',
	'keyBlocks',
	'postingBlocks',
	/** By key: its number of postings. By posting: row, weight. */
	'counts',
	'postingRows',
	'postingWeights',
	/** Lines of word, tab, row. */
	'demonyms',
	'abbreviations'
] as const;
export type Part = (typeof parts)[number];
