/** The index of a table, and the file that it writes again. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { dayOfIso, isoOfDay } from '../../../../src/lib/base/days';
import type { MarkTile } from '../../../../src/lib/base/markTile';
import { isSeen } from '../../../../src/lib/map/overlay/hits';
import { cellText } from '../../../../src/lib/overlay/cells';
import { TableIndex, type RowFilter } from '../../../../src/lib/overlay/query/tableIndex';
import { csvStream } from '../../../../src/lib/overlay/query/csv';
import { sortedRows } from '../../../../src/lib/overlay/query/filter';
import { atOnce } from '../../steps';
import { tableOf } from '../made';
import { sites } from './rows';

describe('the file that is written again', () => {
	it('has the rows in their order, and no cell that a spreadsheet runs', async () => {
		const table = await tableOf(sites);
		const text = await new Response(csvStream(table, Uint32Array.of(3, 0))).text();
		const { data } = Papa.parse<string[]>(text.replace('\ufeff', ''), { skipEmptyLines: true });
		expect(data[0]).toEqual([
			...table.columns.map(({ name }) => name),
			'WGS84_longitude',
			'WGS84_latitude',
			// Since the file writes a date otherwise.
			'EDTF_date'
		]);
		expect(data[1]).toEqual([
			"'=cmd()",
			'35.2',
			'36.4',
			'Iran',
			'unknown',
			'\'+1 "quoted"\nline',
			'',
			'36.4',
			'35.2',
			''
		]);
		expect(data[2]![0]).toBe('Hmeimim');
		expect(data).toHaveLength(3);
	});

	it('is read again as it was', async () => {
		const lines = Array.from(
			{ length: 12_000 },
			(_, index) => `"n, ""${index}""",${index % 180},${index % 90},x`
		);
		const table = await tableOf(`name,lon,lat,actor\n${lines.join('\n')}\n`);
		const stream = csvStream(
			table,
			Uint32Array.from({ length: table.rows }, (_, row) => row)
		);
		const again = await tableOf(new Uint8Array(await new Response(stream).arrayBuffer()));
		expect(again.rows).toBe(table.rows);
		expect([...again.longitude]).toEqual([...table.longitude]);
		expect(cellText(again.columns[0]!, 11_999)).toBe('n, "11999"');
	});
});

describe('the index of a table', () => {
	const all: RowFilter = { off: [], window: null, query: '' };
	const noPause = () => Promise.resolve();

	it('has rows in the same order whatever was shown before', async () => {
		const lines = Array.from(
			{ length: 60 },
			(_, row) => `${'ba'[row % 2]}${row % 7},36,37,${'xyz'[row % 3]}`
		);
		const table = await tableOf(['name,lat,lon,actor', ...lines].join('\n'));
		const off = fc.subarray([1, 2, 3]);
		const change = fc.record({
			off,
			query: fc.constantFrom('', 'b', 'a3'),
			sorting: fc.option(fc.boolean())
		});
		await fc.assert(
			fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 6 }), async (changes) => {
				const index = new TableIndex(table);
				let isDescending: boolean | undefined;
				for (const { off, query, sorting } of changes) {
					if (sorting !== null) index.sort(0, (isDescending = sorting));
					const { rows } = await index.filter({ ...all, off, query }, noPause);
					const page = (await index.page(0, 60)).map(({ row }) => row);
					const shown = [...page].sort((a, b) => a - b);
					expect(shown).toHaveLength(rows);
					const expected =
						isDescending === undefined
							? shown
							: [...atOnce(sortedRows(Uint32Array.from(shown), table.columns[0]!, isDescending))];
					expect(page).toEqual(expected);
				}
			})
		);
	});

	it('says what there is', async () => {
		const summary = new TableIndex(await tableOf(`${sites}\nnowhere,,,Iran,,,\n`)).summary();
		expect(summary).toMatchObject({ rows: 5, placed: 4, bounds: [35.9, 35.1, 36.4, 35.4] });
		expect(summary.colour?.values[0]).toMatchObject({ value: 'Iran', count: 3 });
		expect(summary.time?.counts.reduce((sum, count) => sum + count, 0)).toBe(3);
	});

	it('shows, counts, sorts and pages', async () => {
		const index = new TableIndex(await tableOf(sites));
		expect(await index.filter({ ...all, off: [1] }, noPause)).toMatchObject({
			rows: 3,
			values: [
				{ value: 'Iran', count: 2 },
				{ code: 1, count: 1 },
				{ value: 'روسيا', count: 1 }
			]
		});
		index.sort(0, true);
		expect((await index.page(0, 2)).map(({ row }) => row)).toEqual([1, 2]);
		expect((await index.page(2, 9)).map(({ row }) => row)).toEqual([3]);
		expect((await index.page(0, 1))[0]).toMatchObject({ origin: 3, place: [35.9, 35.4] });
		index.sort(null);
		expect((await index.page(0, 9)).map(({ row }) => row)).toEqual([1, 2, 3]);
		expect(await (await index.csv()).text()).not.toContain('Hmeimim');
		expect(index.group(1, 0).rows.map(({ row }) => row)).toEqual([1]);
	});

	it('cuts tiles in which no mark stands for rows inside a window and outside it, and no dated row is missing', async () => {
		const start = dayOfIso('2015-01-01');
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.record({ place: fc.nat(3), day: fc.option(fc.nat(60), { nil: null }) }), {
					minLength: 1,
					maxLength: 60
				}),
				fc.nat(60),
				fc.nat(30),
				async (rows, from, length) => {
					fc.pre(rows.some(({ day }) => day !== null));
					const window = { from: start + from, to: start + from + length };
					const lines = rows.map(
						({ place, day }) =>
							`${35 + place},${36 + place},Iran,${day === null ? '' : isoOfDay(start + day)}`
					);
					const index = new TableIndex(await tableOf(`lat,lon,actor,date\n${lines.join('\n')}\n`));
					await index.filter({ ...all, window }, noPause);
					// So few cells that even these rows are thinned.
					const { count, ...marks } = index.marks(0, 0, 0, { isExact: true, most: 3, across: 2 })!;
					const countOf = (window: RowFilter['window']) =>
						count.reduce(
							(sum, count, at) => sum + (isSeen({ off: new Set(), window }, marks, at) ? count : 0),
							0
						);
					const isIn = ({ day }: { day: number | null }) =>
						day !== null && day >= from && day <= from + length;
					expect(countOf(window)).toBe(rows.filter(isIn).length);
					expect(countOf(null)).toBe(rows.filter(({ day }) => day !== null).length);
				}
			),
			{ numRuns: 60 }
		);
	});

	it('cuts tiles of what a search found', async () => {
		const index = new TableIndex(await tableOf(sites));
		const rowsIn = (marks: MarkTile | null) => [...(marks?.row ?? [])].sort();
		await index.filter({ ...all, query: 'iran' }, noPause);
		expect(rowsIn(index.marks(0, 0, 0))).toEqual([2, 3]);
		expect(rowsIn(index.marks(0, 0, 0, { isExact: true }))).toEqual([2, 3]);
		await index.filter({ ...all, query: 'iran', window: { from: 0, to: 1 } }, noPause);
		expect(rowsIn(index.marks(0, 0, 0))).toEqual([2, 3]);
		await index.filter({ ...all, off: [1, 2, 3] }, noPause);
		expect(rowsIn(index.marks(0, 0, 0, { isExact: true }))).toEqual([0, 1, 2, 3]);
		await index.filter(all, noPause);
		expect(rowsIn(index.marks(0, 0, 0))).toEqual([0, 1, 2, 3]);
	});

	it('stays as it was where a search is left', async () => {
		const index = new TableIndex(await tableOf(sites));
		await index.filter({ ...all, query: 'iran' }, noPause);
		await expect(
			index.filter({ ...all, query: 'russia' }, () => Promise.reject(new Error('left')))
		).rejects.toThrow('left');
		expect((await index.page(0, 9)).map(({ row }) => row)).toEqual([2, 3]);
	});

	it('lets others in while it sorts, and sorts again where they change what is sorted', async () => {
		const rows = 70_000;
		const lines = Array.from({ length: rows }, (_, row) => `n${(row * 7919) % rows},36,37,${'xyz'[row % 3]}`);
		const table = await tableOf(['name,lat,lon,actor', ...lines].join('\n'));
		const names = async (index: TableIndex) => (await index.page(0, 2)).map(({ cells }) => cells[0]);
		const sorting = (meanwhile: (index: TableIndex) => unknown) => {
			let pauses = 0;
			const index: TableIndex = new TableIndex(
				table,
				async () => void (pauses++ === 0 && (await meanwhile(index)))
			);
			index.sort(0);
			return index;
		};
		let seen = -1;
		const undisturbed = sorting((index) => (seen = index.row(5).row));
		expect(await names(undisturbed)).toEqual(['n0', 'n1']);
		expect(seen).toBe(5);
		expect(await names(sorting((index) => index.sort(0, true)))).toEqual(['n9999', 'n9998']);
		expect(await names(sorting((index) => index.sort(null)))).toEqual(['n0', 'n7919']);
		const few = sorting((index) => index.filter({ ...all, query: 'n1234' }, noPause));
		expect(await names(few)).toEqual(['n1234', 'n12340']);
		// An eighth of them or fewer are sorted by themselves.
		let isTurned = false;
		const turned: TableIndex = new TableIndex(table, async () => {
			if (isTurned) return;
			isTurned = true;
			await turned.filter({ ...all, off: [1], query: 'n6' }, noPause);
		});
		await turned.filter({ ...all, off: [1], query: 'n1' }, noPause);
		turned.sort(0);
		expect((await names(turned)).every((name) => name!.startsWith('n6'))).toBe(true);
		expect(isTurned).toBe(true);
	});

	it('colours by any column that has few values', async () => {
		const index = new TableIndex(await tableOf(sites));
		expect(index.colourBy(6)).toBe(true);
		expect(index.summary().colour?.name).toBe('number');
		expect(index.colourBy(null)).toBe(true);
		expect(index.summary().colour).toBeNull();
	});

	it('knows the colours that the file writes, where the rows of a value agree', async () => {
		const index = new TableIndex(
			await tableOf(
				'lat,lon,actor,Colour\n36,37,Iran,red\n36,37,Iran,\n36,37,Russia,#00f\n36,37,Russia,#0f0\n36,37,Israel,\n'
			)
		);
		expect(index.summary().colour?.written).toEqual([null, 'red', null, null]);
		index.colourBy(3);
		expect(index.summary().colour).toMatchObject({ column: 3, written: [null, 'red', '#00f', '#0f0'] });
	});

	it('writes the rows that are nowhere', async () => {
		const index = new TableIndex(await tableOf('name,lat,lon\nA,36,37\nB,,\n'));
		const text = await (await index.unplacedCsv()).text();
		expect(text).toContain('B');
		expect(text).not.toContain('A,36');
	});
});
