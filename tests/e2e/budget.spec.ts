import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from './fixture';

const kilobytes = 1024;
const pages = [
	'/',
	'/sites/hmeimim',
	'/articles/iran-focus-2015',
	'/reports/iran-focus-2015-1',
	'/table',
	'/about'
];

for (const path of pages) {
	test(`the words of ${path} come with at most 60 KB of script, and none of it is the map's`, async ({
		page
	}) => {
		const html = await (await page.request.get(path)).text();
		const scripts = [
			...html.matchAll(/(?:modulepreload|src|import\()[^>]*?["'](\.{0,2}\/[^"']+\.js)["']/g)
		].map(([, address]) => new URL(address!, `http://site${path}`).pathname);
		expect(scripts.length).toBeGreaterThan(2);
		let total = 0;
		for (const script of new Set(scripts)) {
			const code = readFileSync(`build${script}`);
			expect(code.includes('maplibre'), `${script} is the map`).toBe(false);
			total += gzipSync(code).length;
		}
		expect(total).toBeLessThanOrEqual(60 * kilobytes);
	});
}
