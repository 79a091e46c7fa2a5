/** An author at the desk who has only a keyboard, a mouse or a finger, and whose presses and clicks are counted. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { add } from '../../../src/tools/add';
import { expect as usual } from '../support/fixture';

// The first article waits for the model and the gazetteer.
export const expect = usual.configure({ timeout: 30_000 });

export type By = 'keyboard' | 'mouse' | 'touch';

export const cards = (page: Page) => page.locator('[data-pane="reports"] > .stack > article');
export const selected = (page: Page) => page.locator('article[aria-current="true"]');

/** An author who begins with a text that is on the clipboard. */
export class Author {
	/** Keys that were pressed, each letter of what is typed among them, and clicks or taps. */
	count = 0;

	constructor(
		readonly page: Page,
		readonly by: By
	) {}

	async press(key: string): Promise<void> {
		this.count++;
		await this.page.keyboard.press(key);
	}

	/** Into what is focused. */
	async type(words: string): Promise<void> {
		this.count += words.length;
		await this.page.keyboard.type(words);
	}

	async click(target: Locator): Promise<void> {
		this.count++;
		await (this.by === 'touch' ? target.tap() : target.click());
	}

	/** Pastes a text on the page of the desk, and has it looked through. Where the page is open, the next article is begun. */
	async paste(text: string, path: string): Promise<void> {
		const { page } = this;
		const back = page.getByRole('button', { name: /^(All articles|كل المقالات)$/ });
		if (!page.url().endsWith(path)) await page.goto(path);
		else if (await back.isVisible()) await back.click();
		const field = page.locator('textarea').first();
		await field.focus();
		this.count++;
		await page.keyboard.insertText(text);
		if (this.by === 'keyboard') {
			await this.press('Tab');
			await this.press('Enter');
		} else await this.click(page.locator('form button[type="submit"]').first());
		// Lines that may be no part of the article are shown first.
		const intake = page.locator('section[aria-labelledby="desk-intake"]');
		const bench = page.locator('.bench');
		await expect(intake.or(bench)).toBeVisible();
		if (await intake.isVisible()) await this.click(intake.locator('.choices button').first());
		await expect(bench).toBeVisible();
		await expect(cards(page).first()).toBeVisible();
	}

	/**
	 * Accepts all reports in their order, each conclusion by itself, and lists of places at once. One that lacks something
	 * that was not read is rejected, and so are all from where their quotes would be half of the text.
	 */
	async review(): Promise<void> {
		const { page } = this;
		const open = page.locator('[data-pane="reports"] > .stack > article[data-decision="open"]');
		if (this.by === 'keyboard') await this.press('n');
		const looked = page.locator('article[aria-current="true"][data-decision="open"]');
		while ((await open.count()) > 0) {
			if (this.by !== 'keyboard' && (await looked.count()) === 0)
				await this.click(open.first().locator('blockquote'));
			const card = selected(page);
			await expect(card).toHaveAttribute('data-decision', 'open');
			const id = await card.getAttribute('id');
			for (let left = await card.locator('[data-confirm]').count(); left > 0; left--) {
				if (this.by === 'keyboard') await this.press('i');
				else await this.click(card.locator('[data-confirm]').first());
				await expect(card.locator('[data-confirm]')).toHaveCount(left - 1);
			}
			if ((await card.locator('.wrong').count()) > 0) {
				if (this.by === 'keyboard') await this.press('x');
				else await this.click(card.locator('[data-reject]'));
				await expect(page.locator(`#${id}`)).toHaveAttribute('data-decision', 'rejected');
				continue;
			}
			const isList = (await card.locator('[data-each]').count()) > 0;
			if (this.by === 'keyboard') await this.press(isList ? 'e' : 'a');
			else await this.click(card.locator(isList ? '[data-each]' : '[data-accept]'));
			await expect(page.locator(`#${id}`)).toHaveAttribute('data-decision', 'accepted');
		}
	}

	/** Says when the article was published, where its text does not: reports that lacked a day for it then have one. */
	async date(day: string): Promise<void> {
		const field = this.page.locator('[data-head="published"]');
		if ((await field.getAttribute('aria-invalid')) !== 'true') return;
		await this.toPane(/^(The article|المقال)$/);
		await this.click(field);
		await this.type(day);
		await this.press('Escape');
		await this.toPane(/^(Reports|التقارير)$/);
		// The last line of a card that is closed has when it was.
		const undated = cards(this.page).locator('> p').filter({ hasNotText: /\d{4}/ });
		await expect(undated).toHaveCount(0);
	}

	/** Fills in what is needed and was not read from the text, until nothing of it is wrong. */
	async describe(values: Readonly<Record<string, string>>): Promise<void> {
		const { page } = this;
		const wrong = page.locator('[data-head][aria-invalid="true"]');
		if (this.by !== 'keyboard') await this.toPane(/^(The article|المقال)$/);
		else if ((await wrong.count()) > 0) await this.press('h');
		for (let left = await wrong.count(); left > 0; left = await wrong.count()) {
			const field = wrong.first();
			const name = (await field.getAttribute('data-head'))!;
			if (this.by === 'keyboard') await expect(field).toBeFocused();
			else await this.click(field);
			await this.type(values[name]!);
			await this.press('Escape');
			await expect(page.locator(`[data-head="${name}"]`)).not.toHaveAttribute('aria-invalid', 'true');
			if (this.by === 'keyboard' && (await wrong.count()) > 0) await this.press('h');
		}
	}

	/** Goes to what was accepted in a list and is not in order yet: conclusions are confirmed, and what lacks more is rejected. */
	async settle(): Promise<void> {
		const obstacles = this.page.locator('[data-out] > ul button');
		while ((await obstacles.count()) > 0) {
			await this.click(obstacles.first());
			const card = this.page.locator(`#${await selected(this.page).getAttribute('id')}`);
			for (let left = await card.locator('[data-confirm]').count(); left > 0; left--) {
				await this.click(card.locator('[data-confirm]').first());
				await expect(card.locator('[data-confirm]')).toHaveCount(left - 1);
			}
			if ((await card.locator('.wrong').count()) > 0) {
				await this.click(card.locator('[data-reject]'));
				await expect(card).toHaveAttribute('data-decision', 'rejected');
			}
			await this.toPane(/^(The article|المقال)$/);
		}
	}

	/** Shows a pane, where the screen has room for one alone. */
	async toPane(name: RegExp): Promise<void> {
		const tab = this.page.locator('.tabs').getByRole('button', { name });
		if (await tab.isVisible()) await this.click(tab);
	}

	/** What is saved, added to a copy of the records: whether it is in order, and what is said of it. */
	async save(): Promise<Awaited<ReturnType<typeof add>>> {
		const { page } = this;
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			this.by === 'keyboard'
				? this.press('f').then(() => this.press('Enter'))
				: this.click(page.locator('[data-out] button:not(:disabled)').first())
		]);
		const folder = mkdtempSync(join(tmpdir(), 'attested-desk-'));
		try {
			const directory = join(folder, 'geodata');
			cpSync('geodata', directory, { recursive: true });
			const path = join(folder, download.suggestedFilename());
			await download.saveAs(path);
			return await add(path, { directory });
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
}
