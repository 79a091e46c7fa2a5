/** What the tagger is to learn of each token of a document. */
import type { Gazetteer } from '../../lib/draft/gazetteer/gazetteer';
import {
	anyNameBit,
	featuresOf,
	isCountryBit,
	isDemonymBit,
	Names
} from '../../lib/draft/recognise/features';
import { entityLabels } from '../../lib/draft/recognise/tagger';
import { sentencesOf, tokensOf, type Token, type TokenRange } from '../../lib/draft/text';
import { geoVirus, isName, type CorpusDocument, type EntityKind } from './corpora';

export interface Example {
	tokens: Token[];
	sentences: TokenRange[];
	features: Uint32Array;
	/** For each token, a bit for each of `entityLabels` that would be right. */
	entities: Uint16Array;
	/** For each token, the index of `toponymLabels` that is right, or -1 where that is not known. */
	toponyms: Int8Array;
}

/** A token's name in the corpus: its kind, whether it is the first of its words, and whether those are a name. */
type Gold = { kind: EntityKind | null; isFirst: boolean; isName: boolean } | null;

export function exampleOf(
	{ source, text, spans }: CorpusDocument,
	gazetteer: Gazetteer,
	firstNames: { has(name: string): boolean }
): Example {
	const tokens = tokensOf(text);
	const sentences = sentencesOf(text, tokens);
	const features = featuresOf(new Names(tokens, gazetteer), sentences, firstNames);
	const gold = goldOf(text, tokens, spans);
	return {
		tokens,
		sentences,
		features,
		entities: Uint16Array.from(tokens, (_, index) => entityMask(gold[index]!, features[index]!, source)),
		toponyms: Int8Array.from(tokens, (_, index) => toponymLabel(gold[index]!, features[index]!))
	};
}

function goldOf(text: string, tokens: readonly Token[], spans: CorpusDocument['spans']): Gold[] {
	const gold: Gold[] = tokens.map(() => null);
	const sorted = spans.toSorted((one, other) => one.start - other.start);
	let at = 0;
	for (const { start, end, kind } of sorted) {
		while (at < tokens.length && tokens[at]!.end <= start) at++;
		for (let isFirst = true; at < tokens.length && tokens[at]!.start < end; at++, isFirst = false)
			gold[at] = { kind, isFirst, isName: isName(text.slice(start, end)) };
	}
	return gold;
}

const maskOf = (...labels: (typeof entityLabels)[number][]): number =>
	labels.reduce((mask, label) => mask | (1 << entityLabels.indexOf(label)), 0);
const anyLabel = (1 << entityLabels.length) - 1;
const place = maskOf('B-LOC', 'I-LOC');
const organisation = maskOf('B-ORG', 'I-ORG');
const other = maskOf('B-MISC', 'I-MISC');
/** These have no kind for what is neither place, person nor organisation. */
const withoutOther = ['btc', 'wnut', 'ewt'];

/** People named after a place: each corpus counts them as something else. */
function isDemonym(features: number): boolean {
	return (features & isDemonymBit) !== 0 && (features & isCountryBit) === 0;
}

function entityMask(gold: Gold, features: number, source: string): number {
	// GeoVirus marks toponyms alone, those inside the names of organisations too.
	if (source === geoVirus) {
		if (!gold) return anyLabel & ~place;
		return place | organisation | (isDemonym(features) ? maskOf('O') | other : 0);
	}
	if (!gold) return maskOf('O') | (withoutOther.includes(source) ? other : 0);
	if (source === 'docred' && gold.kind === 'LOC' && isDemonym(features)) return maskOf('O') | place | other;
	return maskOf(`${gold.isFirst ? 'B' : 'I'}-${gold.kind!}`);
}

function toponymLabel(gold: Gold, features: number): number {
	if (isDemonym(features)) return -1;
	if (!gold) return 0;
	if (gold.kind === 'LOC' && !gold.isName) return -1;
	if (gold.kind === null || gold.kind === 'LOC') return gold.isFirst ? 1 : 2;
	if (gold.kind === 'PER') return 0;
	// A toponym may stand inside of the name of an organisation or of a work.
	return (features & anyNameBit) === 0 ? 0 : -1;
}
