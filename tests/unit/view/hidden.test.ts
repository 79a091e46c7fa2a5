import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { summariseReports, type ReportSummary } from '$lib/geodata/summaries';
import { facetNames, facetsOf, mapFacets, type Facets } from '$lib/view/facets';
import { visibleReports } from '$lib/view/filter';
import { hidingOf, withoutHiding } from '$lib/view/hidden';
import { defaultView, only, toggle, type ViewState } from '$lib/view/view';
import { firstRecords } from '../records';

let sites: Map<string, ReportSummary[]>;
let facets: Facets;
let whole: ViewState;

beforeAll(() => {
	const dataset = compile(firstRecords());
	const reports = summariseReports(dataset);
	facets = facetsOf(reports, dataset);
	whole = defaultView(facets);
	sites = new Map(dataset.sites.map(({ id }) => [id, reports.filter(({ place }) => place?.id === id)]));
});

const names = (site: string, view: ViewState, matches: Set<string> | null = null) =>
	hidingOf(sites.get(site)!, view, matches).map(({ by }) => by);

describe('what hides a site', () => {
	it('is nothing by default', () => {
		for (const site of sites.keys()) expect(names(site, whole)).toEqual([]);
	});

	it('is the actor that is turned off, with its name, and each other filter that would keep it hidden', () => {
		const off = toggle(whole, 'actors', ['united-states']);
		expect(hidingOf(sites.get('tanf')!, off, null)).toEqual([{ by: 'actors', values: ['united-states'] }]);
		const [report] = sites.get('tanf')!;
		expect(names('tanf', { ...off, from: '2015-01-01', to: '2015-12-31' })).toEqual(['actors', 'time']);
		expect(names('tanf', { ...whole, search: 'x' }, new Set())).toEqual(['search']);
		expect(names('tanf', { ...whole, search: 'x' }, new Set([report!.id]))).toEqual([]);
		expect(names('hmeimim', { ...whole, contested: true, origins: 2 })).toEqual(['contested', 'origins']);
	});

	it('of several reports is what the one that is nearest to being shown needs', () => {
		// One report is of a strike, the other of presence: the first needs the window alone.
		const view = { ...only(whole, 'claims', ['strike']), from: '2000-01-01', to: '2000-12-31' };
		expect(names('tartus-naval-facility', view)).toEqual(['time']);
	});

	it('leaves, out of the way, a view that shows it and hides what else was hidden', () => {
		const anyView = fc.record({
			hidden: fc.record(mapFacets((name) => fc.subarray([...facets[name]]))),
			contested: fc.boolean(),
			origins: fc.constantFrom(1, 2),
			year: fc.option(fc.integer({ min: 2014, max: 2024 })),
			site: fc.constantFrom(...sites.keys()),
			found: fc.option(fc.subarray([...sites.values()].flat().map(({ id }) => id)))
		});
		fc.assert(
			fc.property(anyView, ({ hidden, contested, origins, year, site, found }) => {
				const view: ViewState = {
					...whole,
					contested,
					origins,
					search: found === null ? '' : 'x',
					from: year === null ? null : `${year}-01-01`,
					to: year === null ? null : `${year}-12-31`,
					facets: mapFacets((name) => new Set(facets[name].filter((value) => !hidden[name].includes(value))))
				};
				const matches = found === null ? null : new Set(found);
				const reports = sites.get(site)!;
				const hiding = hidingOf(reports, view, matches);
				expect(hiding.length === 0).toBe(visibleReports(reports, view, matches).length > 0);
				const shown = withoutHiding(view, hiding);
				const left = shown.search === '' ? null : matches;
				expect(visibleReports(reports, shown, left).length).toBeGreaterThan(0);
				for (const name of facetNames)
					if (!hiding.some(({ by }) => by === name)) expect(shown.facets[name]).toBe(view.facets[name]);
			})
		);
	});
});
