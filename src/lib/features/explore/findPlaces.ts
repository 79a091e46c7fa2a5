/**
 * Places that no report is about and that a reader may want to see: a position as people write it, and towns of the
 * map's background. Its code and the names are fetched with the first words that are typed.
 */
import { asset } from '$app/paths';
import { zoomFor } from '$lib/base/openIn';
import { searchText, queryWords } from '$lib/base/foldWords';
import type { Name } from '$lib/geodata/schema';
import type { Spot } from '$lib/view/view';
import { isOnEarth, parseMgrs, parsePair, type Position } from '../../overlay/read/coordinates';

/** A town by its names in each language, with where it is and how large it is: 1 to 7, the largest first. */
export interface NamedTown {
	name: Name;
	at: [longitude: number, latitude: number];
	rank: number;
}

export interface FoundPlace {
	key: string;
	kind: 'position' | 'town';
	/** By language; of a position what it is in decimal degrees, under no language. */
	name: Name;
	at: Spot;
	zoom: number;
}

const most = 5;
/** A town is looked at from so near, by its rank. */
const zooms = [10.5, 11, 11.5, 12, 12.5];

/** What is found, the best first; of towns those that have all the words. */
export async function findPlaces(words: string): Promise<FoundPlace[]> {
	const position = readPosition(words);
	if (position) return [position];
	return findTowns(words, await townNames());
}

/** A position in decimal degrees, degrees, minutes and seconds, or MGRS; null where the words are none. */
export function readPosition(words: string): FoundPlace | null {
	const text = words.trim();
	const [first, second] = parseMgrs(text) ?? parsePair(text) ?? [NaN, NaN];
	const found = (
		[
			[first, second],
			[second, first]
		] as Position[]
	).find(([longitude, latitude]) => isOnEarth(longitude, latitude));
	if (!found) return null;
	const [longitude, latitude] = found;
	const at = { longitude, latitude };
	const written = (degrees: number) => String(Number(degrees.toFixed(5)));
	return {
		key: 'position',
		kind: 'position',
		name: { '': `${written(latitude)}, ${written(longitude)}` },
		at,
		zoom: Math.min(13, zoomFor({ latitude, radius_km: fineness_km(text) }) - 1)
	};
}

/** How fine a position is written, in km: 36.2 means about ten, 36.2765 some metres, and so does MGRS by its digits. */
function fineness_km(text: string): number {
	const mgrs = /^\d{1,2}\s*[a-z]\s*[a-z]{2}\s*([\d\s]*)$/i.exec(text);
	if (mgrs) return 100 / 10 ** (mgrs[1]!.replace(/\s/g, '').length / 2);
	const decimals = Math.max(
		0,
		...[...text.matchAll(/(?<=\p{Nd})[.,٫](\p{Nd}+)/gu)].map(([, digits]) => digits!.length)
	);
	const isSexagesimal = /[°º'′’"″]/.test(text);
	return isSexagesimal ? 0.5 : 111 / 10 ** Math.min(decimals, 4);
}

/** The towns that have all the words in one of their names: those that begin so first, then the larger. */
export function findTowns(words: string, towns: readonly NamedTown[]): FoundPlace[] {
	const wanted = queryWords(words.slice(0, 100), 6);
	if (wanted.length === 0 || wanted.join('').length < 2) return [];
	const query = searchText(words.slice(0, 100).trim());
	const found = towns.flatMap((town) => {
		const scores = Object.values(town.name).map((name) => scoreOf(searchText(name), query, wanted));
		const score = Math.max(...scores);
		return score > 0 ? [{ town, score }] : [];
	});
	found.sort((a, b) => b.score - a.score || a.town.rank - b.town.rank);
	return found.slice(0, most).map(({ town: { name, at, rank } }) => ({
		key: `town/${at.join()}`,
		kind: 'town',
		name,
		at: { longitude: at[0], latitude: at[1] },
		zoom: zooms[rank - 1] ?? zooms.at(-1)!
	}));
}

/** 3 for the whole name, 2 where it begins with the words, 1 where each begins one of its words, 0 for none. */
function scoreOf(name: string, query: string, wanted: readonly string[]): number {
	const bare = name.replace(/^(?:al|ال)(?=\p{L}{3})/u, '');
	if (name === query || bare === query) return 3;
	if (name.startsWith(query) || bare.startsWith(query)) return 2;
	const parts = ` ${name} ${bare}`;
	return wanted.every((word) => parts.includes(` ${word}`)) ? 1 : 0;
}

let names: Promise<readonly NamedTown[]> | null = null;

/** None where they can't be had; they are asked for again with the next words. */
function townNames(): Promise<readonly NamedTown[]> {
	names ??= fetch(asset('/map/towns.json'))
		.then((response) => (response.ok ? (response.json() as Promise<NamedTown[]>) : Promise.reject()))
		.catch(() => {
			names = null;
			return [];
		});
	return names;
}
