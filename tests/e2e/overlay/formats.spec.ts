/** Files of other programs than text: a workbook with two sheets and a Shapefile in UTM, from the drop to the next visit. */
import { readFileSync } from 'node:fs';
import { utils, write } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { violations } from '../support/axe';
import { expect, test } from '../support/fixture';
import { cards, choose, fileOf, news, open } from '../support/panel';

const utm = new URL('../../fixtures/own/gdal/utm.shp.zip', import.meta.url);

/** A workbook whose first sheet has no places, as people write them. */
function workbook(): Buffer {
	const book = utils.book_new();
	const sheets = {
		Notes: [['About these sites'], ['Author', 'somebody']],
		Sites: [
			['Sites of 2016'],
			['name', 'lat', 'lon', 'seen'],
			['Aleppo', 36.2, 37.1, { t: 'n', v: 42_271, z: 'dd/mm/yyyy' }],
			['Hama', 35.1, 36.7, { t: 'n', v: 42_463, z: 'mmm yyyy' }]
		],
		More: [
			['name', 'lat', 'lon'],
			['Idlib', 35.9, 36.6]
		]
	};
	for (const [name, cells] of Object.entries(sheets))
		utils.book_append_sheet(book, utils.aoa_to_sheet(cells), name);
	return Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** Drops files on the page. */
const drop = (page: Page, files: { name: string; bytes: Buffer }[]) =>
	page.evaluate(
		(files) => {
			const dataTransfer = new DataTransfer();
			for (const { name, text } of files)
				dataTransfer.items.add(new File([Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0))], name));
			const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
			document.querySelector('main')!.dispatchEvent(event);
		},
		files.map(({ name, bytes }) => ({ name, text: bytes.toString('base64') }))
	);

test('a workbook and a Shapefile are dropped, corrected, shown, exported and there at the next visit', async ({
	page
}) => {
	await open(page);
	await drop(page, [
		{ name: 'sites.xlsx', bytes: workbook() },
		{ name: 'utm.shp.zip', bytes: readFileSync(utm) }
	]);
	await expect(cards(page)).toHaveCount(2);
	await expect(page.locator('[data-keeping="kept"]')).toHaveCount(2);
	const [book, shapes] = [cards(page).nth(0), cards(page).nth(1)];

	await test.step('the sheet with places is shown, and told', async () => {
		await expect(book.locator('[data-part="sheet"]')).toContainText('sheet ⁨Sites⁩, one of 3');
		await expect(shapes.locator('[data-system-by="file"]')).toContainText('UTM zone 37N');
		await expect(shapes).toContainText('3 rows');
	});

	await test.step('another can be chosen by keyboard, and the first again', async () => {
		await book.getByRole('button', { name: 'Choose another' }).press('Enter');
		const part = book.getByLabel('Sheet of the file');
		await expect(part).toBeFocused();
		await expect(part.getByRole('option')).toHaveText([/^Notes/, 'Sites (2 rows)', 'More (1 row)']);
		expect(await violations(page)).toEqual([]);
		await part.selectOption({ label: 'More (1 row)' });
		await book.getByRole('button', { name: 'Read it again like this' }).click();
		await expect(news(page)).toHaveText('Read again. sites.xlsx: 1 row, of them on the map: 1.');
		await book.getByRole('button', { name: 'Choose another' }).click();
		await part.selectOption({ label: 'Sites (2 rows)' });
		await book.getByRole('button', { name: 'Read it again like this' }).click();
		await expect(news(page)).toHaveText('Read again. sites.xlsx: 2 rows, of them on the map: 2.');
	});

	await test.step('what is exported is what the sheet says', async () => {
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			book.getByRole('button', { name: 'Export what is shown (CSV)' }).click()
		]);
		const saved = readFileSync((await download.path())!, 'utf8');
		expect(saved).toMatch(/Aleppo,36\.2,37\.1,2015-09-24\b.*\r?\nHama,35\.1,36\.7,2016-04\b/);
	});

	await test.step('a part of a Shapefile alone says what is missing', async () => {
		await choose(page, fileOf('GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984"]]', 'alone.prj'));
		await expect(page.locator('[data-reading="refused"]')).toContainText('What is missing: ⁨.shp⁩');
		await page.locator('[data-reading="refused"]').getByRole('button').click();
		// All of them together are one thing.
		const parts = Object.entries(unzipSync(readFileSync(utm)));
		await choose(page, ...parts.map(([name, bytes]) => fileOf(Buffer.from(bytes), name)));
		await expect(news(page)).toHaveText('utm.shp.zip: 3 rows, of them on the map: 3.');
		await expect(cards(page)).toHaveCount(3);
	});

	await expect(page.locator('[data-keeping="kept"]')).toHaveCount(3);
	await open(page);
	await expect(cards(page)).toHaveCount(3);
	await expect(cards(page).nth(0).locator('[data-part="sheet"]')).toContainText('Sites');
	await expect(cards(page).nth(1)).toContainText('3 rows');
});
