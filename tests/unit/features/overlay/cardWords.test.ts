import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressIn } from '../../../../src/lib/base/webAddress';
import { coloursOf, grey, hexOf, palette } from '../../../../src/lib/overlay/colours';
import { cssNames } from '../../../../src/lib/base/cssNames';
import { fileNameOf } from '../../../../src/lib/base/fileName';
import {
	heightOf,
	highest,
	lastTop,
	scrolledTo,
	topAt,
	topWith,
	type Scrolling
} from '../../../../src/lib/ui/grid/scrolling';
import { firstDay, lastDay } from '../../../../src/lib/overlay/table';
import { allBut, codes, toggled } from '../../../../src/lib/overlay/toggles';
import { crossed, daysBetween, dayOf, type Days } from '../../../../src/lib/overlay/timeWindow';
import { contrast, distance, seen, visions } from '../../vision';

describe('colours', () => {
	it('are read from hex and the names of CSS, and nothing else is a colour', () => {
		expect(hexOf('#F00')).toBe('#ff0000');
		expect(hexOf(' 0072B2 ')).toBe('#0072b2');
		expect(hexOf('#0072b280')).toBe('#0072b2');
		expect(hexOf('#0f08')).toBe('#00ff00');
		expect(hexOf('RebeccaPurple')).toBe('#663399');
		for (const text of ['', '#', '#12', '#12345', 'url(x)', 'red;', 'var(--x)', 'rgb(1,2,3)', 'constructor'])
			expect(hexOf(text), text).toBeNull();
		expect(cssNames.size).toBe(148);
	});

	it('are never anything but #rrggbb, whatever a file says', () => {
		const text = fc.oneof(fc.string(), fc.constantFrom('red', '#abc', '#12345678', 'url(javascript:0)'));
		fc.assert(
			fc.property(fc.array(fc.option(text), { maxLength: 30 }), fc.array(fc.nat(50)), (written, counts) => {
				const values = written.map((_, code) => ({ code, count: counts[code] ?? 0 }));
				for (const colour of coloursOf(values, written))
					expect(colour === undefined || /^#[0-9a-f]{6}$/.test(colour)).toBe(true);
			})
		);
	});

	it('go to those with the most rows, but for rows without a value and values with a colour of their own', () => {
		const values = [3, 0, 1, 2].map((code, rank) => ({ code, count: 10 - rank }));
		expect(coloursOf(values, [null, null, 'orange', null])).toEqual([
			undefined,
			palette[1],
			'#ffa500',
			palette[0]
		]);
		const many = Array.from({ length: 40 }, (_, code) => ({ code, count: 40 - code }));
		const colours = coloursOf(
			many,
			many.map(() => null)
		);
		expect(colours.filter((colour) => colour !== undefined)).toEqual([...palette]);
	});

	it('are told apart by every kind of eye, and seen on light and on dark land', () => {
		for (const [at, one] of [...palette, grey].entries()) {
			for (const land of ['#f4f1ea', '#1a2029']) expect(contrast(one, land), one).toBeGreaterThan(1.9);
			for (const other of [...palette, grey].slice(at + 1))
				for (const vision of Object.keys(visions))
					expect(
						distance(seen(one, vision), seen(other, vision)),
						`${one} and ${other}: ${vision}`
					).toBeGreaterThan(0.04);
		}
	});
});

describe('the time', () => {
	const days = fc.option(
		fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.nat(9999)).map(([from, length]) => ({
			from,
			to: from + length
		}))
	);
	const holds = (window: Days | null, day: number) => !window || (day >= window.from && day <= window.to);

	it('of a layer and of the page together holds what is in both', () => {
		fc.assert(
			fc.property(days, days, fc.integer({ min: -20000, max: 20000 }), (one, other, day) => {
				expect(holds(crossed(one, other), day)).toBe(holds(one, day) && holds(other, day));
			})
		);
	});

	it('of the page is in ISO days', () => {
		expect(daysBetween(null, null)).toBeNull();
		expect(daysBetween('1970-01-02', null)).toEqual({ from: 1, to: lastDay });
		expect(daysBetween(null, '2015-09-24')).toEqual({ from: firstDay, to: dayOf('2015-09-24') });
		expect(dayOf('2000-03-01')).toBe(11017);
	});
});

