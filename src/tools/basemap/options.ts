/** What a background is made for, and what is told of it. */
import type { DegreeBox } from '../../lib/base/antimeridian';

export interface BasemapOptions {
	/** The folder of the data set: the background goes into its `basemap/`. */
	directory: string;
	/** As far as the map reaches: [west, south, east, north] in degrees, west the larger across the antimeridian. */
	box: DegreeBox;
	/** What it shows first. */
	view: DegreeBox;
	/** The countries that the map is about, ISO 3166-1 alpha-2. */
	countries: readonly string[];
	/** BCP 47, that of the records first. */
	languages: readonly string[];
	/** Is told what is done, a line each. */
	say?: (line: string) => void;
	/** Where packages are kept from one time to the next. */
	cache?: string;
}

export interface BasemapReport {
	/** Bytes of each file, as it is and gzipped. */
	files: { name: string; features: number; bytes: number; gzipped: number }[];
	/** Bytes, gzipped, that the first view loads. */
	firstView: number;
	/** What was left out, or is not as one may expect: a sentence each. */
	notes: string[];
}
