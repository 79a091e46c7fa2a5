/** Cells that are made to do harm: of a hundred thousand letters, or with characters that nobody sees. */
import { expect, test } from '../support/fixture';
import { cards, choose, fileOf, news, open } from '../support/panel';

const long = 'x'.repeat(100_000);

test('cells that are made to do harm do none', async ({ page }) => {
	await open(page);

	await test.step('a long cell is cut, opened in steps, and never holds up the page', async () => {
		// Names of columns, names of rows, values to toggle, quotes and addresses.
		const rows = [
			`name,lat,lon,actor,quote,link,${long}`,
			`${long},36.2,37.1,${long},${long},https://example.org/${long},a`,
			`${long},,,Iran,${long},,b`
		];
		await choose(page, fileOf(rows.join('\n'), 'long.csv'));
		await expect(news(page)).toHaveText('long.csv: 2 rows, of them on the map: 1.');
		const card = cards(page).first();
		for (const summary of await card.locator('.notes summary').all()) await summary.click();
		await card.getByRole('button', { name: 'Table' }).click();
		const dialog = page.getByRole('dialog');
		await dialog.getByRole('row').nth(1).click();
		const details = dialog.locator('[data-own-row]');
		await expect(details.getByRole('heading')).toHaveText(`${'x'.repeat(200)}…`);
		const longest = () =>
			page.evaluate(() => {
				const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
				let most = 0;
				while (texts.nextNode()) {
					const { parentElement, nodeValue } = texts.currentNode;
					if (!parentElement!.closest('script, style')) most = Math.max(most, nodeValue!.length);
				}
				for (const element of document.querySelectorAll('[title], [aria-label], [alt]'))
					for (const name of ['title', 'aria-label', 'alt'])
						most = Math.max(most, element.getAttribute(name)?.length ?? 0);
				return most;
			});
		expect(await longest()).toBeLessThanOrEqual(1001);
		const quote = details.locator('dd.quote');
		await quote.getByRole('button', { name: 'Show 50,000 more of 99,000 characters' }).click();
		await quote.getByRole('button', { name: 'Show all (49,000 more characters)' }).click();
		await expect(quote.getByRole('button')).toHaveCount(0);
		// A line may break in it: without that a browser takes seconds to lay it out.
		expect(await longest()).toBeLessThanOrEqual(1001);
		await expect(quote).toHaveText(long);
		// Out of the row, and out of the table.
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		await expect(dialog).toHaveCount(0);
	});

	await test.step('what nobody sees in a cell, a column or the name of a file is marked, and turns nothing around', async () => {
		const text =
			'name,lat,lon,actor\u202e,quote\nAl\u200beppo \u202eyretsym,36.2,37.1,Ru\u00adssia,\u2067abc\n';
		await choose(page, fileOf(text, 'harm\u202efdp.csv'));
		const card = cards(page).nth(1);
		await expect(card.getByRole('heading')).toContainText('U+202E');
		await card.getByRole('searchbox', { name: /Search all fields/ }).fill('aleppo');
		await expect(card.getByRole('status').first()).toHaveText('1 row');
		await expect(card.getByRole('img', { name: 'Hidden character U+00AD SOFT HYPHEN' })).toBeVisible();
		await card.getByRole('button', { name: 'Table' }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog.getByRole('gridcell').first()).toContainText('Al⟨U+200B ZERO WIDTH SPACE⟩eppo');
		await dialog.getByRole('row').nth(1).click();
		const details = dialog.locator('[data-own-row]');
		await expect(details.getByRole('img', { name: /U\+202E RIGHT-TO-LEFT OVERRIDE/ }).first()).toBeVisible();
		await expect(details.locator('dd.quote').getByRole('img')).toHaveAccessibleName(/U\+2067/);
		expect(await page.locator('body').innerText()).not.toMatch(/[\u202e\u2067\u200b\u00ad]/);
	});

	await test.step('a description in HTML is plain text with its line ends and links', async () => {
		await page.keyboard.press('Escape');
		await page.keyboard.press('Escape');
		const description =
			'<b>Seen</b> in 2016.<br>More: <a href="https://example.org/more" onclick="x()">the report</a><script>x()</script>';
		const kml = `<kml><Placemark><name>A</name><description><![CDATA[${description}]]></description></Placemark></kml>`;
		await choose(page, fileOf(kml, 'html.kml'));
		await cards(page).nth(2).getByRole('button', { name: 'Table' }).click();
		await page.getByRole('dialog').getByRole('row').nth(1).click();
		const quote = page.getByRole('dialog').locator('dd.quote');
		await expect(quote).toContainText('Seen in 2016.\nMore: the report', { useInnerText: true });
		await expect(quote).not.toContainText('x()');
		await expect(quote.getByRole('link')).toHaveAttribute('href', 'https://example.org/more');
	});
});
