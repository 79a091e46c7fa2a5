/** What readers ask of their own browser, on the map: more contrast, few colours, no motion, no mouse. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, hydrated, test } from '../support/fixture';

async function ready(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await expect(page.locator('.stage [data-map="ready"]')).toBeAttached();
}

for (const { width, height } of [
	{ width: 390, height: 844 },
	{ width: 1440, height: 900 }
]) {
	test.describe(`${width} × ${height}`, () => {
		test.use({ viewport: { width, height } });

		test('in the few colours of the reader the words, the marks and the focus are seen', async ({ page }) => {
			await page.emulateMedia({ forcedColors: 'active' });
			await ready(page, '/sites/masyaf-facility');
			expect(await violations(page)).toEqual([]);
			await page.locator('.stage .sites a[data-site="tanf"]').focus();
			const outline = await page
				.locator('.stage .sites a[data-site="tanf"]')
				.evaluate((element) => getComputedStyle(element, '::before').outlineStyle);
			expect(outline).toBe('solid');
		});

		test('more contrast is given where it is asked for', async ({ page }) => {
			await page.emulateMedia({ contrast: 'more' });
			await ready(page, '/sites/masyaf-facility');
			const [ink, quiet] = await page.evaluate(() => [
				getComputedStyle(document.body).color,
				getComputedStyle(document.querySelector('.panel .quiet')!).color
			]);
			expect(quiet).toBe(ink);
			expect(await violations(page)).toEqual([]);
		});
	});
}

test('without motion the map jumps to where it goes', async ({ page }) => {
	await page.emulateMedia({ reducedMotion: 'reduce' });
	await ready(page, '/');
	// Where the mark is in each frame, until it is told otherwise.
	await page.evaluate(() => {
		const places: string[] = [];
		const look = () => {
			const { left, right, top, bottom } = document
				.querySelector('.stage [data-site="tanf"]')!
				.getBoundingClientRect();
			const middle = `${Math.round((left + right) / 2)} ${Math.round((top + bottom) / 2)}`;
			if (places.at(-1) !== middle) places.push(middle);
			requestAnimationFrame(look);
		};
		look();
		Object.assign(window, { places });
	});
	const places = () => page.evaluate(() => (window as unknown as { places: string[] }).places);
	const [before] = await places();
	await page.locator('.panel a[href*="/sites/tanf"]').first().click();
	await expect(page.locator('.stage [data-site="tanf"].chosen')).toBeAttached();
	await expect.poll(async () => (await places()).length).toBeGreaterThan(1);
	const running = () =>
		page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
	await expect.poll(running).toBe(0);
	// Its camera is where it goes at once: nothing lies between the place before and the one after.
	expect(await places()).toEqual([before, (await places()).at(-1)]);
});

test('by keyboard one comes through the whole page, in order, and out of it again', async ({ page }) => {
	await ready(page, '/');
	/** What has the focus, as the part of the page that it is in, and whether it is seen that it has. */
	const focused = () =>
		page.evaluate(() => {
			const element = document.activeElement as HTMLElement;
			if (element === document.body) return null;
			const parts = {
				skip: '.skip',
				masthead: '.masthead',
				search: '.panel .explore',
				list: '.panel',
				marks: '.map .sites',
				'moving the map': '.map .controls',
				actors: '.map .actors',
				tools: '.map .tools',
				legend: '.map .legend',
				map: '.map',
				time: '.time'
			};
			const part =
				Object.entries(parts).find(([, selector]) => element.closest(selector))?.[0] ?? 'elsewhere';
			const shown = [element, ...element.querySelectorAll('*'), element.parentElement!].some((one) =>
				[null, '::before'].some((pseudo) => {
					const { outlineStyle, boxShadow } = getComputedStyle(one, pseudo);
					return outlineStyle !== 'none' || boxShadow !== 'none';
				})
			);
			return { part, shown, html: element.outerHTML.slice(0, 100) };
		});
	const order: string[] = [];
	const unseen: string[] = [];
	for (let presses = 0; presses < 300; presses++) {
		await page.keyboard.press('Tab');
		const now = await focused();
		if (now === null) break;
		if (order.at(-1) !== now.part) order.push(now.part);
		if (!now.shown) unseen.push(now.html);
	}
	expect(unseen).toEqual([]);
	expect(order.filter((part) => part !== 'map')).toEqual([
		'skip',
		'masthead',
		'search',
		'list',
		'marks',
		'moving the map',
		'actors',
		'tools',
		'legend',
		'time'
	]);
	expect(await focused()).toBeNull();
	// And back in from the end.
	await page.keyboard.press('Shift+Tab');
	expect((await focused())?.part).toBe('time');
});
