/** The review at the desk: from a pasted text to records in order by each way of working, and what is done to a report. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { test } from '../support/fixture';
import { Author, cards, expect, selected, type By } from './author';
import { arabicDemand, arabicStrikes, buildUp, demand, meeting, papers, strikes } from './texts';

const phone = { width: 390, height: 844 };
const head = {
	id: 'made-up',
	publisher: 'Courier',
	published: '2021-05-09',
	title: 'Made up',
	language: 'en'
};

type Desk = '/desk' | '/ar/desk';

interface Way {
	by: By;
	text: string;
}
const way = (by: By, text: string): Way => ({ by, text });

/**
 * From pasting to the records, which are in order; gives how many presses and clicks it took. Where a text does not say
 * when it was published, its author says so first: then it can be told what “on Friday” was.
 */
async function taken(page: Page, path: Desk, { by, text }: Way): Promise<{ count: number; places: number }> {
	const author = new Author(page, by);
	await author.paste(text, path);
	await author.date(head.published);
	await author.review();
	await author.describe(head);
	await author.settle();
	const { count } = author;
	const { passed, lines } = await author.save();
	expect(passed, lines.join('\n')).toBe(true);
	expect(lines.join('\n')).toContain('articles/');
	return { count, places: await cards(page).count() };
}

/** Looks with axe at a report that is opened, in both sizes: one pane alone is there on a phone, and then another. */
async function nothingInTheWay(page: Page, schemes: readonly ('light' | 'dark')[]): Promise<void> {
	await page.keyboard.press('n');
	const card = selected(page);
	await card.locator('[aria-expanded]').first().click();
	const colours = { light: 'all', dark: 'colours' } as const;
	for (const size of [{ width: 1280, height: 800 }, phone]) {
		await page.setViewportSize(size);
		for (const colorScheme of schemes) {
			const rules = colours[colorScheme];
			await page.emulateMedia({ colorScheme });
			expect(await violations(page, rules)).toEqual([]);
			if (size !== phone) continue;
			// One pane alone, with the map and then the form of the article in it.
			for (const tab of [2, 3]) {
				await page.locator('.tabs button').nth(tab).click();
				expect(await violations(page, rules)).toEqual([]);
			}
			await page.locator('.tabs button').nth(1).click();
		}
	}
	await card.focus();
	await page.keyboard.press('?');
	await expect(page.getByRole('dialog')).toBeVisible();
	expect(await violations(page)).toEqual([]);
}

/** One article after another, each in its own way. */
const ways: { where: string; path: Desk; isPhone: boolean; ways: Way[] }[] = [
	{
		where: 'at the desk',
		path: '/desk',
		isPhone: false,
		ways: [way('keyboard', strikes), way('mouse', demand), way('mouse', buildUp)]
	},
	{
		where: 'in Arabic',
		path: '/ar/desk',
		isPhone: false,
		ways: [way('keyboard', arabicDemand), way('mouse', arabicStrikes)]
	},
	{
		where: 'on a phone',
		path: '/desk',
		isPhone: true,
		ways: [way('keyboard', meeting), way('touch', papers)]
	},
	{
		where: 'on a phone, in Arabic',
		path: '/ar/desk',
		isPhone: true,
		ways: [way('keyboard', arabicStrikes), way('touch', arabicDemand)]
	}
];
for (const { where, path, isPhone, ways: each } of ways) {
	test.describe(where, () => {
		test.use(isPhone ? { viewport: phone, hasTouch: true } : {});

		test('articles become records that are in order, within sixty presses and clicks each', async ({
			page
		}) => {
			for (const way of each)
				await test.step(`by ${way.by}: ${way.text.split('\n')[0]}`, async () => {
					const { count, places } = await taken(page, path, way);
					console.log(`${where}, by ${way.by}: ${count} presses and clicks, ${places} reports`);
					expect(count).toBeLessThanOrEqual(60);
					await expect(page.locator('article[data-decision="rejected"]')).toHaveCount(0);
					if (way.text === strikes) expect(places).toBeGreaterThanOrEqual(6);
				});
			// The text looked through once more, before anything is decided.
			if (path === '/ar/desk' && !isPhone) {
				await new Author(page, 'keyboard').paste(arabicStrikes, path);
				await nothingInTheWay(page, ['light']);
			}
		});
	});
}

