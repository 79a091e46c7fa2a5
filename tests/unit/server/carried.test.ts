import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { nearest } from '$lib/geodata/near';
import { summariseReports, summariseSite } from '$lib/geodata/summaries';
import type { Dataset } from '$lib/geodata/views';
import { markFeatures } from '$lib/export/mapData';
import { stillMarks } from '$lib/map/still/places';
import { carriedByEmbeds, carriedByMap, carriedByTable } from '$lib/server/carried';
import { loadRecords } from '$lib/server/geodata';
import { facetCounts, visibleReports } from '$lib/view/filter';
import { packListing, packWords, unpackListing } from '$lib/view/listing';
import { defaultView, only } from '$lib/view/view';
import { madeUp } from '../made-up-data';

const [some, tenfold] = [madeUp(400), madeUp(4000)];
const ours = compile(loadRecords());
const bytes = (value: unknown) => JSON.stringify(value).length;

const pages: [string, (data: Dataset) => unknown][] = [
	['the first page', (data) => carriedByMap(data, summariseReports(data), { isHome: true, locale: 'ar' })],
	['a page of a site', (data) => carriedByMap(data, summariseReports(data), { isHome: false, locale: 'en' })],
	['the table', (data) => carriedByTable(data, summariseReports(data))],
	['an embed', (data) => carriedByEmbeds(data, summariseReports(data))],
	['the still picture', ({ sites }) => stillMarks(markFeatures(sites))],
	['the list of what is near', ({ sites }) => nearest(sites[17]!, sites, 100).map(({ site }) => site.id)]
];

describe('what a page of a large data set carries', () => {
	it.each(pages)('%s does not grow with the records', (_, carried) => {
		expect(bytes(carried(tenfold))).toBeLessThan(1.4 * bytes(carried(some)));
		expect(bytes(carried(tenfold))).toBeLessThan(120_000);
	});

	it('has the first rows of each list, and says how many there are', () => {
		const home = carriedByMap(tenfold, summariseReports(tenfold), { isHome: true, locale: 'en' });
		expect(home.total).toEqual({ sites: tenfold.sites.length, articles: 400 });
		expect(home.sites).toHaveLength(100);
		const names = tenfold.sites.map(({ name }) => name.en!).sort((a, b) => a.localeCompare(b, 'en'));
		expect(home.sites.map(({ name }) => name.en)).toEqual(names.slice(0, 100));
		const table = carriedByTable(tenfold, summariseReports(tenfold));
		expect(table.total).toMatchObject({ reports: 4000 });
		expect(table.reports).toHaveLength(100);
		const days = tenfold.reports.map(({ when }) => when.edtf).sort();
		expect(table.reports.map(({ when }) => when.edtf)).toEqual(days.slice(0, 100));
	});

	it('is all of a small one', () => {
		const reports = summariseReports(ours);
		const carried = carriedByMap(ours, reports, { isHome: false, locale: 'en' });
		expect(carried).toMatchObject({ reports, sites: ours.sites.map(summariseSite) });
		expect(carried).not.toHaveProperty('total');
	});
});

describe('the still picture of many sites', () => {
	it('has few marks that are apart, and those with the most reports', () => {
		const few = stillMarks(markFeatures(tenfold.sites));
		expect(few.length).toBeLessThanOrEqual(60);
		const most = tenfold.sites.reduce((a, b) => (b.reports.length > a.reports.length ? b : a));
		expect(few.map(({ site }) => site)).toContain(most.id);
	});

	it('has all marks of a few sites, in their order', () => {
		expect(stillMarks(markFeatures(ours.sites)).map(({ site }) => site)).toEqual(
			ours.sites.map(({ id }) => id)
		);
	});
});

describe.each([
	['our records', ours],
	['made-up ones', some]
])('the listing of %s', (_, data) => {
	const reports = summariseReports(data);
	const sites = data.sites.map(summariseSite);
	const packed = JSON.parse(JSON.stringify(packListing(sites, reports)));
	const words = JSON.parse(JSON.stringify(packWords(reports)));

	it('comes back as the pages of a small data set have it', () => {
		const listing = unpackListing(packed, data.actors, words);
		expect(listing.sites).toEqual(sites);
		for (const [index, report] of listing.reports.entries()) expect(reports[index]).toMatchObject(report);
		expect(listing.publishers).toEqual(data.articles.map(({ id, publisher }) => ({ id, name: publisher })));
	});

	it('is filtered as they are, without the words too', () => {
		const listing = unpackListing(packed, data.actors);
		expect(listing.hasWords).toBe(false);
		const view = {
			...only(defaultView(listing.facets), 'actors', [listing.facets.actors[1]!]),
			from: '2015-01-01'
		};
		const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
		const left = ids(visibleReports(reports, view, null));
		expect(left.length).toBeGreaterThan(0);
		expect(left.length).toBeLessThan(reports.length);
		expect(ids(visibleReports(listing.reports, view, null))).toEqual(left);
		expect(facetCounts(listing.reports, view, null)).toEqual(facetCounts(reports, view, null));
	});
});
