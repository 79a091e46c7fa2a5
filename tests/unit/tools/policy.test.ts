import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, it, onTestFinished, vi } from 'vitest';
import { languagesInPaths } from '../../../src/tools/headers';
import { asking, widened, widenPolicy } from '../../../src/tools/policy';

const page = (connect: string) =>
	`<meta http-equiv="content-security-policy" content="default-src 'none'; connect-src ${connect}; img-src 'self'">`;

it('the page that asks others may connect to them, and do nothing else that other pages may not', () => {
	expect(widened(page("'self'"))).toBe(page("'self' https: http://localhost:* http://127.0.0.1:*"));
});

it('a policy that is not the one of all pages fails the build', () => {
	for (const connect of ["'none'", "'self' https:"]) expect(() => widened(page(connect))).toThrow(/policy/);
	expect(() => widened(page("'self'").repeat(2))).toThrow(/policy/);
});

/** Whom the pages of a build with this setting may connect to. */
async function connectedWith(tiles: string, basemap = ''): Promise<string[]> {
	vi.resetModules();
	vi.stubEnv('VITE_TILES', tiles);
	vi.stubEnv('VITE_BASEMAP', basemap);
	onTestFinished(() => {
		vi.unstubAllEnvs();
		// What was read with these settings is not for the test files that come after this one.
		vi.resetModules();
	});
	const { default: config } = await import('../../../svelte.config.js');
	return config.kit!.csp!.directives!['connect-src']!;
}

it.each([
	['', []],
	['/reports.pmtiles', []],
	['https://tiles.example/reports.pmtiles', ['https://tiles.example']],
	[
		'/a.pmtiles, https://tiles.example:8443/b.pmtiles?c#d,HTTPS://Tiles.Example:8443/e.pmtiles , http://127.0.0.1:9000/f.pmtiles',
		['https://tiles.example:8443', 'http://127.0.0.1:9000']
	],
	['https://reader:secret@tiles.example/a.pmtiles', ['https://tiles.example']],
	['data:,x,javascript:alert(1),https.pmtiles,*', []]
])(
	'pages may connect to the hosts of archives that VITE_TILES names, and to no others: %s',
	async (tiles, hosts) => {
		expect(await connectedWith(tiles)).toEqual(['self', ...hosts]);
	}
);

it('pages may connect to the hosts of the backgrounds that a data set names, and to no others', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'attested-basemaps-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	writeFileSync(
		join(folder, 'basemaps.json'),
		JSON.stringify({
			basemaps: [
				{ type: 'ready', id: 'openstreetmap' },
				{ type: 'ready', id: 'protomaps' },
				{ type: 'raster', url: 'https://{s}.tiles.example/{z}/{x}/{y}.png', subdomains: ['a', 'b'] },
				{ type: 'style', url: 'https://maps.example/style.json', hosts: ['https://letters.example'] }
			]
		})
	);
	vi.stubEnv('ATTESTED_DATA', folder);
	expect(await connectedWith('')).toEqual([
		'self',
		'https://tile.openstreetmap.org',
		'https://a.tiles.example',
		'https://b.tiles.example',
		'https://maps.example',
		'https://letters.example'
	]);
});

it('pages and workers may connect to the host of the basemap and of the archives, and the service worker to its own', async () => {
	const hosts = await connectedWith(
		'https://tiles.example/a.pmtiles',
		'https://maps.example/style.json?key=1'
	);
	expect(hosts).toEqual(['self', 'https://tiles.example', 'https://maps.example']);
	const { headersOf } = await import('../../../src/tools/headers');
	const policyOf = (path: string) => headersOf(path)['Content-Security-Policy'];
	for (const path of ['/_app/immutable/workers/read.worker-1.js', '/_app/immutable/assets/worker.mjs'])
		expect(policyOf(path)).toContain("; connect-src 'self' https://tiles.example https://maps.example; ");
	expect(policyOf('/service-worker.js')).toContain("; connect-src 'self'; ");
	expect(await connectedWith('', '/syria.pmtiles')).toEqual(['self']);
});

it('the page that asks others is found by its policy where the site has archives of other hosts too', async () => {
	const [, ...hosts] = await connectedWith('https://tiles.example/a.pmtiles,http://localhost:9000/b.pmtiles');
	expect(hosts).toHaveLength(2);
	expect(widened(page(["'self'", ...hosts].join(' ')))).toBe(
		page("'self' https: http://localhost:* http://127.0.0.1:*")
	);
});

it('that page is one in each language, and its compressed forms are the same', () => {
	expect(asking).toEqual(['fetch.html', ...languagesInPaths.map((tag) => `${tag}/fetch.html`)]);
	const directory = mkdtempSync(join(tmpdir(), 'attested-policy-'));
	try {
		for (const file of asking) {
			mkdirSync(dirname(join(directory, file)), { recursive: true });
			writeFileSync(join(directory, file), page("'self'"));
			writeFileSync(join(directory, `${file}.gz`), gzipSync('old'));
		}
		widenPolicy(directory);
		for (const file of asking) {
			const path = join(directory, file);
			const html = readFileSync(path, 'utf8');
			expect(html).toContain('https:');
			expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(html);
			expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(html);
		}
	} finally {
		rmSync(directory, { recursive: true });
	}
});
