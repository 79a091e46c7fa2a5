import { describe, expect, it } from 'vitest';
import type { PlaceCandidate } from '../../../src/lib/draft/article';
import { apply } from '../../../src/lib/draft/commands';
import { canUndo, historyOf, perform, undo } from '../../../src/lib/draft/history';
import { accepting, freeId, placeFrom } from '../../../src/lib/draft/places';
import { article, seed, text } from './desk';

const hama: PlaceCandidate = {
	id: null,
	name: 'Ḥamāh',
	country: 'SY',
	kind: 'city',
	position: { longitude: 36.75, latitude: 35.13 },
	precision: { where_prec: 4, radius_km: null },
	reasons: []
};

describe('a place of the gazetteer', () => {
	it.each([
		[1, 'point'],
		[2, 'point'],
		[3, 'ring'],
		[4, 'ring'],
		[5, 'ring'],
		[6, 'none']
	] as const)('with where_prec %i is drawn as %s', (where_prec, drawn) => {
		const place = placeFrom({ ...hama, precision: { where_prec, radius_km: null } }, 'Hama', new Set());
		expect(place.drawn).toBe(drawn);
		expect(place.geometry === null).toBe(drawn === 'none');
		expect(drawn === 'ring' && place.precision.radius_km === null).toBe(false);
	});

	it('has the radius that the text gives, and an id of its own', () => {
		const place = placeFrom(
			{ ...hama, precision: { where_prec: 3, radius_km: 30 } },
			'Hama',
			new Set(['hamah'])
		);
		expect(place).toMatchObject({ id: 'hamah-2', aliases: ['Hama'], precision: { radius_km: 30 } });
		expect(freeId('حماة', new Set())).toBe('place');
	});
});

it('accepting a report takes the first place that was suggested, once for the same words, and is undone as one', () => {
	const [first, second] = [15, text.indexOf('Hama', 20)];
	const value = { sort: 'place', place: null, sense: 'literal', candidates: [hama] } as const;
	const start = historyOf(
		apply(article, {
			do: 'suggest',
			marks: [first, second].map((at) => ({
				start: at,
				end: at + 4,
				value: { ...value, candidates: [hama] }
			})),
			reports: [seed(0, 30, { place: 0 }), seed(31, 85, { place: 1 })]
		})
	);
	let history = start;
	for (const { id } of start.article.reports)
		history = perform(history, accepting(history.article, id, new Set())!);
	const { marks, reports, places } = history.article;
	expect(places.map(({ id }) => id)).toEqual(['hamah']);
	expect([...marks, ...reports].map(({ decision }) => decision)).toEqual(Array(4).fill('accepted'));
	expect(undo(undo(history)).article).toEqual(start.article);
	expect(canUndo(undo(undo(history)))).toBe(false);
});
