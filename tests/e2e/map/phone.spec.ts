/** The map on a phone, with a sheet over it: everything is within reach of a thumb. The sheet itself is in `text`. */
import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';

const handle = (page: Page) => page.locator('.panel').getByRole('slider').first();

async function ready(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await expect(page.locator('.stage [data-map="ready"]')).toBeAttached();
	await expect(handle(page)).toBeVisible();
}

/** Waits until the sheet has come to rest. */
async function rest(page: Page): Promise<void> {
	await page
		.locator('.panel')
		.first()
		.evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)));
}

for (const { width, height, language } of [
	{ width: 320, height: 568, language: 'en' },
	{ width: 390, height: 844, language: 'en' },
	{ width: 390, height: 844, language: 'ar' }
] as const) {
	const base = language === 'ar' ? '/ar' : '';

	test.describe(`${width} × ${height}, ${language}`, () => {
		test.use({ viewport: { width, height }, hasTouch: true, isMobile: true });

		test('what is chosen is seen above the sheet', async ({ page }) => {
			await ready(page, base || '/');
			await handle(page).press('End');
			await page.locator('.panel a[href*="/sites/tanf"]').first().click();
			await expect(page.locator('.stage [data-site="tanf"].chosen')).toBeAttached();
			await rest(page);
			await expect
				.poll(() =>
					page.evaluate(() => {
						const mark = document.querySelector('[data-site="tanf"]')!.getBoundingClientRect();
						const sheet = document.querySelector('.panel')!.getBoundingClientRect();
						const map = document.querySelector('.stage > .map')!.getBoundingClientRect();
						return mark.bottom <= sheet.top && mark.top >= map.top;
					})
				)
				.toBe(true);
			await expect(page.getByRole('heading', { level: 1 })).toBeInViewport();
		});

		test('what one taps is as large as a thumb', async ({ page }) => {
			await ready(page, `${base}/sites/masyaf-facility`);
			const small = await page.evaluate(() => {
				const asked =
					'.stage button, .stage summary, .stage select, .stage [role="slider"], .masthead a, .masthead button';
				return [...document.querySelectorAll<HTMLElement>(asked)]
					.filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
					.map((element) => ({ element, box: element.getBoundingClientRect() }))
					.filter(({ box }) => box.width > 0 && (box.height < 44 || box.width < 24))
					.map(({ element, box }) => `${element.outerHTML.slice(0, 90)} ${box.width} × ${box.height}`);
			});
			expect(small).toEqual([]);
		});
	});
}

test('the map is moved without dragging', async ({ page }) => {
	await page.goto('/');
	await hydrated(page);
	await expect(page.locator('.stage [data-map="ready"]')).toBeAttached();
	const mark = page.locator('.stage [data-site="tanf"]');
	const before = (await mark.boundingBox())!;
	await page.getByRole('button', { name: 'Move the map' }).click();
	await page.getByRole('button', { name: 'South' }).click();
	await expect.poll(async () => (await mark.boundingBox())!.y).toBeLessThan(before.y - 50);
	await expect(page).toHaveURL(/map=|at=|camera|#|\?/);
});
