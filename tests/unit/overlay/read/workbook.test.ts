/** Workbooks: their sheets, what stands in their cells, and what a broken one says. */
import emptyNumbers from '@e965/xlsx/dist/xlsx.zahl.mjs';
import { utils, write, type CellObject, type WorkSheet } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choicesAfter } from '../../../../src/lib/overlay/read/corrections';
import { book, places, types, type Cells } from './books';
import { cellsOf, placesOf, readText, refusalOf, rolesOf, tableOf, wholeOf, zip } from '../made';

const about: Cells = [['About this file'], ['Made by', 'somebody'], ['in', '2016']];
const numbered = (v: number, z: string): CellObject => ({ t: 'n', v, z });

describe.each(types)('a workbook as .%s', (type) => {
	it('is read with its names, values and places', async () => {
		const { table, guesses, problems } = await wholeOf(book({ Places: places }, type));
		expect(guesses).toMatchObject({
			format: 'workbook',
			encoding: null,
			header: true,
			firstLine: 1,
			part: null,
			parts: []
		});
		expect(cellsOf(table)).toEqual([
			['Aleppo', '36.2', '37.1', '2015-09-24'],
			['حماة', '35.1', '36.7', '2016']
		]);
		expect(placesOf(table)).toEqual([
			[37.1, 36.2],
			[36.7, 35.1]
		]);
		expect(problems).toEqual([]);
	});

	it('has sheets to choose from, of which the first with places is shown', async () => {
		const bytes = book(
			{ About: about, Places: places, More: [...places, ['Idlib', 35.9, 36.6, '2017']] },
			type
		);
		const { table, guesses } = await wholeOf(bytes);
		expect(table.rows).toBe(2);
		expect(guesses.part).toBe('Places');
		expect(guesses.parts.map(({ name, kind, rows }) => [name, kind, rows])).toEqual([
			['About', 'sheet', 1],
			['Places', 'sheet', 2],
			['More', 'sheet', 3]
		]);
		const choices = choicesAfter({ swap: true }, guesses, { ...guesses, part: 'More' });
		expect(choices).toEqual({ part: 'More' });
		const other = await wholeOf(bytes, choices);
		expect([other.table.rows, other.guesses.part]).toEqual([3, 'More']);
		// One without places may be meant all the same.
		expect((await wholeOf(bytes, { part: 'About' })).guesses).toMatchObject({ part: 'About', place: null });
		// A sheet that is no more there is no reason to show nothing.
		expect((await wholeOf(bytes, { part: 'Gone' })).guesses.part).toBe('Places');
	});

	it.each([0.15, 0.5, 0.9])('cut off after %d of it says so', async (share) => {
		const bytes = book({ About: about, Places: places }, type);
		const result = await readText(bytes.slice(0, Math.floor(bytes.length * share)));
		// What is left may be whole where only the end is missing.
		if (type === 'biff8' && !result.refusal) expect(result.table.rows).toBeGreaterThan(0);
		else expect(result.refusal?.reason).toMatch(/^damaged/);
	});
});

