import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerTo, type Asked } from '../../../src/lib/offline/requests';

const origin = 'https://attested.example';
const ask = (path: string, asked: Partial<Asked> = {}) =>
	answerTo(
		{ method: 'GET', url: new URL(path, origin).href, mode: 'no-cors', range: null, ...asked },
		origin
	);
const open = (path: string) => ask(path, { mode: 'navigate' });

describe('the service worker', () => {
	it.each([
		['/', '/'],
		['/?actors=russia', '/'],
		['/about', '/about'],
		['/about/', '/about'],
		['/about.html', '/about'],
		['/about/index.html', '/about'],
		['/index.html', '/'],
		['/ar.html', '/ar'],
		['/about#precision', '/about'],
		['/ar/sites/tanf?from=2015', '/ar/sites/tanf'],
		['/ar/', '/ar']
	])('answers the page %s with %s, whatever its view', (asked, path) => {
		expect(open(asked)?.path).toBe(path);
	});

	it.each([
		['/table/__data.json?x-sveltekit-invalidated=01', '/table/__data.json'],
		['/_app/immutable/assets/land.abc.json', '/_app/immutable/assets/land.abc.json'],
		['/data/reports.csv', '/data/reports.csv']
	])('answers %s, and has nothing to show in its stead', (asked, path) => {
		expect(ask(asked)).toEqual({ path, otherwise: [] });
	});

	it('shows the page for unknown addresses in the language of the address, as far as there is one', () => {
		expect(open('/ar/nowhere')?.otherwise).toEqual(['/ar/404', '/404']);
		expect(open('/nowhere')?.otherwise).toEqual(['/nowhere/404', '/404']);
		expect(open('/')?.otherwise).toEqual(['/404']);
	});

	it('answers for a site below a path what is below it, and nothing else of that host', () => {
		const below = (path: string, mode = 'navigate') =>
			answerTo({ method: 'GET', url: origin + path, mode, range: null }, origin, '/map');
		expect(below('/map/')?.path).toBe('/map/');
		expect(below('/map')?.path).toBe('/map/');
		expect(below('/map/index.html')?.path).toBe('/map/');
		expect(below('/map/ar/')).toEqual({ path: '/map/ar', otherwise: ['/map/ar/404', '/map/404'] });
		expect(below('/map/data/reports.csv', 'cors')).toEqual({ path: '/map/data/reports.csv', otherwise: [] });
		for (const path of [
			'/',
			'/about',
			'/maps/about',
			'/map2',
			'/map/service-worker.js',
			'/map/_app/version.json'
		])
			expect(below(path), path).toBeNull();
	});

	it.each(['/service-worker.js', '/_app/version.json', '/_app/offline-17.txt'])(
		'leaves %s to the network, where the newest version is',
		(path) => {
			expect(ask(path)).toBeNull();
		}
	);

	it('leaves alone what is no plain request for a whole file', () => {
		expect(ask('/about', { method: 'POST' })).toBeNull();
		expect(ask('/about', { method: 'HEAD' })).toBeNull();
		expect(ask('/tiles.pmtiles', { range: 'bytes=0-1' })).toBeNull();
	});

	it('never touches a request to anybody else', () => {
		fc.assert(
			fc.property(fc.webUrl(), fc.constantFrom('navigate', 'cors', 'no-cors'), (url, mode) => {
				fc.pre(new URL(url).origin !== origin);
				expect(answerTo({ method: 'GET', url, mode, range: null }, origin)).toBeNull();
			})
		);
		for (const url of [
			'http://attested.example/',
			'https://attested.example:8443/',
			'https://attested.example.org/'
		])
			expect(answerTo({ method: 'GET', url, mode: 'navigate', range: null }, origin)).toBeNull();
	});

	it('names every path of its own by one that begins with one slash and has no query', () => {
		fc.assert(
			fc.property(fc.webPath(), fc.webQueryParameters(), (path, query) => {
				const answer = open(`/x${path}?${query}`);
				expect(answer?.path).toMatch(/^\/[^?#]*$/);
			})
		);
	});
});
