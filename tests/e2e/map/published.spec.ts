/** Archives that the site publishes: the built site with one beside it, on a host that answers range requests. */
import {
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { random } from '../../../src/tools/bench/made-up';
import { serve } from '../../../src/tools/serve';
import { makeTiles } from '../../../src/tools/tiles';
import { violations } from '../support/axe';
import { expect, hydrated, test as base } from '../support/fixture';
import { desktop, open } from '../support/map';
import { sizes } from '../support/pages';

const rows = 15_000;

/** Rows all over Syria, of three actors, on the days of three years; a hundred have no place. */
function madeUp(): string {
	const next = random(5);
	const lines = Array.from({ length: rows }, (_, index) => {
		const place = index < 100 ? ',' : `${(32.5 + next() * 4.5).toFixed(5)},${(35.8 + next() * 6).toFixed(5)}`;
		const day = new Date(Date.UTC(2020, 0, 1 + (index % 1000))).toISOString().slice(0, 10);
		return `${place},${['Russia', 'Iran', '<b>Iran</b>'][index % 3]},${day},https://example.org/${index}`;
	});
	return ['lat,lon,actor,date,source', ...lines].join('\n');
}

interface Site {
	address: string;
	/** Bytes of the archive. */
	size: number;
}

/** What a build with VITE_TILES=/reports.pmtiles is: the same files, but for the first tag of its pages. */
const test = base.extend<object, { site: Site }>({
	site: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads from it which others this one needs.
		async ({}, use) => {
			const folder = mkdtempSync(join(tmpdir(), 'attested-published-'));
			for (const name of readdirSync('build'))
				if (!name.startsWith('index.html')) symlinkSync(resolve('build', name), join(folder, name));
			const page = readFileSync('build/index.html', 'utf8');
			expect(page).toContain('data-tiles=""');
			writeFileSync(
				join(folder, 'index.html'),
				page.replace('data-tiles=""', 'data-tiles="/reports.pmtiles"')
			);
			writeFileSync(join(folder, 'rows.csv'), madeUp());
			const output = join(folder, 'reports.pmtiles');
			await makeTiles(join(folder, 'rows.csv'), {
				output,
				name: 'Made-up <i>rows</i>',
				attribution: 'Nobody at all',
				keep: ['date', 'source']
			});
			const site = await serve(folder, { port: 0 });
			await use({ address: site.address, size: statSync(output).size });
			await site.close();
			rmSync(folder, { recursive: true });
		},
		{ scope: 'worker' }
	],
	baseURL: async ({ site }, use) => use(site.address)
});

test.use({ viewport: desktop });

const card = (page: Page) => page.locator('[data-layer="published0"]');

/** Pixels of the page between our own sites. */
const middle = { x: 700, y: 300 };

const picture = async (page: Page): Promise<string> =>
	(await page.screenshot({ clip: { x: middle.x - 60, y: middle.y - 60, width: 120, height: 120 } })).toString(
		'base64'
	);