const folder = process.env.DESK_ARTICLES ?? '';
test('the true articles become records that are in order', async ({ page }) => {
	test.setTimeout(300_000);
	test.skip(
		!existsSync(folder),
		'Their texts are not part of the project: DESK_ARTICLES names their folder.'
	);
	for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
		const text = readFileSync(join(folder, name), 'utf8');
		const { count, places } = await taken(page, '/desk', way('keyboard', text));
		console.log(`${name}: ${count} presses, ${places} reports`);
	}
});

const made = `The Made-up Courier, 9 May 2021

The Made-up Army operates bases in Masyaf and Palmyra, a baker told the Courier on Monday. Its soldiers were seen near the old mill of Hama too.

Russian forces were deployed on 3 May 2021 to the airport in Hama. Iranian militias stored rockets in Hama on 4 May 2021.

${strikes.split('\n\n').at(-1)!}`;

/** Selects words of the text as a person does, with the mouse. */
async function drag(page: Page, words: string) {
	const box = await page.locator('.text[role="textbox"]').evaluate((element, words) => {
		const node = element.firstChild as Text;
		const range = document.createRange();
		const at = node.data.indexOf(words);
		range.setStart(node, at);
		range.setEnd(node, at + words.length);
		range.startContainer.parentElement!.scrollIntoView();
		const [first, last] = [range.getClientRects()[0]!, [...range.getClientRects()].at(-1)!];
		return {
			from: [first.left + 1, first.top + first.height / 2],
			to: [last.right - 1, last.top + last.height / 2]
		};
	}, words);
	await page.mouse.move(box.from[0]!, box.from[1]!);
	await page.mouse.down();
	await page.mouse.move(box.to[0]!, box.to[1]!, { steps: 4 });
	await page.mouse.up();
	await expect(page.locator('[data-select="place"]')).toBeEnabled();
}

test('a report is made of selected words, and decided on with others', async ({ page }) => {
	const author = new Author(page, 'keyboard');
	await author.paste(made, '/desk');

	await test.step('words that are selected become what the report lacks, by key and by button', async () => {
		await drag(page, 'Its soldiers were seen near the old mill of Hama too.');
		await page.keyboard.press('r');
		const card = selected(page);
		await expect(card.locator('blockquote')).toContainText('Its soldiers were seen');

		await drag(page, 'the old mill of Hama');
		await page.locator('[data-select="place"]').click();
		await expect(card.locator('[data-field="place"] option:checked')).toHaveText('the old mill of Hama');
		await drag(page, 'The Made-up Army');
		await page.keyboard.press('w');
		await expect(card.locator('[data-actor-name="en"]')).toHaveValue('Made-up Army');
		await card.locator('[data-actor-name="ar"]').fill('جيش مختلق');
		await drag(page, 'on Monday');
		await page.keyboard.press('d');
		await expect(card.locator('[data-field="date"]')).toHaveValue(/^2021-05-03/);
		await expect(card.locator('[data-confirm="when"]')).toBeVisible();
		await drag(page, 'a baker');
		await page.locator('[data-select="source"]').click();
		await expect(card.locator('[data-field="source"]')).toHaveValue('attributed');
		await expect(card.getByLabel('Its name, or what the text calls it')).toHaveValue('a baker');
		await drag(page, 'a baker told the Courier on Monday. Its');
		await page.keyboard.press('b');
		await expect(page.getByText('Taken from the words.')).toBeAttached();
		await page.keyboard.press('Escape');
		await card.focus();
		await page.keyboard.press('b');
		await expect(card.locator('[data-field="passage"]')).toBeFocused();
		await expect(card.getByText('a baker told the Courier on Monday. Its')).toBeVisible();
		await card.getByRole('button', { name: 'As it was proposed' }).click();
		await expect(card.locator('.words')).toHaveText('Its soldiers were seen near the old mill of Hama too.');
		// All of it is undone, one by one.
		for (let times = 0; times < 12; times++) await page.keyboard.press('Control+z');
		await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
	});

	await test.step('a list of places is one decision, and the same words can be another report', async () => {
		await page.keyboard.press('n');
		const card = selected(page);
		await expect(card.locator('[data-each]')).toContainText('1 more');
		await card.locator('[data-new-actor]').first().click();
		await expect(card.locator('[data-actor-name="en"]')).toHaveValue('Made-up Army');
		await card.focus();
		for (let left = await card.locator('[data-confirm]').count(); left > 0; left--)
			await page.keyboard.press('i');
		await page.keyboard.press('e');
		for (const index of [0, 1]) {
			await expect(cards(page).nth(index)).toHaveAttribute('data-decision', 'accepted');
			await expect(cards(page).nth(index)).toContainText('Made-up Army');
		}
		await expect(cards(page).nth(1)).toContainText('Palmyra');
		const before = await cards(page).count();
		await page.keyboard.press('o');
		await expect(cards(page)).toHaveCount(before + 1);
	});

	await test.step('a decision is taken over for the same words, and each of them is gone to', async () => {
		const hama = cards(page).filter({ hasText: 'stored rockets in Hama' });
		await hama.locator('blockquote').click();
		await hama.locator('[data-field="candidate"]').selectOption({ index: 1 });
		const name = (await hama.locator('[data-place] strong').first().textContent())!;
		await hama.locator('[data-spread]').click();
		const next = page.locator('[data-taken-over]');
		await expect(next).toContainText('2 others');
		const same = page.locator('article[aria-current="true"] [data-state="same"]');
		await next.click();
		for (const left of [1, 0]) {
			await expect(same).toBeVisible();
			await expect(selected(page).locator('[data-place] strong').first()).toHaveText(name);
			await page.keyboard.press('a');
			await expect(page.locator('[data-taken-over]')).toHaveCount(left);
			if (left > 0) await page.keyboard.press('u');
		}
		// What is undone is to be looked at again.
		await page.keyboard.press('Control+z');
		await page.keyboard.press('u');
		await expect(same).toBeVisible();
	});
});

