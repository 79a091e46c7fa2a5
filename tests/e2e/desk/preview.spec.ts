/** A draft among the published records, without a map: the words, the table, the files, and what keeps it from there. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import { draft, draftId, keep, onMap, quote } from '../support/draft';
import { expect, hydrated, test } from '../support/fixture';
import { foreignRuns } from '../support/foreign';
import { reports, sites } from '../support/records';

async function open(page: Page, address: string) {
	await page.goto(address);
	await hydrated(page);
	await expect(page.locator('[data-lazy]')).toHaveCount(0);
}

const panel = (page: Page) => page.locator('main.panel');

test('what readers would see of it is there, and says each time that it is a draft', async ({ page }) => {
	await keep(page);
	// The way there and back is the desk's.
	await page.goto(`/desk?open=${draftId}`);
	await page.getByRole('link', { name: 'Show on the map' }).click();
	await expect(page).toHaveURL(/\/desk\/map#/);
	await hydrated(page);
	await expect(panel(page).getByText('Accepted reports that are shown: 2 of 3.')).toBeVisible();
	await panel(page).getByText('Still to be mended (1)').click();
	await expect(panel(page).getByText('Iran was there')).toBeVisible();

	// The still picture, the list, the timeline and the search.
	const mark = page.locator('.still [data-still="mudville"]');
	await expect(mark.locator('.draft')).toHaveText('draft');
	await expect(mark.locator('a')).toHaveAttribute('href', onMap('mudville'));
	await expect(page.getByText(`${sites + 1} of ${sites + 1} shown`)).toBeVisible();
	const listed = page.locator('section[aria-labelledby="sites-heading"] li').filter({ hasText: 'Mudville' });
	await expect(listed).toContainText('draft');
	await page.locator('.time').getByRole('button', { name: 'Sites' }).click();
	await expect(page.locator('.time').getByText('Mudville (draft)')).toBeVisible();
	await page.getByRole('combobox').first().fill('mudville');
	await expect(page.getByRole('option').filter({ hasText: 'Mudville' }).first()).toContainText('draft');
	await page.getByRole('combobox').first().press('Escape');

	await test.step('the table and the files have it with all others, and its mark', async () => {
		await panel(page).getByRole('button', { name: 'All reports' }).click();
		const dialog = page.getByRole('dialog');
		await expect(dialog.locator('tbody tr')).toHaveCount(reports + 2);
		await expect(dialog.locator('tbody tr').filter({ hasText: quote })).toContainText('draft');
		expect(await violations(page)).toEqual([]);
		await dialog.getByRole('link', { name: 'Mudville' }).click();
		await expect(dialog).toBeHidden();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mudville');

		await page.getByText('Take the data', { exact: true }).click();
		const all = page.getByRole('region', { name: /^Everything/ });
		// What was published is not offered here, nor what only an address could lead to.
		await expect(all.getByRole('link')).toHaveCount(0);
		await page.getByText('Share', { exact: true }).click();
		await expect(page.getByRole('button', { name: 'Copy link' })).toHaveCount(0);
		const take = async (name: string) => {
			const [file] = await Promise.all([
				page.waitForEvent('download'),
				all.getByRole('button', { name, exact: true }).click()
			]);
			return readFileSync(await file.path(), 'utf8');
		};
		const { features } = JSON.parse(await take('GeoJSON')) as {
			features: { id: string; properties: { draft: boolean } }[];
		};
		expect(features).toHaveLength(reports + 2);
		expect(features.filter(({ properties }) => properties.draft).map(({ id }) => id)).toEqual([
			'made-up-2021-1',
			'made-up-2021-2'
		]);
		expect(await take('CSV')).toContain(quote);
		expect(await take('KML')).toContain('Mudville');
	});

	await panel(page).getByRole('link', { name: 'All sites' }).click();
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Mudville');

	// The panel of a site of its own, and of one of ours that it adds to; filters are kept on the way.
	await listed.getByRole('link').click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mudville');
	await expect(panel(page).locator('blockquote mark')).toHaveText(quote);
	await expect(panel(page).getByText('A draft: only articles that are not finished yet')).toBeVisible();
	const card = panel(page).locator('article.report');
	await expect(card.locator('.badge')).toHaveText('draft');
	await expect(card.getByRole('link', { name: /The Made-up Courier/ })).toHaveAttribute(
		'href',
		`/desk?open=${draftId}`
	);
	expect(await violations(page)).toEqual([]);
	await page.goto(onMap('tanf', '/desk/map?actors=united-states'));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('Al-Tanf garrison');
	await expect(panel(page).getByText('A draft: only')).toHaveCount(0);
	const added = panel(page).locator('article.report').filter({ hasText: 'American soldiers came to Tanf' });
	await expect(added.locator('.badge')).toHaveText('draft');
	await panel(page).getByRole('link', { name: 'All sites' }).click();
	await expect(page).toHaveURL(/actors=united-states#[0-9a-f-]+\/$/);
	await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Al-Tanf garrison');

	// The skip link is one within the page, which still shows the draft.
	await page.locator('a.skip').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`#${draftId}/$`));
	await expect(page.locator('#content')).toBeFocused();

	await panel(page).getByRole('link', { name: 'Back to the desk' }).click();
	await expect(page.locator('.bench')).toBeVisible();
});

test.describe('in Arabic, on a phone', () => {
	test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme: 'dark' });

	test('it says so in Arabic', async ({ page }) => {
		await keep(page);
		await open(page, onMap('', '/ar/desk/map'));
		const listed = page
			.locator('section[aria-labelledby="sites-heading"] li')
			.filter({ hasText: 'مدينة الطين' });
		await expect(listed).toContainText('مسوّدة');
		expect((await foreignRuns(page)).runs.filter((words) => !words.includes('made-up'))).toEqual([]);
		expect(await violations(page)).toEqual([]);
		await listed.getByRole('link').tap();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('مدينة الطين');
		await expect(panel(page).locator('blockquote mark')).toHaveText(quote);
		expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
			0
		);
	});
});

test('where there is nothing to show, it is said', async ({ page, watch }) => {
	// Another browser has it, or nobody.
	await open(page, onMap());
	await expect(page.getByText('This browser has no such draft.')).toBeVisible();
	await expect(page.getByRole('link', { name: 'To the desk' })).toBeVisible();
	expect(await violations(page)).toEqual([]);

	// Nothing is accepted yet: ours alone.
	const open_ = draft.reports.map((report) => ({ ...report, decision: 'open' as const }));
	await keep(page, { ...draft, reports: open_ });
	await open(page, onMap());
	await expect(panel(page).getByText('Nothing is accepted yet.')).toBeVisible();
	await expect(page.getByText(`${sites} of ${sites} shown`)).toBeVisible();

	watch.allowed.push('Failed to load resource');
	await page.route('**/desk/geodata.json', (route) => route.fulfill({ status: 503 }));
	await page.reload();
	await expect(page.getByText('What the map is made of could not be had.')).toBeVisible();
	await page.unroute('**/desk/geodata.json');
	await page.getByRole('button', { name: /again/i }).first().click();
	await expect(panel(page).getByText('Nothing is accepted yet.')).toBeVisible();
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the page says what it would take', async ({ page }) => {
		await page.goto('/desk/map');
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('A draft on the map');
		await expect(page.getByText('The desk needs JavaScript.')).toBeVisible();
	});
});
