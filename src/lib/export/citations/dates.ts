/** Dates of articles as bibliographies need them: no finer than known, and marked where they were inferred. */
import { stateLine } from '../about';
import { parseWhen } from '../../geodata/dates';
import { describeWhen } from '../../words/when';
import type { When } from '../../geodata/schema';

/** A date variable of CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html#date-variables). */
export interface CslDate {
	'date-parts'?: number[][];
	season?: number;
	circa?: true;
	literal?: string;
}

/** The year, and the month and day where they are known. */
export interface DateParts {
	year: number;
	month?: number;
	day?: number;
}

/** True where the date is qualified in EDTF, or where any part of it was inferred. */
export function isInferred({ edtf, inferred }: When): boolean {
	return inferred !== null || /[?~%]/.test(edtf);
}

/** A day, YYYY-MM-DD, as people write it: “31 August 2022”. */
export const longDay = (day: string): string =>
	new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
		new Date(`${day}T00:00:00Z`)
	);

/** A day, YYYY-MM-DD, as a date of CSL-JSON. */
export const cslDay = (day: string): CslDate => ({ 'date-parts': [day.split('-').map(Number)] });

/** What a bibliography has no field for: how the date is known, and whether the quotes were compared with the text. */
export function articleNote(article: { published: When; checked: string | null; draft: boolean }): string {
	return `${dateNote(article.published)}. ${stateLine(article)}`;
}

/** The date in words with its EDTF string and, where it was inferred, from what. */
export function dateNote(when: When): string {
	const parts = [describeWhen(when.edtf, 'en'), `EDTF ${when.edtf}`];
	if (isInferred(when))
		parts.push(when.inferred ? `inferred: ${when.inferred.replace(/\.$/, '')}` : 'inferred');
	return `Published ${parts[0]} (${parts.slice(1).join('; ')})`;
}

/** What is known for certain to be one year, month or day; null for a span, a season or an open date. */
export function dateParts(edtf: string): DateParts | null {
	if (edtf.includes('/')) return null;
	const { earliest, latest } = parseWhen(edtf);
	if (!earliest || !latest) return null;
	const [from, to] = [numbers(earliest), numbers(latest)];
	// Before the years are compared: a winter ends in the year after.
	if (seasonOf(edtf) !== undefined) return { year: from.year };
	if (from.year !== to.year) return null;
	if (earliest === latest) return from;
	return from.month === to.month ? { year: from.year, month: from.month } : { year: from.year };
}

/** A date of the grammar of `geodata/dates.ts` in CSL-JSON. What CSL can't say stays in words, as a literal. */
export function cslDate(when: When): CslDate {
	const sides = when.edtf.split('/').map((side) => (side === '..' || side === '' ? null : dateParts(side)));
	const season = seasonOf(when.edtf);
	const circa = isInferred(when) && ({ circa: true } as const);
	if (sides.some((side) => side === null)) return { literal: describeWhen(when.edtf, 'en'), ...circa };
	return {
		'date-parts': sides.map((side) =>
			[side!.year, side!.month, side!.day].filter((part) => part !== undefined)
		),
		...(sides.length === 1 && season && { season }),
		...circa
	};
}

/** 1 to 4 for a date that is a season (EDTF 2015-21 is spring 2015). A winter is the one that begins in December. */
function seasonOf(edtf: string): number | undefined {
	const season = /^\d{4}-2([1-4])(?!\d)/.exec(edtf)?.[1];
	return season && !edtf.includes('/') ? Number(season) : undefined;
}

function numbers(day: string): Required<DateParts> {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	return { year, month, day: date };
}
