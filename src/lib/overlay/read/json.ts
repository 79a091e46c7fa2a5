/**
 * JSON of any size: GeoJSON, TopoJSON, plain rows, an article of ours, one document or many on lines. A document is
 * cut into features while it streams, and each is parsed alone, so that a broken one costs no other.
 */
import { addArticles, type OwnPlaces } from './article';
import { JsonCutter, longestValue } from './jsonCutter';
import { JsonRows } from './jsonRows';
import { Pending } from './pending';
import { Refusal, type Problems } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';

/**
 * Reads all features and rows of a text.
 * @param ownPlaces the data set's own, for articles of ours
 * @throws Refusal where there are none
 */
export async function readJson(
	text: AsyncIterable<string>,
	rows: Rows,
	problems: Problems,
	work: Work,
	ownPlaces?: OwnPlaces
): Promise<void> {
	const reader = new JsonRows(rows, problems, work);
	const cutter = new JsonCutter(
		(element) => reader.element(element),
		(document, isWhole) => reader.document(document, isWhole),
		work
	);
	for await (const piece of text) cutter.push(piece);
	cutter.end();
	for (const articles of reader.articles) await addArticles(rows, articles, ownPlaces, problems);
	reader.end();
}

/** Reads a document on each line (RFC 8142 with its record separators too). @throws Refusal where there are no rows */
export async function readJsonLines(
	text: AsyncIterable<string>,
	rows: Rows,
	problems: Problems,
	work: Work
): Promise<void> {
	const reader = new JsonRows(rows, problems, work);
	const pending = new Pending();
	let line = 1;
	let separated: boolean | null = null;
	const take = (record: string) => {
		if (record.trim() !== '') reader.line(record, line);
	};
	for await (const piece of text) {
		const all = pending.add(piece);
		if (all === null) continue;
		work.spend(all.length);
		// With separators a document may go over several lines.
		separated ??= all.trimStart() === '' ? null : all.trimStart().startsWith('\x1e');
		const records = all.split(separated ? '\x1e' : '\n');
		const rest = records.pop()!;
		for (const record of records) {
			take(record);
			line += separated ? (record.match(/\n/g)?.length ?? 0) : 1;
		}
		if (rest.length > longestValue) throw new Refusal('too-large', String(longestValue));
		pending.keep(rest);
	}
	for (const record of pending.take().split(separated ? '\x1e' : '\n')) {
		take(record);
		line += separated ? (record.match(/\n/g)?.length ?? 0) : 1;
	}
	reader.end();
}
