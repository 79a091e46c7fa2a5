/** From a text to records, at the desk: by keyboard, by mouse and by touch, in both languages; nothing is lost. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { add } from '../../../src/tools/add';
import { violations } from '../support/axe';
import { expect as usual, test } from '../support/fixture';

// The first article waits for the model and the gazetteer.
const expect = usual.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 180_000 });

/** Made up, of the kind that the desk is for: six places, with what was there and by whom. */
const article = `Troops moved across central Syria

The Made-up Courier, 9 May 2021

Russian officers said on Friday that forces had been deployed to the Hama Military Airport. Iranian militias store rockets at a depot in Masyaf, according to a local source.

On 3 May 2021, Israeli jets struck the airport in Aleppo, killing two soldiers, state media said. The United States keeps troops at its base in Tanf, near the borders of Jordan and Iraq.

Russia operates a naval base at Tartus, and its aircraft have been stationed at Hmeimim since September 2015, the Courier reported.

None of this happened. It was written for a test, and these last sentences are here so that the quotes are less than half of the words. Readers of the Courier are used to that, and have long stopped writing letters about it. The editors thank them for their patience, and the printers for their ink. Whoever has come as far as this may as well know that the Courier has no office, no telephone and no cat, though it has often thought of getting one. It would be a grey one, and would sleep on the table by the window.`;

async function read(page: Page, text: string, path = '/desk') {
	await page.goto(path);
	const field = page.locator('textarea').first();
	await field.fill(text);
	await field.press('Tab');
	await page.keyboard.press('Enter');
	await expect(page.locator('.bench')).toBeVisible();
}

const cards = (page: Page) => page.locator('[data-pane="reports"] > .stack > article');
const selected = (page: Page) => page.locator('article[aria-current="true"]');

/** What is saved, added to a copy of the records: whether it is in order, and what is said of it. */
async function added(page: Page) {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page
			.locator('[data-out] button')
			.filter({ hasText: /Download|نزّل/ })
			.click()
	]);
	const directory = mkdtempSync(join(tmpdir(), 'attested-desk-'));
	try {
		cpSync('geodata', directory, { recursive: true });
		const path = join(directory, '..', download.suggestedFilename());
		await download.saveAs(path);
		const result = await add(path, { directory });
		rmSync(path);
		return result;
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

test('by keyboard alone a page with six places becomes records that are in order', async ({ page }) => {
	await read(page, article);
	await expect(cards(page).first()).toBeVisible();
	let presses = 0;
	const press = async (key: string) => {
		presses++;
		await page.keyboard.press(key);
	};
	const count = await cards(page).count();
	expect(count).toBeGreaterThanOrEqual(5);

	await press('n');
	for (let index = 0; index < count; index++) {
		const card = cards(page).nth(index);
		await expect(card).toHaveAttribute('aria-current', 'true');
		for (let left = await card.locator('[data-confirm]').count(); left > 0; left--) await press('i');
		await expect(card.locator('[data-confirm]')).toHaveCount(0);
		await press('a');
	}
	await expect(page.locator('[data-progress]')).toContainText('0 to look at');
	// A date of publication was read from the text; what is not in it is typed.
	await page.locator('[data-head="publisher"]').fill('The Made-up Courier');
	await page.locator('[data-head="publisher"]').press('Tab');
	await expect(page.locator('[data-head="published"]')).not.toHaveValue('');
	expect(presses).toBeLessThanOrEqual(60);

	await expect(page.locator('[data-out] .failed')).toHaveCount(0);
	const { passed, lines } = await added(page);
	expect(passed, lines.join('\n')).toBe(true);
	expect(lines.join('\n')).toContain('articles/');
});

test('nothing is lost: not by a reload, and not what can be undone', async ({ page, context }) => {
	await read(page, article);
	await expect(cards(page).first()).toBeVisible();
	await page.keyboard.press('n');
	await page.keyboard.press('x');
	await expect(cards(page).first()).toHaveAttribute('data-decision', 'rejected');
	await page.reload();
	await page.getByRole('button', { name: 'Open', exact: true }).click();
	await expect(cards(page).first()).toHaveAttribute('data-decision', 'rejected');
	await page.keyboard.press('Control+z');
	await expect(cards(page).first()).toHaveAttribute('data-decision', 'open');
	await page.keyboard.press('Control+Shift+z');
	await expect(cards(page).first()).toHaveAttribute('data-decision', 'rejected');

	// A second page only reads, until it takes over; then the first does.
	const second = await context.newPage();
	await second.goto('/desk');
	await second.getByRole('button', { name: 'Open', exact: true }).click();
	const elsewhere = 'This article is open in another tab.';
	await expect(second.getByText(elsewhere)).toBeVisible();
	await expect(second.getByRole('button', { name: 'Undo' })).toBeDisabled();
	await second.getByRole('button', { name: 'Go on here' }).click();
	await expect(second.getByText(elsewhere)).toBeHidden();
	await expect(page.getByText(elsewhere)).toBeVisible();
	await expect(second.getByRole('button', { name: 'Undo' })).toBeEnabled();
	await second.close();

	await page.getByRole('button', { name: 'All articles' }).click();
	await page.getByRole('button', { name: 'Remove' }).click();
	await page.getByRole('button', { name: 'Remove' }).click();
	await expect(page.getByText('None yet.')).toBeVisible();
});

test('words are selected by keyboard in the text, and become a report with a place of its own', async ({
	page
}) => {
	await read(page, article);
	await expect(cards(page).first()).toBeVisible();
	const before = await cards(page).count();
	await page.keyboard.press('t');
	const text = page.getByRole('textbox', { name: 'Text' });
	await expect(text).toBeFocused();
	await page.keyboard.press('Control+Home');
	await page.keyboard.press('Shift+End');
	// Letters do not change the text: they are keys of the desk.
	await page.keyboard.press('r');
	await expect(cards(page)).toHaveCount(before + 1);
	const card = selected(page);
	await expect(card.locator('blockquote')).toHaveText('Troops moved across central Syria');
	await page.keyboard.press(']');
	await expect(card.locator('blockquote')).toContainText('Syria');
	await page.keyboard.press('Control+z');
	await page.keyboard.press('}');
	await expect(card.locator('blockquote')).toHaveText('Troops moved across central');
	await expect(text).toHaveText(article);
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await page.keyboard.press('d');
	await expect(card.locator('[data-field="date"]')).toBeFocused();
	await page.keyboard.type('2021-05');
	await page.keyboard.press('Escape');
	await expect(card).toBeFocused();
	await expect(card.locator('[data-field="date"]')).toHaveValue('2021-05');
});

test.describe('on a phone, in Arabic', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('an Arabic article is reviewed by touch, and comes out in order', async ({ page }) => {
		const words = `قوات تتحرك في وسط سوريا

نشرت روسيا قوات في مطار حماة العسكري يوم 3 أيار 2021، بحسب مصدر محلي. وقصفت طائرات إسرائيلية مطار حلب يوم 5 أيار 2021.

لم يحدث شيء من هذا. كُتب هذا النص لاختبار البرنامج، وهذه الجمل الأخيرة هنا كي تكون الاقتباسات أقل من نصف الكلمات. وقد اعتاد القراء ذلك وتوقفوا منذ زمن طويل عن كتابة الرسائل عنه، ويشكرهم المحررون على صبرهم.`;
		await read(page, words, '/ar/desk');
		await expect(cards(page).first()).toBeVisible();
		expect(await violations(page)).toEqual([]);
		await cards(page).first().tap();
		const card = cards(page).first();
		for (let left = await card.locator('[data-confirm]').count(); left > 0; left--)
			await card.locator('[data-confirm]').first().tap();
		await card.getByRole('button', { name: 'اقبل' }).tap();
		await expect(card).toHaveAttribute('data-decision', 'accepted');
		await page.getByRole('button', { name: 'المقال', exact: true }).tap();
		await page.locator('[data-head="publisher"]').fill('صحيفة');
		await page.locator('[data-head="id"]').fill('made-up-2021');
		await page.locator('[data-head="published"]').fill('2021-05-06');
		await page.locator('[data-head="published"]').press('Tab');
		expect(await violations(page)).toEqual([]);
		const { passed, lines } = await added(page);
		expect(passed, lines.join('\n')).toBe(true);
	});
});

