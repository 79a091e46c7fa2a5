/** What is known of places by name. Pure data: `read.ts` reads it from the packed file. */

/** `seat` is the seat of a first-level division; `feature` neither settled nor ruled: a mountain, a dam. */
export type PlaceKind =
	| 'country'
	| 'region'
	| 'division'
	| 'district'
	| 'capital'
	| 'seat'
	| 'town'
	| 'airport'
	| 'military'
	| 'feature'
	| 'own';

export interface GazetteerPlace {
	name: string;
	/** Degrees, WGS 84. For what is larger than a town: a place about its middle. */
	latitude: number;
	longitude: number;
	/** ISO 3166-1 alpha-2, or '' for what is in several. */
	country: string;
	/** GeoNames admin1 code, or ''. */
	division: string;
	kind: PlaceKind;
	/** People, within a twentieth. A fixed number for countries, regions and airports: a measure of how often they are meant. */
	population: number;
	/** For a place of the data set: its id there. */
	ownId?: string;
}

/** A place that a name may mean. */
export interface Candidate {
	/** Row of the place. */
	place: number;
	/** 0..1: 1 for a name that it goes by, less for an alias. */
	weight: number;
}

export interface Gazetteer {
	/** Words of the longest key. */
	longestKey: number;
	place(row: number): GazetteerPlace;
	/** By `gazetteerKey`. */
	candidates(key: string): readonly Candidate[] | undefined;
	/** Row of the country or region that an adjective or the name of its people is from, by `gazetteerKey`. */
	demonym(key: string): number | undefined;
	/** Row of what is written so, and not otherwise: “Calif.”, “D.C.”, “OSLK”. */
	abbreviation(word: string): number | undefined;
}
