import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, servingOptions } from '../../../src/tools/serve';
import type { Serving } from '../../../src/tools/serve';

const layer = JSON.stringify({ type: 'FeatureCollection', features: [], note: 'طرطوس'.repeat(50) });
const files: Record<string, string | Buffer> = {
	'index.html': '<h1>Map</h1>',
	'404.html': '<h1>Not here</h1>',
	'about.html': '<h1>About</h1>',
	'about.html.gz': gzipSync('<h1>About</h1>'),
	'sites/tartus.html': '<h1>طرطوس</h1>',
	'layers/all.geojson': layer,
	'table.csv': 'name\nطرطوس\n',
	'places.kml': '<kml/>',
	'tiles.pmtiles': '0123456789',
	'_app/immutable/start.js': 'export {};'
};

let directory: string;
let site: Serving;

beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'attested-serve-'));
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), content);
	}
	site = await serve(directory, { port: 0 });
});

afterAll(async () => {
	await site.close();
	rmSync(directory, { recursive: true, force: true });
});

/** Asks for a path as it is: `fetch` would tidy it up and unpack the answer. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
	return new Promise<{ status: number; headers: IncomingMessage['headers']; body: Buffer }>((done, fail) => {
		const { hostname, port } = new URL(site.address);
		const asked = request({ hostname, port, path, headers, method }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk) => chunks.push(chunk));
			response.on('end', () => {
				done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
			});
		});
		asked.on('error', fail).end();
	});
}

describe('the static server', () => {
	it.each([
		['/', '<h1>Map</h1>', 'text/html; charset=utf-8'],
		['/about', '<h1>About</h1>', 'text/html; charset=utf-8'],
		['/sites/tartus?actors=a', '<h1>طرطوس</h1>', 'text/html; charset=utf-8'],
		['/layers/all.geojson', layer, 'application/geo+json'],
		['/table.csv', 'name\nطرطوس\n', 'text/csv; charset=utf-8'],
		['/places.kml', '<kml/>', 'application/vnd.google-earth.kml+xml'],
		['/_app/immutable/start.js', 'export {};', 'text/javascript; charset=utf-8']
	])('serves %s', async (path, content, type) => {
		const { status, headers, body } = await ask(path);
		expect(status).toBe(200);
		expect(body.toString()).toBe(content);
		expect(headers['content-type']).toBe(type);
	});

	it('lets hashed files be kept for good and nothing else', async () => {
		expect((await ask('/_app/immutable/start.js')).headers['cache-control']).toContain('immutable');
		expect((await ask('/about')).headers['cache-control']).toBe('no-cache');
	});

	it('serves what the build compressed, and compresses what it did not', async () => {
		const page = await ask('/about', { 'Accept-Encoding': 'gzip' });
		expect(page.headers['content-encoding']).toBe('gzip');
		expect(gunzipSync(page.body).toString()).toBe('<h1>About</h1>');
		const data = await ask('/layers/all.geojson', { 'Accept-Encoding': 'gzip, br' });
		expect(data.headers['content-encoding']).toBe('br');
		expect(data.headers['content-type']).toBe('application/geo+json');
		expect(data.body.length).toBeLessThan(layer.length / 2);
		expect(brotliDecompressSync(data.body).toString()).toBe(layer);
	});

	it('answers 304 where the reader has it already', async () => {
		const { headers } = await ask('/about');
		expect(headers.etag).toBeTruthy();
		expect((await ask('/about', { 'If-None-Match': String(headers.etag) })).status).toBe(304);
	});

	it('answers HEAD without a body', async () => {
		const { status, headers, body } = await ask('/layers/all.geojson', {}, 'HEAD');
		expect(status).toBe(200);
		expect(headers['content-length']).toBe(String(Buffer.byteLength(layer)));
		expect(body).toHaveLength(0);
	});

	it('answers a range, and what is no sound range with everything', async () => {
		const part = await ask('/tiles.pmtiles', { Range: 'bytes=2-4' });
		expect([part.status, part.body.toString()]).toEqual([206, '234']);
		expect(part.headers['content-range']).toBe('bytes 2-4/10');
		expect((await ask('/tiles.pmtiles', { Range: 'bytes=99-' })).status).toBe(416);
		for (const range of ['bytes=5-2', 'bytes=-99', 'bytes=0-1,4-5', 'lines=1-2', 'bytes=a-b']) {
			const whole = await ask('/tiles.pmtiles', { Range: range });
			expect([range, whole.status, whole.body.toString()]).toEqual([range, 200, '0123456789']);
		}
	});

	it.each([
		'/nothing',
		'/sites/nothing',
		'/sites',
		'/%00',
		'/../package.json',
		'/..%2f..%2fetc/passwd',
		'//'
	])('answers %s with the page for unknown addresses', async (path) => {
		const { status, headers, body } = await ask(path);
		if (path === '//') return expect([200, 404]).toContain(status);
		expect(status).toBe(404);
		expect(headers['content-type']).toContain('text/html');
		expect(body.toString()).toBe('<h1>Not here</h1>');
	});

	it.each(['/%', '/%E0%A4%A', '/sites/%zz'])('answers the malformed %s with 400', async (path) => {
		expect((await ask(path)).status).toBe(400);
		expect((await ask('/about')).status).toBe(200);
	});

	it('sends an address with a slash at its end to the one without, on this site only', async () => {
		const { status, headers } = await ask('/sites/tartus/?actors=a');
		expect([status, headers.location]).toEqual([308, '/sites/tartus?actors=a']);
		expect((await ask('//example.org/')).headers.location).toBeUndefined();
		expect((await ask('/\\example.org/')).headers.location).toBeUndefined();
	});

	it('refuses to be written to', async () => {
		expect((await ask('/about', {}, 'POST')).status).toBe(405);
	});

	it('takes the next port where one is taken', async () => {
		const other = createServer();
		await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
		const { port } = other.address() as AddressInfo;
		const second = await serve(directory, { port });
		const found = Number(new URL(second.address).port);
		expect(found).toBeGreaterThan(port);
		expect(found).toBeLessThanOrEqual(port + 20);
		await second.close();
		other.close();
	});

	it('says what to do where there is no site', async () => {
		await expect(serve(join(directory, 'none'))).rejects.toThrow('build the site first');
	});

	it('takes HOST and PORT from the environment, and no nonsense', () => {
		expect(servingOptions({ HOST: '0.0.0.0', PORT: '8080' })).toEqual({ host: '0.0.0.0', port: 8080 });
		expect(servingOptions({ PORT: 'high' })).toEqual({});
		expect(servingOptions({})).toEqual({});
	});
});

describe('the static server of a site that was built for a path', () => {
	let below: Serving;
	beforeAll(async () => {
		writeFileSync(join(directory, 'manifest.webmanifest'), JSON.stringify({ scope: '/map/' }));
		below = await serve(directory, { port: 0 });
	});
	afterAll(async () => {
		await below.close();
		rmSync(join(directory, 'manifest.webmanifest'));
	});
	const get = (path: string) => fetch(new URL(path, below.address), { redirect: 'manual' });

	it('serves it there, as the address says', async () => {
		expect(new URL(below.address).pathname).toBe('/map/');
		expect(await (await get('/map/')).text()).toBe('<h1>Map</h1>');
		expect(await (await get('/map/about')).text()).toBe('<h1>About</h1>');
		expect((await get('/map/_app/immutable/start.js')).headers.get('cache-control')).toContain('immutable');
	});

	it('leads to it from the root, and to pages without a slash', async () => {
		const to = async (path: string) => (await get(path)).headers.get('location');
		expect([await to('/'), await to('/map'), await to('/map/about/?a=1')]).toEqual([
			'/map/',
			'/map/',
			'/map/about?a=1'
		]);
	});

	it('has nothing beside it', async () => {
		for (const path of ['/about', '/maps/about', '/map/nowhere']) {
			const answer = await get(path);
			expect([path, answer.status, await answer.text()]).toEqual([path, 404, '<h1>Not here</h1>']);
			expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
		}
	});
});
