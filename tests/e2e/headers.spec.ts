/** What the host's headers allow other people's pages: to show the embedded maps, and to fetch the data. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';

for (const [path, isShown] of [
	['/', false],
	['/sites/tanf', false],
	['/ar/about', false],
	['/nowhere', false],
	['/embed', true],
	['/ar/embed/sites/tanf', true]
] as const) {
	test(`another site ${isShown ? 'may' : 'may not'} show ${path} inside it`, async ({ page, baseURL }) => {
		const address = new URL(path, baseURL).href;
		await page.route('https://other.example/', (route) =>
			route.fulfill({ contentType: 'text/html', body: `<iframe src="${address}"></iframe>` })
		);
		const answered = page.waitForResponse(address);
		await page.goto('https://other.example/');
		await answered;
		const heading = page.frameLocator('iframe').locator('h1, h2').first();
		if (isShown) await expect(heading).toBeAttached();
		else {
			await expect
				.poll(() => page.frames().map((frame) => frame.url()))
				.toContainEqual(expect.stringMatching(/^chrome-error:/));
			await expect(heading).not.toBeAttached();
		}
	});
}

test('the pages of others may fetch the data, and only that', async ({ page, baseURL }) => {
	const other = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end('<p>'));
	await once(other.listen(0, '127.0.0.1'), 'listening');
	try {
		await page.goto(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`);
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
	} finally {
		other.close();
	}
});
