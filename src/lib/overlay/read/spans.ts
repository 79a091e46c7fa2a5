/** Spans of time as formats write them that have a beginning and an end apart. */

/**
 * The fields of a span: both ends as one date, which is an interval of EDTF, under a name, and each end as it is written
 * under `from` and `to`. An end that is not written is open.
 */
export function spanOf(from: string, to: string, name: string): Record<string, string> {
	const [begins, ends] = [dayOf(from), dayOf(to)];
	const date = begins === ends ? begins : `${begins || '..'}/${ends || '..'}`;
	return { [name]: date, ...(from !== '' && { from }), ...(to !== '' && { to }) };
}

/** A date without its time of day, which an interval of EDTF level 1 has no place for. */
function dayOf(text: string): string {
	return /^\d{4}-\d\d-\d\d(?=T)/.exec(text.slice(0, 12))?.[0] ?? text;
}
