/** The site without a network: kept after one visit where there is room, and never broken by a bad line. */
import { readdirSync } from 'node:fs';
import { keep, onMap, quote } from '../support/draft';
import { hydrated } from '../support/fixture';
import { startSource } from '../support/host';
import { expect, keeping, test, visit } from '../support/kept';
import { inLanguage, languages, pages } from '../support/pages';
import type { CDPSession, Page } from '@playwright/test';

test.describe.configure({ timeout: 240_000 });

/** What the console says of a page that is the one for unknown addresses, or of a lost file. */
const failedLoad = 'Failed to load resource';

/** What the answer to a page or a worker says of who may show it and what it may do, and where it came from. */
async function guardsOf(page: Page, path: string) {
	const wanted = [
		'content-security-policy',
		'x-content-type-options',
		'referrer-policy',
		'permissions-policy',
		'cross-origin-opener-policy'
	];
	const response = (await page.goto(path))!;
	const headers = response.headers();
	return { kept: response.fromServiceWorker(), headers: wanted.map((name) => headers[name]) };
}

/** Checks that the page of a language can be installed, with pictures that are what they are said to be. */
async function expectInstallable(page: Page, session: CDPSession, language: (typeof languages)[number]) {
	await page.goto(inLanguage('/', language));
	const { url, errors, data } = await session.send('Page.getAppManifest');
	expect(errors).toEqual([]);
	expect(new URL(url).pathname).toBe(inLanguage('/manifest.webmanifest', language));
	const manifest = JSON.parse(data!);
	expect(manifest).toMatchObject({
		lang: language,
		dir: language === 'ar' ? 'rtl' : 'ltr',
		start_url: inLanguage('/', language),
		short_name: 'Attested'
	});
	// Every window of these tests is a private one, from which nothing is installed.
	const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
	expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual(
		[]
	);
	// The icons are pictures of the size that they are said to be.
	const icons = (manifest.icons as { src: string; sizes: string }[]).filter(({ sizes }) => sizes !== 'any');
	const sizes = await page.evaluate(
		(sources) =>
			Promise.all(
				sources.map(async (source) => {
					const picture = await createImageBitmap(await (await fetch(source)).blob());
					return `${picture.width}x${picture.height}`;
				})
			),
		icons.map(({ src }) => src)
	);
	expect(sizes).toEqual(icons.map(({ sizes }) => sizes));
}

