import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const kilobytes = 1024;

test("the words of each page come with at most 60 KB of script, and none of it is the map's", () => {
	const pages = readdirSync('build', { recursive: true, encoding: 'utf8' }).filter((name) =>
		name.endsWith('.html')
	);
	const sizes = new Map<string, number>();
	const sizeOf = (script: string) => {
		if (sizes.has(script)) return sizes.get(script)!;
		const code = readFileSync(`build${script}`);
		expect(code.includes('maplibre'), `${script} is the map`).toBe(false);
		sizes.set(script, gzipSync(code).length);
		return sizes.get(script)!;
	};
	const weights = pages.map((page) => {
		const html = readFileSync(`build/${page}`, 'utf8');
		// Every script that the page names, whatever the order of the attributes that name it.
		const named = [...html.matchAll(/["'](\/[^"']+\.js)["']/g)].map(([, address]) => address!);
		const scripts = [...new Set(named.filter((address) => address.startsWith('/_app/')))];
		expect(scripts.length, page).toBeGreaterThan(4);
		return { page, bytes: scripts.reduce((sum, script) => sum + sizeOf(script), 0) };
	});
	// Letters outside ASCII take two bytes each.
	for (const kind of ['ar.html', 'ar/tour/', 'ar/articles/', 'table.html', 'embed/sites/', 'desk/map.html'])
		expect(weights.some(({ page }) => page.startsWith(kind))).toBe(true);
	expect(weights.filter(({ bytes }) => bytes > 60 * kilobytes)).toEqual([]);
});
