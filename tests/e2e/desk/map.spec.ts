/** Where no map can be drawn, the desk says so and does without. */
import { violations } from '../support/axe';
import { expect as usual, test } from '../support/fixture';

// The first article waits for the model and the gazetteer.
const expect = usual.configure({ timeout: 30_000 });

test('without WebGL the article stands beside the reports, and a place is set in numbers', async ({
	page
}) => {
	await page.goto('/desk');
	await page
		.locator('textarea')
		.first()
		.fill(
			'Russian officers said on Friday that forces had been deployed to Hama.\n\nIranian militias store rockets at a depot near Masyaf, according to a local source.\n\nNone of this happened. It was written for a test, and these last sentences are here to make it long enough to be looked through by itself.'
		);
	await page.getByRole('button', { name: 'Look through it' }).click();
	await expect(page.locator('[data-pane="reports"] > .stack > article').first()).toBeVisible();
	const article = page.locator('[data-pane="article"]');
	await expect(article).toBeVisible();
	await page.keyboard.press('v');
	await expect(article).toBeHidden();
	await expect(page.getByText('The map needs WebGL')).toBeVisible();
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(page.getByText('The map needs WebGL')).toBeVisible();
	expect(await violations(page)).toEqual([]);

	await page.keyboard.press('n');
	await page.keyboard.press('n');
	const card = page.locator('article[aria-current="true"]');
	await card.getByRole('button', { name: 'Another place' }).click();
	await card.locator('[data-field="position"]').fill('35°04′N 36°20′E');
	await card.locator('[data-field="reason"]').fill('The text says near.');
	await card.locator('[data-field="reason"]').press('Enter');
	await expect(card.locator('[data-place="depot-near-masyaf"]')).toBeVisible();
	await page.keyboard.press('h');
	await expect(article).toBeVisible();
});