test('an archive is fetched in parts, answers, is kept as it was left, and can be used by everybody', async ({
	page,
	site
}) => {
	const told = page.locator('[data-unopened="no-ranges"]');
	const visible = card(page).getByRole('checkbox');
	const iran = card(page).locator('.toggle').nth(1);
	const until = card(page).getByLabel('To', { exact: true }).last();
	const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => /pmtiles/.test(key)));
	const asked: { range: string | undefined; status: number; bytes: number }[] = [];

	await test.step('a host that does not answer range requests is told of in words, and can be tried again', async () => {
		await page.route('**/reports.pmtiles', async (route) =>
			route.fulfill({ status: 200, contentType: 'application/octet-stream', body: 'x'.repeat(50_000) })
		);
		// With few sites of ours, of which none is clicked in the place of a mark.
		await open(page, '/?actors=sdf');
		await expect(told).toContainText('/reports.pmtiles');
		await expect(told).toContainText('does not answer range requests');
		await page.unroute('**/reports.pmtiles');
		page.on('response', (response) => {
			if (!response.url().endsWith('.pmtiles')) return;
			const bytes = Number(response.headers()['content-length']);
			asked.push({ range: response.request().headers().range, status: response.status(), bytes });
		});
		await page.getByRole('button', { name: 'Try again' }).click();
		await expect(card(page)).toBeVisible();
		await expect(told).toHaveCount(0);
	});

	await test.step('only the parts in view are fetched; its values, time and marks answer', async () => {
		await expect(card(page).getByRole('heading')).toHaveText('Made-up <i>rows</i>');
		await expect(card(page)).toContainText('15,000 rows');
		await expect(card(page)).toContainText('14,900 of them on the map');
		await expect(card(page)).toContainText('Nobody at all');
		await expect(card(page).locator('.toggle .name')).toHaveText(['Russia', 'Iran', '<b>Iran</b>']);
		await expect(card(page).locator('.toggle .count')).toHaveText(['5,000', '5,000', '5,000']);
		await expect(iran).toHaveAttribute('aria-pressed', 'true');
		expect(await kept()).toEqual([]);

		await page.mouse.move(5, 5);
		await visible.uncheck();
		let bare = '';
		await expect(async () => {
			const before = await picture(page);
			bare = await picture(page);
			expect(bare).toBe(before);
		}).toPass();
		const shows = (what: boolean) =>
			expect.poll(async () => (await picture(page)) !== bare, { timeout: 40_000 }).toBe(what);
		await visible.check();
		await shows(true);
		await card(page).getByRole('button', { name: 'None' }).click();
		await shows(false);
		await card(page).getByRole('button', { name: 'Show only Russia' }).click();
		await shows(true);
		await card(page).getByRole('button', { name: 'All', exact: true }).click();

		await until.fill('2020-01-01');
		await expect(card(page)).toContainText('The numbers of rows are those of all time');
		await until.fill('2022-09-26');
		await shows(true);

		const chosen = card(page).locator('[data-published-chosen]');
		let step = 0;
		await expect(async () => {
			await page.mouse.click(middle.x + 3 * (step % 8), middle.y + 3 * Math.floor(step++ / 8));
			await expect(chosen).toBeVisible({ timeout: 1000 });
		}).toPass();
		await expect(chosen).toContainText(/\d+ rows?, (Iran|Russia|<b>Iran<\/b>)/);
		const ofRow = chosen.getByRole('link', { name: /^https:\/\/example\.org\/\d+/ });
		await expect(ofRow.or(chosen.getByText('Zoom in until a mark stands for one row'))).toBeVisible();
		await chosen.getByRole('button', { name: 'Close' }).click();
		await expect(chosen).toHaveCount(0);

		expect(asked.length).toBeGreaterThan(2);
		for (const { range, status } of asked)
			expect([status, range]).toEqual([206, expect.stringMatching(/^bytes=\d+-\d+$/)]);
		const bytes = asked.reduce((sum, { bytes }) => sum + bytes, 0);
		expect(bytes).toBeLessThan(site.size / 5);
	});

	await test.step('what is shown of it is as it was left, after a reload', async () => {
		await iran.click();
		await until.fill('2021-03-04');
		await visible.uncheck();
		await page.reload();
		await hydrated(page);
		await expect(iran).toHaveAttribute('aria-pressed', 'false');
		await expect(card(page).locator('.toggle[aria-pressed="true"]')).toHaveCount(2);
		await expect(until).toHaveValue('2021-03-04');
		await expect(visible).not.toBeChecked();
	});

	await test.step('its panel has no fault that axe finds, on a desk and on a phone', async () => {
		await visible.check();
		await expect(card(page)).toContainText('The numbers of rows are those of all time');
		for (const size of sizes.filter(({ name }) => name !== 'a tablet')) {
			await page.setViewportSize(size);
			await page.emulateMedia({ colorScheme: 'light' });
			expect(await violations(page)).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await violations(page, 'colours')).toEqual([]);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
			expect(wide).toBe(false);
		}
	});
});
