import type { Page } from '@playwright/test';
import { expect, hydrated, test } from './fixture';

test.use({ viewport: { width: 1440, height: 900 } });

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await expect(page.getByRole('slider').first()).toBeVisible();
}

const list = (page: Page) =>
	page
		.locator('main')
		.getByRole('status')
		.filter({ hasText: /of 21 shown/ });
const site = (page: Page, name: RegExp) => page.locator('main').getByRole('link', { name });

test('a window brushed with the mouse filters the list and is one step of the history', async ({ page }) => {
	await open(page, '/');
	const from = (await page.getByRole('slider').first().boundingBox())!;
	const to = (await page.getByRole('slider').last().boundingBox())!;
	const x = (share: number) => from.x + from.width / 2 + (to.x - from.x) * share;
	const y = from.y + from.height / 2;
	await page.mouse.move(x(0.4), y);
	await page.mouse.down();
	await page.mouse.move(x(0.5), y, { steps: 4 });
	await page.mouse.move(x(0.6), y, { steps: 4 });
	await page.mouse.up();
	await expect(page).toHaveURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/);
	await expect(site(page, /^Al-Tanf garrison/)).toBeVisible();
	await expect(site(page, /^Hmeimim/)).toHaveCount(0);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
	await expect(list(page)).toHaveText('21 of 21 shown');
});

test('“up to then” keeps what was reported before, and the address says so', async ({ page }) => {
	await open(page, '/?to=2016-12-31');
	await page.getByRole('radio', { name: /up to then/ }).check();
	await expect(page).toHaveURL(/time=upto/);
	await expect(site(page, /^Latakia coastal region/)).toBeVisible();
	await expect(site(page, /^Al-Tanf garrison/)).toHaveCount(0);
});

test('stepping goes from report to report; playing moves on by itself and can be stopped', async ({
	page
}) => {
	await open(page, '/');
	await page.getByRole('button', { name: /next|forward/i }).click();
	await expect(page).toHaveURL(/from=2015/);
	const first = page.url();
	await page.getByRole('button', { name: /^play/i }).click();
	await expect(page).not.toHaveURL(first);
	await page.getByRole('button', { name: /^(pause|stop)/i }).click();
	await expect(list(page)).not.toHaveText('21 of 21 shown');
});

test('the histogram follows the other filters, and the bars name their sites', async ({ page }) => {
	await open(page, '/?claims=strike');
	await expect(page.getByRole('region', { name: 'Timeline' })).toContainText(/\d+ reports/);
	await expect(page.getByRole('region', { name: 'Timeline' })).not.toContainText('41 reports');
	await page.getByRole('button', { name: /Sites/ }).click();
	await expect(
		page.getByRole('region', { name: 'Timeline' }).getByRole('link', { name: /Weapons facility at Masyaf/ })
	).toBeVisible();
});

test('distances are measured with their uncertainty, by lists and on the map', async ({ page }) => {
	await open(page, '/');
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
	await page.getByRole('button', { name: 'Measure' }).click();
	const tool = page.locator('.measure');
	await tool.getByLabel(/^From/).selectOption({ label: 'Alleged underground weapons store near Tartus' });
	await tool.getByLabel(/^To/).selectOption({ label: 'Russian naval facility, Tartus' });
	await expect(tool.getByRole('status')).toContainText('between 0 and 26 km');
	await tool.getByLabel(/^What/).selectOption('50');
	await expect(tool.getByRole('status')).toContainText('Certainly within 50 km');
	await tool.getByLabel(/^What/).selectOption({ index: 0 });
	const { x, y, width, height } = (await page.locator('.sites a[data-site="tanf"]').boundingBox())!;
	await page.mouse.click(x + width / 2, y + height / 2);
	await expect(tool.getByLabel(/^From/)).toHaveValue('tanf');
	await page.mouse.click(x + width / 2 + 120, y - 60);
	await expect(tool.getByRole('status')).toContainText(/km/);
	await expect(page).toHaveURL(/\/$/);
});

test('what changed is told by version', async ({ page }) => {
	await page.goto('/changes');
	await expect(page.getByRole('heading', { name: /1\.0\.0/ })).toBeVisible();
	await expect(page.getByText(/41 reports/).first()).toBeVisible();
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
	await expect(page.getByRole('status').filter({ hasText: 'reports shown' })).not.toHaveText(
		'41 of 41 reports shown'
	);
});
