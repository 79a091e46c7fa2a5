/** What is done on the map itself: distances are measured on it, and it is moved. */
import { expect, test } from '../support/fixture';
import { mark, middle, open, roomy } from '../support/map';

test.use({ viewport: roomy });

test('distances are measured on the map, and it is moved without dragging', async ({ page }) => {
	await open(page, '/');
	await expect(page.getByRole('slider').first()).toBeVisible();

	await test.step('distances are measured with their uncertainty, by lists and on the map', async () => {
		await page.getByRole('button', { name: 'Measure' }).click();
		const tool = page.locator('.measure');
		await tool.getByLabel(/^From/).selectOption({ label: 'Alleged underground weapons store near Tartus' });
		await tool.getByLabel(/^To/).selectOption({ label: 'Russian naval facility, Tartus' });
		await expect(tool.getByRole('status')).toContainText('between 0 and 26 km');
		await tool.getByLabel(/^What/).selectOption('50');
		await expect(tool.getByRole('status')).toContainText('Certainly within 50 km');
		await tool.getByLabel(/^What/).selectOption({ index: 0 });
		const { x, y } = await middle(mark(page, 'tanf'));
		await page.mouse.click(x, y);
		await expect(tool.getByLabel(/^From/)).toHaveValue('tanf');
		await page.mouse.click(x + 120, y - 60);
		await expect(tool.getByRole('status')).toContainText(/km/);
		await expect(page).toHaveURL(/\/$/);
	});

	await test.step('it is moved without dragging', async () => {
		const before = await middle(mark(page, 'tanf'));
		await page.getByRole('button', { name: 'Move the map' }).click();
		await page.getByRole('button', { name: 'South' }).click();
		await expect.poll(async () => (await middle(mark(page, 'tanf'))).y).toBeLessThan(before.y - 50);
		await expect(page).toHaveURL(/map=|at=|camera|#|\?/);
	});
});
