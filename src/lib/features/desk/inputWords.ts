/** What is said of an article that comes in: what is odd about it, what was left out, why it could not be read. */
import { m, number } from '$lib/words';
import type { CameInFault } from '../../draft/cameIn';
import type { InputFaultCode, OmissionReason } from '../../draft/input/article';
import type { Warning } from '../../draft/input/warnings';

/** Nothing for what an author need not know. */
export function warningName(warning: Warning): string {
	switch (warning.code) {
		case 'empty':
			return m.desk_start_empty();
		case 'too-long':
			return m.desk_warn_too_long({ size: number(warning.limit / 1e6) });
		case 'book':
			return m.desk_warn_book({ words: number(warning.words) });
		case 'binary':
			return m.desk_fault_binary();
		case 'bidi-controls':
		case 'zero-width':
		case 'soft-hyphens':
		case 'surrogates':
		case 'controls':
		case 'invisible':
		case 'private-use':
			return m.desk_warn_hidden({ count: warning.count, n: number(warning.count) });
		case 'mixed-direction':
			return m.desk_warn_direction();
		case 'no-recogniser':
			return m.desk_warn_language();
		case 'bad-bytes':
			return m.desk_warn_bytes({ count: warning.count, n: number(warning.count) });
		case 'encoding-guessed':
			return m.desk_warn_encoding({ encoding: warning.encoding });
		case 'no-main-text':
			return m.desk_warn_main();
		case 'decomposed':
		case 'line-ends':
		case 'no-break-spaces':
		case 'other-bytes':
			return '';
	}
}

const omissions: Partial<Record<OmissionReason, () => string>> = {
	menu: m.desk_omitted_menu,
	related: m.desk_omitted_related,
	share: m.desk_omitted_share,
	cookies: m.desk_omitted_cookies,
	newsletter: m.desk_omitted_newsletter,
	advertisement: m.desk_omitted_advertisement,
	comments: m.desk_omitted_comments,
	copyright: m.desk_omitted_copyright,
	footer: m.desk_omitted_footer,
	form: m.desk_omitted_form,
	caption: m.desk_omitted_caption,
	title: m.desk_omitted_title,
	byline: m.desk_omitted_byline,
	hidden: m.desk_omitted_hidden
};
export const omissionName = (reason: OmissionReason): string => (omissions[reason] ?? m.desk_omitted_other)();

const faults: Record<InputFaultCode, () => string> = {
	empty: m.desk_start_empty,
	'too-large': m.desk_fault_too_large,
	binary: m.desk_fault_binary,
	pdf: m.desk_fault_pdf,
	picture: m.desk_fault_picture,
	'other-document': m.desk_fault_other,
	damaged: m.desk_fault_damaged
};
export const faultName = (code: InputFaultCode): string => faults[code]();

const cameInFaults: Record<CameInFault['code'], (fault: { path: string; said: string }) => string> = {
	damaged: m.desk_fault_damaged,
	empty: m.desk_fault_no_records,
	large: m.desk_fault_too_large,
	many: m.desk_fault_many_files,
	name: m.desk_fault_file_name,
	twice: m.desk_fault_file_twice,
	text: m.desk_fault_file_text,
	'other-json': m.desk_fault_json_other,
	'broken-json': m.desk_fault_json,
	'no-article': m.desk_fault_no_records,
	'many-articles': m.desk_fault_many_articles,
	'no-quotes': m.desk_fault_no_quotes,
	record: m.desk_fault_record
};
/** Why records or annotations can't be opened. */
export const cameInName = ({ code, path, message }: CameInFault): string =>
	cameInFaults[code]({ path: path ?? '', said: message ?? '' });
