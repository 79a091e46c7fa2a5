/** The map of the desk: what is drafted is on it, and a place is set there by mouse, by touch and by keyboard. */
import type { Locator, Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect as usual, test } from '../support/fixture';
import { desktop } from '../support/map';

// The map is drawn in software, beside the recogniser.
const expect = usual.configure({ timeout: 60_000 });
test.describe.configure({ timeout: 240_000 });
test.use({ viewport: desktop });

const article = `Troops moved across central Syria

The Made-up Courier, 9 May 2021

Russian officers said on Friday that forces had been deployed to Masyaf. Iranian militias store rockets at a depot near Salamiyah, according to a local source.

None of this happened. It was written for a test.`;

const map = (page: Page) => page.locator('[data-pane="map"]');
const marks = (page: Page) => page.locator('[data-pane="map"] button[data-draft]');
const card = (page: Page) => page.locator('article[aria-current="true"]');
const canvas = (page: Page) => page.locator('[data-pane="map"] canvas');

async function read(page: Page, text: string, path = '/desk') {
	await page.goto(path);
	const field = page.locator('textarea').first();
	await field.fill(text);
	await field.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('[data-pane="reports"] > .stack > article').first()).toBeAttached();
}

async function ready(page: Page) {
	await expect(page.locator('[data-pane="map"] [data-map="ready"]')).toBeAttached();
}

/** Where a button over the map has its middle, in pixels of the page. */
async function middleOf(locator: Locator): Promise<[number, number]> {
	const { x, y, width, height } = (await locator.boundingBox())!;
	return [x + width / 2, y + height / 2];
}

