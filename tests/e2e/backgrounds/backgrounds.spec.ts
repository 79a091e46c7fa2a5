/**
 * Backgrounds of other hosts: asked for by name and with the reader's leave, kept, and never in the way of the map's own. The
 * site is that of the second data set, which names some; the host is a server of our own.
 */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, hydrated, test as base } from '../support/fixture';
import { drawn } from '../support/map';
import { serveTiles, type Manner, type TileServer } from '../support/tiles';

const host = 'https://tiles.example.org';

const test = base.extend<{ tiles: TileServer }>({
	tiles: async ({ context, watch }, use) => {
		const tiles = await serveTiles();
		watch.allowed.push(`left the origin: ${host}`);
		let isOpen = true;
		const forward = (path: string) => (route: Parameters<Parameters<typeof context.route>[1]>[0]) =>
			route
				.fetch({ url: tiles.address + (path || new URL(route.request().url()).pathname) })
				.then((response) =>
					// Playwright shows a page what a browser would keep from it.
					'access-control-allow-origin' in response.headers()
						? route.fulfill({ response })
						: route.abort('failed')
				)
				// One that never answered, when all is over.
				.catch((error: unknown) => {
					if (isOpen) throw error;
				});
		await context.route(`${host}/**`, forward(''));
		await context.route('**/aerial.pmtiles', forward('/aerial.pmtiles'));
		await use(tiles);
		isOpen = false;
		await context.unrouteAll({ behavior: 'ignoreErrors' });
		await tiles.close();
	}
});

test.use({ viewport: { width: 1000, height: 600 } });

const control = (page: Page) => page.getByRole('button', { name: 'Background', exact: true });
const shows = (page: Page, state: string) =>
	expect(page.locator(`[data-background="${state}"]`)).toBeAttached({ timeout: 30_000 });

async function choose(page: Page, name: string) {
	await control(page).click();
	await page.getByRole('radio', { name }).check();
	await page.keyboard.press('Escape');
	await expect(control(page)).toBeFocused();
}

async function open(page: Page, path: string) {
	await page.goto(path);
	await hydrated(page);
	await drawn(page);
}

test('they are chosen in one control, name their host before it is asked, and are kept', async ({
	page,
	tiles
}) => {
	const paths = () => tiles.asked.map(({ path }) => path);
	const credits = page.locator('[data-map] .credits');

	await test.step('one of another host waits for the reader’s word', async () => {
		await open(page, '/');
		await control(page).click();
		await expect(page.getByRole('radio')).toHaveCount(6);
		await expect(page.getByRole('radio', { name: 'Plain map' })).toBeFocused();
		expect(await violations(page)).toEqual([]);
		await page.getByRole('radio', { name: 'Streets' }).check();
		await expect(page).toHaveURL(/[?&]background=streets$/);
		await expect(page.getByText('“Streets” is fetched from tiles.example.org')).toBeVisible();
		expect(await violations(page)).toEqual([]);
		expect(tiles.asked).toEqual([]);
		await page.getByRole('button', { name: 'Keep the plain map' }).click();
		await expect(page).not.toHaveURL(/background/);
	});

	await test.step('once it has it, the host is asked, and told the site but not the page', async () => {
		await choose(page, 'Streets');
		await page.getByRole('button', { name: 'Show it' }).click();
		await shows(page, 'shown');
		const asked = tiles.asked.filter(({ path }) => path.startsWith('/streets/'));
		expect(asked.length).toBeGreaterThan(0);
		expect(asked[0]!.headers.referer).toBe(`${new URL(page.url()).origin}/`);
		expect(asked[0]!.headers.cookie).toBeUndefined();
		await expect(credits).toContainText('Streets of nobody');
	});

	await test.step('WMTS: the picture is that of the day on which the timeline ends', async () => {
		await choose(page, 'Satellite of the day');
		await shows(page, 'shown');
		await page.goto('/?to=2020-05-31');
		await hydrated(page);
		// It is kept, and the address says so.
		await expect(page).toHaveURL(/[?&]background=daily$/);
		await shows(page, 'shown');
		await expect(credits).toContainText('Picture of 31 May 2020');
		expect(
			paths().some((path) =>
				/^\/wmts\/default\/2020-05-31\/GoogleMapsCompatible\/\d+\/\d+\/\d+\.png$/.test(path)
			)
		).toBe(true);
	});

	await test.step('a style, and a file of tiles beside the site', async () => {
		await choose(page, 'Drawn map');
		await shows(page, 'shown');
		expect(paths()).toContain('/style.json');
		expect(paths().some((path) => path.startsWith('/vector/'))).toBe(true);
		await choose(page, 'From the air');
		await shows(page, 'shown');
		const parts = tiles.asked.filter(({ path }) => path === '/aerial.pmtiles');
		expect(parts.length).toBeGreaterThan(1);
		for (const { headers } of parts) expect(headers.range).toMatch(/^bytes=\d+-\d+$/);
		await choose(page, 'Plain map');
		await expect(page).not.toHaveURL(/background/);
		await shows(page, 'none');
	});

	await test.step('a link to one that there is not says so', async () => {
		await page.goto('/?background=elsewhere');
		await hydrated(page);
		await expect(page.getByText('a background that this site does not have')).toBeVisible();
	});
});

test('where one fails the map’s own is there, and a line says what is missing', async ({
	page,
	tiles,
	watch
}) => {
	watch.allowed.push('Failed to load resource', 'blocked by CORS policy', 'net::ERR');
	await page.addInitScript(() =>
		localStorage.setItem('background-hosts /islands', 'https://tiles.example.org')
	);
	tiles.manner = 'never';
	await open(page, '/?background=streets');
	await expect(page.locator('.sites a').first()).toBeAttached();
	await expect(page.getByText('Still waiting for “Streets”')).toBeVisible();
	tiles.manner = 'missing';
	await choose(page, 'Drawn map');
	await expect(page.getByText('tiles.example.org answered with error 404.')).toBeVisible();
	await shows(page, 'missing');
	const failures: [Manner, string][] = [
		['page', 'tiles.example.org sent something that is no map.'],
		['closed', 'tiles.example.org can’t be reached, or does not let this site use it.']
	];
	tiles.manner = 'page';
	await choose(page, 'Streets');
	for (const [manner, sentence] of failures) {
		tiles.manner = manner;
		if (manner !== 'page') await page.getByRole('button', { name: 'Try again' }).click();
		await expect(page.getByText(sentence)).toBeVisible();
		await expect(page.getByText('you see the plain map')).toBeVisible();
	}
	expect(await violations(page)).toEqual([]);
	await expect(page.locator('[data-map="ready"]')).toBeAttached();
	tiles.manner = 'well';
	await page.getByRole('button', { name: 'Try again' }).click();
	await shows(page, 'shown');
	await expect(page.getByText('you see the plain map')).toHaveCount(0);
});
