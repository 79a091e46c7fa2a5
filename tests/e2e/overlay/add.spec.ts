/** How a reader's own data comes in, what is said about it, and how it stays: nothing of it leaves the browser. */
import { naughty } from '../../fixtures/naughty/naughty';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, hydrated, test } from '../support/fixture';
import { sizes } from '../support/pages';
import { cards, choose, door, fileOf, kept, news, open, sites } from '../support/panel';

/** Drags something over the page, and drops it where that is said. */
async function drag(
	page: Page,
	what: { text?: string; file?: { name: string; text: string; times?: number } },
	...events: ('dragover' | 'dragleave' | 'drop')[]
): Promise<void> {
	await page.evaluate(
		({ what, events }) => {
			const dataTransfer = new DataTransfer();
			if (what.text !== undefined) dataTransfer.setData('text/plain', what.text);
			if (what.file) {
				const piece = new Blob([what.file.text]);
				const pieces = Array.from({ length: what.file.times ?? 1 }, () => piece);
				dataTransfer.items.add(new File(pieces, what.file.name));
			}
			for (const event of events)
				document
					.querySelector('main')!
					.dispatchEvent(new DragEvent(event, { dataTransfer, bubbles: true, cancelable: true }));
		},
		{ what, events }
	);
}

test('chosen files are read, shown and kept, and a large one is stopped', async ({ page }) => {
	const own = await open(page);

	await test.step('what is wrong in them is told with where and what instead', async () => {
		await expect(own).toContainText('Nothing is sent anywhere');
		const text = `${sites}Nowhere,,,Iran,soon\nFar,91,500,Iran,03/04/2016\n`;
		await choose(page, fileOf(text), fileOf('{"type":"Point","coordinates":[37,36]}', 'point.geojson'));
		await expect(cards(page)).toHaveCount(2);
		await expect(news(page)).toHaveText('point.geojson: 1 row, of them on the map: 1.');
		await expect(door(page)).toHaveText('Your own data (2)');
		await expect(page.locator('[data-keeping="kept"]')).toHaveCount(2);

		const card = cards(page).first();
		await card.getByText('What was noticed in the file').click();
		await expect(card.locator('[data-problem="no-place"]')).toContainText('line 4');
		await expect(card.locator('[data-problem="out-of-range"]')).toContainText('line 5');
		await expect(card.locator('[data-problem="out-of-range"] q')).toHaveText('500, 91');
		await expect(card.locator('[data-problem="unreadable-date"]')).toContainText('line 4, column date');
		await expect(card.locator('[data-problem="ambiguous-date"]')).toContainText('read with the day first');

		await card.getByText('2 rows are not on the map').click();
		await expect(card.getByRole('listitem').filter({ hasText: 'name: Nowhere' })).toBeVisible();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			card.getByRole('button', { name: 'Save them as CSV' }).click()
		]);
		expect(download.suggestedFilename()).toBe('sites-unplaced.csv');
		const saved = readFileSync((await download.path())!, 'utf8');
		expect(saved).toMatch(/Nowhere.*\r?\n.*Far/);
		expect(saved).not.toContain('Aleppo');
	});

	await test.step('a large file shows how far it is, can be stopped, and leaves nothing', async () => {
		const text = 'Aleppo,36.2,37.1,Russia,2015-09-24\n'.repeat(30_000);
		await drag(page, { file: { name: 'large.csv', text, times: 900 } }, 'drop');
		const reading = page.locator('[data-reading="reading"]');
		const bar = reading.getByRole('progressbar', { name: 'Reading large.csv' });
		await expect.poll(async () => Number(await bar.getAttribute('value'))).toBeGreaterThan(0);
		await expect(reading).toContainText(/MB of 945 MB/);
		const ended = Promise.all(
			page
				.workers()
				.filter((worker) => worker.url().includes('read'))
				.map((worker) => worker.waitForEvent('close'))
		);
		await reading.getByRole('button', { name: 'Stop reading large.csv' }).click();
		await expect(page.locator('[data-reading]')).toHaveCount(0);
		await expect(news(page)).toHaveText('large.csv was stopped and is not shown.');
		await ended;
		await expect(cards(page)).toHaveCount(2);
		// And the next is read.
		await choose(page, fileOf(sites, 'next.csv'));
		await expect(cards(page)).toHaveCount(3);
	});
});

