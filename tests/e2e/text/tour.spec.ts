import { expect, hydrated, test } from '../support/fixture';
import { articles } from '../support/records';

const tour = '/tour/naija-on-point-2022';

test('the timeline has the years of all reports, whatever a step tells', async ({ page }) => {
	await page.goto('/tour/naija-on-point-2022/2');
	const timeline = page.getByRole('region', { name: 'Timeline' });
	// Its article is of one year.
	await expect(timeline.getByText(/^20\d\d$/).nth(2)).toBeVisible();
});

test('the last step has what could not be placed, and Escape leaves to the article', async ({ page }) => {
	await page.goto(`${tour}/8`);
	await hydrated(page);
	await page.getByRole('link', { name: 'Next', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What it does not place');
	await expect(page.getByText('2 reports of this article are not on the map')).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(new RegExp(`${tour}/9$`));
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/articles\/naija-on-point-2022$/);
});

test('where the text runs to the left, the left arrow goes on', async ({ page }) => {
	await page.goto(tour);
	await hydrated(page);
	await page.evaluate(() => (document.documentElement.dir = 'rtl'));
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(new RegExp(`${tour}/2$`));
});

test('an actor that is turned off stays off from step to step', async ({ page }) => {
	await page.goto(`${tour}?actors=iran`);
	await hydrated(page);
	await page.getByRole('link', { name: 'Next', exact: true }).click();
	await expect(page).toHaveURL(new RegExp(`${tour}/2\\?actors=iran$`));
});

test.describe('with a finger', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a stroke to the side turns the page, one down does not', async ({ page }) => {
		await page.goto(tour);
		await hydrated(page);
		const stroke = (across: number, down: number) =>
			page.locator('.tour').evaluate(
				(element, { across, down }) => {
					const at = (x: number, y: number) =>
						new Touch({ identifier: 1, target: element, clientX: x, clientY: y });
					const options = { bubbles: true, cancelable: true };
					element.dispatchEvent(new TouchEvent('touchstart', { ...options, touches: [at(300, 300)] }));
					element.dispatchEvent(
						new TouchEvent('touchend', { ...options, changedTouches: [at(300 + across, 300 + down)] })
					);
				},
				{ across, down }
			);
		await stroke(-80, 70);
		await stroke(-30, 0);
		await expect(page).toHaveURL(new RegExp(`${tour}$`));
		await stroke(-120, 10);
		await expect(page).toHaveURL(new RegExp(`${tour}/2$`));
		await stroke(120, 10);
		await expect(page).toHaveURL(new RegExp(`${tour}/1$`));
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('every tour can be read from its first step to its last', async ({ page }) => {
		await page.goto('/tour');
		const addresses = await page
			.locator('.tours ol a')
			.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
		expect(addresses).toHaveLength(articles);
		for (const address of addresses) {
			await page.goto(address);
			const next = page.getByRole('link', { name: 'Next', exact: true });
			let steps = 1;
			while ((await next.count()) > 0) {
				await expect(page.locator('blockquote').first()).toBeVisible();
				await next.click();
				steps++;
			}
			expect(steps, address).toBeGreaterThanOrEqual(4);
			expect(steps, address).toBeLessThanOrEqual(9);
			await expect(page.getByRole('link', { name: /^The article/ })).toBeVisible();
		}
	});
});

test('an unknown tour or step is a 404', async ({ page, watch }) => {
	watch.allowed.push('404');
	for (const path of ['/tour/nothing', `${tour}/0`, `${tour}/10`, `${tour}/01`, `${tour}/x`]) {
		expect((await page.goto(path))!.status(), path).toBe(404);
	}
});
