/** Dates and addresses that stand within the texts of a table, as columns of their own. */
import { parseDays } from '../read/days';
import type { RawColumn } from '../read/column';
import type { Rows } from '../read/rows';

/** Columns that are added; they stand behind those of the file. */
export const found = { date: 'date_found', source: 'link_found' } as const;

const months = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*';
const dateIn = new RegExp(
	`\\b(\\d{4}-\\d\\d-\\d\\d|\\d{1,2} ${months}\\.? \\d{4}|${months}\\.? \\d{1,2}, \\d{4}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4})\\b`,
	'i'
);
const addressIn = /\bhttps?:\/\/[^\s<>"'\])]+/;
/** Only the beginning of a text is looked at. */
const longest = 2000;

/** The first date of a text; '' where there is none that can be read. */
export function dateWithin(text: string): string {
	const written = dateIn.exec(text.slice(0, longest))?.[1] ?? '';
	return written !== '' && parseDays(written, 'day-first') ? written : '';
}

/** The first address in a text; '' where there is none. */
export function addressWithin(text: string): string {
	return addressIn.exec(text.slice(0, longest))?.[0].replace(/[.,;:]+$/, '') ?? '';
}

/**
 * Adds a column of what is found in the texts of others, where at least half of the rows have some. Gives its number;
 * null where it adds none.
 */
export function addWithin(rows: Rows, kind: keyof typeof found, from: readonly RawColumn[]): number | null {
	const find = kind === 'date' ? dateWithin : addressWithin;
	const texts: string[] = [];
	let filled = 0;
	for (let row = 0; row < rows.count; row++) {
		let text = '';
		for (const column of from) if ((text = find(column.text(row))) !== '') break;
		if (text !== '') filled++;
		texts.push(text);
	}
	return filled * 2 >= rows.count && filled > 0 ? rows.addColumn(found[kind], texts) : null;
}
