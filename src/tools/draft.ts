/**
 * `npm run --silent draft -- FILE|FOLDER --json [--home SY,IQ]`: the places that a text names, without a browser, with the code of
 * the desk. For a file one JSON text, for a folder a line for each of its files, in the order of their names.
 *
 * A text is read as UTF-8. A byte order mark at its start belongs to it, as one unit, and bytes that are no UTF-8 are read
 * as U+FFFD. One with the mark of UTF-16 is read so; any other file with a zero byte near its start is taken for no text,
 * and has no places. All offsets are in UTF-16 units of the text as it was read.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Gazetteer } from '../lib/draft/gazetteer/gazetteer';
import { readGazetteer } from '../lib/draft/gazetteer/read';
import { readTagger, type Tagger } from '../lib/draft/recognise/tagger';
import { findToponyms } from '../lib/draft/recognise/toponyms';
import { resolveToponyms, type ResolveOptions } from '../lib/draft/resolve/resolve';
import { isCommand, project } from './command';

/** A name of a place in a text. */
export interface DraftSpan {
	/** UTF-16 offsets. */
	start: number;
	end: number;
	text: string;
	kind: 'place';
	/** Degrees, WGS 84, of the likeliest place; null where the gazetteer has no such name. */
	longitude: number | null;
	latitude: number | null;
	/** How sure it is that this is the name of a place, 0 to 1. */
	score: number;
	/** The name of the likeliest place and its country (ISO 3166-1 alpha-2). */
	name?: string;
	country?: string;
	/** The name of a people, for its country. */
	demonym?: true;
	/** A capital's name that stands for the government. */
	metonym?: true;
}

/** The names of places in a text, in its order. */
export function draftSpans(
	text: string,
	gazetteer: Gazetteer,
	tagger: Tagger,
	options: ResolveOptions = {}
): DraftSpan[] {
	const { toponyms } = findToponyms(text, gazetteer, tagger);
	return resolveToponyms(text, toponyms, gazetteer, options).map(
		({ start, end, text: words, score, candidates, by, metonym }) => {
			const place = candidates[0] && gazetteer.place(candidates[0].row);
			return {
				start,
				end,
				text: words,
				kind: 'place',
				longitude: place?.longitude ?? null,
				latitude: place?.latitude ?? null,
				score: Math.round(score * 1000) / 1000,
				...(place && { name: place.name, country: place.country }),
				...(by === 'demonym' && { demonym: true as const }),
				...(metonym && { metonym: true as const })
			};
		}
	);
}

/** As far as this is looked for a zero byte, as Git does. */
const binaryStart = 8000;

/** A file as text: see above. */
export function readText(path: string): string {
	const bytes = readFileSync(path);
	const mark = bytes.subarray(0, 2).toString('hex');
	const encoding = mark === 'fffe' ? 'utf-16le' : mark === 'feff' ? 'utf-16be' : 'utf-8';
	if (encoding === 'utf-8' && bytes.subarray(0, binaryStart).includes(0)) return '';
	return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
}

/**
 * Prints one JSON text for a file, or a line for each file of a folder, in the order of their names; folders in it are left
 * out. What can't be read is complained of, and the others are read all the same.
 * @returns the exit code: 1 where something could not be read
 */
export function draftFiles(
	path: string,
	spansOf: (text: string) => DraftSpan[],
	print: (line: string) => void,
	complain: (line: string) => void
): 0 | 1 {
	let code: 0 | 1 = 0;
	const attempt = (work: () => void) => {
		try {
			work();
		} catch (error) {
			complain(error instanceof Error ? error.message : String(error));
			code = 1;
		}
	};
	attempt(() => {
		if (!statSync(path).isDirectory()) {
			print(JSON.stringify({ file: path, spans: spansOf(readText(path)) }));
			return;
		}
		const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
		for (const file of files.map(({ name }) => name).sort())
			attempt(() => print(JSON.stringify({ file, spans: spansOf(readText(join(path, file))) })));
	});
	return code;
}

const usage = 'Usage: npm run --silent draft -- FILE|FOLDER --json [--home SY,IQ]';

/** The path and the home countries that a command line asks for, or null where it is not as `usage` says. */
export function readOptions(options: readonly string[]): { path: string; home: string[] } | null {
	try {
		const { values, positionals } = parseArgs({
			args: [...options],
			options: { json: { type: 'boolean' }, home: { type: 'string', default: '' } },
			allowPositionals: true
		});
		const home = values.home.split(',').filter(Boolean);
		const [path, ...others] = positionals;
		if (!values.json || path === undefined || others.length > 0) return null;
		return home.every((code) => /^[A-Z]{2}$/.test(code)) ? { path, home } : null;
	} catch {
		return null;
	}
}

function main(): void {
	const options = readOptions(process.argv.slice(2));
	if (!options) {
		console.error(usage);
		process.exitCode = 2;
		return;
	}
	const { path, home } = options;
	const data = (name: string) => readFileSync(join(project, 'src/lib/draft/data', name));
	const gazetteer = readGazetteer(data('gazetteer.bin'));
	const tagger = readTagger(data('tagger.bin'));
	const spansOf = (text: string) => draftSpans(text, gazetteer, tagger, { home });
	process.exitCode = draftFiles(path, spansOf, console.log, console.error);
}

if (isCommand(import.meta.url)) main();
