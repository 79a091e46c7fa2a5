/**
 * Any one file of the site missing or broken: the words stay, the page says what is missing and keeps what it has.
 * The files are those that pages ask for: here one of each kind, in `npm run torture` all of them.
 */
import type { Page } from '@playwright/test';
import { expect, hydrated } from '../support/fixture';
import {
	exhaustive,
	filesOf,
	half,
	isForTheMap,
	messages,
	missing,
	namedBy,
	nameOf,
	noteTried,
	ofTheFault,
	oneOfEachKind,
	pageInstead,
	says,
	test,
	told,
	triesAll,
	type Answer,
	type Faults
} from '../support/faults';

test.use({ viewport: { width: 900, height: 500 } });

/** Has a file of a page fail whose map has no part in it, and checks what the page says. */
async function expectTold(
	page: Page,
	faults: Faults,
	path: string,
	file: string,
	kind: string,
	answer = missing
) {
	await faults.openWithout(path, file, answer);
	if (kind === 'stylesheet') await expect(told(page, says(path, 'missing_styles')), file).toBeVisible();
	else if (kind === 'font') await expect(told(page, says(path, 'missing_fonts')), file).toBeVisible();
	else if (file === '/map/still.svg')
		await expect(told(page, says(path, 'missing_picture')), file).toBeVisible();
	else if (kind === 'script' && file !== '/early.js')
		await expect(
			told(page, says(path, 'missing_scripts', 'later_failed', 'map_no_code')),
			file
		).toBeVisible();
	else {
		// Nothing that a reader would miss.
		await hydrated(page);
		await expect(page.locator('html')).toHaveClass('scripted');
		await expect(page.locator('[data-missing]:visible')).toHaveCount(0);
	}
	if (kind !== 'script') await expect(page.locator('html[data-hydrated]'), file).toBeAttached();
}

// Many pages are opened, one after the other.
const patience = triesAll ? 1_200_000 : 300_000;

const first = '/sites/masyaf-facility';
test('any file of a site’s page missing', exhaustive, async ({ page, watch, faults }) => {
	test.setTimeout(patience);
	watch.allowed.push(...ofTheFault);
	const all = (await filesOf(page, first)).filter(([file, kind]) => !isForTheMap(file, kind));
	expect(all.length).toBeGreaterThan(35);
	const files = await oneOfEachKind(page, first, all);
	expect(files.length).toBeGreaterThan(8);
	for (const [file, kind] of files) await expectTold(page, faults, first, file, kind);
	noteTried(first, files);
});

test('any file that only other pages have', exhaustive, async ({ page, watch, faults }) => {
	test.setTimeout(patience);
	watch.allowed.push(...ofTheFault);
	const known = new Set((await filesOf(page, first)).map(([file]) => file));
	for (const path of ['/ar/articles/naija-on-point-2022', '/table', '/ar/embed/sites/tanf']) {
		const others = (await filesOf(page, path)).filter(
			([file, kind]) => !known.has(file) && !isForTheMap(file, kind)
		);
		const files = await oneOfEachKind(page, path, others);
		expect(files.length).toBeGreaterThan(0);
		for (const [file, kind] of files) await expectTold(page, faults, path, file, kind);
		for (const [file] of others) known.add(file);
		noteTried(path, files);
		// One of a kind that the first page has as well, told in the language of this one.
		if (path.startsWith('/ar')) await expectTold(page, faults, path, '/palette.css', 'stylesheet');
	}
});

