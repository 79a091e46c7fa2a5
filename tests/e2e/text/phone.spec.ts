/** A reader on a phone: the quote first, before the map; the tools a touch away; on to the next report and site by thumb. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, hydrated, test } from '../support/fixture';
import { languages } from '../support/pages';
import { siteIds } from '../support/records';

const screens = [
	{ width: 320, height: 568 },
	{ width: 390, height: 844 },
	{ width: 844, height: 390 }
];
const phone = { viewport: screens[1]!, hasTouch: true, isMobile: true };

/**
 * What of a site's page cannot be read at once, of its kind, name, actors and the first words that are quoted: what does
 * not lie whole in the panel, or in the screen, or under something else.
 */
const unread = () => {
	const panel = document.querySelector('.panel')!;
	const frame = panel.getBoundingClientRect();
	const handle = document.querySelector('.panel > .handle')!.getBoundingClientRect();
	const [top, bottom] = [Math.max(handle.bottom, 0), Math.min(frame.bottom, innerHeight)];
	return ['.kind', 'h1', '.actors li:last-child', 'blockquote mark'].filter((asked) => {
		const element = panel.querySelector(`.site ${asked}`);
		if (!element) return true;
		const boxes = [...element.getClientRects()];
		return boxes.some((box) => {
			const seen = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
			return box.top < top - 1 || box.bottom > bottom + 1 || !seen || !panel.contains(seen);
		});
	});
};

test.describe('a site', () => {
	// What the server wrote of the other sites is put into the page by the test.
	test.use({ ...phone, bypassCSP: true });

	for (const language of languages)
		test(`opens with kind, name, actors and the first quote on every screen (${language})`, async ({
			page
		}) => {
			const base = language === 'ar' ? '/ar' : '';
			const [first] = siteIds;
			await page.goto(`${base}/sites/${first}`);
			await hydrated(page);
			const written = await Promise.all(
				siteIds.map(async (id) => (await page.request.get(`${base}/sites/${id}`)).text())
			);
			const found: string[] = [];
			for (const size of screens) {
				await page.setViewportSize(size);
				const bar = page.locator('.timeline.slim');
				await expect(bar).toBeVisible();
				expect((await bar.boundingBox())!.height).toBeLessThanOrEqual(48);
				expect((await page.locator('.masthead').boundingBox())!.height).toBeLessThanOrEqual(56);
				for (const [at, html] of written.entries()) {
					await page.evaluate((html) => {
						const words = new DOMParser().parseFromString(html, 'text/html').querySelector('.site > header')!;
						document.querySelector('.panel .site > header')!.parentElement!.replaceWith(words.parentElement!);
					}, html);
					const left = await page.evaluate(unread);
					if (left.length > 0)
						found.push(`${siteIds[at]} ${size.width} × ${size.height}: ${left.join(', ')}`);
				}
			}
			expect(found).toEqual([]);
		});
});

test.describe('a link to a site, on a phone that is four times slower', () => {
	test.use(phone);

	test('shows the first quote before any code of the map arrives', async ({ page }) => {
		const folder = 'build/_app/immutable/chunks';
		const ofMap = new Set(
			readdirSync(folder).filter((name) => /maplibregl/.test(readFileSync(`${folder}/${name}`, 'utf8')))
		);
		expect(ofMap.size).toBeGreaterThan(0);
		const client = await page.context().newCDPSession(page);
		await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
		const unreadThen: string[][] = [];
		await page.route('**/_app/immutable/chunks/*.js', async (route) => {
			const isMap = ofMap.has(new URL(route.request().url()).pathname.split('/').at(-1)!);
			if (isMap) unreadThen.push(await page.evaluate(unread));
			await route.continue();
		});
		await page.goto('/sites/masyaf-facility');
		await expect.poll(() => unreadThen.length, { timeout: 60_000 }).toBeGreaterThan(0);
		expect(unreadThen[0]).toEqual([]);
	});
});