test('a table is pasted by keyboard alone; files and texts are dropped anywhere', async ({ page }) => {
	const own = await open(page);

	await test.step('pasted, and removed so', async () => {
		await door(page).focus();
		await page.keyboard.press('Tab');
		await expect(own.getByRole('button', { name: 'Choose files' })).toBeFocused();
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await expect(own.getByLabel('Rows from a spreadsheet, or the text of a file')).toBeFocused();
		await page.keyboard.insertText(sites);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		await expect(cards(page)).toHaveCount(1);
		await kept(page);

		await cards(page).getByRole('button', { name: 'Remove' }).press('Enter');
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Enter');
		await expect(cards(page)).toHaveCount(0);
		await expect(news(page)).toHaveText('Pasted table was removed.');
		await expect(door(page)).toBeFocused();
	});

	await test.step('dropped under an overlay that says so', async () => {
		const overlay = page.locator('[data-drop]');
		// It comes with the panel's head, after the words.
		await expect(overlay).toBeAttached();
		await drag(page, { file: { name: 'a.csv', text: sites } }, 'dragover');
		await expect(overlay).toBeVisible();
		await expect(overlay).toContainText('Drop it here');
		await drag(page, {}, 'dragleave');
		await expect(overlay).toBeHidden();
		// Nothing that could be data.
		await drag(page, {}, 'dragover');
		await expect(overlay).toHaveAttribute('data-drop', 'false');

		await drag(page, { file: { name: 'dropped.csv', text: sites } }, 'dragover', 'drop');
		await expect(overlay).toBeHidden();
		await expect(cards(page)).toHaveCount(1);
		await expect(cards(page).first()).toContainText('dropped.csv');
		await drag(page, { text: sites.replaceAll(',', '\t') }, 'dragover', 'drop');
		await expect(cards(page)).toHaveCount(2);
		await expect(news(page)).toHaveText('Pasted table: 2 rows, of them on the map: 2.');
		// An address is no table: it is asked about first.
		await drag(page, { text: 'https://example.org/sites.csv' }, 'drop');
		await expect(page.locator('[data-brought]')).toContainText('example.org');
		await expect(cards(page)).toHaveCount(2);
	});
});

for (const [language, path] of [
	['en', '/'],
	['ar', '/ar']
] as const) {
	test(`what is no data is refused in words, and no part of the panel is in anybody’s way (${language})`, async ({
		page
	}) => {
		await open(page, path);

		await test.step('refused, and put away', async () => {
			const words = {
				'a.pdf': ['%PDF-1.4 ', /PDF/],
				'b.png': ['\x89PNG\r\n\x1a\n', /PNG/],
				'c.csv': ['', { en: 'It is empty', ar: 'إنه فارغ' }[language]],
				'd.csv': ['<!doctype html><p>Sign in', { en: 'It is a web page', ar: 'إنه صفحة ويب' }[language]],
				'e.kml': [
					'<!DOCTYPE kml [<!ENTITY a "b">]><kml>&a;</kml>',
					{ en: 'XML with declarations', ar: 'فيه تصريحات' }[language]
				],
				'f.bin': ['\x01\x02\x03\x04\x05\x06', { en: 'neither text', ar: 'ليس نصًا' }[language]]
			} as const;
			for (const [name, [content, sentence]] of Object.entries(words)) {
				await choose(page, fileOf(Buffer.from(content, 'latin1'), name));
				const refused = page.locator('[data-reading="refused"]').filter({ hasText: name });
				await expect(refused).toContainText(sentence);
				await expect(news(page)).toContainText(name);
			}
			const all = page.locator('[data-reading="refused"]');
			await expect(all).toHaveCount(6);
			await all.first().getByRole('button').click();
			await expect(all).toHaveCount(5);
			await expect(cards(page)).toHaveCount(0);
		});

		const refused = page.locator('[data-reading="refused"]');
		for (let left = 5; left > 1; left--) await refused.first().getByRole('button').click();
		await expect(refused).toHaveCount(1);
		await choose(page, fileOf(`${sites}Far,120,36,Iran,x\n`));
		await kept(page);
		for (const summary of await page.locator('.notes summary, .add summary').all()) await summary.click();
		// Each size and each language has dark colours once: they do not depend on both.
		const inDark = sizes.filter((_, at) => at % 2 === (language === 'en' ? 0 : 1));
		for (const size of sizes)
			await test.step(`axe finds no fault on ${size.name}`, async () => {
				await page.setViewportSize(size);
				expect(await violations(page)).toEqual([]);
				if (inDark.includes(size)) {
					await page.emulateMedia({ colorScheme: 'dark' });
					expect(await violations(page, 'colours')).toEqual([]);
					await page.emulateMedia({ colorScheme: 'light' });
				}
				const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
				expect(wide).toBe(false);
			});
		await test.step('nor where an address is asked about', async () => {
			await page.goto(`${path === '/' ? '' : path}/fetch?data=https://example.org/sites.csv`);
			await hydrated(page);
			await page.emulateMedia({ colorScheme: 'dark' });
			for (const size of inDark) {
				await page.setViewportSize(size);
				expect(await violations(page)).toEqual([]);
			}
		});
	});
}

