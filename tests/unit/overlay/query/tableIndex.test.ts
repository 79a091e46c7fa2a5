import { PbfReader } from 'pbf';
import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../../src/lib/overlay/cells';
import { TableIndex, type RowFilter } from '../../../../src/lib/overlay/query/tableIndex';
import { csvStream } from '../../../../src/lib/overlay/query/csv';
import {
	boundsOf,
	codedBy,
	maskOf,
	rowsOf,
	sortedRows,
	valueCounts
} from '../../../../src/lib/overlay/query/filter';
import { foldText } from '../../../../src/lib/base/foldText';
import { Points, type Mark } from '../../../../src/lib/overlay/query/points';
import { Search } from '../../../../src/lib/overlay/query/search';
import { atOnce } from '../../../../src/lib/base/steps';
import { Tiles } from '../../../../src/lib/overlay/query/tiles';
import {
	firstDay,
	lastDay,
	noDay,
	type CodedColumn,
	type Column,
	type DateColumn,
	type Table,
	type TextColumn
} from '../../../../src/lib/overlay/table';
import { cellsOf, tableOf } from '../made';

interface Given {
	longitude: number;
	latitude: number;
	actor: number;
	day: number | null;
}

function textColumn(texts: string[]): TextColumn {
	const parts = texts.map((text) => new TextEncoder().encode(text));
	let end = 0;
	const ends = Uint32Array.from(parts, ({ length }) => (end += length));
	return { kind: 'text', name: '', bytes: Uint8Array.from(parts.flatMap((part) => [...part])), ends };
}

function tableFrom(rows: Given[]): Table {
	const actor: CodedColumn = {
		kind: 'coded',
		name: 'actor',
		codes: Uint8Array.from(rows, ({ actor }) => actor),
		values: ['', 'a', 'b', 'c']
	};
	const days = Int32Array.from(rows, ({ day }) => day ?? noDay);
	const date: DateColumn = {
		kind: 'date',
		name: 'date',
		from: days,
		to: days.map((day) => (day === noDay ? noDay : day + 2)),
		written: null
	};
	return {
		rows: rows.length,
		longitude: Float64Array.from(rows, ({ longitude }) => longitude),
		latitude: Float64Array.from(rows, ({ latitude }) => latitude),
		columns: [actor, date],
		roles: { name: null, actor: 0, date: 1, source: null, quote: null },
		shapes: new Map(),
		origin: Uint32Array.from(rows, (_, row) => row + 1)
	};
}

const longitude = fc.oneof(
	fc.double({ min: -180, max: 180, noNaN: true }),
	fc.constantFrom(-180, 180, 0, 90, NaN)
);
const latitude = fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 90, 0));
const given: fc.Arbitrary<Given[]> = fc
	.array(
		fc.record({ longitude, latitude, actor: fc.nat(3), day: fc.option(fc.integer({ min: 0, max: 20_000 })) }),
		{ maxLength: 300 }
	)
	.map((rows) => rows.map((row) => (Number.isNaN(row.longitude) ? { ...row, latitude: NaN } : row)));

function allMarks(points: Points, zoom: number, choices = {}): Mark[] {
	const marks: Mark[] = [];
	for (let column = 0; column < 2 ** zoom; column++)
		for (let row = 0; row < 2 ** zoom; row++) marks.push(...points.marks(zoom, column, row, choices).marks);
	return marks;
}

function countsOf(marks: Mark[]): number[] {
	const counts = [0, 0, 0, 0];
	for (const { actor, count } of marks) counts[actor]! += count;
	return counts;
}