test('what was decided of names comes first in the next article, until it is forgotten', async ({ page }) => {
	const author = new Author(page, 'keyboard');
	await author.paste(made, '/desk');
	const hama = cards(page).filter({ hasText: 'stored rockets in Hama' });
	await hama.locator('blockquote').click();
	const choice = hama.locator('[data-field="candidate"]');
	const other = await choice.locator('option').nth(1).textContent();
	await choice.selectOption({ index: 1 });
	await page.getByRole('button', { name: 'All articles' }).click();
	await page.getByText('Remembered for the next article').click();
	const memory = page.locator('[data-remembered]');
	await expect(memory.getByText('“Hama”')).toBeVisible();
	expect(await violations(page)).toEqual([]);

	await author.paste(made, '/desk');
	await hama.locator('blockquote').click();
	await expect(hama.getByText('As in your last article.')).toBeVisible();
	await expect(hama.locator('[data-place] strong').first()).toHaveText(other!);
	await expect(hama.locator('[data-state="open"]')).toBeVisible();

	await page.getByRole('button', { name: 'All articles' }).click();
	await page.getByText('Remembered for the next article').click();
	await memory.getByLabel('Add a country …').selectOption('LB');
	await expect(memory.getByRole('button', { name: 'Forget Lebanon' })).toBeVisible();
	await memory.getByLabel('Places of your own').fill('Old Mill; 35.1, 36.7\nnowhere');
	await memory.getByRole('button', { name: 'Remember them' }).click();
	await expect(memory.getByText('nowhere', { exact: false }).first()).toBeVisible();
	await expect(memory.getByText('Old Mill', { exact: true })).toBeVisible();
	await memory.getByRole('button', { name: 'Forget all of it' }).click();
	await expect(memory.getByText('No name yet.')).toBeVisible();
	await page.reload();
	await page.getByText('Remembered for the next article').click();
	await expect(memory.getByText('No name yet.')).toBeVisible();

	await test.step('nothing is in the way of anybody', async () => {
		await author.paste(made, '/desk');
		await nothingInTheWay(page, ['light', 'dark']);
	});
});
