/** Addresses behind the cells of workbooks: a column beside them, and the texts to the letter. */
import type { CellObject } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellsOf, rolesOf, tableOf } from '../made';
import { book, places, types, type Cells } from './books';

describe.each(types)('addresses behind the cells of a workbook as .%s', (type) => {
	const linked = () =>
		book({ Places: places }, type, (sheet) => {
			(sheet.A2 as CellObject).l = { Target: 'https://example.org/a?b=1&c=2' };
			// Within the workbook, and to where nothing is shown.
			(sheet.A3 as CellObject).l = { Target: '#Places!A1' };
			(sheet.D2 as CellObject).l = { Target: 'mailto:somebody@example.org' };
		});

	it('stand in a column beside them, whose texts stay to the letter', async () => {
		const table = await tableOf(linked());
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'name (link)', 'lat', 'lon', 'date']);
		expect(cellsOf(table)).toEqual([
			['Aleppo', 'https://example.org/a?b=1&c=2', '36.2', '37.1', '2015-09-24'],
			['حماة', '', '35.1', '36.7', '2016']
		]);
		expect(rolesOf(table)).toMatchObject({ name: 'name', source: 'name (link)' });
	});

	it('that a cell shows as its text need no column', async () => {
		const cells: Cells = [...places.map((row) => [...row])];
		cells[0]!.push('url');
		cells[1]!.push('https://example.org/');
		const table = await tableOf(
			book(
				{ Places: cells },
				type,
				(sheet) => void ((sheet.E2 as CellObject).l = { Target: 'https://example.org' })
			)
		);
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'lat', 'lon', 'date', 'url']);
		expect(rolesOf(table).source).toBe('url');
	});
});

it('an address in a formula of a workbook is one behind its cell', async () => {
	const formula: CellObject = { t: 's', v: 'Reuters', f: 'HYPERLINK("https://example.org/r","Reuters")' };
	for (const type of ['xlsx', 'ods'] as const) {
		const table = await tableOf(
			book(
				{
					S: [
						['lat', 'lon', 'source'],
						[36.2, 37.1, formula]
					]
				},
				type
			)
		);
		expect(cellsOf(table)).toEqual([['36.2', '37.1', 'Reuters', 'https://example.org/r']]);
		// What can be opened is the source.
		expect(rolesOf(table).source).toBe('source (link)');
	}
	const other = await tableOf(
		book({
			S: [
				['lat', 'lon', 'n'],
				[36.2, 37.1, { t: 'n', v: 3, f: '1+2' }]
			]
		})
	);
	expect(cellsOf(other)).toEqual([['36.2', '37.1', '3']]);
});

it('a link over a whole sheet is of its first rows alone', async () => {
	const parts = unzipSync(
		book({ Places: places }, 'xlsx', (sheet) => {
			(sheet.A2 as CellObject).l = { Target: 'https://example.org/a' };
		})
	);
	const name = 'xl/worksheets/sheet1.xml';
	const sheet = strFromU8(parts[name]!).replace(/(<hyperlink [^>]*ref=")[^"]*/, '$1A1:XFD1048576');
	expect(sheet).toContain('A1:XFD1048576');
	const table = await tableOf(zipSync({ ...parts, [name]: strToU8(sheet) }));
	expect(cellsOf(table).map((cells) => cells.slice(0, 2))).toEqual([
		['Aleppo', 'https://example.org/a'],
		['حماة', 'https://example.org/a']
	]);
});
