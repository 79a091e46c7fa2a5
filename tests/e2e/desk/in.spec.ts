/** The ways to the desk: a document, an address, what left it before, what is published, and a page that has changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { hashOf } from '../../../src/lib/draft/fitting';
import { readZip } from '../../../src/lib/draft/zip';
import type { ArticleRecord } from '../../../src/lib/geodata/schema';
import { validate } from '../../../src/lib/geodata/validate';
import { loadRecords } from '../../../src/lib/server/geodata';
import { docx, paragraph, run } from '../../unit/draft/input/documents';
import { newsPage, paragraphs } from '../../unit/draft/input/pages';
import { textsDirectory, validFiles } from '../../unit/records';
import { violations } from '../support/axe';
import { expect as usual, hydrated, test } from '../support/fixture';
import { startSource } from '../support/host';

const expect = usual.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 120_000 });
test.use({ actionTimeout: 20_000 });

const text = readFileSync(`${textsDirectory}/fixture-one.txt`, 'utf8');
const id = 'fixture-one';

/** Has the desk believe that the articles of the fixtures are published too: their texts are at hand. */
async function withFixtures(page: Page, change?: (article: ArticleRecord) => void): Promise<ArticleRecord> {
	const made = validate(validFiles).records!;
	change?.(made.articles.find((article) => article.id === id)!);
	await page.route('**/desk/geodata.json', async (route) => {
		const records = (await (await route.fetch()).json()) as Record<string, unknown[]>;
		const lists = ['actors', 'places', 'articles', 'sources', 'references'] as const;
		const all = Object.fromEntries(lists.map((name) => [name, [...records[name]!, ...made[name]]]));
		await route.fulfill({ json: { ...records, ...all, translations: made.translations } });
	});
	return made.articles.find((article) => article.id === id)!;
}

const field = (page: Page) => page.locator('textarea').first();
const asked = (page: Page) => page.locator('section[data-asked]');
const changes = (page: Page) => page.locator('[data-differences]');
const cards = (page: Page) => page.locator('[data-pane="reports"] > .stack > article');

async function open(page: Page, name: string, content: string | Uint8Array) {
	const file = { name, mimeType: '', buffer: Buffer.from(content) };
	await page.locator('input[type=file]').first().setInputFiles(file);
}

async function download(page: Page): Promise<Download> {
	const button = page.locator('[data-out] button').filter({ hasText: /^(Download|نزّل)/ });
	return (await Promise.all([page.waitForEvent('download'), button.click()]))[0];
}

/** The record in a download, and its bytes. */
async function recordIn(file: Download): Promise<{ record: ArticleRecord; bytes: Buffer }> {
	const bytes = readFileSync(await file.path());
	const { files } = readZip(bytes);
	const { text } = files.find(({ path }) => path.startsWith('articles/'))!;
	return { record: JSON.parse(text) as ArticleRecord, bytes };
}

test('a second person reviews a report by keyboard, in Arabic, and signs it with initials given once', async ({
	page
}) => {
	const by = { name: 'A. B.', on: '2024-01-30' };
	await withFixtures(page, ({ reports }) => (reports[0]!.recordedBy = by));
	await page.goto(`/ar/desk?correct=${id}`);
	await field(page).fill(text);
	await field(page).press('Tab');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'افتحه في المكتب' }).click();
	const first = cards(page).first();
	const review = first.locator('[data-review]');
	await first.click();
	await expect(review).toContainText('لم يراجعه شخص ثانٍ بعد');
	const initials = review.getByLabel('اسمك أو الأحرف الأولى منه');
	await initials.fill('ab');
	await initials.press('Tab');
	await expect(review).toHaveAttribute('data-review', 'own');
	await initials.fill('C. D.');
	await initials.press('Tab');
	await expect(review).toHaveAttribute('data-review', 'open');
	expect(await violations(page)).toEqual([]);
	await first.focus();
	// What an Arabic keyboard writes with the key of Q.
	await first.dispatchEvent('keydown', { key: 'ض', code: 'KeyQ', bubbles: true, cancelable: true });
	await expect(review).toHaveAttribute('data-review', 'mine');
	await expect(page.locator(`[data-difference="${id}-1 changed review"]`)).toContainText('C. D.');
	const { record } = await recordIn(await download(page));
	expect(record.reports[0]).toMatchObject({ recordedBy: by, reviewedBy: { name: 'C. D.' } });
	// The next time nobody is asked.
	await page.reload();
	await page.getByRole('button', { name: 'افتح', exact: true }).click();
	await first.click();
	await expect(review).toHaveAttribute('data-review', 'mine');
	await expect(page.locator('[data-out] input')).toHaveValue('C. D.');
});

