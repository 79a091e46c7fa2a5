/** The embedded map. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/fixture';
import { mark, open } from '../support/map';

test.use({ viewport: { width: 900, height: 560 } });

test('is a map without our frame, keeps its options from site to site, and its ways out open elsewhere', async ({
	page
}) => {
	await open(page, '/embed?actors=united-states&theme=dark');
	await expect(page.locator('.masthead')).toHaveCount(0);
	await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
	await expect(mark(page, 'tanf')).toBeAttached();
	await expect(mark(page, 'hmeimim')).toHaveCount(0);
	await mark(page, 'tanf').focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/embed\/sites\/tanf\?actors=united-states&theme=dark$/);
	await expect(page.locator('blockquote')).toContainText('It also has a military base at Tanf');
	for (const link of await page.locator('header a[href^="/sites"], main a').all()) {
		await expect(link).toHaveAttribute('target', '_blank');
		await expect(link).toHaveAttribute('rel', 'noopener');
	}
	// The reader's own choice on our pages is not ours to change from here.
	expect(await page.evaluate(() => localStorage.getItem('theme'))).toBeNull();
});

test('works inside a page of somebody else, in a frame without an origin too', async ({
	page,
	baseURL,
	watch
}) => {
	const html = `<!doctype html><title>Elsewhere</title><h1>Elsewhere</h1>
		<iframe id="plain" src="${baseURL}embed/sites/tanf" title="Map" width="430" height="480"></iframe>
		<iframe id="sandboxed" sandbox="allow-scripts" src="${baseURL}ar/embed?actors=united-states" title="Map"
			width="430" height="480"></iframe>`;
	const server = createServer((_, response) =>
		response.writeHead(200, { 'content-type': 'text/html' }).end(html)
	);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
	watch.allowed.push(`left the origin: ${address}`);
	try {
		await page.goto(address);
		const frame = page.frameLocator('#plain');
		await expect(frame.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
		await expect(frame.locator('blockquote')).toContainText('It also has a military base at Tanf');
		await expect(frame.locator('.credits')).toBeVisible();

		// Some publishing systems make such: for its browser everything in it comes from elsewhere, and nothing is kept.
		const alone = page.frameLocator('#sandboxed');
		await expect(alone.locator('[data-map="ready"]')).toBeAttached({ timeout: 60_000 });
		expect(await alone.locator('html').evaluate(() => self.origin)).toBe('null');
		await expect(alone.locator('.notices p, [data-missing]:visible')).toHaveCount(0);
		await alone.locator('.sites a[data-site="tanf"]').focus();
		await page.keyboard.press('Enter');
		await expect(alone.locator('blockquote')).toContainText('It also has a military base at Tanf');
	} finally {
		server.close();
	}
});
