/**
 * Which places the names of a text mean. Each name gets all that it may mean, the likeliest first, with the reasons and
 * with how far the first is ahead of the second: a person decides.
 */
import type { Gazetteer, GazetteerPlace } from '../gazetteer/gazetteer';
import { remembered } from '../remembered';
import type { Toponym } from '../recognise/toponyms';
import { candidatesOf, type Named, type NamedCandidates } from './candidates';
import { isWithin, kindsBeside, surroundingsOf } from './context';
import { isMetonym } from './metonym';
import { reasonsOf, type Reason, type Scored } from './reasons';
import { isKnownDivision, kilometresBetween, nearness, partsOf, sumOf } from './score';
import { countVotes, type Votes } from './votes';

export interface ResolvedCandidate {
	/** Row of the gazetteer. */
	row: number;
	score: number;
	reasons: Reason[];
}

export interface ResolvedToponym extends Toponym {
	/** The likeliest first; empty where the gazetteer has no such name. */
	candidates: ResolvedCandidate[];
	/** How much the first scores above the second; null where there is no second. */
	margin: number | null;
	/** The name of a capital that stands for the government. */
	metonym?: boolean;
}

export interface ResolveOptions {
	/** The countries of the reader's data, ISO 3166-1 alpha-2: a text more likely speaks of these. */
	home?: readonly string[];
}

interface Ranked {
	named: Named;
	/** Words beside it speak of a kind, so that it may mean something else than the same words elsewhere. */
	hasKind: boolean;
	/** The best first. */
	all: Scored[];
	/** Whether the order is that of the same words elsewhere. */
	isBorrowed: boolean;
}

/** How many names before and after one count as near it in the text. */
const reach = 60;

/**
 * Resolves the names of a text, in two rounds: by size, countries, divisions and words beside; then also by what is near
 * the places found so. The same words mean the same in all of a text.
 * @param toponyms in the order of the text
 */
export function resolveToponyms(
	text: string,
	toponyms: readonly Toponym[],
	places: Gazetteer,
	{ home = [] }: ResolveOptions = {}
): ResolvedToponym[] {
	const gazetteer = remembered(places);
	const known = new Map<string, NamedCandidates | null>();
	const named = new Map<Toponym, Named>();
	for (const toponym of toponyms) {
		let found = known.get(toponym.text);
		if (found === undefined) known.set(toponym.text, (found = candidatesOf(toponym.text, gazetteer)));
		const { start, end } = toponym;
		if (found) named.set(toponym, { text: toponym.text, start, end, ...found });
	}
	const resolver = new Resolver(text, [...named.values()], gazetteer, home);
	const ranked = new Map(resolver.rank().map((found) => [found.named, found]));
	return toponyms.map((toponym) => {
		const found = named.get(toponym);
		return found
			? resolved(toponym, ranked.get(found)!, text, gazetteer, home)
			: { ...toponym, candidates: [], margin: null };
	});
}

function resolved(
	toponym: Toponym,
	{ named, all, isBorrowed }: Ranked,
	text: string,
	gazetteer: Gazetteer,
	home: readonly string[]
): ResolvedToponym {
	const candidates = all.map((scored, place) => {
		const reasons = reasonsOf(scored, all, named.by, home);
		if (isBorrowed && place === 0) reasons.unshift({ code: 'sameWords' });
		return { row: scored.row, score: scored.score, reasons };
	});
	const [first, second] = candidates;
	const kinds = candidates.map(({ row }) => gazetteer.place(row).kind);
	const isCapital = kinds[0] === 'capital' || (kinds[0] === 'own' && kinds.includes('capital'));
	const metonym = named.by === 'name' && isCapital && isMetonym(text, toponym.start, toponym.end);
	return {
		...toponym,
		candidates,
		margin: second ? first!.score - second.score : null,
		...(metonym && { metonym })
	};
}

class Resolver {
	readonly #votes: Votes;

	constructor(
		readonly text: string,
		readonly named: readonly Named[],
		readonly gazetteer: Gazetteer,
		home: readonly string[]
	) {
		this.#votes = countVotes(named, gazetteer, home);
	}

