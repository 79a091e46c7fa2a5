/** What a reader takes of a page to cite it by. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { takenBy } from '../../../src/lib/export/citations/taken';
import { expect, hydrated, test } from '../support/fixture';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

/** Copies what a page has to cite it by, in every format: the file of the build, with the host and the day. */
async function copyCitations(page: Page, what: string): Promise<void> {
	await page.getByText(`Cite ${what}`).click();
	const { host, day } = await page.evaluate(() => ({
		host: location.origin,
		day: new Intl.DateTimeFormat('sv').format()
	}));
	for (const [name, format] of [
		['Plain text', 'txt'],
		['BibTeX', 'bib'],
		['RIS', 'ris'],
		['CSL-JSON', 'json'],
		['W3C Web Annotation', 'jsonld']
	] as const) {
		await page.getByRole('button', { name: `Copy: citation as ${name}` }).click();
		await expect(page.getByRole('button', { name: `Copied: citation as ${name}` })).toBeVisible();
		const link = page.getByRole('link', { name: `Download citation as ${name}` });
		const file = await page.request.get((await link.getAttribute('href'))!);
		expect(file.ok()).toBe(true);
		expect(await copied(page)).toBe(takenBy(await file.text(), format, { day, host, base: '' }));
		expect(await copied(page)).toContain(page.url());
	}
}

test('a citation is copied as the file that can be downloaded, in every format', async ({ page, watch }) => {
	await page.goto('/sites/masyaf-facility');
	await hydrated(page);
	await copyCitations(page, 'this site');
	const downloading = page.waitForEvent('download');
	await page.getByRole('link', { name: 'Download citation as BibTeX' }).click();
	const download = await downloading;
	expect(download.suggestedFilename()).toBe('masyaf-facility.bib');
	expect(await readFile(await download.path(), 'utf8')).toMatch(/\turldate = \{\d{4}-\d\d-\d\d\}/);

	await page.goto('/reports/naija-on-point-2022-1');
	await hydrated(page);

	await test.step('a report has one origin', async () => {
		await expect(page.getByRole('region', { name: 'Where it comes from' })).toContainText(
			'1 report, 1 origin'
		);
		await expect(page.locator('svg .name', { hasText: 'Asharq al-Awsat' }).first()).toBeVisible();
	});

	await copyCitations(page, 'this report');

	await test.step('one that does not come says so', async () => {
		watch.allowed.push('Failed to load resource', '404');
		await page.route('**/cite/**', (route) => route.fulfill({ status: 404, body: '' }));
		await page.getByRole('button', { name: /citation as RIS$/ }).click();
		await expect(page.getByRole('button', { name: 'Could not copy: citation as RIS' })).toBeVisible();
	});
});
