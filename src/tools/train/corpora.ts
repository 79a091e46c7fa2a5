/** The corpora that the tagger is trained on, as texts with the names that people found in them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type EntityKind = 'LOC' | 'ORG' | 'PER' | 'MISC';

/** Words of a text that are a name, by UTF-16 offsets. */
export interface GoldSpan {
	start: number;
	end: number;
	/** Null for a toponym of a corpus that has nothing else: what kind of entity it belongs to is not known. */
	kind: EntityKind | null;
	/** Where the place is, in degrees, if the corpus says so. */
	position?: { longitude: number; latitude: number };
}

export interface CorpusDocument {
	id: string;
	source: string;
	text: string;
	spans: GoldSpan[];
}

/** The source whose documents have toponyms alone. */
export const geoVirus = 'geovirus';

interface EntityLine {
	src: string;
	sents: { t: string[]; sp: [number, number, EntityKind][] }[];
}

interface ToponymLine {
	id: string;
	text: string;
	gold: { s: number; e: number; lat: number; lon: number }[];
}

/** All documents of a folder of corpora. */
export function readCorpora(folder: string): CorpusDocument[] {
	return [
		...lines<EntityLine>(join(folder, 'entities.jsonl.gz')).map((line, index) =>
			documentOf(line, `${line.src}${index}`)
		),
		...lines<ToponymLine>(join(folder, 'toponyms-geovirus.jsonl.gz')).map(({ id, text, gold }) => ({
			id,
			source: geoVirus,
			text,
			spans: gold.map(({ s, e, lat, lon }) => ({
				start: s,
				end: e,
				kind: null,
				position: { longitude: lon, latitude: lat }
			}))
		}))
	];
}

function lines<Line>(path: string): Line[] {
	return gunzipSync(readFileSync(path))
		.toString('utf8')
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Line);
}

/** A text of tokens, with the spaces that a writer would have left: each sentence a paragraph. */
export function documentOf({ src, sents }: EntityLine, id: string): CorpusDocument {
	const spans: GoldSpan[] = [];
	let text = '';
	for (const { t, sp } of sents) {
		if (t.length === 0 || t[0] === '-DOCSTART-') continue;
		if (text) text += '\n\n';
		const words = t.map(writtenForm);
		const starts: number[] = [];
		const quotes = { '"': 0, "'": 0 };
		for (const [index, word] of words.entries()) {
			if (index > 0 && hasSpace(words[index - 1]!, word, quotes)) text += ' ';
			if (word === '"' || word === "'") quotes[word]++;
			starts.push(text.length);
			text += word;
		}
		for (const [first, after, kind] of sp) {
			const begin = kind === 'LOC' && after - first > 1 && isArticle(words, first) ? first + 1 : first;
			spans.push({ start: starts[begin]!, end: starts[after - 1]! + words[after - 1]!.length, kind });
		}
	}
	return { id, source: src, text, spans };
}

/** Some corpora have “the” in “the United States”; in “The Hague” it belongs to the name. */
function isArticle(words: readonly string[], index: number): boolean {
	return /^the$/i.test(words[index]!) && !/^(?:Hague|Gambia|Dalles|Woodlands)$/.test(words[index + 1]!);
}

/** Whether what a corpus has as a place is a name: some have “the headquarters”, or “Palmyra, Syria” as one. */
export function isName(words: string): boolean {
	return /^[\p{Lu}\p{N}]/u.test(words) && !words.includes(',') && !/ \p{Ll}\p{L}*$/u.test(words);
}

const brackets: Record<string, string> = {
	'``': '"',
	"''": '"',
	'-LRB-': '(',
	'-RRB-': ')',
	'-LSB-': '[',
	'-RSB-': ']'
};

function writtenForm(token: string): string {
	return brackets[token] ?? token;
}

/** Whether a space stands between two words of a sentence; of straight quotes each second one closes. */
function hasSpace(before: string, word: string, quotes: Record<'"' | "'", number>): boolean {
	if (/^(?:[,.;:!?)\]%”]|\.\.\.|['’](?:s|S|re|ve|ll|d|m)|n['’]t)$/.test(word)) return false;
	if (/^[([$#“@]$/.test(before)) return false;
	if (word === '"' || word === "'") return quotes[word] % 2 === 0;
	if (before === '"' || before === "'") return quotes[before] % 2 === 0;
	return true;
}
