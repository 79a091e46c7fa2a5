import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { summariseReports } from '$lib/geodata/summaries';
import { claimKinds, keysOf, placeKinds, precisions } from '$lib/geodata/vocabulary';
import type { Dataset } from '$lib/geodata/views';
import { loadRecords } from '$lib/server/geodata';
import { facetLabels } from '$lib/view/facetLabels';
import { facetNames, facets, facetsOf, mapFacets, noFacets, unplaced, type Facets } from '$lib/view/facets';
import { keys } from '$lib/view/view';

let dataset: Dataset;
let used: Facets;

beforeAll(() => {
	dataset = compile(loadRecords());
	used = facetsOf(summariseReports(dataset), dataset);
});

describe('the table of facets', () => {
	it('keeps the keys of the address and their order, none of them twice', () => {
		expect(facetNames.map((name) => facets[name].key)).toEqual([
			'actors',
			'claims',
			'places',
			'precision',
			'publishers',
			'review'
		]);
		const all = [...facetNames.map((name) => facets[name].key), ...Object.values(keys)];
		expect(new Set(all).size).toBe(all.length);
	});

	it('lists all values in the order of their tables', () => {
		expect(mapFacets((name) => facets[name].values(dataset))).toEqual({
			actors: dataset.actors.map(({ id }) => id),
			claims: keysOf(claimKinds),
			places: [...keysOf(placeKinds), unplaced],
			precision: [...precisions.map(String), unplaced],
			publishers: dataset.articles.map(({ id }) => id),
			review: ['reviewed', 'recorded', 'unsaid', 'draft']
		});
	});

	it('has a heading for each filter and a name for each value in use', () => {
		const publishers = dataset.articles.map(({ id, publisher }) => ({ id, name: publisher }));
		expect(['actors', ...keysOf(facetLabels)]).toEqual(facetNames);
		for (const name of keysOf(facetLabels)) {
			const { label, nameOf } = facetLabels[name];
			expect(label()).not.toBe('');
			for (const value of used[name]) expect(nameOf(value, publishers), value).not.toBe(value);
		}
		expect(facetLabels.places.nameOf(unplaced, [])).toBe(facetLabels.precision.nameOf(unplaced, []));
	});
});

describe('the facets of some reports', () => {
	it('have the values that are in use, in the order of the table, and no others', () => {
		for (const name of facetNames) {
			const all: readonly string[] = facets[name].values(dataset);
			expect(used[name]).not.toEqual([]);
			expect(used[name]).toEqual(all.filter((value) => used[name].includes(value)));
		}
		expect(used.places).not.toEqual(facets.places.values());
	});

	it('are empty without reports', () => {
		expect(facetsOf([], dataset)).toEqual(noFacets);
	});
});
