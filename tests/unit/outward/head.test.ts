import ogs from 'open-graph-scraper';
import { afterEach, describe, expect, it } from 'vitest';
import { cardsOf } from '../../../src/lib/outward/cards';
import { headOf, titleIn, type Asked } from '../../../src/lib/outward/head';
import { escaped } from '../../../src/lib/outward/tags';
import { dataset } from '../../../src/lib/server/dataset';
import { overwriteGetLocale } from '../../../src/lib/words/compiled/runtime.js';
import type { Locale } from '../../../src/lib/words/locale';
import { forAnyText } from '../export/data';

afterEach(() => overwriteGetLocale(() => 'en'));

const origin = 'https://attested.example';
const first = { site: dataset().sites[0]!, report: dataset().reports[0]!, article: dataset().articles[0]! };

/** Every kind of page: its route, its parameters, and its path. */
const kinds: [route: string, params: Record<string, string>, path: string][] = [
	['/(map)', {}, '/'],
	['/(map)/sites/[site]', { site: first.site.id }, `/sites/${first.site.id}`],
	['/(map)/tour', {}, '/tour'],
	['/(map)/tour/[article]/[[step]]', { article: first.article.id, step: '2' }, `/tour/${first.article.id}/2`],
	['/(words)/table', {}, '/table'],
	['/(words)/articles', {}, '/articles'],
	['/(words)/articles/[article]', { article: first.article.id }, `/articles/${first.article.id}`],
	['/(words)/reports/[report]', { report: first.report.id }, `/reports/${first.report.id}`],
	['/(words)/unmapped', {}, '/unmapped'],
	['/(words)/about', {}, '/about'],
	['/(words)/changes', {}, '/changes'],
	['/(words)/data', {}, '/data'],
	['/embed', {}, '/embed'],
	['/embed/sites/[site]', { site: first.site.id }, `/embed/sites/${first.site.id}`]
];

const pageOf = (title: string, more = '') =>
	`<html><head><title>${title.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</title>${more}`;

async function read(html: string, asked: Asked) {
	const { result } = await ogs({ html: `${html}${headOf(html, asked)}</head><body></body></html>` });
	return result;
}

describe.each(['en', 'ar'] as const)('the tags of a page, in %s', (locale: Locale) => {
	it.each(kinds)('of %s are read by others', async (route, params, path) => {
		overwriteGetLocale(() => locale);
		const asked = { route, params, path, locale, origin };
		const found = await read(pageOf(`“A” & <b> · Attested`), asked);
		const own = path.replace(/^\/embed/, '') || '/';
		const address = locale === 'en' ? origin + own : `${origin}/ar${own === '/' ? '' : own}`;
		expect(found).toMatchObject({
			ogTitle: '“A” & <b>',
			ogSiteName: 'Attested',
			ogUrl: address,
			ogLocale: locale === 'en' ? 'en_GB' : 'ar_SY',
			ogType: /\/(articles|reports)\//.test(path) ? 'article' : 'website',
			twitterCard: 'summary_large_image',
			twitterTitle: '“A” & <b>'
		});
		expect([found.ogLocaleAlternate].flat()).toEqual([locale === 'en' ? 'ar_SY' : 'en_GB']);
		expect(found.ogDescription!.length).toBeGreaterThan(40);
		expect(found.twitterDescription).toBe(found.ogDescription);
		const [picture] = found.ogImage!;
		expect(picture).toMatchObject({ type: 'image/png', width: '1200', height: '630' });
		const { pathname, origin: host } = new URL(picture!.url);
		expect(host).toBe(origin);
		const names = cardsOf(locale).map(({ kind, id }) => `/cards/${locale}/${kind}/${id}.png`);
		expect(names).toContain(pathname);
	});
});

describe('the head of a page', () => {
	const asked = { route: '/(words)/about', params: {}, path: '/about', locale: 'en', origin } as const;

	it('says one address, whatever the query, and none where no search engine may find it', () => {
		const head = headOf(pageOf('About · Attested'), asked);
		expect(head.match(/<link rel="canonical"[^>]*>/g)).toEqual([
			`<link rel="canonical" href="${origin}/about" />`
		]);
		const left = headOf(pageOf('About', '<meta name="robots" content="noindex"/>'), asked);
		expect(left).not.toContain('canonical');
	});

	it('takes the description that the page has, and gives it one where it has none', async () => {
		const page = pageOf('About', '<meta name="description" content="Said &quot;so&quot; &amp; so."/>');
		expect((await read(page, asked)).ogDescription).toBe('Said "so" & so.');
		expect(headOf(page, asked)).not.toContain('name="description"');
		expect(headOf(pageOf('About'), asked)).toContain('<meta name="description" content="');
	});

	it('leads publishing systems to what they may embed, where the host is known', () => {
		const site = { ...asked, route: '/(map)/sites/[site]', params: { site: 'a-1' }, path: '/sites/a-1' };
		expect(headOf(pageOf('A'), site)).toContain(
			`type="application/json+oembed" title="A" href="${origin}/oembed/en/sites/a-1.json"`
		);
		expect(headOf(pageOf('A'), { ...site, origin: '' })).not.toContain('oembed');
		expect(headOf(pageOf('A'), asked)).not.toContain('oembed');
	});

	it('is markup of ours alone, whatever the title is', () => {
		forAnyText((text) => {
			const shown = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
			const html = `<title>${shown} · Attested</title>`;
			const head = headOf(html, asked);
			expect(titleIn(html)).toBe(text.replaceAll('\r', '\r'));
			expect(head).toContain(`<meta property="og:title" content="${escaped(text)}" />`);
		}, 20);
	});
});
