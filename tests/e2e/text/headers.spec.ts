/** What the host's headers allow other people's pages: to show the embedded maps, and to fetch the data. */
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test as base } from '@playwright/test';

/** A page of another origin, with what is asked for in its query as its body. */
const test = base.extend<object, { other: string }>({
	other: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its parameter
		async ({}, use) => {
			const server = createServer((request, response) => {
				const body = new URL(request.url!, 'http://other').searchParams.get('body') ?? '';
				response.setHeader('Content-Type', 'text/html').end(body);
			});
			await once(server.listen(0, '127.0.0.1'), 'listening');
			await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
			server.close();
			server.closeAllConnections();
		},
		{ scope: 'worker' }
	]
});

test('another site may show the embedded maps inside it, and no other page', async ({
	page,
	baseURL,
	other
}) => {
	for (const [path, isShown] of [
		['/', false],
		['/sites/tanf', false],
		['/ar/about', false],
		['/nowhere', false],
		['/embed/nowhere', false],
		['/ar/embed/sites/nowhere', false],
		['/embed', true],
		['/ar/embed/sites/tanf', true]
	] as const)
		await test.step(path, async () => {
			const frame = `<iframe src="${new URL(path, baseURL).href}"></iframe>`;
			await page.goto(`${other}?body=${encodeURIComponent(frame)}`);
			if (isShown) await expect(page.frameLocator('iframe').locator('html[data-hydrated]')).toBeAttached();
			else await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
		});
});

test('where the host says nothing, only embeds are shown inside the pages of others', async ({
	page,
	baseURL,
	other
}) => {
	await page.route(`${baseURL}**`, async (route) => {
		// The test may be over, and the frame that asked gone with it.
		const response = await route.fetch().catch(() => null);
		if (!response) return;
		const headers = response.headers();
		delete headers['content-security-policy'];
		// The frame that asked may be gone, and with it what it asked for.
		await route.fulfill({ response, headers }).catch(() => undefined);
	});
	for (const [path, isShown] of [
		['/embed/sites/nowhere', false],
		['/ar/table?actors=russia', false],
		['/embed', true]
	] as const) {
		const address = new URL(path, baseURL).href;
		await page.goto(`${other}?body=${encodeURIComponent(`<iframe src="${address}"></iframe>`)}`);
		const frame = page.frameLocator('iframe');
		await expect(frame.locator('html[data-hydrated]')).toBeAttached();
		await expect(frame.locator('body > .contents')).toBeVisible({ visible: isShown });
		const link = frame.locator('[data-in-frame] a');
		await expect(link).toBeVisible({ visible: !isShown });
		if (!isShown) {
			await expect(link).toHaveAttribute('href', address);
			await expect(link).toHaveAttribute('target', '_blank');
		}
	}
});

test('no worker may ask another host, whatever the page may that started it', async ({ page, other }) => {
	const folder = '_app/immutable';
	const workers = [
		...readdirSync(`build/${folder}/workers`).map((name) => `/${folder}/workers/${name}`),
		...readdirSync(`build/${folder}/assets`).map((name) => `/${folder}/assets/${name}`)
	].filter((path) => /worker[^/]*\.m?js$/.test(path));
	// Reading, the table, the check of quotes, MapLibre’s, and the desk’s: its recogniser, Word, following quotes, and names of places.
	expect(workers).toHaveLength(8);
	await page.goto('/fetch');
	// From here on the page may start workers from an address: src/lib/base/trusted.ts.
	await page.waitForFunction(
		() => (window as { trustedTypes?: { defaultPolicy: unknown } }).trustedTypes?.defaultPolicy
	);
	const ask = async (address: string) => {
		const answerOf = (url: string) =>
			fetch(url, { mode: 'no-cors' }).then(
				() => 'answered',
				() => 'refused'
			);
		return [await answerOf(address), await answerOf('/search.json')];
	};
	for (const path of workers) {
		const started = page.waitForEvent('worker');
		await page.evaluate((address) => void new Worker(address, { type: 'module' }), path);
		expect(await (await started).evaluate(ask, other), path).toEqual(['refused', 'answered']);
	}
});

test('the pages of others may fetch the data, and only that', async ({ page, baseURL, other }) => {
	await page.goto(other);
	const fetched = await page.evaluate(
		(addresses) =>
			Promise.all(
				addresses.map((address) =>
					fetch(address).then(
						({ status }) => status,
						() => 'refused'
					)
				)
			),
		[
			'data/reports.csv',
			'layers/all.geojson',
			'cite/sites/tanf.json',
			'schemas/place.schema.json',
			'about',
			'search.json'
		].map((path) => baseURL + path)
	);
	expect(fetched).toEqual([200, 200, 200, 200, 'refused', 'refused']);
});
