/** A reader's own data as a table, and its card. */
import type { Locator } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, test } from '../support/fixture';
import { card, few, give, row, shown, toggle } from '../support/overlay';

test('a table is longer than any element may be high, and its last row is reached', async ({ page }) => {
	test.setTimeout(180_000);
	await page.setViewportSize({ width: 1440, height: 900 });
	const count = 300_000;
	const text = Array.from({ length: count }, (_, at) => `r${at + 1},${33 + (at % 300) / 100},38`).join('\n');
	await give(page, `name,lat,lon\n${text}`, 'long.csv');
	await card(page).getByRole('button', { name: 'Table', exact: true }).click();
	const table = page.getByRole('dialog');
	const grid = table.getByRole('grid');
	await expect(grid).toBeFocused();
	await expect(table.getByRole('gridcell', { name: 'r1', exact: true })).toBeVisible();
	expect(await table.getByRole('row').count()).toBeLessThan(60);
	await page.keyboard.press('Control+End');
	const last = table.getByRole('gridcell', { name: `r${count}`, exact: true });
	await expect(last).toBeVisible();
	await expect(table.getByRole('row').last()).toHaveAttribute('aria-rowindex', String(count + 1));
	// By a key a row at a time, even where a pixel of the scroll bar is several.
	for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowUp');
	await expect(table.getByRole('gridcell', { name: `r${count - 40}`, exact: true })).toBeVisible();
	await expect(last).toHaveCount(0);
	await grid.evaluate((grid) => (grid.parentElement!.scrollTop = grid.parentElement!.scrollHeight / 2));
	await expect(table.getByRole('gridcell', { name: /^r1(49|50)\d{3}$/ }).first()).toBeVisible();
	await page.mouse.move(700, 500);
	const top = () => table.getByRole('row').nth(1).getAttribute('aria-rowindex').then(Number);
	const before = await top();
	await page.mouse.wheel(0, 320);
	await expect.poll(top).toBe(before + 10);
});

test('a column with many values is searched, and one with too many is not taken', async ({ page }) => {
	const text = Array.from({ length: 1500 }, (_, at) => `p${at},36,${36 + at / 1000},v${at % 60},n${at}`);
	await give(page, `name,lat,lon,group,note\n${text.join('\n')}`, 'values.csv');
	const by = card(page).getByRole('combobox', { name: 'Colours by' });
	await by.selectOption({ label: 'note' });
	await expect(card(page)).toContainText('“note” has more than 1,000 different values');
	await by.selectOption({ label: 'group' });
	await expect(card(page).locator('button[data-code]')).toHaveCount(10);
	await card(page).getByRole('button', { name: '50 more' }).click();
	await expect(card(page).locator('button[data-code]')).toHaveCount(50);
	await card(page).getByRole('searchbox', { name: 'Find a value' }).fill('V59');
	await expect(card(page).locator('button[data-code]')).toHaveCount(1);
	await card(page).getByRole('button', { name: 'Show only v59' }).click();
	await expect(shown(page)).toHaveText('25 of 1,500 rows');
	await card(page).getByRole('button', { name: 'Clear all' }).click();
	await expect(shown(page)).toHaveText('1,500 rows');
});

for (const [name, path, hasDark] of [
	['in either colours', '/', true],
	['in Arabic', '/ar', false]
] as const) {
	test(`axe-core finds nothing on a card, a row and a table, ${name}`, async ({ page }) => {
		const look = async () => {
			expect(await violations(page)).toEqual([]);
			if (!hasDark) return;
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await violations(page, 'colours')).toEqual([]);
			await page.emulateMedia({ colorScheme: 'light' });
		};
		await give(page, few, 'few.csv', path);
		await toggle(page, 'Iran').click();
		await card(page).getByRole('searchbox').first().fill('r');
		await look();
		const openTable = async (): Promise<Locator> => {
			await card(page).locator('.actions button').first().click();
			return page.getByRole('dialog');
		};
		const table = await openTable();
		await table.getByRole('gridcell').first().click();
		await expect(table.locator('dl')).toBeVisible();
		await look();
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await expect(table).toHaveCount(0);
		await (await openTable()).getByRole('gridcell').first().click();
		await page.getByRole('dialog').locator('dl button').click();
		await expect(row(page)).toBeVisible();
		await look();
	});
}