test('a published article is corrected: the difference is shown, all else stays, and it comes in again', async ({
	page
}) => {
	const record = await withFixtures(page);
	await page.goto(`/desk?correct=${id}`);
	await expect(asked(page).getByRole('heading')).toContainText(record.title);
	expect(await violations(page)).toEqual([]);
	await field(page).fill(text);
	await field(page).press('Tab');
	await page.keyboard.press('Enter');
	await expect(asked(page)).toContainText('This is the very text that was recorded');
	await page.getByRole('button', { name: 'Open it at the desk' }).click();
	await expect(page).toHaveURL(/\/desk$/);
	await expect(cards(page)).toHaveCount(record.reports.length);
	await expect(changes(page)).toHaveAttribute('data-differences', '0');
	// As it came: the same record, to the letter.
	expect((await recordIn(await download(page))).record).toEqual(record);

	await test.step('a page that has changed: quotes move, the difference is shown, and it can be undone', async () => {
		const words = page.getByRole('textbox', { name: 'Text', exact: true });
		await expect(words).toHaveText(text);
		const newer = page.locator('[data-newer]');
		await newer.locator('summary').click();
		await newer.locator('textarea').fill(text);
		await newer.getByRole('button', { name: 'Compare' }).click();
		await expect(newer).toContainText('Nothing has changed');
		const changed = `UPDATED.\n${text
			.replace('The navy of Atlantis runs a base', 'The navy of Atlantis long ran a base')
			.replace(/On 3 May 2021 aircraft[^.]*\./, '')}`;
		await newer.locator('textarea').fill(changed);
		await newer.getByRole('button', { name: 'Compare' }).click();
		await expect(newer.locator('ins')).toContainText('long ran');
		await expect(newer.locator('[data-followed="missing"]')).not.toHaveCount(0);
		await newer.getByRole('button', { name: 'Take the newer text' }).click();
		await expect(words).toHaveText(changed);
		await expect(cards(page).first().locator('blockquote')).toContainText('long ran a base');
		expect(await cards(page).count()).toBeLessThan(record.reports.length);
		await expect(page.locator('[data-difference$="gone "]')).not.toHaveCount(0);
		await page.getByRole('button', { name: 'Undo' }).click();
		await expect(words).toHaveText(text);
		await expect(cards(page)).toHaveCount(record.reports.length);
		await expect(changes(page)).toHaveAttribute('data-differences', '0');
	});

	const first = cards(page).first();
	await first.click();
	await first.locator('[data-field="date"]').fill('2019');
	await first.locator('[data-field="date"]').press('Tab');
	const changed = page.locator(`[data-difference="${id}-1 changed when"]`);
	await expect(changed.locator('del')).toHaveText('../2021-05-04');
	await expect(changed.locator('ins')).toHaveText('2019');
	// A report that was published is taken back with a reason, and never just gone.
	await cards(page).nth(1).click();
	await cards(page).nth(1).getByRole('button', { name: 'Reject' }).click();
	const back = page.locator(`[data-difference="${id}-2 withdrawn "]`);
	await expect(back).toContainText('It is taken back');
	await page
		.locator('[data-out] button')
		.filter({ hasText: /^Download/ })
		.click();
	await expect(page.locator('[data-out] .failed')).toContainText(`why report ${id}-2 is taken back`);
	await back.getByLabel('Why it is taken back').fill('It was another plain.');
	await back.getByLabel('Why it is taken back').press('Tab');
	expect(await violations(page)).toEqual([]);
	const { record: after, bytes } = await recordIn(await download(page));
	expect(after.reports[0]).toEqual({
		...record.reports[0],
		when: { ...record.reports[0]!.when, edtf: '2019' }
	});
	expect(after.reports[1]).toMatchObject({
		...record.reports[1],
		withdrawn: { reason: 'It was another plain.' }
	});
	expect(after.publisher).toEqual(record.publisher);
	expect(after.passages).toEqual(record.passages);

	// The archive comes in again, with the same differences from what is published.
	await page.getByRole('button', { name: 'All articles' }).click();
	await open(page, 'fixture-one.zip', bytes);
	await expect(asked(page).getByRole('heading')).toContainText('In again');
	await field(page).fill(text.replace('The navy of Atlantis runs', 'The navy of Atlantis still runs'));
	await page.getByRole('button', { name: 'Look for the quotes in it' }).click();
	await expect(asked(page)).toContainText('not to the letter the text that was recorded');
	await expect(asked(page).locator('ins')).toContainText('still');
	await field(page).fill(text);
	await page.getByRole('button', { name: 'Look for the quotes in it' }).click();
	await expect(asked(page)).toContainText('This is the very text');
	await page.getByRole('button', { name: 'Open it at the desk' }).click();
	await expect(changes(page)).toHaveAttribute('data-differences', '2');

	// A correction that was begun is offered when it is asked for again.
	await page.goto(`/desk?correct=${id}`);
	await expect(page.getByText('You have begun a correction of it')).toBeVisible();
});

