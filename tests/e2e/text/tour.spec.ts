import type { Page } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { expect, hydrated, test } from '../support/fixture';
import { articles } from '../support/records';

const tour = '/tour/naija-on-point-2022';

interface Step {
	hasQuote: boolean;
	leadsToArticle: boolean;
	next: string | null;
}

/** A step as it is sent. */
async function stepAt(page: Page, path: string): Promise<Step> {
	const { document } = parseHTML(await (await page.request.get(path)).text());
	const links = [...document.querySelectorAll('a')];
	return {
		hasQuote: document.querySelector('blockquote') !== null,
		leadsToArticle: links.some((link) => /^\s*The article/.test(link.textContent)),
		next: links.find((link) => link.textContent.trim() === 'Next')?.getAttribute('href') ?? null
	};
}

test('a step has the years of all reports, the last what could not be placed, and Escape leaves to the article', async ({
	page
}) => {
	await page.goto(`${tour}/2`);
	await hydrated(page);
	const timeline = page.getByRole('region', { name: 'Timeline' });
	// Its article is of one year.
	await expect(timeline.getByText(/^20\d\d$/).nth(2)).toBeVisible();

	for (let step = 3; step <= 8; step++) {
		await page.keyboard.press('ArrowRight');
		await expect(page).toHaveURL(new RegExp(`${tour}/${step}$`));
	}
	await page.getByRole('link', { name: 'Next', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('What it does not place');
	await expect(page.getByText('2 reports of this article are not on the map')).toBeVisible();
	await page.keyboard.press('ArrowRight');
	await expect(page).toHaveURL(new RegExp(`${tour}/9$`));
	await page.keyboard.press('Escape');
	await expect(page).toHaveURL(/\/articles\/naija-on-point-2022$/);
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
		// One is gone through as a reader would; of the others the pages are read as they are sent.
		await page.goto(addresses[0]!);
		const next = page.getByRole('link', { name: 'Next', exact: true });
		while ((await next.count()) > 0) {
			await expect(page.locator('blockquote').first()).toBeVisible();
			await next.click();
		}
		await expect(page.getByRole('link', { name: /^The article/ })).toBeVisible();

		for (const address of addresses) {
			let steps = 0;
			for (let path: string | null = address; path !== null; steps++) {
				const step = await stepAt(page, path);
				expect(step.next === null ? step.leadsToArticle : step.hasQuote, path).toBe(true);
				path = step.next;
			}
			expect(steps, address).toBeGreaterThanOrEqual(4);
			expect(steps, address).toBeLessThanOrEqual(9);
		}
	});
});

test('an unknown tour or step is a 404', async ({ page, watch }) => {
	watch.allowed.push('404');
	for (const path of ['/tour/nothing', `${tour}/0`, `${tour}/10`, `${tour}/01`, `${tour}/x`]) {
		expect((await page.goto(path))!.status(), path).toBe(404);
	}
});
