/** The map beside the list and the table: filters, what is pointed at, what is in view. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixture';
import { desktop, drawn, mark, open } from '../support/map';
import { allReportsShown, allShown, siteWithout } from '../support/records';

test.use({ viewport: desktop });

const count = (page: Page) =>
	page
		.locator('main')
		.getByRole('status')
		.filter({ hasText: /of \d+ shown/ });

test('the map is in step with the list and the table, and with the address', async ({ page }) => {
	await open(page, '/?claims=strike');
	const closer = page.getByRole('button', { name: /closer|zoom in/i });

	await test.step('the map follows the filters', async () => {
		const marks = page.locator('.sites a');
		await expect(mark(page, 'masyaf-facility')).toHaveCount(1);
		await expect(mark(page, siteWithout('strike').id)).toHaveCount(0);
		await expect(mark(page, 'tartus-naval-facility')).not.toContainText(/: .*Russia/);
		await expect(marks).toHaveCount(Number((await count(page).innerText()).split(' ')[0]));
		await page.getByRole('button', { name: 'Clear all' }).click();
		await expect(page).toHaveURL(/\/$/);
		await expect(count(page)).toHaveText(allShown);
	});

	await test.step('pointing at one in the list lights it on the map, and the other way round', async () => {
		await page
			.locator('main')
			.getByRole('link', { name: /^Al-Tanf garrison/ })
			.hover();
		await expect(mark(page, 'tanf')).toHaveClass(/lit/);
		await mark(page, 'tanf').focus();
		await expect(page.locator('main li.highlighted')).toContainText('Al-Tanf garrison');
	});

	const address = await test.step('the camera is in the address when the reader moves the map', async () => {
		await closer.click();
		await expect(page).toHaveURL(/\?map=[\d.]+\/[\d.]+\/[\d.]+$/);
		return page.url();
	});

	await test.step('only what is in view can be listed', async () => {
		await page.getByLabel('Only what is in view').check();
		for (let step = 0; step < 4; step++) await closer.click();
		await expect(count(page)).not.toHaveText(allShown);
	});

	await test.step('the table is in step with its map', async () => {
		await open(page, '/table');
		await page.locator('tbody tr').filter({ hasText: 'military base at Tanf' }).first().hover();
		await expect(page.locator('.sites a.lit')).toHaveCount(1);
		await page.mouse.move(5, 5);
		await mark(page, 'tanf').focus();
		await expect(page.locator('tbody tr.lit th').first()).toContainText('Al-Tanf garrison');
		await page.getByLabel('Only what is in view on the map').check();
		await expect(page.getByRole('status').filter({ hasText: 'reports shown' })).not.toHaveText(
			allReportsShown
		);
	});

	await test.step('a copied address gives the same place', async () => {
		await page.goto(address);
		await drawn(page);
		await expect(page).toHaveURL(address);
	});
});
