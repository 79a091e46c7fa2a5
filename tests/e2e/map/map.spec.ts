import type { Locator, Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';
import { allShown, loneSite, sites } from '../support/records';

test.use({ viewport: { width: 1440, height: 900 } });

/** Opens an address and waits until its map has drawn its first picture. */
async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await drawn(page);
}

async function drawn(page: Page): Promise<void> {
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
}

const mark = (page: Page, site: string) => page.locator(`.sites a[data-site="${site}"]`);

/** The middle of a mark, in pixels of the page. */
async function middle(target: Locator): Promise<{ x: number; y: number }> {
	const box = (await target.boundingBox())!;
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The picture around a mark, to be compared. */
async function pictureAt(page: Page, { x, y }: { x: number; y: number }): Promise<string> {
	const picture = await page.screenshot({ clip: { x: x - 14, y: y - 14, width: 28, height: 28 } });
	return picture.toString('base64');
}

test('the map is seen once it is drawn as fine as the screen is', async ({ page }) => {
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
	await open(page, '/');
	const fineness = () => page.evaluate(() => (window as unknown as { fineness: number[] }).fineness);
	await expect.poll(async () => (await fineness()).length).toBeGreaterThan(0);
	for (const pixels of await fineness()) expect(pixels).toBeCloseTo(1, 2);
});

test('a click on a mark opens its site: the words, who says them, the address; Escape and back undo', async ({
	page
}) => {
	await open(page, '/');
	const { x, y } = await middle(mark(page, 'tanf'));
	await page.mouse.move(x, y);
	await expect(page.locator('.tooltip')).toContainText('Al-Tanf garrison');
	await page.mouse.click(x, y);
	await expect(page).toHaveURL(/\/sites\/tanf$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Al-Tanf garrison');
	await expect(page.locator('blockquote mark').first()).toContainText('It also has a military base at Tanf');
	await expect(page.getByText('Reuters').first()).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/sites\/tanf$/);
	await page.goBack();
	await expect(page).toHaveURL(/\/$/);
});

test('an actor turned off leaves the picture, the list and the address, and comes back as it was', async ({
	page
}) => {
	await open(page, '/');
	const place = await middle(mark(page, loneSite.id));
	await page.mouse.move(5, 5);
	const before = await pictureAt(page, place);
	const count = page.locator('main').getByRole('status');
	await expect(count).toHaveText(allShown);
	const toggle = page.locator(`button[data-actor="${loneSite.actor}"]`);
	await toggle.click();
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

test('the map says what is on it, and what a filter did, but nothing when it opens', async ({ page }) => {
	await page.addInitScript(() => {
		const heard: string[] = [];
		Object.assign(window, { heard });
		new MutationObserver(() => {
			const said = document.querySelector('[data-map] > [aria-live]')?.textContent;
			if (said && said !== heard.at(-1)) heard.push(said);
		}).observe(document, { childList: true, characterData: true, subtree: true });
	});
	const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
	await open(page, `/?actors=-${loneSite.actor}`);
	const map = page.locator('[data-map]');
	await expect(map).toHaveAccessibleDescription(/^\d+ sites shown, \d+ contested\. .*: .*Russia.*\./);
	await expect(map).not.toHaveAccessibleDescription(new RegExp(loneSite.actorName));
	const shown = await page.locator('.sites a').count();
	expect(shown).toBeLessThan(sites);
	await page.locator(`button[data-actor="${loneSite.actor}"]`).click();
	await expect(map).toHaveAccessibleDescription(
		new RegExp(
			`^${sites} sites shown, \\d+ contested\\. .*${loneSite.actorName}.* And \\d+ more; the table has all of them\\.$`
		)
	);
	await expect.poll(heard).toEqual([`${sites} of ${sites} sites shown`]);
	await page.locator(`button[data-actor="${loneSite.actor}"]`).click();
	await expect.poll(heard).toEqual([`${sites} of ${sites} sites shown`, `${shown} of ${sites} sites shown`]);
});

test('a double click shows an actor alone, with those below it; all and none are one click', async ({
	page
}) => {
	await open(page, '/');
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

test('a site several actors share shows them all at once', async ({ page }) => {
	await open(page, '/sites/tanf');
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

test('from a site to its article at the passage, and back', async ({ page }) => {
	await open(page, '/sites/tanf');
	await page
		.getByRole('link', { name: /Iran Request US to Leave Syria/ })
		.first()
		.click();
	await expect(page).toHaveURL(/\/articles\/crystal-eyes-2019#p\d+$/);
	await expect(page.locator('li:target')).toContainText('military base at Tanf');
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Al-Tanf garrison');
});

test('in an article a marked place lights its site, and the other way round', async ({ page }) => {
	await open(page, '/articles/crystal-eyes-2019');
	const place = page.locator('a.place[data-site="tanf"]').first();
	await place.hover();
	await expect(mark(page, 'tanf')).toHaveClass(/lit/);
	await page.mouse.move(5, 5);
	await expect(mark(page, 'tanf')).not.toHaveClass(/lit/);
	await mark(page, 'tanf').focus();
	await expect(place).toHaveClass(/lit/);
});

test('marks are walked and opened by keyboard', async ({ page }) => {
	await open(page, '/');
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

test('sites that lie together cluster, and the cluster opens', async ({ page }) => {
	await open(page, '/');
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

test('a lost WebGL context is told and comes back', async ({ page, watch }) => {
	watch.allowed.push('WebGL', 'CONTEXT_LOST');
	await open(page, '/');
	const place = await middle(mark(page, 'tanf'));
	await page.mouse.move(5, 5);
	const before = await pictureAt(page, place);
	await page.evaluate(() => {
		const context = document
			.querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')!
			.getContext('webgl2')!;
		const loser = context.getExtension('WEBGL_lose_context')!;
		(window as { restore?: () => void }).restore = () => loser.restoreContext();
		loser.loseContext();
	});
	const ofTheMap = page.getByRole('region', { name: 'Map', exact: true }).getByRole('status');
	await expect(ofTheMap.filter({ hasText: /graphics|picture|lost/i })).toBeVisible();
	await page.evaluate(() => (window as { restore?: () => void }).restore!());
	await expect.poll(() => pictureAt(page, place), { timeout: 30_000 }).toBe(before);
});

test.describe('on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('nothing is wider than the screen, and a tap on a mark opens its site', async ({ page }) => {
		await open(page, '/');
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

	test('what is said of the map lies beside its buttons, and under nothing', async ({ page, watch }) => {
		watch.allowed.push('WebGL', 'CONTEXT_LOST');
		await open(page, '/');
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
		// An open list of actors is large, and lies beneath it.
		await page.locator('details.actors > summary').click();
		expect(await above()).toBe(0);
	});
});
