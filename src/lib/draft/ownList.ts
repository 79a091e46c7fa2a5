/** An author's own list of places, as lines of text: `Name; latitude, longitude`. Pure. */
import type { Position } from '../geodata/schema';
import type { DraftPlace } from './article';
import { freeId } from './places';

/** Places of a list, and the lines that are none. Lines without words are left out. */
export function ownList(
	lines: string,
	readPosition: (words: string) => Position | null,
	taken: ReadonlySet<string>
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
		const isArabic = /\p{Script=Arabic}/u.test(name);
		places.push({
			id,
			name: isArabic ? { en: '', ar: name } : { en: name, ar: '' },
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