describe('the marks of all tiles of a zoom', () => {
	it('count every placed row once, by actor, thinned or not, masked or not', () => {
		fc.assert(
			fc.property(
				given,
				fc.integer({ min: 0, max: 4 }),
				fc.constantFrom(0, 20, 4000),
				fc.constantFrom(512, 32, 5),
				fc.boolean(),
				(rows, zoom, most, across, isMasked) => {
					const table = tableFrom(rows);
					const mask = isMasked ? Uint8Array.from(rows, (_, row) => row % 2) : null;
					const marks = allMarks(new Points(table), zoom, { most, across, mask });
					const expected = [0, 0, 0, 0];
					rows.forEach((row, index) => {
						if (!Number.isNaN(row.longitude) && (!mask || mask[index])) expected[row.actor]!++;
					});
					expect(countsOf(marks)).toEqual(expected);
					for (const { x, y } of marks) expect(x >= 0 && y >= 0 && x < 4096 && y < 4096).toBe(true);
					expect(new Set(marks.map(({ row }) => row)).size).toBe(marks.length);
				}
			),
			{ numRuns: 200 }
		);
	});

	it('hold the first and the last day of their rows, and say how many have none', () => {
		fc.assert(
			fc.property(given, (rows) => {
				const marks = new Points(tableFrom(rows)).marks(0, 0, 0, { most: 0, across: 1 }).marks;
				for (const mark of marks) {
					const own = rows.filter(({ actor, longitude }) => actor === mark.actor && !Number.isNaN(longitude));
					const days = own.flatMap(({ day }) => day ?? []);
					expect(mark.undated).toBe(own.length - days.length);
					expect(mark.from).toBe(days.length > 0 ? Math.min(...days) : noDay);
					expect(mark.to).toBe(days.length > 0 ? Math.max(...days) + 2 : noDay);
				}
			})
		);
	});

	it('are as many as the cells and actors at most, and one for each row where there are few', () => {
		const rows = Array.from({ length: 20_000 }, (_, index) => ({
			longitude: ((index * 7919) % 3600) / 100 + 20,
			latitude: ((index * 104_729) % 3000) / 100 + 20,
			actor: index % 4,
			day: index
		}));
		const points = new Points(tableFrom(rows));
		const thinned = points.marks(3, 4, 3).marks;
		expect(thinned.length).toBeLessThanOrEqual(16 * 16 * 4);
		expect(thinned.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(9000);
		const complete = points.marks(7, 76, 50).marks;
		expect(complete.length).toBeGreaterThan(10);
		expect(complete.every(({ count }) => count === 1)).toBe(true);
		// Cells so small that there are too many for a table of them.
		const fine = points.marks(3, 4, 3, { across: 1024 }).marks;
		expect(fine.length).toBeGreaterThan(thinned.length);
		expect(countsOf(fine)).toEqual(countsOf(thinned));
	});

	it('are found where they are, in Web Mercator', () => {
		const points = new Points(tableFrom([{ longitude: 36.3, latitude: 33.5, actor: 1, day: null }]));
		const [mark] = points.marks(6, 38, 25).marks;
		// Tile and pixel by the formula of OpenStreetMap's wiki.
		expect(mark!.x).toBe(Math.floor((((36.3 + 180) / 360) * 64 - 38) * 4096));
		const y = ((1 - Math.asinh(Math.tan((33.5 * Math.PI) / 180)) / Math.PI) / 2) * 64;
		expect(mark!.y).toBe(Math.floor((y - 25) * 4096));
	});

	it('near a place are its rows', () => {
		fc.assert(
			fc.property(
				given,
				fc.double({ min: -170, max: 170, noNaN: true }),
				fc.double({ min: 1, max: 60, noNaN: true }),
				(rows, x, radius) => {
					const found = new Points(tableFrom(rows)).near(x, 0, radius);
					rows.forEach((row, index) => {
						if (
							row.latitude !== 0 ||
							Math.abs(Math.abs(row.longitude - x) - radius) < 1e-6 ||
							Math.abs(row.longitude) > 179.99
						)
							return;
						expect(found.includes(index)).toBe(Math.abs(row.longitude - x) < radius);
					});
					expect([...found]).toEqual([...found].sort((a, b) => a - b));
				}
			)
		);
	});
});

describe('the rows of a mark', () => {
	it('are as many as it says, of its value, and its first row is the first of them', () => {
		fc.assert(
			fc.property(given, fc.integer({ min: 0, max: 3 }), (rows, zoom) => {
				const points = new Points(tableFrom(rows));
				for (const { row, count, actor } of allMarks(points, zoom, { most: 0 })) {
					const found = points.inCell(row, 360 / 16 / 2 ** zoom);
					expect(found[0]).toBe(row);
					expect(found).toHaveLength(count);
					for (const other of found) expect(rows[other]!.actor).toBe(actor);
				}
			})
		);
	});

	it('are, for a mark of one, all that stand where it stands', async () => {
		const index = new TableIndex(
			await tableOf('name,lat,lon,actor\nA,36,37,Iran\nB,36,37,Russia\nC,36.0001,37,Iran\nD,,,Iran\n')
		);
		expect(index.group(0, 0)).toMatchObject({ count: 2, rows: [{ row: 0 }, { row: 1 }] });
		expect(index.group(2, 0)).toMatchObject({ count: 1, rows: [{ row: 2 }] });
		expect(index.group(0, 360 / 16, 1)).toMatchObject({ count: 2, rows: [{ row: 0 }] });
		await index.filter({ off: [1], window: null, query: '' }, () => Promise.resolve());
		expect(index.group(0, 0).rows.map(({ row }) => row)).toEqual([1]);
	});
});

describe('a tile', () => {
	it('is a vector tile with what toggles and times need', async () => {
		const table = await tableOf(
			'name;wkt;actor;date\nA;POINT(36 35);Iran;2015-09-24\nB;LINESTRING(36 35,37 36);Iran;\nC;POINT(36.5 35.5);Russia;2015-10\n'
		);
		const bytes = new Tiles(table).tile(0, 0, 0)!;
		const { layers } = new VectorTile(new PbfReader(bytes));
		const features = Array.from({ length: layers.points!.length }, (_, index) =>
			layers.points!.feature(index)
		);
		const day = (iso: string) => Date.parse(iso) / 86_400_000;
		const byRow = new Map(features.map(({ id, properties }) => [id, properties]));
		const own = (row: number) => {
			const { fixed, growing, ...properties } = byRow.get(row)!;
			expect([fixed, growing].every((part) => typeof part === 'number' && part >= 0)).toBe(true);
			return properties;
		};
		expect(own(0)).toEqual({ actor: 1, count: 1, from: day('2015-09-24'), to: day('2015-09-24') });
		expect(own(1)).toEqual({ actor: 1, count: 1, undated: 1 });
		expect(own(2)).toEqual({ actor: 2, count: 1, from: day('2015-10-01'), to: day('2015-10-31') });
		const [x, y] = (
			features.find(({ id }) => id === 0)!.toGeoJSON(0, 0, 0).geometry as { coordinates: number[] }
		).coordinates;
		expect(x).toBeCloseTo(36, 0);
		expect(y).toBeCloseTo(35, 0);
		expect(layers.shapes!.length).toBe(1);
		expect(layers.shapes!.feature(0)).toMatchObject({ id: 1, type: 2, properties: { actor: 1 } });
	});

	it('is null where there is nothing, or nothing that passes', async () => {
		const table = await tableOf('name;wkt\nA;POINT(36 35)\nB;LINESTRING(36 35,37 36)\n');
		const tiles = new Tiles(table);
		expect(tiles.tile(3, 0, 0)).toBeNull();
		expect(tiles.tile(0, 0, 0, { mask: Uint8Array.of(0, 0) })).toBeNull();
		expect(tiles.tile(0, 0, 0, { mask: Uint8Array.of(0, 1) })).not.toBeNull();
		expect(new Tiles(tableFrom([])).tile(0, 0, 0)).toBeNull();
	});
});

const sites = [
	'name,lat,lon,actor,date,notes,number',
	'Hmeimim,35.4,35.9,Russia,2015-09-24,"An airbase, with aïrcraft",7',
	'حميميم,35.4,35.9,روسيا,2015-10-01,قاعدة جوية,70',
	'Masyaf,35.1,36.3,Iran,2018-07-22,A research centre,-1.5',
	'=cmd(),35.2,36.4,Iran,unknown,"+1 ""quoted""\nline",'
].join('\n');

describe('search', () => {
	const found = async (query: string) => {
		const hits = atOnce(new Search(await tableOf(sites)).find(query));
		return hits && [...rowsOf(hits)];
	};

	it.each([
		['hmeimim', [0]],
		['HMEI', [0]],
		['aircraft', [0]],
		['AÏRCRAFT', [0]],
		['حميميم', [1]],
		['قاعده', [1]],
		['قَاعِدَة', [1]],
		['iran', [2, 3]],
		['iran centre', [2]],
		['centre iran', [2]],
		['2015', [0, 1]],
		['2015-09', [0]],
		['unknown', [3]],
		['7', [0, 1, 2]],
		['-1.5', [2]],
		['٢٠١٥', [0, 1]],
		['quoted', [3]],
		['iran russia', []],
		['nothing of the kind', []]
	])('finds %s', async (query, rows) => {
		expect(await found(query)).toEqual(rows);
	});

	it('finds all rows for nothing', async () => {
		expect(await found('')).toBeNull();
		expect(await found(' \n')).toBeNull();
	});

	it('finds what a plain search finds, in columns of any kind', async () => {
		const letter = fc.constantFrom('a', 'b', 'B', 'ü', 'أ', '1');
		const cell = fc.string({ unit: letter, maxLength: 6 });
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(cell, cell), { minLength: 60, maxLength: 150 }),
				fc.string({ unit: letter, minLength: 1, maxLength: 3 }),
				async (rows, query) => {
					const text = `k,one,two\n${rows.map(([a, b]) => `k,${a},${b}\n`).join('')}`;
					const table = await tableOf(text, { header: true, delimiter: ',' });
					const expected = cellsOf(table).map((cells) =>
						Number(cells.some((each) => foldText(each).includes(foldText(query))))
					);
					expect([...atOnce(new Search(table).find(query))!]).toEqual(expected);
				}
			),
			{ numRuns: 200 }
		);
	});

	it('can be left', async () => {
		const steps = new Search(await tableOf(sites)).find('a');
		expect(steps.next().done).toBe(false);
		expect(steps.return(null).done).toBe(true);
	});
});