describe('a sheet', () => {
	it('may have titles above its table, merged cells, empty columns and empty rows', async () => {
		const cells: Cells = [
			['', 'Sites of 2016', '', '', ''],
			['', '', '', '', ''],
			['', 'actor', 'name', 'lat', 'lon'],
			['', 'Iran', 'A', 36.2, 37.1],
			['', '', 'B', 35.1, 36.7],
			['', '', '', '', ''],
			['', 'Russia', 'C', 35.4, 35.9]
		];
		const { table, guesses, problems } = await wholeOf(
			book({ S: cells }, 'xlsx', (sheet) => {
				sheet['!merges'] = [utils.decode_range('B1:E1'), utils.decode_range('B4:B5')];
			})
		);
		expect(cellsOf(table)).toEqual([
			['Iran', 'A', '36.2', '37.1'],
			['Iran', 'B', '35.1', '36.7'],
			['Russia', 'C', '35.4', '35.9']
		]);
		expect([...table.origin]).toEqual([4, 5, 7]);
		expect(rolesOf(table).actor).toBe('actor');
		expect(guesses).toMatchObject({ header: true, firstLine: 3 });
		expect(problems).toMatchObject([{ kind: 'title', count: 1, examples: [{ found: 'Sites of 2016' }] }]);
	});

	it('may have its names over two rows', async () => {
		const cells: Cells = [
			['name', 'Position', ''],
			['', 'latitude', 'longitude'],
			['A', 36.2, 37.1]
		];
		const merged = (sheet: WorkSheet) =>
			(sheet['!merges'] = [utils.decode_range('A1:A2'), utils.decode_range('B1:C1')]);
		const { table } = await wholeOf(book({ S: cells }, 'xlsx', merged));
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'latitude', 'longitude']);
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
	});

	it('says by itself whether its first row names the columns, and the reader may say otherwise', async () => {
		const bytes = book({
			S: [
				['A', 36.2, 37.1],
				['B', 35.1, 36.7]
			]
		});
		expect((await wholeOf(bytes)).guesses).toMatchObject({ header: false });
		const { table } = await wholeOf(bytes, { header: true });
		expect(table.rows).toBe(1);
	});

	it('of which something is corrected is the one that stays', async () => {
		const bytes = book({ About: about, Places: places, More: places });
		const { guesses } = await wholeOf(bytes);
		expect(choicesAfter({}, guesses, guesses)).toEqual({});
		const choices = choicesAfter({}, guesses, { ...guesses, header: false, firstLine: 1 });
		expect(choices).toEqual({ part: 'Places', header: false });
		const { table, guesses: after } = await wholeOf(bytes, choices);
		expect([after.part, table.rows]).toEqual(['Places', 3]);
		// Of another one nothing was said yet.
		expect(choicesAfter(choices, after, { ...after, part: 'More' })).toEqual({ part: 'More' });
	});

	it('whose days are counted from 1904 has the same days', async () => {
		const made = utils.book_new();
		const cells: Cells = [
			['name', 'lat', 'lon', 'x'],
			['A', 36, 37, numbered(42_271 - 1462, 'yyyy-mm-dd')]
		];
		utils.book_append_sheet(made, utils.aoa_to_sheet(cells), 'S');
		made.Workbook = { WBProps: { date1904: true } };
		const bytes = new Uint8Array(write(made, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
		expect(cellsOf(await tableOf(bytes))[0]![3]).toBe('2015-09-24');
	});

	it('that is hidden comes last', async () => {
		const made = utils.book_new();
		utils.book_append_sheet(made, utils.aoa_to_sheet(places), 'Hidden');
		utils.book_append_sheet(made, utils.aoa_to_sheet([...places, ['C', 36, 37, '']]), 'Seen');
		made.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
		const bytes = new Uint8Array(write(made, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
		const { guesses } = await wholeOf(bytes);
		expect([guesses.part, guesses.parts.map(({ name }) => name)]).toEqual(['Seen', ['Seen', 'Hidden']]);
	});
});

describe('a cell', () => {
	const textOf = async (cell: CellObject) =>
		cellsOf(
			await tableOf(
				book({
					S: [
						['name', 'lat', 'lon', 'x'],
						['A', 36, 37, cell]
					]
				})
			)
		)[0]![3];
	it.each([
		['a day', 42_271, 'dd/mm/yyyy', '2015-09-24'],
		['a day as each country writes it', 42_271, 'm/d/yy', '2015-09-24'],
		['a day with a word', 42_271, '[$-409]d" of "mmm yyyy;@', '2015-09-24'],
		['a month', 42_271, 'mmm yyyy', '2015-09'],
		['a year', 42_271, 'yyyy', '2015'],
		['a day and a time', 42_271.604_166_666_7, 'yyyy-mm-dd hh:mm', '2015-09-24 14:30'],
		['a day whose time is not shown', 42_271.604, 'yyyy-mm-dd', '2015-09-24'],
		['a time', 0.604_166_666_7, 'h:mm', '14:30'],
		['a number', 170.1, '0.00', '170.10'],
		['a number of which not all is shown', 36.201_23, '0.0', '36.20123'],
		['a number with noise', 0.1 + 0.2, 'General', '0.3'],
		['a number with thousands', 1234.5, '#,##0.0', '1234.5'],
		['a number with zeros before it', 7, '000', '007'],
		['a large number', 123_456_789_012, 'General', '123456789012'],
		['a share', 0.25, '0%', '25%'],
		['a number with a unit', 12, '0" km"', '12 km']
	])('with %s', async (_, value, format, text) => {
		expect(await textOf(numbered(value, format))).toBe(text);
	});

	it('with a truth, a fault or a text is what is shown', async () => {
		expect(await textOf({ t: 'b', v: true })).toBe('TRUE');
		expect(await textOf({ t: 'e', v: 0x2a })).toBe('#N/A');
		expect(await textOf({ t: 's', v: '  007 ' })).toBe('  007 ');
	});

	it('of a table of any texts is the same text', async () => {
		// What XML can't hold is written otherwise.
		const text = fc
			.string({ unit: 'grapheme', maxLength: 12 })
			.filter((each) => !/[\p{Cc}\p{Cs}\ufffe\uffff]|_x[\dA-F]{4}_/iu.test(each))
			.map((each) => each.trim());
		const rows = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 12 });
		await fc.assert(
			fc.asyncProperty(rows, async (cells) => {
				const sheet: Cells = [
					['name', 'lat', 'lon', 'a', 'b'],
					...cells.map(([a, b]) => ['n', 36.2, 37.1, a, b])
				];
				const table = await tableOf(book({ S: sheet }), { header: true, firstLine: 1 });
				expect(table.rows).toBe(cells.length);
				expect(table.longitude.every((longitude) => longitude === 37.1)).toBe(true);
				expect(cellsOf(table).map((row) => row.slice(3))).toEqual(cells.map(([a, b]) => [a, b]));
			}),
			{ numRuns: 60 }
		);
	});
});

