/** A newer version of a site that is kept: replaced when the reader asks, and never by half of one. */
import { hydrated } from '../support/fixture';
import { newer } from '../support/host';
import { expect, keeping, test, visit } from '../support/kept';
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

test('a new version is offered, can be left for later, and comes when the reader asks', async ({
	page,
	context,
	host
}) => {
	await visit(page);
	host.show('newer');
	expect(await checkForUpdate(page)).toBe('installed');
	const offer = page.getByRole('status').filter({ hasText: 'A new version is ready' });
	await expect(offer).toBeVisible();
	await test.step('the offer can be left for later', async () => {
		await page.getByRole('button', { name: 'Not now' }).click();
		await expect(page.getByText('A new version is ready')).toBeHidden();
		await page.goto('/about');
		await expect(page.locator('html')).not.toHaveAttribute('data-build');
	});
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

test('a half-finished download leaves the old version working, is gone on with, and takes over though the old one is busy', async ({
	page,
	context,
	host,
	watch
}) => {
	// What the console says of the page for unknown addresses.
	watch.allowed.push('Failed to load resource');
	await visit(page);
	await test.step('a half-finished download leaves the old version working', async () => {
		host.show('newer');
		// Files with a hash in their name are in the browser's cache already; these two are asked for.
		host.lose(/reports\.parquet/);
		host.forget();
		expect(await checkForUpdate(page)).toBe('redundant');
		expect(host.asked).toContain('/icons/icon-512.png');
	});

	await test.step('a page that is newer than the copy is not told that the copy is', async () => {
		host.forget();
		// The newer copy can't be had, so that nothing but the page is of that version.
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

	await test.step('the download is gone on with', async () => {
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
	});

	await test.step('a new version comes although the old one is kept busy in that moment', async () => {
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
});