describe('toggles', () => {
	it('undo themselves, and leave what they were given', () => {
		const some = fc.uniqueArray(fc.nat(20));
		fc.assert(
			fc.property(some, fc.nat(20), (off, code) => {
				const before = codes(off);
				const after = toggled(before, code);
				expect(after.has(code)).toBe(!before.has(code));
				expect(toggled(after, code)).toEqual(before);
				expect(before).toEqual(new Set(off));
			})
		);
		fc.assert(
			fc.property(some, some, (all, kept) => {
				const off = allBut(all, kept);
				for (const code of all) expect(off.has(code)).toBe(!kept.includes(code));
			})
		);
	});
});

describe('the scrolling of a table', () => {
	const given = fc.record({
		rows: fc.oneof(fc.nat(2000), fc.nat(20_000_000)),
		rowHeight: fc.constantFrom(32, 44),
		room: fc.integer({ min: 0, max: 2000 })
	});

	it('reaches the first and the last row in an element that no browser finds too high', () => {
		fc.assert(
			fc.property(given, (table) => {
				const height = heightOf(table);
				expect(height).toBeLessThanOrEqual(highest);
				expect(topAt(0, table)).toBe(0);
				expect(topAt(height - table.room, table)).toBeCloseTo(lastTop(table));
				expect(topAt(height, table)).toBeLessThanOrEqual(lastTop(table));
			})
		);
	});

	it('is of whole pixels of rows where there is room for them', () => {
		expect(topAt(320, { rows: 1000, rowHeight: 32, room: 640 })).toBeCloseTo(10);
	});

	it('comes back to the row that it was told', () => {
		fc.assert(
			fc.property(given, fc.double({ min: 0, max: 1, noNaN: true }), (table, share) => {
				const top = share * lastTop(table);
				expect(topAt(scrolledTo(top, table), table)).toBeCloseTo(top, 3);
			})
		);
	});

	it('brings a row into view, and moves no further than that', () => {
		fc.assert(
			fc.property(given, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (table, number, share) => {
				const { rows, rowHeight, room } = table;
				fc.pre(rows > 0 && room >= rowHeight);
				const row = number % rows;
				const before = share * lastTop(table);
				const top = topWith(row, before, table);
				const isSeen = (at: number) => row >= at - 1e-6 && row + 1 <= at + room / rowHeight + 1e-6;
				expect(isSeen(top)).toBe(true);
				if (isSeen(before)) expect(top).toBeCloseTo(before);
				expect(top).toBeGreaterThanOrEqual(-1e-6);
				expect(top).toBeLessThanOrEqual(lastTop(table) + 1e-6);
			})
		);
	});

	it('holds still where all rows are seen', () => {
		const few: Scrolling = { rows: 3, rowHeight: 32, room: 640 };
		expect(lastTop(few)).toBe(0);
		expect(topAt(50, few)).toBe(0);
		expect(scrolledTo(2, few)).toBe(0);
	});
});

describe('what a cell or a name becomes', () => {
	it('is a link only for a whole address of http or https', () => {
		expect(addressIn(' https://example.org/a?b=c#d ')).toBe('https://example.org/a?b=c#d');
		expect(addressIn('HTTP://example.org')).toBe('HTTP://example.org');
		for (const text of [
			'',
			'javascript:alert(1)',
			'data:text/html,x',
			'see https://example.org',
			'https://a b',
			'https://',
			'//example.org',
			'ftp://example.org'
		])
			expect(addressIn(text), text).toBeNull();
	});

	it('is a file name that every system takes', () => {
		expect(fileNameOf('incidents 2022.xlsx', '.csv')).toBe('incidents 2022.csv');
		expect(fileNameOf('حوادث.csv', '.csv')).toBe('حوادث.csv');
		expect(fileNameOf('../../etc/passwd', '.csv')).toBe('etc passwd.csv');
		expect(fileNameOf('\u202egnp.exe', '.csv')).toBe('gnp.exe.csv');
		expect(fileNameOf('..', '.csv')).toBe('data.csv');
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (name) => {
				const file = fileNameOf(name, '.csv');
				// eslint-disable-next-line no-control-regex
				expect(file).toMatch(/^[^\u0000-\u001f<>:"/\\|?*]+\.csv$/);
				expect(file).not.toMatch(/^[\s.]/);
			})
		);
	});
});
