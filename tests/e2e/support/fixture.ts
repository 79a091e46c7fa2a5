/** Playwright's test with a watch on every page: a silent console, no uncaught error, no request to anybody else. */
import { expect, test as base, type Page } from '@playwright/test';

interface Watch {
	/** Messages that a test expects from then on; each is a part of the text. */
	allowed: string[];
}

/** What a project of `playwright.config.ts` says of its browser. */
export interface Options {
	hasWebgl: boolean;
	/** The folder of the records that the site was built from. */
	data: string;
}

export const test = base.extend<Options & { watch: Watch }>({
	// Paths are those of the site, wherever it lives on its host.
	page: async ({ page, baseURL }, use) => {
		const goto = page.goto.bind(page);
		page.goto = (path, options) => goto(path.replace(/^\//, baseURL!), options);
		await use(page);
	},
	hasWebgl: [true, { option: true }],
	data: ['geodata', { option: true }],
	watch: [
		async ({ context, baseURL, hasWebgl }, use) => {
			const faults: string[] = [];
			// Playwright says so where it keeps the service worker away.
			const watch: Watch = { allowed: ['Service Worker registration blocked by Playwright'] };
			if (!hasWebgl) watch.allowed.push('WebGL');
			const note = (fault: string) => {
				if (!watch.allowed.some((part) => fault.includes(part))) faults.push(fault);
			};
			context.on('console', (message) => {
				if (['error', 'warning', 'assert'].includes(message.type()))
					note(`${message.type()}: ${message.text()}`);
			});
			context.on('weberror', (error) => note(`uncaught: ${error.error().message}`));
			context.on('request', (request) => {
				const url = request.url();
				if (!/^(data|blob):/.test(url) && !url.startsWith(baseURL!)) note(`left the origin: ${url}`);
			});
			await use(watch);
			expect(faults).toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

/** Waits until the page answers to clicks. */
export async function hydrated(page: Page): Promise<void> {
	await expect(page.locator('html[data-hydrated]')).toBeAttached();
	await expect(page.locator('[data-hydrate="waiting"]')).toHaveCount(0);
}
