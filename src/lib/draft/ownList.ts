/** An author's own list of places, as lines of text: `Name; latitude, longitude`. Pure. */
import type { Position } from '../geodata/schema';
import type { DraftPlace } from './article';
import { nameFrom } from './names';
import { freeId } from './places';

/**
 * Places of a list, and the lines that are none. Lines without words are left out.
 * @param languages tags of those of the data set, that of the records first
 */
export function ownList(
	lines: string,
	readPosition: (words: string) => Position | null,
	taken: ReadonlySet<string>,
	languages: readonly string[]
): { places: DraftPlace[]; wrong: string[] } {
	const places: DraftPlace[] = [];
	const wrong: string[] = [];
	const ids = new Set(taken);
	for (const line of lines.split(/\r?\n/)) {
		if (line.trim() === '') continue;
		const [name = '', ...rest] = line.split(/[;؛\t]/).map((part) => part.trim());
		const position = readPosition(rest.join(' '));
		if (name === '' || position === null) {
			wrong.push(line.trim());
			continue;
		}
		const id = freeId(name, ids);
		ids.add(id);
		places.push({
			id,
			name: nameFrom(name, languages),
			aliases: [],
			kind: 'positions',
			drawn: 'point',
			geometry: { type: 'Point', coordinates: position },
			precision: { where_prec: 1, radius_km: null, reason: '' },
			country: '',
			identifiers: {},
			reference: ''
		});
	}
	return { places, wrong };
}
