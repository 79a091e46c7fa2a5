/** A reader's own file on a page: how it gets there, and where it is then seen. */
import type { Page } from '@playwright/test';
import { expect, hydrated } from './fixture';

export const card = (page: Page) => page.locator('article.layer');
export const shown = (page: Page) => card(page).getByRole('status').first();
export const toggle = (page: Page, value: string) =>
	card(page).locator('button[data-code]').filter({ hasText: value });
export const row = (page: Page) => page.locator('section[data-own-row]');

/** Opens a page, gives it a file, and waits until its card is there and it is kept. */
export async function give(page: Page, text: string, name: string, path = '/'): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await expect(page.locator('[data-map="ready"], [data-map="no-webgl"]')).toBeAttached({ timeout: 60_000 });
	await unfold(page);
	await page
		.locator('[data-own] input[type="file"]')
		.setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
	await expect(card(page)).toBeAttached({ timeout: 60_000 });
	await expect(page.locator('[data-keeping="kept"]')).toBeVisible({ timeout: 60_000 });
}

export async function unfold(page: Page): Promise<void> {
	// On a small screen its button stands over the map.
	const door = page.locator('button[aria-controls$="-own"], button[data-tool="own"]');
	await expect(door).toBeVisible();
	if (!(await page.locator('[data-own]').isVisible())) await door.click();
}

/** Few rows in the desert, two of them at one place; one has markup in it, which is text like any other. */
export const few = [
	'title,lat,lon,actor,date,quote,link,note',
	'Depot,34.1,38.9,Iran,2018-05-02,"It was there, they said",https://example.org/depot,',
	'Camp,34.6,39.6,Russia,2019-06-03,,javascript:alert(1),<img src=x onerror=alert(1)>',
	'Post,34.6,39.6,Russia,2020-07-04,,,',
	'Radar,,,Russia,2021-08-05,,,nowhere'
].join('\n');
