/** Dates that only the day of publication gives: weekdays, “last month”, “two weeks ago”. The same in every language. */
import { dayOfIso } from '../../../base/days';
import {
	boundedOf,
	momentOfDay,
	monthsBefore,
	spanOf,
	written,
	type Anchor,
	type DatePart,
	type DateValue
} from './value';

export type Unit = 'day' | 'week' | 'month' | 'year';

export const unknown: DateValue = { edtf: null, others: [], inferred: ['year'] };
const allParts: readonly DatePart[] = ['year', 'month', 'day'];

const dayValue = (day: number): string => written(momentOfDay(day), true);
/** 0 is Sunday. */
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7;

/**
 * A weekday: the last such day up to the anchor, or with `direction` 1 the first after it; with only the month known, the
 * month, and its days of that name to choose from.
 * @param weekday 0 is Sunday
 */
export function weekdayValue(
	weekday: number,
	anchor: Anchor | null,
	which: 'nearest' | 'before' | 'after'
): DateValue {
	if (!anchor) return unknown;
	if (anchor.day === null) {
		if (!anchor.month) return unknown;
		const first = dayOfIso(written({ year: anchor.year, month: anchor.month, day: 1 }));
		const days = Array.from({ length: 31 }, (_, index) => first + index).filter(
			(day) => momentOfDay(day).month === anchor.month && weekdayOf(day) === weekday
		);
		const month = written({ year: anchor.year, month: anchor.month }, true);
		return { edtf: month, others: days.map(dayValue), inferred: allParts };
	}
	const back = (weekdayOf(anchor.day) - weekday + 7) % 7;
	const day =
		which === 'after'
			? anchor.day + ((7 - back) % 7 || 7)
			: anchor.day - (which === 'before' && back === 0 ? 7 : back);
	return { edtf: dayValue(day), others: [], inferred: allParts };
}

/** The day of publication or one beside it: today is 0, yesterday -1. */
export function nearDay(offset: number, anchor: Anchor | null): DateValue {
	if (!anchor?.month) return unknown;
	if (anchor.day !== null) return { edtf: dayValue(anchor.day + offset), others: [], inferred: allParts };
	return {
		edtf: written({ year: anchor.year, month: anchor.month }, true),
		others: [],
		inferred: ['year', 'month']
	};
}

/** “overnight”, “last night”: from the day before to the day. */
export function lastNight(anchor: Anchor | null): DateValue {
	if (!anchor || anchor.day === null) return nearDay(0, anchor);
	return {
		edtf: spanOf(dayValue(anchor.day - 1), dayValue(anchor.day)),
		others: [dayValue(anchor.day)],
		inferred: allParts
	};
}

/** The week, month or year of publication (0), the one before (-1) or after (1). A week begins on Monday. */
export function nearUnit(offset: -1 | 0 | 1, unit: Unit, anchor: Anchor | null): DateValue {
	if (!anchor) return unknown;
	if (unit === 'day') return nearDay(offset, anchor);
	if (unit === 'year')
		return { edtf: written({ year: anchor.year + offset }, true), others: [], inferred: ['year'] };
	if (!anchor.month) return unknown;
	if (unit === 'month' || anchor.day === null) {
		const { year, month } = monthsBefore(
			{ year: anchor.year, month: anchor.month },
			unit === 'month' ? -offset : 0
		);
		return { edtf: written({ year, month }, true), others: [], inferred: ['year', 'month'] };
	}
	const monday = anchor.day - ((weekdayOf(anchor.day) + 6) % 7) + offset * 7;
	const end = offset === 0 ? Math.max(anchor.day, monday + 1) : monday + 6;
	return { edtf: spanOf(dayValue(monday), dayValue(end)), others: [], inferred: allParts };
}

/** The last Saturday and Sunday before publication. */
export function lastWeekend(anchor: Anchor | null): DateValue {
	if (!anchor || anchor.day === null) return nearDay(0, anchor);
	const sunday = anchor.day - weekdayOf(anchor.day);
	return { edtf: spanOf(dayValue(sunday - 1), dayValue(sunday)), others: [], inferred: allParts };
}

/** “three days ago” is a day; weeks, months and years are counted roughly (`%`: about, and inferred). */
export function ago(count: number, unit: Unit, anchor: Anchor | null): DateValue {
	const value = backBy(count, unit, anchor);
	return value ? { edtf: value, others: [], inferred: unit === 'year' ? ['year'] : allParts } : unknown;
}

function backBy(count: number, unit: Unit, anchor: Anchor | null): string | null {
	if (!anchor) return null;
	if (unit === 'year') return written({ year: anchor.year - count, approximate: true }, true);
	if (!anchor.month) return null;
	if (unit === 'month')
		return written(
			{ ...monthsBefore({ year: anchor.year, month: anchor.month }, count), approximate: true },
			true
		);
	if (anchor.day === null)
		return written({ year: anchor.year, month: anchor.month, approximate: true }, true);
	const moment = momentOfDay(anchor.day - count * (unit === 'week' ? 7 : 1));
	return written({ ...moment, approximate: unit === 'week' }, true);
}

/** “over the past two weeks”: from then to publication. */
export function lastUnits(count: number, unit: Unit, anchor: Anchor | null): DateValue {
	const start = backBy(count, unit, anchor);
	if (!start) return unknown;
	return { edtf: spanOf(start, anchor!.edtf), others: [`../${anchor!.edtf}`], inferred: ['start', 'end'] };
}

/** “recently”, “in recent months”: at some time up to publication. */
export function recently(anchor: Anchor | null): DateValue {
	if (!anchor) return unknown;
	const bounded = boundedOf(anchor.edtf);
	return { edtf: `../${anchor.edtf}`, others: bounded ? [bounded] : [], inferred: ['end'] };
}
