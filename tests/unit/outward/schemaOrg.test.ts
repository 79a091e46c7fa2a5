import jsonld from 'jsonld';
import { afterEach, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { withLinkedData } from '../../../src/lib/outward/linked';
import { dataset } from '../../../src/lib/server/dataset';
import { dataFiles } from '../../../src/lib/export/registry';
import { overwriteGetLocale } from '../../../src/lib/words/compiled/runtime.js';
import type { Locale } from '../../../src/lib/words/locale';

afterEach(() => overwriteGetLocale(() => 'en'));

const origin = 'https://attested.example';
const schema = 'https://schema.org/';

/** schema.org's own context says for most of its words what this says for all: that they are its words. */
const documentLoader = (url: string) =>
	Promise.resolve({
		documentUrl: url,
		document: { '@context': { '@vocab': schema, url: { '@type': '@id' } } }
	});

type Expanded = Record<string, unknown> & { '@id'?: string; '@type'?: string[] };

const page = `<html><head><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self'; img-src 'self'"><title>A · Attested</title></head><body></body></html>`;

/** The things that a page says it is about, by what they are, as a processor of JSON-LD reads them. */
async function thingsOf(route: string, params: Record<string, string>, path: string, locale: Locale = 'en') {
	overwriteGetLocale(() => locale);
	const html = withLinkedData(page, { route, params, path, locale, origin });
	const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1];
	if (text === undefined) return { html, text, things: new Map<string, Expanded[]>() };
	const nodes = (await jsonld.expand(JSON.parse(text), {
		documentLoader,
		base: `${origin}${path}`
	})) as Expanded[];
	const things = new Map<string, Expanded[]>();
	for (const node of nodes)
		for (const type of node['@type'] ?? []) things.set(type, [...(things.get(type) ?? []), node]);
	return { html, text, things };
}

const valueOf = (node: Expanded, name: string) =>
	((node[schema + name] ?? []) as { '@value'?: unknown; '@id'?: string }[]).map(
		(value) => value['@value'] ?? value['@id']
	);

describe.each(['en', 'ar'] as const)('what a page is about, in %s', (locale: Locale) => {
	it.each([
		['/(words)/about', '/about'],
		['/(words)/table', '/table'],
		['/(words)/data', '/data']
	])('%s has the data set with its files', async (route, path) => {
		const { things } = await thingsOf(route, {}, path, locale);
		const [data] = things.get(`${schema}Dataset`)!;
		for (const name of ['name', 'description', 'license', 'version', 'keywords', 'temporalCoverage'])
			expect(valueOf(data!, name).length, name).toBeGreaterThan(0);
		// What Google asks of a description.
		expect(String(valueOf(data!, 'description')[0]).length).toBeGreaterThanOrEqual(50);
		const files = (data![`${schema}distribution`] as Expanded[]).map(
			(file) => valueOf(file, 'contentUrl')[0]
		);
		expect(files).toEqual(Object.keys(dataFiles).map((name) => `${origin}/data/${name}`));
	});

	it.each(dataset().sites.map(({ id }) => id))(
		'the site %s is a place that claims are about',
		async (site) => {
			const { things } = await thingsOf('/(map)/sites/[site]', { site }, `/sites/${site}`, locale);
			const [place] = things.get(`${schema}Place`)!;
			const { reports, drawn } = dataset(locale).sites.find(({ id }) => id === site)!;
			expect(place!['@id']).toBe(`${origin}/sites/${site}#place`);
			expect(place![`${schema}subjectOf`]).toHaveLength(reports.length);
			const [geo] = place![`${schema}geo`] as Expanded[];
			// No finer than the article has it.
			if (drawn !== 'point') expect(geo!['@type']).not.toContain(`${schema}GeoCoordinates`);
		}
	);

	it.each(dataset().reports.map(({ id }) => id))(
		'the report %s is a claim that rests on quotations',
		async (id) => {
			const { things } = await thingsOf(
				'/(words)/reports/[report]',
				{ report: id },
				`/reports/${id}`,
				locale
			);
			const report = dataset(locale).reports.find((other) => other.id === id)!;
			const [claim] = things.get(`${schema}Claim`)!;
			const quotations = things.get(`${schema}Quotation`)!;
			const [article] = things.get(`${schema}Article`)!;
			expect(valueOf(claim!, 'text')).toEqual([report.summary]);
			expect(valueOf(claim!, 'isBasedOn')).toEqual(quotations.map((quotation) => quotation['@id']));
			expect(quotations.flatMap((quotation) => valueOf(quotation, 'text'))).toEqual(
				report.quotes.map(({ exact }) => exact)
			);
			for (const quotation of quotations) expect(valueOf(quotation, 'isBasedOn')).toEqual([article!['@id']]);
			expect(valueOf(article!, 'headline')).toEqual([report.article.title]);
			expect(valueOf(article!, 'url')).toEqual([report.article.url]);
			expect((article![`${schema}isBasedOn`] as unknown[] | undefined)?.length ?? 0).toBe(
				report.chain.length
			);
		}
	);

	it('an article is one, with its claims', async () => {
		const { id, title, reports } = dataset(locale).articles[0]!;
		const { things } = await thingsOf(
			'/(words)/articles/[article]',
			{ article: id },
			`/articles/${id}`,
			locale
		);
		const [article] = things.get(`${schema}Article`)!;
		expect(valueOf(article!, 'headline')).toEqual([title]);
		expect(article![`${schema}hasPart`]).toHaveLength(reports.length);
	});

	it('the first page is the site', async () => {
		const { things } = await thingsOf('/(map)', {}, '/', locale);
		expect(valueOf(things.get(`${schema}WebSite`)!.at(-1)!, 'name')).toEqual(['Attested']);
	});
});

describe('what is said for search engines', () => {
	it('is allowed by the policy of the page, by its hash', async () => {
		const { html, text } = await thingsOf('/(words)/about', {}, '/about');
		const hash = createHash('sha256').update(text!).digest('base64');
		expect(html).toContain(`script-src 'self' 'sha256-${hash}'; img-src`);
	});

	it('leaves a page as it is that is about nothing', async () => {
		expect((await thingsOf('/(words)/unmapped', {}, '/unmapped')).html).toBe(page);
		expect((await thingsOf('/embed', {}, '/embed')).html).toBe(page);
	});

	it('says of a report that was taken back that it was', async () => {
		const { claimNodes } = await import('../../../src/lib/outward/schemaOrg');
		const report = {
			...dataset().reports[0]!,
			summary: 'A </script><script>alert(1)</script>',
			withdrawn: { on: '2027-01-02', reason: 'A misreading.' }
		};
		const { exportContext, saidOfItself } = await import('../../../src/lib/server/dataset');
		const { scriptOf } = await import('../../../src/lib/outward/schemaOrg');
		const nodes = claimNodes(report, {
			...exportContext(),
			locale: 'en',
			address: `${origin}/reports/a-1`,
			title: 'A',
			siteTitle: 'Attested',
			said: saidOfItself('en'),
			released: '2027-01-01'
		});
		expect(nodes[0]).toMatchObject({ '@type': 'Claim', creativeWorkStatus: 'Withdrawn' });
		const text = scriptOf(nodes);
		expect(text).not.toContain('<');
		expect(JSON.parse(text)['@graph'][0].text).toBe(report.summary);
	});
});
