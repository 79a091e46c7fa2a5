import { expect, hydrated, test } from '../support/fixture';
import { allReportsShown, reports, sites, sitesOf } from '../support/records';

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });

	test('every page reads in full, and a still picture of the map leads to its sites', async ({ page }) => {
		await test.step('the front page lists every site and says what the map is', async () => {
			await page.goto('/');
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await expect(page.getByRole('link', { name: /^Hmeimim/ })).toBeVisible();
			await page.getByRole('link', { name: /^Al-Tanf/ }).click();
			await expect(
				page.locator('blockquote mark').filter({ hasText: 'military base at Tanf' })
			).toBeVisible();
			await expect(page.getByText('Why is this here?')).toBeVisible();
		});

		await test.step('the picture has every site, whose marks lead to them, and says whose data lies beneath', async () => {
			await page.goto('/');
			const marks = page.locator('.still [data-still]');
			await expect(marks).toHaveCount(sites);
			await expect(page.locator('.still .credits')).toContainText('OpenStreetMap');
			await expect(page.getByText('This is a picture of the map')).toBeVisible();
			await marks.and(page.locator('[data-still="tanf"]')).locator('circle').click();
			await expect(page.getByRole('heading', { level: 1, name: /Tanf/ })).toBeVisible();
			await expect(page.locator('.still .chosen')).toHaveAttribute('data-still', 'tanf');
		});

		await test.step('all other pages', async () => {
			for (const [path, words] of [
				['/sites/tartus-naval-facility', 'their naval base at Tartus'],
				['/articles/naija-on-point-2022', 'Hama Military Airport'],
				['/reports/naija-on-point-2022-1', 'west of the Syrian province of Hama'],
				['/table', 'fighter aircraft and attack helicopters'],
				['/unmapped', 'Why not on the map'],
				['/about', 'December 2024'],
				['/ar/about', 'كانون الأول ٢٠٢٤']
			] as const) {
				await page.goto(path);
				await expect(page.getByText(words).first(), path).toBeVisible();
			}
		});
	});
});

