/** The map on paper, read from what Chromium would print: its words and where they stand, and its picture. */
import { expect, test } from '../support/fixture';
import { open } from '../support/map';
import { overprinted, readyToPrint, sheetsOf } from '../support/paper';

test.use({ viewport: { width: 900, height: 560 } });

test('a sheet has the map as shown, in light colours, with legend, filters, list, credits, and its address at each foot', async ({
	page,
	baseURL
}) => {
	await page.emulateMedia({ colorScheme: 'dark' });
	await open(page, '/?actors=russia,iran');
	await readyToPrint(page);
	for (const [format, size] of [
		['A4', [596, 843]],
		['Letter', [612, 792]]
	] as const)
		await test.step(format, async () => {
			const sheets = await sheetsOf(page, format);
			expect(sheets.length).toBeGreaterThan(1);
			const [first] = sheets;
			expect(first!.brightness).toBeGreaterThan(190);
			const all = sheets.map(({ text }) => text).join(' ');
			for (const words of [
				'Actors: Russia, Iran',
				'Legend',
				'Weapons plant',
				'OpenStreetMap',
				'Hama Military Airport'
			])
				expect(all).toContain(words);
			for (const [index, sheet] of sheets.entries()) {
				expect(sheet.size).toEqual(size);
				expect(sheet.text).toContain(`${baseURL}?actors=russia,iran`);
				expect(sheet.text).toContain(`${index + 1} / ${sheets.length}`);
				expect(overprinted(sheet)).toEqual([]);
			}
		});
	await test.step('and the map of the page is dark as before', async () => {
		await expect(page.locator('.sheet')).toHaveCount(0);
		await expect(page.locator('[data-map="ready"]')).toBeAttached();
	});
});

test('in Arabic too', async ({ page, baseURL }) => {
	await open(page, '/ar/sites/tanf');
	await readyToPrint(page);
	const sheets = await sheetsOf(page, 'A4');
	expect(sheets[0]!.brightness).toBeGreaterThan(190);
	for (const sheet of sheets) {
		expect(sheet.text).toContain(`${baseURL}ar/sites/tanf`);
		expect(sheet.text).toMatch(/[٠-٩]/);
	}
});
