/** What a reader does with a site of many records: gives what does not hold, a line each. */
import type { Browser, Page } from '@playwright/test';
import type { Size } from './records';

/** More rows than this are never in a page at the same time. */
const mostRows = 450;
const firstRows = 100;

export interface Expected extends Size {
	/** Places with a report that is drawn. */
	sites: number;
	/** Sites with a report about the first actor. */
	ofFirstActor: number;
	/** The name of a place that is asked for. */
	name: string;
}

export async function use(browser: Browser, address: string, expected: Expected): Promise<string[]> {
	const faults: string[] = [];
	const say = (what: string, is: unknown, wanted: unknown) => {
		if (is !== wanted) faults.push(`${what}: ${String(is)}, not ${String(wanted)}`);
	};
	const most = (what: string, count: number, limit: number) => {
		if (count > limit) faults.push(`${what}: ${count}, more than ${limit}`);
	};
	const number = (count: number) => count.toLocaleString('en');

	await withPage(browser, { javaScriptEnabled: false }, async (page) => {
		await page.goto(address);
		say(
			'sites listed without scripts',
			await page.locator('main li a[href*="/sites/"]').count(),
			Math.min(expected.sites, expected.reports > 150 ? firstRows : Infinity)
		);
		const text = (await page.locator('main').textContent()) ?? '';
		if (!text.includes(`${number(expected.sites)}`))
			faults.push('the page does not say how many sites there are');
	});

	await withPage(browser, {}, async (page) => {
		await page.goto(address);
		await page.locator('[data-map="ready"]').waitFor({ timeout: 120_000 });
		await page.getByText(`${number(expected.sites)} of ${number(expected.sites)} shown`).waitFor();
		const rows = page.locator('main li a[href*="/sites/"]');
		most('rows of the list in the page', await rows.count(), mostRows);
		await page.locator('main').evaluate(async (panel) => {
			// Its parts come as they are reached, and may be higher than was thought.
			for (let before = -1; before !== panel.scrollTop;) {
				before = panel.scrollTop;
				panel.scrollTo(0, panel.scrollHeight);
				await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			}
		});
		most('rows at the end of the list', await rows.count(), mostRows);

		await page.goto(`${address}?actors=made-up-a`);
		await page.locator('[data-map="ready"]').waitFor({ timeout: 120_000 });
		await page.getByText(`${number(expected.ofFirstActor)} of ${number(expected.sites)} shown`).waitFor();

		await page.getByRole('combobox', { name: /search/i }).fill(expected.name);
		await page.getByRole('option', { name: expected.name }).first().waitFor();
	});

	await withPage(browser, {}, async (page) => {
		await page.goto(`${address}table`);
		await page.getByText(`${number(expected.reports)} of ${number(expected.reports)}`).waitFor();
		const rows = page.locator('tbody th[scope="row"]');
		most('rows of the table in the page', await rows.count(), mostRows);
		await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
		await rows.last().waitFor();
		most('rows at the end of the table', await rows.count(), mostRows);
	});
	return faults;
}

async function withPage(
	browser: Browser,
	options: { javaScriptEnabled?: boolean },
	work: (page: Page) => Promise<void>
): Promise<void> {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 800 },
		serviceWorkers: 'block',
		...options
	});
	try {
		await work(await context.newPage());
	} finally {
		await context.close();
	}
}
