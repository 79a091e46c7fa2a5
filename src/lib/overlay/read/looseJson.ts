/** JSON as programs write it that have numbers which JSON has not: NaN and Infinity. */

import { parseJson } from './jsonNumbers';

/** The value of a text; undefined where it is no JSON. */
export function parsed(text: string): unknown {
	try {
		return parseJson(text);
	} catch {
		return undefined;
	}
}

/** As `parsed`, where NaN and Infinity count as null. `found` is the first of them, null where there is none. */
export function parsedLoosely(text: string): { value: unknown; found: string | null } {
	const value = parsed(text);
	if (value !== undefined || !/NaN|Infinity/.test(text)) return { value, found: null };
	const { plain, found } = withoutOddNumbers(text);
	return { value: found === null ? undefined : parsed(plain), found };
}

const odd = /[-+]?(?:NaN|Infinity)/y;

/** The text with null for each NaN and Infinity outside of strings. */
function withoutOddNumbers(text: string): { plain: string; found: string | null } {
	const parts: string[] = [];
	let found: string | null = null;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 34) {
			for (at++; at < text.length && text.charCodeAt(at) !== 34; at++) if (text.charCodeAt(at) === 92) at++;
		} else if (code === 43 || code === 45 || code === 73 || code === 78) {
			odd.lastIndex = at;
			const match = odd.exec(text)?.[0];
			if (match === undefined) continue;
			found ??= match;
			parts.push(text.slice(from, at), 'null');
			from = at + match.length;
			at = from - 1;
		}
	}
	return { plain: parts.join('') + text.slice(from), found };
}
