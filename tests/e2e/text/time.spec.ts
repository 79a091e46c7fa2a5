import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';
import { allShown, firstYear, reports, siteOnlyAfter, sites } from '../support/records';

test.use({ viewport: { width: 1440, height: 900 } });

async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await hydrated(page);
	await expect(page.getByRole('slider').first()).toBeVisible();
}

const list = (page: Page) =>
	page
		.locator('main')
		.getByRole('status')
		.filter({ hasText: `of ${sites} shown` });
const site = (page: Page, name: RegExp) => page.locator('main').getByRole('link', { name });

/** Where things stand on the plot, in pixels from the side at which time begins. */
const drawn = async (page: Page) => {
	await page.locator('.timeline button.sites').click();
	await expect(page.locator('.timeline .bar').first()).toBeVisible();
	return page.locator('.timeline').evaluate((timeline) => {
		const plot = timeline.querySelector('.plot')!.getBoundingClientRect();
		const mirrored = getComputedStyle(timeline).direction === 'rtl';
		const boxes = (selector: string) =>
			[...timeline.querySelectorAll(selector)]
				.map((element) => element.getBoundingClientRect())
				// What another width of the page has is not drawn.
				.filter(({ height }) => height > 0)
				.map(({ left, right, width }) => [
					Math.round(mirrored ? plot.right - right : left - plot.left),
					Math.round(width)
				]);
		return {
			veils: boxes('.veils i'),
			window: boxes('.brush .window'),
			handles: boxes('.handle'),
			edges: boxes('.edges i'),
			years: boxes('.histogram .tick'),
			// Without those of a site that happens to be under the pointer.
			histogram: boxes('.histogram rect:not(.marked)'),
			bars: boxes('li:has(a[href*="/sites/eastern-syria"]) .bar rect')
		};
	});
};

/** Moves the mouse across a part of the plot, of which the ends are where the handles stood at first. */
async function brush(page: Page): Promise<(from: number, to: number) => Promise<void>> {
	const first = (await page.getByRole('slider').first().boundingBox())!;
	const last = (await page.getByRole('slider').last().boundingBox())!;
	const x = (share: number) => first.x + first.width / 2 + (last.x - first.x) * share;
	const y = first.y + first.height / 2;
	return async (from, to) => {
		await page.mouse.move(x(from), y);
		await page.mouse.down();
		await page.mouse.move(x((from + to) / 2), y, { steps: 4 });
		await page.mouse.move(x(to), y, { steps: 4 });
		await page.mouse.up();
	};
}

test('time is moved by mouse and by keyboard, and in Arabic runs from right to left', async ({ page }) => {
	const seen = [];
	for (const [path, forward, back] of [
		['/', 'ArrowRight', 'ArrowLeft'],
		['/ar', 'ArrowLeft', 'ArrowRight']
	] as const) {
		await open(page, `${path}?from=2016-03-01&to=2022-08-31`);
		const [from, to] = [page.getByRole('slider').first(), page.getByRole('slider').last()];
		const all = await drawn(page);

		await test.step(`${forward} goes on at ${path}, as the arrow of the button does`, async () => {
			await from.focus();
			await page.keyboard.press(forward);
			await expect(page).toHaveURL(/from=2016-04-01&to=2022-08-31/);
			await page.keyboard.press(back);
			await page.keyboard.press(back);
			await expect(page).toHaveURL(/from=2016-02-01&to=2022-08-31/);
			await to.focus();
			await page.keyboard.press(forward);
			await expect(page).toHaveURL(/from=2016-02-01&to=2022-09-30/);
			await page.keyboard.press('PageDown');
			await expect(page).toHaveURL(/from=2016-02-01&to=2021-09-30/);
			const play = page.locator('.timeline .steps .play svg');
			const turned = await play.evaluate((icon) => getComputedStyle(icon).transform);
			expect(turned).toBe(path === '/' ? 'none' : 'matrix(-1, 0, 0, 1, 0, 0)');
		});

		await page.getByRole('button', { name: path === '/' ? 'Clear all' : 'مسح الكل' }).click();
		await expect(page).toHaveURL(new RegExp(`${path}$`));
		const brushed = await test.step(`a window is brushed at ${path}`, async () => {
			const move = await brush(page);
			await move(0.4, 0.6);
			await expect(page).toHaveURL(/from=\d{4}-\d{2}-\d{2}&to=\d{4}-\d{2}-\d{2}/);
			if (path === '/') {
				// It filters the list, and is one step of the history.
				await expect(site(page, /^Al-Tanf garrison/)).toBeVisible();
				await expect(site(page, /^Hmeimim/)).toHaveCount(0);
				await page.goBack();
				await expect(page).toHaveURL(/\/$/);
				await expect(list(page)).toHaveText(allShown);
				await page.goForward();
				await expect(site(page, /^Hmeimim/)).toHaveCount(0);
			}
			// Held by its end, it gets longer by a good year.
			await move(0.6, 0.75);
			return new URL(page.url()).search;
		});
		seen.push({ all, brushed });
	}
	const [english, arabic] = seen;
	for (const boxes of Object.values(english!.all)) expect(boxes.length).toBeGreaterThan(0);
	// All of the drawing is the mirror of the English one, and the same window is brushed from right to left.
	expect(arabic).toEqual(english);
	// And it is a mirror: the handle of the beginning is to the right of that of the end.
	const [from, to] = await page.locator('.timeline .handle').all();
	expect((await from!.boundingBox())!.x).toBeGreaterThan((await to!.boundingBox())!.x);
});

test('time goes on from report to report, and the timeline follows the other filters', async ({ page }) => {
	await test.step('“up to then” keeps what was reported before, and the address says so', async () => {
		await open(page, '/?to=2016-12-31');
		await page.getByRole('radio', { name: /up to then/ }).check();
		await expect(page).toHaveURL(/time=upto/);
		await expect(site(page, /^Latakia coastal region/)).toBeVisible();
		await expect(site(page, siteOnlyAfter('2016-12-31').name)).toHaveCount(0);
	});

	await page.getByRole('button', { name: 'Clear all' }).click();
	await expect(list(page)).toHaveText(allShown);

	await test.step('the histogram follows the other filters, and the bars name their sites', async () => {
		await page.getByText('Filters', { exact: true }).click();
		await page.locator('[data-value="claims/strike"]').click();
		await expect(page.getByRole('region', { name: 'Timeline' })).toContainText(/\d+ reports/);
		await expect(page.getByRole('region', { name: 'Timeline' })).not.toContainText(`${reports} reports`);
		await page.getByRole('button', { name: /Sites/ }).click();
		await expect(
			page.getByRole('region', { name: 'Timeline' }).getByRole('link', { name: /Weapons facility at Masyaf/ })
		).toBeVisible();
	});

	await page.getByRole('button', { name: 'Clear all' }).click();
	await expect(list(page)).toHaveText(allShown);

	await test.step('stepping goes from report to report; playing moves on by itself and can be stopped', async () => {
		await page.getByRole('button', { name: /next|forward/i }).click();
		await expect(page).toHaveURL(new RegExp(`from=${firstYear}`));
		const first = page.url();
		await page.getByRole('button', { name: /^play/i }).click();
		await expect(page).not.toHaveURL(first);
		await page.getByRole('button', { name: /^(pause|stop)/i }).click();
		await expect(list(page)).not.toHaveText(allShown);
	});
});
