/** A draft on the drawn map. */
import { draftId, keep, onMap, quote } from '../support/draft';
import { expect, test } from '../support/fixture';
import { desktop, mark as markOf, middle, open } from '../support/map';
import { sites } from '../support/records';

test.use({ viewport: desktop });

test('its site is on the map with ours, marked as a draft, and opens with its quote', async ({ page }) => {
	await keep(page);
	await open(page, onMap());
	const links = page.locator('.map .sites a');
	await expect(links).toHaveCount(sites + 1);
	const mark = markOf(page, 'mudville');
	await expect(mark).toContainText('draft');
	await expect(markOf(page, 'tanf')).not.toContainText('draft');

	const { x, y } = await middle(mark);
	await page.mouse.move(x, y);
	await expect(page.locator('.tooltip')).toContainText('Mudville');
	await expect(page.locator('.tooltip')).toContainText('draft');
	await page.mouse.click(x, y);
	await expect(page).toHaveURL(new RegExp(`#${draftId}/mudville$`));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mudville');
	await expect(page.locator('main blockquote mark')).toHaveText(quote);
	await expect(page.locator('main article.report .badge')).toHaveText('draft');
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(new RegExp(`#${draftId}/$`));

	// A filter that leaves none of its reports takes it from the map, as it would any other.
	await page.locator('button[data-actor="iran"]').dblclick();
	await expect(page).toHaveURL(/\/desk\/map\?actors=iran/);
	await expect(links.first()).toBeAttached();
	await expect(mark).toHaveCount(0);
});
