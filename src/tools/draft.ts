/**
 * `npm run draft -- FILE|FOLDER --json [--home SY,IQ]`: the places that a text names, without a browser, with the code of
 * the desk. For a file one JSON text, for a folder a line for each of its files, in the order of their names.
 *
 * A text is read as UTF-8. A byte order mark at its start belongs to it, as one unit, and bytes that are no UTF-8 are read
 * as U+FFFD. One with the mark of UTF-16 is read so; any other file with a zero byte near its start is taken for no text,
 * and has no places. All offsets are in UTF-16 units of the text as it was read.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '../lib/draft/gazetteer/gazetteer';
import { readGazetteer } from '../lib/draft/gazetteer/read';
import { readTagger, type Tagger } from '../lib/draft/recognise/tagger';
import { findToponyms } from '../lib/draft/recognise/toponyms';
import { resolveToponyms, type ResolveOptions } from '../lib/draft/resolve/resolve';
import { isCommand, optionValue, project } from './command';

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

function main(): void {
	const path = process.argv[2];
	if (path === undefined || path.startsWith('--') || !process.argv.includes('--json')) {
		console.error('Usage: npm run draft -- FILE|FOLDER --json [--home SY,IQ]');
		process.exitCode = 2;
		return;
	}
	const data = (name: string) => readFileSync(join(project, 'src/lib/draft/data', name));
	const gazetteer = readGazetteer(data('gazetteer.bin'));
	const tagger = readTagger(data('tagger.bin'));
	const home = optionValue('--home')?.split(',').filter(Boolean) ?? [];
	const spansOf = (file: string) => draftSpans(readText(file), gazetteer, tagger, { home });
	try {
		if (!statSync(path).isDirectory()) {
			console.log(JSON.stringify({ file: path, spans: spansOf(path) }));
			return;
		}
		const files = readdirSync(path, { withFileTypes: true }).filter((entry) => entry.isFile());
		for (const file of files.map(({ name }) => name).sort())
			console.log(JSON.stringify({ file, spans: spansOf(join(path, file)) }));
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 1;
	}
}

if (isCommand(import.meta.url)) main();
