/** A page of the map on a phone: a sheet of three heights, and its own words in it. */
import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';

const handle = (page: Page) => page.locator('.panel').getByRole('slider').first();

async function ready(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await expect(page.locator('.stage [data-map="no-webgl"]')).toBeAttached();
	await expect(handle(page)).toBeVisible();
}

/** The top of the sheet, as a part of the height of the stage, when it has come to rest. */
async function rest(page: Page): Promise<number> {
	return page.evaluate(async () => {
		const panel = document.querySelector('.panel')!;
		await Promise.all(panel.getAnimations().map(({ finished }) => finished));
		const stage = panel.parentElement!.getBoundingClientRect();
		return (panel.getBoundingClientRect().top - stage.top) / stage.height;
	});
}

for (const { width, height, language } of [
	{ width: 320, height: 568, language: 'en' },
	{ width: 390, height: 844, language: 'en' },
	{ width: 390, height: 844, language: 'ar' }
] as const) {
	const base = language === 'ar' ? '/ar' : '';

	test.describe(`${width} × ${height}, ${language}`, () => {
		test.use({ viewport: { width, height }, hasTouch: true, isMobile: true });

		test('the sheet has three heights, and what is in it is done by thumb', async ({ page }) => {
			await ready(page, base || '/');

			await test.step('its heights change by keys, by taps and by dragging', async () => {
				const slider = handle(page);
				const half = await rest(page);
				await slider.press('ArrowDown');
				const low = await rest(page);
				expect(low).toBeGreaterThan(half);
				await slider.press('End');
				const full = await rest(page);
				expect(full).toBeLessThan(0.01);
				await slider.press('End');
				expect(await rest(page)).toBe(full);
				// A tap goes on from the highest to the lowest.
				await slider.tap();
				expect(await rest(page)).toBeCloseTo(low, 2);
				await expect(slider).toHaveAttribute('aria-valuenow', '0');
				// Dragged half way up, it stays there.
				const box = (await slider.boundingBox())!;
				const x = box.x + box.width / 2;
				await page.mouse.move(x, box.y + 10);
				await page.mouse.down();
				await page.mouse.move(x, box.y - 60, { steps: 4 });
				await page.mouse.move(x, (await page.evaluate(() => innerHeight)) * half + 60, { steps: 4 });
				await page.mouse.up();
				await expect(slider).toHaveAttribute('aria-valuenow', '1');
				expect(await rest(page)).toBeCloseTo(half, 2);
			});

			await test.step('the window of time is chosen', async () => {
				const time = page.locator('.time');
				if (!(await time.getByRole('slider').first().isVisible())) await time.locator('button.sites').tap();
				const plot = (await time.locator('.brush').boundingBox())!;
				const at = (part: number) => plot.x + plot.width * (language === 'ar' ? 1 - part : part);
				await page.mouse.move(at(0.75), plot.y + plot.height / 2);
				await page.mouse.down();
				await page.mouse.move(at(0.95), plot.y + plot.height / 2, { steps: 6 });
				await page.mouse.up();
				await expect(page).toHaveURL(/from=202\d/);
				await expect(time.locator('.title')).toContainText(language === 'ar' ? /٢٠٢/ : /202/);
			});

			await test.step('nothing is wider than the screen, the page does not scroll under the sheet, and its own words do', async () => {
				await ready(page, `${base}/sites/masyaf-facility`);
				expect(
					await page.evaluate(() => [
						document.documentElement.scrollWidth - innerWidth,
						document.documentElement.scrollHeight - innerHeight
					])
				).toEqual([0, 0]);
				const scrolled = await page.evaluate(() => {
					const panel = document.querySelector('.panel')!;
					panel.scrollTo(0, 400);
					return panel.scrollTop;
				});
				expect(scrolled).toBe(400);
				await expect(handle(page)).toBeInViewport();
			});
		});
	});
}

test.describe('a window that is too low for a sheet', () => {
	test.use({ viewport: { width: 320, height: 256 } });

	test('scrolls as one page, as at 400 % zoom', async ({ page }) => {
		await page.goto('/sites/masyaf-facility');
		await hydrated(page);
		await expect(handle(page)).toBeHidden();
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0
		);
		await page.getByRole('heading', { name: 'Why is this here?' }).scrollIntoViewIfNeeded();
		await expect(page.getByRole('heading', { name: 'Why is this here?' })).toBeInViewport();
	});
});
