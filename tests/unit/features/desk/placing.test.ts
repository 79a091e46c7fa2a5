/** A place that is being set: what hands, names and numbers make of it, as a command that can be undone. */
import { describe, expect, it } from 'vitest';
import type { DraftArticle, PlaceCandidate } from '../../../../src/lib/draft/article';
import { apply } from '../../../../src/lib/draft/commands';
import { historyOf, perform, undo } from '../../../../src/lib/draft/history';
import { obstaclesOf, placeToDos } from '../../../../src/lib/draft/toDo';
import { Placing } from '../../../../src/lib/features/desk/placing.svelte';
import { article as plain, text } from '../../draft/desk';

const words = 'Hama and Tartus';
const start = text.indexOf(words);
const near: PlaceCandidate = {
	id: null,
	name: 'Ḥamāh',
	country: 'SY',
	kind: 'city',
	position: { longitude: 36.75, latitude: 35.13 },
	precision: { where_prec: 5, radius_km: 25 },
	reasons: []
};
const withMark = (candidates: PlaceCandidate[] = []): DraftArticle =>
	apply(plain, {
		do: 'mark',
		start,
		end: start + words.length,
		value: { sort: 'place', place: null, sense: 'literal', candidates }
	});
const placingIn = (article: DraftArticle) => new Placing(article, article.marks[0]!, ['en', 'ar']);
const set = (longitude: number, latitude: number) => ({ act: 'set', at: { longitude, latitude } }) as const;
const saved = (placing: Placing, article: DraftArticle) =>
	apply(article, placing.command(article, [])!).places[0]!;

describe('drawing', () => {
	it('a ring takes two corners, and what is saved can be undone as one', () => {
		const article = withMark();
		const placing = placingIn(article);
		placing.draw('ring');
		expect(placing.stroke(set(36, 35))).toBe(false);
		expect(placing.command(article, [])).toBeNull();
		expect(placing.stroke({ act: 'aim', at: { longitude: 36, latitude: 35.05 } })).toBe(false);
		expect(placing.stroke(set(36, 35.09))).toBe(true);
		expect(placing.sketch).toBeNull();
		placing.reason = 'Said so.';
		const place = saved(placing, article);
		expect(place).toMatchObject({
			name: { en: words, ar: '' },
			drawn: 'ring',
			geometry: { type: 'Point', coordinates: [36, 35] },
			precision: { where_prec: 3, radius_km: 10, reason: 'Said so.' }
		});
		expect(placeToDos(place, 'en').filter(({ isWrong }) => isWrong)).toEqual([]);
		const history = perform(historyOf(article), placing.command(article, [])!);
		expect(history.article.marks[0]!.value).toMatchObject({ place: place.id });
		expect(undo(history).article).toEqual(article);
	});

	it('a line and an area go on until a corner is set twice, and can be taken back', () => {
		const article = withMark();
		const placing = placingIn(article);
		placing.draw('region');
		for (const [x, y] of [
			[36, 35],
			[37, 35],
			[39, 39]
		] as const)
			placing.stroke(set(x, y));
		placing.stroke({ act: 'back' });
		placing.stroke(set(37, 36));
		expect(placing.canFinish).toBe(true);
		expect(placing.stroke(set(37, 36))).toBe(true);
		expect(saved(placing, article)).toMatchObject({ drawn: 'region', geometry: { type: 'Polygon' } });
		placing.draw('line');
		expect(placing.finish()).toBe(false);
		expect([set(36, 35), set(37, 35), set(37, 35)].map((stroke) => placing.stroke(stroke))).toEqual([
			false,
			false,
			true
		]);
		expect(saved(placing, article)).toMatchObject({ drawn: 'line', precision: { where_prec: 5 } });
	});

	it('a point stays a ring where the words tell of somewhere near, and a finer one is warned of', () => {
		const article = withMark([near]);
		const placing = placingIn(article);
		expect(placing.allowed).toMatchObject({ where_prec: 5 });
		placing.draw();
		expect(placing.sketch!.tool).toBe('ring');
		placing.draw('point');
		expect(placing.stroke(set(36.7, 35.1))).toBe(true);
		expect([placing.drawn, placing.radius, placing.finer]).toEqual(['ring', 25, null]);
		placing.where_prec = 1;
		expect([placing.drawn, placing.finer]).toEqual(['point', 'point']);
		placing.where_prec = 3;
		expect(placing.finer).toBe('precision');
	});
});

describe('typing', () => {
	it.each([
		['35.13, 36.75', [36.75, 35.13]],
		['35°07′48″N 36°45′00″E', [36.75, 35.13]],
		['36S YD 76 22', null]
	])('reads %s', (written, position) => {
		const article = withMark();
		const placing = placingIn(article);
		placing.position = written;
		placing.where_prec = 2;
		const { geometry } = saved(placing, article);
		if (geometry?.type !== 'Point') throw new Error('no point');
		if (position) expect(geometry.coordinates.map((degrees) => Number(degrees.toFixed(4)))).toEqual(position);
		else expect(placing.isPositionWrong).toBe(false);
	});

	it('takes nothing that is no position, and needs none where nothing is drawn', () => {
		const article = withMark();
		const placing = placingIn(article);
		placing.position = 'somewhere';
		expect([placing.isPositionWrong, placing.canSave]).toEqual([true, false]);
		placing.position = '';
		expect(placing.canSave).toBe(false);
		placing.where_prec = 6;
		expect(placing.canSave).toBe(true);
		expect(saved(placing, article)).toMatchObject({ drawn: 'none', geometry: null });
	});

	it('takes a place of the gazetteer no finer than the words', () => {
		const article = withMark([near]);
		const placing = placingIn(article);
		placing.choose({ ...near, name: 'Hama', precision: { where_prec: 2, radius_km: null } });
		expect([placing.name.en, placing.where_prec, placing.radius, placing.drawn]).toEqual([
			'Hama',
			5,
			25,
			'ring'
		]);
		expect(saved(placing, article)).toMatchObject({ country: 'SY', aliases: [words] });
	});

	it('opens a place of the draft as it is, and saves it under its id', () => {
		const article = withMark();
		const first = placingIn(article);
		first.draw('line');
		for (const stroke of [set(36, 35), set(37, 35), set(37, 35)]) first.stroke(stroke);
		first.reference = 'A map';
		const after = apply(article, first.command(article, [])!);
		const again = new Placing(after, after.marks[0]!, ['en', 'ar']);
		expect([again.drawn, again.reference, again.name.en]).toEqual(['line', 'A map', words]);
		again.name.ar = 'حماة';
		const changed = apply(after, again.command(after, [])!);
		expect(changed.places).toEqual([{ ...after.places[0], name: { en: words, ar: 'حماة' } }]);
		expect(obstaclesOf(changed).map(({ id }) => id)).not.toContain('m1');
	});
});
