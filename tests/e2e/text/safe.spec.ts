/** Nothing that comes from a record, an address or a paste runs. What each page may do is in `matrix`. */
import { naughty } from '../../fixtures/naughty/naughty';
import { readFileSync } from 'node:fs';
import { filesOf } from '../../../src/tools/pages';
import { expect, hydrated, test } from '../support/fixture';
import { watchPolicy } from '../support/policy';
import type { Page } from '@playwright/test';

/** What TypeScript's own types of a browser do not have yet. */
declare const trustedTypes: {
	defaultPolicy: unknown;
	createPolicy(name: string, rules: object): unknown;
};

/** A page that runs something it was given would set this. */
const armed = [
	'<img src=x onerror=window.ran=1>',
	'"><script>window.ran=1</script>',
	'javascript:window.ran=1'
];
const strings = [...armed, ...naughty];

async function expectUnharmed(page: Page): Promise<void> {
	expect(await page.evaluate(() => 'ran' in window)).toBe(false);
	await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
}

/** As a link within the page would lead there: the address is read anew, and the page is not. */
const lead = (page: Page, address: string) =>
	page.evaluate((address) => {
		history.pushState({}, '', address);
		dispatchEvent(new PopStateEvent('popstate', { state: {} }));
	}, address);

test('naughty strings in the search and in every parameter of an address run nothing and break nothing', async ({
	page
}) => {
	const reports = await watchPolicy(page);
	page.on('dialog', (dialog) => {
		reports.push(`a dialog: ${dialog.message()}`);
		void dialog.dismiss();
	});
	const keys =
		'actors claims places precision publishers contested origins q from to time basemap map data'.split(' ');
	await page.goto('/table');
	await hydrated(page);

	await test.step('typed into the search they are words', async () => {
		const search = page.getByRole('combobox');
		for (const text of [...armed, ...naughty.filter((_, index) => index % 12 === 0)]) {
			await search.fill(text.toWellFormed());
			await expect(search).toHaveValue(/^/);
		}
		await search.fill('<zzqxw onload=zzqxw>');
		await expect(page.getByText('Nothing has', { exact: false })).toContainText('<zzqxw onload=zzqxw>');
		await expectUnharmed(page);
	});

	for (let first = 0; first < strings.length; first += keys.length) {
		const query = new URLSearchParams(
			keys.flatMap((key, index) => {
				const text = strings[first + index];
				return text === undefined ? [] : [[key, text.toWellFormed()]];
			})
		);
		await lead(page, `/table?${query}`);
	}
	await expectUnharmed(page);
	// Each key has each text on each page, and each text once in the address that a page is opened by.
	for (const [at, path] of ['/', '/sites/tanf', '/embed', '/ar/table', '/fetch'].entries()) {
		for (const turn of armed.keys()) {
			const textOf = (index: number) => armed[(index + at + turn) % armed.length]!;
			const query = keys.map((key, index) => `${key}=${encodeURIComponent(textOf(index))}`).join('&');
			const address = `${path}?${query}#${textOf(0)}`;
			if (turn === 0) {
				await page.goto(address);
				await hydrated(page);
			} else await lead(page, address);
			await expectUnharmed(page);
		}
	}
	expect(reports).toEqual([]);
});

test('naughty strings that are pasted to be checked are words', async ({ page }) => {
	const reports = await watchPolicy(page);
	await page.goto('/articles/iran-focus-2015');
	await hydrated(page);
	await page.getByLabel('Paste the text of the article').fill(strings.join('\n').toWellFormed());
	await page.getByRole('button', { name: 'Check the quotes' }).click();
	await expect(page.locator('[data-state="done"]')).toBeVisible();
	await expectUnharmed(page);
	expect(reports).toEqual([]);
});

test('no text becomes markup or the address of a script, but through the policies that are named', async ({
	page,
	watch
}) => {
	watch.allowed.push('Trusted', 'Content Security Policy');
	await page.goto('/about');
	await hydrated(page);
	// The one for scripts is there once something starts a worker.
	await page.waitForFunction(() => 'defaultPolicy' in trustedTypes && trustedTypes.defaultPolicy !== null);
	const refused = await page.evaluate(() => {
		const attempts: [string, () => unknown][] = [
			['markup', () => (document.createElement('div').innerHTML = '<img src=x onerror=window.ran=1>')],
			['a page', () => new DOMParser().parseFromString('<p>', 'text/html')],
			['a script elsewhere', () => new Worker('https://example.org/a.js')],
			['a script in the address', () => new Worker('data:text/javascript,')],
			['a file that is no script of the site', () => new Worker('/data/reports.csv')],
			['another policy', () => trustedTypes.createPolicy('mine', { createHTML: (text: string) => text })],
			['the same again', () => trustedTypes.createPolicy('default', { createHTML: (text: string) => text })]
		];
		return attempts.flatMap(([name, attempt]) => {
			try {
				attempt();
				return [];
			} catch {
				return [name];
			}
		});
	});
	expect(refused).toHaveLength(7);
	await expectUnharmed(page);
});

test('of all pages that were built, one in each language may ask others', () => {
	const files = filesOf('build').filter((file) => file.endsWith('.html'));
	expect(files.length).toBeGreaterThan(100);
	const asking = files.filter((file) => {
		const policies = readFileSync(`build/${file}`, 'utf8').match(/connect-src [^;]*/g);
		expect(policies, file).toHaveLength(1);
		return policies![0] !== "connect-src 'self'";
	});
	expect(asking.sort()).toEqual(['/ar/fetch.html', '/fetch.html']);
});
