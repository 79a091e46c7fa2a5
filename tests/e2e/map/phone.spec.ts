/** The map on a phone, with a sheet over it: everything is within reach of a thumb. The sheet itself is in `text`. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixture';
import { moving, open } from '../support/map';

const handle = (page: Page) => page.locator('.panel').getByRole('slider').first();

/** Waits until the sheet has come to rest. */
async function rest(page: Page): Promise<void> {
	await page
		.locator('.panel')
		.first()
		.evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)));
}

for (const { width, height, language, motion } of [
	{ width: 320, height: 568, language: 'en', motion: {} },
	{ width: 390, height: 844, language: 'en', motion: moving },
	{ width: 390, height: 844, language: 'ar', motion: {} }
] as const) {
	const base = language === 'ar' ? '/ar' : '';

	test.describe(`${width} × ${height}, ${language}`, () => {
		test.use({ viewport: { width, height }, hasTouch: true, isMobile: true, ...motion });

		test('what one taps is as large as a thumb, and what is chosen is seen', async ({ page }) => {
			await open(page, `${base}/sites/masyaf-facility`);
			await expect(handle(page)).toBeVisible();

			await test.step('what one taps is as large as a thumb', async () => {
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

			await test.step('what is chosen is seen above the sheet', async () => {
				await page.locator('.masthead a').first().click();
				await expect(page.locator('.stage .sites .chosen')).toHaveCount(0);
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
		});
	});
}