test('files that are cut off or are something else count as missing', async ({ page, watch, faults }) => {
	// Whatever it is that half a script makes no sense for.
	watch.allowed.push('uncaught', ...ofTheFault);
	const assets = '/_app/immutable/assets';
	const own = (await namedBy(page, first)).filter((path) => /\/(entry|nodes)\//.test(path));
	expect(own.length).toBeGreaterThan(3);
	for (const path of own) {
		const code = await (await page.request.get(path)).text();
		// One that only names another has no half.
		if (code.includes('(')) await expectTold(page, faults, first, nameOf(path), 'script', half);
	}
	await expectTold(page, faults, first, `${assets}/noto-sans-latin-400-normal`, 'font', half);
	await expectTold(page, faults, first, `${assets}/0.css`, 'stylesheet', pageInstead);
	// Half of the rules are still rules, which nobody can tell from all of them; the words don't depend on them.
	await faults.openWithout(first, `${assets}/0.css`, half);
	await hydrated(page);
});

test('a page whose scripts fail offers no control that would do nothing, and can be loaded again', async ({
	page,
	watch,
	faults
}) => {
	watch.allowed.push(...ofTheFault);
	await faults.openWithout('/ar/sites/tanf?actors=-iran#content', '/_app/immutable/entry/app.js');
	const line = page.locator('[data-missing="scripts"]');
	await expect(line).toHaveText(says('/ar', 'missing_scripts'));
	await expect(page.locator('main').getByRole('button')).toHaveCount(0);
	await expect(page.getByText(messages.ar!.map_without!)).toBeVisible();
	await faults.mend();
	await line.getByRole('link').click();
	await hydrated(page);
	await expect(page).toHaveURL(/\/ar\/sites\/tanf\?actors=-iran$/);
	await expect(page.locator('[data-missing]:visible')).toHaveCount(0);
});

test('a script that never comes is told after half a minute', async ({ page }) => {
	await page.clock.install();
	await page.route('**/entry/app.*.js', () => undefined);
	// The page begins to wait when it is read to its end.
	await page.goto('/about', { waitUntil: 'domcontentloaded' });
	const line = page.locator('[data-missing="scripts"]');
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(line).toBeHidden();
	await page.clock.fastForward(31_000);
	await expect(line).toBeVisible();
});

test('the reader’s choice of colours holds without the script that puts it there early', async ({
	page,
	watch,
	faults
}) => {
	watch.allowed.push(...ofTheFault);
	await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
	await faults.lose('/early.js');
	await page.goto('/about');
	await hydrated(page);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('a link within the site whose next page lacks', () => {
	/** Counts how often a page is loaded as a whole, so that a loop is seen. */
	function countLoads(page: Page): string[] {
		const loads: string[] = [];
		page.on('request', (request) => {
			if (request.isNavigationRequest()) loads.push(new URL(request.url()).pathname);
		});
		return loads;
	}

	test('its data, or a script, loads that page as a whole, where the words are', async ({
		page,
		watch,
		faults
	}) => {
		watch.allowed.push(...ofTheFault);
		const loads = countLoads(page);
		const follow = async () => {
			await page.getByRole('link', { name: 'Articles', exact: true }).click();
			await expect(page).toHaveURL(/\/articles$/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(says('/', 'articles_heading'));
		};
		for (const [what, answer] of [
			['its data', missing],
			['half of its data', half],
			['its data, with a page in its place', pageInstead]
		] as [string, Answer][])
			await test.step(what, async () => {
				await faults.lose('/articles/__data.json', answer);
				await page.goto('/about');
				await hydrated(page);
				loads.splice(0);
				await follow();
				await hydrated(page);
				expect(loads).toEqual(['/articles']);
			});

		await test.step('a script', async () => {
			const own = new Set(await namedBy(page, '/about'));
			const [script] = (await namedBy(page, '/articles')).filter(
				(path) => path.includes('/nodes/') && !own.has(path)
			);
			await faults.mend();
			await page.goto('/about');
			await hydrated(page);
			loads.splice(0);
			await faults.lose(nameOf(script!));
			await follow();
			await expect(page.locator('[data-missing="scripts"]')).toBeVisible();
			expect(loads).toEqual(['/articles']);
		});
	});

	test('the code of its evidence loads that page as a whole, where the words are', async ({
		page,
		watch
	}) => {
		watch.allowed.push(...ofTheFault);
		const loads = countLoads(page);
		await page.goto('/reports/naija-on-point-2022-1');
		await hydrated(page);
		await page.route('**/*.js', async (route) => {
			const response = await route.fetch();
			const isEvidence = (await response.text()).includes('reports-heading');
			await route.fulfill(isEvidence ? { status: 404 } : { response });
		});
		const link = page.locator('main a[href^="/sites/"]').first();
		const path = (await link.getAttribute('href'))!;
		await link.click();
		await expect(page.locator('[data-hydrate="failed"]')).toContainText(says('/', 'later_failed'));
		await expect(page.locator('blockquote').first()).toBeVisible();
		await expect(page).toHaveURL(path);
		expect(loads).toEqual(['/reports/naija-on-point-2022-1', path]);
		await page.unrouteAll({ behavior: 'wait' });
	});
});

test('what the reader asks for and cannot be had is told where they asked for it', async ({
	page,
	watch
}) => {
	watch.allowed.push(...ofTheFault);
	await page.route(/search\.json|places\.json|views\.json|check\.worker/, (route) =>
		route.fulfill({ status: 404 })
	);

	// An address with words to find, before anybody typed.
	await page.goto('/table?q=airport');
	await expect(told(page, says('/', 'search_failed'))).toBeVisible();
	await expect(page.locator('tbody tr').first()).toBeVisible();

	await page.goto('/?actors=-iran');
	await hydrated(page);
	await page.getByRole('combobox', { name: says('/', 'search_label') }).fill('Tartus');
	await expect(told(page, says('/', 'search_failed'))).toBeVisible();
	await page.getByRole('button', { name: messages.en!.measure! }).click();
	await expect(told(page, says('/', 'measure_failed'))).toBeVisible();
	await page.getByText(messages.en!.export!, { exact: true }).click();
	await page.getByRole('button', { name: 'KML' }).first().click();
	await expect(told(page, says('/', 'export_failed'))).toBeVisible();

	await page.goto('/ar/articles/naija-on-point-2022');
	await hydrated(page);
	await page.locator('#check-text').fill('words');
	await page.locator('#check').getByRole('button').first().click();
	await expect(told(page, says('/ar', 'check_broke_off'))).toBeVisible();
});
