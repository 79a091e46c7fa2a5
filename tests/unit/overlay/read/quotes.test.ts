/** Quotation marks that take in rows which are no part of their cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOfLine, patternOf } from '../../../../src/lib/overlay/read/csvPattern';
import { cellsOf, exampleOf, placesOf, problemsOf, tableOf, wholeOf } from '../made';

const row = (index: number, name = `Site ${index}`) => `${index},${name},36.${index},37.${index}`;
const rows = (count: number, from = 1) => Array.from({ length: count }, (_, index) => row(from + index));
const file = (...lines: string[]) => `id,name,lat,lon\n${lines.join('\n')}\n`;

describe('a stray quotation mark', () => {
	it('swallows no rows', async () => {
		const text = file(row(1, '"Base" North'), row(2), row(3), row(4, '"Mill"'), row(5));
		const { table } = await wholeOf(text);
		expect(cellsOf(table).map(([id, name]) => [id, name])).toEqual([
			['1', '"Base" North'],
			['2', 'Site 2'],
			['3', 'Site 3'],
			['4', 'Mill'],
			['5', 'Site 5']
		]);
		expect([...table.origin]).toEqual([2, 3, 4, 5, 6]);
		expect(await problemsOf(text)).toEqual(['forgotten-quote 1']);
		expect(await exampleOf(text, 'forgotten-quote')).toEqual({
			origin: 2,
			found: '1,"Base" North,36.1,37.1'
		});
	});

	it('that was forgotten at the end of a cell swallows none, however far the next is', async () => {
		for (const between of [0, 1, 12, 60, 3000]) {
			const text = file(
				...rows(3),
				'4,"Hill,36.4,37.4',
				...rows(between, 5),
				row(between + 5, '"Mill"'),
				...rows(2, between + 6)
			);
			const { table, problems } = await wholeOf(text);
			expect([between, table.rows]).toEqual([between, between + 7]);
			expect(cellsOf(table)[3]).toEqual(['4', '"Hill', '36.4', '37.4']);
			expect(cellsOf(table)[between + 4]![1]).toBe('Mill');
			expect(problems.filter(({ kind }) => kind === 'forgotten-quote')).toMatchObject([
				{ count: 1, examples: [{ origin: 5 }] }
			]);
		}
	});

	it('that another closes as the standard says is seen by the columns', async () => {
		const text = file(...rows(3), '4,"Hill,36.4,37.4', row(5), '6,Mill",36.6,37.6', ...rows(3, 7));
		expect((await tableOf(text)).rows).toBe(9);
	});

	it('in a line that ends its cell breaks no columns', async () => {
		const text =
			'id,name,lat,lon,note\n' +
			rows(3)
				.map((line) => `${line},x\n`)
				.join('') +
			'4,"Base" North,36.4,37.4,"a, b"\n';
		const { table } = await wholeOf(text);
		expect(cellsOf(table)[3]).toEqual(['4', '"Base" North', '36.4', '37.4', 'a, b']);
	});

	it('in a line with one that is never closed leaves the other cells as they are', async () => {
		const text = file(...rows(3), '4,"a, b",36.4,37.4', '"5,"c, d",36.5,37.5');
		expect(cellsOf(await tableOf(text))[4]).toEqual(['"5', 'c, d', '36.5', '37.5']);
	});
});

describe('a cell over several lines', () => {
	it('stays one, wherever it stands', async () => {
		const long = Array.from({ length: 30 }, (_, line) => `line ${line}, with a comma`).join('\n');
		for (const text of [
			file(...rows(4), `5,"${long}",36.5,37.5`, ...rows(4, 6)),
			`lat,lon,note\n36.1,37.1,x\n36.2,37.2,y\n36.3,37.3,"${long}"\n36.4,37.4,z\n`,
			`note,lat,lon\nx,36.1,37.1\n"${long}",36.2,37.2\ny,36.3,37.3\n`
		]) {
			const { table, problems } = await wholeOf(text);
			expect(cellsOf(table).flat()).toContain(long);
			expect(placesOf(table)).not.toContain(null);
			// It is told all the same, since it may be a mark that was forgotten.
			expect(problems).toMatchObject([{ kind: 'many-lines', count: 1, examples: [{ instead: '30' }] }]);
		}
	});

	it('may have a stray mark of its own', async () => {
		const text = file(...rows(3), '4,"He said "no",\nreally",36.4,37.4', ...rows(2, 5));
		const { table } = await wholeOf(text);
		expect(table.rows).toBeGreaterThanOrEqual(6);
	});
});

describe('the pattern of lines', () => {
	const rows = [
		['a', 'b'],
		['x', '1'],
		['y', '2'],
		['z', '3']
	];

	it('is how many cells they have, and which are numbers', () => {
		const fits = patternOf(rows, '', ',')!;
		const cells = [['q', '4'], ['q', ''], ['q', '"4'], ['q', 'r'], ['q']];
		expect(cells.map((each) => fits(each))).toEqual([true, true, true, false, false]);
		expect(patternOf([['a'], ['b']], 'a\nb\n', ',')).toBeNull();
	});

	it('is had of any text, and the cells of a line keep all but the blanks beside them', () => {
		const text = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', '1') });
		fc.assert(fc.property(text, (sample) => void patternOf([['a', 'b']], sample, ',')?.(['1', '2'])));
		const plain = fc.string({ unit: fc.constantFrom('a', ',', ' ', '1') });
		const cells = (line: string) => line.split(',').map((cell) => cell.trim());
		fc.assert(fc.property(plain, (line) => void expect(cellsOfLine(line, ',')).toEqual(cells(line))));
	});
});
