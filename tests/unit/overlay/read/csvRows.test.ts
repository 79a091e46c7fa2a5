/** Rows are cut as Papa Parse cuts them, and the same wherever a piece of the text ends. */
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { RowCutter } from '../../../../src/lib/overlay/read/csvRows';
import { Pending } from '../../../../src/lib/overlay/read/pending';
import { Work } from '../../../../src/lib/overlay/read/work';

const text = fc.string({ unit: fc.constantFrom('a', '"', '"', ',', '\n', ' '), maxLength: 40 });

function cut(pieces: string[], delimiter = ',') {
	const rows: string[][] = [];
	let lines = 0;
	const cutter = new RowCutter(
		delimiter,
		(row) => {
			rows.push(row.cells);
			lines += row.lines;
		},
		new Work(Infinity)
	);
	const pending = new Pending();
	for (const piece of pieces) {
		const all = pending.add(piece);
		if (all !== null) pending.keep(cutter.cut(all, false));
	}
	expect(cutter.cut(pending.take(), true)).toBe('');
	return { rows, lines };
}

it('are those of Papa Parse where each quotation mark is closed', () => {
	fc.assert(
		fc.property(text, (beginning) => {
			const whole = `${beginning}\n`;
			const { data, errors } = Papa.parse<string[]>(whole, { delimiter: ',', newline: '\n' });
			fc.pre(errors.every(({ code }) => code !== 'MissingQuotes'));
			// Blanks beside a cell are none of it, but within quotation marks: "letter.test.ts" looks at those.
			const plain = (rows: string[][]) => rows.map((cells) => cells.map((cell) => cell.trim()));
			// After the last line end Papa Parse has one more row, which is empty.
			expect(plain([...cut([whole]).rows, ['']])).toEqual(plain(data));
		}),
		{ numRuns: 2000 }
	);
});

it('are the same wherever a piece ends, and every line is counted', () => {
	fc.assert(
		fc.property(fc.array(text, { maxLength: 6 }), (pieces) => {
			const whole = `${pieces.join('')}\n`;
			const { rows, lines } = cut([whole]);
			expect(cut([...pieces, '\n']).rows).toEqual(rows);
			expect(lines).toBe(whole.split('\n').length - 1);
		}),
		{ numRuns: 2000 }
	);
});
