/** A reader's file of a source that is known: what its columns are taken for, and whose data it is. */
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { added } from '../../../src/lib/overlay/read/ours';
import { violations } from '../support/axe';
import { expect, hydrated, test } from '../support/fixture';
import { cards, choose, door, fileOf, open } from '../support/panel';

const acled = `event_id_cnty,event_date,event_type,sub_event_type,actor1,location,latitude,longitude,source,notes
AAA1,2023-01-02,Battles,Armed clash,One,Atown,36.1,37.1,A paper,What happened.
AAA2,2023-02-03,Protests,Peaceful protest,Two,Btown,35.5,36.5,A paper,What else happened.
`;

/** As KoBoToolbox writes it: a question about a place has a column of its own and four more. */
const kobo = `"start";"Site";"Where";"_Where_latitude";"_Where_longitude";"_Where_altitude";"_Where_precision";"_id";"_uuid";"_submission_time";"_index"
"2023-05-01T10:00:00.000+03:00";"Mill";"36.2 37.1 420 5.5";"36.2";"37.1";"420";"5.5";"1";"a";"2023-05-01T11:00:00";"1"
"2023-05-02T10:00:00.000+03:00";"Bridge";"35.1 36.7 0 12";"35.1";"36.7";"0";"12";"2";"b";"2023-05-02T11:00:00";"2"
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
		await card.locator('summary', { hasText: 'Armed Conflict Location & Event Data' }).click();
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

	await test.step('a survey’s points stand where they were taken, each as near as it says', async () => {
		await choose(page, fileOf(kobo, 'survey.csv'));
		const survey = cards(page).nth(1);
		await expect(survey.locator('[data-looks-like="kobo"]')).toContainText('a KoBoToolbox export');
		await expect(survey).toContainText('2 rows');
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			survey.getByRole('button', { name: 'Export what is shown (CSV)' }).click()
		]);
		const [head, ...rows] = Papa.parse<string[]>(readFileSync((await download.path())!, 'utf8').trim()).data;
		const column = (name: string) => rows.map((row) => row[head!.indexOf(name)]);
		expect(column(added.longitude)).toEqual(['37.1', '36.7']);
		expect(column(added.latitude)).toEqual(['36.2', '35.1']);
		expect(column(added.radius)).toEqual(['5.5', '12']);
		expect(column('Where'), 'nothing of the file changes').toEqual(['36.2 37.1 420 5.5', '35.1 36.7 0 12']);
	});
});