describe('what is no workbook', () => {
	it('or asks for a password, says so', async () => {
		const ole = (name: string) => {
			const bytes = new Uint8Array(4096);
			bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
			[...name].forEach((letter, at) => (bytes[1024 + at * 2] = letter.charCodeAt(0)));
			return bytes;
		};
		expect(await refusalOf(ole('EncryptedPackage'))).toBe('locked');
		expect(await refusalOf(ole('WordDocument'))).toBe('other-type document');
		expect(await refusalOf(ole('Workbook'))).toBe('damaged Excel');
	});

	it('is not unpacked beyond every measure', async () => {
		const bytes = book({
			S: [...places, ...Array.from({ length: 5000 }, () => ['A', 36, 37, 'x'.repeat(60)])]
		});
		expect(bytes.length).toBeLessThan(250_000);
		expect(await refusalOf(bytes, { file: 1e9, unpacked: 100_000, rows: 1e6 })).toMatch(/^unpacks-too-large/);
	});
});

describe('a workbook in an archive', () => {
	it('is one of its files, and its sheets are parts of it', async () => {
		const bytes = zip({ 'a.csv': 'k,v\n1,2\n', 'in/b.xlsx': book({ About: about, Places: places }) });
		const { guesses, table } = await wholeOf(bytes);
		expect(guesses.part).toBe('in/b.xlsx / Places');
		expect(guesses.parts.map(({ name }) => name)).toEqual([
			'a.csv',
			'in/b.xlsx / About',
			'in/b.xlsx / Places'
		]);
		expect(table.rows).toBe(2);
		expect((await wholeOf(bytes, { part: 'in/b.xlsx / About' })).guesses.part).toBe('in/b.xlsx / About');
		expect((await wholeOf(bytes, { part: 'a.csv' })).guesses.format).toBe('csv');
	});
});

it('sheets in texts of other programs are told as what they are', async () => {
	expect(await refusalOf('ID;PWXL;N;E\nC;Y1;X1;K"name"\nE\n')).toBe('other-type SYLK');
	expect(await refusalOf('TABLE\r\n0,1\r\n"EXCEL"\r\n')).toBe('other-type DIF');
	expect(
		await refusalOf('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')
	).toBe('other-type XML Spreadsheet 2003');
	expect(
		await refusalOf('<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>')
	).toBe('other-type Flat OpenDocument');
});

it('a file of Numbers has its tables as sheets, and one that is cut off says so', async () => {
	const made = utils.book_new();
	utils.book_append_sheet(made, utils.aoa_to_sheet(places), 'Places');
	utils.book_append_sheet(made, utils.aoa_to_sheet([...places, ['Idlib', 35.9, 36.6, '2017']]), 'More');
	const bytes = new Uint8Array(
		write(made, { type: 'array', bookType: 'numbers', numbers: emptyNumbers }) as ArrayBuffer
	);
	const { table, guesses, problems } = await wholeOf(bytes);
	expect(cellsOf(table)).toEqual(places.slice(1).map((row) => row.map(String)));
	expect(placesOf(table)).toEqual([
		[37.1, 36.2],
		[36.7, 35.1]
	]);
	expect([guesses.part, guesses.parts.length, problems]).toEqual(['Places', 2, []]);
	expect((await tableOf(bytes, { part: 'More' })).rows).toBe(3);
	for (const share of [0.2, 0.5, 0.9])
		expect(await refusalOf(bytes.slice(0, Math.floor(bytes.length * share)))).toBe('damaged Numbers');
});

describe('an old workbook of which a byte is wrong', () => {
	const bytes = book({ About: about, Sites: places }, 'biff8');
	/** Where the record of a setting begins, of eight bytes. */
	const at = bytes.findIndex(
		(byte, index) =>
			byte === 0x10 && bytes[index + 1] === 0 && bytes[index + 2] === 8 && bytes[index + 3] === 0
	);

	it('keeps its rows where a record becomes one of a formula, which is passed over', async () => {
		expect(at).toBeGreaterThan(0);
		// As 0x0021, an array of formulas, it is too short, and had SheetJS go on for ever.
		for (const type of [0x21, 0x18, 0x36, 0x06]) {
			const changed = bytes.slice();
			changed[at] = type;
			expect(cellsOf(await tableOf(changed))[0]).toEqual(['Aleppo', '36.2', '37.1', '2015-09-24']);
		}
	});

	it('is refused where a text has no length, which had SheetJS take characters for ever', async () => {
		const changed = bytes.slice();
		// A shorter record that nobody knows, and behind it one of a text in which nothing stands.
		changed.set([0xff, 0x7f, 4, 0], at);
		changed.set([7, 0, 0, 0], at + 8);
		expect(await refusalOf(changed)).toBe('damaged Excel');
	});

	it('has the values of its formulas', async () => {
		const table = await tableOf(
			book({ S: [['lat', 'lon', 'n', 's'], [36.2, 37.1, { t: 'n', v: 3, f: '1+2' }, { t: 's', v: 'ab', f: '"a"&"b"' }]] }, 'biff8') // prettier-ignore
		);
		expect(cellsOf(table)).toEqual([['36.2', '37.1', '3', 'ab']]);
	});
});
