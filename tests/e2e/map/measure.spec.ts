import { expect, hydrated, test } from '../support/fixture';

test.use({ viewport: { width: 1440, height: 900 } });

test('distances are measured with their uncertainty, by lists and on the map', async ({ page }) => {
	await page.goto('/');
	await hydrated(page);
	await expect(page.getByRole('slider').first()).toBeVisible();
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
