/** Whether a text is the one that a record was made from. Pure. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** SHA-256 of a text in UTF-8, as the records have it: in hexadecimal. */
export const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * A text in the form of which a record has the SHA-256, or null where it is another text. What a text field and an
 * editor change is tried: the ends of lines, and white space after the last word.
 */
export function fittingText(text: string, hash: string): string | null {
	const lines = text.replace(/\r\n?/g, '\n');
	const bare = lines.trimEnd();
	const forms = [text, lines, bare, `${bare}\n`, `${bare}\n\n`, `\ufeff${lines}`];
	const all = [...forms, ...forms.slice(1).map((form) => form.replace(/\n/g, '\r\n'))];
	return [...new Set(all)].find((form) => hashOf(form) === hash) ?? null;
}