test.describe('by thumb', () => {
	test.use(phone);

	test('the tools are sheets with a way back, and what filters hide is said', async ({ page }) => {
		await page.goto('/');
		await hydrated(page);
		const tool = (name: string) => page.locator(`button[data-tool="${name}"]`);
		const sheet = page.getByRole('dialog');

		await test.step('each covers the screen, and gives the focus back', async () => {
			for (const name of ['search', 'actors', 'filters', 'own', 'more']) {
				await tool(name).tap();
				await expect(sheet).toHaveCount(1);
				expect(await sheet.boundingBox()).toEqual({ x: 0, y: 0, ...phone.viewport });
				expect(await violations(page), name).toEqual([]);
				// Nothing beneath it has the focus, however far one goes on.
				for (let presses = 0; presses < 4; presses++) {
					await page.keyboard.press('Tab');
					expect(
						await page.evaluate(
							() =>
								document.activeElement === document.body ||
								!!document.activeElement!.closest('[role="dialog"]')
						)
					).toBe(true);
				}
				if (name === 'filters') await page.keyboard.press('Escape');
				else await sheet.getByRole('button', { name: 'Back', exact: true }).tap();
				await expect(sheet).toHaveCount(0);
				await expect(tool(name)).toBeFocused();
			}
		});

		await test.step('the actors are rows for a thumb, all within reach, and the way out counts what is left', async () => {
			await page.setViewportSize(screens[0]!);
			await tool('actors').tap();
			const rows = sheet.locator('button[data-actor]');
			for (const row of await rows.all()) {
				await row.scrollIntoViewIfNeeded();
				await expect(row).toBeInViewport({ ratio: 0.95 });
				expect((await row.boundingBox())!.height).toBeGreaterThanOrEqual(44);
			}
			await sheet.getByRole('button', { name: 'Show only United States' }).tap();
			const done = sheet.getByRole('button', { name: /^Show \d+ sites?$/ });
			const shown = Number((await done.textContent())!.match(/\d+/)![0]);
			await done.tap();
			await expect(
				page
					.locator('main')
					.getByRole('status')
					.filter({ hasText: `${shown} of` })
			).toBeVisible();
			await expect(tool('actors')).toHaveAccessibleName(/Actors/);
			await page.setViewportSize(screens[1]!);
		});

		await test.step('a site that is searched for and hidden says which filter hides it, and is shown at a touch', async () => {
			await tool('search').tap();
			const box = sheet.getByRole('combobox');
			await expect(box).toBeFocused();
			await box.fill('hmeimim');
			await sheet
				.getByRole('option', { name: /Hmeimim/ })
				.first()
				.tap();
			await expect(page).toHaveURL(/\/sites\/hmeimim\?/);
			await expect(sheet).toHaveCount(0);
			const note = page.locator('[data-hidden-by="actors"]');
			await expect(note).toContainText('Actors (Russia)');
			await note.getByRole('button', { name: 'Show it' }).tap();
			await expect(note).toHaveCount(0);
			await expect(page).toHaveURL(/actors=.*russia/);
		});

		await test.step('so does a step of a tour', async () => {
			await page.goto('/tour/naija-on-point-2022/2?actors=none');
			await hydrated(page);
			await expect(page.locator('[data-hidden-by]')).toHaveAttribute('data-hidden-by', 'actors');
		});
	});

	test('the pages are a menu, and reports and sites follow each other', async ({ page }) => {
		await page.goto('/sites/masyaf-facility');
		await hydrated(page);

		await test.step('the next report, and the next site, by button', async () => {
			const reports = page.locator('article.report');
			await expect(reports).toHaveCount(2);
			await page.getByRole('button', { name: '1 of 2: next report' }).tap();
			await expect(reports.nth(1).locator('mark').first()).toBeInViewport();
			await expect(page.getByRole('button', { name: '2 of 2: next report' })).toBeVisible();
			const name = await page.getByRole('heading', { level: 1 }).textContent();
			await page.getByRole('link', { name: 'Next site' }).tap();
			await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(name!);
		});

		await test.step('and by a stroke to the side, and back', async () => {
			const stroke = (across: number) =>
				page.locator('.panel h1').evaluate((element, across) => {
					const at = (clientX: number) =>
						new Touch({ identifier: 1, target: element, clientX, clientY: 300 });
					element.dispatchEvent(new TouchEvent('touchstart', { bubbles: true, touches: [at(300)] }));
					element.dispatchEvent(
						new TouchEvent('touchend', { bubbles: true, changedTouches: [at(300 + across)] })
					);
				}, across);
			await stroke(150);
			await expect(page).toHaveURL(/\/sites\/masyaf-facility$/);
			await page.waitForFunction(() => document.querySelectorAll('article.report').length === 2);
			await expect(page.getByRole('button', { name: '1 of 2: next report' })).toBeVisible();
			await stroke(-150);
			await expect(page.getByRole('button', { name: '2 of 2: next report' })).toBeVisible();
			await stroke(-150);
			await expect(page).not.toHaveURL(/masyaf-facility/);
		});

		await test.step('the menu has all pages', async () => {
			const menu = page.getByRole('navigation', { name: 'Main' });
			await expect(menu).toBeHidden();
			await page.getByRole('button', { name: 'Menu' }).tap();
			await expect(menu.getByRole('link')).toHaveCount(6);
			expect(await violations(page, 'colours')).toEqual([]);
			await menu.getByRole('link', { name: 'Articles' }).tap();
			await expect(page).toHaveURL(/\/articles$/);
			await expect(menu).toBeHidden();
		});
	});
});

test.describe('without scripts', () => {
	test.use({ ...phone, javaScriptEnabled: false });

	test('the menu opens all the same', async ({ page }: { page: Page }) => {
		await page.goto('/sites/masyaf-facility');
		await page.getByRole('button', { name: 'Menu' }).tap();
		await page.getByRole('link', { name: 'Articles' }).tap();
		await expect(page).toHaveURL(/\/articles$/);
	});
});
