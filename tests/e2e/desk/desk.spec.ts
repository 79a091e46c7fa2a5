/** An article at the desk: how it comes in, that nothing of it is lost, and what is said where something fails. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { test } from '../support/fixture';
import { cards, expect, selected } from './author';
import { strikes as article } from './texts';

test.describe.configure({ timeout: 180_000 });

async function read(page: Page, text: string, path = '/desk') {
	await page.goto(path);
	const field = page.locator('textarea').first();
	await field.fill(text);
	await field.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('.bench')).toBeVisible();
}

test('words become a report by keyboard, and nothing is lost', async ({ page, context }) => {
	await read(page, article);
	await expect(cards(page).first()).toBeVisible();

	await test.step('words are selected in the text, and become a report with a place of its own', async () => {
		const before = await cards(page).count();
		await page.keyboard.press('t');
		const text = page.getByRole('textbox', { name: 'Text' });
		await expect(text).toBeFocused();
		await page.keyboard.press('Control+Home');
		await page.keyboard.press('Shift+End');
		// Letters do not change the text: they are keys of the desk.
		await page.keyboard.press('r');
		await expect(cards(page)).toHaveCount(before + 1);
		const card = selected(page);
		await expect(card.locator('blockquote')).toHaveText('Troops moved across central Syria');
		await page.keyboard.press(']');
		await expect(card.locator('blockquote')).toContainText('Syria');
		await page.keyboard.press('Control+z');
		await page.keyboard.press('}');
		await expect(card.locator('blockquote')).toHaveText('Troops moved across central');
		await expect(text).toHaveText(article);
		await page.keyboard.press('?');
		await expect(page.getByRole('dialog')).toBeVisible();
		expect(await violations(page)).toEqual([]);
		await page.keyboard.press('Escape');
		await page.keyboard.press('d');
		await expect(card.locator('[data-field="date"]')).toBeFocused();
		await page.keyboard.type('2021-05');
		await page.keyboard.press('Escape');
		await expect(card).toBeFocused();
		await expect(card.locator('[data-field="date"]')).toHaveValue('2021-05');
	});

	await test.step('nothing is lost: not by a reload, and not what can be undone', async () => {
		await page.keyboard.press('n');
		const card = page.locator(`#${await selected(page).getAttribute('id')}`);
		await page.keyboard.press('x');
		await expect(card).toHaveAttribute('data-decision', 'rejected');
		await page.reload();
		await page.getByRole('button', { name: 'Open', exact: true }).click();
		await expect(card).toHaveAttribute('data-decision', 'rejected');
		await page.keyboard.press('Control+z');
		await expect(card).toHaveAttribute('data-decision', 'open');
		await page.keyboard.press('Control+Shift+z');
		await expect(card).toHaveAttribute('data-decision', 'rejected');

		// A second page only reads, until it takes over; then the first does.
		const second = await context.newPage();
		await second.goto('/desk');
		await second.getByRole('button', { name: 'Open', exact: true }).click();
		const elsewhere = 'This article is open in another tab.';
		await expect(second.getByText(elsewhere)).toBeVisible();
		await expect(second.getByRole('button', { name: 'Undo' })).toBeDisabled();
		await second.getByRole('button', { name: 'Go on here' }).click();
		await expect(second.getByText(elsewhere)).toBeHidden();
		await expect(page.getByText(elsewhere)).toBeVisible();
		await expect(second.getByRole('button', { name: 'Undo' })).toBeEnabled();
		await second.close();

		await page.getByRole('button', { name: 'All articles' }).click();
		await page.getByRole('button', { name: 'Remove' }).click();
		await page.getByRole('button', { name: 'Remove' }).click();
		await expect(page.getByText('None yet.')).toBeVisible();
	});
});

test('a page of a newspaper leaves its menu behind, and gives it back', async ({ page }) => {
	await page.goto('/desk');
	const body = article
		.split('\n\n')
		.map((words) => `<p>${words}</p>`)
		.join('');
	const html = `<!doctype html><html lang="en"><head><title>A page</title><meta property="og:site_name" content="The Courier"></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news of today</a></li></ul></nav><article><h1>Troops moved</h1>${body}</article><script>document.title = 'run'</script><img src="/nowhere.png" onerror="document.title = 'run'"></body></html>`;
	await page.locator('input[type=file]').setInputFiles({
		name: 'page.html',
		mimeType: 'text/html',
		buffer: Buffer.from(html)
	});
	const intake = page.getByRole('region', { name: 'Before it is looked through' });
	await expect(intake.getByText('World news of today')).toBeVisible();
	await intake.getByRole('button', { name: /Go on/ }).click();
	await expect(page.locator('[data-head="publisher"]')).toHaveValue('The Courier');
	await expect(page.getByRole('textbox', { name: 'Text' })).not.toContainText('World news of today');
	await expect(page).toHaveTitle(/The desk/);
});

test('without the recogniser, and with nothing to read, it is said and all goes on by hand', async ({
	page,
	watch
}) => {
	watch.allowed.push('Failed to load resource');
	await page.route(/\.bin$/, (route) => route.fulfill({ status: 404 }));
	await page.goto('/desk');
	await page.getByRole('button', { name: 'Look through it' }).click();
	await expect(page.getByText('There is no text yet')).toBeVisible();
	await page.locator('input[type=file]').setInputFiles({
		name: 'a.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('%PDF-1.7 none')
	});
	await expect(page.getByText('PDF can’t be read here')).toBeVisible();
	await page.locator('textarea').first().fill(article);
	await page.getByRole('button', { name: 'Look through it' }).click();
	await expect(page.getByText('The text could not be looked through.')).toBeVisible();
	await expect(page.getByText('No report yet.')).toBeVisible();
	expect(await violations(page)).toEqual([]);
});