describe('a filter', () => {
	it('passes the rows that pass each of its parts', () => {
		fc.assert(
			fc.property(
				given,
				fc.subarray([0, 1, 2, 3]),
				fc.tuple(fc.nat(20_000), fc.nat(20_000)),
				(rows, off, [a, b]) => {
					const table = tableFrom(rows);
					const window = { from: Math.min(a, b), to: Math.max(a, b) };
					const column = table.columns[0] as CodedColumn;
					const mask = maskOf(table, { off: [{ column, codes: off }], window });
					const expected = rows.map(({ actor, day }) => {
						const isInTime = day !== null && day <= window.to && day + 2 >= window.from;
						return Number(!off.includes(actor) && isInTime);
					});
					expect([...mask]).toEqual(expected);
					expect(rowsOf(mask)).toHaveLength(expected.filter(Boolean).length);
				}
			)
		);
	});

	it('sorts rows by a column, those without a value last, equals in their order', async () => {
		const table = await tableOf(sites);
		const order = (name: string, isDescending = false) => {
			const column = table.columns.find((each) => each.name === name)!;
			return [...atOnce(sortedRows(Uint32Array.of(0, 1, 2, 3), column, isDescending))];
		};
		expect(order('number')).toEqual([2, 0, 1, 3]);
		expect(order('number', true)).toEqual([1, 0, 2, 3]);
		expect(order('date')).toEqual([0, 1, 2, 3]);
		expect(order('date', true)).toEqual([2, 1, 0, 3]);
		expect(order('actor')).toEqual([2, 3, 0, 1]);
		expect(order('name')).toEqual([3, 0, 2, 1]);
	});

	it('sorts any rows as comparing them two by two does', () => {
		// Few units, the lowest and those of pairs among them, so that many texts begin alike or are equal.
		const unit = fc.constantFrom('a', 'b', 'B', '\u0000', 'é', 'ي', 'ى', '\uffff', '\ud83d\ude00', '\ud800');
		const word = fc.array(unit, { maxLength: 6 }).map((units) => units.join(''));
		const text = fc.oneof(word, fc.constantFrom('', '\u0300', 'x'.repeat(70)), fc.string({ unit: 'binary' }));
		const number = fc.oneof(fc.constantFrom(NaN, 0, -0, 1, -1, Infinity, -Infinity), fc.double());
		const day = fc.oneof(
			fc.constantFrom(noDay, firstDay, lastDay, 0, 1),
			fc.integer({ min: firstDay, max: lastDay })
		);
		const row = fc.record({ text, number, day, isIn: fc.boolean() });
		fc.assert(
			fc.property(fc.array(row, { maxLength: 300, size: 'max' }), fc.boolean(), (all, isDescending) => {
				const values = [...new Set(['', ...all.map(({ text }) => text)])];
				const codes = Uint32Array.from(all, ({ text }) => values.indexOf(text));
				const from = Int32Array.from(all, ({ day }) => day);
				const texts = all.map(({ text }) => foldText(text.toWellFormed()));
				const columns: [Column, (string | number | null)[]][] = [
					[textColumn(all.map(({ text }) => text)), texts.map((text) => text || null)],
					[{ kind: 'coded', name: '', codes, values }, all.map(({ text }) => foldText(text) || null)],
					[
						{ kind: 'number', name: '', values: Float64Array.from(all, ({ number }) => number) },
						all.map(({ number }) => (Number.isNaN(number) ? null : number))
					],
					[
						{ kind: 'date', name: '', from, to: from, written: null },
						all.map(({ day }) => (day === noDay ? null : day))
					]
				];
				const rows = [...all.keys()].filter((row) => all[row]!.isIn);
				for (const [column, keys] of columns) {
					const expected = rows.toSorted((a, b) => {
						const [one, other] = [keys[a]!, keys[b]!];
						if (one === null || other === null) return Number(one === null) - Number(other === null);
						const sign = one < other ? -1 : one > other ? 1 : 0;
						return isDescending ? -sign : sign;
					});
					expect([...atOnce(sortedRows(Uint32Array.from(rows), column, isDescending))], column.kind).toEqual(
						expected
					);
				}
			})
		);
	});

	it('counts values, and makes codes of any column', async () => {
		const table = await tableOf(sites);
		const actors = table.columns[3] as CodedColumn;
		expect(valueCounts(actors).map(({ value, count }) => [value, count])).toEqual([
			['Iran', 2],
			['Russia', 1],
			['روسيا', 1]
		]);
		expect(valueCounts(actors, Uint8Array.of(1, 0, 0, 0))).toEqual([{ code: 1, value: 'Russia', count: 1 }]);
		const numbers = codedBy(table.columns[6]!, table.rows)!;
		expect(
			valueCounts(numbers)
				.map(({ value }) => value)
				.sort()
		).toEqual(['', '-1.5', '7', '70']);
		expect(codedBy(table.columns[6]!, table.rows, 2)).toBeNull();
		expect(boundsOf(table)).toEqual([35.9, 35.1, 36.4, 35.4]);
		expect(boundsOf({ ...table, longitude: new Float64Array(4).fill(NaN) })).toBeNull();
	});
});

