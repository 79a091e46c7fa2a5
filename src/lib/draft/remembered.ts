import type { Candidate, Gazetteer, GazetteerPlace } from './gazetteer/gazetteer';

const mostKeys = 100_000;

/** A gazetteer that looks nothing up twice: a text names few places, many times. To be used for one text. */
export function remembered(gazetteer: Gazetteer): Gazetteer {
	const places = new Map<number, GazetteerPlace>();
	const candidates = new Map<string, readonly Candidate[] | undefined>();
	return {
		...gazetteer,
		place(row) {
			let place = places.get(row);
			if (!place) places.set(row, (place = gazetteer.place(row)));
			return place;
		},
		candidates(key) {
			if (candidates.has(key)) return candidates.get(key);
			const found = gazetteer.candidates(key);
			// In a very long text most keys come once.
			if (candidates.size >= mostKeys) candidates.clear();
			candidates.set(key, found);
			return found;
		}
	};
}
