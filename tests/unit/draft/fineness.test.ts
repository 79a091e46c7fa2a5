import { describe, expect, it } from 'vitest';
import { newArticle, type Mark, type PlaceCandidate, type Precision } from '../../../src/lib/draft/article';
import {
	coarser,
	extent_km,
	finerThanWords,
	nameIn,
	precisionFor,
	toolFor,
	wordsAllow
} from '../../../src/lib/draft/fineness';

const candidate = (where_prec: Precision['where_prec'], id: string | null = null): PlaceCandidate => ({
	id,
	name: 'Hama',
	country: 'SY',
	kind: 'city',
	position: { longitude: 36.75, latitude: 35.13 },
	precision: { where_prec, radius_km: 25 },
	reasons: []
});

function allowed(text: string, words: string, candidates: PlaceCandidate[] = []) {
	const start = text.indexOf(words);
	const value = { sort: 'place', place: null, sense: 'literal', candidates } as const;
	const mark: Mark = {
		id: 'm1',
		start,
		end: start + words.length,
		decision: 'open',
		by: 'person',
		value: { ...value, candidates }
	};
	return wordsAllow(newArticle(text), mark)?.where_prec ?? null;
}

describe('what words allow', () => {
	it.each([
		['They were seen near Hama on Friday.', 'Hama', 5],
		['They were seen west of Hama on Friday.', 'west of Hama', 4],
		['Positions just outside Hama were hit.', 'Hama', 5],
		['A depot 30 km south of Hama was hit.', 'Hama', 3],
		['They met in Hama.', 'Hama', null]
	])('of “%s” (%s) is %s', (text, words, where_prec) => {
		expect(allowed(text, words)).toBe(where_prec);
	});

	it('is what their suggestions say, but for those of the data set, whose records know more', () => {
		expect(allowed('Near Hama.', 'Hama', [candidate(4), candidate(3)])).toBe(3);
		expect(allowed('They were near Hama.', 'Hama', [candidate(1, 'hama')])).toBe(5);
	});

	it('begins a name with its capital', () => {
		expect(nameIn('positions west of Hama')).toBe('Hama');
		expect(nameIn('غرب حماة')).toBe('غرب حماة');
	});

	it('limits what is chosen, and what a hand begins with', () => {
		const near = { where_prec: 5, radius_km: 25 } as const;
		const town = { where_prec: 2, radius_km: null } as const;
		expect(coarser(town, near)).toBe(near);
		expect(coarser({ where_prec: 6, radius_km: null }, near).where_prec).toBe(6);
		expect(coarser(town, null)).toBe(town);
		expect([toolFor(near), toolFor(town), toolFor(null)]).toEqual(['ring', 'point', 'point']);
	});
});

describe('a place that is drawn', () => {
	const near = { where_prec: 5, radius_km: 25 } as const;
	const geometry = { type: 'Point', coordinates: [36.75, 35.13] as [number, number] } as const;
	const of = (drawn: 'point' | 'ring', where_prec: Precision['where_prec'], radius_km: number | null) => ({
		drawn,
		geometry: { ...geometry },
		precision: { where_prec, radius_km, reason: '' }
	});

	it('is told to be finer than its words', () => {
		expect(finerThanWords(of('point', 2, 5), near)).toBe('point');
		expect(finerThanWords(of('ring', 3, 25), near)).toBe('precision');
		expect(finerThanWords(of('ring', 5, 4), near)).toBe('size');
		expect(finerThanWords(of('ring', 5, 20), near)).toBeNull();
		expect(finerThanWords(of('point', 1, 2), null)).toBeNull();
	});

	it('is as precise as its words, or as its size tells where they only name it', () => {
		expect([precisionFor('point', null, near), precisionFor('point', null, null)]).toEqual([5, 2]);
		expect([10, 50, 120].map((size) => precisionFor('ring', size, null))).toEqual([3, 4, 5]);
		expect(precisionFor('region', 10, near)).toBe(5);
	});

	it('reaches half of its longest way', () => {
		expect(
			extent_km({
				type: 'LineString',
				coordinates: [
					[36, 35],
					[36, 36]
				]
			})
		).toBeCloseTo(55.6, 0);
		expect(extent_km({ ...geometry })).toBe(0);
	});
});
