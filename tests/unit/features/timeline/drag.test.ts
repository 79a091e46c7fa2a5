import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthOf } from '$lib/base/days';
import { dragged, fractionAt, gripAt, monthsByKey, offsetAt } from '$lib/features/timeline/drag';

describe('what the pointer holds', () => {
	it.each([
		[95, 'from'],
		[105, 'from'],
		[60, 'new'],
		[150, 'window'],
		[195, 'to'],
		[210, 'to'],
		[250, 'new']
	])('at %i is %s', (x, grip) => {
		expect(gripAt(x, 100, 200, 22, true)).toBe(grip);
	});

	it('leaves room to move a window that is narrower than two fingers', () => {
		expect([99, 101, 106, 111, 113].map((x) => gripAt(x, 100, 112, 22, true))).toEqual([
			'from',
			'from',
			'window',
			'to',
			'to'
		]);
	});

	it('makes a new window where none is bound, and has one handle up to a day', () => {
		expect(gripAt(150, 0, 300, 22, false)).toBe('new');
		expect(gripAt(5, 0, 300, 22, false)).toBe('from');
		expect(gripAt(5, null, 300, 22, false)).toBe('to');
	});
});

describe('the pointer and the arrows', () => {
	it('runs the other way where one reads from right to left', () => {
		const box = { left: 100, width: 400 };
		expect(fractionAt(200, box, false)).toBe(0.25);
		expect(fractionAt(200, box, true)).toBe(0.75);
		expect(fractionAt(0, box, true)).toBe(1);
		expect(fractionAt(900, box, false)).toBe(1);
		expect(fractionAt(5, { left: 0, width: 0 }, false)).toBe(0);
		fc.assert(
			fc.property(fc.integer({ min: 100, max: 500 }), (x) => {
				expect(fractionAt(x, box, true)).toBeCloseTo(fractionAt(600 - x, box, false));
			})
		);
	});

	it('reaches beyond the plot, on either side', () => {
		const box = { left: 100, width: 400 };
		expect([80, 100, 500, 510].map((x) => offsetAt(x, box, false))).toEqual([-20, 0, 400, 410]);
		expect([510, 500, 100, 80].map((x) => offsetAt(x, box, true))).toEqual([-10, 0, 400, 420]);
		// The handle at the beginning is at the right there, and reaches out to the right.
		expect(gripAt(offsetAt(510, box, true), 0, 400, 22, false)).toBe('from');
		expect(gripAt(offsetAt(80, box, true), 0, 400, 22, false)).toBe('to');
	});

	it('moves an end of the window the way that an arrow points', () => {
		const keys = ['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Tab'];
		expect(keys.map((key) => monthsByKey(key, false))).toEqual([1, -1, 1, -1, 12, -12, null]);
		expect(keys.map((key) => monthsByKey(key, true))).toEqual([-1, 1, 1, -1, 12, -12, null]);
	});
});

describe('a drag', () => {
	const axis = { from: '2015-01-01', to: '2015-12-31' };
	const month = (number: number) => monthOf('2015-01-01') + number - 1;
	const before = { first: month(4), last: month(6) };
	const days = (grip: 'from' | 'to' | 'window' | 'new', from: number, to: number) => {
		const window = dragged(grip, before, month(from), month(to), axis);
		return [window.from, window.to];
	};

	it('moves one end, and not beyond the other', () => {
		expect(days('from', 4, 2)).toEqual(['2015-02-01', '2015-06-30']);
		expect(days('from', 4, 9)).toEqual(['2015-06-01', '2015-06-30']);
		expect(days('to', 6, 8)).toEqual(['2015-04-01', '2015-08-31']);
		expect(days('to', 6, 2)).toEqual(['2015-04-01', '2015-04-30']);
	});

	it('moves the window as far as the axis goes, and keeps its length', () => {
		expect(days('window', 5, 6)).toEqual(['2015-05-01', '2015-07-31']);
		expect(days('window', 5, 1)).toEqual([null, '2015-03-31']);
		expect(days('window', 5, 12)).toEqual(['2015-10-01', null]);
	});

	it('makes a new window in either direction', () => {
		expect(days('new', 8, 9)).toEqual(['2015-08-01', '2015-09-30']);
		expect(days('new', 9, 8)).toEqual(['2015-08-01', '2015-09-30']);
		expect(days('new', 8, 8)).toEqual(['2015-08-01', '2015-08-31']);
	});
});
