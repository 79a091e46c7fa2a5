/** The site without a network: kept after one visit, replaced when the reader asks, never broken by a bad line. */
import { readdirSync } from 'node:fs';
import { keep, onMap, quote } from '../support/draft';
import { hydrated } from '../support/fixture';
import { newer, startSource } from '../support/host';
import { expect, keeping, test, visit } from '../support/kept';
import { inLanguage, languages, pages } from '../support/pages';
import type { Page } from '@playwright/test';

test.describe.configure({ timeout: 240_000 });

/** Asks for a newer version now, as the browser does from time to time, and waits for what comes of it. */
const checkForUpdate = (page: Page) =>
	page.evaluate(async () => {
		const registration = (await navigator.serviceWorker.getRegistration())!;
		await registration.update();
		const worker = registration.installing;
		if (!worker) return registration.waiting ? 'installed' : 'none';
		await new Promise<void>((done) => {
			worker.addEventListener('statechange', () => worker.state !== 'installing' && done());
		});
		return worker.state;
	});

/** What the console says of a page that is the one for unknown addresses, or of a lost file. */
const failedLoad = 'Failed to load resource';

for (const language of languages) {
	test(`after one visit every kind of page works without a network (${language})`, async ({
		page,
		context,
		host,
		watch
	}) => {
		watch.allowed.push(failedLoad);
		await visit(page);
		await context.setOffline(true);
		host.lose(/./);
		host.forget();
		for (const path of pages) {
			await page.goto(`${inLanguage(path, language)}?actors=russia`);
			await hydrated(page);
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
			await expect(page.locator('[data-lazy]')).toHaveCount(0);
			await expect(page.locator('[data-map="loading"]')).toHaveCount(0);
		}
		const response = await page.goto(inLanguage('/sites/nowhere', language));
		expect(response!.status()).toBe(404);
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await keep(page);
		await page.goto(onMap('mudville', inLanguage('/desk/map', language)));
		await expect(page.locator('main blockquote mark')).toHaveText(quote);
		// A browser looks for a newer version by itself.
		expect(host.asked.filter((path) => path !== '/service-worker.js')).toEqual([]);
	});
}

