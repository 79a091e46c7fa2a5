/** What holds on every page, in both languages, light and dark, on a phone, a tablet and a desk. */
import { violations } from '../support/axe';
import { expect, hydrated, test } from '../support/fixture';
import { inLanguage, languages, pages, sizes } from '../support/pages';
import type { Page } from '@playwright/test';

/** Everything that comes after the words is there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
	await hydrated(page);
	await expect(page.locator('[data-lazy]')).toHaveCount(0);
	await expect(page.locator('[data-map="loading"]')).toHaveCount(0);
	await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
}

for (const { name, width, height } of sizes) {
	test.describe(`on ${name}`, () => {
		test.use({ viewport: { width, height }, hasTouch: width < 1000, isMobile: width < 500 });

		for (const language of languages) {
			for (const path of pages) {
				test(`${inLanguage(path, language)} is in its language, for every reader, and no wider than the screen`, async ({
					page
				}) => {
					await page.goto(inLanguage(path, language));
					await settled(page);
					const root = page.locator('html');
					await expect(root).toHaveAttribute('lang', language);
					await expect(root).toHaveAttribute('dir', language === 'ar' ? 'rtl' : 'ltr');
					expect(
						await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
					).toBeLessThanOrEqual(0);
					expect(await violations(page), 'light').toEqual([]);
					await page.emulateMedia({ colorScheme: 'dark' });
					await settled(page);
					expect(await violations(page, 'colours'), 'dark').toEqual([]);
				});
			}
		}
	});
}
