/**
 * JSON whose numbers keep their text: 170.10, 1e5 and numbers of more digits than a double has. `JSON.parse` gives the
 * numbers alone, so those that would lose something are strings with a mark before them until they are cells.
 */
import { isPlainNumber, isShortest } from './numbers';

/** No text of a JSON file begins with it, but where it is written as an escape. */
const mark = '\u0001';

/** What only such a number has: a zero at its end, an exponent, a minus before a zero, or many digits. */
const longNumber = /\.\d*0(?!\d)|\d[eE][+-]?\d|-0(?![.\d])|\d{16}|\.\d{15}|\.0{6}/;
const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;

/** The value of a JSON text, numbers as their text where that would be lost. @throws SyntaxError where it is no JSON */
export function parseJson(text: string): unknown {
	const value = JSON.parse(text) as unknown;
	if (!longNumber.test(text) || text.includes('\\u0001')) return value;
	const marked = text.replace(token, (part) =>
		part.startsWith('"') || (isPlainNumber(part) && isShortest(part)) || String(Number(part)) === part
			? part
			: `"\\u0001${part}"`
	);
	return JSON.parse(marked) as unknown;
}

/** Whether a value of `parseJson` is a number, as such or as its text. */
export const isNumber = (value: unknown): value is number | string =>
	typeof value === 'number' || (typeof value === 'string' && value.startsWith(mark));

/** A number that is given as its text, as `parseJson` has those that would lose something. */
export const markedNumber = (text: string): string => mark + text;

/** The number of such a value. */
export const numberOf = (value: number | string): number =>
	typeof value === 'number' ? value : Number(value.slice(1));

/** The text of a value as the file has it. */
export const withoutMark = (text: string): string => (text.startsWith(mark) ? text.slice(1) : text);

/** A value as JSON, its numbers as the file has them. */
export const writeJson = (value: unknown): string => JSON.stringify(value).replace(/"\\u0001([^"]*)"/g, '$1');

/** A value with all its numbers as such. */
export const withNumbers = (value: unknown): unknown => JSON.parse(writeJson(value)) as unknown;