test('what is corrected, renamed and removed stays so', async ({ page }) => {
	await open(page);

	await test.step('swapped coordinates are offered to be swapped', async () => {
		await choose(page, fileOf('name,lat,lon\nA,120.5,36.2\nB,121.5,35.1\n'));
		const card = cards(page).first();
		await expect(card).toContainText('2 more rows would be on Earth');
		await card.getByRole('button', { name: 'Swap them' }).click();
		await expect(news(page)).toHaveText('Read again. sites.csv: 2 rows, of them on the map: 2.');
		await expect(card.getByRole('button', { name: 'Swap them' })).toHaveCount(0);
		await expect(cards(page)).toHaveCount(1);
	});

	await test.step('a sheet that says of no row where it is leads to the corrections', async () => {
		await choose(page, fileOf('what,first,second,who\nA,36.2,37.1,Russia\nB,35.1,36.7,Iran\n', 'plain.csv'));
		const card = cards(page).nth(1);
		await expect(card).toContainText('Nothing in this file says where its rows are');
		const apply = card.getByRole('button', { name: 'Read it again like this' });
		await expect(apply).toBeDisabled();
		await card.getByLabel('The place of a row is in').selectOption('two columns, latitude and longitude');
		await card
			.getByRole('combobox', { name: 'Latitude', exact: true })
			.selectOption({ label: 'first (36.2)' });
		await card
			.getByRole('combobox', { name: 'Longitude', exact: true })
			.selectOption({ label: 'second (37.1)' });
		await card.getByLabel('Colour and toggles by').selectOption({ label: 'who (Russia)' });
		await apply.click();
		await expect(news(page)).toHaveText('Read again. plain.csv: 2 rows, of them on the map: 2.');
		await expect(cards(page)).toHaveCount(2);
		await expect(card).not.toContainText('Nothing in this file says');
	});

	await expect(page.locator('[data-keeping="kept"]')).toHaveCount(2);
	const first = cards(page).first();
	await first.getByRole('button', { name: 'Rename' }).click();
	await page.keyboard.insertText('Renamed');
	await page.keyboard.press('Enter');
	await expect(first.getByRole('heading')).toHaveText('Renamed');

	await test.step('on another page it is as it was left', async () => {
		// At once: what was changed last is saved as the page is left.
		await open(page, '/sites/tanf');
		await expect(cards(page).getByRole('heading')).toHaveText(['Renamed', 'plain.csv']);
		const card = cards(page).nth(1);
		await expect(card).toContainText('Russia');
		await card.getByText('Correct how it is read').click();
		await expect(card.getByRole('combobox', { name: 'Latitude', exact: true })).toHaveValue('1');
		// From there it can be read otherwise again: the file is kept with it.
		await card.getByLabel('The first row names the columns').uncheck();
		await card.getByRole('button', { name: 'Read it again like this' }).click();
		await expect(news(page)).toContainText('Read again. plain.csv: 3 rows');
	});

	await test.step('what is removed is gone', async () => {
		await first.getByRole('button', { name: 'Remove' }).click();
		await first
			.getByRole('group', { name: /Renamed/ })
			.getByRole('button')
			.first()
			.click();
		await expect(cards(page)).toHaveCount(1);
		await open(page);
		await expect(cards(page).getByRole('heading')).toHaveText(['plain.csv']);
	});

	await test.step('what is doubtful is asked, and answered by keyboard', async () => {
		await choose(page, fileOf('name,x,y\nA,330000,4010000\nB,340000,4020000\n', 'metres.csv'));
		const card = cards(page).nth(1);
		await expect(card.locator('[data-asks-system]')).toContainText('does not say of which grid');
		await card.getByRole('button', { name: /UTM zone 37N .*36\.220, 37\.109/ }).press('Enter');
		await expect(news(page)).toHaveText('Read again. metres.csv: 2 rows, of them on the map: 2.');
		await expect(card.locator('[data-asks-system]')).toHaveCount(0);
		await expect(card.locator('[data-placed-by="names"]')).toContainText('because of the names');
		await card.getByText('What was noticed in the file').click();
		await expect(card.locator('[data-problem="converted"]')).toContainText('UTM zone 37N (EPSG:32637)');
	});
});

