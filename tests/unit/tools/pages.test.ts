import {
	createReadStream,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseSitemap } from 'sitemap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesOf, pagesOf, writeSecondPlaces, writeSitemap } from '../../../src/tools/pages';
import { faultsOf, hosts } from '../../hosts';

/** A site as the build leaves it: a page, a folder of its name with its data, and pages below some. */
const pages = [
	'/',
	'/about',
	'/ar',
	'/ar/about',
	'/articles',
	'/articles/one',
	'/ar/articles',
	'/ar/articles/one'
];
const files: Record<string, string> = {
	...Object.fromEntries(pages.map((page) => [page === '/' ? '/index.html' : `${page}.html`, page])),
	...Object.fromEntries(pages.map((page) => [`${page === '/' ? '' : page}/__data.json`, '{}'])),
	'/about.html.gz': 'gz',
	'/404.html': 'nothing',
	'/ar/404.html': 'nothing',
	'/404/__data.json': '{}',
	'/embed.html': '<meta name="robots" content="noindex"/>',
	'/data/all.csv': 'a',
	'/_headers': '/*'
};
let directory: string;

beforeAll(() => {
	directory = mkdtempSync(join(tmpdir(), 'attested-pages-'));
	for (const [path, text] of Object.entries(files)) {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), text);
	}
	writeSecondPlaces(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const listing = () =>
	readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice(directory.length));

describe('the second places of pages', () => {
	it('hold the same page, and its compressed forms', () => {
		for (const page of pages.slice(1))
			expect(readFileSync(join(directory, page, 'index.html'), 'utf8')).toBe(page);
		expect(readFileSync(join(directory, 'about/index.html.gz'), 'utf8')).toBe('gz');
	});

	it('are not made of the page for unknown addresses, and are no files of the site', () => {
		expect(existsSync(join(directory, '404/index.html'))).toBe(false);
		expect(existsSync(join(directory, 'ar/404/index.html'))).toBe(false);
		expect(filesOf(directory)).toEqual(
			Object.keys(files)
				.filter((file) => !/\.gz$|_headers/.test(file))
				.sort()
		);
	});

	it('can be made again', () => {
		writeSecondPlaces(directory);
		expect(readFileSync(join(directory, 'about/index.html'), 'utf8')).toBe('/about');
	});
});

describe('every host', () => {
	it.each(Object.keys(hosts))('%s answers every page in every form, at its root and below', (name) => {
		expect(faultsOf(hosts[name]!, listing(), pagesOf(directory))).toEqual([]);
		const below = listing().map((file) => `/map${file}`);
		expect(faultsOf(hosts[name]!, below, pagesOf(directory), '/map')).toEqual([]);
	});

	it('would not without the second places', () => {
		const once = listing().filter((file) => !/.\/index\.html/.test(file));
		const missing = Object.keys(hosts).filter((name) =>
			faultsOf(hosts[name]!, once, pages).some(
				(fault) => fault.endsWith('leads to nothing') && !/index\.html/.test(fault)
			)
		);
		expect(missing).toContain('GitLab Pages');
		expect(missing).toContain('python3 -m http.server');
		expect(missing).not.toContain('Netlify');
	});
});

describe('the list of pages', () => {
	const text = (name: string) => readFileSync(join(directory, name), 'utf8');

	it('has every page but those for the pages of others, with the path of the site', () => {
		writeSitemap(directory, 'https://group.example/map', ['en', 'ar']);
		const found = [...text('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
		expect(found.toSorted()).toEqual(pages.map((page) => `https://group.example/map${page}`).toSorted());
		expect(existsSync(join(directory, 'robots.txt'))).toBe(false);
	});

	it('is named for search engines where they look: at the root of a host', () => {
		writeSitemap(directory, 'https://group.example', ['en', 'ar']);
		expect(text('robots.txt')).toContain('Sitemap: https://group.example/sitemap.xml\n');
		expect(text('sitemap.xml')).toContain('<loc>https://group.example/</loc>');
	});

	it('is read by others, each page with itself in every language that has it', async () => {
		writeSitemap(directory, 'https://group.example/map', ['en', 'ar']);
		const items = await parseSitemap(createReadStream(join(directory, 'sitemap.xml')));
		expect(items.map(({ url }) => url).toSorted()).toEqual(
			pages.map((page) => `https://group.example/map${page}`).toSorted()
		);
		const linksOf = (page: string) =>
			items
				.find(({ url }) => url === `https://group.example/map${page}`)!
				.links.map(({ lang, url }) => [lang, url.replace('https://group.example/map', '')]);
		const both = [
			['en', '/about'],
			['ar', '/ar/about'],
			['x-default', '/about']
		];
		expect(linksOf('/about')).toEqual(both);
		expect(linksOf('/ar/about')).toEqual(both);
		expect(linksOf('/ar')).toEqual([
			['en', '/'],
			['ar', '/ar'],
			['x-default', '/']
		]);
	});

	it('says nothing of languages where the site has one', async () => {
		writeSitemap(directory, 'https://group.example', ['en']);
		const items = await parseSitemap(createReadStream(join(directory, 'sitemap.xml')));
		expect(items.every(({ links }) => links.length === 0)).toBe(true);
	});

	it('is several where the pages are too many for one', () => {
		writeSitemap(directory, 'https://group.example', ['en', 'ar'], 5);
		expect(text('sitemap.xml')).toContain(
			'<sitemap><loc>https://group.example/sitemap-2.xml</loc></sitemap>'
		);
		const both = text('sitemap-1.xml') + text('sitemap-2.xml');
		expect(both.match(/<url>/g)).toHaveLength(pages.length);
	});
});
