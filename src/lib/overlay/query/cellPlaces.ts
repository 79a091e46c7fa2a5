import type { CodedColumn } from '../table';

/** Where in a cell of a thinned tile the mark of each actor stands, so that none covers another. */
export interface CellPlaces {
	/** Number of a place, by the code of the actor. */
	byActor: Uint8Array;
	/** x and y of each place one after another, as shares of the cell. */
	shares: Float64Array;
	/** Radius of a circle about each place that meets no other, as a share of the cell. */
	room: number;
}

/** More places would be too small to see: beyond this number actors share them. */
const mostPlaces = 16;

/** Gives each actor with rows a place, in lines of about equal length: seven stand as two, three and two. */
export function cellPlacesOf(actors: CodedColumn['codes'], actorCount: number): CellPlaces {
	const isThere = new Uint8Array(actorCount);
	for (let index = 0; index < actors.length; index++) isThere[actors[index]!] = 1;
	const byActor = new Uint8Array(actorCount);
	let there = 0;
	for (let actor = 0; actor < actorCount; actor++) if (isThere[actor]) byActor[actor] = there++ % mostPlaces;
	const count = Math.max(1, Math.min(there, mostPlaces));
	const lines = Math.round(Math.sqrt(count));
	const shares = new Float64Array(2 * count);
	let most = lines;
	for (let line = 0, place = 0; line < lines; line++) {
		const start = place;
		const end = Math.round(((line + 1) * count) / lines);
		most = Math.max(most, end - start);
		for (; place < end; place++) {
			shares[2 * place] = (place - start + 0.5) / (end - start);
			shares[2 * place + 1] = (line + 0.5) / lines;
		}
	}
	return { byActor, shares, room: 0.5 / most };
}
