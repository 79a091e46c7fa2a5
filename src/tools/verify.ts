/**
 * `npm run verify -- --texts DIR` or `-- --article ID --text FILE`, with `--data DIR` for other records and `--write`:
 * compares every passage, quote and mention with the full texts of the articles, for whoever has them: they are not part
 * of the project. An article that agrees gets its stamp, `verified/ID.json`. What differs is told with the right value,
 * and `--write` puts these into the article, which may be half written: no other record is looked at. In a folder a text
 * is known by its SHA-256, or else by the words that it has. Exit code 1 where anything differs or a text is not there.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { printable } from '../lib/base/printable';
import { anchor } from '../lib/geodata/anchoring';
import type { Anchored, Difference, FullText } from '../lib/geodata/anchoring';
import { verificationSchema } from '../lib/geodata/schema';
import type { ArticleRecord } from '../lib/geodata/schema';
import { formatProblem } from '../lib/geodata/validate';
import { parseJson } from '../lib/geodata/validate/json';
import { extractsOf, fits, verificationOf } from '../lib/geodata/verification';
import { geodataDirectory } from '../lib/server/geodata';
import { counted, isCommand, optionValue, useData } from './command';
import { recordText } from './format';
import { writeOutputs } from './output';

/** An article as its file has it: JSON, and whether it is in order is not asked. */
interface ArticleFile {
	id: string;
	path: string;
	article: Record<string, unknown>;
}

interface Wanted {
	/** The only one that is compared. */
	article?: string | undefined;
	/** A file with the text of that article. */
	text?: string | undefined;
	/** A folder with the texts. */
	texts?: string | undefined;
	directory: string;
	/** Whether the right values are put into the article. */
	write: boolean;
	/** The day of the comparing, YYYY-MM-DD, UTC. */
	on: string;
}

/**
 * Compares articles with their texts and writes what came of it.
 * @throws Error with a sentence where something can't be read or written
 */
export async function verify(wanted: Wanted): Promise<{ passed: boolean; lines: string[] }> {
	const files = articleFiles(wanted.directory, wanted.article);
	const texts = wanted.text === undefined ? readTexts(wanted.texts!) : [readText(wanted.text)];
	const lines: string[] = [];
	let differing = 0;
	let mendable = 0;
	for (const file of files) {
		const { text, faults } = textOf(file, texts, wanted.text !== undefined);
		const { article, mended, open } = text ? anchor(file.article, text) : nothing(file, faults);
		const isMended = wanted.write && mended.length > 0 && text !== null;
		const left = isMended ? open : [...mended, ...open];
		if (isMended) {
			writeOutputs([{ path: join(wanted.directory, file.path), content: await recordText(article) }]);
			lines.push(...mended.map((difference) => line(file, { ...difference, fix: 'is so now' })));
		}
		lines.push(...left.map((difference) => line(file, difference)));
		differing += left.length;
		mendable += isMended ? 0 : mended.length;
		if (left.length === 0) lines.push(await stamped(article as unknown as ArticleRecord, file, wanted));
	}
	if (differing > 0) lines.push('', `${counted(differing, 'difference')}.`);
	if (mendable > 0)
		lines.push(`${counted(mendable, 'right value')} can be put in: give the same command with --write.`);
	return { passed: differing === 0, lines };
}

/** The article or all of them. Nothing else of the folder is read. */
function articleFiles(directory: string, only: string | undefined): ArticleFile[] {
	const names = readdirSync(join(directory, 'articles')).filter((name) => /^[^.].*\.json$/.test(name));
	const ids = names.map((name) => name.replace(/\.json$/, '')).sort();
	if (only !== undefined && !ids.includes(only))
		throw new Error(`There is no articles/${only}.json. There are: ${ids.join(', ')}.`);
	return (only === undefined ? ids : [only]).map((id) => {
		const path = `articles/${id}.json`;
		const { value, faults } = parseJson(readFileSync(join(directory, path), 'utf8'));
		const [fault] = faults;
		if (fault) throw new Error(formatProblem({ file: path, ...fault }));
		if (typeof value !== 'object' || value === null || Array.isArray(value))
			throw new Error(`${path} is no article: it has to be an object.`);
		return { id, path, article: value as Record<string, unknown> };
	});
}

/** @throws Error where it is not a text in UTF-8 */
function readText(path: string): FullText {
	const bytes = readFileSync(path);
	const content = decoded(bytes);
	if (content === null) throw new Error(`${path} is not a text in UTF-8: save it as one.`);
	if (content.trim() === '') throw new Error(`${path} is empty.`);
	return { content, sha256: hashOf(bytes) };
}

/** The texts in a folder and below it. What is no text in UTF-8 is left out. */
function readTexts(directory: string): FullText[] {
	return readdirSync(directory, { withFileTypes: true }).flatMap((entry): FullText[] => {
		const path = join(directory, entry.name);
		if (entry.isDirectory()) return readTexts(path);
		if (!entry.isFile()) return [];
		const bytes = readFileSync(path);
		const content = decoded(bytes);
		return content === null ? [] : [{ content, sha256: hashOf(bytes) }];
	});
}

