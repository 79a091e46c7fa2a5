/** Data from an address of somebody else's, which only one page may ask, once the reader agrees. */
import { hasGdal, madeByGdal } from '../../unit/gdal';
import { expect, hydrated, test as base } from '../support/fixture';
import { startSource, type Source } from '../support/host';
import { cards, kept, open, panel } from '../support/panel';

const test = base.extend<{ source: Source }>({
	// eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its parameter
	source: async ({}, use) => {
		const source = await startSource();
		await use(source);
		await source.close();
	}
});

test('data from an address is asked for once the reader agrees, and read by the map', async ({
	page,
	source,
	watch
}) => {
	watch.allowed.push(`left the origin: ${source.address}/sites.csv`);
	const address = `${source.address}/sites.csv`;
	await page.goto(`/?${new URLSearchParams({ data: address })}`);
	await hydrated(page);
	const brought = page.locator('[data-brought]');
	await expect(brought).toContainText(new URL(address).host);
	await brought.getByRole('link').click();
	await expect(page).toHaveURL(/\/fetch\?data=/);
	await expect(page.getByText(address, { exact: true })).toBeVisible();
	const said = page.locator('main');
	await expect(said).toContainText('Nothing has been asked yet');
	// What a browser says by itself, of what is said here.
	await expect(said).toContainText(`from which site you come (${new URL(page.url()).host})`);
	expect(source.asked).toEqual([]);
	await page.getByRole('button', { name: `Ask ${new URL(address).host}` }).click();
	await expect(page).toHaveURL(/\/$/);
	await expect(cards(page)).toHaveCount(1);
	await expect(cards(page).first()).toContainText('sites.csv');
	await kept(page);
	expect(source.asked).toEqual(['GET /sites.csv']);
	expect(source.headers.origin).toBe(new URL(page.url()).origin);
	expect(source.headers).not.toHaveProperty('referer');
	expect(source.headers).not.toHaveProperty('cookie');
	// Once.
	await open(page);
	await expect(cards(page)).toHaveCount(1);
	expect(source.asked).toHaveLength(1);
});

test('an address that is typed leads to the page that asks; why nothing comes is explained', async ({
	page,
	source,
	watch
}) => {
	watch.allowed.push(`left the origin: ${source.address}`, 'blocked by CORS', 'Failed to load resource');
	const own = await open(page);
	await own.getByText('From an address').click();
	await own.getByLabel(/Address of a file/).fill(`${source.address}/closed.csv`);
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: /^Ask / }).click();
	await expect(page.locator('main').getByRole('status')).toContainText(
		'does not let pages of other sites read'
	);
	await expect(page.getByRole('button', { name: 'Ask again' })).toBeVisible();
	// Nobody agreed to a second request.
	expect(source.asked).toEqual(['GET /closed.csv']);

	for (const [file, sentence] of [
		['gone.csv', 'no file at this address (it answered 404)'],
		['large.csv', 'larger than 1.1 GB']
	] as const) {
		await page.goto(`/fetch?data=${source.address}/${file}`);
		await page.getByRole('button', { name: /^Ask / }).click();
		await expect(page.locator('main').getByRole('status')).toContainText(sentence);
	}

	// Passed on to another port of this machine, under either name of it: nobody is asked there.
	watch.allowed.push('Content Security Policy');
	const machine = await startSource();
	for (const name of ['127.0.0.1', 'localhost']) {
		const to = `${machine.address.replace('127.0.0.1', name)}/sites.csv`;
		watch.allowed.push(`left the origin: ${to}`);
		await page.goto(`/fetch?data=${encodeURIComponent(`${source.address}/moved.csv?to=${to}`)}`);
		await page.getByRole('button', { name: /^Ask / }).click();
		await expect(page.locator('main').getByRole('status')).toContainText('passed the request on');
	}
	expect(machine.asked).toEqual([]);
	await machine.close();
	// And within its host it is followed.
	await page.goto(`/fetch?data=${encodeURIComponent(`${source.address}/moved.csv?to=/gone.csv`)}`);
	await page.getByRole('button', { name: /^Ask / }).click();
	await expect(page.locator('main').getByRole('status')).toContainText('it answered 404');

	await page.goto(`/fetch?data=${source.address}/endless.csv`);
	await page.getByRole('button', { name: /^Ask / }).click();
	await expect(page.getByRole('progressbar')).toHaveAttribute('max', '1000');
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(page.getByRole('button', { name: /^Ask / })).toBeVisible();

	await page.goto('/ar/fetch?data=http://127.0.0.1:9/sites.csv');
	watch.allowed.push('left the origin: http://127.0.0.1:9/');
	await page.getByRole('button', { name: /127\.0\.0\.1/ }).click();
	await expect(page.locator('main').getByRole('status')).toContainText('لم يُجب');
	await page.goto('/');
	await hydrated(page);
	await expect(panel(page)).toHaveAttribute('data-own', '0');
});

