/** A map with a reader's own data, passed on as one file or as a link. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';
import { violations } from '../support/axe';
import { cards, choose, door, fileOf, kept, news, open, panel, sites } from '../support/panel';

const share = (page: Page) => page.locator('[data-share-own]');
const linked = (page: Page) => page.locator('[data-linked]');
const toggle = (page: Page, value: string) =>
	cards(page).locator('button[data-code]').filter({ hasText: value });

test('one file holds the data as it is shown, and opens so on a page that has none', async ({
	page,
	browser
}) => {
	await open(page, '/?actors=-israel&q=base');
	await choose(page, fileOf(sites));
	await expect(news(page)).toContainText('2 rows');
	await toggle(page, 'Iran').click();
	await cards(page).getByRole('button', { name: 'Rename' }).click();
	await page.keyboard.type('Made up');
	await page.keyboard.press('Enter');
	await expect(cards(page).getByRole('button', { name: 'Rename' })).toBeFocused();
	await expect(cards(page).getByRole('textbox', { name: 'Name' })).toHaveCount(0);
	await share(page).getByText('Share this map with your data').click();
	const download = page.waitForEvent('download');
	await share(page).getByRole('button', { name: 'Save as one file' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toBe('Made up.attested.json');
	await expect(share(page)).toContainText('Saved as Made up.attested.json.');
	const text = await readFile(await file.path(), 'utf8');

	const context = await browser.newContext();
	const other = await context.newPage();
	await open(other, '/');
	// By whatever name, it is known by how it begins.
	await choose(
		other,
		fileOf(text, 'made-up (1).json'),
		fileOf(text.replace('"version": 1', '"version": 9'), 'newer.json')
	);
	await expect(cards(other).getByRole('heading', { name: 'Made up' })).toBeVisible();
	await expect(other).toHaveURL(/actors=-israel&q=base/);
	await expect(toggle(other, 'Iran')).toHaveAttribute('aria-pressed', 'false');
	await expect(cards(other).getByRole('status').first()).toHaveText('1 of 2 rows');
	await kept(other);
	await expect(other.locator('[data-project=""]')).toContainText('It holds 1 file, which is added to yours.');
	const newer = other.locator('[data-project="newer"]');
	await expect(newer).toContainText('saved by a newer version of this site (format 9; up to 1 is read here)');
	await newer.getByRole('button', { name: 'Close' }).click();
	await expect(newer).toHaveCount(0);
	await context.close();
});

test('a link brings a small table to who opens it, says so, and keeps nothing unasked', async ({
	page,
	browser
}) => {
	await open(page, '/?actors=-israel');
	await choose(page, fileOf(sites));
	await expect(news(page)).toContainText('2 rows');
	await share(page).getByText('Share this map with your data').focus();
	await page.keyboard.press('Enter');
	const field = share(page).getByLabel('Link with data in it').first();
	await expect(field).toHaveValue(/^http.*\?actors=-israel#data=[\w-]{50,2000}$/);
	const address = await field.inputValue();
	expect(await violations(page)).toEqual([]);
	// As little as a row too many, and the limit is told with what to do.
	const rows = Array.from(
		{ length: 3000 },
		(_, at) => `S${(at * 7919) % 99991},${33 + ((at * 37) % 997) / 300},${36 + ((at * 53) % 991) / 300}`
	);
	await choose(page, fileOf(`name,lat,lon\n${rows.join('\n')}\n`, 'many.csv'));
	await expect(page.locator('[data-own-link="too-long"]')).toContainText(
		/16,000 is the most: about 1,\d{3} of your 3,002 rows/
	);

	const context = await browser.newContext();
	const other = await context.newPage();
	await open(other, '/');
	await choose(other, fileOf(sites, 'theirs.csv'));
	await kept(other);
	const asked: string[] = [];
	other.on('request', (request) => asked.push(request.url() + JSON.stringify(request.headers())));
	await other.goto(address);
	await hydrated(other);
	await expect(linked(other)).toContainText('This link brings 2 rows of somebody’s own data.');
	await expect(linked(other)).toContainText('They are not part of the data set.');
	await expect(cards(other)).toHaveCount(2);
	await expect(other.locator('[data-keeping="link"]')).toContainText('is not kept in this browser');
	expect(asked.filter((request) => request.includes('data='))).toEqual([]);
	// As often as it is loaded again it is there once, beside what the reader has.
	await other.reload();
	await hydrated(other);
	await expect(cards(other)).toHaveCount(2);
	await linked(other).getByRole('button', { name: 'Remove them' }).click();
	await expect(cards(other)).toHaveCount(1);
	await expect(cards(other)).toContainText('theirs.csv');
	await expect(other).toHaveURL(/\?actors=-israel$/);

	await other.goto(address.replace('/?', '/ar/?'));
	await hydrated(other);
	await expect(other.locator('[data-keeping="link"]')).toBeVisible();
	await linked(other).getByRole('button').first().click();
	await expect(other.locator('[data-keeping="kept"]')).toHaveCount(2);
	await expect(other).not.toHaveURL(/#/);
	await other.goto('/');
	await hydrated(other);
	await door(other).click();
	await expect(cards(other)).toHaveCount(2);
	await expect(linked(other)).toHaveCount(0);

	// Cut off on its way, or made by somebody else.
	for (const fragment of [
		address.slice(address.indexOf('#'), -5),
		'#data=<img src=x onerror=window.ran=1>'
	]) {
		await other.goto(`/${fragment}`);
		await expect(linked(other)).toContainText('it is damaged, or the link was cut off on its way');
		await linked(other).getByRole('button', { name: 'Close this notice' }).click();
		await expect(linked(other)).toHaveCount(0);
		await expect(other).not.toHaveURL(/#/);
	}
	await expect(panel(other)).toBeVisible();
	expect(await other.evaluate(() => 'ran' in window)).toBe(false);
	await context.close();
});
