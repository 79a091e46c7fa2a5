import { createExpression } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { clusterImage, countsOf, shares } from '../../../src/lib/map/cluster';

const sets = [['iran', 'russia'], ['iran'], ['united-states']];

describe('shares', () => {
	it('splits a site evenly among its actors', () => {
		expect(shares([1, 1, 0], sets, ['iran', 'russia', 'united-states'])).toEqual({
			sites: 2,
			parts: [
				{ actor: 'iran', share: 0.75 },
				{ actor: 'russia', share: 0.25 }
			]
		});
	});

	it('leaves out actors that are off, and sites that have no other', () => {
		expect(shares([2, 3, 1], sets, ['russia'])).toEqual({ sites: 2, parts: [{ actor: 'russia', share: 1 }] });
	});

	it('is empty where nothing is shown', () => {
		expect(shares([2, 3, 1], sets, [])).toEqual({ sites: 0, parts: [] });
	});

	it('adds up to one', () => {
		const { parts } = shares([5, 7, 11], sets, ['united-states', 'russia', 'iran']);
		expect(parts.map(({ actor }) => actor)).toEqual(['united-states', 'russia', 'iran']);
		expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
	});
});

describe('cluster image', () => {
	it('names the counts, and can be read back', () => {
		const compiled = createExpression(clusterImage(3), 'string');
		if (compiled.result !== 'success') throw new Error('does not compile');
		const feature = { type: 1, properties: { set0: 2, set1: 0, set2: 14 } } as never;
		const image = compiled.value.evaluate({ zoom: 6 }, feature) as string;
		expect(countsOf(image)).toEqual([2, 0, 14]);
	});

	it('is told from other images', () => {
		expect(countsOf('chip|airport|rose|R|filled')).toBeNull();
	});
});