describe('the file that is written again', () => {
	it('has the rows in their order, and no cell that a spreadsheet runs', async () => {
		const table = await tableOf(sites);
		const text = await new Response(csvStream(table, Uint32Array.of(3, 0))).text();
		const { data } = Papa.parse<string[]>(text.replace('\ufeff', ''), { skipEmptyLines: true });
		expect(data[0]).toEqual([...table.columns.map(({ name }) => name), 'WGS84_longitude', 'WGS84_latitude']);
		expect(data[1]).toEqual([
			"'=cmd()",
			'35.2',
			'36.4',
			'Iran',
			'unknown',
			'\'+1 "quoted"\nline',
			'',
			'36.4',
			'35.2'
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

	it('cuts tiles of what a search found, and exactly of what is shown when asked', async () => {
		const index = new TableIndex(await tableOf(sites));
		const rowsIn = (bytes: Uint8Array | null) => {
			const layer = bytes && new VectorTile(new PbfReader(bytes)).layers.points!;
			return layer ? Array.from({ length: layer.length }, (_, index) => layer.feature(index).id).sort() : [];
		};
		await index.filter({ ...all, query: 'iran' }, noPause);
		expect(rowsIn(index.tile(0, 0, 0))).toEqual([2, 3]);
		expect(rowsIn(index.tile(0, 0, 0, { isExact: true }))).toEqual([2, 3]);
		await index.filter({ ...all, query: 'iran', window: { from: 0, to: 1 } }, noPause);
		expect(rowsIn(index.tile(0, 0, 0))).toEqual([2, 3]);
		expect(rowsIn(index.tile(0, 0, 0, { isExact: true }))).toEqual([]);
		await index.filter({ ...all, off: [1, 2, 3] }, noPause);
		expect(rowsIn(index.tile(0, 0, 0, { isExact: true }))).toEqual([0, 1, 2, 3]);
		await index.filter(all, noPause);
		expect(rowsIn(index.tile(0, 0, 0))).toEqual([0, 1, 2, 3]);
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
