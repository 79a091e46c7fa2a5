/** The still picture of the map, and the map that takes its place. */
import { expect, test } from '../support/fixture';

for (const [name, path, viewport] of [
	['a desk', '/', { width: 1440, height: 900 }],
	['a desk in Arabic', '/ar', { width: 1200, height: 900 }],
	['beside a sheet', '/', { width: 780, height: 1180 }]
] as const)
	test(`the still picture has each site where the map then has it (${name})`, async ({ page }) => {
		await page.setViewportSize(viewport);
		await page.goto(path);
		await expect(page.locator('[data-map="ready"]')).toBeVisible();
		const still = page.locator('.still');
		await expect(still).toBeHidden();
		// Seen once more, to be measured beside the map that has taken its place.
		await still.evaluate((element) => element.style.setProperty('display', 'grid', 'important'));
		const apart = await page.locator('ol.sites a:not(.clustered)').evaluateAll((links) => {
			const middleOf = (element: Element) => {
				const { x, y, width, height } = element.getBoundingClientRect();
				return [x + width / 2, y + height / 2] as const;
			};
			return links.map((link) => {
				const mark = document.querySelector(
					`.still [data-still="${link.getAttribute('data-site')}"] circle`
				)!;
				const [[x, y], [mapX, mapY]] = [middleOf(mark), middleOf(link)];
				return Math.hypot(x - mapX, y - mapY);
			});
		});
		expect(apart.length).toBeGreaterThan(0);
		expect(Math.max(...apart)).toBeLessThan(2);
	});
