/**
 * `npm run pictures`: draws the pictures of the README anew, from the built site (`npm run build` first). The text in
 * them was made up for it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { browserArguments, findBrowser } from './browser';
import { isCommand, project } from './command';
import { writeOutputs } from './output';
import { serve } from './serve';
import { webp } from './webp';

/** The desk, with an article half way through its review. */
async function desk(page: Page, address: string): Promise<void> {
	await page.goto(`${address}desk`);
	await page
		.locator('textarea')
		.first()
		.fill(readFileSync(join(project, 'docs/made-up-article.txt'), 'utf8'));
	await page.locator('form button[type=submit]').first().click();
	const cards = page.locator('[data-pane="reports"] > .stack > article');
	await cards.first().waitFor({ timeout: 60_000 });
	await page.keyboard.press('h');
	await page.locator('[data-head="publisher"]').fill('The Made-up Courier');
	await page.locator('[data-head="publisher"]').press('Tab');
	await page.keyboard.press('Escape');
	for (let at = 0; at < 2; at++) {
		const card = cards.nth(at);
		await card.focus();
		for (let left = await card.locator('[data-confirm]').count(); left > 0; left--)
			await card.locator('[data-confirm]').first().click();
		await card.focus();
		await page.keyboard.press('a');
	}
	await page.keyboard.press('v');
	await page.locator('[data-map="ready"]').waitFor({ timeout: 60_000 });
}

const pictures = [{ name: 'docs/desk.webp', width: 1280, height: 760, show: desk }];

async function main(): Promise<void> {
	const site = await serve(join(project, 'build'), { port: 4394 });
	const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
	try {
		const drawn: { path: string; content: Uint8Array }[] = [];
		for (const { name, width, height, show } of pictures) {
			const page = await browser.newPage({ viewport: { width, height }, colorScheme: 'light' });
			await show(page, site.address);
			drawn.push({ path: join(project, name), content: await webp(page, browser) });
			await page.close();
		}
		writeOutputs(drawn);
	} finally {
		await browser.close();
		await site.close();
	}
}

if (isCommand(import.meta.url)) await main();