test('a kept page is as guarded as one from the server', async ({ page, context, host }) => {
	const name = readdirSync('build/_app/immutable/workers').find((file) => file.endsWith('.js'));
	const worker = `/_app/immutable/workers/${name}`;
	const wanted = [
		'content-security-policy',
		'x-content-type-options',
		'referrer-policy',
		'permissions-policy',
		'cross-origin-opener-policy'
	];
	const read = async (path: string) => {
		const response = (await page.goto(path))!;
		const headers = response.headers();
		return { kept: response.fromServiceWorker(), headers: wanted.map((name) => headers[name]) };
	};
	const readAll = async () => {
		const found = [];
		for (const path of ['/table', '/embed', worker]) found.push(await read(path));
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

	// Nor may the service worker ask others.
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

test('what the browser loses or spoils of the copy is put right, also when a reader loads a page again', async ({
	page,
	context,
	host,
	watch
}) => {
	watch.allowed.push(failedLoad, 'uncaught', 'Failed to load module script');
	// A network that wants a login lets some files through, and answers others with its page.
	host.pretend(/icon-512|reports\.parquet|maplibre-gl-worker/);
	await page.goto('/about');
	await keeping(page, 'failed');
	expect(await faultsOfCopy(page)).toBeNull();
	host.pretend(null);
	await visit(page);
	expect(await faultsOfCopy(page)).toEqual([]);

	// 72 files gone, one byte of a page another, the page's first script something else.
	const entry = await page.evaluate(async () => {
		const cache = await caches.open((await caches.keys())[0]!);
		const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
		const entry = paths.find((path) => path.includes('/entry/start'))!;
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

test('a new version is offered, and comes when the reader asks', async ({ page, context, host }) => {
	await visit(page);
	host.show('newer');
	expect(await checkForUpdate(page)).toBe('installed');
	const offer = page.getByRole('status').filter({ hasText: 'A new version is ready' });
	await expect(offer).toBeVisible();
	// Until then everything is of the old one, in this page and the next.
	await page.goto('/');
	await expect(page.locator('html')).not.toHaveAttribute('data-build');
	await expect(page.locator('[data-map="no-webgl"]')).toBeVisible();
	await expect(offer).toBeVisible();
	// A second page is not reloaded by the choice of the first, and keeps working.
	const second = await context.newPage();
	await second.goto('/about');
	await keeping(second, 'kept');
	const button = page.getByRole('button', { name: 'Load it' });
	await button.focus();
	await page.keyboard.press('Enter');
	await expect(page.locator(`html[data-build="${newer}"]`)).toBeAttached();
	await hydrated(page);
	await expect(second.locator('html')).not.toHaveAttribute('data-build');
	await second.getByRole('link', { name: 'Table', exact: true }).click();
	await expect(second.getByRole('table').first()).toBeVisible();
	await second.close();
	await context.setOffline(true);
	await page.goto('/ar');
	await expect(page.locator(`html[data-build="${newer}"]`)).toBeAttached();
	await context.setOffline(false);
	// The old version is gone.
	await visit(page);
	await expect.poll(() => page.evaluate(async () => (await caches.keys()).length)).toBe(1);
});

test('a new version comes although the old one is kept busy in that moment', async ({ page, host }) => {
	await visit(page);
	host.show('newer');
	expect(await checkForUpdate(page)).toBe('installed');
	await expect(page.getByRole('button', { name: 'Load it' })).toBeVisible();
	// What a page asks of a worker that is ending starts it anew, and the newer one is left to wait.
	await page.evaluate(async () => {
		const { active } = (await navigator.serviceWorker.getRegistration())!;
		for (let i = 0; i < 100; i++) setTimeout(() => active!.postMessage('keep'), i * 5);
	});
	const load = page.getByRole('button', { name: 'Load it' });
	await expect(async () => {
		// Offered once more where the newer one takes over while the page is being loaded again.
		await load.evaluateAll((buttons) => buttons.forEach((button) => (button as HTMLElement).click()));
		await expect(page.locator(`html[data-build="${newer}"]`)).toBeAttached({ timeout: 5000 });
	}).toPass({ timeout: 60_000 });
	await expect(page.getByText('A new version is ready')).toBeHidden();
});

test('a page that is newer than the copy is not told that the copy is', async ({ page, host, watch }) => {
	watch.allowed.push(failedLoad);
	await visit(page);
	host.show('newer');
	// The newer copy can't be had, so that nothing but the page is of that version.
	host.lose(/reports\.parquet/);
	await page.goto('/nowhere');
	await expect(page.locator(`html[data-build="${newer}"]`)).toBeAttached();
	await hydrated(page);
	await expect.poll(() => host.asked).toContain('/data/reports.parquet');
	await page.evaluate(async () => {
		const kept = new Promise<void>((done) =>
			navigator.serviceWorker.addEventListener('message', ({ data }) => data.offline === 'kept' && done())
		);
		navigator.serviceWorker.controller!.postMessage('keep');
		await kept;
	});
	await expect(page.getByText('A new version is ready')).toBeHidden();
});

test('the offer can be left for later', async ({ page, host }) => {
	await visit(page);
	host.show('newer');
	await checkForUpdate(page);
	await page.getByRole('button', { name: 'Not now' }).click();
	await expect(page.getByText('A new version is ready')).toBeHidden();
	await page.goto('/about');
	await expect(page.locator('html')).not.toHaveAttribute('data-build');
});

test('a half-finished download leaves the old version working, and is gone on with', async ({
	page,
	context,
	host
}) => {
	await visit(page);
	host.show('newer');
	// Files with a hash in their name are in the browser's cache already; these two are asked for.
	host.lose(/reports\.parquet/);
	host.forget();
	expect(await checkForUpdate(page)).toBe('redundant');
	expect(host.asked).toContain('/icons/icon-512.png');
	await context.setOffline(true);
	await page.goto('/');
	await expect(page.locator('[data-map="no-webgl"]')).toBeVisible();
	await expect(page.locator('html')).not.toHaveAttribute('data-build');
	await context.setOffline(false);
	host.lose(null);
	host.forget();
	expect(await checkForUpdate(page)).toBe('installed');
	expect(host.asked).toContain('/data/reports.parquet');
	expect(host.asked).not.toContain('/icons/icon-512.png');
	await page.getByRole('button', { name: 'Load it' }).click();
	await expect(page.locator(`html[data-build="${newer}"]`)).toBeAttached();
});

test('a first visit over a bad line harms nothing, and the next goes on', async ({ page, host, watch }) => {
	watch.allowed.push('503');
	host.lose(/_app\/offline-|reports\.parquet/);
	await page.goto('/about');
	await keeping(page, 'failed');
	await page.getByRole('link', { name: 'Table', exact: true }).click();
	await expect(page.getByRole('table').first()).toBeVisible();
	host.lose(null);
	await visit(page);
});

test('without room for a copy the site works as ever', async ({ page, context, baseURL }) => {
	const session = await context.newCDPSession(page);
	await session.send('Storage.overrideQuotaForOrigin', {
		origin: new URL(baseURL!).origin,
		quotaSize: 3_000_000
	});
	await page.goto('/about');
	await keeping(page, 'full');
	await page.goto('/');
	await expect(page.locator('[data-map="no-webgl"]')).toBeVisible();
	expect(await page.evaluate(() => caches.keys())).toEqual([]);
	// It is not tried again at every visit, but when the reader says so.
	await page.goto('/about');
	await keeping(page, 'full');
	await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(baseURL!).origin });
	await page.getByRole('button', { name: 'Keep a copy' }).click();
	await keeping(page, 'kept');
});

test('a reader who saves data is asked first; what is kept can be removed, and stays away', async ({
	page,
	host
}) => {
	// Until they are on a line that costs nothing.
	await page.addInitScript(() => {
		const saveData = sessionStorage.getItem('costs-nothing') === null;
		Object.defineProperty(navigator, 'connection', { value: { saveData } });
	});
	await page.goto('/about');
	await keeping(page, 'unasked');
	expect(host.asked).not.toContain('/service-worker.js');
	await page.getByRole('button', { name: 'Keep a copy' }).click();
	await keeping(page, 'kept');

	await page.evaluate(() => sessionStorage.setItem('costs-nothing', ''));
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

test('the site can be installed, in every language', async ({ page, context }) => {
	await visit(page);
	const session = await context.newCDPSession(page);
	for (const language of languages) {
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
});
