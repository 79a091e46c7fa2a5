/** The map beside the list and the table: filters, what is pointed at, what is in view. */
import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';
import { allReportsShown, allShown, siteWithout } from '../support/records';

test.use({ viewport: { width: 1440, height: 900 } });

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
}

const count = (page: Page) =>
	page
		.locator('main')
		.getByRole('status')
		.filter({ hasText: /of \d+ shown/ });

test('the map follows the filters', async ({ page }) => {
	await open(page, '/?claims=strike');
	const marks = page.locator('.sites a');
	await expect(page.locator('.sites a[data-site="masyaf-facility"]')).toHaveCount(1);
	await expect(page.locator(`.sites a[data-site="${siteWithout('strike').id}"]`)).toHaveCount(0);
	await expect(page.locator('.sites a[data-site="tartus-naval-facility"]')).not.toContainText(/: .*Russia/);
	await expect(marks).toHaveCount(Number((await count(page).innerText()).split(' ')[0]));
});

test('pointing at one in the list lights it on the map, and only what is in view can be listed', async ({
	page
}) => {
	await open(page, '/');
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
	await page
		.locator('main')
		.getByRole('link', { name: /^Al-Tanf garrison/ })
		.hover();
	await expect(page.locator('.sites a[data-site="tanf"]')).toHaveClass(/lit/);
	await page.locator('.sites a[data-site="tanf"]').focus();
	await expect(page.locator('main li.highlighted')).toContainText('Al-Tanf garrison');
	await page.getByLabel('Only what is in view').check();
	for (let step = 0; step < 4; step++) await page.getByRole('button', { name: /closer|zoom in/i }).click();
	await expect(count(page)).not.toHaveText(allShown);
});

test('the camera is in the address when the reader moves the map, and a copied address gives the same place', async ({
	page
}) => {
	await open(page, '/');
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
	await page.getByRole('button', { name: /closer|zoom in/i }).click();
	await expect(page).toHaveURL(/\?map=[\d.]+\/[\d.]+\/[\d.]+$/);
	const address = page.url();
	await page.goto('/about');
	await page.goto(address);
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
	await expect(page).toHaveURL(address);
});

test('the table is in step with its map', async ({ page }) => {
	await page.goto('/table');
	await hydrated(page);
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
	await page.locator('tbody tr').filter({ hasText: 'military base at Tanf' }).first().hover();
	await expect(page.locator('.sites a.lit')).toHaveCount(1);
	await page.mouse.move(5, 5);
	await page.locator('.sites a[data-site="tanf"]').focus();
	await expect(page.locator('tbody tr.lit th').first()).toContainText('Al-Tanf garrison');
	await page.getByLabel('Only what is in view on the map').check();
	await expect(page.getByRole('status').filter({ hasText: 'reports shown' })).not.toHaveText(allReportsShown);
});
