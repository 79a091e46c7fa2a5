import { describe, expect, it } from 'vitest';
import { apply, type Command } from '../../../src/lib/draft/commands';
import {
	actorsIn,
	learned,
	noMemory,
	ownPlacesIn,
	recalled,
	without,
	withoutName
} from '../../../src/lib/draft/memory';
import { ownList } from '../../../src/lib/draft/ownList';
import { accepting } from '../../../src/lib/draft/places';
import type { PlaceRecord } from '../../../src/lib/geodata/schema';
import { article, place, seed, text } from './desk';
import { hill, known } from './records';

const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const records = new Map<string, PlaceRecord>(known.places.map((record) => [record.id, record]));
const [own] = known.places as [PlaceRecord];
const actor = { id: 'mu', name: { en: 'Mu', ar: '' }, aliases: [] };
const review: Command[] = [
	{ do: 'place', place: hill },
	{ do: 'actor', actor },
	{ do: 'mark', ...at('Hama'), value: place(hill.id) },
	{ do: 'mark', ...at('Homs'), value: place(own.id) },
	{ do: 'mark', ...at('Tartus'), value: place(own.id) },
	{
		do: 'report',
		report: { ...seed(0, at('Friday.').end), place: null, actors: [{ actor: 'mu', role: 'met' }] }
	}
];
const reviewed = review.reduce(apply, article);
const tartus = reviewed.marks.find(({ start }) => start === at('Tartus').start)!.id;
const memory = learned(noMemory, apply(reviewed, { do: 'decide', id: tartus, decision: 'rejected' }));
const candidate = {
	id: null,
	name: 'Hama',
	country: 'SY',
	kind: 'city' as const,
	position: { longitude: 36.75, latitude: 35.13 },
	precision: { where_prec: 2 as const, radius_km: null },
	reasons: []
};
const found = {
	marks: [
		{ ...at('Hama'), value: { ...place(null), candidates: [candidate] } as ReturnType<typeof place> },
		{ ...at('Homs'), value: place(null) },
		{ ...at('Tartus'), value: place(null) }
	],
	reports: [seed(0, at('Friday.').end, { place: 0, actors: [{ actor: 'mu', role: 'met' }] })]
};

describe('what is remembered', () => {
	it('is what was accepted, of words and of the author’s own places and actors', () => {
		expect(memory).toEqual({
			names: [
				{ words: 'Hama', place: hill.id },
				{ words: 'Homs', place: own.id }
			],
			places: [hill],
			actors: [actor],
			home: null,
			recorder: ''
		});
		expect(learned(memory, reviewed).names.map(({ words }) => words)).toEqual(['Hama', 'Tartus', 'Homs']);
	});

	it('comes first in the next article, says so, and is accepted by nobody', () => {
		const { marks, reports, actors } = recalled(found, text, memory, records);
		const next = apply(article, { do: 'suggest', marks, reports, actors });
		const [hama, , homs] = next.marks;
		expect(next.marks.map(({ decision }) => decision)).toEqual(['open', 'open', 'open']);
		expect(hama!.value).toMatchObject({
			place: null,
			candidates: [{ id: hill.id, reasons: [{ code: 'remembered' }] }, candidate]
		});
		expect(homs!.value).toMatchObject({ candidates: [{ id: own.id, reasons: [{ code: 'remembered' }] }] });
		expect(next.actors).toEqual([actor]);
		// Accepted, the author's own place is one of the draft, whole.
		const accepted = apply(next, accepting(next, next.reports[0]!.id, new Set(records.keys()))!);
		expect(accepted.places).toEqual([hill]);
		expect(accepted.marks[0]).toMatchObject({ decision: 'accepted', value: { place: hill.id } });
	});

	it('is offered for the recogniser by all names, and forgotten one by one', () => {
		expect(ownPlacesIn(memory)).toMatchObject([{ id: hill.id, names: ['Zeta Hill', 'the hill'] }]);
		expect(actorsIn(memory, new Set())).toEqual([{ id: 'mu', name: { en: 'Mu', ar: '' }, aliases: [] }]);
		expect(actorsIn(memory, new Set(['mu']))).toEqual([]);
		expect(withoutName(memory, 'Homs').names).toHaveLength(1);
		expect(without(memory, hill.id)).toMatchObject({ names: [{ words: 'Homs' }], places: [] });
	});
});

it('an own list is read line by line, and says which lines are none', () => {
	const position = (words: string): [number, number] | null => (words === '35, 38.5' ? [38.5, 35] : null);
	const { places, wrong } = ownList(
		'Zeta Hill; 35, 38.5\n\nتل زيتا؛ 35, 38.5\nnowhere\n',
		position,
		new Set(['zeta-hill']),
		['en', 'ar']
	);
	expect(wrong).toEqual(['nowhere']);
	expect(places.map(({ id, name }) => [id, name])).toEqual([
		['zeta-hill-2', { en: 'Zeta Hill' }],
		['place', { ar: 'تل زيتا' }]
	]);
});
