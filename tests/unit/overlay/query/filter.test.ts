/** Which rows a search and a filter leave. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	boundsOf,
	codedBy,
	maskOf,
	rowsOf,
	sortedRows,
	valueCounts
} from '../../../../src/lib/overlay/query/filter';
import { foldText } from '../../../../src/lib/base/foldText';
import { queryWords, searchText } from '../../../../src/lib/base/foldWords';
import { Search } from '../../../../src/lib/overlay/query/search';
import { atOnce } from '../../steps';
import { noDay } from '../../../../src/lib/base/days';
import { firstDay, lastDay, type CodedColumn, type Column } from '../../../../src/lib/overlay/table';
import { cellsOf, tableOf } from '../made';
import { textColumn, tableFrom, given, sites } from './rows';

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

	it('folds names in a column as in a text, whatever their letters', () => {
		const part = fc.constantFrom(
			'al',
			'Deir',
			'ez',
			'Zor',
			'S',
			'200',
			'é',
			'دير',
			' ',
			' ',
			'-',
			"'",
			'x',
			'\n'
		);
		const text = fc.array(part, { maxLength: 9 }).map((parts) => parts.join(''));
		fc.assert(
			fc.property(fc.array(text, { minLength: 20, maxLength: 60 }), text, (texts, query) => {
				const table = { ...tableFrom([]), rows: texts.length, columns: [textColumn(texts)] };
				const words = queryWords(query, 8);
				const found = atOnce(new Search(table).find(query));
				const expected = texts.map((each) => Number(words.every((word) => searchText(each).includes(word))));
				expect(found && [...found]).toEqual(words.length > 0 ? expected : null);
			}),
			{ numRuns: 300 }
		);
	});

	it('finds names as others write them', () => {
		const texts = ['Al-Tanf garrison', 'altanf', 'Deir ez-Zor', 'S-200', 'حزب الله', 'an air base'];
		const table = { ...tableFrom([]), rows: texts.length, columns: [textColumn(texts)] };
		const rows = (query: string) => [...rowsOf(atOnce(new Search(table).find(query))!)];
		expect(['al tanf', 'al-tanf', 'ALTANF'].map(rows)).toEqual([
			[0, 1],
			[0, 1],
			[0, 1]
		]);
		expect(['deirezzor', 's200', 'S ٢٠٠', 'حزب\u200cالله', 'anair'].map(rows)).toEqual([
			[2],
			[3],
			[3],
			[4],
			[]
		]);
	});

	it('finds an actor by another of its names', () => {
		const names = [
			['Islamic Revolutionary Guard Corps', 'IRGC', 'الحرس الثوري', 'Revolutionary Guards'],
			['United States', 'US', 'الولايات المتحدة']
		];
		const texts = [
			'IRGC base',
			'the Revolutionary Guards in Aleppo',
			'قاعدة الحرس الثوري',
			'US troops',
			'a focus on trust',
			'Guards'
		];
		const text = textColumn(texts);
		const values = {
			kind: 'coded' as const,
			name: '',
			values: ['', ...texts],
			codes: Uint8Array.from([1, 2, 3, 4, 5, 6])
		};
		for (const column of [text, values]) {
			const table = { ...tableFrom([]), rows: texts.length, columns: [column] };
			const rows = (query: string) => [...rowsOf(atOnce(new Search(table).find(query, names))!)];
			expect(rows('irgc')).toEqual([0, 1, 2]);
			expect(rows('الحرس الثوري')).toEqual([0, 1, 2]);
			expect(rows('Revolutionary Guards Aleppo')).toEqual([1]);
			expect(rows('united states'), 'no “us” in “focus”').toEqual([3]);
			expect(rows('guards')).toEqual([1, 5]);
			expect(rows('corps')).toEqual([]);
		}
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
