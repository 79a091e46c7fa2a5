/** What a sheet of paper says of the filters. */
import { beforeAll, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { publishersOf } from '$lib/geodata/publishers';
import { summariseReports } from '$lib/geodata/summaries';
import { facetsOf, type Facets } from '$lib/view/facets';
import { filterLines } from '$lib/view/filterWords';
import { defaultView, parseView } from '$lib/view/view';
import { firstRecords } from '../records';

let facets: Facets;
let lines: (query: string) => string[];

beforeAll(() => {
	const dataset = compile(firstRecords());
	facets = facetsOf(summariseReports(dataset), dataset);
	const actorName = (id: string) => dataset.actors.find((actor) => actor.id === id)!.name.en!;
	const names = { actorName, publishers: publishersOf(dataset.articles) };
	lines = (query) => filterLines(parseView(new URLSearchParams(query), facets), facets, names);
});

it('is nothing where nothing is hidden, and nothing of the time, the colours and the place of the map', () => {
	expect(lines('')).toEqual([]);
	expect(lines('from=2019-01-01&to=2019-12-31&basemap=dark&map=7/34/38')).toEqual([]);
	expect(defaultView(facets).facets.actors.size).toBeGreaterThan(3);
});

it.each([
	['actors=russia,iran', ['Actors: Russia, Iran']],
	['actors=-united-states', ['Actors: all but United States']],
	['actors=none', ['Actors: none']],
	['contested=1&origins=2', ['Contested alone', 'At least two independent origins']],
	['q=air%20base', ['Words searched for: “air base”']]
])('%s', (query, said) => {
	expect(lines(query)).toEqual(said);
});

it('names every value of every filter, and never by its id', () => {
	for (const [facet, values] of Object.entries(facets))
		for (const value of values) {
			const [line, ...others] = lines(`${facet}=${value}`);
			if (values.length < 2) continue;
			expect([facet, value, others]).toEqual([facet, value, []]);
			expect(line).toMatch(/^[^:]+: \S/);
			if (/-/.test(value)) expect(line).not.toContain(value);
		}
});
