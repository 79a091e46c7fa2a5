/** Which places of a sentence are a list, and which kind of claim it most likely is: what a report is made of. Pure. */
import type { ClaimKind } from '../geodata/vocabulary';
import type { MarkValue } from './article';
import type { PlaceMention } from './recognise/nominal';

type PlaceValue = Extract<MarkValue, { sort: 'place' }>;

/** A strike that killed is a strike: whom it killed is seldom who is named first. */
export function rankedKinds(kinds: readonly ClaimKind[]): ClaimKind[] {
	const isDeed = (kind: ClaimKind) => kind === 'strike' || kind === 'battle';
	if (!kinds.some(isDeed)) return [...kinds];
	return [...kinds.filter((kind) => kind !== 'casualty'), ...kinds.filter((kind) => kind === 'casualty')];
}

/** Between two places of a list: “Hama and Homs”, “Hama, Homs”, “at Hama as well as at Homs”. */
const betweenListed =
	/^(?:,|[ \u00a0]?[،,]?[ \u00a0](?:and|or|as well as|و)[ \u00a0]?|،?[ \u00a0]?و)[ \u00a0]?(?:(?:in|at|near|on|to|from|of|في|إلى|على)[ \u00a0])?(?:the[ \u00a0])?$/u;
const endOfList = /(?:and|or|as well as|و)/u;

/**
 * The places of a list in which a place of a claim stands, in the order of the text: “bases in Hama and Homs” has two.
 * Commas alone make no list, since “Masyaf, Hama province” is one place; nor does what is less finely known.
 * @param place index of the place of the claim, or null @param inWords those of all places in its words
 */
export function listedWith(
	place: number | null,
	inWords: readonly number[],
	text: string,
	mentions: readonly PlaceMention[],
	places: readonly PlaceValue[]
): number[] {
	if (place === null) return [];
	const isAlike = (index: number) => {
		const { candidates, sense } = places[index]!;
		const own = places[place]!.candidates[0]?.precision.where_prec ?? 8;
		return sense !== 'metonym' && Math.abs((candidates[0]?.precision.where_prec ?? 8) - own) <= 1;
	};
	const gap = (left: number, right: number) => text.slice(mentions[left]!.end, mentions[right]!.start);
	const runs: number[][] = [];
	for (const index of inWords) {
		const run = runs.at(-1);
		if (run && isAlike(index) && isAlike(run.at(-1)!) && betweenListed.test(gap(run.at(-1)!, index)))
			run.push(index);
		else runs.push([index]);
	}
	const run = runs.find((indexes) => indexes.includes(place))!;
	const isList = run.some((index, at) => at > 0 && endOfList.test(gap(run[at - 1]!, index)));
	return isList ? run : [place];
}
