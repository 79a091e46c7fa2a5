import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { afterEach, describe, expect, it } from 'vitest';
import { atom, jsonFeed } from '../../../src/lib/outward/feeds';
import { feedOf } from '../../../src/lib/outward/news';
import { dataset } from '../../../src/lib/server/dataset';
import { overwriteGetLocale } from '../../../src/lib/words/compiled/runtime.js';
import type { Locale } from '../../../src/lib/words/locale';
import { forAnyText } from '../export/data';

afterEach(() => overwriteGetLocale(() => 'en'));

const origin = 'https://attested.example';

describe.each(['en', 'ar'] as const)('the feeds of what changed, in %s', (locale: Locale) => {
	const written = () => {
		overwriteGetLocale(() => locale);
		const feed = feedOf(locale, origin);
		return { feed, atom: parseAtomFeed(atom(feed)), json: parseJsonFeed(jsonFeed(feed)) };
	};

	it('are what a reader of feeds takes them for', () => {
		const { feed, atom, json } = written();
		const path = locale === 'en' ? '' : `/${locale}`;
		expect(atom.title?.value).toBe(feed.title);
		expect(atom.id).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
		expect(atom.links?.find(({ rel }) => rel === 'self')?.href).toBe(`${origin}${path}/changes.atom`);
		expect(atom.links?.find(({ rel }) => rel === 'alternate')?.href).toBe(`${origin}${path}/changes`);
		expect(json).toMatchObject({
			language: locale,
			feed_url: `${origin}${path}/changes.json`,
			home_page_url: `${origin}${path}/changes`
		});
	});

	it('have an entry for each report of the first release, with its quote and its page', () => {
		const { atom, json } = written();
		const { reports } = dataset(locale);
		expect(atom.entries).toHaveLength(json.items!.length);
		for (const report of reports) {
			const address = `${origin}${locale === 'en' ? '' : `/${locale}`}/reports/${report.id}`;
			const item = json.items!.find(({ url }) => url === address);
			const entry = atom.entries!.find(({ links }) => links?.some(({ href }) => href === address));
			expect(entry, report.id).toBeDefined();
			expect(item, report.id).toBeDefined();
			expect(entry?.id).toBe(item!.id);
			expect(entry?.content?.value).toBe(item!.content_html);
			expect(entry?.title?.value).toContain(report.summary);
			expect(item!.content_html).toContain('<blockquote');
		}
		expect(new Set(json.items!.map(({ id }) => id)).size).toBe(json.items!.length);
	});

	it('say nothing twice in both languages', () => {
		const other = locale === 'en' ? 'ar' : 'en';
		const ids = written().feed.entries.map(({ id }) => id);
		overwriteGetLocale(() => other);
		const others = new Set(feedOf(other, origin).entries.map(({ id }) => id));
		expect(ids.filter((id) => others.has(id))).toEqual([]);
	});
});

it('a feed has any text as it is', () => {
	const feed = feedOf('en', origin);
	forAnyText((text) => {
		const entry = { ...feed.entries[0]!, title: text };
		const read = parseJsonFeed(jsonFeed({ ...feed, entries: [entry] }));
		expect(read.items?.[0]?.title ?? '').toBe(text);
		expect(parseAtomFeed(atom({ ...feed, entries: [entry] })).entries).toHaveLength(1);
	}, 20);
});
