/** What the words beside a name tell of the place that it means. */
import type { Gazetteer, GazetteerPlace, PlaceKind } from '../gazetteer/gazetteer';
import type { Named } from './candidates';

const comma = /^,?\s*\(?,?\s*$/;
const between = /^,\s+(?:in\s+)?[\p{L}\s]{0,30},\s+$/u;
const inside = /^(?:,| and| in| of|,? in (?:northern|southern|eastern|western|central|the))?\s*$/;

/** The countries and divisions that are named right after a name, as in “Hama, Syria”: rows. */
export function surroundingsOf(
	text: string,
	named: readonly Named[],
	index: number,
	gazetteer: Gazetteer
): number[] {
	const rows: number[] = [];
	for (const [ahead, next] of named.slice(index + 1, index + 3).entries()) {
		if (next.start - named[index]!.end > 60) break;
		const gap = text.slice(named[index]!.end, next.start);
		const isNext = gap.length <= 3 && comma.test(gap) && gap.trim() !== '';
		const isAfterNext = ahead === 1 && between.test(gap);
		if (!isNext && !isAfterNext && !(inside.test(gap) && /,|in/.test(gap))) continue;
		for (const { place } of next.candidates) if (holdsOthers(gazetteer.place(place))) rows.push(place);
	}
	return rows;
}

function holdsOthers({ kind }: GazetteerPlace): boolean {
	return kind === 'country' || kind === 'division' || kind === 'district';
}

export function isWithin(place: GazetteerPlace, other: GazetteerPlace): boolean {
	if (place.kind === 'country' || place === other || place.country !== other.country) return false;
	return other.kind === 'country' || place.division === other.division;
}

const kindWords: { pattern: RegExp; side: 'left' | 'right'; kinds: readonly PlaceKind[] }[] = [
	{
		pattern: /^['’]?s?\s+(?:governorate|province|region|state|oblast|provinces|governorates|countryside)\b/iu,
		side: 'right',
		kinds: ['division']
	},
	{ pattern: /^['’]?s?\s+(?:district|county)\b/iu, side: 'right', kinds: ['district'] },
	{
		pattern: /^['’]?s?\s+(?:(?:international|military|civil(?:ian)?)\s+)?airports?\b/iu,
		side: 'right',
		kinds: ['airport', 'military', 'own']
	},
	{
		pattern: /^['’]?s?\s+(?:(?:military|naval|army)\s+)?(?:air\s?)?bases?\b/iu,
		side: 'right',
		kinds: ['military', 'own']
	},
	{
		pattern: /\b(?:city|town|village) of\s+$/iu,
		side: 'left',
		kinds: ['town', 'capital', 'seat']
	},
	{ pattern: /\b(?:province|governorate|region|state) of\s+$/iu, side: 'left', kinds: ['division'] }
];

/** The kinds that the words beside a name speak of: “province”, “airport”, “city of”. */
export function kindsBeside(
	text: string,
	{ start, end }: { start: number; end: number }
): readonly PlaceKind[] {
	const left = text.slice(Math.max(0, start - 30), start);
	const right = text.slice(end, end + 40);
	return kindWords.find(({ pattern, side }) => pattern.test(side === 'left' ? left : right))?.kinds ?? [];
}
