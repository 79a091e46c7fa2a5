/** A browser that refuses all storage, as readers may set it: every page does what it does, but keeps nothing. */
import { strikes } from '../desk/texts';
import { expect, hydrated, test } from '../support/fixture';

test('no page needs storage: not to read, not to choose colours, not to work at the desk', async ({
	page
}) => {
	await page.addInitScript(() => {
		const refuse = () => {
			throw new DOMException('The request was denied.', 'SecurityError');
		};
		for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
			Object.defineProperty(window, name, { get: refuse });
		Object.defineProperty(navigator, 'serviceWorker', { get: refuse });
		// What browsers with storage turned off do here.
		Object.defineProperty(navigator.locks, 'request', {
			value: () => Promise.reject(new DOMException('The request was denied.', 'SecurityError'))
		});
	});

	await test.step('the map’s page, with the colours that the reader chooses', async () => {
		await page.goto('/sites/tanf');
		await hydrated(page);
		await page
			.locator('.masthead')
			.getByRole('button', { name: /^Colours/ })
			.click();
		await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
		await expect(page.getByRole('combobox').first()).toBeVisible();
		await expect(page.locator('[data-lazy]')).toHaveCount(0);
	});

	await test.step('what tells of a copy for reading offline says nothing of one', async () => {
		await page.goto('/about');
		await hydrated(page);
		await expect(page.locator('[data-offline]')).toHaveCount(0);
	});

	await test.step('an article at the desk is worked on, and said not to be kept', async () => {
		await page.goto('/desk');
		const field = page.locator('textarea').first();
		await field.fill(strikes);
		await field.press('Tab');
		await page.keyboard.press('Enter');
		await expect(page.getByRole('status').filter({ hasText: 'This browser keeps nothing' })).toBeVisible();
		await expect(page.locator('[data-pane="reports"] > .stack > article').first()).toBeVisible();
	});

	await test.step('an embed', async () => {
		await page.goto('/ar/embed/sites/tanf');
		await hydrated(page);
		await expect(page.locator('blockquote')).toBeVisible();
	});
});
