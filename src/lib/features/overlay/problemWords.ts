/** What was wrong in a file that was read, in words. */
import { shortText } from '$lib/base/shorten';
import type { Example, Problem, ProblemKind } from '$lib/overlay/read/problem';
import { counted, list, m, number } from '$lib/words';

const sentences: Record<ProblemKind, (given: { instead: string }) => string> = {
	encoding: m.own_add_problem_encoding,
	'bad-bytes': m.own_add_problem_bad_bytes,
	truncated: m.own_add_problem_truncated,
	'other-file': m.own_add_problem_other_file,
	'other-layer': m.own_add_problem_other_layer,
	'no-data-file': m.own_add_problem_no_data_file,
	'missing-part': m.own_add_problem_missing_part,
	'network-link': m.own_add_problem_network_link,
	overlay: m.own_add_problem_overlay,
	relation: m.own_add_problem_relation,
	'too-many-rows': m.own_add_problem_too_many_rows,
	'unreadable-row': m.own_add_problem_unreadable_row,
	'not-a-row': m.own_add_problem_not_a_row,
	'other-list': m.own_add_problem_other_list,
	'unclosed-quote': m.own_add_problem_unclosed_quote,
	'stray-quote': m.own_add_problem_stray_quote,
	title: m.own_add_problem_title,
	'forgotten-quote': m.own_add_problem_forgotten_quote,
	'many-lines': m.own_add_problem_many_lines,
	'missing-cells': m.own_add_problem_missing_cells,
	'extra-cells': m.own_add_problem_extra_cells,
	'repeated-name': m.own_add_problem_repeated_name,
	'too-many-columns': m.own_add_problem_too_many_columns,
	'mixed-types': m.own_add_problem_mixed_types,
	'not-a-number': m.own_add_problem_not_a_number,
	'repeated-id': m.own_add_problem_repeated_id,
	'no-place': m.own_add_problem_no_place,
	'looked-up': m.own_add_problem_looked_up,
	'own-places-lost': m.own_add_problem_own_places_lost,
	'unreadable-place': m.own_add_problem_unreadable_place,
	'out-of-range': m.own_add_problem_out_of_range,
	'letters-differ': m.own_add_problem_letters_differ,
	'order-by-brackets': m.own_add_problem_order_by_brackets,
	'order-by-region': m.own_add_problem_order_by_region,
	'bad-geometry': m.own_add_problem_bad_geometry,
	wrapped: m.own_add_problem_wrapped,
	'null-island': m.own_add_problem_null_island,
	'single-point': m.own_add_problem_single_point,
	'web-mercator': m.own_add_problem_web_mercator,
	converted: m.own_add_problem_converted,
	'unknown-projection': m.own_add_problem_unknown_projection,
	'systems-lost': m.own_add_problem_systems_lost,
	'other-projection': m.own_add_problem_other_projection,
	'unreadable-date': m.own_add_problem_unreadable_date,
	'unread-dates': m.own_add_problem_unread_dates,
	'end-before-start': m.own_add_problem_end_before_start,
	'ambiguous-date': m.own_add_problem_ambiguous_date,
	'short-year': m.own_add_problem_short_year,
	'other-calendar': m.own_add_problem_other_calendar,
	'other-day-order': m.own_add_problem_other_day_order
};

/** Kinds whose sentence says `instead` already, so that their examples need not. */
const saidInSentence = new Set<ProblemKind>([
	'encoding',
	'too-many-rows',
	'too-many-columns',
	'order-by-brackets',
	'order-by-region',
	'converted',
	'short-year',
	'ambiguous-date'
]);

/** Whether a problem is of a kind that this version knows: a kept file may have been read by another one. */
export const isKnown = ({ kind }: Problem): boolean => Object.hasOwn(sentences, kind);

/** What is wrong, and what was read instead. */
export function problemText({ kind, examples }: Problem): string {
	const instead = examples[0]?.instead ?? '';
	return sentences[kind]({ instead: insteadText(instead) });
}

/** What an example was read as, where the sentence of its kind does not say it. */
export function exampleInstead(kind: ProblemKind, { instead }: Example): string | null {
	if (instead === undefined || saidInSentence.has(kind) || kind === 'missing-cells' || kind === 'extra-cells')
		return null;
	if (kind === 'many-lines') return m.own_add_lines(counted(Number(instead)));
	return m.own_add_read_as({ instead: insteadText(instead) });
}

/** Where an example is: its line in a file of lines, else the number of its feature; and its column. */
export function exampleWhere({ origin, column }: Example, hasLines: boolean): string {
	const parts = [];
	if (origin !== undefined)
		parts.push(hasLines ? m.own_add_line({ n: number(origin) }) : m.own_add_feature({ n: number(origin) }));
	if (column !== undefined) parts.push(m.own_add_column({ name: shortText(column, 60) }));
	return list(parts);
}

function insteadText(instead: string): string {
	if (instead === 'day-first') return m.own_add_day_first();
	if (instead === 'month-first') return m.own_add_month_first();
	if (instead === 'latitude-first') return m.own_add_latitude_first();
	if (instead === 'longitude-first') return m.own_add_longitude_first();
	if (instead === 'year-first') return m.own_add_year_first();
	if (instead === 'year-last') return m.own_add_year_last();
	if (instead === '' || /^\d+$/.test(instead)) return instead && number(Number(instead));
	// As the file has it, whatever is written around it: -179 stays -179 in Arabic.
	return `\u2068${shortText(instead, 200)}\u2069`;
}
