/** JSON with the place of a fault in it, which `JSON.parse` does not always give. */
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
	let value: unknown;
	let isJson = true;
	try {
		value = JSON.parse(text);
	} catch {
		isJson = false;
	}
	const { end, isTorn, twice } = scan(text);
	if (isJson) return { value, faults: twice };
	const fix = 'look for a missing or extra comma, quotation mark or bracket just before it';
	let found = `unexpected ${quoted(text.slice(end, end + 1))}`;
	if (end >= text.length) found = 'the text ends too early';
	else if (isTorn && text[end] === '"') found = 'a string is not closed or has a bad escape';
	const message = `is not JSON: ${found}`;
	return { value: undefined, faults: [{ at: lineAndColumn(text, end), message, fix }] };
}

function lineAndColumn(text: string, offset: number): string {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
	return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}

const space = /[ \t\n\r]*/y;
const token =
	/[{}[\],:]|"[^"\\\p{Cc}]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\p{Cc}]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;

/** An object or array that is open at some point of the text. */
interface Open {
	isObject: boolean;
	keys: Set<string>;
	/** The key or index that the next value stands under. */
	current: string | number;
}

/**
 * Reads tokens as far as they make sense: `end` is where that stops, the end of the text at best,
 * and `isTorn` says that what stands there is no token at all.
 * A loop with a stack of its own, so that no depth of brackets can overflow it.
 */
function scan(text: string): { end: number; isTorn: boolean; twice: JsonFault[] } {
	const open: Open[] = [];
	const twice: JsonFault[] = [];
	let expected: 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing' =
		'value';
	let offset = 0;
	for (;;) {
		space.lastIndex = offset;
		offset += space.exec(text)?.[0].length ?? 0;
		token.lastIndex = offset;
		const found = token.exec(text)?.[0];
		if (found === undefined) return { end: offset, isTorn: true, twice };
		const inner = open.at(-1);
		const closes = inner && found === (inner.isObject ? '}' : ']');
		if (closes && expected.endsWith('or end')) {
			open.pop();
			expected = open.length ? 'comma or end' : 'nothing';
		} else if (expected.startsWith('value')) {
			if (found === '{' || found === '[') {
				open.push({ isObject: found === '{', keys: new Set(), current: 0 });
				expected = found === '{' ? 'key or end' : 'value or end';
			} else if (/^[\]},:]/.test(found)) return { end: offset, isTorn: false, twice };
			else expected = inner ? 'comma or end' : 'nothing';
		} else if (expected.startsWith('key') && inner && found.startsWith('"')) {
			const key: string = JSON.parse(found);
			inner.current = key;
			if (inner.keys.has(key)) twice.push(keyTwice(open));
			inner.keys.add(key);
			expected = 'colon';
		} else if (expected === 'colon' && found === ':') {
			expected = 'value';
		} else if (expected === 'comma or end' && inner && found === ',') {
			if (typeof inner.current === 'number') inner.current++;
			expected = inner.isObject ? 'key' : 'value';
		} else return { end: offset, isTorn: false, twice };
		offset += found.length;
	}
}

function keyTwice(open: Open[]): JsonFault {
	return {
		at: pathText(open.map(({ current }) => current)),
		message: 'this key stands twice in one object',
		fix: 'keep one of the two'
	};
}
