/** JSON with the place of a fault in it, which `JSON.parse` does not always give. */
import { printParseErrorCode, visit } from 'jsonc-parser';
import { pathText, quoted } from './problem';

export interface JsonFault {
	at: string;
	message: string;
	fix: string;
}

export interface ParsedJson {
	/** Undefined where the text is not JSON. */
	value: unknown;
	faults: JsonFault[];
}

/** Parses a text. A key that stands twice in an object is a fault too: `JSON.parse` would drop the first. */
export function parseJson(text: string): ParsedJson {
	const { stop, twice } = scan(text);
	try {
		return { value: JSON.parse(text), faults: twice };
	} catch {
		return { value: undefined, faults: [notJson(stop)] };
	}
}

/** Where the parser stopped to understand the text: 0-based, as it counts. */
interface Stop {
	line: number;
	column: number;
	found: string;
}

function scan(text: string): { stop: Stop; twice: JsonFault[] } {
	let stop: Stop | undefined;
	const twice: JsonFault[] = [];
	/** The keys of each object that is open. */
	const open: Set<string>[] = [];
	try {
		visit(
			text,
			{
				onObjectBegin: () => void open.push(new Set()),
				onObjectEnd: () => void open.pop(),
				onObjectProperty: (key, _offset, _length, _line, _column, path) => {
					const keys = open.at(-1)!;
					if (keys.has(key)) twice.push(keyTwice([...path(), key]));
					keys.add(key);
				},
				onError: (error, offset, length, line, column) => {
					stop ??= { line, column, found: foundAt(text, offset, length, printParseErrorCode(error)) };
				}
			},
			{ disallowComments: true }
		);
	} catch (error) {
		// The parser calls itself for each bracket, and a text may have thousands of them within each other.
		if (!(error instanceof RangeError)) throw error;
	}
	return { stop: stop ?? { line: 0, column: 0, found: 'its brackets are nested too deeply' }, twice };
}

function foundAt(text: string, offset: number, length: number, error: string): string {
	if (offset >= text.length) return 'the text ends too early';
	if (text[offset] === '"' && isOfString.test(error)) return 'a string is not closed or has a bad escape';
	// A word or a number that is none is said whole.
	const isWhole = error === 'InvalidSymbol' || error === 'UnexpectedEndOfNumber';
	return `unexpected ${quoted(text.slice(offset, offset + (isWhole ? length : 1)))}`;
}

const isOfString = /^(UnexpectedEndOfString|InvalidUnicode|InvalidEscapeCharacter|InvalidCharacter)$/;

function notJson({ line, column, found }: Stop): JsonFault {
	return {
		at: `line ${line + 1}, column ${column + 1}`,
		message: `is not JSON: ${found}`,
		fix: 'look for a missing or extra comma, quotation mark or bracket just before it'
	};
}

function keyTwice(path: (string | number)[]): JsonFault {
	return {
		at: pathText(path),
		message: 'this key stands twice in one object',
		fix: 'keep one of the two'
	};
}
