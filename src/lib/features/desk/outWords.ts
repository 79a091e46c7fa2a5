/** Why a record is refused, or can't be written into a folder, in the language of the page. */
import { m, nameInLanguage } from '$lib/words';
import type { RecordProblem } from '../../draft/record';
import type { FolderFaultCode } from './folder';

/** What is wrong with a record that was made. @param name of what the record is about; empty for the article */
export function refusedName(problem: RecordProblem, name: string): string {
	const field = fieldName(problem.at);
	const what = name === '' ? field : m.desk_refused_of({ what: field, place: name });
	return m.desk_refused_at({ what, fault: problemName(problem) });
}

/** Of a path in a record, the last key that stands here; the longer ones go first. */
const fields: [RegExp, () => string][] = [
	[/(^|\.)title$/, m.desk_head_title],
	[/publisher\.name$/, m.desk_head_publisher],
	[/publisher\.site$/, m.desk_head_site],
	[/author\.name$/, m.desk_head_author],
	[/^url$/, m.desk_head_url],
	[/^urls/, m.desk_place_reference],
	[/^id$/, m.desk_head_id],
	[/^published/, m.desk_head_published],
	[/^language$/, m.desk_head_language],
	[/radius_km$/, m.desk_place_radius],
	[/precision\.reason$/, m.desk_place_reason],
	[/where_prec$|properties\.drawn$/, m.desk_place_precision],
	[/^geometry/, m.desk_place_position],
	[/properties\.kind$/, m.desk_place_kind],
	[/properties\.references/, m.desk_place_reference],
	[/\.summary$/, m.desk_summary],
	[/\.actors/, m.desk_who]
];

/** Other values have no field at the desk: their name is that in the record. */
function fieldName(path: string): string {
	const language = /(?:^|\.)name\.([\w-]+)$/.exec(path)?.[1];
	if (language) return nameInLanguage(language);
	return fields.find(([pattern]) => pattern.test(path))?.[1]() ?? `\u2068${path}\u2069`;
}

function problemName({ at, code, values }: RecordProblem): string {
	switch (code) {
		case 'missing':
			return m.desk_refused_missing();
		case 'empty':
			return m.desk_refused_empty();
		case 'large':
			return m.desk_refused_large({ limit: values.limit ?? '' });
		case 'small':
			return m.desk_refused_small({ limit: values.limit ?? '' });
		case 'format':
			if (/^urls?/.test(at)) return m.desk_refused_address();
			return at === 'language' ? m.desk_refused_language() : m.desk_refused_format();
		case 'hidden':
			return m.desk_refused_hidden({ names: values.names ?? '' });
		case 'mixed':
			return m.desk_refused_mixed({ word: values.word ?? '' });
		case 'swapped':
			return m.desk_refused_swapped();
		case 'outside':
			return m.desk_refused_outside();
		case 'ring-open':
		case 'ring-flat':
		case 'ring-turned':
		case 'uncut':
			return m.desk_refused_outline();
		case 'geometry-missing':
			return m.desk_refused_no_position();
		case 'country-only':
			return m.desk_refused_country();
		case 'geometry-other':
			return m.desk_refused_drawing();
		case 'too-fine':
			return m.desk_todo_place_too_fine();
		case 'too-coarse':
			return m.desk_refused_too_coarse();
		case 'radius-missing':
			return m.desk_refused_radius();
		case 'shape':
			return m.desk_refused_shape();
	}
}

const folderFaults: Record<FolderFaultCode, () => string> = {
	other: m.desk_out_folder_other,
	refused: m.desk_out_folder_refused,
	gone: m.desk_out_folder_gone,
	full: m.desk_out_folder_full,
	locked: m.desk_out_folder_locked,
	failed: m.desk_out_folder_failed
};
export const folderFaultName = (code: FolderFaultCode): string => folderFaults[code]();
