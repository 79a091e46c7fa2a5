/** What a reader of the second language of a data set does: the same as the readers of Arabic, whose tests are in `text/arabic`. */
import { violations } from '../support/axe';
import { coreOf } from '../support/core';
import { expect, hydrated, test } from '../support/fixture';
import { untranslatedRuns } from '../support/foreign';

/** Every test looks at a second language, and there may be none. */
test.beforeEach(({ data }) => test.skip(!coreOf(data).second, 'a data set of one language'));
const secondOf = (data: string) => coreOf(data).second!;

test('the front page is in its language, and so is all that it leads to', async ({ page, data }) => {
	const { tag, says, site, sites, actor } = secondOf(data);
	await page.goto(`/${tag}`);
	await hydrated(page);
	await test.step('the search answers with its names to words in either language', async () => {
		const search = page.getByRole('combobox', { name: says('search_label') });
		for (const words of [site.ownName, site.name]) {
			await search.fill(words);
			const found = page.getByRole('group', { name: says('sites') });
			await expect(found.getByRole('option').first()).toContainText(site.name);
		}
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(new RegExp(`/${tag}/sites/${site.id}$`));
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.name);
	});
	await page.getByRole('link', { name: says('back_to_sites') }).click();
	await expect(page).toHaveURL(new RegExp(`/${tag}$`));
	const names = page.locator('main li .name');
	await expect(names).toHaveCount(sites.length);
	const listed = await names.allInnerTexts();
	expect(listed).toEqual(listed.toSorted((a, b) => a.localeCompare(b, tag)));
	// Where there is no other actor, one alone is no filter.
	const filter = actor.isOneOfMany ? `[?]actors=${actor.id}` : '';
	await page.goto(`/${tag}?actors=${actor.id}`);
	await hydrated(page);
	await expect(page.locator('main').getByRole('status').filter({ hasText: /./ }).first()).toHaveText(
		says('home_shown', { n: await names.count(), all: sites.length })
	);
	await names.first().click();
	await expect(page).toHaveURL(new RegExp(`/${tag}/sites/[^?]+${filter}$`));
	await page.getByRole('link', { name: says('back_to_sites') }).click();
	await expect(page).toHaveURL(new RegExp(`/${tag}${filter}$`));
});

