/** The ways out of the desk: for other programs, into a folder on the disk, into a repository; and what is refused. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from '@playwright/test';
import { readSourceFiles } from '../../../src/lib/server/geodata';
import { check } from '../../../src/tools/check';
import { violations } from '../support/axe';
import { expect as usual, test } from '../support/fixture';

// The first article waits for the model and the gazetteer.
const expect = usual.configure({ timeout: 30_000 });
test.describe.configure({ timeout: 180_000 });

/** Made up. */
const article = `Troops moved across central Syria

Russian officers said that forces had been deployed to the Hama Military Airport on 3 May 2021.

None of this happened. It was written for a test, and these last sentences are here so that the quotes are less than half of the words. Readers of the Courier are used to that, and have long stopped writing letters about it. The editors thank them for their patience, and the printers for their ink.`;

type SourceFile = { path: string; text: string };

/** Reviews the article, on the page of the desk, as far as it can leave. */
async function reviewed(page: Page) {
	await page.locator('textarea').first().fill(article);
	await page.locator('form button[type=submit]').first().click();
	const card = page.locator('[data-pane="reports"] > .stack > article').first();
	await expect(card).toBeVisible();
	await page.locator('[data-head="publisher"]').fill('The Made-up Courier');
	await page.locator('[data-head="id"]').fill('made-up-2021');
	await page.locator('[data-head="published"]').fill('2021-05-09');
	await page.locator('[data-head="published"]').press('Tab');
	await card.click();
	for (let left = await card.locator('[data-confirm]').count(); left > 0; left--)
		await card.locator('[data-confirm]').first().click();
	await page.keyboard.press('Escape');
	await card.focus();
	await page.keyboard.press('a');
	await expect(card).toHaveAttribute('data-decision', 'accepted');
	const more = page.locator('[data-out] details');
	await more.locator('summary').click();
	return more;
}

async function saved(page: Page, name: string) {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.locator('[data-out]').getByRole('button', { name, exact: true }).click()
	]);
	return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Puts a checkout into the private file system of the browser, where the picker finds it. */
async function withFolder(page: Page, files: SourceFile[]) {
	await page.addInitScript(() => {
		const state = window as unknown as { picks: string; showDirectoryPicker: unknown };
		state.picks = 'checkout';
		state.showDirectoryPicker = async () => {
			if (state.picks === 'nothing') throw new DOMException('', 'AbortError');
			if (state.picks === 'refused') throw new DOMException('', 'NotAllowedError');
			return (await navigator.storage.getDirectory()).getDirectoryHandle(state.picks, { create: true });
		};
	});
	await page.goto('/desk');
	await page.evaluate(async (files) => {
		const root = await navigator.storage.getDirectory();
		const checkout = await root.getDirectoryHandle('checkout', { create: true });
		for (const { path, text } of files) {
			let folder = await checkout.getDirectoryHandle('geodata', { create: true });
			const [name, ...above] = path.split('/').reverse() as [string, ...string[]];
			for (const step of above.reverse()) folder = await folder.getDirectoryHandle(step, { create: true });
			const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
			await stream.write(text);
			await stream.close();
		}
	}, files);
}

const pick = (page: Page, picks: string) =>
	page.evaluate((picks) => void ((window as unknown as { picks: string }).picks = picks), picks);

/** All files of the folder as they are now. */
const written = (page: Page): Promise<SourceFile[]> =>
	page.evaluate(async () => {
		const files: { path: string; text: string }[] = [];
		const walk = async (folder: FileSystemDirectoryHandle, path: string) => {
			for await (const entry of folder.values())
				if (entry.kind === 'directory')
					await walk(entry as FileSystemDirectoryHandle, `${path}${entry.name}/`);
				else {
					const file = await (entry as FileSystemFileHandle).getFile();
					files.push({ path: path + entry.name, text: await file.text() });
				}
		};
		const root = await navigator.storage.getDirectory();
		await walk(await (await root.getDirectoryHandle('checkout')).getDirectoryHandle('geodata'), '');
		return files;
	});

