/** What others' programs read of the built pages: no browser opens one. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import ogs from 'open-graph-scraper';
import { inLanguage, languages, pages } from '../support/pages';
import { articles, reports, sites } from '../support/records';

const htmlOf = (path: string) => readFileSync(`build${path === '/' ? '/index' : path}.html`, 'utf8');
/** Without the host, which only some builds know. */
const pathOf = (address: string) => new URL(address, 'https://attested.example').pathname;
const left = /^\/(fetch|desk|embed)/;

for (const language of languages)
	test(`every kind of page shows itself where its link is put, in ${language}`, async () => {
		for (const page of pages)
			await test.step(page, async () => {
				const path = inLanguage(page, language);
				const html = htmlOf(path);
				const { result } = await ogs({ html });
				expect(result.ogTitle?.length).toBeGreaterThan(2);
				expect(result.ogTitle).not.toContain(' · Attested');
				expect(result.ogDescription?.length).toBeGreaterThan(30);
				expect(result.ogSiteName).toBe('Attested');
				expect(result.ogLocale).toBe(language === 'en' ? 'en_GB' : 'ar_SY');
				const own = inLanguage(page.replace(/^\/embed/, '') || '/', language);
				expect(pathOf(result.ogUrl!)).toBe(own);
				expect(existsSync(`build${own === '/' ? '/index' : own}.html`)).toBe(true);
				expect(html.split('</head>')[0]!.match(/<title>/g)).toHaveLength(1);
				expect(html.match(/<meta name="description"/g)).toHaveLength(1);
				const [picture] = result.ogImage!;
				expect(result.twitterCard).toBe('summary_large_image');
				const png = readFileSync(`build${pathOf(picture!.url)}`);
				expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
				expect(png.length).toBeLessThanOrEqual(150 * 1024);
				const canonical = [...html.matchAll(/<link rel="canonical" href="([^"]*)"/g)].map(([, href]) =>
					pathOf(href!)
				);
				expect(canonical).toEqual(left.test(page) ? [] : [path]);
			});
	});

test('what pages say in the words of schema.org is allowed by their policy', () => {
	for (const page of ['/', '/about', '/table', '/sites/tanf', '/ar/reports/naija-on-point-2022-1'])
		test.step(page, () => {
			const html = htmlOf(page);
			const text = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)![1]!;
			expect(JSON.parse(text)['@context']).toBe('https://schema.org');
			const hash = createHash('sha256').update(text).digest('base64');
			expect(/script-src ([^;]*)/.exec(html)![1]).toContain(`'sha256-${hash}'`);
		});
});

test('the feeds of both languages are there, and pages lead to them', () => {
	for (const language of languages) {
		const [atom, json] = ['/changes.atom', '/changes.json'].map((file) => inLanguage(file, language));
		const read = parseAtomFeed(readFileSync(`build${atom}`, 'utf8'));
		expect(read.entries?.length).toBeGreaterThanOrEqual(reports);
		expect(parseJsonFeed(readFileSync(`build${json}`, 'utf8')).items).toHaveLength(read.entries!.length);
		const links = [
			...htmlOf(inLanguage('/', language)).matchAll(
				/<link rel="alternate" type="application\/(?:atom|feed)[^>]*href="([^"]*)"/g
			)
		];
		expect(links.map(([, href]) => pathOf(href!))).toEqual([atom, json]);
	}
});

test('publishing systems and those who cite find their files', () => {
	const answer = JSON.parse(readFileSync('build/oembed/ar/sites/tanf.json', 'utf8'));
	expect(answer).toMatchObject({ version: '1.0', provider_name: 'Attested' });
	expect(answer.title.length).toBeGreaterThan(2);
	const cite = JSON.parse(readFileSync('build/cite/datacite.json', 'utf8'));
	expect(cite.relatedIdentifiers).toHaveLength(articles);
	expect(sites).toBeGreaterThan(0);
});
