/** Rows of a file in words, in the language of the page. */
import { describeWhen } from '$lib/words/when';
import type { Row, Summary } from '$lib/overlay/query/tableIndex';
import { isoOfDay } from '$lib/base/days';
import { shortText } from '$lib/base/shorten';
import { counted, getLocale, m, number } from '$lib/words';

/** “1,000 rows”. */
export const rowsText = (count: number): string => m.own_card_rows(counted(count));

/** “712 of 1,000 rows”. */
export const rowsOfText = (part: number, all: number): string =>
	part === all ? rowsText(all) : m.own_card_rows_of({ ...counted(all), part: number(part) });

/** “31 August 2022”, of days since 1970-01-01. */
export const dayText = (day: number): string => describeWhen(isoOfDay(day), getLocale());

/** The name of a row where the file has names, else its number in the file. */
export function rowName({ cells, origin }: Row, { roles }: Summary): string {
	const name = roles.name === null ? '' : cells[roles.name]!.trim();
	return name || m.own_card_row({ n: number(origin) });
}

/** The beginning of a reader's text within a sentence, whose direction it does not turn. */
export const isolated = (text: string): string => `\u2068${shortText(text, 60)}\u2069`;