test('after one visit the site is as guarded as from its server, can be installed, and works without a network', async ({
	page,
	context,
	host,
	watch
}) => {
	watch.allowed.push(failedLoad);
	await test.step('a page of ours for the pages of others keeps nothing', async () => {
		await page.goto('/embed');
		await expect(page.locator('[data-map="no-webgl"]')).toBeVisible();
		expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(
			0
		);
	});

	await test.step('a kept page is as guarded as one from the server', async () => {
		const name = readdirSync('build/_app/immutable/workers').find((file) => file.endsWith('.js'));
		const readAll = async () => {
			const found = [];
			for (const path of ['/table', '/embed', `/_app/immutable/workers/${name}`])
				found.push(await guardsOf(page, path));
			return found;
		};
		const fromServer = await readAll();
		await visit(page);
		const fromCopy = await readAll();
		expect(fromServer.map(({ kept }) => kept)).toEqual([false, false, false]);
		expect(fromCopy.map(({ kept }) => kept)).toEqual([true, true, true]);
		expect(fromCopy.map(({ headers }) => headers)).toEqual(fromServer.map(({ headers }) => headers));
		expect(fromCopy[0]!.headers[0]).toBe("frame-ancestors 'none'");
		expect(fromCopy[2]!.headers[0]).toContain("default-src 'none'");
		expect(host.asked.filter((path) => path === '/table')).toHaveLength(1);
	});

	await test.step('nor may the service worker ask others', async () => {
		const source = await startSource();
		const answer = await context.serviceWorkers()[0]!.evaluate(
			(address) =>
				fetch(address, { mode: 'no-cors' }).then(
					() => 'answered',
					() => 'refused'
				),
			`${source.address}/sites.csv`
		);
		expect([answer, source.asked]).toEqual(['refused', []]);
		await source.close();
	});

	await test.step('the site can be installed, in every language', async () => {
		const session = await context.newCDPSession(page);
		for (const language of languages) await expectInstallable(page, session, language);
		await session.detach();
	});

	await test.step('every kind of page works without a network', async () => {
		await context.setOffline(true);
		host.lose(/./);
		host.forget();
		// Every other one in Arabic. In its other language it has the same scripts, so there it is enough that it is kept.
		for (const [index, path] of pages.entries()) {
			const [language, other] = index % 2 === 0 ? (['en', 'ar'] as const) : (['ar', 'en'] as const);
			await page.goto(`${inLanguage(path, language)}?actors=russia`);
			await hydrated(page);
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
			await expect(page.locator('[data-lazy]')).toHaveCount(0);
			await expect(page.locator('[data-map="loading"]')).toHaveCount(0);
			const { status, html } = await page.evaluate(
				async (address) => {
					const response = await fetch(address);
					return { status: response.status, html: await response.text() };
				},
				`${inLanguage(path, other)}?actors=russia`
			);
			expect(status, path).toBe(200);
			expect(html).toMatch(new RegExp(`<html[^>]* lang="${other}"[^]*<h1`));
		}
		await keep(page);
		for (const language of languages) {
			const response = await page.goto(inLanguage('/sites/nowhere', language));
			expect(response!.status()).toBe(404);
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			await page.goto(onMap('mudville', inLanguage('/desk/map', language)));
			await expect(page.locator('main blockquote mark')).toHaveText(quote);
		}
		// A browser looks for a newer version by itself.
		expect(host.asked.filter((path) => path !== '/service-worker.js')).toEqual([]);
	});
});

