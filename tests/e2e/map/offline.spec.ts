/** The map without a network, and beside the keeping of the copy. */
import { expect, test } from '../support/kept';

test.describe.configure({ timeout: 240_000 });
// Small, since the map is drawn in software.
test.use({ viewport: { width: 900, height: 500 } });

test('the copy is kept beside the map, and has it without a network', async ({ page, context, host }) => {
	await test.step('the keeping begins when the page has its own, and fetches no hashed file twice', async () => {
		await page.goto('/');
		await expect(page.locator('[data-map="ready"]')).toBeVisible();
		const first = host.asked.indexOf('/service-worker.js');
		await expect.poll(() => host.asked.some((path) => path.startsWith('/_app/offline-'))).toBe(true);
		await expect
			.poll(
				() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.active)),
				{
					timeout: 120_000
				}
			)
			.toBe(true);
		const worker = host.asked.find((path) => path.includes('maplibre-gl-worker'))!;
		const begun = host.asked.indexOf('/service-worker.js');
		expect(host.asked.indexOf(worker)).toBeLessThan(begun);
		expect(first === -1 || first > host.asked.indexOf(worker)).toBe(true);
		const hashed = host.asked.filter((path) => path.startsWith('/_app/immutable/'));
		expect(hashed.filter((path, index) => hashed.indexOf(path) !== index)).toEqual([]);
		// Of the rest no more than a few dozen: some thousand texts come in one file.
		const others = host.asked.slice(begun).filter((path) => !path.startsWith('/_app/immutable/'));
		expect(others.length).toBeLessThan(40);
	});

	await test.step('without a network the map has its picture, links lead on, and the search finds', async () => {
		await context.setOffline(true);
		host.lose(/./);
		for (const path of ['/ar', '/sites/masyaf-facility']) {
			await page.goto(path);
			await expect(page.locator('[data-map="ready"]')).toBeVisible();
			// Nothing of the basemap is missing, and what is drawn is more than one colour.
			await expect(page.locator('[data-map] .notices')).toBeEmpty();
			const picture = await page.locator('canvas.maplibregl-canvas').screenshot();
			expect(picture.length).toBeGreaterThan(20_000);
		}
		// A link within the page fetches data, not a page.
		await page.getByRole('link', { name: 'Table', exact: true }).click();
		await expect(page).toHaveURL(/\/table/);
		await expect(page.getByRole('table').first()).toBeVisible();
		await page.getByRole('combobox').fill('Tartus');
		await expect(page.getByRole('option').first()).toContainText('Tartus');
		await expect(page.getByText('No network: this is the copy of')).toBeVisible();
		// Files for other programs are part of the site.
		const files = await page.evaluate(() =>
			Promise.all(
				['/data/reports.csv', '/data/reports.parquet', '/cite/sites/tanf.bib', '/layers/all.geojson'].map(
					async (path) => {
						const response = await fetch(path);
						return [
							response.status,
							response.headers.get('Content-Type'),
							(await response.blob()).size > 500
						];
					}
				)
			)
		);
		expect(files).toEqual([
			[200, 'text/csv; charset=utf-8', true],
			[200, 'application/vnd.apache.parquet', true],
			[200, 'application/x-bibtex; charset=utf-8', true],
			[200, 'application/geo+json', true]
		]);
	});
});