test('what is drafted is on the map, and a place is set there by mouse, by keyboard and by name', async ({
	page
}) => {
	await read(page, article);
	await ready(page);

	await test.step('a place is hollow until it is accepted, a click on its mark looks at it, and a ring is drawn by mouse', async () => {
		const hollow = marks(page).filter({ hasText: /Salam/ });
		await expect(hollow).toHaveAttribute('data-accepted', 'false');
		await expect(hollow).toHaveAttribute('data-draft', 'ring');
		// The pointer goes through the button to the map: what answers is what is drawn there.
		await expect(async () => {
			await page.mouse.click(...(await middleOf(hollow)));
			await expect(hollow).toHaveAttribute('aria-pressed', 'true', { timeout: 2_000 });
		}).toPass();
		await expect(card(page)).toContainText('depot near Salamiyah');
		expect(await violations(page)).toEqual([]);

		// What is looked at is brought into view.
		const masyaf = marks(page).filter({ hasText: 'Masyaf' });
		await expect(async () => {
			await map(page).getByRole('button', { name: 'Zoom in' }).click();
			await expect(masyaf).not.toBeInViewport({ timeout: 1_500 });
		}).toPass();
		await page.keyboard.press('k');
		await expect(card(page)).toContainText('Masyaf');
		await expect(masyaf).toBeInViewport();
		await page.keyboard.press('j');
		await expect(hollow).toBeInViewport();

		await map(page).locator('[data-tool="ring"]').click();
		await expect(map(page).locator('[data-drawing="ring"]')).toBeVisible();
		const [x, y] = await middleOf(canvas(page));
		await page.mouse.move(x, y);
		await page.mouse.down();
		await page.mouse.move(x + 30, y, { steps: 3 });
		await page.mouse.move(x + 60, y);
		await page.mouse.up();
		// What is drawn is explained, and only then taken.
		await expect(card(page).locator('[data-field="reason"]')).toBeFocused();
		await expect(card(page).locator('[data-field="radius"]')).not.toHaveValue('');
		expect(await violations(page)).toEqual([]);
		await page.keyboard.type('The text says near.');
		await page.keyboard.press('Enter');
		const drawn = marks(page).and(page.locator('[data-accepted="true"]'));
		await expect(drawn).toHaveCount(1);
		await expect(drawn).toHaveAttribute('data-draft', 'ring');
		await expect(card(page)).toBeFocused();
		await page.keyboard.press('Control+z');
		await expect(drawn).toHaveCount(0);
		await expect(hollow).toBeAttached();
		await page.keyboard.press('Control+Shift+z');
		await expect(drawn).toHaveCount(1);
	});

	await test.step('by keyboard alone a place is drawn, taken back and left; a point where the words say less is warned of', async () => {
		// As if nothing had been drawn.
		await page.keyboard.press('Control+z');
		await expect(marks(page).and(page.locator('[data-accepted="true"]'))).toHaveCount(0);
		await page.keyboard.press('n');
		await page.keyboard.press('n');
		await expect(card(page)).toContainText('depot near Salamiyah');
		// The words tell of somewhere near, and so it begins as a ring.
		await page.keyboard.press('l');
		await expect(canvas(page)).toBeFocused();
		const status = map(page).locator('[data-drawing]');
		await expect(status).toHaveAttribute('data-drawing', 'ring');
		await page.keyboard.press('Enter');
		await expect(status).toContainText('The centre is set');
		await page.keyboard.press('Backspace');
		await expect(status).not.toContainText('The centre is set');
		await page.keyboard.press('Escape');
		await expect(status).toBeHidden();
		await expect(card(page)).toBeFocused();

		await map(page).locator('[data-tool="region"]').press('Enter');
		await expect(canvas(page)).toBeFocused();
		for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
			await page.keyboard.press('Enter');
			await page.keyboard.press(`Shift+${key}`);
			await page.keyboard.press(`Shift+${key}`);
		}
		await expect(status).toContainText('3 corners are set');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Enter');
		await expect(card(page).locator('[data-shape="region"]')).toBeVisible();
		await expect(card(page).locator('[data-finer="size"]')).toBeVisible();
		await card(page).getByRole('button', { name: 'Give a position instead' }).press('Enter');
		await card(page).locator('[data-field="position"]').fill('35.01, 37.05');
		await card(page).locator('[data-field="precision"]').selectOption('1');
		await expect(card(page).locator('[data-finer="point"]')).toBeVisible();
		await card(page).locator('[data-field="precision"]').selectOption('5');
		await expect(card(page).locator('[data-finer]')).toBeHidden();
		await card(page).locator('[data-field="reference"]').press('Enter');
		await expect(marks(page).and(page.locator('[data-accepted="true"]'))).toHaveAttribute(
			'data-draft',
			'ring'
		);
	});

	await test.step('a place is searched by name in the gazetteer', async () => {
		await page.keyboard.press('k');
		await expect(card(page)).toContainText('Masyaf');
		await card(page).getByRole('button', { name: 'Another place' }).click();
		const field = card(page).locator('[data-field="search"]');
		await field.fill('Salamiyah');
		await field.press('Enter');
		const found = card(page).locator('[data-found] button').first();
		await expect(found).toContainText('Syria');
		await found.click();
		await expect(card(page).locator('[data-field="position"]')).toHaveValue(/^3\d\.\d+, 3\d\.\d+$/);
		await field.fill('nowhere at all');
		await field.press('Enter');
		await expect(card(page).getByText('No place has this name here.')).toBeVisible();
	});
});

test.describe('on a phone, in Arabic', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('the map is a tab, and a point is set by touch', async ({ page }) => {
		const words =
			'قوات في وسط سوريا\n\nنشرت روسيا قوات في مصياف يوم 3 أيار 2021، بحسب مصدر محلي.\n\nلم يحدث شيء من هذا. كُتب هذا النص لاختبار البرنامج.';
		await read(page, words, '/ar/desk');
		await page.locator('[data-pane="reports"] > .stack > article').first().tap();
		await page.getByRole('button', { name: 'الخريطة', exact: true }).tap();
		await ready(page);
		await expect(page.locator('[data-pane="reports"]')).toBeHidden();
		await map(page).locator('[data-tool="point"]').tap();
		await expect(map(page).locator('[data-drawing="point"]')).toBeVisible();
		expect(await violations(page)).toEqual([]);
		await page.touchscreen.tap(...(await middleOf(canvas(page))));
		await expect(card(page).locator('[data-field="reason"]')).toBeFocused();
		expect(await violations(page)).toEqual([]);
		await card(page).getByRole('button', { name: 'خذ هذا المكان' }).tap();
		await page.getByRole('button', { name: 'الخريطة', exact: true }).tap();
		await expect(marks(page).and(page.locator('[data-accepted="true"]'))).toHaveCount(1);
	});
});
