/** Any one file of the map missing or broken: the words stay, the map says what is missing and shows what it has. */
import type { Page } from '@playwright/test';
import { violations } from '../support/axe';
import {
	exhaustive,
	filesOf,
	half,
	isForTheMap,
	missing,
	noteTried,
	ofTheFault,
	says,
	test,
	told,
	triesAll,
	type Answer,
	type Faults
} from '../support/faults';
import { expect } from '../support/fixture';
import { sites } from '../support/records';

// Small, since the map is drawn in software, and often.
test.use({ viewport: { width: 900, height: 500 } });

/** With the names of seas in the picture, which are written in italics. */
const mapPath = '/embed/sites/tanf?map=5.2/34.5/34';
const isFontOfTheMap = (file: string) => /noto-sans-(arabic|latin-ext|latin-400-italic)/.test(file);

/** A file that is whole and has nothing in it. */
const nothing: Answer = { status: 200, body: () => Buffer.from('{}') };

// Many pages are opened, one after the other.
const patience = 300_000;

for (const part of [0, 1])
	test(`every file of the map missing (${part + 1} of 2)`, exhaustive, async ({ page, watch, faults }) => {
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
		const tried = files.filter(([file], index) => triesAll || index % 2 === part || isFontOfTheMap(file));
		for (const [file] of tried) await expectMapTold(page, faults, path, file);
		noteTried(path, tried);
	});

/** Has a file of the map fail, and checks what the map says and what it keeps. */
async function expectMapTold(page: Page, faults: Faults, path: string, file: string, answer = missing) {
	await faults.openWithout(path, file, answer);
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
	await expect(page.locator('.sites a'), file).toHaveCount(name === 'marks' ? 0 : sites);
}

test('files of the map that are cut off count as missing', async ({ page, watch, faults }) => {
	watch.allowed.push(...ofTheFault);
	const assets = '/_app/immutable/assets';
	for (const file of [
		`${assets}/maplibre-gl-worker.mjs`,
		'/map/ground.json',
		`${assets}/noto-sans-latin-400-italic`,
		'/map/marks.geojson',
		'/map/shapes.geojson'
	])
		await expectMapTold(page, faults, mapPath, file, half);
	await expectMapTold(page, faults, mapPath, '/map/marks.geojson', nothing);
});

test('a part of the page that comes later without its styles is shown without them', async ({
	page,
	watch,
	faults
}) => {
	watch.allowed.push(...ofTheFault);
	await faults.openWithout('/embed/sites/tanf', '/_app/immutable/assets/library~engine.css');
	await expect(told(page, says('/', 'missing_styles'))).toBeVisible();
	await expect(page.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
	await expect(page.locator('.sites a')).toHaveCount(sites);
});

for (const [path, colorScheme] of [
	['/embed/sites/tanf', 'light'],
	['/ar/embed/sites/tanf', 'dark']
] as const)
	test(`what is said of missing files can be read by everybody (${path}, ${colorScheme})`, async ({
		page,
		watch,
		faults
	}) => {
		watch.allowed.push(...ofTheFault);
		await page.emulateMedia({ colorScheme });
		await faults.openWithout(path, '/_app/immutable/assets/maplibre-gl-worker.mjs');
		await expect(told(page, says(path, 'map_no_code'))).toBeVisible();
		await page.evaluate(() => {
			for (const detail of ['scripts', 'styles', 'fonts'])
				dispatchEvent(new CustomEvent('missing', { detail }));
		});
		await expect(page.locator('[data-missing]:visible')).toHaveCount(3);
		expect(await violations(page)).toEqual([]);
	});