test('each article has a way to its correction, in its language', async ({ page }) => {
	const [record] = loadRecords().articles;
	for (const [path, link, sentence] of [
		['', 'Correct this article', 'A record does not hold the article’s text'],
		['/ar', 'صحّح هذا المقال', 'لا يحوي السجل نص المقال']
	] as const) {
		await page.goto(`${path}/articles/${record!.id}`);
		await hydrated(page);
		await page.getByRole('link', { name: link }).click();
		await expect(page).toHaveURL(`${path}/desk?correct=${record!.id}`);
		await expect(asked(page)).toContainText(sentence);
		await expect(asked(page).getByRole('heading')).toContainText(record!.title);
	}
	await page.goto('/desk?correct=nobody-1900');
	await expect(page.getByText('There is no article of this id')).toBeVisible();
});

test('the articles of the data set open at the desk, where their texts are at hand', async ({ page }) => {
	const folder = process.env.ARTICLES;
	test.skip(!folder, 'needs the full texts');
	const texts = readdirSync(folder!).map((name) => readFileSync(join(folder!, name), 'utf8'));
	for (const record of loadRecords().articles) {
		const content = texts.find((text) => hashOf(text) === record.text.sha256);
		if (content === undefined) continue;
		await page.goto(`/desk?correct=${record.id}`);
		await expect(asked(page).getByRole('heading')).toBeVisible();
		await open(page, 'text.txt', content);
		await expect(asked(page)).toContainText('This is the very text');
		await page.getByRole('button', { name: 'Open it at the desk' }).click();
		const standing = record.reports.filter(({ withdrawn }) => !withdrawn);
		await expect(cards(page).and(page.locator('[data-decision="accepted"]'))).toHaveCount(standing.length);
		for (const card of await cards(page).all()) await card.click();
		await expect(changes(page)).toHaveAttribute('data-differences', '0');
		expect((await recordIn(await download(page))).record).toEqual(record);
	}
});

test('an address is recognised, asked for with consent, and its page is read without its menu', async ({
	page,
	watch
}) => {
	const source = await startSource();
	const { host } = new URL(source.address);
	watch.allowed.push(`left the origin: ${source.address}`, 'blocked by CORS', 'Failed to load resource');
	watch.allowed.push('left the origin: https://news.example/');
	let count = 0;
	await page.route('https://news.example/**', (route) => {
		count++;
		const headers = { 'Access-Control-Allow-Origin': '*' };
		return route.fulfill({ contentType: 'text/html; charset=utf-8', headers, body: newsPage });
	});
	await page.goto('/desk');
	await field(page).fill(` ${source.address}/closed.csv `);
	await expect(page.getByText('This is an address, and no text')).toBeVisible();
	await field(page).press('Tab');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/fetch\?article=/);
	await expect(page.locator('main')).toContainText('Nothing has been asked yet');
	expect(source.asked).toEqual([]);
	await page.getByRole('button', { name: `Ask ${host} for the page` }).click();
	await expect(page.locator('main').getByRole('status')).toContainText(
		'save the page, and drop the file at the desk'
	);
	await page.getByRole('link', { name: 'To the desk' }).click();
	await expect(page).toHaveURL(/\/desk$/);

	await page.getByLabel('From an address').fill('https://news.example/open');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Ask news.example for the page' }).click();
	await expect(page).toHaveURL(/\/desk$/);
	const intake = page.getByRole('region', { name: 'Before it is looked through' });
	await expect(intake).toContainText('One more story of the day');
	await intake.getByRole('button', { name: /Go on/ }).click();
	await expect(page.getByRole('textbox', { name: 'Text', exact: true })).toContainText(paragraphs[0]!);
	await expect(page.getByRole('textbox', { name: 'Text', exact: true })).not.toContainText(
		'One more story of the day'
	);
	await expect(page.locator('[data-head="url"]')).toHaveValue('https://news.example/2022/brigade');
	expect(count).toBe(1);
	expect(source.asked).toEqual(['GET /closed.csv']);
	await source.close();
	// It is taken once.
	await page.goto('/desk');
	await expect(page.getByRole('button', { name: 'Open', exact: true })).toBeVisible();
	await expect(intake).toHaveCount(0);
});

