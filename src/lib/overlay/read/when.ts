/** When the rows of a table are: which columns say it, and what their texts mean. */
import { endBySource, type Recognised } from '../sources/recognise';
import type { Column, ColumnRoles } from '../table';
import { unreadDates } from './columns';
import { guessParts, withDateParts, type DateParts } from './dateParts';
import { datesOf } from './dates';
import type { DayOrder, YearPairs } from './days';
import { withEnds } from './ends';
import type { Problems } from './problem';
import type { Rows } from './rows';

/** What the reader has set of it. */
export interface WhenChoices {
	/** Null: no column says when a row ends. */
	until?: number | null;
	dayOrder?: DayOrder;
	/** What dates such as 2016-20 mean. */
	yearPairs?: YearPairs;
}

/** How it was read: each can be corrected by a choice of the same name. */
export interface WhenGuesses {
	/** The column in which the dates of rows end. */
	until: number | null;
	/** The columns of months and days, where that of the dates has years alone. */
	dateParts: DateParts | null;
	/** Null where no date has day and month as numbers. */
	dayOrder: DayOrder | null;
	/** Null where no date is such a one. Until the reader says what they mean they are no dates. */
	yearPairs: YearPairs | null;
	/** The first of them; null where there is none. */
	yearPair: string | null;
}

/**
 * Makes the column of dates one of days, in `columns`; with ends, where another column has them.
 * @param isGuessed whether the reader did not choose that column
 */
export function dateRows(
	rows: Rows,
	columns: Column[],
	{ date, actor }: ColumnRoles,
	isGuessed: boolean,
	source: Recognised | null,
	choices: WhenChoices,
	problems: Problems
): WhenGuesses {
	const { yearPairs } = choices;
	const isColumn = (index: number) => Number.isInteger(index) && columns[index] !== undefined;
	const chosen = choices.until != null && !isColumn(choices.until) ? undefined : choices.until;
	const until =
		date === null || chosen === date ? null : chosen === undefined ? endBySource(rows, date, source) : chosen;
	if (date === null && isGuessed) unreadDates(rows, problems);
	if (date === null || date === actor)
		return { until, dateParts: null, dayOrder: null, yearPairs: null, yearPair: null };
	const dateParts = guessParts(rows, date);
	const dated = datesOf(columns[date]!, rows.origin, choices.dayOrder, yearPairs, problems);
	if (dateParts) dated.column = withDateParts(dated.column, dateParts, columns);
	const order = dated.order ?? choices.dayOrder ?? 'day-first';
	const ends = until === null ? null : columns[until]!;
	const whole = ends ? withEnds(dated, columns[date]!, ends, rows.origin, order, problems) : dated;
	columns[date] = whole.column;
	const { yearPair } = dated;
	return {
		until,
		dateParts,
		dayOrder: dated.order,
		yearPairs: yearPair === null ? null : (yearPairs ?? 'none'),
		yearPair
	};
}
