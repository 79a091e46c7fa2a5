/**
 * Any one file of the site missing or broken: the words stay, the page says what is missing and keeps what it has.
 * The files are those that pages ask for, one after the other.
 */
import { readFileSync } from 'node:fs';
import type { Locator, Page, Request, Route } from '@playwright/test';
import { violations } from '../support/axe';
import { expect, hydrated, refuseWebgl, test } from '../support/fixture';

test.describe.configure({ mode: 'parallel' });
// Small, since the map is drawn in software, and often.
test.use({ viewport: { width: 900, height: 500 } });

const messages: Record<string, Record<string, string>> = Object.fromEntries(
	['en', 'ar'].map((tag) => [tag, JSON.parse(readFileSync(`messages/${tag}.json`, 'utf8'))])
);

/** A message in the language of a page, with anything in place of what is filled in. */
function says(path: string, ...keys: string[]): RegExp {
	const language = path.startsWith('/ar') ? 'ar' : 'en';
	const texts = keys.map((key) =>
		messages[language]![key]!.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '.+')
	);
	return new RegExp(texts.join('|'));
}

/** What the console says of the fault itself; anything else fails a test. */
const ofTheFault = [
	'Failed to load resource',
	'uncaught: Failed to fetch dynamically imported module',
	'Ignoring the font face',
	'Failed to decode downloaded font',
	'OTS parsing error'
];

type Answer = (route: Route) => Promise<void>;

const missing: Answer = (route) =>
	route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Not found</h1>' });

/** Half of the file, as a connection that broke off leaves it where nobody counts. */
const half: Answer = async (route) => {
	const response = await route.fetch();
	const body = await response.body();
	await route.fulfill({ response, body: body.subarray(0, body.length / 2) });
};

/** Without its hash, and a font without its format, of which the browser takes the first that it can have. */
const nameOf = (path: string) => path.replace(/\.[\w-]{8}(\.\w+)$/, '$1').replace(/\.woff2?$/, '');

/** The files that a page asks for until its map is ready: the name of each and the kind of its request. */
async function filesOf(page: Page, path: string): Promise<[name: string, kind: string][]> {
	const files = new Map<string, string>();
	const note = (request: Request) => {
		if (request.isNavigationRequest() || /^(data|blob):/.test(request.url())) return;
		files.set(nameOf(new URL(request.url()).pathname), request.resourceType());
	};
	page.on('request', note);
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.goto(path);
	await hydrated(page);
	await page.evaluate(() => document.fonts.ready);
	await expect(page.locator('[data-map="loading"]')).toHaveCount(0, { timeout: 60_000 });
	await page.waitForLoadState('networkidle');
	page.off('request', note);
	return [...files];
}

/** Opens a page while a file of it fails, and checks that its words are there all the same. */
async function openWithout(page: Page, path: string, file: string, answer = missing): Promise<void> {
	await page.unrouteAll({ behavior: 'ignoreErrors' });
	await page.route((url) => nameOf(url.pathname) === file, answer);
	// What comes later than what is looked at is not waited for.
	await page.goto(path, { waitUntil: 'commit' });
	await expect(page.getByRole('heading', { level: 1 }).first(), file).toBeVisible();
	await expect(page.locator('blockquote, tbody').first(), file).toBeVisible();
}

const told = (page: Page, text: RegExp): Locator =>
	page.getByRole('status').filter({ hasText: text, visible: true }).first();