/** What `npm run check` says of files. */
function checked(files: SourceFile[]) {
	const directory = mkdtempSync(join(tmpdir(), 'attested-out-'));
	try {
		for (const { path, text } of files) {
			mkdirSync(dirname(join(directory, path)), { recursive: true });
			writeFileSync(join(directory, path), text);
		}
		return check(directory);
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

test('records go to other programs, and into a folder where nothing is overwritten unasked', async ({
	page
}) => {
	const before = readSourceFiles('geodata');
	await withFolder(page, before);
	const more = await reviewed(page);

	const geojson = await saved(page, 'GeoJSON');
	expect(geojson.name).toBe('made-up-2021.geojson');
	expect(JSON.parse(geojson.text).features).toMatchObject([
		{
			properties: { draft: true, article: 'made-up-2021', date: '2021-05-03', where_prec: 1, drawn: 'point' }
		}
	]);
	const csv = await saved(page, 'CSV');
	expect(csv.text).toMatch(/^report,site,name,/);
	expect(csv.text).toContain('Hama Military Airport');
	expect((await saved(page, 'CSV for Excel')).text.startsWith('\ufeff')).toBe(true);

	const folder = more.locator('[data-folder]');
	const choose = () => folder.getByRole('button', { name: 'Write into a folder …' }).click();
	await pick(page, 'refused');
	await choose();
	await expect(folder.getByRole('status')).toHaveText(/The browser may not write there/);
	await pick(page, 'nothing');
	await choose();
	await expect(folder.getByRole('status')).toHaveText('');
	await pick(page, 'elsewhere');
	await choose();
	await expect(folder.getByRole('status')).toHaveText(/no folder of records/);

	await pick(page, 'checkout');
	await choose();
	await expect(folder.locator('[data-new] li').first()).toHaveText('articles/made-up-2021.json');
	expect(await violations(page)).toEqual([]);
	expect(await written(page)).toHaveLength(before.length);
	await folder.getByRole('button', { name: 'Write it' }).click();
	await expect(folder.getByRole('status')).toHaveText(/Written into geodata/);
	const after = await written(page);
	const told = checked(after);
	expect(told.passed, told.lines.join('\n')).toBe(true);
	expect(told.lines.join('\n')).toContain('articles/made-up-2021.json');
	// What was there is as it was, to the letter.
	const changed = before.filter(({ path, text }) => after.find((file) => file.path === path)?.text !== text);
	expect(changed.map(({ path }) => path)).toEqual([]);

	// The same again is there; another version of it is asked about.
	await choose();
	await expect(folder.getByText('All of it is there already.')).toBeVisible();
	const card = page.locator('[data-pane="reports"] > .stack > article').first();
	await card.locator('[data-field="summary"]').fill('Forces were reported at an airport.');
	await card.locator('[data-field="summary"]').press('Tab');
	await choose();
	await expect(folder.locator('[data-differs] li').first()).toHaveText('articles/made-up-2021.json');
	await folder.getByRole('button', { name: 'Replace what differs, and write it' }).click();
	await expect(folder.getByRole('status')).toHaveText(/Written into geodata/);
	const replaced = (await written(page)).find(({ path }) => path === 'articles/made-up-2021.json')!;
	expect(replaced.text).toContain('Forces were reported at an airport.');
});

test('in Arabic: what keeps it here is said in Arabic, and the repository of the site takes the files', async ({
	page
}) => {
	const repository = 'https://git.example/o/r/_new/main/geodata';
	await page.route('**/desk/geodata.json', async (route) => {
		const records = await (await route.fetch()).json();
		await route.fulfill({ json: { ...records, newFile: repository } });
	});
	await page.goto('/ar/desk');
	const more = await reviewed(page);
	await page.locator('[data-head="url"]').fill('nowhere');
	await page.locator('[data-head="url"]').press('Tab');
	const download = page.locator('[data-out] button').filter({ hasText: 'نزّل' });
	await expect(page.locator('[data-out]')).toContainText('اكتب العنوان كاملًا، وقبله ⁦https://⁩.');
	await expect(download).toBeDisabled();
	expect(await violations(page)).toEqual([]);
	await page.locator('[data-head="url"]').fill('https://courier.example/a');
	await page.locator('[data-head="url"]').press('Tab');
	await expect(download).toBeEnabled();

	await more.locator('[data-repository] button').first().click();
	const link = more.locator('[data-repository] a').first();
	await expect(link).toContainText('articles/made-up-2021.json');
	const address = new URL((await link.getAttribute('href'))!);
	expect(address.origin + address.pathname).toBe(repository);
	expect(JSON.parse(address.searchParams.get('value')!)).toMatchObject({
		id: 'made-up-2021',
		status: 'draft'
	});
	await expect(page.locator('[data-out] [data-credits]')).toContainText('GeoNames');
});
