/** A reader's file of a source that is known: what its columns are taken for, and whose data it is. */
import { readFileSync } from 'node:fs';
import { violations } from '../support/axe';
import { expect, hydrated, test } from '../support/fixture';
import { cards, choose, door, fileOf, open } from '../support/panel';

const acled = `event_id_cnty,event_date,event_type,sub_event_type,actor1,location,latitude,longitude,source,notes
AAA1,2023-01-02,Battles,Armed clash,One,Atown,36.1,37.1,A paper,What happened.
AAA2,2023-02-03,Protests,Peaceful protest,Two,Btown,35.5,36.5,A paper,What else happened.
`;

test('a file of a known source is shown as the source means it, and says whose it is', async ({ page }) => {
	await open(page);
	await choose(page, fileOf(acled, 'events.csv'));
	const card = cards(page).first();
	const note = card.locator('[data-looks-like="acled"]');
	const asSource = /an ACLED export: coloured by \W*event_type\W*, dated by \W*event_date/;

	await test.step('which one button undoes, and another does again', async () => {
		await expect(note).toHaveText(asSource);
		await expect(card.getByText('Battles')).toBeVisible();
		await note.getByRole('button', { name: 'Read it as any other file' }).click();
		await expect(note).toContainText('is read as any other file');
		await note.getByRole('button', { name: 'Read it as an ACLED export' }).click();
		await expect(note).toHaveText(asSource);
		expect(await violations(page)).toEqual([]);
	});

	await test.step('the citation stays with the layer, and goes out with its rows', async () => {
		const citation = card.getByRole('textbox', { name: 'Citation' });
		await citation.fill('ACLED, as our newsroom took it');
		await citation.blur();
		await expect(card.locator('summary', { hasText: 'ACLED, as our newsroom took it' })).toBeVisible();
		await expect(page.locator('[data-keeping="kept"]')).toHaveCount(1);
		await page.reload();
		await hydrated(page);
		if (!(await card.isVisible())) await door(page).click();
		await expect(card.locator('summary', { hasText: 'ACLED, as our newsroom took it' })).toBeVisible();
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			card.getByRole('button', { name: 'Export what is shown (CSV)' }).click()
		]);
		const rows = readFileSync((await download.path())!, 'utf8')
			.trim()
			.split('\r\n');
		expect(rows[0]).toMatch(/,cite_as$/);
		for (const row of rows.slice(1)) expect(row).toMatch(/"ACLED, as our newsroom took it"$/);
	});
});
