import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '../support/fixture';

const kilobytes = 1024;
const pages = [
	'/',
	'/sites/masyaf-facility',
	'/articles/naija-on-point-2022',
	'/reports/naija-on-point-2022-1',
	'/tour/naija-on-point-2022/2',
	'/table',
	'/embed/sites/tanf',
	'/about',
	'/fetch',
	'/desk/map',
	// Letters outside ASCII take two bytes each.
	'/ar',
	'/ar/sites/masyaf-facility'
];

test("the words of a page come with at most 60 KB of script, and none of it is the map's", async ({
	request
}) => {
	for (const path of pages)
		await test.step(path, async () => {
			const html = await (await request.get(path)).text();
			// Every script that the page names, whatever the order of the attributes that name it.
			const scripts = [...html.matchAll(/["'](\/[^"']+\.js)["']/g)]
				.map(([, address]) => address!)
				.filter((address) => address.startsWith('/_app/'));
			expect(scripts.length).toBeGreaterThan(4);
			let total = 0;
			for (const script of new Set(scripts)) {
				const code = readFileSync(`build${script}`);
				expect(code.includes('maplibre'), `${script} is the map`).toBe(false);
				total += gzipSync(code).length;
			}
			expect(total).toBeLessThanOrEqual(60 * kilobytes);
		});
});
