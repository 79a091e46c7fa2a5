/** What readers ask of their own browser: larger letters, and no mouse. What is on the map is in `map`. */
import { expect, hydrated, test } from '../support/fixture';

const sizes = [
	{ width: 1440, height: 900 },
	{ width: 390, height: 844 }
];

test('letters of twice the size are all there, and nothing is wider than the screen', async ({ page }) => {
	for (const path of ['/ar', '/sites/masyaf-facility', '/table', '/articles/naija-on-point-2022'])
		await test.step(path, async () => {
			await page.setViewportSize(sizes[0]!);
			await page.goto(path);
			await hydrated(page);
			await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
			for (const size of sizes) {
				await page.setViewportSize(size);
				const where = `${path}, ${size.width} × ${size.height}`;
				expect(
					await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
					where
				).toBeLessThanOrEqual(0);
				// No line of words is cut off by its own box.
				const cut = await page.evaluate(() =>
					[...document.querySelectorAll('h1, h2, h3, p, dt, dd, button, summary, blockquote')]
						.filter((element) => element.checkVisibility() && element.clientWidth > 1)
						.filter((element) => {
							const { overflowX, textOverflow } = getComputedStyle(element);
							return (
								overflowX !== 'visible' &&
								textOverflow !== 'ellipsis' &&
								element.scrollWidth > element.clientWidth + 1
							);
						})
						.map((element) => element.outerHTML.slice(0, 80))
				);
				expect(cut, where).toEqual([]);
			}
		});
});

test('the skip link leads past the frame of the page to its words', async ({ page }) => {
	await page.goto('/');
	await hydrated(page);
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('#content')).toBeFocused();
});