test('files of other programs are read; what is broken, or too large once unpacked, is told', async ({
	page
}) => {
	await page.goto('/desk');

	await test.step('quotes are found in the text that they are of, and the rest is told', async () => {
		const quote = (exact: string) => ({
			text: 'A note',
			target: [{ selector: [{ type: 'TextQuoteSelector', exact }] }]
		});
		const rows = [
			quote('runs a base in Alpha Harbour'),
			quote('the authority gave no figure of its own'),
			quote('Whatever has never been in this text at all'),
			{ text: 'A note on the whole page', target: [{ source: 'https://fixture.example/' }] }
		];
		await open(page, 'hypothesis.json', JSON.stringify({ rows }));
		await expect(asked(page).getByRole('heading')).toHaveText('Quotes of another program');
		await expect(asked(page)).toContainText('about no words of a text: 1.');
		await field(page).fill(text);
		await page.getByRole('button', { name: 'Look for the quotes in it' }).click();
		await expect(asked(page)).toContainText('Word for word: 1. With other words or signs: 1. Not found: 1.');
		await expect(asked(page).locator('[data-followed="fuzzy"] del')).toContainText('figure');
		await page.getByRole('button', { name: 'Open it at the desk' }).click();
		const found = cards(page).filter({ hasText: 'runs a base in Alpha Harbour' });
		await expect(found).toHaveAttribute('data-decision', 'open');
	});

	await test.step('a document of Word is read', async () => {
		await page.getByRole('button', { name: 'All articles' }).click();
		await open(page, 'broken.docx', docx('<broken'));
		await expect(page.getByText('The file is damaged and can’t be opened.')).toBeVisible();
		await open(page, 'bomb.docx', docx(paragraph(run('0'.repeat(20_000_001)))));
		await expect(page.getByText('The file is too large.')).toBeVisible();
		await open(page, 'cut.json', '{"passages": [');
		await expect(page.getByText('This is no JSON that can be read')).toBeVisible();
		await open(page, 'record.json', '{"passages": [], "reports": []}');
		await expect(page.getByText(/The record is not in order/)).toBeVisible();
		await open(page, 'article.docx', docx(paragraphs.map((words) => paragraph(run(words))).join('')));
		const words = page.getByRole('textbox', { name: 'Text', exact: true });
		await expect(words).toHaveText(paragraphs.join('\n'));
	});
});

test.describe('on a phone, in Arabic', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	test('a correction is opened by touch', async ({ page }) => {
		const record = await withFixtures(page);
		await page.goto(`/ar/desk?correct=${id}`);
		await field(page).fill(text);
		await page.getByRole('button', { name: 'ابحث فيه عن الاقتباسات' }).tap();
		await expect(asked(page)).toContainText('هذا هو النص المسجَّل نفسه');
		expect(await violations(page)).toEqual([]);
		await page.getByRole('button', { name: 'افتحه في المكتب' }).tap();
		await expect(cards(page)).toHaveCount(record.reports.length);
		await page.getByRole('button', { name: 'المقال', exact: true }).tap();
		await expect(changes(page)).toContainText('يخرج السجل كما جاء');
		expect(await violations(page)).toEqual([]);
	});
});
