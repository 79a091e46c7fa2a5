/** A column of a table as days. */
import { dayOfDate, noDay, type Days } from '../../base/days';
import type { Column, DateColumn } from '../table';
import { cellText } from '../cells';
import {
	daysOfNumber,
	daysOfYearPair,
	orderProvedBy,
	shortYearsOf,
	withYearFirst,
	yearPairOf,
	type DayOrder,
	type YearPairs
} from './days';
import { parseDaysInWords } from './dayWords';
import type { Problems } from './problem';

/** Years of the Islamic and of the Iranian calendar are these in our time; of ours nearly nobody has dates from them. */
const [otherFrom, otherTo] = [dayOfDate(1300, 1, 1), dayOfDate(1500, 12, 31)];

export interface Dated {
	column: DateColumn;
	/** Which of day and month comes first; null where no date has both as numbers. */
	order: DayOrder | null;
	/** The first text such as 2016-20, where one is no date otherwise or the reader said what they mean; else null. */
	yearPair: string | null;
}

/** Reads each row of a column as a date. What can't be read has no day, is reported, and is kept as written. */
export function datesOf(
	column: Column,
	origin: Uint32Array,
	chosen: DayOrder | undefined,
	pairs: YearPairs | undefined,
	problems: Problems
): Dated {
	const rows = origin.length;
	const from = new Int32Array(rows).fill(noDay);
	const to = new Int32Array(rows).fill(noDay);
	const { order, ambiguous } = chosen ? { order: chosen, ambiguous: 0 } : guessOrder(column, rows);
	const used = order ?? 'day-first';
	if (ambiguous > 0) problems.add('ambiguous-date', { column: column.name, instead: used }, ambiguous);
	const shortYears = guessShortYears(column, rows);
	const isYearFirst = shortYears?.isFirst ?? false;
	if (shortYears?.isOpen)
		problems.add(
			'short-year',
			{ column: column.name, found: shortYears.found, instead: isYearFirst ? 'year-first' : 'year-last' },
			shortYears.count
		);
	const known = new Map<string, Days | null>();
	let yearPair: string | null = null;
	const parse = (text: string) => {
		let days = known.get(text);
		if (days === undefined) {
			days =
				daysOfYearPair(text, pairs ?? 'none') ??
				parseDaysInWords(isYearFirst ? withYearFirst(text) : text, used) ??
				(/^\d+(?:\.\d+)?$/.test(text) ? daysOfNumber(Number(text)) : null);
			if (yearPair === null && (!days || pairs) && yearPairOf(text)) yearPair = text;
			// Most dates repeat; but in a file of timestamps each stands once, and the cache must end.
			if (known.size < 50_000) known.set(text, days);
		}
		return days;
	};
	let isPlain = column.kind !== 'number';
	for (let row = 0; row < rows; row++) {
		const text = column.kind === 'number' ? '' : cellText(column, row);
		const value = column.kind === 'number' ? column.values[row]! : NaN;
		if (text === '' && Number.isNaN(value)) continue;
		const days = column.kind === 'number' ? daysOfNumber(value) : parse(text);
		if (!days) {
			isPlain = false;
			problems.add('unreadable-date', {
				origin: origin[row]!,
				column: column.name,
				found: text || String(value)
			});
			continue;
		}
		// 2015-09-00 is a month, whose days would be written otherwise.
		if (isPlain && (days.from !== days.to || !/^\d{4}-\d\d-\d\d$/.test(text))) isPlain = false;
		if (order && column.kind !== 'number' && !(isYearFirst && shortYearsOf(text))) {
			const proved = orderProvedBy(text);
			if (proved && proved !== order)
				problems.add('other-day-order', {
					origin: origin[row]!,
					column: column.name,
					found: text,
					instead: proved
				});
		}
		[from[row], to[row]] = [days.from, days.to];
		if (days.from >= otherFrom && days.to <= otherTo)
			problems.add('other-calendar', {
				origin: origin[row]!,
				column: column.name,
				found: text || String(value)
			});
	}
	return {
		column: { kind: 'date', name: column.name, from, to, written: isPlain ? null : asWritten(column, rows) },
		order,
		yearPair
	};
}

/**
 * Whether dates of three pairs of digits have their year first: what most of them prove, else what puts none of them in
 * years to come, else what makes the fewer years. `isOpen` where none proves it. Null where there is no such date.
 */
function guessShortYears(
	column: Column,
	rows: number
): { isFirst: boolean; isOpen: boolean; count: number; found: string } | null {
	if (column.kind === 'number') return null;
	let [count, first, last, found] = [0, 0, 0, ''];
	const [firsts, lasts] = [new Set<number>(), new Set<number>()];
	for (let row = 0; row < rows; row++) {
		const text = cellText(column, row);
		if (text.length < 8 || text.length > 20) continue;
		const years = shortYearsOf(text);
		if (!years) continue;
		if (count++ === 0) found = text;
		if (years.first === null) last++;
		else firsts.add(years.first);
		if (years.last === null) first++;
		else lasts.add(years.last);
	}
	if (count === 0) return null;
	const isOpen = first === 0 && last === 0;
	const thisYear = new Date().getFullYear();
	const areToCome = (years: Set<number>) => [...years].some((year) => year > thisYear);
	// Days differ more than years do.
	const isLikely = areToCome(firsts) !== areToCome(lasts) ? areToCome(lasts) : firsts.size < lasts.size;
	return { isFirst: isOpen ? isLikely : first > last, isOpen, count, found };
}

/** The order that most dates of a column prove. `ambiguous` counts those that prove none, where none does. */
function guessOrder(column: Column, rows: number): { order: DayOrder | null; ambiguous: number } {
	const counts = { 'day-first': 0, 'month-first': 0, none: 0 };
	if (column.kind !== 'number') {
		const known = new Map<string, ReturnType<typeof orderProvedBy>>();
		for (let row = 0; row < rows; row++) {
			const text = cellText(column, row);
			// Neither an ISO date nor a year is worth a closer look.
			if (text.length < 6 || /^\d{4}/.test(text)) continue;
			let proved = known.get(text);
			if (!known.has(text)) {
				proved = orderProvedBy(text);
				if (known.size < 50_000) known.set(text, proved);
			}
			if (proved !== undefined) counts[proved ?? 'none']++;
		}
	}
	const { 'day-first': dayFirst, 'month-first': monthFirst, none } = counts;
	if (dayFirst + monthFirst + none === 0) return { order: null, ambiguous: 0 };
	if (dayFirst + monthFirst === 0) return { order: 'day-first', ambiguous: none };
	return { order: dayFirst >= monthFirst ? 'day-first' : 'month-first', ambiguous: 0 };
}

/** The texts of a column that becomes one of days. */
function asWritten(column: Column, rows: number): DateColumn['written'] {
	if (column.kind === 'coded' || column.kind === 'text') return column;
	if (column.kind === 'date') return column.written;
	const values = [''];
	const lookup = new Map([['', 0]]);
	const codes = new Uint32Array(rows);
	for (let row = 0; row < rows; row++) {
		const text = cellText(column, row);
		let code = lookup.get(text);
		if (code === undefined) lookup.set(text, (code = values.push(text) - 1));
		codes[row] = code;
	}
	return { kind: 'coded', name: column.name, codes, values };
}
