/** What readers ask of their own browser, on the map: more contrast, few colours, no motion, no mouse. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, test } from '../support/fixture';
import { desktop, open } from '../support/map';

test('few colours and more contrast are given where they are asked for', async ({ page }) => {
	await page.emulateMedia({ forcedColors: 'active' });
	await page.setViewportSize(desktop);
	await open(page, '/sites/masyaf-facility');

	for (const size of [desktop, { width: 390, height: 844 }])
		await test.step(`${size.width} × ${size.height}`, async () => {
			await page.emulateMedia({ forcedColors: 'active', contrast: 'no-preference' });
			await page.setViewportSize(size);

			await test.step('in the few colours of the reader the words, the marks and the focus are seen', async () => {
				expect(await violations(page)).toEqual([]);
				const tanf = page.locator('.stage .sites a[data-site="tanf"]');
				await tanf.focus();
				const outline = await tanf.evaluate((element) => getComputedStyle(element, '::before').outlineStyle);
				expect(outline).toBe('solid');
			});

			await test.step('more contrast is given where it is asked for', async () => {
				await page.emulateMedia({ forcedColors: 'none', contrast: 'more' });
				const [ink, quiet] = await page.evaluate(() => [
					getComputedStyle(document.body).color,
					getComputedStyle(document.querySelector('.panel .quiet')!).color
				]);
				expect(quiet).toBe(ink);
				expect(await violations(page)).toEqual([]);
			});
		});
});

/** Where the mark of a site is in each frame from now on. */
async function placesOf(page: Page, site: string): Promise<() => Promise<string[]>> {
	await page.evaluate((site) => {
		const places: string[] = [];
		const page = Object.assign(window, { places });
		const look = () => {
			const { left, right, top, bottom } = document
				.querySelector(`.stage [data-site="${site}"]`)!
				.getBoundingClientRect();
			const middle = `${Math.round((left + right) / 2)} ${Math.round((top + bottom) / 2)}`;
			if (places.at(-1) !== middle) places.push(middle);
			// Until it is asked for the places of another.
			if (page.places === places) requestAnimationFrame(look);
		};
		look();
	}, site);
	return () => page.evaluate(() => (window as unknown as { places: string[] }).places);
}

test('by keyboard one comes through the whole page, and the map flies where motion is wanted', async ({
	page
}) => {
	await open(page, '/');

	await test.step('by keyboard one comes through the whole page, in order, and out of it again', async () => {
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

	const goTo = async (site: string) => {
		await page.locator(`.panel a[href*="/sites/${site}"]`).first().click();
		await expect(page.locator(`.stage [data-site="${site}"].chosen`)).toBeAttached();
	};
	const running = () =>
		page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);

	await test.step('without motion the map jumps to where it goes', async () => {
		const places = await placesOf(page, 'tanf');
		const [before] = await places();
		await goTo('tanf');
		await expect.poll(async () => (await places()).length).toBeGreaterThan(1);
		await expect.poll(running).toBe(0);
		// Its camera is where it goes at once: nothing lies between the place before and the one after.
		expect(await places()).toEqual([before, (await places()).at(-1)]);
	});

	await test.step('with motion it flies there', async () => {
		await page.locator('.masthead a').first().click();
		await expect(page).toHaveURL(/\/$/);
		await page.emulateMedia({ reducedMotion: 'no-preference' });
		const places = await placesOf(page, 'hmeimim');
		await goTo('hmeimim');
		await expect.poll(async () => (await places()).length).toBeGreaterThan(2);
	});
});
