/**
 * `npm run bench -- first-picture`: how long it takes until there is a first picture of the map, and until the map has
 * drawn its own, on our page with all its words and on a bare page of MapLibre with the same basemap and points, turn by
 * turn in one run of one browser.
 */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { project } from '../command';
import { serve } from '../serve';
import { median, printTable, withBrowser, withBuiltPage } from './measure';

const rounds = 7;
/** How much longer our map may take, which comes after its picture. */
const mostRatio = 1.3;

/** Prints the table and gives what is over its budget, a line each. */
export function firstPicture(directory = join(project, 'build')): Promise<string[]> {
	return withBuiltPage('bare.html', async (bareDirectory) => {
		cpSync(join(directory, 'map/marks.geojson'), join(bareDirectory, 'marks.geojson'));
		const ours = await serve(directory, { port: 4392 });
		const bare = await serve(bareDirectory, { port: 4393 });
		try {
			const times = await withBrowser(async (browser) => {
				const times = { still: [] as number[], ours: [] as number[], bare: [] as number[] };
				// The first of each warms the machine and does not count.
				for (let round = 0; round <= rounds; round++) {
					const one = await time(browser, ours.address);
					const other = await time(browser, `${bare.address}src/tools/bench/bare.html`);
					if (round === 0) continue;
					times.still.push(one.still!);
					times.ours.push(one.drawn);
					times.bare.push(other.drawn);
				}
				return times;
			});
			const other = median(times.bare);
			const ratio = median(times.ours) / other;
			const row = (name: string, values: number[]) => [
				name,
				median(values).toFixed(0),
				`${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`,
				(median(values) / other).toFixed(2)
			];
			printTable(
				['page', 'ms', 'from–to', 'ratio to bare'],
				[
					row('ours: the picture in the page', times.still),
					row('ours: the map at rest', times.ours),
					row('bare MapLibre at rest', times.bare)
				]
			);
			console.log(`\nMedians of ${rounds} loads each with an empty cache, turn by turn, in one browser.`);
			return ratio <= mostRatio ? [] : [`Our map comes ${ratio.toFixed(2)} times as late as a bare one.`];
		} finally {
			await ours.close();
			await bare.close();
		}
	});
}

export interface Times {
	/** Until the frame after all of the still picture has come; undefined where a page has none. */
	still?: number;
	/** Until the map is at rest. */
	drawn: number;
}

/** Milliseconds from the start of the navigation. */
export async function time(browser: Browser, address: string): Promise<Times> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		serviceWorkers: 'block'
	});
	try {
		const page = await context.newPage();
		await page.addInitScript(() => {
			const times: Partial<Times> = {};
			new PerformanceObserver((list) => {
				if (!list.getEntries().some(({ name }) => name.includes('/still.svg'))) return;
				requestAnimationFrame(() => requestAnimationFrame(() => (times.still = performance.now())));
			}).observe({ type: 'resource', buffered: true });
			new MutationObserver((_, observer) => {
				if (!document.querySelector('[data-map="ready"]')) return;
				observer.disconnect();
				times.drawn = performance.now();
				Object.assign(window, { times });
			}).observe(document, { subtree: true, childList: true, attributes: true });
		});
		await page.goto(address);
		const at = await page.waitForFunction(() => (window as unknown as { times?: Times }).times, null, {
			timeout: 120_000
		});
		return (await at.jsonValue())!;
	} finally {
		await context.close();
	}
}