	rank(): Ranked[] {
		const first = this.named.map((named, index) => this.#score(named, index));
		shareSenses(first);
		const second = first.map((ranked, index) => {
			const anchors = this.#anchorsOf(first, index);
			return { ...ranked, all: sorted(ranked.all.map((scored) => this.#withNearness(scored, anchors))) };
		});
		shareSenses(second);
		return second;
	}

	#score(named: Named, index: number): Ranked {
		const around = surroundingsOf(this.text, this.named, index, this.gazetteer);
		const kinds = kindsBeside(this.text, named);
		const places = named.candidates.map(({ place }) => this.gazetteer.place(place));
		const isCountry = places.some(({ kind }) => kind === 'country');
		const isState = places.some(isKnownDivision);
		const held = this.#heldBy(index);
		const all = named.candidates.map((candidate, at) => {
			const place = places[at]!;
			const inside = around.find((row) => {
				const other = this.gazetteer.place(row);
				// “China, Japan”: countries stand in lists, “Peru, Indiana” in none.
				return row !== candidate.place && isWithin(place, other) && !(isCountry && other.kind === 'country');
			});
			const holds = held.has(candidate.place);
			const context = { isInside: inside !== undefined, holds, kinds, isState };
			const parts = partsOf(place, candidate, this.#votes, context);
			const { country, division, kind } = place;
			return { row: candidate.place, score: sumOf(parts), parts, country, division, kind, inside, holds };
		});
		return { named, hasKind: kinds.length > 0, all: sorted(all), isBorrowed: false };
	}

	/** Of what a name may mean, divisions in which the place may lie that is named right before it: “Seattle, Washington”. */
	#heldBy(index: number): Set<number> {
		const before = this.named[index - 1];
		if (
			!before ||
			!this.named[index]!.candidates.some(({ place }) => isKnownDivision(this.gazetteer.place(place)))
		)
			return new Set();
		const inside = before.candidates.map(({ place }) => this.gazetteer.place(place));
		const around = surroundingsOf(this.text, this.named, index - 1, this.gazetteer);
		return new Set(
			around.filter((row) => {
				const place = this.gazetteer.place(row);
				return place.kind === 'division' && inside.some((other) => isWithin(other, place));
			})
		);
	}

	/** The places that other names nearby in the text mean, each name once. */
	#anchorsOf(ranked: readonly Ranked[], index: number): GazetteerPlace[] {
		const anchors = new Map<string, GazetteerPlace>();
		const own = ranked[index]!.named.text;
		for (const { named, all } of ranked.slice(Math.max(0, index - reach), index + reach + 1)) {
			if (named.text === own || anchors.has(named.text)) continue;
			const place = this.gazetteer.place(all[0]!.row);
			if (!['country', 'region', 'division'].includes(place.kind)) anchors.set(named.text, place);
		}
		return [...anchors.values()];
	}

	#withNearness(scored: Scored, anchors: readonly GazetteerPlace[]): Scored {
		const place = this.gazetteer.place(scored.row);
		const near = nearness(anchors.map((anchor) => kilometresBetween(place, anchor)));
		return { ...scored, parts: { ...scored.parts, near }, score: scored.score + near };
	}
}

function sorted(all: Scored[]): Scored[] {
	return all.sort((one, other) => other.score - one.score || one.row - other.row);
}

/** Gives the same words the order that they have where it is clearest. */
function shareSenses(ranked: readonly Ranked[]): void {
	const alike = ranked.filter(({ hasKind }) => !hasKind);
	const clearest = new Map<string, Scored[]>();
	for (const { named, all } of alike) {
		const known = clearest.get(named.text);
		if (!known || all[0]!.score > known[0]!.score) clearest.set(named.text, all);
	}
	for (const found of alike) {
		const best = clearest.get(found.named.text)!;
		if (best[0]!.row !== found.all[0]!.row) found.isBorrowed = true;
		found.all = best;
	}
}
