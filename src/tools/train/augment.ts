/**
 * Copies of documents with other names of towns in them, and with some sentences in capital letters: so that the tagger
 * learns how a place is spoken of, and not only which places are spoken of.
 */
import type { Gazetteer } from '../../lib/draft/gazetteer/gazetteer';
import { gazetteerKey } from '../../lib/draft/gazetteer/key';
import type { CorpusDocument, GoldSpan } from './corpora';

/** Sources that are copied: those that are written like reports. */
const copied = ['geovirus', 'gum-news', 're3d', 'wikigold', 'docred', 'gum-voyage', 'ewt', 'cross-politics'];
const changedNames = 0.6;
const capitalSentences = 0.04;

export type Random = () => number;

/** A generator of numbers from 0 to 1, the same each time (mulberry32). */
export function randomFrom(seed: number): Random {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A changed copy of each document of the sources that are copied. */
export function augmented(
	documents: readonly CorpusDocument[],
	gazetteer: Gazetteer,
	random: Random
): CorpusDocument[] {
	const town = townNames(gazetteer, random);
	return documents
		.filter(({ source }) => copied.includes(source))
		.map((document) => inCapitals(withOtherNames(document, gazetteer, town, random), random));
}

/** Names of towns, larger ones more often; written without the marks of transliterations, as the press does. */
function townNames(gazetteer: Gazetteer, random: Random): () => string {
	const names: string[] = [];
	const sums: number[] = [];
	for (let row = 0, sum = 0; ; row++) {
		let place;
		try {
			place = gazetteer.place(row);
		} catch {
			break;
		}
		if (place.kind !== 'town' && place.kind !== 'seat') continue;
		const name = place.name.normalize('NFD').replace(/[\p{M}ʻʼ‘’]/gu, '');
		if (!/^\p{Lu}[\p{L} .'-]+$/u.test(name)) continue;
		names.push(name);
		sums.push((sum += Math.sqrt(place.population + 1000)));
	}
	return () => {
		const wanted = random() * sums.at(-1)!;
		let [low, high] = [0, sums.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (sums[middle]! < wanted) low = middle + 1;
			else high = middle;
		}
		return names[low]!;
	};
}

/** The same name gets the same other one in all of a document; countries and regions stay. */
function withOtherNames(
	{ id, source, text, spans }: CorpusDocument,
	gazetteer: Gazetteer,
	town: () => string,
	random: Random
): CorpusDocument {
	const others = new Map<string, string>();
	const changed: GoldSpan[] = [];
	let written = '';
	let end = 0;
	for (const span of spans.toSorted((one, other) => one.start - other.start)) {
		if (span.start < end) continue;
		const words = text.slice(span.start, span.end);
		const isPlace = span.kind === 'LOC' || span.kind === null;
		if (!others.has(words)) {
			const changes = isPlace && random() < changedNames && isTown(words, gazetteer);
			others.set(words, changes ? town() : words);
		}
		const other = isPlace ? others.get(words)! : words;
		written += text.slice(end, span.start);
		changed.push({ start: written.length, end: written.length + other.length, kind: span.kind });
		written += other;
		end = span.end;
	}
	return { id: `${id}+`, source, text: written + text.slice(end), spans: changed };
}

function isTown(words: string, gazetteer: Gazetteer): boolean {
	const key = gazetteerKey(words);
	if (gazetteer.demonym(key) !== undefined || gazetteer.abbreviation(words) !== undefined) return false;
	const candidates = gazetteer.candidates(key) ?? [];
	return (
		/^\p{Lu}/u.test(words) &&
		candidates.length > 0 &&
		candidates.every(({ place }) =>
			['town', 'seat', 'capital', 'district'].includes(gazetteer.place(place).kind)
		)
	);
}

function inCapitals(document: CorpusDocument, random: Random): CorpusDocument {
	const text = document.text
		.split('\n')
		.map((line) => {
			const capitals = random() < capitalSentences ? line.toUpperCase() : line;
			return capitals.length === line.length ? capitals : line;
		})
		.join('\n');
	return { ...document, text };
}
