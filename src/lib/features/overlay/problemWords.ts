/** What was wrong with a reader's file, in words. */
import type { Example, Problem, ProblemKind, RefusalReason } from '$lib/overlay/read/problem';
import { list, m, number } from '$lib/words';
import { bytes } from './words';

const sentences: Record<ProblemKind, (given: { instead: string }) => string> = {
	encoding: m.own_add_problem_encoding,
	'bad-bytes': m.own_add_problem_bad_bytes,
	truncated: m.own_add_problem_truncated,
	'other-file': m.own_add_problem_other_file,
	'network-link': m.own_add_problem_network_link,
	overlay: m.own_add_problem_overlay,
	'too-many-rows': m.own_add_problem_too_many_rows,
	'unreadable-row': m.own_add_problem_unreadable_row,
	'not-a-row': m.own_add_problem_not_a_row,
	'unclosed-quote': m.own_add_problem_unclosed_quote,
	'stray-quote': m.own_add_problem_stray_quote,
	'missing-cells': m.own_add_problem_missing_cells,
	'extra-cells': m.own_add_problem_extra_cells,
	'repeated-name': m.own_add_problem_repeated_name,
	'too-many-columns': m.own_add_problem_too_many_columns,
	'mixed-types': m.own_add_problem_mixed_types,
	'repeated-id': m.own_add_problem_repeated_id,
	'no-place': m.own_add_problem_no_place,
	'unreadable-place': m.own_add_problem_unreadable_place,
	'out-of-range': m.own_add_problem_out_of_range,
	'bad-geometry': m.own_add_problem_bad_geometry,
	'null-island': m.own_add_problem_null_island,
	'web-mercator': m.own_add_problem_web_mercator,
	'other-projection': m.own_add_problem_other_projection,
	'unreadable-date': m.own_add_problem_unreadable_date,
	'ambiguous-date': m.own_add_problem_ambiguous_date,
	'other-day-order': m.own_add_problem_other_day_order
};

/** Kinds whose `instead` is in their sentence, and says nothing beside an example. */
const told = new Set<ProblemKind>(['encoding', 'too-many-rows', 'too-many-columns', 'ambiguous-date']);

/** What is wrong, and what was read instead. */
export function problemText({ kind, examples }: Problem): string {
	const instead = examples[0]?.instead ?? '';
	return sentences[kind]({ instead: insteadText(instead) });
}

/** What was read in the place of what stands in the file, where that is not said already. */
export function exampleInstead(kind: ProblemKind, { instead }: Example): string | null {
	if (instead === undefined || told.has(kind) || kind === 'missing-cells' || kind === 'extra-cells')
		return null;
	return m.own_add_read_as({ instead: insteadText(instead) });
}

/** Where an example stands: its line where the file is one of lines, else its number; and its column. */
export function exampleWhere({ origin, column }: Example, hasLines: boolean): string {
	const parts = [];
	if (origin !== undefined)
		parts.push(hasLines ? m.own_add_line({ n: number(origin) }) : m.own_add_feature({ n: number(origin) }));
	if (column !== undefined) parts.push(m.own_add_column({ name: column }));
	return list(parts);
}

function insteadText(instead: string): string {
	if (instead === 'day-first') return m.own_add_day_first();
	if (instead === 'month-first') return m.own_add_month_first();
	return /^\d+$/.test(instead) ? number(Number(instead)) : instead;
}

const types: Record<string, () => string> = {
	video: m.own_add_type_video,
	sound: m.own_add_type_sound,
	document: m.own_add_type_document,
	program: m.own_add_type_program
};

/** Why a file was not read, in one sentence or two. */
export function refusalText({ reason, detail }: { reason: RefusalReason; detail: string | null }): string {
	switch (reason) {
		case 'empty':
			return m.own_add_refused_empty();
		case 'picture':
			return m.own_add_refused_picture({ type: detail ?? '' });
		case 'spreadsheet':
			return m.own_add_refused_spreadsheet();
		case 'pdf':
			return m.own_add_refused_pdf();
		case 'web-page':
			return m.own_add_refused_web_page();
		case 'shapefile':
			return m.own_add_refused_shapefile();
		case 'other-type':
			return m.own_add_refused_other_type({ type: types[detail ?? '']?.() ?? detail ?? '' });
		case 'archive-without-data':
			return m.own_add_refused_archive_without_data();
		case 'damaged-archive':
			return m.own_add_refused_damaged_archive();
		case 'too-large':
			return detail === null
				? m.own_add_refused_no_memory()
				: m.own_add_refused_too_large({ size: bytes(Number(detail)) });
		case 'unpacks-too-large':
			return m.own_add_refused_unpacks_too_large({ size: bytes(Number(detail)) });
		case 'entities':
			return m.own_add_refused_entities();
		case 'other-markup':
			return m.own_add_refused_other_markup();
		case 'json-without-rows':
			return m.own_add_refused_json_without_rows();
		case 'unknown':
			return m.own_add_refused_unknown();
		case 'no-rows':
			return m.own_add_refused_no_rows();
	}
}
