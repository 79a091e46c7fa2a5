/**
 * JSON of any size: GeoJSON, TopoJSON, plain rows, an article of ours, one document or many on lines. A document is
 * cut into features while it streams, and each is parsed alone, so that a broken one costs no other.
 */
import { JsonCutter, longestValue } from './jsonCutter';
import { JsonRows } from './jsonRows';
import { Refusal, type Problems } from './problem';
import type { Rows } from './rows';

/** Reads all features and rows of a text. @throws Refusal where there are none */
export async function readJson(text: AsyncIterable<string>, rows: Rows, problems: Problems): Promise<void> {
	const reader = new JsonRows(rows, problems);
	const cutter = new JsonCutter(
		(element) => reader.element(element),
		(document, isWhole) => reader.document(document, isWhole)
	);
	for await (const piece of text) cutter.push(piece);
	cutter.end();
	reader.end();
}

/** Reads a document on each line (RFC 8142 with its record separators too). @throws Refusal where there are no rows */
export async function readJsonLines(
	text: AsyncIterable<string>,
	rows: Rows,
	problems: Problems
): Promise<void> {
	const reader = new JsonRows(rows, problems);
	let rest = '';
	let line = 1;
	let separated: boolean | null = null;
	const take = (record: string) => {
		if (record.trim() !== '') reader.line(record, line);
	};
	for await (const piece of text) {
		rest += piece;
		// With separators a document may go over several lines.
		separated ??= rest.trimStart() === '' ? null : rest.trimStart().startsWith('\x1e');
		const records = rest.split(separated ? '\x1e' : '\n');
		rest = records.pop()!;
		for (const record of records) {
			take(record);
			line += separated ? (record.match(/\n/g)?.length ?? 0) : 1;
		}
		if (rest.length > longestValue) throw new Refusal('too-large', String(longestValue));
	}
	take(rest);
	reader.end();
}
