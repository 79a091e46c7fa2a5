import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, hydrated, test } from '../support/fixture';
import { quietSite } from '../support/records';

const article = '/articles/naija-on-point-2022';

/** The passages of the article as a reader would copy them, which is not the whole text. */
async function passagesOf(page: Page): Promise<string> {
	return (await page.locator('.passages blockquote').allInnerTexts()).join('\n\n');
}

async function check(page: Page, text: string): Promise<void> {
	await page.getByLabel('Paste the text of the article').fill(text);
	await page.getByRole('button', { name: 'Check the quotes' }).click();
}

const statusOf = (page: Page) => page.locator('#check [role=status]');

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test.describe('what a site and a report show', () => {
	test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

	test('a contested site shows both sides, and what was checked', async ({ page }) => {
		await page.goto('/sites/hama-military-airport');
		await hydrated(page);

		await test.step('coordinates are copied in three forms', async () => {
			for (const [name, value] of [
				['Decimal degrees', '35.12° N, 36.71° E'],
				['Degrees, minutes, seconds', '35° 07′ N, 36° 43′ E'],
				['MGRS', '37S BU 91 88']
			] as const) {
				await page.getByRole('button', { name: `Copy: ${name}` }).click();
				await expect(page.getByRole('button', { name: `Copied: ${name}` })).toBeVisible();
				expect(await copied(page)).toBe(value);
			}
		});

		await test.step('other maps are opened as near as it is known, and pictures about the days of its reports', async () => {
			const elsewhere = page.locator('[data-open-in]').first();
			await elsewhere.getByText('Open in another map').click();
			await expect(elsewhere.getByRole('link', { name: /^OpenStreetMap/ })).toHaveAttribute(
				'href',
				/^https:\/\/www\.openstreetmap\.org\/#map=1[0-4]\/35\.11/
			);
			const pictures = elsewhere.getByRole('link', { name: /^Copernicus Browser, .*20\d\d/ });
			await expect(pictures.first()).toHaveAttribute('href', /fromTime=20\d\d-.*toTime=20\d\d-/);
			// A computer has no app for such an address.
			await expect(elsewhere.locator('[href^="geo:"]')).toBeHidden();
		});

		await test.step('both sides are shown, side by side where there is room', async () => {
			const contested = page.getByRole('region', { name: 'Contested' });
			await expect(contested).toContainText('what happened, when');
			const [reported, against] = [
				contested.locator('.column').filter({ hasText: 'What is reported' }),
				contested.locator('.column').filter({ hasText: 'What speaks against it' })
			];
			await expect(reported.locator('blockquote')).toContainText('Three Russian officers');
			await expect(reported.getByRole('link', { name: /Naija On Point/ })).toHaveAttribute(
				'href',
				'/reports/naija-on-point-2022-3'
			);
			await expect(against).toContainText('Nour News');

			// A reference is cited by its number, which shows it and leads to where it is printed.
			const cite = against.getByRole('link', { name: /^Reference \[\d+\]$/ }).first();
			const shown = against.locator('.cite').first().locator('.shown');
			await expect(shown).toBeHidden();
			await cite.hover();
			await expect(shown).toBeVisible();
			await expect(shown).toContainText('Nour News denial');
			await page.keyboard.press('Escape');
			await expect(shown).toBeHidden();
			await expect(page).toHaveURL(/\/sites\/hama-military-airport$/);
			await cite.focus();
			await expect(shown).toBeVisible();
			await expect(cite).toHaveAccessibleDescription(/Nour News denial/);
			await page.keyboard.press('Enter');
			await expect(page).toHaveURL(/#reference-/);
			const printed = page.getByRole('link', { name: /Nour News denial/ });
			await expect(printed).toHaveCount(1);
			await expect(printed).toBeInViewport();

			const wide = [await reported.boundingBox(), await against.boundingBox()];
			expect(wide[0]!.y).toBe(wide[1]!.y);
			expect(wide[0]!.x + wide[0]!.width).toBeLessThanOrEqual(wide[1]!.x + 1);
			await page.setViewportSize({ width: 390, height: 844 });
			await expect
				.poll(async () => (await against.boundingBox())!.y - (await reported.boundingBox())!.y)
				.toBeGreaterThan(100);
			await page.setViewportSize({ width: 1280, height: 720 });

			await expect(page.getByRole('group', { name: 'Actors in these reports' })).toBeVisible();
			// Those of the tools, which are sheets on a phone, go with the next look at the size of the window.
			await expect
				.poll(async () => {
					const order = await page.locator('main h2').allInnerTexts();
					return order.map((heading) => heading.split('\n')[0]!.trim());
				})
				.toEqual([
					'As reported',
					'Contested',
					'Where it comes from',
					'What is near',
					'Why is this here?',
					'References'
				]);
		});

		await test.step('a report says what was checked and leads to the check', async () => {
			const report = page.locator('article.report[id^="naija-on-point-2022"]').first();
			const details = report.locator('.details').first();
			await expect(details).not.toHaveAttribute('open');
			await details.locator('> summary').click();
			await report.getByText(/^✓ Quote checked against the full text on \d+ \w+ \d{4}$/).click();
			await expect(report).toContainText(/characters \d+–\d+ \(UTF-16 units\)/);
			await expect(report).toContainText(/SHA-256\s+[0-9a-f]{64}/);
			await expect(report).toContainText('npm run verify -- --texts DIR');
			await report.getByRole('link', { name: 'compare the quotes with your copy of the article' }).click();
			await expect(page).toHaveURL(new RegExp(`${article}#check$`));
			await expect(page.getByRole('heading', { name: 'Check the quotes yourself' })).toBeInViewport();
		});
	});

	test('a place that may be another leads to what is reported there and near it, and a quiet one to nothing', async ({
		page
	}) => {
		await test.step('what a reader opens before the scripts are there stays open', async () => {
			let letCome = () => {};
			const come = new Promise<void>((done) => (letCome = done));
			await page.route('**/_app/**/*.js', async (route) => {
				await come;
				await route.continue();
			});
			await page.goto('/sites/masyaf-facility', { waitUntil: 'commit' });
			const folds = ['The drawing as text', 'Cite this site'].map((heading) =>
				page.locator('details', { has: page.locator('summary', { hasText: heading }) }).last()
			);
			for (const fold of folds) await fold.locator('summary').click();
			letCome();
			await hydrated(page);
			for (const fold of folds) await expect(fold).toHaveAttribute('open');
			await page.unrouteAll({ behavior: 'wait' });
		});

		await test.step('origins are counted honestly, drawn, and read as text', async () => {
			const origins = page.getByRole('region', { name: 'Where it comes from' });
			await expect(origins).toContainText(/\d+ reports, \d+ origins, 1 of which also draws on another/);
			await expect(origins).toContainText(/\d+ independent origins?/);
			await expect(origins.getByRole('img', { name: /Drawing of the chains/ })).toBeVisible();
			expect(await origins.locator('svg rect').count()).toBeGreaterThanOrEqual(3);
			await expect(origins.getByRole('listitem').filter({ hasText: 'Ynet' }).first()).toHaveText(
				/Naija On Point\s*←\s*which has it from\sJNS\s*←\s*which has it from\sYnet/
			);
		});

		await test.step('what is reported of the other place is shown', async () => {
			const contested = page.getByRole('region', { name: 'Contested' });
			await contested.getByText('Where', { exact: true }).click();
			await expect(contested.getByText('What is reported of the other place')).toBeVisible();
			await contested.getByRole('link', { name: 'Alleged underground weapons store near Tartus' }).click();
			await expect(page).toHaveURL(/\/sites\/tartus-alleged-storehouse$/);
		});

		await test.step('what is near says what the sources allow, and counts what is certainly within a distance', async () => {
			const near = page.getByRole('region', { name: 'What is near' });
			await expect(near).toContainText('The sources allow anything between 0 and 26 km.');
			await expect(near).toContainText('The sources put it between 10 and 85 km away');
			await near.getByText('Within a distance').click();
			await expect(near.locator('dd').nth(1)).toHaveText(/^\d+ certainly: .* \d+ possibly: /);
			await expect(near.locator('dd').nth(2)).toHaveText(/^\d+ certainly: /);
			await near.getByText(/^All \d+ other sites/).click();
			await near.getByRole('link', { name: 'Tartus sea port' }).last().click();
			await expect(page).toHaveURL(/\/sites\/tartus-port$/);
			await expect(near.locator('dd').first()).toBeAttached();
		});

		await test.step('a quiet site has nothing against it', async () => {
			await page.goto(`/sites/${quietSite.id}`);
			await expect(page.getByRole('region', { name: 'Contested' })).toHaveCount(0);
		});
	});
});

test('the quotes of an article are checked by a reader', async ({ page, watch }) => {
	await page.goto(article);
	await hydrated(page);

	await test.step('with no text there is nothing to check', async () => {
		await page.getByRole('button', { name: 'Check the quotes' }).click();
		await expect(statusOf(page)).toHaveText(/There is no text yet/);
	});

	await test.step('every quote is found in a copy of the passages, and only the code that does it is asked for', async () => {
		// The map beside the words fetches its data in its own time; what follows is the check's alone.
		await expect(page.locator('[data-map="no-webgl"]')).toBeAttached();
		const sent: string[] = [];
		page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
		await check(page, await passagesOf(page));
		await expect(statusOf(page)).toHaveText('16 of 16 quotes found word for word.');
		await expect(page.locator('#check li[data-check=exact]')).toHaveCount(16);
		await expect(page.locator('#check')).toContainText('its SHA-256 is another');
		expect(sent.filter((one) => !/^GET \/_app\/immutable\//.test(one))).toEqual([]);
	});

	await test.step('a changed word, other typography, and a sentence that is not there are shown', async () => {
		const text = await passagesOf(page);
		const changed = text
			.replace('Three Russian officers', 'Four Russian officers')
			.replace('The Iranians have yet to comply with the Russian demand.', '')
			.replace('Another example: the recent', 'Another  example: the recent');
		expect(changed.length).toBeLessThan(text.length);
		await check(page, changed);
		await expect(statusOf(page)).toHaveText(
			'13 of 16 quotes found word for word, 1 but for spacing or typography, 1 with other words, 1 not found.'
		);
		await expect(statusOf(page)).toBeFocused();
		const other = page.locator('#check li').filter({ hasText: 'the words differ' });
		await expect(other.locator('del')).toContainText('Three');
		await expect(other.locator('ins')).toContainText('Four');
		await expect(page.locator('#check li[data-check=missing]')).toContainText('Not found');
		await expect(page.locator('#check li[data-check=missing]')).toContainText(
			'The Iranians have yet to comply'
		);
	});

	await test.step('a dropped file is taken', async () => {
		const transfer = await page.evaluateHandle(
			(text) => {
				const transfer = new DataTransfer();
				transfer.items.add(new File([text], 'copy.txt', { type: 'text/plain' }));
				return transfer;
			},
			await passagesOf(page)
		);
		await page.locator('#check form').dispatchEvent('drop', { dataTransfer: transfer });
		await expect(statusOf(page)).toHaveText('16 of 16 quotes found word for word.');
	});

	await test.step('what is no text and what is too much is told', async () => {
		const file = page.getByLabel('or drop or choose a file');
		const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]);
		await file.setInputFiles({ name: 'picture.txt', mimeType: 'text/plain', buffer: picture });
		await expect(statusOf(page)).toHaveText(/picture\.txt is not a text file/);
		await file.setInputFiles({ name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(5_000_001) });
		await expect(statusOf(page)).toHaveText('large.txt is larger than 5 MB.');
	});

	await test.step('how far it is in a long text is shown, and it stops', async () => {
		const buffer = Buffer.from(
			'Russia has demanded something else of other people in some other place. '.repeat(60_000)
		);
		await page
			.getByLabel('or drop or choose a file')
			.setInputFiles({ name: 'long.txt', mimeType: 'text/plain', buffer });
		await expect(statusOf(page)).toHaveText(/^Looking: \d+ of 16 quotes done\.$/);
		await expect(page.getByRole('progressbar')).toBeVisible();
		await page.getByRole('button', { name: 'Stop' }).click();
		await expect(statusOf(page)).toHaveText('Stopped.');
		await check(page, await passagesOf(page));
		await expect(statusOf(page)).toHaveText('16 of 16 quotes found word for word.');
	});

	await test.step('a page is read as its words and nothing of it is run', async () => {
		// The policy speaks up about the page that is read as well, though nothing of it would run anyway.
		watch.allowed.push('Content Security Policy');
		const words = await passagesOf(page);
		const escape = (text: string) =>
			text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
		const html = `<!doctype html><head><title>x</title><script>window.ran = true</script></head><body>
			<img src="/no-such-picture.png" onerror="window.ran = true"><style>p { color: red }</style>
			${words
				.split('\n\n')
				.map((part) => `<div><p>${escape(part).replace('Iranian', '<b>Iranian</b>')}</p></div>`)
				.join('')}</body>`;
		await page
			.getByLabel('or drop or choose a file')
			.setInputFiles({ name: 'saved.html', mimeType: 'text/html', buffer: Buffer.from(html) });
		await expect(statusOf(page)).toHaveText('16 of 16 quotes found word for word.');
		expect(await page.evaluate(() => 'ran' in window)).toBe(false);
	});
});

test('where the code of the check does not come, it says so', async ({ page, watch }) => {
	await page.goto(article);
	await hydrated(page);
	await expect(page.locator('[data-map="no-webgl"]')).toBeAttached();
	watch.allowed.push('Failed to load resource');
	await page.route('**/_app/immutable/**', (route) => route.abort());
	await check(page, 'A text.');
	await expect(statusOf(page)).toHaveText(/^The check broke off\./);
});

test.describe('a page that was changed on its way', () => {
	// Its policy knows the script that the hash is in.
	test.use({ bypassCSP: true });

	test('a text with the recorded SHA-256 is known as the very text', async ({ page }) => {
		const text = 'These are not the words of the article.';
		const hash = createHash('sha256').update(text).digest('hex');
		// The article itself is not ours to keep, so the page is given the hash of a text that is.
		await page.route(`**${article}`, async (route) => {
			const response = await route.fetch();
			const recorded = /SHA-256 <code[^>]*>([0-9a-f]{64})/.exec(await response.text())![1]!;
			await route.fulfill({ response, body: (await response.text()).replaceAll(recorded, hash) });
		});
		await page.goto(article);
		await hydrated(page);
		await check(page, text);
		await expect(page.locator('#check')).toContainText('This is the very text that was read');
		await expect(statusOf(page)).toHaveText('0 of 16 quotes found word for word, 16 not found.');
	});
});

test.describe('in Arabic', () => {
	test('the evidence and its check are in Arabic, and a quote stays as it is written', async ({ page }) => {
		await test.step('a report', async () => {
			await page.goto('/ar/reports/naija-on-point-2022-1');
			await hydrated(page);
			const origins = page.getByRole('region', { name: 'من أين جاء' });
			await expect(origins.getByRole('img', { name: /^رسم لسلاسل النقل/ })).toBeVisible();
			await expect(origins.locator('svg .kind').first()).toHaveText('مقال');
			const quote = page.locator('article.report blockquote').first();
			await expect(quote).toHaveAttribute('lang', 'en');
			expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
			await page.getByText('الاستشهاد بهذا التقرير').click();
			await expect(page.getByRole('button', { name: 'نسخ: استشهاد بصيغة' }).first()).toBeVisible();
			await expect(page.locator('.cite [data-format=txt] .name')).toHaveText('نص عادي');
		});

		await test.step('a difference is told in Arabic and the quote is still written its own way', async () => {
			await page.goto(`/ar${article}`);
			await hydrated(page);
			await page
				.locator('#check-text')
				.fill((await passagesOf(page)).replace('Three Russian', 'Four Russian'));
			await page.locator('#check [type=submit]').click();
			await expect(statusOf(page)).toHaveText('الاقتباسات التي وُجدت حرفيًا: ١٥ من ١٦، بكلمات أخرى: ١.');
			const quote = page.locator(
				'#check [data-check=fuzzy] blockquote, #check [data-check=by-context] blockquote'
			);
			await expect(quote).toContainText('في نصك فقط');
			expect(await quote.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
		});
	});
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('all of the evidence reads, and only what needs scripts is gone', async ({ page }) => {
		await page.goto('/sites/masyaf-facility');
		await expect(page.getByRole('region', { name: 'Contested' })).toContainText('What speaks against it');
		await expect(page.getByRole('img', { name: /Drawing of the chains/ })).toBeVisible();
		await page.getByText('Cite this site').click();
		await expect(page.getByRole('link', { name: 'Download citation as RIS' })).toBeVisible();
		await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
		await page.getByText(/^All \d+ other sites/).click();
		await expect(page.getByRole('region', { name: 'What is near' }).getByRole('link').last()).toBeVisible();
		await page.goto(`${article}#check`);
		await expect(page.getByText('npm run verify -- --texts DIR').first()).toBeVisible();
		await expect(page.getByRole('button', { name: 'Check the quotes' })).toHaveCount(0);
		const styled = await page.locator('main [style]').count();
		expect(styled).toBe(0);
	});
});