/** Has the browser's store fail everywhere: in pages, and in the workers that write tables to it. */
async function breakStore(page: Page, fault: () => void): Promise<void> {
	await page.addInitScript(fault);
	await page.route('**/workers/table.worker*.js', async (route) => {
		const response = await route.fetch();
		await route.fulfill({ response, body: `(${String(fault)})();\n${await response.text()}` });
	});
}

test('a browser that keeps nothing shows data all the same, and says so', async ({ page }) => {
	await breakStore(page, () => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
	});
	await open(page);
	await choose(page, fileOf(sites));
	await expect(cards(page)).toHaveCount(1);
	await expect(cards(page).first()).toContainText('Shown, but not kept');
	await open(page);
	await expect(door(page)).toHaveText('Your own data');
	// What holds the next file is fetched with the panel.
	await page.unrouteAll({ behavior: 'wait' });
});

test('a browser without room says that', async ({ page }) => {
	await breakStore(page, () => {
		IDBObjectStore.prototype.put = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
	});
	await open(page);
	await choose(page, fileOf(sites));
	await expect(cards(page).first()).toContainText('there is no room for it');
});

test('naughty strings as cells, as names of columns and of files are only text', async ({ page }) => {
	const reports: string[] = [];
	page.on('dialog', (dialog) => {
		reports.push(dialog.message());
		void dialog.dismiss();
	});
	await open(page);
	const armed = [
		'<img src=x onerror=window.ran=1>',
		'"><script>window.ran=1</script>',
		'javascript:window.ran=1'
	];
	const quoted = (text: string) => `"${text.toWellFormed().replaceAll('"', '""')}"`;
	const strings = [...armed, ...naughty.filter((text) => !text.includes('\0'))];
	// Every other row has a date, so that the column is one of dates.
	const rows = strings.flatMap((text) => [
		`${quoted(text)},36.2,37.1,${quoted(text)},${quoted(text)}`,
		'x,36.2,37.1,x,2015-09-24'
	]);
	await choose(page, fileOf([`name,lat,lon,${quoted(armed[0]!)},date`, ...rows].join('\n'), 'cells.csv'));
	await expect(cards(page)).toHaveCount(1);
	const card = cards(page).first();
	await card.getByText('What was noticed in the file').click();
	await expect(card.locator('[data-problem="unreadable-date"] q').first()).toHaveText(armed[0]!);
	await card.getByText('Correct how it is read').click();
	await expect(
		card.getByRole('combobox', { name: 'Name', exact: true }).locator('option').nth(4)
	).toContainText(armed[0]!.slice(0, 8));

	await drag(page, { file: { name: armed[0]!, text: '%PDF-' } }, 'drop');
	await expect(page.locator('[data-reading="refused"] .name')).toHaveText(armed[0]!);
	await drag(page, { file: { name: armed[1]!, text: 'a,b\n<b>,javascript:window.ran=1\n' } }, 'drop');
	await expect(cards(page)).toHaveCount(2);
	await expect(cards(page).nth(1).getByRole('heading')).toHaveText(armed[1]!);
	for (const [index, text] of naughty.entries())
		if (index % 60 === 0) await drag(page, { text: text.toWellFormed() }, 'drop');
	await expect(
		page.locator('[data-reading="waiting"], [data-reading="reading"], [data-reading="opening"]')
	).toHaveCount(0);
	expect(await page.evaluate(() => 'ran' in window)).toBe(false);
	expect(reports).toEqual([]);
});
