import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';
import { allShown, quietSite, reports, sites, twoOrigins } from '../support/records';

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
const search = (page: Page) => page.getByRole('combobox', { name: /Search/ });
const option = (page: Page, name: string) => page.getByRole('option').filter({ hasText: name });

test('the search finds, filters and opens', async ({ page }) => {
	await open(page, '/');

	await test.step('the slash key focuses it, and the words are marked', async () => {
		// The search comes after the words, and its key with it.
		await expect(search(page)).toBeVisible();
		await page.keyboard.press('/');
		await expect(search(page)).toBeFocused();
		await page.keyboard.type('precision-guided');
		const quotes = page.getByRole('group', { name: 'Words of the articles' });
		await expect(quotes.locator('mark').first()).toContainText(/precision/i);
	});

	await test.step('a site is found in any of its spellings, as one types, with one slip', async () => {
		for (const [words, name] of [
			['Khmeimim', 'Hmeimim'],
			['Humaymim', 'Hmeimim'],
			['حميميم', 'Hmeimim'],
			['Хмеймим', 'Hmeimim'],
			['tartuz', 'Tartus'],
			['masyaff', 'Masyaf'],
			['tan', 'Al-Tanf']
		] as const) {
			await search(page).fill(words);
			await expect(page.getByRole('group', { name: 'Sites' }).getByRole('option').first()).toContainText(
				name
			);
		}
	});

	await test.step('Enter filters by the words, the address keeps them, Escape and the button clear them', async () => {
		await search(page).fill('S-200');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?q=S-200$/);
		await expect(count(page)).not.toHaveText(allShown);
		await expect(page.getByRole('link', { name: /S-200/ }).first()).toBeVisible();
		await page.reload();
		await hydrated(page);
		await expect(search(page)).toHaveValue('S-200');
		await expect(count(page)).not.toHaveText(allShown);
		await search(page).press('ControlOrMeta+A');
		await search(page).press('Backspace');
		await expect(count(page), 'an emptied box filters nothing').toHaveText(allShown);
		await expect(page).toHaveURL(/\/$/);
		await expect(search(page)).toBeFocused();
		await search(page).fill('S-200');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\?q=S-200$/);
		await page.getByRole('button', { name: 'Clear all' }).click();
		await expect(count(page)).toHaveText(allShown);
		await expect(page).toHaveURL(/\/$/);
		await search(page).fill('zzzzqqq');
		await expect(page.getByText('Nothing has “zzzzqqq” in it.')).toBeVisible();
	});

	await test.step('an actor is found by another of its names', async () => {
		await search(page).fill('IRGC');
		const found = page.getByRole('group', { name: 'Actors' }).getByRole('option');
		await expect(found.first()).toContainText('Islamic Revolutionary Guard Corps');
	});

	await test.step('a position is gone to, marked, and opened elsewhere', async () => {
		await search(page).fill('36S YE 67743 21223');
		await expect(page.getByRole('group', { name: 'Go to a position' }).getByRole('option')).toBeVisible();
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/\?map=13\/35\.\d+\/35\.\d+&at=35\.\d+,35\.\d+$/);
		await expect(search(page)).toHaveValue('');
		await expect(count(page), 'nothing is filtered').toHaveText(allShown);
		const mark = page.getByRole('region', { name: 'Marked on the map' });
		await expect(mark.locator('[data-form="mgrs"]')).toContainText('36S YE');
		await mark.getByText('Open in another map').click();
		await expect(mark.getByRole('link', { name: 'OpenStreetMap' })).toHaveAttribute(
			'href',
			/^https:\/\/www\.openstreetmap\.org\/\?mlat=35\.\d+&mlon=35\.\d+#map=17\//
		);
		await mark.getByRole('button', { name: 'Remove the mark' }).click();
		await expect(mark).toHaveCount(0);
	});

	await test.step('a town of the background is told apart from sites', async () => {
		await search(page).fill('Jableh');
		const towns = page.getByRole('group', { name: 'Go to a town' }).getByRole('option');
		await expect(towns).toHaveText(['Jableh']);
		await towns.click();
		await expect(page).toHaveURL(/&at=35\.3\d*,35\.9\d*$/);
		await page.getByRole('button', { name: 'Remove the mark' }).click();
	});

	await test.step('arrows and Enter open a result', async () => {
		await search(page).fill('tanf');
		await expect(option(page, 'Al-Tanf').first()).toBeVisible();
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/sites\/tanf(?:\?|$)/);
	});
});

