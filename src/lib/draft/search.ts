/** Places by their name, as an author types it: of the data set first, then of the home countries, then the largest. */
import type { PlaceCandidate } from './article';
import type { Gazetteer } from './gazetteer/gazetteer';
import { gazetteerKey, otherArticle } from './gazetteer/key';
import { candidateOf } from './placeValue';

/** Nobody looks through more than these. */
const most = 8;
const nothingSaid = { kind: null, precision: null, radius_km: null };

/**
 * @param gazetteer with the places of the data set in it
 * @param home countries of the data set, ISO 3166-1 alpha-2
 */
export function searchPlaces(name: string, gazetteer: Gazetteer, home: readonly string[]): PlaceCandidate[] {
	const key = gazetteerKey(name);
	if (key === '') return [];
	const keys = /^\p{Script=Arabic}/u.test(key) ? [key, otherArticle(key)] : [key];
	const code = gazetteer.abbreviation(name.trim());
	const rows = new Set([
		...keys.flatMap((each) => gazetteer.candidates(each) ?? []).map(({ place }) => place),
		...(code === undefined ? [] : [code])
	]);
	const rank = ({ ownId, country }: ReturnType<Gazetteer['place']>) =>
		ownId !== undefined ? 0 : home.includes(country) ? 1 : 2;
	return [...rows]
		.map((row) => gazetteer.place(row))
		.sort((a, b) => rank(a) - rank(b) || b.population - a.population)
		.slice(0, most)
		.map((place) => candidateOf(place, nothingSaid, []));
}
