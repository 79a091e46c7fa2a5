/** Rows that last: a column in which their dates end, beside that in which they begin. */
import { noDay } from '../../base/days';
import { lastDay, type Column, type DateColumn } from '../table';
import { cellText } from '../cells';
import { plainName, wordsOf } from './columnNames';
import type { Dated } from './dates';
import { daysOfNumber, type DayOrder } from './days';
import { parseDaysInWords } from './dayWords';
import type { Problems } from './problem';
import type { Rows } from './rows';
import { mostly } from './sample';

/** Words for a beginning, each with those that an end has in its place. */
const words: [begin: string, ends: string[]][] = [
	['start', ['end', 'stop', 'finish']],
	['started', ['ended', 'stopped', 'finished']],
	['starts', ['ends']],
	['begin', ['end']],
	['begins', ['ends']],
	['began', ['ended']],
	['beginning', ['end', 'ending']],
	['from', ['to', 'until', 'till', 'through']],
	['since', ['until', 'till', 'to']],
	['first', ['last']],
	['earliest', ['latest']],
	['opened', ['closed']],
	['debut', ['fin']],
	['beginn', ['ende']],
	['von', ['bis']],
	['du', ['au']],
	['inicio', ['fin']],
	['desde', ['hasta']],
	['بداية', ['نهاية']],
	['البداية', ['النهاية']],
	['من', ['الى', 'حتى']]
];
/** Words for what began with something, and for what ended with it: any of these goes with any of those. */
const beginnings = new Set(
	[
		...[
			'established',
			'founded',
			'built',
			'constructed',
			'created',
			'set up',
			'activated',
			'deployed',
			'arrived'
		],
		...[
			'occupied',
			'captured',
			'seized',
			'taken',
			'opened',
			'entered',
			'installed',
			'commissioned',
			'in use from'
		],
		...[
			'gegründet',
			'errichtet',
			'besetzt',
			'créé',
			'établi',
			'construit',
			'occupé',
			'fundado',
			'construido'
		],
		...['تأسيس', 'إنشاء', 'تأسست', 'أنشئت', 'احتلال', 'سيطرة']
	].map(plainName)
);
const endings = new Set(
	[
		...[
			'abandoned',
			'closed',
			'destroyed',
			'dismantled',
			'demolished',
			'withdrawn',
			'evacuated',
			'vacated',
			'left'
		],
		...[
			'deactivated',
			'removed',
			'departed',
			'lost',
			'liberated',
			'decommissioned',
			'disbanded',
			'ended',
			'in use to'
		],
		...[
			'aufgegeben',
			'geschlossen',
			'zerstört',
			'geräumt',
			'abandonné',
			'fermé',
			'détruit',
			'évacué',
			'abandonado'
		],
		...['destruido', 'إغلاق', 'أغلقت', 'تدمير', 'دمرت', 'إخلاء', 'أخليت', 'انسحاب']
	].map(plainName)
);
/** Words that may stand beside, and say nothing else. */
const withoutBeside = (name: string) =>
	plainName(
		wordsOf(name)
			.filter((word) => !/^(?:dates?|on|year|at|تاريخ|datum|fecha|when)$/.test(word))
			.join('')
	);

/** Names of an end beside a column that is called a date and no more. */
const endsOfDate = ['enddate', 'dateend', 'end', 'until', 'dateto', 'todate', 'dateuntil', 'datelatest'];

/** The column in which the dates of a column end, by their names, and by what stands in it. */
export function guessEnd(rows: Rows, date: number): number | null {
	const name = plainName(rows.columns[date]!.name);
	const isDateAlone = wordsOf(rows.columns[date]!.name).includes('date');
	const wanted = isDateAlone ? [...endsOfDate] : [];
	for (const [begin, ends] of words)
		for (const end of ends) {
			if (name.startsWith(begin)) wanted.push(end + name.slice(begin.length));
			if (name.endsWith(begin)) wanted.push(name.slice(0, name.length - begin.length) + end);
		}
	const isDate = (text: string) =>
		parseDaysInWords(text, 'day-first') !== null || daysOfNumber(Number(text)) !== null;
	const names = wanted.map(plainName);
	const find = (isEnd: (name: string) => boolean) =>
		rows.columns.findIndex((column, at) => at !== date && isEnd(column.name) && mostly(column, isDate));
	let index = find((each) => names.includes(plainName(each)));
	if (index < 0 && beginnings.has(withoutBeside(rows.columns[date]!.name)))
		index = find((each) => endings.has(withoutBeside(each)));
	return index < 0 ? null : index;
}

/**
 * Gives dates their ends. A row without one is open where most rows have theirs, since it goes on; else it is of its day
 * alone. An end before its beginning is told, and left out.
 * @param from the column of the beginnings as the file has it
 */
export function withEnds(
	dated: Dated,
	from: Column,
	ends: Column,
	origin: Uint32Array,
	order: DayOrder,
	problems: Problems
): Dated {
	const { column } = dated;
	const last = Int32Array.from(column.to);
	let [filled, dates] = [0, 0];
	for (let row = 0; row < origin.length; row++) {
		if (column.from[row] === noDay) continue;
		dates++;
		const text = cellText(ends, row);
		if (text === '') continue;
		filled++;
		const days =
			parseDaysInWords(text, order) ?? (/^\d+(?:\.\d+)?$/.test(text) ? daysOfNumber(Number(text)) : null);
		const told = { origin: origin[row]!, column: ends.name, found: text };
		if (!days) problems.add('unreadable-date', told);
		else if (days.to < column.from[row]!) problems.add('end-before-start', told);
		else last[row] = Math.max(days.to, column.to[row]!);
	}
	if (filled * 2 > dates)
		for (let row = 0; row < origin.length; row++)
			if (column.from[row] !== noDay && cellText(ends, row) === '') last[row] = lastDay;
	// A span of the table is not what the cell of the beginning says.
	const written = column.written ?? writtenOf(from);
	return { ...dated, column: { ...column, to: last, written } };
}

function writtenOf(column: Column): DateColumn['written'] {
	return column.kind === 'coded' || column.kind === 'text' ? column : null;
}
