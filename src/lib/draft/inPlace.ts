/** A file of records with what changes put into it, and all else as it was written. Pure. */
import { applyEdits, modify } from 'jsonc-parser';

type Fields = Record<string, unknown>;

/**
 * The text of a list of records, or of a table of translations, with its new and changed entries; any other record as a
 * new text. Where the two can't be told apart entry by entry, the whole is written anew.
 * @param before the text that is there, or null @param after the whole file as JSON
 */
export function inPlace(before: string | null, after: string): string {
	const value = JSON.parse(after) as Fields;
	const anew = `${JSON.stringify(value, null, '\t')}\n`;
	if (before === null) return anew;
	try {
		const text = edited(before, JSON.parse(before) as Fields, value);
		return JSON.stringify(JSON.parse(text)) === JSON.stringify(value) ? text : anew;
	} catch {
		return anew;
	}
}

function edited(before: string, old: Fields, value: Fields): string {
	const eol = before.includes('\r\n') ? '\r\n' : '\n';
	const formattingOptions = { insertSpaces: false, tabSize: 1, eol };
	let text = before;
	const put = (path: (string | number)[], entry: unknown, isArrayInsertion = false) => {
		text = applyEdits(text, modify(text, path, entry, { formattingOptions, isArrayInsertion }));
	};
	for (const [key, inner] of Object.entries(value)) {
		const [was, is] = [entriesOf(old[key]), entriesOf(inner)];
		if (was === null || is === null || Array.isArray(was) !== Array.isArray(is)) {
			if (JSON.stringify(old[key]) !== JSON.stringify(inner)) put([key], inner);
		} else if (Array.isArray(is))
			for (const [index, entry] of is.entries()) {
				const there = (was as unknown[])[index];
				if (JSON.stringify(there) !== JSON.stringify(entry)) put([key, index], entry, there === undefined);
			}
		else
			for (const [name, entry] of Object.entries(is))
				if (JSON.stringify((was as Fields)[name]) !== JSON.stringify(entry)) put([key, name], entry);
	}
	return text;
}

const entriesOf = (value: unknown): unknown[] | Fields | null =>
	typeof value === 'object' ? (value as unknown[] | Fields | null) : null;
