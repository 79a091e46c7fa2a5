/** How well names of places are found and resolved in documents whose names are known. */
import type { Gazetteer } from '../../lib/draft/gazetteer/gazetteer';
import { resolveToponyms } from '../../lib/draft/resolve/resolve';
import { kilometresBetween } from '../../lib/draft/resolve/score';
import type { Tagger } from '../../lib/draft/recognise/tagger';
import { findToponyms, thresholds, type Thresholds, type Toponym } from '../../lib/draft/recognise/toponyms';
import { geoVirus, isName, type CorpusDocument, type GoldSpan } from './corpora';

export interface Measured {
	documents: number;
	precision: number;
	recall: number;
	f1: number;
}

/** Sources that are written as what the tagger is for. */
const news = ['gum-news', 're3d', 'wikigold'];

/** Whether a document is held out, by a hash of its name: one in five of GeoVirus, one in eight of other news. With its copy. */
export function isHeldOut({ id, source }: CorpusDocument): boolean {
	let hash = 2166136261;
	const original = id.replace(/\+$/, '');
	for (let index = 0; index < original.length; index++)
		hash = Math.imul(hash ^ original.charCodeAt(index), 16777619);
	if (source === geoVirus) return (hash >>> 0) % 5 === 0;
	return news.includes(source) && (hash >>> 0) % 8 === 0;
}

/**
 * Strict precision and recall of the names of places, by source and in all. What the corpora don't count counts neither
 * way: names of peoples, places without a name, and what is found within the name of something else.
 */
export function measureToponyms(
	documents: readonly CorpusDocument[],
	gazetteer: Gazetteer,
	tagger: Tagger,
	limits: Thresholds = thresholds
): Record<string, Measured> {
	const counts = new Map<string, { documents: number; right: number; found: number; gold: number }>();
	for (const document of documents) {
		const { toponyms } = findToponyms(document.text, gazetteer, tagger, limits);
		const { right, found, gold } = compare(document, toponyms);
		for (const name of [document.source, 'all']) {
			const count = counts.get(name) ?? { documents: 0, right: 0, found: 0, gold: 0 };
			counts.set(name, {
				documents: count.documents + 1,
				right: count.right + right,
				found: count.found + found,
				gold: count.gold + gold
			});
		}
	}
	return Object.fromEntries(
		[...counts].map(([name, { documents, right, found, gold }]) => [
			name,
			{ documents, precision: right / found, recall: right / gold, f1: (2 * right) / (found + gold) }
		])
	);
}

function compare({ text, spans }: CorpusDocument, toponyms: readonly Toponym[]) {
	const isPlace = ({ start, end, kind }: GoldSpan) =>
		kind === null || (kind === 'LOC' && isName(text.slice(start, end)));
	const places = new Set(spans.filter(isPlace).map(({ start, end }) => `${start}-${end}`));
	const others = spans.filter((span) => span.kind !== 'PER' && !isPlace(span));
	let right = 0;
	let found = 0;
	for (const { start, end, by } of toponyms) {
		const isRight = places.has(`${start}-${end}`);
		if (isRight) right++;
		const counts = by !== 'demonym' && !others.some((other) => start < other.end && other.start < end);
		if (isRight || counts) found++;
	}
	return { right, found, gold: places.size };
}

/** Kilometres (100 miles) within which a place counts as the right one, as in the literature since Leidner 2007. */
const right_km = 161;

/** The share of the places whose position is known for which the first suggestion is right, given their names. */
export function measureResolution(documents: readonly CorpusDocument[], gazetteer: Gazetteer): number {
	let right = 0;
	let all = 0;
	for (const { text, spans } of documents) {
		const placed = spans.filter(({ position }) => position).sort((one, other) => one.start - other.start);
		const toponyms = placed.map(({ start, end }) => ({
			start,
			end,
			text: text.slice(start, end),
			score: 1,
			by: 'tagger' as const
		}));
		for (const [index, { candidates }] of resolveToponyms(text, toponyms, gazetteer).entries()) {
			all++;
			const place = candidates[0] && gazetteer.place(candidates[0].row);
			if (place && kilometresBetween(place, placed[index]!.position!) < right_km) right++;
		}
	}
	return right / all;
}
