import { describe, expect, it } from 'vitest';
import { linesOf, rowsOf } from '../../../../src/lib/map/picture/layout';

const measure = (text: string) => text.length;

describe('lines', () => {
	it('are no wider than the room, and lose no word', () => {
		const text = 'As reported at the time, 2015–2023. Not a picture of today.';
		const lines = linesOf(text, 20, measure);
		expect(lines.join(' ')).toBe(text);
		for (const line of lines) expect(line.length).toBeLessThanOrEqual(20);
	});

	it('leave a word alone that is wider than the room', () => {
		expect(linesOf('see https://example.org/sites/tanf there', 8, measure)).toEqual([
			'see',
			'https://example.org/sites/tanf',
			'there'
		]);
	});

	it('are none without text', () => {
		expect(linesOf('', 20, measure)).toEqual([]);
	});
});

describe('rows', () => {
	it('are filled from the start side', () => {
		const placed = rowsOf(
			[{ width: 40 }, { width: 40 }, { width: 40 }, { width: 200 }, { width: 10 }],
			100,
			10
		);
		expect(placed.map(({ start, row }) => [start, row])).toEqual([
			[0, 0],
			[50, 0],
			[0, 1],
			[0, 2],
			[0, 3]
		]);
	});
});
