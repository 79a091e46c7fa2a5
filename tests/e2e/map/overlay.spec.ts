/** A reader's own data on the map: toggles, time, search, a row, and what is taken away again. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Marks } from '../../../src/lib/map/data';
import { palette } from '../../../src/lib/overlay/colours';
import { expect, hydrated, test } from '../support/fixture';
import { desktop, drawn, loseContext, mark, middle, roomy } from '../support/map';
import { card, few, give, row, shown, toggle, unfold } from '../support/overlay';

interface Incident {
	name: string;
	latitude: number;
	longitude: number;
	actor: string;
	kind: string;
	date: string;
}

const actors = ['Northern Brigade', 'Iran', 'Russia', 'Syrian government', 'Israel', 'United States', 'SDF'];
const towns: [string, number, number][] = [
	['Tartus', 34.89, 35.89],
	['Palmyra', 34.56, 38.28],
	['Aleppo', 36.2, 37.13],
	['Deir ez-Zor', 35.33, 40.14],
	['Daraa', 32.62, 36.1]
];
/** Of actors that the site has not, whose colours are ours alone. */
const ofOthers = few.replaceAll('Iran', 'Northern Brigade').replaceAll('Russia', 'Southern Brigade');
const kinds = ['strike', 'presence', 'test'];

/** Mulberry32: the same numbers between 0 and 1 for the same seed. */
function numbersFrom(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** Made-up incidents of seven actors, the first of which have most of them, between 2015 and 2022. */
function incidents(count: number, seed = 1): Incident[] {
	const next = numbersFrom(seed);
	const upTo = (most: number) => Math.floor(next() * most);
	return Array.from({ length: count }, (_, number) => {
		const [town, latitude, longitude] = towns[upTo(towns.length)]!;
		return {
			name: `${town} ${number + 1}`,
			latitude: +(latitude + next() - 0.5).toFixed(4),
			longitude: +(longitude + next() - 0.5).toFixed(4),
			actor: actors[Math.floor(next() * next() * actors.length)]!,
			kind: kinds[upTo(kinds.length)]!,
			date: new Date(Date.UTC(2015, 0, 1) + upTo(2900) * 86_400_000).toISOString().slice(0, 10)
		};
	});
}

const csvOf = (rows: Incident[]) =>
	[
		'name,latitude,longitude,actor,kind,date',
		...rows.map(
			({ name, latitude, longitude, actor, kind, date }) =>
				`${name},${latitude},${longitude},${actor},${kind},${date}`
		)
	].join('\n');

/** The pixels of the map that have a colour: how many, and their middle in pixels of the page. */
async function pixelsOf(page: Page, colour: string): Promise<{ count: number; x: number; y: number }> {
	const map = page.locator('section.map');
	const box = (await map.boundingBox())!;
	const picture = (await page.screenshot({ clip: box })).toString('base64');
	return page.evaluate(
		async ({ picture, colour, box }) => {
			const image = new Image();
			image.src = `data:image/png;base64,${picture}`;
			await image.decode();
			const canvas = Object.assign(document.createElement('canvas'), {
				width: image.width,
				height: image.height
			});
			const context = canvas.getContext('2d')!;
			context.drawImage(image, 0, 0);
			const { data } = context.getImageData(0, 0, image.width, image.height);
			const wanted = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
			let [count, x, y] = [0, 0, 0];
			for (let at = 0; at < data.length; at += 4) {
				if (!wanted.every((value, channel) => Math.abs(data[at + channel]! - value) < 12)) continue;
				count++;
				x += (at / 4) % image.width;
				y += Math.floor(at / 4 / image.width);
			}
			return { count, x: box.x + x / count, y: box.y + y / count };
		},
		{ picture, colour, box }
	);
}

/** Waits until nothing on the map moves any more. */
async function still(page: Page): Promise<void> {
	let before = '';
	await expect
		.poll(async () => {
			const box = (await page.locator('section.map').boundingBox())!;
			const now = (await page.screenshot({ clip: box })).toString('base64');
			const isStill = now === before;
			before = now;
			return isStill;
		})
		.toBe(true);
}

const written = (count: number) => new Intl.NumberFormat('en-GB').format(count);
const ofAll = (part: number, all: number) =>
	part === all ? `${written(all)} rows` : `${written(part)} of ${written(all)} rows`;

test.describe('a hundred thousand rows', () => {
	test.use({ viewport: desktop });
	const rows = incidents(100_000);
	const countOf = (passes: (row: Incident) => boolean) => rows.filter(passes).length;

	test('are toggled, cut by time, searched, exported, still there after a reload, and gone when removed', async ({
		page,
		watch
	}) => {
		test.setTimeout(240_000);
		await give(page, csvOf(rows), 'incidents.csv');
		await expect(shown(page)).toHaveText('100,000 rows');
		await card(page).getByRole('button', { name: 'Rename' }).click();
		await page.keyboard.type('Made up');
		await page.keyboard.press('Enter');
		await expect(card(page).getByRole('heading', { name: 'Made up' })).toBeVisible();
		// Not one of the site's actors, whose marks among the reports have the same colour: the first of our own.
		const [own] = palette;
		await expect.poll(async () => (await pixelsOf(page, own)).count).toBeGreaterThan(500);
		// They come back with the picture.
		watch.allowed.push('WebGL', 'CONTEXT_LOST');
		const restore = await loseContext(page);
		await expect.poll(async () => (await pixelsOf(page, own)).count).toBeLessThan(20);
		await restore();
		await expect.poll(async () => (await pixelsOf(page, own)).count).toBeGreaterThan(500);

		await toggle(page, 'Northern Brigade').click();
		const withoutOne = countOf(({ actor }) => actor !== 'Northern Brigade');
		await expect(shown(page)).toHaveText(ofAll(withoutOne, 100_000));
		await expect.poll(async () => (await pixelsOf(page, own)).count).toBeLessThan(20);
		await expect(toggle(page, 'Northern Brigade')).toHaveAttribute('aria-pressed', 'false');

		const from = card(page).locator('input[type="date"]').first();
		await from.fill('2019-01-01');
		await from.blur();
		const late = countOf(({ actor, date }) => actor !== 'Northern Brigade' && date >= '2019-01-01');
		await expect(shown(page)).toHaveText(ofAll(late, 100_000));
		// What a value has is what turning it on would bring.
		const hidden = countOf(({ actor, date }) => actor === 'Northern Brigade' && date >= '2019-01-01');
		await expect(toggle(page, 'Northern Brigade')).toContainText(written(hidden));
		const slider = card(page).getByRole('slider', { name: 'From' });
		await expect(slider).toHaveAttribute('aria-valuetext', '1 January 2019');
		await slider.press('ArrowRight');
		await expect(slider).toHaveAttribute('aria-valuetext', '2 January 2019');
		const later = countOf(({ actor, date }) => actor !== 'Northern Brigade' && date >= '2019-01-02');
		await expect(shown(page)).toHaveText(ofAll(later, 100_000));

		await card(page)
			.getByRole('searchbox', { name: /Search all fields/ })
			.fill('palmyra strike');
		const found = rows.filter(
			({ name, kind, actor, date }) =>
				name.startsWith('Palmyra') &&
				kind === 'strike' &&
				actor !== 'Northern Brigade' &&
				date >= '2019-01-02'
		);
		await expect(shown(page)).toHaveText(ofAll(found.length, 100_000));

		const download = page.waitForEvent('download');
		await card(page).getByRole('button', { name: 'Export what is shown (CSV)' }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('Made up.csv');
		const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
		expect(lines[0]).toContain('name,latitude,longitude,actor,kind,date,');
		expect(lines.slice(1).map((line) => line.split(',')[0])).toEqual(found.map(({ name }) => name));

		// A search is for now; all else is as it was left.
		await page.goto('/?from=2020-01-01&to=2020-12-31');
		await hydrated(page);
		await expect(card(page)).toBeAttached({ timeout: 60_000 });
		await unfold(page);
		await expect(card(page).getByRole('heading', { name: 'Made up' })).toBeVisible();
		await expect(toggle(page, 'Northern Brigade')).toHaveAttribute('aria-pressed', 'false');
		// The page's own time holds here too.
		const inYear = countOf(({ actor, date }) => actor !== 'Northern Brigade' && date.startsWith('2020'));
		await expect(shown(page)).toHaveText(ofAll(inYear, 100_000));
		await expect(card(page)).toContainText('The timeline of the map holds here too');

		await card(page).getByRole('button', { name: 'Remove', exact: true }).click();
		await expect(card(page).getByText('Remove “Made up” from this browser?')).toBeVisible();
		await expect(card(page).getByRole('button', { name: 'Keep' })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(card(page).getByRole('button', { name: 'Remove', exact: true })).toBeFocused();
		await page.keyboard.press('Enter');
		await card(page)
			.getByRole('group', { name: /Remove/ })
			.getByRole('button', { name: 'Remove' })
			.click();
		await expect(card(page)).toHaveCount(0);
		await page.reload();
		await hydrated(page);
		await drawn(page);
		await expect(page.locator('[data-own="0"]')).toBeAttached();
		await expect(card(page)).toHaveCount(0);
	});
});

test.describe('a row', () => {
	test.use({ viewport: desktop });

	test('is read from the map and from the table', async ({ page }) => {
		await give(page, ofOthers, 'few.csv');

		await test.step('it is opened from the map, alone or out of those at its place, as text; Escape closes it', async () => {
			await card(page).getByRole('button', { name: 'Show all of it on the map' }).click();
			const [blue, orange] = palette;
			await expect.poll(async () => (await pixelsOf(page, orange)).count).toBeGreaterThan(20);
			await still(page);
			const iran = await pixelsOf(page, orange);
			// The panel unfolds for it.
			await page.locator('button[aria-controls$="-own"]').click();
			await expect(card(page)).toBeHidden();
			await page.mouse.click(iran.x, iran.y);
			await expect(row(page).getByRole('heading', { name: 'Depot' })).toBeFocused();
			await expect(row(page).getByRole('definition').filter({ hasText: 'It was there' })).toBeVisible();
			const link = row(page).getByRole('link', { name: /example.org\/depot/ });
			await expect(link).toHaveAttribute('rel', /noopener noreferrer/);
			await expect(row(page)).toContainText('34.10000, 38.90000');
			await expect(row(page)).toContainText('line or entry 2');
			await expect(row(page)).toContainText('Empty: note');
			await page.keyboard.press('Escape');
			await expect(row(page)).toHaveCount(0);

			const russia = await pixelsOf(page, blue);
			await page.mouse.click(russia.x, russia.y);
			await expect(row(page).getByRole('heading', { name: '2 rows' })).toBeFocused();
			await row(page).getByRole('button', { name: /Camp/ }).click();
			await expect(row(page).getByRole('heading', { name: 'Camp' })).toBeFocused();
			await expect(row(page)).toContainText('<img src=x onerror=alert(1)>');
			await expect(row(page).getByRole('link')).toHaveCount(0);
			await row(page).getByRole('button', { name: 'Back to the 2 rows' }).click();
			await expect(row(page).getByRole('button', { name: /Post/ })).toBeVisible();
			// A click beside all marks closes it.
			await page.mouse.click((iran.x + russia.x) / 2, (iran.y + russia.y) / 2);
			await expect(row(page)).toHaveCount(0);
		});

		await test.step('it is found in the table by keys, opened beside it, and shown on the map', async () => {
			await unfold(page);
			const opener = card(page).getByRole('button', { name: 'Table', exact: true });
			await opener.click();
			const table = page.getByRole('dialog', { name: 'few.csv' });
			const grid = table.getByRole('grid');
			await expect(grid).toBeFocused();
			await expect(grid).toHaveAttribute('aria-rowcount', '5');
			const names = () => table.locator('[role="gridcell"][aria-colindex="1"]').allInnerTexts();
			await expect.poll(names).toEqual(['Depot', 'Camp', 'Post', 'Radar']);

			const title = table.getByRole('columnheader', { name: 'title' });
			await title.getByRole('button').click();
			await expect(title).toHaveAttribute('aria-sort', 'ascending');
			await expect.poll(names).toEqual(['Camp', 'Depot', 'Post', 'Radar']);
			await title.getByRole('button').click();
			await expect(title).toHaveAttribute('aria-sort', 'descending');
			await expect.poll(names).toEqual(['Radar', 'Post', 'Depot', 'Camp']);

			await grid.focus();
			await page.keyboard.press('Control+End');
			await page.keyboard.press('ArrowUp');
			const active = () =>
				grid.evaluate(
					(grid) => document.getElementById(grid.getAttribute('aria-activedescendant')!)?.ariaColIndex
				);
			expect(await active()).toBe('8');
			await page.keyboard.press('Home');
			expect(await active()).toBe('1');
			await page.keyboard.press('Enter');
			await expect(table.getByRole('heading', { name: 'Depot' })).toBeFocused();
			await expect(table.getByRole('row', { selected: true })).toContainText('Depot');
			await page.keyboard.press('Escape');
			await expect(table.getByRole('heading', { name: 'Depot' })).toHaveCount(0);
			await expect(grid).toBeFocused();

			await table.getByRole('searchbox').fill('nowhere');
			await expect.poll(names).toEqual(['Radar']);
			await expect(table.getByRole('status').first()).toHaveText('1 of 4 rows');
			await table.locator('[role="gridcell"]').first().click();
			await expect(table.getByText('nowhere on the map')).toBeVisible();
			await page.keyboard.press('Escape');
			await table.getByRole('searchbox').fill('no such row');
			await expect(table.getByText('No row is shown.')).toBeVisible();
			await expect(grid).toHaveAttribute('aria-rowcount', '1');
			await table.getByRole('searchbox').fill('');
			await expect.poll(names).toEqual(['Radar', 'Post', 'Depot', 'Camp']);
			await table.getByRole('gridcell', { name: 'Depot', exact: true }).click();
			await table.getByRole('button', { name: 'Show on the map' }).click();
			await expect(table).toHaveCount(0);
			// It stays open in the panel, and the map has gone there.
			await expect(row(page).getByRole('heading', { name: 'Depot' })).toBeVisible();
			await expect(page).toHaveURL(/map=/);
		});
	});
});

test.describe('rows under a mark of ours', () => {
	test.use({ viewport: roomy, hasTouch: true });

	test('look out as a ring of their colour, and a click, a finger and a key offer both', async ({
		page,
		watch
	}) => {
		watch.allowed.push('GPU stall');
		const marks = JSON.parse(await (await page.request.get('/map/marks.geojson')).text()) as Marks;
		const [longitude, latitude] = marks.features.find(({ properties }) => properties.site === 'tanf')!
			.geometry.coordinates as [number, number];
		const [own] = palette;
		await give(
			page,
			`name,lat,lon,actor\nHidden row,${latitude},${longitude},Northern Brigade\n`,
			'mine.csv'
		);
		const link = mark(page, 'tanf');
		await expect(link).toContainText('Rows of added data lie here too');
		const ring = async () => (await pixelsOf(page, own)).count;
		await expect.poll(ring).toBeGreaterThan(60);
		// The legend says what a ring means while there is one.
		const legend = page.locator('details.legend');
		const explained = legend.locator('[data-beneath]');
		await legend.locator('summary').click();
		await expect(explained).toBeVisible();
		await legend.locator('summary').click();

		const menu = page.getByRole('dialog', { name: 'Several things lie here' });
		const { x, y } = await middle(link);
		await page.mouse.click(x, y);
		await expect(menu.getByRole('link')).toBeFocused();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(row(page).getByRole('heading', { name: 'Hidden row' })).toBeVisible();
		await expect(page).not.toHaveURL(/sites/);
		await page.touchscreen.tap(x, y);
		await menu.getByRole('button', { name: '1 row of \u2068mine.csv\u2069' }).tap();
		await expect(menu).toHaveCount(0);
		await link.focus();
		await page.keyboard.press('Enter');
		await expect(menu.getByRole('link')).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(link).toBeFocused();

		// What is turned off is not there any more: neither ring nor choice.
		await toggle(page, 'Northern Brigade').click();
		await expect.poll(ring).toBeLessThan(20);
		await legend.locator('summary').click();
		await expect(legend.getByRole('heading').first()).toBeVisible();
		await expect(explained).toHaveCount(0);
		await legend.locator('summary').click();
		await expect(link).not.toContainText('Rows of added data');
		await page.mouse.click(x, y);
		await expect(page).toHaveURL(/\/sites\/tanf/);
	});
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a mark that is tapped is read in the sheet of own data, and the way back leads to the map', async ({
		page,
		watch
	}) => {
		watch.allowed.push('GPU stall');
		await give(page, ofOthers, 'few.csv');
		// This site publishes no archive: there is no place for one, and none is asked for.
		await expect(page.locator('[data-own]')).toBeAttached();
		await expect(page.locator('[data-published-layers]')).toHaveCount(0);
		await card(page).getByRole('button', { name: 'Show all of it on the map' }).click();
		const own = page.getByRole('dialog', { name: 'Your own data' });
		await expect(own, 'to show it on the map is to see the map').toBeHidden();
		await page.getByRole('slider', { name: 'Height of the panel' }).press('Home');
		await expect(page.locator('main.panel')).toHaveAttribute('data-sheet', 'low');
		await still(page);
		const iran = await pixelsOf(page, palette[1]);
		await page.touchscreen.tap(iran.x, iran.y);
		await expect(own).toBeVisible();
		await expect(row(page).getByRole('heading', { name: 'Depot' })).toBeInViewport();
		await own.getByRole('button', { name: 'Back', exact: true }).tap();
		await expect(own).toBeHidden();
	});
});
