/** Looks up where the names of a reader's file may be, off the page's thread. The gazetteer is fetched with the first question. */
import { region } from '$geodata/dataset.json';
import { answerQuestions } from '../base/worker';
import gazetteerAddress from './data/gazetteer.bin?url';
import { fetchKept } from './fetchKept';
import type { Gazetteer } from './gazetteer/gazetteer';
import { withOwnPlaces, type OwnPlace } from './gazetteer/own';
import { readGazetteer } from './gazetteer/read';
import { placesByName, type NamedPlace } from './placesByName';

export interface NamesRequest {
	names: readonly string[];
	/** Places of the data set, and how far they reach, in km. */
	own: readonly (OwnPlace & { radius_km: number | null })[];
}

let read: Promise<Gazetteer> | null = null;

/** About how many bytes the gazetteer has: how far the fetching is need not be exact. */
const expected = 6_100_000;

answerQuestions<NamesRequest, (NamedPlace | null)[], number>(async ({ names, own }, report) => {
	// What failed is asked for again with the next question.
	read ??= fetchKept([gazetteerAddress], expected, report)
		.then(([bytes]) => readGazetteer(bytes!))
		.catch((error: unknown) => {
			read = null;
			throw error;
		});
	const reach = new Map(own.map(({ id, radius_km }) => [id, radius_km]));
	return placesByName(names, withOwnPlaces(await read, own), region.countries, reach);
});
