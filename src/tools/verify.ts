/**
 * `npm run verify -- --texts DIR [--dir DIR]`: compares every passage, quote and mention with the full texts of
 * the articles, for whoever has them: they are not part of the project. A text is known by its SHA-256, its name
 * does not matter. Exit code 1 where anything differs or a text is not there.
 */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printable } from '../lib/base/printable';
import type { ArticleRecord } from '../lib/geodata/schema';
import { loadRecords } from '../lib/server/geodata';
import { counted, isCommand, optionValue } from './command';

/** Words of a record with the offsets they are said to stand at, in UTF-16 units of the full text. */
interface Extract {
	at: string;
	exact: string;
	start: number;
	end: number;
	/** What stands right before and after, where the record says so. */
	prefix?: string;
	suffix?: string;
}

/**
 * Compares an article with its full text.
 * @returns a line for each passage, quote and mention that differs
 */
export function compareWithText(article: ArticleRecord, text: string): string[] {
	const lines = extractsOf(article).flatMap((extract) => difference(extract, text) ?? []);
	if (article.text.length !== text.length) {
		lines.unshift(`text.length  is ${article.text.length}, the text has ${text.length} UTF-16 units`);
	}
	return lines.map((line) => printable(`articles/${article.id}.json  ${line}`));
}

/** The full texts in a folder and below it, by the SHA-256 of their bytes. */
export function readTexts(directory: string): Map<string, string> {
	const texts = new Map<string, string>();
	for (const entry of readdirSync(directory, { withFileTypes: true })) {
		const path = join(directory, entry.name);
		if (entry.isDirectory()) for (const [hash, text] of readTexts(path)) texts.set(hash, text);
		if (!entry.isFile()) continue;
		const bytes = readFileSync(path);
		texts.set(createHash('sha256').update(bytes).digest('hex'), bytes.toString('utf8'));
	}
	return texts;
}

/** Compares all articles with the texts of a folder: a line for each mismatch and for each text not found. */
export function verify(articles: ArticleRecord[], texts: Map<string, string>): string[] {
	return articles.flatMap((article) => {
		const text = texts.get(article.text.sha256);
		if (text !== undefined) return compareWithText(article, text);
		return [
			`articles/${article.id}.json  text.sha256  no file there has this SHA-256: ${article.text.sha256}`
		];
	});
}

function extractsOf({ passages, reports }: ArticleRecord): Extract[] {
	return [
		...passages.flatMap(({ text, start, end, mentions }, index) => [
			{ at: `passages[${index}]`, exact: text, start, end },
			...mentions.map((mention, inner) => ({ ...mention, at: `passages[${index}].mentions[${inner}]` }))
		]),
		...reports.flatMap(({ quotes }, index) =>
			quotes.map((quote, inner) => ({ ...quote, at: `reports[${index}].quotes[${inner}]` }))
		)
	];
}

/** What differs, as one line, or null. Words at the wrong place have the wrong neighbours: that is not said again. */
function difference(
	{ at, exact, start, end, prefix = '', suffix = '' }: Extract,
	text: string
): string | null {
	const found = text.slice(start, end);
	if (found !== exact) {
		const elsewhere = text.indexOf(exact);
		if (elsewhere === -1) return `${at}  ${firstDifference(exact, found)}`;
		return `${at}  stands at ${elsewhere}–${elsewhere + exact.length}, not at ${start}–${end}`;
	}
	const before = text.slice(Math.max(0, start - prefix.length), start);
	if (before !== prefix) return `${at}.prefix  ${firstDifference(prefix, before)}`;
	const after = text.slice(end, end + suffix.length);
	if (after !== suffix) return `${at}.suffix  ${firstDifference(suffix, after)}`;
	return null;
}

function firstDifference(record: string, text: string): string {
	let index = 0;
	while (index < record.length && record[index] === text[index]) index++;
	const context = JSON.stringify(record.slice(Math.max(0, index - 12), index));
	return `differs from the text after ${context}: ${shown(record[index])} here, ${shown(text[index])} in the text`;
}

/** A character so that a no-break space and a space can be told apart. */
function shown(character: string | undefined): string {
	if (character === undefined) return 'nothing';
	const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
	return /\s|[^ -~]/.test(character) ? `U+${code}` : `“${character}”`;
}

function main(): number {
	const directory = optionValue('--texts');
	if (!directory) {
		console.error('Say where the full texts are: npm run verify -- --texts DIR');
		return 1;
	}
	let texts;
	try {
		texts = readTexts(resolve(directory));
	} catch (error) {
		console.error(printable(`${directory} can't be read: ${(error as Error).message}`));
		return 1;
	}
	let articles;
	try {
		const records = optionValue('--dir');
		articles = loadRecords(records ? resolve(records) : undefined).articles;
	} catch (error) {
		console.error((error as Error).message);
		return 1;
	}
	const lines = verify(articles, texts);
	if (lines.length > 0) {
		console.log([...lines, '', `${counted(lines.length, 'mismatch')}.`].join('\n'));
		return 1;
	}
	const passages = articles.flatMap((article) => article.passages);
	const quotes = articles.flatMap(({ reports }) => reports.flatMap((report) => report.quotes));
	const mentions = passages.flatMap((passage) => passage.mentions);
	const counts = [
		counted(articles.length, 'article'),
		counted(passages.length, 'passage'),
		counted(quotes.length, 'quote'),
		counted(mentions.length, 'mention')
	].join(', ');
	console.log(`No mismatch: ${counts} compared with the full texts.`);
	return 0;
}

if (isCommand(import.meta.url)) process.exitCode = main();
