/** The map beside its words: what is on it, what a click opens, what is told of what fails. Each page is drawn once. */
import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';
import { desktop, loseContext, mark, middle, open, roomy } from '../support/map';
import { allShown, loneSite, sites } from '../support/records';

test.use({ viewport: desktop });

/** The picture around a mark, to be compared. */
async function pictureAt(page: Page, { x, y }: { x: number; y: number }): Promise<string> {
	const picture = await page.screenshot({ clip: { x: x - 14, y: y - 14, width: 28, height: 28 } });
	return picture.toString('base64');
}

/** How fine the picture is in each frame in which it is seen. */
async function watchFineness(page: Page): Promise<() => Promise<number[]>> {
	await page.addInitScript(() => {
		const fineness: number[] = [];
		Object.assign(window, { fineness });
		const look = () => {
			const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas');
			if (canvas && canvas.style.visibility !== 'hidden') fineness.push(canvas.width / canvas.clientWidth);
			requestAnimationFrame(look);
		};
		look();
	});
	return () => page.evaluate(() => (window as unknown as { fineness: number[] }).fineness);
}

/** What the map says to those who can't see it, one after the other. */
async function listen(page: Page): Promise<() => Promise<string[]>> {
	await page.addInitScript(() => {
		const heard: string[] = [];
		Object.assign(window, { heard });
		new MutationObserver(() => {
			const said = document.querySelector('[data-map] > [aria-live]')?.textContent;
			if (said && said !== heard.at(-1)) heard.push(said);
		}).observe(document, { childList: true, characterData: true, subtree: true });
	});
	return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}

test('what is on the map is seen once it is fine, said in words, and follows the actors', async ({
	page
}) => {
	const [fineness, heard] = [await watchFineness(page), await listen(page)];
	const ofNear: string[] = [];
	page.on('request', (request) => {
		if (/\/near\.[^/]+\.json$/.test(request.url())) ofNear.push(request.url());
	});
	await open(page, `/?actors=-${loneSite.actor}`);
	const toggle = page.locator(`button[data-actor="${loneSite.actor}"]`);
	const shown = await page.locator('.sites a').count();

	await test.step('it is seen once it is drawn as fine as the screen is', async () => {
		await expect.poll(async () => (await fineness()).length).toBeGreaterThan(0);
		for (const pixels of await fineness()) expect(pixels).toBeCloseTo(1, 2);
	});

	await test.step('it says what is on it, and what a filter did, but nothing when it opens', async () => {
		const map = page.locator('[data-map]');
		await expect(map).toHaveAccessibleDescription(/^\d+ sites shown, \d+ contested\. .*: .*Russia.*\./);
		await expect(map).not.toHaveAccessibleDescription(new RegExp(loneSite.actorName));
		expect(shown).toBeLessThan(sites);
		await toggle.click();
		await expect(map).toHaveAccessibleDescription(
			new RegExp(
				`^${sites} sites shown, \\d+ contested\\. .*${loneSite.actorName}.* And \\d+ more; the table has all of them\\.$`
			)
		);
		await expect.poll(heard).toEqual([`${sites} of ${sites} sites shown`]);
	});

	await test.step('an actor turned off leaves the picture, the list and the address, and comes back as it was', async () => {
		const place = await middle(mark(page, loneSite.id));
		await page.mouse.move(5, 5);
		const before = await pictureAt(page, place);
		const count = page.locator('main').getByRole('status');
		await expect(count).toHaveText(allShown);
		await toggle.click();
		await expect
			.poll(heard)
			.toEqual([`${sites} of ${sites} sites shown`, `${shown} of ${sites} sites shown`]);
		await expect(toggle).toHaveAttribute('aria-pressed', 'false');
		await expect(page).toHaveURL(new RegExp(`actors=-${loneSite.actor}$`));
		await expect(count).not.toHaveText(allShown);
		await expect(mark(page, loneSite.id)).toHaveCount(0);
		await page.mouse.move(5, 5);
		await expect.poll(() => pictureAt(page, place)).not.toBe(before);
		await page.mouse.click(place.x, place.y);
		await expect(page, 'a hidden mark is not clickable').toHaveURL(
			new RegExp(`/\\?actors=-${loneSite.actor}$`)
		);
		await toggle.click();
		await page.mouse.move(5, 5);
		await expect.poll(() => pictureAt(page, place)).toBe(before);
		await expect(count).toHaveText(allShown);
	});

	await test.step('a double click shows an actor alone, with those below it; all and none are one click', async () => {
		await page.locator('button[data-actor="iran"]').dblclick();
		await expect(page).toHaveURL(/actors=iran,irgc,quds-force,iran-backed-militias$/);
		await expect(page.locator('button[data-actor="quds-force"]')).toHaveAttribute('aria-pressed', 'true');
		await expect(page.locator('button[data-actor="russia"]')).toHaveAttribute('aria-pressed', 'false');
		await expect(mark(page, loneSite.id)).toHaveCount(0);
		await expect(mark(page, 'damascus-airport')).toHaveCount(1);
		await page.getByRole('button', { name: 'None' }).click();
		await expect(page.locator('.sites a')).toHaveCount(0);
		await page.getByRole('button', { name: 'All', exact: true }).click();
		await expect(page.locator('.sites a')).toHaveCount(sites);
		await expect(page).toHaveURL(/\/$/);
	});

	await test.step('the finer ground near the sites comes when it is seen close up, and not before', async () => {
		expect(ofNear).toEqual([]);
		await page.getByRole('combobox', { name: /Search/ }).fill('34.9012, 35.8712');
		await page.getByRole('option', { name: '34.9012, 35.8712' }).click();
		await expect(page).toHaveURL(/at=34\.9012,35\.8712/);
		await expect.poll(() => ofNear.length).toBeGreaterThan(0);
	});
});