test('a page of a newspaper leaves its menu behind, and gives it back', async ({ page }) => {
	await page.goto('/desk');
	const body = article
		.split('\n\n')
		.map((words) => `<p>${words}</p>`)
		.join('');
	const html = `<!doctype html><html lang="en"><head><title>A page</title><meta property="og:site_name" content="The Courier"></head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World news of today</a></li></ul></nav><article><h1>Troops moved</h1>${body}</article><script>document.title = 'run'</script><img src="/nowhere.png" onerror="document.title = 'run'"></body></html>`;
	await page.locator('input[type=file]').setInputFiles({
		name: 'page.html',
		mimeType: 'text/html',
		buffer: Buffer.from(html)
	});
	const intake = page.getByRole('region', { name: 'Before it is looked through' });
	await expect(intake.getByText('World news of today')).toBeVisible();
	await intake.getByRole('button', { name: /Go on/ }).click();
	await expect(page.locator('[data-head="publisher"]')).toHaveValue('The Courier');
	await expect(page.getByRole('textbox', { name: 'Text' })).not.toContainText('World news of today');
	await expect(page).toHaveTitle(/The desk/);
});

test('without the recogniser, and with nothing to read, it is said and all goes on by hand', async ({
	page,
	watch
}) => {
	watch.allowed.push('Failed to load resource');
	await page.route(/\.bin$/, (route) => route.fulfill({ status: 404 }));
	await page.goto('/desk');
	await page.getByRole('button', { name: 'Look through it' }).click();
	await expect(page.getByText('There is no text yet')).toBeVisible();
	await page.locator('input[type=file]').setInputFiles({
		name: 'a.pdf',
		mimeType: 'application/pdf',
		buffer: Buffer.from('%PDF-1.7 none')
	});
	await expect(page.getByText('PDF can’t be read here')).toBeVisible();
	await page.locator('textarea').first().fill(article);
	await page.getByRole('button', { name: 'Look through it' }).click();
	await expect(page.getByText('The text could not be looked through.')).toBeVisible();
	await expect(page.getByText('No report yet.')).toBeVisible();
	expect(await violations(page)).toEqual([]);
});
