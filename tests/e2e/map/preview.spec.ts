/** A draft on the drawn map. */
import { draftId, keep, onMap, quote } from '../support/draft';
import { expect, hydrated, test } from '../support/fixture';
import { sites } from '../support/records';

test.use({ viewport: { width: 1440, height: 900 } });

test('its site is on the map with ours, marked as a draft, and opens with its quote', async ({ page }) => {
	await keep(page);
	await page.goto(onMap());
	await hydrated(page);
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
	const links = page.locator('.map .sites a');
	await expect(links).toHaveCount(sites + 1);
	const mark = page.locator('.sites a[data-site="mudville"]');
	await expect(mark).toContainText('draft');
	await expect(page.locator('.sites a[data-site="tanf"]')).not.toContainText('draft');

	const box = (await mark.boundingBox())!;
	const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
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
	await page.goto(onMap('', '/desk/map?actors=iran'));
	await expect(links.first()).toBeAttached();
	await expect(mark).toHaveCount(0);
});