test.describe('with room for marks of their own', () => {
	test.use({ viewport: roomy });

	test('from a mark to its site, to its article and back, by mouse and by keyboard', async ({ page }) => {
		await open(page, '/');

		await test.step('a click on a mark opens its site: the words, who says them, the address; Escape and back undo', async () => {
			const { x, y } = await middle(mark(page, 'tanf'));
			await page.mouse.move(x, y);
			await expect(page.locator('.tooltip')).toContainText('Al-Tanf garrison');
			await page.mouse.click(x, y);
			await expect(page).toHaveURL(/\/sites\/tanf$/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Al-Tanf garrison');
			await expect(page.locator('blockquote mark').first()).toContainText(
				'It also has a military base at Tanf'
			);
			await expect(page.getByText('Reuters').filter({ visible: true }).first()).toBeVisible();
			await page.keyboard.press('Escape');
			await expect(page).toHaveURL(/\/$/);
			await page.goBack();
			await expect(page).toHaveURL(/\/sites\/tanf$/);
			await page.goBack();
			await expect(page).toHaveURL(/\/$/);
		});

		await test.step('marks are walked and opened by keyboard', async () => {
			await mark(page, 'damascus-airport').focus();
			await expect(page.locator('.tooltip')).toContainText('Damascus');
			await page.keyboard.press('ArrowRight');
			const focused = page.locator('.sites a:focus');
			await expect(focused).toHaveCount(1);
			await expect(focused).not.toHaveAttribute('data-site', 'damascus-airport');
			await mark(page, 'tanf').focus();
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/\/sites\/tanf$/);
		});

		await test.step('from a site to its article at the passage', async () => {
			await page
				.getByRole('link', { name: /Iran Request US to Leave Syria/ })
				.first()
				.click();
			await expect(page).toHaveURL(/\/articles\/crystal-eyes-2019#p\d+$/);
			await expect(page.locator('li:target')).toContainText('military base at Tanf');
		});

		await test.step('in an article a marked place lights its site, and the other way round', async () => {
			const place = page.locator('a.place[data-site="tanf"]').first();
			await place.hover();
			await expect(mark(page, 'tanf')).toHaveClass(/lit/);
			await page.mouse.move(5, 5);
			await expect(mark(page, 'tanf')).not.toHaveClass(/lit/);
			await mark(page, 'tanf').focus();
			await expect(place).toHaveClass(/lit/);
		});

		await test.step('and back from the article to the site', async () => {
			await page.goBack();
			await expect(page.getByRole('heading', { level: 1 })).toHaveText('Al-Tanf garrison');
		});

		await test.step('a site several actors share shows them all at once', async () => {
			for (const [site, names] of [
				['tartus-naval-facility', ['Russia', 'Iran', 'Israel']],
				['masyaf-facility', ['Iran', 'Syrian government', 'Israel']],
				['damascus-airport', ['Russia', 'Iran', 'Israel']],
				['aleppo-airport', ['Iran', 'Israel']]
			] as const) {
				await mark(page, site).focus();
				await page.keyboard.press('Enter');
				await expect(page).toHaveURL(new RegExp(`/sites/${site}$`));
				for (const name of names) await expect(mark(page, site)).toContainText(name);
			}
		});
	});
});

test('a lost picture is told and comes back, with its clusters', async ({ page, watch }) => {
	watch.allowed.push('WebGL', 'CONTEXT_LOST');
	await open(page, '/');

	await test.step('a lost WebGL context is told and comes back', async () => {
		const place = await middle(mark(page, 'tanf'));
		await page.mouse.move(5, 5);
		const before = await pictureAt(page, place);
		const restore = await loseContext(page);
		const ofTheMap = page.getByRole('region', { name: 'Map', exact: true }).getByRole('status');
		await expect(ofTheMap.filter({ hasText: /graphics|picture|lost/i })).toBeVisible();
		await restore();
		await expect.poll(() => pictureAt(page, place), { timeout: 30_000 }).toBe(before);
	});

	await test.step('sites that lie together cluster, and the cluster opens', async () => {
		const clustered = page.locator('.sites a.clustered');
		await expect.poll(() => clustered.count()).toBeGreaterThan(1);
		const { x, y } = await middle(clustered.first());
		const name = await clustered.first().getAttribute('data-site');
		await page.mouse.click(x, y);
		await expect
			.poll(async () => {
				const split = !(await mark(page, name!).getAttribute('class'))?.includes('clustered');
				return (
					split ||
					(await page.getByRole('dialog').isVisible()) ||
					JSON.stringify(await middle(mark(page, name!)))
				);
			})
			.not.toBe(JSON.stringify({ x, y }));
	});
});

test('a file of the map that fails is named, and the rest works', async ({ page, watch }) => {
	watch.allowed.push('Failed to load resource', 'ERR_FAILED');
	await page.route('**/map/marks.geojson', (route) => route.abort());
	await page.route('**/*rivers*', (route) => route.abort());
	await page.goto('/');
	await hydrated(page);
	await expect(page.getByRole('status').filter({ hasText: 'try again' })).toBeVisible();
	await page.getByRole('link', { name: /^Al-Tanf garrison/ }).click();
	await expect(page.locator('blockquote mark').first()).toContainText('Tanf');
	await page.unroute('**/map/marks.geojson');
	await page.unroute('**/*rivers*');
	await page.getByRole('button', { name: 'Try again' }).click();
	await expect(mark(page, 'tanf')).toHaveCount(1);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a tap opens a site, nothing is too wide, and what is said of the map is seen', async ({
		page,
		watch
	}) => {
		watch.allowed.push('WebGL', 'CONTEXT_LOST');
		await open(page, '/');

		await test.step('nothing is wider than the screen, and a tap on a mark opens its site', async () => {
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
			// With the sheet down there is room for marks of their own; while the map learns its clusters all have.
			await page.locator('.panel').getByRole('slider').first().press('ArrowDown');
			const alone = page.locator('.sites:has(.clustered) a:not(.clustered)').first();
			await expect(alone).toBeAttached();
			const site = await alone.getAttribute('data-site');
			const { x, y } = await middle(alone);
			await page.touchscreen.tap(x, y);
			await expect(page).toHaveURL(new RegExp(`/sites/${site}$`));
		});

		await test.step('what is said of the map lies beside its buttons, and under nothing', async () => {
			await page.evaluate(() => {
				const canvas = document.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!;
				canvas.getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
			});
			const notice = page.locator('.notices p', { hasText: 'picture was lost' });
			await expect(notice).toBeVisible();
			const above = () =>
				notice.evaluate((element) => {
					const { left, right, top, bottom } = element.getBoundingClientRect();
					const points = [left + 4, (left + right) / 2, right - 4].flatMap((x) =>
						[top + 4, (top + bottom) / 2, bottom - 4].map((y) => [x, y] as const)
					);
					return points.filter(([x, y]) => !element.contains(document.elementFromPoint(x, y))).length;
				});
			expect(await above()).toBe(0);
		});
	});
});
