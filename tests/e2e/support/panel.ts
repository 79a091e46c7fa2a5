/** The part of the panel that takes a reader's own files. */
import type { Locator, Page } from '@playwright/test';
import { expect, hydrated } from './fixture';

export const sites =
	'name,lat,lon,actor,date\nAleppo,36.2,37.1,Russia,2015-09-24\nHama,35.1,36.7,Iran,2016-04-03\n';

export const panel = (page: Page) => page.locator('[data-own]');
/** The button that shows it. */
export const door = (page: Page) => page.locator('button[aria-controls$="-own"]');
export const news = (page: Page) => page.locator('[data-own-news]');
export const cards = (page: Page) => page.locator('[data-own] article');
export const kept = (page: Page) => expect(page.locator('[data-keeping="kept"]').first()).toBeVisible();

export async function open(page: Page, path = '/'): Promise<Locator> {
	await page.goto(path);
	await hydrated(page);
	const own = panel(page);
	await expect(door(page)).toBeVisible();
	if (!(await own.isVisible())) await door(page).click();
	// What is behind the door is fetched when it is opened.
	await expect(own.locator('.add')).toBeVisible();
	return own;
}

export const fileOf = (text: string | Buffer, name = 'sites.csv') => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(text)
});

export const choose = (page: Page, ...files: ReturnType<typeof fileOf>[]) =>
	panel(page).locator('input[type="file"]').setInputFiles(files);