test('filters leave what their counts say, combine, go into the address and back', async ({ page }) => {
	await open(page, '/table');
	await page.getByText('Filters', { exact: true }).click();
	const strike = page.locator('[data-value="claims/strike"]');
	const expected = Number(await strike.locator('.count').innerText());
	await strike.click();
	await expect(page).toHaveURL(/\?claims=strike$/);
	await expect(page.locator('tbody tr')).toHaveCount(expected);
	await expect(strike).toHaveAttribute('aria-pressed', 'true');
	const airport = page.locator('[data-value="places/airport"]');
	const both = Number(await airport.locator('.count').innerText());
	expect(both).toBeLessThan(expected);
	await airport.click();
	await expect(page.locator('tbody tr')).toHaveCount(both);
	await page.goBack();
	await expect(page.locator('tbody tr')).toHaveCount(expected);
	await page.goForward();
	await expect(page.locator('tbody tr')).toHaveCount(both);
	await expect(page.locator('[data-value="claims/administration"]'), 'an empty group hides').toHaveCount(0);
	await page.getByRole('button', { name: 'Clear all' }).click();
	await expect(page.locator('tbody tr')).toHaveCount(reports);
});

test('the list is filtered and sorted', async ({ page }) => {
	await test.step('a window of time from the address leaves what was reported in it', async () => {
		await open(page, '/?from=2019-01-01&to=2019-12-31');
		await expect(page.locator('main').getByRole('link', { name: /^Al-Tanf garrison/ })).toBeVisible();
		await expect(page.locator('main').getByRole('link', { name: /^Hmeimim/ })).toHaveCount(0);
		await page.getByRole('button', { name: 'Clear all' }).click();
		await expect(page).toHaveURL(/\/$/);
	});

	await test.step('the list sorts', async () => {
		const names = page.locator('main li .name');
		await expect(names.first()).toContainText('Al-Tanf');
		await page.getByLabel('Order of the sites').selectOption('reports');
		await expect(names.first()).toContainText('Latakia coastal region');
	});

	await test.step('the timeline is moved by keyboard, and cleared', async () => {
		const from = page.getByRole('slider').first();
		await from.focus();
		await page.keyboard.press('PageUp');
		await expect(page).toHaveURL(/[?&]from=\d{4}-\d{2}-\d{2}/);
		await expect(from).toHaveAttribute('aria-valuetext', /\d{4}/);
		await page.getByRole('button', { name: 'Clear all' }).click();
		await expect(page).toHaveURL(/\/$/);
	});

	await test.step('contested alone, and two independent origins alone', async () => {
		await page.getByText('Filters', { exact: true }).click();
		await page.getByLabel('Contested alone').check();
		await expect(page).toHaveURL(/\?contested=1$/);
		await expect(page.locator('main').getByRole('link', { name: /^Hama Military Airport/ })).toBeVisible();
		await expect(page.locator('main').getByRole('link', { name: quietSite.name })).toHaveCount(0);
		await page.getByLabel('Contested alone').uncheck();
		await page.getByLabel('At least two independent origins').check();
		await expect(count(page)).toHaveText(`${twoOrigins} of ${sites} shown`);
		await expect(page.locator('main').getByRole('link', { name: /^Eastern Syria/ })).toBeVisible();
	});
});