function decoded(bytes: Uint8Array): string | null {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return null;
	}
}

function hashOf(content: string | Uint8Array): string {
	return createHash('sha256').update(content).digest('hex');
}

/** What editors and ways of fetching do to a whole text without touching a word of it. */
const variants: [string, (text: string) => string][] = [
	['with CRLF line ends', (text) => text.replace(/\r?\n/g, '\r\n')],
	['with LF line ends', (text) => text.replace(/\r\n/g, '\n')],
	['with a line end after the last line', (text) => `${text}\n`],
	['without the line end after the last line', (text) => text.replace(/\r?\n$/, '')],
	['with a byte order mark', (text) => `\uFEFF${text}`],
	['without the byte order mark', (text) => text.replace(/^\uFEFF/, '')]
];

/** The text of an article: the one that was given, else that of its SHA-256, else that with most of its words. */
function textOf(
	{ article }: ArticleFile,
	texts: FullText[],
	isGiven: boolean
): { text: FullText | null; faults: Difference[] } {
	const recorded = (article.text as { sha256?: unknown } | undefined)?.sha256;
	const same = texts.find(({ sha256 }) => sha256 === recorded);
	if (same) return { text: same, faults: [] };
	for (const text of texts) {
		for (const [what, change] of variants) {
			const changed = change(text.content);
			if (changed === text.content || hashOf(changed) !== recorded) continue;
			const message = `the same words ${what} would fit`;
			const fix = 'give the text so, or remove text.sha256 to have this one taken';
			return { text: null, faults: [{ at: 'text.sha256', message, fix }] };
		}
	}
	if (isGiven) return { text: texts[0]!, faults: [] };
	const words = JSON.stringify(article).match(/"(?:text|exact)":"(?:[^"\\]|\\.)+"/g) ?? [];
	const values = words.map(
		(pair) => (JSON.parse(`{${pair}}`) as Record<string, string>)[pair.split('"')[1]!]!
	);
	const has = ({ content }: FullText) => values.filter((value) => content.includes(value)).length;
	const best = texts.toSorted((a, b) => has(b) - has(a))[0];
	if (best && has(best) > 0) return { text: best, faults: [] };
	const message = `no file there has this SHA-256 or any of the words: ${String(recorded)}`;
	return {
		text: null,
		faults: [{ at: 'text.sha256', message, fix: 'give the text: --article ID --text FILE' }]
	};
}

function nothing({ article }: ArticleFile, open: Difference[]): Anchored {
	return { article, mended: [], open };
}

function line({ path }: ArticleFile, difference: Difference): string {
	return formatProblem({ file: path, ...difference });
}

/** Writes the stamp of an article that agrees with its text; one that fits stays, with its day. */
async function stamped(article: ArticleRecord, { id, path }: ArticleFile, wanted: Wanted): Promise<string> {
	const place = join(wanted.directory, 'verified', `${id}.json`);
	// It may lack anything that is not compared.
	const known = { ...article, id, reports: article.reports ?? [] };
	const sum = printable(`${path}  agrees with its text: ${counted(extractsOf(known).length, 'extract')}`);
	const before = existsSync(place)
		? verificationSchema.safeParse(parseJson(readFileSync(place, 'utf8')).value)
		: null;
	if (before?.success && fits(before.data, known)) return `${sum}, as on ${before.data.on}.`;
	const stamp = { $schema: '../../static/schemas/verified.schema.json', ...verificationOf(known, wanted.on) };
	mkdirSync(join(wanted.directory, 'verified'), { recursive: true });
	writeOutputs([{ path: place, content: await recordText(stamp) }]);
	return `${sum}. Written: verified/${id}.json.`;
}

async function main(): Promise<number> {
	if (!useData()) return 1;
	const [article, text, texts] = ['--article', '--text', '--texts'].map((name) => optionValue(name));
	const isOne = Boolean(text && article && texts === undefined);
	const isFolder = Boolean(texts && text === undefined && article !== '');
	if (!isOne && !isFolder) {
		console.error(
			'Say where the full texts are: npm run verify -- --texts DIR\nOr that of one article: npm run verify -- --article ID --text FILE'
		);
		return 1;
	}
	try {
		const { passed, lines } = await verify({
			article,
			text: text && resolve(text),
			texts: texts && resolve(texts),
			directory: geodataDirectory(),
			write: process.argv.includes('--write'),
			on: new Date().toISOString().slice(0, 10)
		});
		console.log(lines.join('\n'));
		return passed ? 0 : 1;
	} catch (error) {
		console.error(printable((error as Error).message));
		return 1;
	}
}

if (isCommand(import.meta.url)) process.exitCode = await main();
