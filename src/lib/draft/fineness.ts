/**
 * How finely some words say where something is, and whether a place is drawn finer than that. “Near”, “west of”,
 * “outside” and “between” give a ring, an area or a line, and never a point. Pure.
 */
import type { Geometry, Position } from '../geodata/schema';
import { positionsIn } from '../geodata/validate/places';
import type { DraftArticle, DraftPlace, Mark, Precision } from './article';
import { usualRadius_km } from './places';
import { placeMentions } from './recognise/nominal';
import { kilometresBetween } from './resolve/score';
import type { Tool } from './sketch';

/** Letters before and after a mark that are looked at. */
const around = { before: 130, after: 90 };

/**
 * What the words of a mark allow: what its suggestions say, else what stands around the name; null where they only name
 * it. A place of the data set is drawn as its record has it, and so tells nothing of the words.
 */
export function wordsAllow(
	{ text }: Pick<DraftArticle, 'text'>,
	{ start, end, value }: Mark
): Precision | null {
	if (value.sort !== 'place') return null;
	const [finest] = value.candidates
		.filter(({ id }) => id === null)
		.map(({ precision }) => precision)
		.toSorted((a, b) => a.where_prec - b.where_prec);
	if (finest) return finest;
	const from = Math.max(0, start - around.before);
	const words = text.slice(from, end + around.after);
	const name = { start: end - from - nameIn(text.slice(start, end)).length, end: end - from };
	const mention = placeMentions(words, [name]).find(({ toponyms }) => toponyms.length > 0);
	return mention?.precision ? { where_prec: mention.precision, radius_km: mention.radius_km } : null;
}

/** Of “positions west of Hama” the name begins with its first capital; Arabic has none. */
export function nameIn(words: string): string {
	const capital = words.search(/(?<![\p{L}’'])\p{Lu}/u);
	return words.slice(Math.max(0, capital));
}

/** As fine as a place can be told by its name and its words together. */
export function coarser(place: Precision, words: Precision | null): Precision {
	if (!words || words.where_prec <= place.where_prec) return place;
	return words;
}

/** What an author most likely draws for some words. */
export function toolFor(words: Precision | null): Tool {
	return words === null || words.where_prec <= 2 ? 'point' : 'ring';
}

/** How finely what was drawn says where something is: what the words say, else what its size tells. */
export function precisionFor(
	tool: Tool,
	size_km: number | null,
	words: Precision | null
): DraftPlace['precision']['where_prec'] {
	if (tool === 'point') return words?.where_prec ?? 2;
	if (words && words.where_prec > 2 && words.where_prec !== 6) return words.where_prec;
	if (tool === 'line') return 5;
	const size = size_km ?? usualRadius_km[3];
	return size <= 25 ? 3 : size <= 70 ? 4 : 5;
}

/** Half of the longest way across a geometry, in km; 0 for a point. */
export function extent_km(geometry: Geometry): number {
	const positions = positionsIn(geometry).map(([, position]) => position);
	const all = (axis: 0 | 1) => positions.map((position) => position[axis]);
	const corner = (pick: (...values: number[]) => number): Position => [pick(...all(0)), pick(...all(1))];
	const [[west, south], [east, north]] = [corner(Math.min), corner(Math.max)];
	const across = kilometresBetween(
		{ longitude: west, latitude: south },
		{ longitude: east, latitude: north }
	);
	return Math.round(across * 5) / 10;
}

/** In what a place is finer than its words: drawn as a point, called more precise, or smaller than half of what they say. */
export type Finer = 'point' | 'precision' | 'size';

export function finerThanWords(
	{ drawn, geometry, precision }: Pick<DraftPlace, 'drawn' | 'geometry' | 'precision'>,
	words: Precision | null
): Finer | null {
	if (!words || drawn === 'none' || !geometry) return null;
	if (drawn === 'point' && words.where_prec > 2) return 'point';
	// 7 is the sea and the air: neither finer nor coarser.
	if (precision.where_prec !== 7 && words.where_prec !== 7 && precision.where_prec < words.where_prec)
		return 'precision';
	const size = drawn === 'ring' ? precision.radius_km : drawn === 'region' ? extent_km(geometry) : null;
	const said = words.radius_km ?? (words.where_prec > 2 ? usualRadius_km[words.where_prec] : null);
	return size !== null && said !== null && size < said / 2 ? 'size' : null;
}
