/** What a reader of Arabic does with the map, the tours and the embedded map; what every page has is in `matrix`. */
import { expect, hydrated, test } from '../support/fixture';
import { foreignRuns } from '../support/foreign';
import { inLanguage, languages, pages } from '../support/pages';
import { sites } from '../support/records';

test('the front page is in Arabic, in its alphabet, and so is all that it leads to', async ({ page }) => {
	await page.goto('/ar');
	await hydrated(page);

	await test.step('the search answers with Arabic names to words in either language', async () => {
		const search = page.getByRole('combobox', { name: /البحث/ });
		for (const words of ['tanf', 'التنف']) {
			await search.fill(words);
			const sites = page.getByRole('group', { name: 'المواقع' });
			await expect(sites.getByRole('option').first()).toContainText('قاعدة التنف');
		}
		const quotes = page.getByRole('group', { name: 'كلمات المقالات' });
		await search.fill('Hezbollah');
		await expect(quotes.locator('.quote').first()).toHaveAttribute('lang', 'en');
		await search.fill('التنف');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/ar\/sites\/tanf$/);
	});

	await page.getByRole('link', { name: 'كل المواقع' }).click();
	await expect(page).toHaveURL(/\/ar$/);
	const names = page.locator('main li .name');
	await expect(names).toHaveCount(sites);
	const listed = await names.allInnerTexts();
	expect(listed).toEqual(listed.toSorted((a, b) => a.localeCompare(b, 'ar')));
	await page.getByText('تصفية', { exact: true }).click();
	await page.getByLabel('ما هو محل خلاف فقط').check();
	await expect(page).toHaveURL(/\/ar\?contested=1$/);
	await expect(page.locator('main').getByRole('status').filter({ hasText: /./ }).first()).toHaveText(
		new RegExp(`^المعروض [٠-٩]+ من ${sites.toLocaleString('ar-EG')}$`)
	);
	await page
		.locator('main')
		.getByRole('link', { name: /^مطار حماة العسكري/ })
		.click();
	await expect(page).toHaveURL(/\/ar\/sites\/hama-military-airport\?contested=1$/);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('مطار حماة العسكري');
	await expect(page.getByText('Hama Military Airport', { exact: true })).toHaveAttribute('dir', 'ltr');
	await page.getByRole('link', { name: 'كل المواقع' }).click();
	await expect(page).toHaveURL(/\/ar\?contested=1$/);
});

test('in a tour the left arrow goes on, and the step is told in Arabic', async ({ page }) => {
	await page.goto('/ar/tour/naija-on-point-2022');
	await hydrated(page);
	await expect(page.getByText('١ من ٩', { exact: true })).toBeVisible();
	await page.keyboard.press('ArrowLeft');
	await expect(page).toHaveURL(/\/ar\/tour\/naija-on-point-2022\/2$/);
	await expect(page.locator('main').getByRole('status').filter({ hasText: /./ })).toContainText(
		'الخطوة ٢ من ٩: مطار حماة العسكري'
	);
});

test('what is said in Arabic pages is said in Arabic: all pages as they are sent', async ({ page }) => {
	await page.goto('/ar/about');
	const read = new Set<string>();
	const found: string[] = [];
	let next = ['/ar'];
	while (next.length > 0) {
		const { runs, links } = await foreignRuns(page, next);
		found.push(...runs);
		for (const path of next) read.add(path);
		const paths = links
			.map((link) => new URL(link, page.url()))
			.filter(({ origin }) => origin === new URL(page.url()).origin);
		next = [...new Set(paths.map(({ pathname }) => pathname))].filter(
			(path) => /^\/ar(\/|$)/.test(path) && !read.has(path)
		);
	}
	expect(found).toEqual([]);
	// All sites, reports, articles and steps of tours lead to each other.
	expect(read.size).toBeGreaterThan(100);
});

test('what the records say is in Arabic, the words of articles are not', async ({ page }) => {
	await page.goto('/ar/reports/crystal-eyes-2019-2');
	await expect(page.getByRole('article').locator('.summary')).toHaveText(
		'ورد أن القادة العسكريين لإيران وسوريا والعراق اجتمعوا في دمشق.'
	);
	await expect(page.getByText('لم يُذكر مكان الانعقاد في المدينة.')).toBeVisible();
	const quote = page.locator('blockquote').first();
	await expect(quote).toHaveAttribute('lang', 'en');
	await expect(quote).toContainText('Damascus');
	const stated = page.getByText('On Monday', { exact: true });
	await expect(stated).toHaveAttribute('lang', 'en');
	await page.goto('/reports/crystal-eyes-2019-2');
	await expect(page.getByText('No venue in the city is given.')).toBeVisible();
});

test('every page names itself in each language', async ({ request }) => {
	for (const path of pages) {
		for (const language of languages) {
			const html = await (await request.get(inLanguage(path, language))).text();
			const alternates = [...html.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
			expect(alternates.map(([, tag, address]) => [tag, new URL(address!, 'http://x').pathname])).toEqual([
				['en', inLanguage(path, 'en')],
				['ar', inLanguage(path, 'ar')],
				['x-default', inLanguage(path, 'en')]
			]);
		}
	}
});

test('an embedded map has its language in its path, and an old address leads there', async ({ page }) => {
	await page.goto('/embed/sites/tanf?actors=united-states&lang=ar&theme=dark');
	await expect(page).toHaveURL(/\/ar\/embed\/sites\/tanf\?actors=united-states&theme=dark$/);
	await hydrated(page);
	await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('قاعدة التنف');
	await page.getByRole('link', { name: 'كل المواقع' }).click();
	await expect(page).toHaveURL(/\/ar\/embed\?actors=united-states&theme=dark$/);
	await page.getByRole('link', { name: 'English' }).click();
	await expect(page).toHaveURL(/\/embed\?actors=united-states&theme=dark$/);
	await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

for (const javaScriptEnabled of [true, false]) {
	test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
		test.use({ javaScriptEnabled });

		test('an unknown address says so in both languages, each with its own ways on', async ({
			page,
			watch
		}) => {
			watch.allowed.push('404');
			for (const path of ['/nowhere', '/ar/nowhere']) {
				expect((await page.goto(path))!.status(), path).toBe(404);
				await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
				await expect(page.getByRole('heading', { name: 'لا شيء في هذا العنوان' })).toBeVisible();
			}
			await page.getByRole('link', { name: 'كل التقارير في جدول' }).click();
			await expect(page).toHaveURL(/\/ar\/table$/);
			await expect(page.locator('html')).toHaveAttribute('lang', 'ar');
		});
	});
}