/** Has a file of a page fail whose map has no part in it, and checks what the page says. */
async function expectTold(page: Page, path: string, file: string, kind: string, answer = missing) {
	await openWithout(page, path, file, answer);
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

const isForTheMap = (file: string, kind: string) => kind === 'fetch' || file.endsWith('.mjs');
/** With the names of seas in the picture, which are written in italics. */
const mapPath = '/embed/sites/tanf?map=5.2/34.5/34';
const isFontOfTheMap = (file: string) => /noto-sans-(arabic|latin-ext|latin-400-italic)/.test(file);

// Many pages are opened, one after the other.
const patience = 300_000;

const first = '/sites/masyaf-facility';
for (const part of [0, 1, 2])
	test(`every file of a site’s page missing (${part + 1} of 3)`, async ({ page, watch }) => {
		test.setTimeout(patience);
		watch.allowed.push('WebGL', ...ofTheFault);
		await refuseWebgl(page);
		const files = (await filesOf(page, first)).filter(([file, kind]) => !isForTheMap(file, kind));
		expect(files.length).toBeGreaterThan(35);
		for (const [index, [file, kind]] of files.entries())
			if (index % 3 === part) await expectTold(page, first, file, kind);
	});

test('every file that only other pages have', async ({ page, watch }) => {
	test.setTimeout(patience);
	watch.allowed.push('WebGL', ...ofTheFault);
	await refuseWebgl(page);
	const known = new Set((await filesOf(page, first)).map(([file]) => file));
	for (const path of ['/ar/articles/naija-on-point-2022', '/table', '/ar/embed/sites/tanf']) {
		const files = (await filesOf(page, path)).filter(
			([file, kind]) => !known.has(file) && !isForTheMap(file, kind)
		);
		expect(files.length).toBeGreaterThan(0);
		for (const [file, kind] of files) {
			known.add(file);
			await expectTold(page, path, file, kind);
		}
		// One of a kind that the first page has as well, told in the language of this one.
		if (path.startsWith('/ar')) await expectTold(page, path, '/palette.css', 'stylesheet');
	}
});

for (const part of [0, 1])
	test(`every file of the map missing (${part + 1} of 2)`, async ({ page, watch }) => {
		test.setTimeout(patience);
		watch.allowed.push(...ofTheFault);
		const path = [mapPath, `/ar${mapPath}`][part]!;
		const files = (await filesOf(page, path)).filter(
			([file, kind]) => isForTheMap(file, kind) || isFontOfTheMap(file)
		);
		// A font goes by its name alone.
		const stems = files.flatMap(([file]) => /([\w-]+)\.\w+$/.exec(file)?.slice(1) ?? []);
		expect(stems.sort()).toEqual(['cities', 'ground', 'labels', 'maplibre-gl-worker', 'marks', 'shapes']);
		expect(files.filter(([file]) => isFontOfTheMap(file)).length).toBeGreaterThan(1);
		for (const [index, [file]] of files.entries())
			if (index % 2 === part || isFontOfTheMap(file)) await expectMapTold(page, path, file);
	});

/** Has a file of the map fail, and checks what the map says and what it keeps. */
async function expectMapTold(page: Page, path: string, file: string, answer = missing) {
	await openWithout(page, path, file, answer);
	const name = /\/(\w+)\.(geo)?json$/.exec(file)?.[1];
	if (file.endsWith('.mjs')) {
		await expect(told(page, says(path, 'map_no_code')), file).toBeVisible();
		await expect(page.locator('.sites a')).toHaveCount(0);
		return;
	}
	if (name === undefined) await expect(told(page, says(path, 'missing_fonts')), file).toBeVisible();
	else {
		await expect(told(page, says(path, 'map_failed')), file).toBeVisible();
		await expect(told(page, says(path, `map_file_${name}`)), file).toBeVisible();
	}
	// What it has it shows.
	await expect(page.locator('.sites a'), file).toHaveCount(name === 'marks' ? 0 : 21);
}

test('files that are cut off or are something else count as missing', async ({ page, watch }) => {
	// Whatever it is that half a script makes no sense for.
	watch.allowed.push('WebGL', 'uncaught', ...ofTheFault);
	await refuseWebgl(page);
	const assets = '/_app/immutable/assets';
	for (const file of ['entry/start.js', 'entry/app.js', 'nodes/0.js', 'nodes/5.js'])
		await expectTold(page, first, `/_app/immutable/${file}`, 'script', half);
	await expectTold(page, first, `${assets}/noto-sans-latin-400-normal`, 'font', half);
	const garbage: Answer = (route) => route.fulfill({ contentType: 'text/css', body: '<h1>Not found</h1>' });
	await expectTold(page, first, `${assets}/0.css`, 'stylesheet', garbage);
	// Half of the rules are still rules, which nobody can tell from all of them; the words don't depend on them.
	await openWithout(page, first, `${assets}/0.css`, half);
	await hydrated(page);
});

test('files of the map that are cut off count as missing', async ({ page, watch }) => {
	watch.allowed.push(...ofTheFault);
	const assets = '/_app/immutable/assets';
	for (const file of [
		`${assets}/maplibre-gl-worker.mjs`,
		'/map/ground.json',
		`${assets}/noto-sans-latin-400-italic`,
		'/map/marks.geojson',
		'/map/shapes.geojson'
	])
		await expectMapTold(page, mapPath, file, half);
	await expectMapTold(page, mapPath, '/map/marks.geojson', (route) => route.fulfill({ json: {} }));
});

test('a page whose scripts fail offers no control that would do nothing, and can be loaded again', async ({
	page,
	watch
}) => {
	watch.allowed.push('WebGL', ...ofTheFault);
	await refuseWebgl(page);
	await openWithout(page, '/ar/sites/tanf', '/_app/immutable/entry/app.js');
	await page.goto('/ar/sites/tanf?actors=-iran#content');
	const line = page.locator('[data-missing="scripts"]');
	await expect(line).toHaveText(says('/ar', 'missing_scripts'));
	await expect(page.locator('main').getByRole('button')).toHaveCount(0);
	await expect(page.getByText(messages.ar!.map_without!)).toBeVisible();
	await page.unrouteAll();
	await line.getByRole('link').click();
	await hydrated(page);
	await expect(page).toHaveURL(/\/ar\/sites\/tanf\?actors=-iran$/);
	await expect(page.locator('[data-missing]:visible')).toHaveCount(0);
});

test('a script that never comes is told after half a minute', async ({ page, watch }) => {
	watch.allowed.push('WebGL');
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
	watch
}) => {
	watch.allowed.push(...ofTheFault);
	await page.addInitScript(() => localStorage.setItem('theme', 'dark'));
	await page.route('**/early.js', missing);
	await page.goto('/about');
	await hydrated(page);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a part of the page that comes later without its styles is shown without them', async ({
	page,
	watch
}) => {
	watch.allowed.push(...ofTheFault);
	await openWithout(page, '/embed/sites/tanf', '/_app/immutable/assets/engine.css');
	await expect(told(page, says('/', 'missing_styles'))).toBeVisible();
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
	await expect(page.locator('.sites a')).toHaveCount(21);
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

	for (const [what, answer] of [
		['its data', missing],
		['half of its data', half],
		['its data, with a page in its place', (route) => route.fulfill({ body: '<h1>Not found</h1>' })]
	] as [string, Answer][])
		test(`${what} loads that page as a whole`, async ({ page, watch }) => {
			watch.allowed.push(...ofTheFault);
			const loads = countLoads(page);
			await page.route('**/articles/__data.json*', answer);
			await page.goto('/about');
			await hydrated(page);
			await page.getByRole('link', { name: 'Articles', exact: true }).click();
			await expect(page).toHaveURL(/\/articles$/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(says('/', 'articles_heading'));
			await hydrated(page);
			expect(loads).toEqual(['/about', '/articles']);
		});

	test('a script loads that page as a whole, where the words are', async ({ page, watch }) => {
		watch.allowed.push(...ofTheFault);
		await page.goto('/about');
		const own = new Set(await scriptsOf(page));
		await page.goto('/articles');
		const [script] = (await scriptsOf(page)).filter((path) => path.includes('/nodes/') && !own.has(path));
		const loads = countLoads(page);
		await page.goto('/about');
		await hydrated(page);
		await page.route(`**${script}`, missing);
		await page.getByRole('link', { name: 'Articles', exact: true }).click();
		await expect(page.locator('[data-missing="scripts"]')).toBeVisible();
		await expect(page).toHaveURL(/\/articles$/);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(says('/', 'articles_heading'));
		expect(loads).toEqual(['/about', '/articles']);
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
			await (isEvidence ? missing(route) : route.fulfill({ response }));
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

	const scriptsOf = (page: Page) =>
		page
			.locator('link[rel="modulepreload"]')
			.evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname));
});

test('what the reader asks for and cannot be had is told where they asked for it', async ({
	page,
	watch
}) => {
	watch.allowed.push('WebGL', ...ofTheFault);
	await refuseWebgl(page);
	await page.route(/search\.json|places\.json|views\.json|check\.worker/, missing);

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

for (const [path, colorScheme] of [
	['/embed/sites/tanf', 'light'],
	['/ar/embed/sites/tanf', 'dark']
] as const)
	test(`what is said of missing files can be read by everybody (${path}, ${colorScheme})`, async ({
		page,
		watch
	}) => {
		watch.allowed.push(...ofTheFault);
		await page.emulateMedia({ colorScheme });
		await openWithout(page, path, '/_app/immutable/assets/maplibre-gl-worker.mjs');
		await expect(told(page, says(path, 'map_no_code'))).toBeVisible();
		await page.evaluate(() => {
			for (const detail of ['scripts', 'styles', 'fonts'])
				dispatchEvent(new CustomEvent('missing', { detail }));
		});
		await expect(page.locator('[data-missing]:visible')).toHaveCount(3);
		expect(await violations(page)).toEqual([]);
	});
