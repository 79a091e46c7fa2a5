/** A problem of a record: what is wrong, where, and what to do. */
import { printable } from '../../base/printable';

/** One file of `geodata/`. */
export interface SourceFile {
	/** Relative to `geodata/`, with forward slashes. */
	path: string;
	text: string;
}

/** What is wrong with a value of a record by itself, for those who say it in another language. */
export type FaultCode =
	| 'missing'
	| 'empty'
	/** A number or a list is too large or too small: `limit`. */
	| 'large'
	| 'small'
	/** It is not written as what it is: an address, a day, an id. */
	| 'format'
	/** Nobody sees some of it: `names` of the characters. */
	| 'hidden'
	/** Letters of two alphabets in one `word`. */
	| 'mixed'
	| 'swapped'
	| 'outside'
	| 'ring-open'
	| 'ring-flat'
	| 'ring-turned'
	/** It leaps over the antimeridian in place of being cut there. */
	| 'uncut'
	| 'geometry-missing'
	| 'country-only'
	| 'geometry-other'
	| 'too-fine'
	| 'too-coarse'
	| 'radius-missing'
	/** It is of a kind or has a key that no record has: a fault of a program rather than of a person. */
	| 'shape';

/** What the sentence of a fault names. */
export type FaultValues = Readonly<Record<string, string>>;

export interface Problem {
	file: string;
	/** Path inside the file, such as reports[3].quotes[0].exact; empty where it is the file itself. */
	at: string;
	message: string;
	fix: string;
}

/** Longer than any passage that may be quoted. */
const longest = 1000;

/** One line for a reader: `file  at  message — fix`. It may go to a terminal, whatever the record holds. */
export function formatProblem({ file, at, message, fix }: Problem): string {
	return [oneLine(file), oneLine(at), `${oneLine(message)} — ${oneLine(fix)}`].filter(Boolean).join('  ');
}

/** The quoted text may have line breaks; a problem stays one line. */
function oneLine(text: string): string {
	const line = text
		.slice(0, longest)
		.split(/[\r\n]+/)
		.map((part) => part.trim())
		.join(' ');
	return printable(line) + (text.length > longest ? ' …' : '');
}

/** A path as people write it: ['reports', 3, 'quotes', 0] is `reports[3].quotes[0]`. */
export function pathText(path: readonly PropertyKey[]): string {
	return path
		.map((key) => {
			if (typeof key === 'number') return `[${key}]`;
			return /^[\w$]+$/.test(String(key)) ? `.${String(key)}` : `[${JSON.stringify(String(key))}]`;
		})
		.join('')
		.replace(/^\./, '');
}

/** A path inside another: `at('reports[3]', 'place')` is `reports[3].place`. */
export function at(outer: string, inner: string): string {
	return outer === '' || inner === '' || inner.startsWith('[') ? outer + inner : `${outer}.${inner}`;
}

/** A text cut to a length that fits a line, in quotation marks. */
export function quoted(text: string, length = 60): string {
	return text.length > length ? `“${text.slice(0, length)}…”` : `“${text}”`;
}