test('of a large FlatGeobuf file the rows in the region are found by its index and had alone', async ({
	page,
	source,
	watch
}) => {
	test.skip(!hasGdal, 'GDAL makes the file (Debian: gdal-bin)');
	const features = Array.from({ length: 28_800 }, (_, index) => ({
		type: 'Feature',
		properties: { name: `N${index}`, text: 'x'.repeat(150) },
		geometry: {
			type: 'Point',
			coordinates: [(index % 240) * 1.5 - 179, Math.floor(index / 240) * 1.5 - 89]
		}
	}));
	const text = JSON.stringify({ type: 'FeatureCollection', features });
	const file = madeByGdal(text, 'a.geojson', 'b.fgb', ['-f', 'FlatGeobuf']);
	source.files.set('/all.fgb', file);
	watch.allowed.push(`left the origin: ${source.address}/all.fgb`);
	await page.goto(`/fetch?data=${source.address}/all.fgb`);
	const said = page.locator('main');
	await expect(said).toContainText('asked first what the file has in the region of this site');
	await page.getByRole('button', { name: /^Ask / }).click();
	await expect(said.getByRole('status')).toHaveText(
		/^\d+ of its 28,800 rows lie in the region of this site\.$/
	);
	await expect(page.getByRole('button', { name: /^Fetch the whole file/ })).toBeVisible();
	await page.getByRole('button', { name: /^Fetch these alone/ }).click();
	await expect(page).toHaveURL(/\/$/);
	await expect(cards(page).first()).toContainText('all.fgb');
	await kept(page);
	expect(source.given).toBeLessThan(file.length / 2);
	await expect(cards(page).locator('[data-problem]')).toHaveCount(0);
});

test('what is no address of a file on the web is only text, and nobody can be asked for it', async ({
	page
}) => {
	for (const text of [
		'javascript:window.ran=1',
		'file:///etc/passwd',
		'http://example.org/a.csv',
		'<img src=x onerror=window.ran=1>',
		'https://a:b@example.org/'
	]) {
		await page.goto(`/fetch?${new URLSearchParams({ data: text })}`);
		await expect(page.locator('main code')).toHaveText(text);
		await expect(page.locator('main').getByRole('button')).toHaveCount(0);
		await page.goto(`/?${new URLSearchParams({ data: text })}`);
		await expect(page.locator('[data-brought] bdi')).toBeVisible();
	}
	await page.goto('/fetch');
	await expect(page.locator('main')).toContainText('names no file');
	expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('only the page that asks may ask others, and it shares its document with no other', async ({
	page,
	source,
	watch
}) => {
	watch.allowed.push(
		`left the origin: ${source.address}`,
		'Content Security Policy',
		'Failed to load resource'
	);
	const ask = () =>
		page.evaluate(
			(address) =>
				fetch(address).then(
					() => 'answered',
					() => 'refused'
				),
			`${source.address}/sites.csv`
		);
	await open(page);
	expect(await ask()).toBe('refused');
	expect(source.asked).toEqual([]);
	// A link within the site leads there in a new document, and from there too.
	await page.evaluate(() => ((window as unknown as { here: boolean }).here = true));
	await page.goto(`/fetch?data=${source.address}/sites.csv`);
	await hydrated(page);
	expect(await ask()).toBe('answered');
	await page.evaluate(() => ((window as unknown as { here: boolean }).here = true));
	await page.getByRole('link', { name: 'To the map' }).click();
	await expect(page).not.toHaveURL(/fetch/);
	await hydrated(page);
	expect(await page.evaluate(() => 'here' in window)).toBe(false);
	expect(await ask()).toBe('refused');
	// In the history as well.
	await page.goBack();
	await hydrated(page);
	await expect(page).toHaveURL(/fetch/);
	expect(await ask()).toBe('answered');
	await page.getByRole('link', { name: 'Table', exact: true }).first().click();
	await expect(page).toHaveURL(/\/table/);
	await hydrated(page);
	expect(await ask()).toBe('refused');
});
