/**
 * What every site has to do, whatever its data set is about: `data` in playwright.config.ts says which one it was built from.
 */
import { violations } from '../support/axe';
import { coreOf } from '../support/core';
import { expect, hydrated, test } from '../support/fixture';

test.use({ viewport: { width: 1440, height: 900 } });

test('a site is found, opened and read, down to its words in the article', async ({ page, data }) => {
	const { site, report, sites } = coreOf(data);
	await page.goto('/');
	await hydrated(page);
	await expect(page.locator('main li .name')).toHaveCount(sites.length);
	await page.getByRole('combobox', { name: /Search/ }).fill(site.name);
	await expect(page.getByRole('group', { name: 'Sites' }).getByRole('option').first()).toContainText(
		site.name
	);
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(new RegExp(`/sites/${site.id}$`));
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.name);
	const card = page.locator(`article[id="${report.id}"]`);
	await expect(card.locator('blockquote').first()).toContainText(report.quote);
	await card.locator(`a[href$="/articles/${report.article}#${report.passage}"]`).last().click();
	await expect(page).toHaveURL(new RegExp(`/articles/${report.article}#${report.passage}$`));
	await expect(page.locator(`[id="${report.passage}"]`)).toContainText(report.quote);
});

test('the table is filtered by actor and by kind, and the address keeps it', async ({ page, data }) => {
	const { actor, kinds, reports } = coreOf(data);
	await page.goto('/table');
	await hydrated(page);
	await expect(page.locator('tbody tr')).toHaveCount(reports);
	await page.goto(`/table?actors=${actor.id}`);
	await hydrated(page);
	const rows = await page.locator('tbody tr').count();
	expect(rows).toBeGreaterThan(0);
	expect(rows).toBeLessThanOrEqual(actor.reports);
	await page.goto('/table');
	await hydrated(page);
	await expect(page.locator('tbody tr')).toHaveCount(reports);
	await page.getByText('Filters', { exact: true }).click();
	for (const { id, name } of kinds) {
		const kind = page.locator(`[data-value="places/${id}"]`);
		await expect(kind).toContainText(name);
		const count = Number(await kind.locator('.count').innerText());
		await kind.click();
		await expect(page).toHaveURL(new RegExp(`places=${id}$`));
		await expect(page.locator('tbody tr')).toHaveCount(count);
		await page.getByRole('button', { name: 'Clear all' }).click();
	}
});

test('every kind of page is for every reader, in each language', async ({ page, data }) => {
	const { site, report, languages, summaryInOther, publisher, links } = coreOf(data);
	const paths = [
		'/',
		`/sites/${site.id}`,
		'/table',
		`/articles/${report.article}`,
		`/reports/${report.id}`,
		'/unmapped',
		'/about'
	];
	for (const path of paths) {
		await page.goto(path);
		await hydrated(page);
		await expect(page.locator('[data-lazy]')).toHaveCount(0);
		await expect(page.locator('html')).toHaveAttribute('lang', languages.own);
		expect(await violations(page), path).toEqual([]);
	}
	await expect(page.getByRole('main')).toContainText(publisher.contact ?? publisher.name);
	for (const { name, url } of links)
		await expect(page.getByRole('contentinfo').getByRole('link', { name })).toHaveAttribute('href', url);
	if (!languages.other) return;
	await page.goto(`/${languages.other}/reports/${report.id}`);
	await hydrated(page);
	await expect(page.locator('html')).toHaveAttribute('lang', languages.other);
	await expect(page.getByRole('main')).toContainText(summaryInOther);
	expect(await violations(page)).toEqual([]);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('the table has every report, and each leads to its words', async ({ page, data }) => {
		const { reports, report } = coreOf(data);
		await page.goto('/table');
		await expect(page.locator('tbody tr')).toHaveCount(reports);
		await page.locator(`tbody a[href$="/reports/${report.id}"]`).click();
		await expect(page.locator('blockquote').first()).toContainText(report.quote);
	});
});

test.describe('kept', () => {
	test.use({ serviceWorkers: 'allow' });

	test('the site is read without a network after one visit', async ({ page, context, data }) => {
		const { site, report } = coreOf(data);
		await page.goto('/about');
		await expect(page.locator('[data-offline="kept"]')).toBeVisible({ timeout: 60_000 });
		await context.setOffline(true);
		await page.goto(`/sites/${site.id}`);
		await hydrated(page);
		await expect(page.locator('blockquote').first()).toContainText(report.quote);
	});
});
