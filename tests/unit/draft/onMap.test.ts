import { expect, it } from 'vitest';
import type { DraftArticle, PlaceCandidate } from '../../../src/lib/draft/article';
import { apply, type Command } from '../../../src/lib/draft/commands';
import { accepting } from '../../../src/lib/draft/places';
import { placesOnMap } from '../../../src/lib/draft/onMap';
import { searchPlaces } from '../../../src/lib/draft/search';
import type { PlaceRecord } from '../../../src/lib/geodata/schema';
import { article, seed, text } from './desk';
import { smallGazetteer } from './gazetteers';

const candidate = (name: string, where_prec: 2 | 3 | 6, id: string | null = null): PlaceCandidate => ({
	id,
	name,
	country: 'SY',
	kind: 'city',
	position: { longitude: 36.75, latitude: 35.13 },
	precision: { where_prec, radius_km: null },
	reasons: []
});
const at = (words: string, from = 0) => {
	const start = text.indexOf(words, from);
	return { start, end: start + words.length };
};
const value = (first: PlaceCandidate) =>
	({ sort: 'place', place: null, sense: 'literal', candidates: [first] }) as const;
const own = {
	id: 'homs',
	geometry: {
		type: 'LineString',
		coordinates: [
			[36, 34],
			[37, 34]
		]
	},
	properties: { drawn: 'line', precision: { where_prec: 5, radius_km: null, reason: '' } }
} as unknown as PlaceRecord;
const known = new Map([['homs', own]]);

const place = (words: string, first: PlaceCandidate, from?: number) => ({
	...at(words, from),
	value: { ...value(first), candidates: [first] }
});
const drafted = apply(article, {
	do: 'suggest',
	marks: [
		place('Hama', candidate('Hama', 2)),
		place('Hama', candidate('Hama', 2), 20),
		place('Tartus', candidate('Tartus', 3)),
		place('Homs', candidate('Homs', 2, 'homs')),
		place('Nobody', candidate('Syria', 6))
	],
	reports: [seed(0, 30, { place: 0 }), seed(31, 85, { place: 1 })]
});
const after = (...commands: Command[]): DraftArticle => commands.reduce(apply, drafted);
const seen = (of: DraftArticle) =>
	placesOnMap(of, known).map(({ drawn, isAccepted, marks }) => [drawn, isAccepted, marks.length]);

it('shows each place once as its words allow, and what is known of one of ours', () => {
	expect(seen(drafted)).toEqual([
		['point', false, 2],
		['ring', false, 1],
		['line', false, 1]
	]);
	const [, ring] = placesOnMap(drafted, known);
	expect(ring).toMatchObject({ candidate: { name: 'Tartus' }, radius_km: 15, place: null });
});

it('fills what is accepted and leaves out what is rejected', () => {
	const [hama, , tartus] = drafted.marks;
	const accepted = after(accepting(drafted, drafted.reports[0]!.id, new Set())!);
	// Another mention is still to be looked at: it is a suggestion by itself, and so another mark.
	expect(seen(accepted)[0]).toEqual(['point', true, 1]);
	expect(seen(after({ do: 'decide', id: tartus!.id, decision: 'rejected' }))).toEqual([
		['point', false, 2],
		['line', false, 1]
	]);
	const [first] = drafted.reports;
	expect(first!.place).toBe(hama!.id);
	expect(seen(after({ do: 'decide', id: first!.id, decision: 'rejected' }))[0]).toEqual(['point', false, 1]);
});

it('shows no government that goes by its capital, until somebody says that it is the place', () => {
	const [hama, , tartus] = drafted.marks;
	if (tartus?.value.sort !== 'place') throw new Error();
	const metonym = { ...tartus.value, sense: 'metonym' as const };
	const article = after({ do: 'mean', id: tartus.id, value: metonym });
	expect(seen(article)).toEqual([
		['point', false, 2],
		['line', false, 1]
	]);
	const chosen = apply(article, { do: 'mean', id: tartus.id, value: { ...metonym, place: 'homs' } });
	expect(seen(chosen)).toContainEqual(['line', true, 2]);
	expect(hama).toBeDefined();
});

it('finds places by name: those at home first, then the largest', () => {
	const names = (name: string, home: string[] = ['IQ']) =>
		searchPlaces(name, smallGazetteer, home).map(({ country, kind }) => `${country} ${kind}`);
	expect(names('Hamidiyah')).toEqual(['IQ city', 'IR city', 'SY city']);
	expect(names('hama')).toEqual(['SY governorate', 'SY city']);
	expect(names('TX')).toEqual(['US governorate']);
	expect(searchPlaces('Hama', smallGazetteer, [])[1]!.precision.where_prec).toBe(2);
	expect([names('  '), names('nowhere at all')]).toEqual([[], []]);
});
