import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetNames, mapFacets, type Facets } from '$lib/view/facets';
import {
	cleared,
	defaultView,
	isFiltered,
	only,
	parseView,
	toggle,
	viewQuery,
	type ViewState
} from '$lib/view/view';

const all: Facets = {
	...mapFacets(() => ['one', 'two']),
	actors: ['russia', 'iran', 'irgc', 'hezbollah', 'israel'],
	claims: ['base', 'strike', 'meeting'],
	places: ['airport', 'port', 'unplaced'],
	precision: ['1', '2', '3', 'unplaced']
};
const read = (query: string) => parseView(new URLSearchParams(query), all);
const actors = (query: string) => [...read(query).facets.actors];

const day = fc
	.date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const camera = fc.record({
	zoom: fc.integer({ min: 0, max: 2200 }).map((zoom) => zoom / 100),
	latitude: fc.integer({ min: -850_000, max: 850_000 }).map((degrees) => degrees / 10_000),
	longitude: fc.integer({ min: -1_800_000, max: 1_800_000 }).map((degrees) => degrees / 10_000)
});
const spot = fc.record({
	latitude: fc.integer({ min: -9_000_000, max: 9_000_000 }).map((degrees) => degrees / 100_000),
	longitude: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((degrees) => degrees / 100_000)
});
const anyView: fc.Arbitrary<ViewState> = fc
	.record({
		facets: fc.record(
			Object.fromEntries(
				facetNames.map((name) => [name, fc.subarray([...all[name]]).map((values) => new Set(values))])
			) as Record<(typeof facetNames)[number], fc.Arbitrary<Set<string>>>
		),
		contested: fc.boolean(),
		origins: fc.constantFrom(1, 2),
		search: fc.string({ unit: 'grapheme', maxLength: 60 }).map((words) => words.toWellFormed().trim()),
		days: fc.tuple(fc.option(day), fc.option(day)),
		mode: fc.constantFrom('window' as const, 'upto' as const),
		basemap: fc.constantFrom(null, 'light' as const, 'dark' as const),
		background: fc.option(fc.stringMatching(/^[a-z0-9]{1,20}(-[a-z0-9]{1,10}){0,2}$/)),
		camera: fc.option(camera),
		at: fc.option(spot)
	})
	.map(({ days: [a, b], ...rest }) => {
		const [from, to] = a !== null && b !== null && a > b ? [b, a] : [a, b];
		return { ...rest, from: rest.mode === 'upto' ? null : from, to };
	});

describe('the view in the address', () => {
	it('shows everything without a query, and then adds none', () => {
		expect(actors('')).toEqual(all.actors);
		expect(viewQuery(defaultView(all), all)).toBe('');
		expect(isFiltered(defaultView(all), all)).toBe(false);
	});

	it('may have a mark on the map, which filters nothing and stays when the filters go', () => {
		const marked = read('at=35.4011,35.9486');
		expect(marked.at).toEqual({ latitude: 35.4011, longitude: 35.9486 });
		expect(isFiltered(marked, all)).toBe(false);
		expect(viewQuery(cleared({ ...marked, contested: true }, all), all)).toBe('?at=35.4011,35.9486');
		for (const broken of ['', '35', '35,36,37', '91,0', '0,181', 'a,b', '35.4 35.9', '1e3,0'])
			expect(read(`at=${broken}`).at, broken).toBeNull();
	});

	it('reads a list, an exception and nobody', () => {
		expect(actors('actors=iran,russia')).toEqual(['russia', 'iran']);
		expect(actors('actors=-israel')).toEqual(['russia', 'iran', 'irgc', 'hezbollah']);
		expect(actors('actors=none')).toEqual([]);
	});

	it('ignores what is unknown or broken and keeps the rest', () => {
		expect(actors('actors=iran,atlantis')).toEqual(['iran']);
		expect(actors('actors=atlantis')).toEqual(all.actors);
		expect(actors('actors=')).toEqual(all.actors);
		expect(actors('actors=%E0%A4%A&colour=red')).toEqual(all.actors);
		expect(read('from=2022-02-30&to=soon&time=never&origins=7&contested=yes&basemap=mars&map=1/2')).toEqual(
			defaultView(all)
		);
		expect(read('from=2022-05-01&to=2021-01-01&contested=1')).toEqual({
			...defaultView(all),
			contested: true
		});
		expect(read('map=7/99/36').camera).toBeNull();
	});

	it('writes the shorter form, and each part once', () => {
		expect(viewQuery(only(defaultView(all), 'actors', ['iran']), all)).toBe('?actors=iran');
		expect(viewQuery(toggle(defaultView(all), 'actors', ['russia']), all)).toBe('?actors=-russia');
		expect(
			viewQuery(
				{ ...defaultView(all), search: 'naval & base', camera: { zoom: 7, latitude: 35, longitude: 36.5 } },
				all
			)
		).toBe('?q=naval%20%26%20base&map=7/35/36.5');
	});

	it('comes back the same from any state', () => {
		fc.assert(
			fc.property(anyView, (view) => {
				expect(read(viewQuery(view, all).slice(1))).toEqual(view);
			})
		);
	});

	it('never throws and never invents a value, whatever the address', () => {
		const keys = [
			'actors',
			'claims',
			'contested',
			'origins',
			'q',
			'from',
			'to',
			'time',
			'basemap',
			'map',
			'at'
		];
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...keys), (text, key) => {
				for (const view of [read(text), parseView(new URLSearchParams({ [key]: text }), all)]) {
					for (const name of facetNames)
						for (const value of view.facets[name]) expect(all[name]).toContain(value);
					expect(read(viewQuery(view, all).slice(1))).toEqual(view);
				}
			})
		);
	});
});

describe('changing the view', () => {
	it('hides a family when any of it is shown, else shows it whole', () => {
		const whole = defaultView(all);
		const without = toggle(whole, 'actors', ['iran', 'irgc']);
		expect([...without.facets.actors]).toEqual(['russia', 'hezbollah', 'israel']);
		expect(toggle(without, 'actors', ['iran', 'irgc']).facets.actors).toEqual(whole.facets.actors);
		expect([...toggle(only(whole, 'actors', ['irgc']), 'actors', ['iran', 'irgc']).facets.actors]).toEqual(
			[]
		);
	});

	it('clears every filter in one step and leaves the map where it is', () => {
		fc.assert(
			fc.property(anyView, (view) => {
				const clear = cleared(view, all);
				expect(isFiltered(clear, all)).toBe(false);
				expect(clear.camera).toEqual(view.camera);
			})
		);
	});
});
