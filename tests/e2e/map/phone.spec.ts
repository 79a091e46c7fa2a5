/** The map on a phone, with a sheet over it: everything is within reach of a thumb. The sheet itself is in `text`. */
import type { Page } from '@playwright/test';
import { expect, test } from '../support/fixture';
import { moving, open } from '../support/map';

const handle = (page: Page) => page.locator('.panel').getByRole('slider').first();

/** Pairs of what can be used and lies over each other. */
const overlaps = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const asked = ':is(button, summary, select, a, [role="slider"], .scale, .credits)';
		const controls = [...document.querySelectorAll<HTMLElement>(`.masthead ${asked}, .stage ${asked}`)]
			// Marks may lie together, which has tests of its own; what is in the panel is scrolled beneath its head.
			.filter((element) => !element.closest('ol.sites, .panel, .still'))
			.filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
			.map((element) => ({ element, box: element.getBoundingClientRect() }))
			.filter(({ box }) => box.width > 1 && box.height > 1 && box.top < innerHeight);
		const name = ({ element }: { element: HTMLElement }) => element.outerHTML.slice(0, 80);
		return controls.flatMap((one, index) =>
			controls.slice(index + 1).flatMap((other) => {
				if (one.element.contains(other.element) || other.element.contains(one.element)) return [];
				const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
				const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
				return across > 1 && down > 1 ? [`${name(one)} and ${name(other)}`] : [];
			})
		);
	});

/** Waits until the sheet has come to rest. */
async function rest(page: Page): Promise<void> {
	await page
		.locator('.panel')
		.first()
		.evaluate((panel) => Promise.all(panel.getAnimations().map(({ finished }) => finished)));
}

/** Lays the phone on its side, and waits until the map is drawn as wide. */
async function turn(page: Page): Promise<void> {
	await page.setViewportSize({ width: 844, height: 390 });
	await expect
		.poll(() => page.locator('canvas.maplibregl-canvas').evaluate((canvas) => canvas.clientWidth))
		.toBeGreaterThan(400);
	await rest(page);
}

for (const { width, height, language, motion, turned } of [
	{ width: 320, height: 568, language: 'en', motion: {}, turned: true },
	{ width: 390, height: 844, language: 'en', motion: moving, turned: false },
	{ width: 390, height: 844, language: 'ar', motion: {}, turned: false }
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

			await test.step('no two controls lie over each other', async () => {
				expect(await overlaps(page)).toEqual([]);
			});

			if (turned)
				await test.step('nor when it is turned', async () => {
					await turn(page);
					expect(await overlaps(page)).toEqual([]);
					await page.setViewportSize({ width, height });
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

test.describe('320 × 568, /ar', () => {
	test.use({ viewport: { width: 320, height: 568 }, hasTouch: true, isMobile: true });

	test('no two controls lie over each other, nor when it is turned', async ({ page }) => {
		await open(page, '/ar/sites/masyaf-facility');
		expect(await overlaps(page)).toEqual([]);
		await turn(page);
		expect(await overlaps(page)).toEqual([]);
	});
});
