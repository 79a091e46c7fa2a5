/** A site that a browser may keep a copy of: its host can show a newer version, and lose files. */
import type { Page } from '@playwright/test';
import { expect as usual, test as base } from './fixture';
import { startHost, type Host } from './host';

// Several pages and maps come after another in one test, while a copy is being fetched beside them.
export const expect = usual.configure({ timeout: 60_000 });

export const test = base.extend<{ asAtFirst: void }, { host: Host }>({
	host: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from its parameter
		async ({}, use) => {
			const host = await startHost();
			await use(host);
			await host.close();
		},
		{ scope: 'worker' }
	],
	asAtFirst: [
		async ({ host }, use) => {
			host.show('older');
			host.lose(null);
			host.pretend(null);
			host.forget();
			await use();
		},
		{ auto: true }
	],
	baseURL: async ({ host }, use) => use(host.address),
	serviceWorkers: 'allow'
});

export const keeping = (page: Page, state: string) =>
	expect(page.locator(`[data-offline="${state}"]`)).toBeVisible({ timeout: 120_000 });

/** Opens the page that says how the keeping goes, and waits until all is kept. */
export async function visit(page: Page): Promise<void> {
	await page.goto('/about');
	await keeping(page, 'kept');
}
