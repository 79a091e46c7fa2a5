/**
 * A reader who stays: for ten minutes the same page is moved, zoomed, filtered and left for others, with 3,000 rows of
 * the reader's own on the map. What a document holds is counted once a minute, after a collection of garbage.
 */
import type { CDPSession, Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { withBrowser } from '../../bench/measure';
import { project } from '../../command';
import { serve } from '../../serve';
import type { Circumstances, Part, Row } from '../part';

const minutes = 10;
/** The first are for what is fetched and compiled once. */
const settling = 2;
const ownRows = 3000;

const part: Part = { title: 'A soak of ten minutes', minutes: minutes + 4, isByName: true, rows };
export default part;

/** What a document holds at one time. */
interface Held {
	minute: number;
	/** MB. */
	heap: number;
	nodes: number;
	listeners: number;
	cycles: number;
}

async function* rows({ random }: Circumstances): AsyncGenerator<Row> {
	const built = join(project, 'build');
	if (!existsSync(join(built, 'index.html'))) throw new Error('Build the site first: npm run build');
	const site = await serve(built, { port: 0 });
	try {
		yield* await withBrowser(async (browser) => {
			const page = await browser.newPage({
				viewport: { width: 1280, height: 800 },
				serviceWorkers: 'block'
			});
			const errors: string[] = [];
			page.on('pageerror', ({ message }) => errors.push(message));
			const held = await soak(page, site.address, random);
			return [...held.map((one, index) => rowOf(one, held[index - 1]?.cycles ?? 0)), ...judged(held, errors)];
		});
	} finally {
		await site.close();
	}
}

const rowOf = ({ minute, heap, nodes, listeners, cycles }: Held, before: number): Row => ({
	input: `minute ${minute}, ${cycles} rounds`,
	promise: 'the page goes on',
	held: cycles > before,
	detail: `${heap.toFixed(1)} MB, ${nodes} nodes, ${listeners} listeners`
});

function judged(held: Held[], errors: string[]): Row[] {
	const steady = held.filter(({ minute }) => minute >= settling);
	const slope = slopeOf(steady.map(({ minute, heap }) => [minute, heap]));
	const spread = (of: 'nodes' | 'listeners') => {
		const counts = steady.map((one) => one[of]);
		return Math.max(...counts) - Math.min(...counts);
	};
	const within = (of: 'nodes' | 'listeners') => spread(of) <= 0.02 * steady[0]![of];
	const input = `${minutes} minutes with ${ownRows.toLocaleString('en')} rows of one’s own`;
	const row = (promise: string, isHeld: boolean, detail: string) => ({
		input,
		promise,
		held: isHeld,
		detail
	});
	return [
		row('the heap grows by less than 0.3 MB a minute', slope < 0.3, `${slope.toFixed(2)} MB a minute`),
		row('the number of nodes stays', within('nodes'), `within ${spread('nodes')} of ${steady[0]!.nodes}`),
		row(
			'the number of listeners stays',
			within('listeners'),
			`within ${spread('listeners')} of ${steady[0]!.listeners}`
		),
		row('no error is left to the page', errors.length === 0, errors[0] ?? 'none')
	];
}

/** By least squares. */
function slopeOf(points: [number, number][]): number {
	const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at], 0) / points.length;
	const [x, y] = [mean(0), mean(1)];
	const over = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
	return over / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

async function soak(page: Page, address: string, random: () => number): Promise<Held[]> {
	await page.goto(address);
	await page.locator('[data-map="ready"]').waitFor({ state: 'attached' });
	await addRows(page, random);
	const session = await page.context().newCDPSession(page);
	await session.send('HeapProfiler.enable');
	await session.send('Performance.enable');
	const held: Held[] = [];
	const begin = performance.now();
	let cycles = 0;
	for (let minute = 1; minute <= minutes; minute++) {
		while (performance.now() - begin < minute * 60_000) {
			await round(page, random);
			cycles++;
		}
		held.push({ minute, cycles, ...(await count(session)) });
	}
	return held;
}

async function addRows(page: Page, random: () => number): Promise<void> {
	const actors = ['Russia', 'Iran', 'Israel', 'Turkey'];
	const lines = Array.from({ length: ownRows }, (_, row) => {
		const [lat, lon] = [33 + 3.5 * random(), 36 + 5 * random()].map((degrees) => degrees.toFixed(4));
		const actor = actors[Math.floor(random() * actors.length)];
		return `Row ${row},${lat},${lon},${actor},${2015 + (row % 8)}-05-01`;
	});
	const text = ['name,lat,lon,actor,date', ...lines].join('\n');
	await openPanel(page);
	await page
		.locator('[data-own] input[type="file"]')
		.setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
	await page.locator('[data-keeping="kept"]').waitFor();
}

async function openPanel(page: Page): Promise<void> {
	const panel = page.locator('[data-own]');
	if (await panel.isVisible()) return;
	await page.locator('button[aria-controls$="-own"]').click();
	await panel.locator('.add').waitFor();
}

/** Everything once, and then all is as it was: pan, zoom, toggle, select, go to other pages and back. */
async function round(page: Page, random: () => number): Promise<void> {
	const map = page.locator('section.map');
	const box = (await map.boundingBox())!;
	const [x, y] = [box.x + box.width * 0.6, box.y + box.height / 2];
	const [dx, dy] = [80 * random() - 40, 80 * random() - 40];
	await page.mouse.move(x, y);
	for (const [over, down] of [
		[dx, dy],
		[-dx, -dy]
	] as const) {
		await page.mouse.down();
		await page.mouse.move(x + over, y + down, { steps: 4 });
		await page.mouse.up();
		await page.mouse.move(x, y);
	}
	await page.mouse.wheel(0, -240);
	await page.mouse.wheel(0, 240);

	const actor = page.locator('button[data-actor="united-states"]');
	for (const pressed of ['false', 'true']) {
		await actor.click();
		await page.locator(`button[data-actor="united-states"][aria-pressed="${pressed}"]`).waitFor();
	}
	await openPanel(page);
	const own = page.locator('article.layer button[data-code]').first();
	for (let times = 0; times < 2; times++) await own.click();

	await page
		.locator('main')
		.getByRole('link', { name: /^Al-Tanf garrison/ })
		.first()
		.click();
	await page.waitForURL(({ pathname }) => pathname === '/sites/tanf');
	await page.goBack();
	await page.locator('button[data-actor="united-states"]').waitFor();

	for (const path of ['articles', 'table', 'about']) {
		// Links keep what is shown, as a query.
		await page.locator(`a[href="/${path}"], a[href^="/${path}?"]`).first().click();
		await page.waitForURL(({ pathname }) => pathname === `/${path}`);
		await page.goBack();
		await page.locator('[data-map="ready"]').waitFor({ state: 'attached' });
		await page.locator('button[data-actor="united-states"]').waitFor();
	}
}

async function count(session: CDPSession): Promise<Pick<Held, 'heap' | 'nodes' | 'listeners'>> {
	// What a collection sets free may free more: twice.
	for (let times = 0; times < 2; times++) await session.send('HeapProfiler.collectGarbage');
	const { metrics } = await session.send('Performance.getMetrics');
	const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
	return { heap: of('JSHeapUsedSize') / 1e6, nodes: of('Nodes'), listeners: of('JSEventListeners') };
}
