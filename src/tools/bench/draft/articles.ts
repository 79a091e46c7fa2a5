/**
 * The recogniser on the data set’s own articles, where their full texts are at hand: what of the records it would have
 * offered. The texts are not in the repository; a file is known by the length and hash that the record has of it.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { overlaps, type Span } from '../../../lib/draft/recognise/span';
import { whensOf } from '../../../lib/draft/recognise/whens';
import { loadRecords } from '../../../lib/server/geodata';
import { printTable } from '../measure';
import { recognise, toponymsOf } from './recognise';
import { percent } from './score';

/** Prints a row for each article and one for all. @param directory a folder with the texts, whatever their names */
export function benchArticles(directory: string): void {
	const texts = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'utf8'));
	const rows: number[][] = [];
	const names: string[] = [];
	for (const article of loadRecords().articles) {
		const text = texts.find(
			(text) => createHash('sha256').update(text).digest('hex') === article.text.sha256
		);
		if (text === undefined) {
			console.log(`No text of ${article.id} in ${directory}.`);
			continue;
		}
		names.push(article.id);
		const { actors, dates, mentions, claims } = recognise(text, article.published.edtf, toponymsOf(text));
		const labels = article.passages.flatMap(({ mentions }) => mentions);
		const isSame = (label: Span, found: Span) => label.start === found.start && label.end === found.end;

		const quotes = uniqueQuotes(article.reports.flatMap(({ quotes }) => quotes));
		let [named, actorsFound, extra, first, offered, firstKind, offeredKind] = [0, 0, 0, 0, 0, 0, 0];
		for (const report of article.reports) {
			const inQuotes = actors.filter((found) => report.quotes.some((quote) => overlaps(quote, found)));
			const ids = new Set(inQuotes.flatMap(({ actor }) => actor ?? []));
			const wanted = new Set(report.actors.map(({ actor }) => actor));
			named += wanted.size;
			actorsFound += [...wanted].filter((id) => ids.has(id)).length;
			extra += [...ids].filter((id) => !wanted.has(id)).length;

			const values = report.quotes.map((quote) =>
				whensOf(text, quote, dates, article.published.edtf).map(({ edtf }) => edtf)
			);
			first += values.some(([edtf]) => edtf === report.when.edtf) ? 1 : 0;
			offered += values.some((each) => each.includes(report.when.edtf)) ? 1 : 0;
			const kinds = claims
				.filter((claim) => report.quotes.some((quote) => overlaps(quote, claim)))
				.map(({ kinds }) => kinds);
			firstKind += kinds.some(([kind]) => kind === report.claim) ? 1 : 0;
			offeredKind += kinds.some((each) => each.includes(report.claim)) ? 1 : 0;
		}
		rows.push([
			labels.length,
			labels.filter((label) => mentions.some((found) => overlaps(label, found))).length,
			labels.filter((label) => mentions.some((found) => isSame(label, found))).length,
			named,
			actorsFound,
			extra,
			article.reports.length,
			first,
			offered,
			quotes.length,
			quotes.filter((quote) => claims.some((claim) => overlaps(quote, claim))).length,
			claims.length,
			claims.filter((claim) => quotes.some((quote) => overlaps(quote, claim))).length,
			firstKind,
			offeredKind
		]);
	}
	const sums = rows.reduce(
		(sum, row) => sum.map((value, index) => value + row[index]!),
		Array<number>(15).fill(0)
	);
	console.log('\nOur articles, with the data set’s own places alone (memory):');
	printTable(
		[
			'article',
			'mentions',
			'found',
			'same span',
			'actors',
			'found',
			'others',
			'dates',
			'first',
			'offered',
			'claims',
			'offered',
			'of those right',
			'kind first',
			'kind offered'
		],
		[...rows, sums].map((row, index) => [
			names[index] ?? 'all',
			String(row[0]),
			percent(row[1]!, row[0]!),
			percent(row[2]!, row[0]!),
			String(row[3]),
			percent(row[4]!, row[3]!),
			String(row[5]),
			String(row[6]),
			percent(row[7]!, row[6]!),
			percent(row[8]!, row[6]!),
			String(row[9]),
			percent(row[10]!, row[9]!),
			percent(row[12]!, row[11]!),
			percent(row[13]!, row[6]!),
			percent(row[14]!, row[6]!)
		])
	);
}

const uniqueQuotes = <T extends Span>(quotes: readonly T[]): T[] => [
	...new Map(quotes.map((quote) => [`${quote.start}-${quote.end}`, quote])).values()
];