/** Paths of what the copy has that is not what was built, by the manifest that it is sealed with; null without a seal. */
const faultsOfCopy = (page: Page) =>
	page.evaluate(async () => {
		const [name] = await caches.keys();
		const cache = await caches.open(name!);
		const seal = await (await cache.match('/offline-whole'))?.text();
		if (seal === undefined) return null;
		const { files } = JSON.parse(seal.slice(seal.indexOf('\n'))) as { files: [string, number, string][] };
		const faults = [];
		for (const [path, , hash] of files) {
			const bytes = await (await cache.match(path))?.arrayBuffer();
			const digest = bytes && new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
			const found = digest && [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
			if (found !== hash) faults.push(path);
		}
		return faults;
	});

test('what a bad line or a login keeps away is fetched later, and what the browser loses or spoils is put right', async ({
	page,
	context,
	host,
	watch
}) => {
	watch.allowed.push(failedLoad, 'uncaught', 'Failed to load module script', '503');
	await test.step('a first visit over a bad line harms nothing, and the next goes on', async () => {
		host.lose(/_app\/offline-|reports\.parquet/);
		await page.goto('/about');
		await keeping(page, 'failed');
		await page.getByRole('link', { name: 'Table', exact: true }).click();
		await expect(page.getByRole('table').first()).toBeVisible();
		host.lose(null);
		// A network that wants a login lets some files through, and answers others with its page.
		host.pretend(/icon-512|reports\.parquet|maplibre-gl-worker/);
		await page.goto('/about');
		await keeping(page, 'failed');
		expect(await faultsOfCopy(page)).toBeNull();
		host.pretend(null);
		await visit(page);
		expect(await faultsOfCopy(page)).toEqual([]);
	});

	const entry = await test.step('what the browser loses or spoils of the copy is put right', async () => {
		// 72 files gone, one byte of a page another, the page's first script something else.
		const entry = await page.evaluate(async () => {
			const cache = await caches.open((await caches.keys())[0]!);
			const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
			// Each language has its own: that of this page.
			const scripts = [...document.querySelectorAll('script')].map(({ text }) => text).join();
			const entry = paths.find(
				(path) => path.includes('/entry/start') && scripts.includes(path.split('/').pop()!)
			)!;
			const others = paths.filter(
				(path) => path !== entry && !/^\/(about|sites\/tanf|offline-whole)$/.test(path)
			);
			for (let at = 0; at < 72; at++) await cache.delete(others[Math.floor((at * others.length) / 72)]!);
			const change = async (path: string, edit: (text: string) => string) => {
				const { headers } = (await cache.match(path))!;
				const text = await (await cache.match(path))!.text();
				await cache.put(path, new Response(edit(text), { headers }));
			};
			await change('/sites/tanf', (text) => text.replace('military base at Tanf', 'military base at Tang'));
			await change(entry, () => 'export const start = 1;');
			return entry;
		});
		await page.goto('/sites/tanf');
		await hydrated(page);
		await expect(page.locator('blockquote').first()).toContainText('military base at Tanf');
		await expect.poll(() => faultsOfCopy(page)).toEqual([]);
		return entry;
	});

	await test.step('also when a reader loads a page again', async () => {
		// Without a network nothing is served in place of what was built.
		await page.evaluate(async (entry) => {
			const cache = await caches.open((await caches.keys())[0]!);
			const text = await (await cache.match(entry))!.text();
			const cut = text.slice(0, text.lastIndexOf(';', text.length - 2) + 1);
			await cache.put(
				entry,
				new Response(cut, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
			);
		}, entry);
		await context.setOffline(true);
		host.lose(/./);
		await page.goto('/about');
		const line = page.locator('[data-missing="scripts"]');
		await expect(line).toBeVisible();
		await context.setOffline(false);
		host.lose(null);
		await line.getByRole('link').click();
		await hydrated(page);
		await expect(line).toBeHidden();
		expect(await faultsOfCopy(page)).toEqual([]);
	});
});

test('a reader who saves data is asked first; without room the site works as ever; what is kept can be removed', async ({
	page,
	context,
	host,
	baseURL
}) => {
	const session = await context.newCDPSession(page);
	const origin = new URL(baseURL!).origin;
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 3_000_000 });
	// Until they are on a line that costs nothing.
	await page.addInitScript(() => {
		const saveData = sessionStorage.getItem('costs-nothing') === null;
		Object.defineProperty(navigator, 'connection', { value: { saveData } });
	});
	await test.step('a reader who saves data is asked first', async () => {
		await page.goto('/about');
		await keeping(page, 'unasked');
		expect(host.asked).not.toContain('/service-worker.js');
		await page.getByRole('button', { name: 'Keep a copy' }).click();
		await keeping(page, 'full');
	});

	await test.step('without room for a copy the site works as ever', async () => {
		await page.evaluate(() => sessionStorage.setItem('costs-nothing', ''));
		await page.goto('/');
		await expect(page.locator('[data-map="no-webgl"]')).toBeVisible();
		expect(await page.evaluate(() => caches.keys())).toEqual([]);
		// It is not tried again at every visit, but when the reader says so.
		await page.goto('/about');
		await keeping(page, 'full');
		await session.send('Storage.overrideQuotaForOrigin', { origin });
		await page.getByRole('button', { name: 'Keep a copy' }).click();
		await keeping(page, 'kept');
	});

	await test.step('what is kept can be removed, and stays away', async () => {
		await page.goto('/about');
		await keeping(page, 'kept');
		await page.getByRole('button', { name: 'Remove the copy' }).click();
		await keeping(page, 'unasked');
		expect(await page.evaluate(() => caches.keys())).toEqual([]);
		host.forget();
		await page.goto('/about');
		await keeping(page, 'unasked');
		expect(host.asked).toContain('/about');
		expect(host.asked.some((path) => path.startsWith('/_app/offline-'))).toBe(false);
	});
});