test('in a tour the arrow of reading goes on, and the step is told', async ({ page, data }) => {
	const { tag, says, tour, direction } = secondOf(data);
	const all = tour.steps;
	await page.goto(`/${tag}/tour/${tour.article}`);
	await hydrated(page);
	await expect(page.getByText(says('tour_progress', { n: 1, all }))).toBeVisible();
	await page.keyboard.press(direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight');
	await expect(page).toHaveURL(new RegExp(`/${tag}/tour/${tour.article}/2$`));
	await expect(page.locator('main').getByRole('status').filter({ hasText: /./ })).toHaveText(
		says('tour_told', { n: 2, all, heading: await page.getByRole('heading', { level: 1 }).innerText() })
	);
});

test('what is said in its pages is said in its language: all pages as they are sent', async ({
	page,
	data
}) => {
	const { tag, foreign } = secondOf(data);
	await page.goto(`/${tag}/about`);
	const read = new Set<string>();
	const found: string[] = [];
	const root = new URL(page.url()).pathname.replace(/\/about$/, '');
	let next = [root];
	while (next.length > 0) {
		const { runs, links } = await untranslatedRuns(page, next, tag, foreign);
		found.push(...runs);
		for (const path of next) read.add(path);
		const paths = links.map((link) => new URL(link, page.url())).map(({ pathname }) => pathname);
		next = [...new Set(paths)].filter(
			(path) => (path === root || path.startsWith(`${root}/`)) && !read.has(path)
		);
	}
	expect(found).toEqual([]);
	// All sites, reports, articles and steps of tours lead to each other.
	expect(read.size).toBeGreaterThan(coreOf(data).reports + coreOf(data).sites.length);
});

test('what the records say is in its language, the words of articles are not', async ({ page, data }) => {
	const { languages, report, summaryInOther, site } = coreOf(data);
	const { tag } = secondOf(data);
	await page.goto(`/${tag}/reports/${report.id}`);
	await expect(page.getByRole('article').locator('.summary')).toHaveText(summaryInOther);
	const quote = page.locator('blockquote').first();
	await expect(quote).toHaveAttribute('lang', languages.own);
	await expect(quote).toContainText(report.quote);
	await page.goto(`/${tag}/sites/${site.id}`);
	await expect(page.locator(`article[id="${report.id}"] blockquote`).first()).toContainText(report.quote);
});

test('every page is in its language, for every reader, and names itself in each language', async ({
	page,
	data
}) => {
	const { languages, report, site } = coreOf(data);
	const { tag, direction, foreign, tour } = secondOf(data);
	const kinds = [
		'',
		`/sites/${site.id}`,
		`/tour/${tour.article}/2`,
		'/tour',
		'/table',
		'/articles',
		`/articles/${report.article}`,
		`/reports/${report.id}`,
		'/unmapped',
		'/about',
		'/changes',
		'/fetch',
		'/desk',
		'/embed',
		`/embed/sites/${site.id}`,
		'/data',
		'/sites'
	];
	const sizes = [
		{ width: 390, height: 844 },
		{ width: 1440, height: 900 }
	];
	for (const [at, path] of kinds.entries()) {
		await page.setViewportSize(sizes[at % 2]!);
		await page.emulateMedia({ colorScheme: Math.floor(at / 2) % 2 ? 'dark' : 'light' });
		const html = await (await page.goto(`/${tag}${path}`))!.text();
		await hydrated(page);
		await expect(page.locator('[data-lazy]')).toHaveCount(0);
		const root = page.locator('html');
		await expect(root).toHaveAttribute('lang', tag);
		await expect(root).toHaveAttribute('dir', direction);
		expect((await untranslatedRuns(page, [], tag, foreign)).runs, path).toEqual([]);
		expect(
			await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
			path
		).toBeLessThanOrEqual(0);
		expect(await violations(page), path).toEqual([]);
		const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
		const base = new URL(page.url()).pathname.replace(new RegExp(`/${tag}${path}$`), '');
		expect(
			alternates.slice(0, 2).map(([, name, address]) => [name, new URL(address!, 'http://x').pathname])
		).toEqual([
			[languages.own, base + (path || '/')],
			[tag, `${base}/${tag}${path}`]
		]);
	}
});

test('an embedded map has its language in its path, and an old address leads there', async ({
	page,
	data
}) => {
	const { tag, says, site, actor } = secondOf(data);
	await page.goto(`/embed/sites/${site.id}?actors=${actor.id}&lang=${tag}&theme=dark`);
	await expect(page).toHaveURL(new RegExp(`/${tag}/embed/sites/${site.id}[?]actors=${actor.id}&theme=dark$`));
	await hydrated(page);
	await expect(page.locator('html')).toHaveAttribute('lang', tag);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(site.name);
	await page.getByRole('link', { name: says('all_sites') }).click();
	await expect(page).toHaveURL(new RegExp(`/${tag}/embed[?]actors=${actor.id}&theme=dark$`));
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('an unknown address says so in it too, with ways on', async ({ page, data, watch }) => {
			const { tag, says } = secondOf(data);
			watch.allowed.push('404');
			expect((await page.goto(`/${tag}/nowhere`))!.status()).toBe(404);
			await expect(page.getByRole('heading', { name: says('not_found_heading') })).toBeVisible();
			await page.getByRole('link', { name: says('not_found_table') }).click();
			await expect(page).toHaveURL(new RegExp(`/${tag}/table$`));
			await expect(page.locator('html')).toHaveAttribute('lang', tag);
		});
	});
}
