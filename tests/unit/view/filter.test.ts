import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import type { Dataset } from '$lib/geodata/views';
import { summariseReports, type ReportSummary } from '$lib/geodata/summaries';
import { facetNames, facetsOf, type Facets } from '$lib/view/facets';
import { actorsBySite, facetCounts, familyCounts, visibleReports } from '$lib/view/filter';
import { defaultView, only, type ViewState } from '$lib/view/view';
import { firstRecords } from '../records';

let dataset: Dataset;
let reports: ReportSummary[];
let facets: Facets;
let whole: ViewState;

beforeAll(() => {
	dataset = compile(firstRecords());
	reports = summariseReports(dataset);
	facets = facetsOf(reports, dataset);
	whole = defaultView(facets);
});

const ids = (view: ViewState, matches: Set<string> | null = null) =>
	visibleReports(reports, view, matches).map(({ id }) => id);

describe('filters', () => {
	it('leave everything by default', () => {
		expect(ids(whole)).toHaveLength(reports.length);
	});

	it('leave strikes alone, and at the naval facility those whom the strike is about', () => {
		const strikes = visibleReports(reports, only(whole, 'claims', ['strike']), null);
		expect(strikes.length).toBeGreaterThan(2);
		expect(strikes.every(({ claim }) => claim === 'strike')).toBe(true);
		const there = actorsBySite(strikes, whole.facets.actors).get('tartus-naval-facility')!;
		expect([...there].sort()).toEqual(['iran', 'israel']);
		expect(actorsBySite(strikes, new Set(['israel'])).get('tartus-naval-facility')).toEqual(
			new Set(['israel'])
		);
	});

	it('keep to the window of time, and nothing between two reports', () => {
		const in2019 = visibleReports(reports, { ...whole, from: '2019-01-01', to: '2019-12-31' }, null);
		expect(new Set(in2019.map(({ article }) => article.id))).toEqual(new Set(['crystal-eyes-2019']));
		expect(ids({ ...whole, from: '2017-01-01', to: '2017-12-31' })).toEqual([]);
		const upTo2016 = visibleReports(reports, { ...whole, mode: 'upto', to: '2016-12-31' }, null);
		expect(new Set(upTo2016.map(({ article }) => article.id))).toEqual(
			new Set(['iran-focus-2015', 'mufaker-hur-2015'])
		);
	});

	it('know the contested and those with two independent origins', () => {
		const contested = visibleReports(reports, { ...whole, contested: true }, null);
		expect(contested.some(({ place }) => place?.id === 'hama-military-airport')).toBe(true);
		expect(contested.some(({ place }) => place?.id === 'hmeimim')).toBe(false);
		const twoOrigins = visibleReports(reports, { ...whole, origins: 2 }, null);
		expect(new Set(twoOrigins.map(({ place }) => place?.id))).toEqual(new Set(['eastern-syria']));
	});

	it('hide all that the words of the search are not in, once that is known', () => {
		expect(ids({ ...whole, search: 'x' }, null)).toHaveLength(reports.length);
		expect(ids({ ...whole, search: 'x' }, new Set([reports[3]!.id]))).toEqual([reports[3]!.id]);
	});
});

describe('the counts beside the filters', () => {
	it('are what a click would leave, whatever else is chosen', () => {
		const anyChoice = fc
			.constantFrom(...facetNames)
			.chain((name) =>
				fc.record({ name: fc.constant(name), value: fc.nat(), contested: fc.boolean(), publisher: fc.nat() })
			);
		fc.assert(
			fc.property(anyChoice, ({ name, value, contested, publisher }) => {
				const view = only({ ...whole, contested }, 'publishers', [
					facets.publishers[publisher % facets.publishers.length]!
				]);
				const chosen = facets[name][value % facets[name].length]!;
				const count = facetCounts(reports, view, null)[name].get(chosen) ?? 0;
				expect(ids(only(view, name, [chosen]))).toHaveLength(count);
			})
		);
	});

	it('count for an actor those below it', () => {
		const counts = familyCounts(reports, dataset.actors, whole, null);
		const family = ['iran', 'irgc', 'quds-force', 'iran-backed-militias'];
		expect(ids(only(whole, 'actors', family))).toHaveLength(counts.iran!);
		expect(counts.iran).toBeGreaterThan(counts['quds-force']!);
	});
});