test('the page “About” leads to the licences of all that the site ships', async ({ request, baseURL }) => {
	const href = new URL('licenses.txt', baseURL).pathname;
	for (const path of ['./about', './ar/about'])
		expect(await (await request.get(path)).text(), path).toContain(`href="${href}"`);
	const response = await request.get('./licenses.txt');
	expect(response.headers()['content-type']).toBe('text/plain; charset=utf-8');
	const text = await response.text();
	for (const name of ['maplibre-gl', 'earcut', 'svelte', '@sveltejs/kit', 'fflate', '@fontsource/noto-sans'])
		expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

test('an unknown site, article or report is a 404 with ways on', async ({ page, watch }) => {
	watch.allowed.push('404');
	for (const path of ['/sites/atlantis', '/articles/nothing', '/reports/naija-on-point-2022-999']) {
		const response = await page.goto(path);
		expect(response!.status(), path).toBe(404);
		await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible();
	}
	await page.getByRole('link', { name: 'All reports in a table' }).click();
	await expect(page.getByRole('heading', { name: 'All reports' })).toBeVisible();
});

test('the table reads its address, sorts, filters by actor and keeps all in step with the count', async ({
	page
}) => {
	await test.step('a malformed query is ignored and the rest of it works', async () => {
		await page.goto('/table?actors=israel,%E0%A4,atlantis&colour=%&actors');
		await hydrated(page);
		await expect(page.getByRole('status').filter({ hasText: 'reports shown' })).toHaveText(
			new RegExp(`^\\d+ of ${reports} reports shown$`)
		);
		await expect(page.getByRole('status').filter({ hasText: 'reports shown' })).not.toHaveText(
			allReportsShown
		);
	});

	await page.getByRole('button', { name: 'Clear all' }).click();
	const places = page.locator('tbody tr th');
	await expect(places).toHaveCount(reports);
	await page.getByRole('button', { name: 'Place' }).click();
	const ascending = await places.allInnerTexts();
	await page.getByRole('button', { name: 'Place' }).click();
	expect(await places.allInnerTexts()).not.toEqual(ascending);
	await expect(page.locator('th.place')).toHaveAttribute('aria-sort', 'descending');

	await page.getByText('Actors', { exact: true }).first().click();
	await page.getByRole('button', { name: 'Show only Israel' }).click();
	await expect(page).toHaveURL(/\?actors=israel$/);
	const shown = Number(
		(await page.getByRole('status').filter({ hasText: 'reports shown' }).innerText()).split(' ')[0]
	);
	expect(shown).toBeGreaterThan(0);
	await expect(places).toHaveCount(shown);
	await page.getByRole('button', { name: 'None' }).click();
	await expect(page.getByText('Nothing is left by these filters')).toBeVisible();
	await page.goBack();
	await expect(places).toHaveCount(shown);
});

test('what could not be placed is all there, with the reason', async ({ page }) => {
	await page.goto('/unmapped');
	const listed = await page.locator('main li blockquote').count();
	const layer = await (await page.request.get('./layers/all.geojson')).json();
	const unplaced = new Set(
		layer.features
			.filter((feature: { geometry: unknown }) => feature.geometry === null)
			.map((feature: { properties: { report: string } }) => feature.properties.report)
	);
	expect(listed).toBe(unplaced.size);
	expect(listed).toBeGreaterThan(10);
});

test('the evidence of a site is in the HTML, comes alive later, and stands in the next page as in the first', async ({
	page
}) => {
	await page.goto('/sites/tanf');
	await hydrated(page);
	const written = page.locator('[data-hydrate="alive"]');
	await expect(written.getByRole('article').first()).toBeVisible();
	// A button of it answers, so its code has taken over what the server wrote.
	await page.context().grantPermissions(['clipboard-write']);
	await written.locator('[data-form="decimal"] button').click();
	await expect(written.locator('[data-form="decimal"]')).toContainText('Copied');
	// The same part of another page, without a new document.
	const near = written.locator('li[data-site] a').first();
	const name = await near.innerText();
	await near.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await expect(written.getByRole('article').first()).toBeVisible();
});

test('evidence whose code cannot be had is still read, and the page says what does not answer', async ({
	page,
	watch
}) => {
	watch.allowed.push('404');
	const html = await (await page.request.get('/sites/tanf')).text();
	const named = new Set(html.match(/\/_app\/[^"']+\.js/g));
	await page.route('**/_app/immutable/**/*.js', async (route) => {
		const code = await (await route.fetch()).text();
		const isEvidence =
			!named.has(new URL(route.request().url()).pathname) && code.includes('reports-heading');
		await (isEvidence ? route.fulfill({ status: 404 }) : route.fallback());
	});
	await page.goto('/sites/tanf');
	const part = page.locator('[data-hydrate="failed"]');
	await expect(part.locator(':scope > [role=status]')).toContainText('could not be loaded');
	await expect(part.getByRole('article').first()).toBeVisible();
	await page.unrouteAll({ behavior: 'wait' });
});

test('without WebGL the map says so in its place, its still picture stays, and the list works', async ({
	page
}) => {
	await page.goto('/?actors=israel');
	await expect(page.getByText('The map needs WebGL')).toBeVisible();

	await test.step('the picture shows what the filters leave', async () => {
		await expect(page.locator('[data-map="no-webgl"]')).toBeVisible();
		const shown = page.locator('.still [data-still]:not([data-hidden])');
		await expect(shown).toHaveCount(sitesOf('israel'));
		await expect(shown.first()).toBeVisible();
		await page.getByRole('button', { name: 'Clear all' }).click();
		await expect(shown).toHaveCount(sites);
		await shown.and(page.locator('[data-still="tanf"]')).locator('circle').click();
		await expect(page.getByRole('heading', { level: 1, name: /Tanf/ })).toBeVisible();
	});

	await page.getByRole('link', { name: 'All sites' }).click();
	await page.getByRole('link', { name: /^Hmeimim/ }).click();
	await expect(page.getByText('their airbase at Hmeimim').first()).toBeVisible();
});
