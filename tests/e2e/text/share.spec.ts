import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';
import { overprinted, sheetsOf } from '../support/paper';
import { reports } from '../support/records';

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the embedded map says what it would show, and all of the data is a link away', async ({ page }) => {
		await page.goto('/embed/sites/tanf');
		await expect(page.locator('blockquote')).toHaveText(/^\s*“.{20,}”\s*$/s);
		await expect(page.getByText('The map needs scripts.')).toBeVisible();

		await page.goto('/');
		const links = page.locator('footer.take a');
		expect(await links.count()).toBeGreaterThan(4);
		for (const link of await links.all()) {
			const address = (await link.getAttribute('href'))!;
			expect((await page.request.get(address)).status(), address).toBe(200);
		}
	});
});

test.describe('Share, and take the data', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
	const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

	async function download(page: Page, press: () => Promise<void>) {
		const waiting = page.waitForEvent('download');
		await press();
		const file = await waiting;
		return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
	}

	test('what is shown of an actor is linked, embedded and taken away', async ({ page, baseURL, watch }) => {
		let address = '';
		await page.goto('/?actors=united-states');
		await hydrated(page);

		await test.step('the link is copied, and the code of a map with its options', async () => {
			await page.getByText('Share', { exact: true }).click();
			await page.getByRole('button', { name: 'Copy link' }).click();
			await expect(page.getByText('The link is copied.')).toBeVisible();
			expect(await copied(page)).toBe(`${baseURL}?actors=united-states`);
			await page.getByLabel('Width').fill('500');
			await page.locator('details.share select').first().selectOption('dark');
			await page.getByRole('button', { name: 'Copy code' }).click();
			await expect(page.getByText('The code is copied.')).toBeVisible();
			const code = await copied(page);
			expect(code).toMatch(/^<iframe [^<>]*><\/iframe>$/);
			expect(code).toContain('width="500"');
			address = /src="([^"]*)"/.exec(code)![1]!.replaceAll('&amp;', '&');
			expect(address).toBe(`${baseURL}embed?actors=united-states&theme=dark`);
		});

		await page.getByText('Take the data', { exact: true }).click();

		await test.step('something slow shows itself, and can be stopped', async () => {
			await page.route('**/data/views.json', () => new Promise(() => {}));
			await page.getByRole('button', { name: 'KML' }).click();
			await expect(page.getByText('Writing KML …')).toBeVisible();
			await page.getByRole('button', { name: 'Stop' }).click();
			await expect(page.getByText('Stopped.')).toBeVisible();
		});

		await test.step('a failure is said', async () => {
			watch.allowed.push('503');
			await page.route('**/data/views.json', (route) => route.fulfill({ status: 503 }));
			await page.getByRole('button', { name: 'KML' }).click();
			await expect(page.getByText('The records can’t be had.')).toBeVisible();
			await page.unroute('**/data/views.json');
		});

		await test.step('the files have the reports of the actor and no others', async () => {
			const shown = page.getByRole('region', { name: /^What is shown/ });
			const take = (name: string) =>
				download(page, () => shown.getByRole('button', { name, exact: true }).click());
			const { features } = JSON.parse((await take('GeoJSON')).text);
			expect(features.length).toBeGreaterThan(0);
			expect(features.length).toBeLessThan(reports);
			for (const { properties } of features) expect(properties.actor_ids).toContain('united-states');
			await expect(shown.getByText(`${features.length} reports`)).toBeVisible();

			const sites = JSON.parse((await take('GeoJSON of sites')).text).features;
			const ids = new Set(
				features.map(({ properties }: { properties: { report: string } }) => properties.report)
			);
			for (const { properties } of sites) {
				for (const report of properties.reports) expect(ids.has(report)).toBe(true);
			}
			const csv = await take('CSV');
			expect(csv.text.charCodeAt(0)).toBe('r'.charCodeAt(0));
			const excel = await take('CSV for Excel');
			expect(excel.text.charCodeAt(0)).toBe(0xfeff);
			expect(excel.text.slice(1)).toBe(csv.text);
			expect((await take('KML')).text).toContain('<kml xmlns=');
			expect((await take('GPX')).text.match(/<wpt /g)).toHaveLength(sites.length);
			expect(JSON.parse((await take('Linked Places')).text).features).toHaveLength(sites.length);
		});

		await test.step('the code opens', async () => {
			expect((await page.goto(address))!.status()).toBe(200);
		});
	});
});

test.describe('on paper', () => {
	test.beforeEach(({ watch }) => {
		// The map is not on the sheet, and says that it has no room.
		watch.allowed.push('Map cannot fit within canvas');
	});

	const pages = ['/', '/reports/naija-on-point-2022-1', '/articles/iran-focus-2015', '/table', '/sites/tanf'];
	test('a page is black on white, without controls, and says where it is from', async ({ page, baseURL }) => {
		for (const path of pages)
			await test.step(path, async () => {
				await page.emulateMedia({ media: null });
				await page.goto(path);
				await hydrated(page);
				await page.evaluate(() => (document.documentElement.dataset.theme = 'dark'));
				await page.emulateMedia({ media: 'print' });
				for (const control of await page
					// What is folded of a report is printed in full.
					.locator('button:not(th button), select, .masthead nav, details:not([open], .details)')
					.all()) {
					await expect(control).toBeHidden();
				}
				const footer = page.locator('footer.print-only');
				await expect(footer).toContainText('Reported at the time');
				await expect(footer).toContainText(baseURL!.replace(/\/$/, '') + path);
				await expect(footer).toContainText(/version \d+\.\d+\.\d+, \d+ \w+ \d{4}/);
				expect(
					await page.evaluate(() => {
						const { color, backgroundColor } = getComputedStyle(document.body);
						return { color, backgroundColor };
					})
				).toEqual({ color: 'rgb(0, 0, 0)', backgroundColor: 'rgb(255, 255, 255)' });
				const sheets = await sheetsOf(page, 'A4');
				for (const [index, sheet] of sheets.entries()) {
					expect(sheet.text).toContain(`${index + 1} / ${sheets.length}`);
					expect(sheet.text).toContain(baseURL!.replace(/\/$/, '') + path);
					expect(overprinted(sheet)).toEqual([]);
				}
				// Words are cut where a font changes within them.
				const plain = (text: string) => text.replace(/\s+/g, '').toLowerCase();
				const printed = plain(sheets.map(({ text }) => text).join(''));
				for (const term of await page.locator('article .details dt').allTextContents())
					expect(printed, path).toContain(plain(term));
			});

		await test.step('a link that leads out says where to', async () => {
			const link = page.locator('a[rel~="external"]:not([href*=":~:text="])').first();
			const after = await link.evaluate((element) => getComputedStyle(element, '::after').content);
			expect(after).toContain((await link.getAttribute('href'))!);
		});

		await test.step('in Arabic it says so in Arabic', async () => {
			await page.goto('/ar/sites/tanf');
			const footer = page.locator('footer.print-only');
			await expect(footer).toContainText('كما ورد في حينه');
			await expect(footer).toContainText(`${baseURL}ar/sites/tanf`);
			await expect(footer).toContainText('الإصدار');
		});
	});
});

test('what changed names the version, with and without scripts', async ({ page }) => {
	await page.goto('/changes');
	await expect(page.getByRole('heading', { name: /^1\.0\.0/ })).toBeVisible();
	await expect(page.getByText('First release: 41 reports, 27 places.')).toBeVisible();
	const descriptor = await (await page.request.get('/data/datapackage.json')).json();
	const current = await page.locator('main p strong').first().innerText();
	expect(descriptor.version).toBe(current);
});
