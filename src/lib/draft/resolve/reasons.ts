/** Why a place is suggested: codes, for which the messages have sentences. */
import type { PlaceKind } from '../gazetteer/gazetteer';
import type { Parts } from './score';

export type Reason =
	/** No other place has the name. */
	| { code: 'only' }
	/** A place of the reader's own. */
	| { code: 'own' }
	/** The name of its people. */
	| { code: 'demonym' }
	/** A short form, as of a state. */
	| { code: 'abbreviation' }
	/** The gazetteer has only some of the words. */
	| { code: 'part' }
	/** The one with the most people, of so many. */
	| { code: 'largest'; of: number }
	/** A country or a well-known region goes before towns of its name. */
	| { code: 'country' | 'region' | 'capital' }
	/** Other names in the text are of this country (ISO 3166-1 alpha-2), or it is the reader's. */
	| { code: 'sameCountry' | 'home'; country: string }
	/** Its first-level division is named in the text. */
	| { code: 'sameDivision'; country: string; division: string }
	/** What it lies in is named beside it: a row. */
	| { code: 'within'; place: number }
	/** A place that lies in it is named right before it. */
	| { code: 'holds' }
	/** The words beside it speak of such a kind. */
	| { code: 'kind'; kind: PlaceKind }
	/** The one nearest to the other places of the text, of so many. */
	| { code: 'nearest'; of: number }
	/** The same words mean this elsewhere in the text. */
	| { code: 'sameWords' };

/** What a candidate's score is made of, and what is known of it. */
export interface Scored {
	row: number;
	score: number;
	parts: Parts;
	country: string;
	division: string;
	kind: PlaceKind;
	/** Row of what it lies in that is named beside it. */
	inside?: number;
	/** A place that lies in it is named right before it. */
	holds: boolean;
}

/** Why a candidate stands before the others: what it has more of than any other has. */
export function reasonsOf(
	candidate: Scored,
	all: readonly Scored[],
	by: 'name' | 'part' | 'demonym' | 'abbreviation',
	home: readonly string[]
): Reason[] {
	const { parts, country, division, kind } = candidate;
	const reasons: Reason[] = [];
	const others = all.filter((other) => other !== candidate);
	/** No other has more, and some have less. */
	const leads = (part: keyof Parts) =>
		parts[part] > 0.1 &&
		others.every((other) => other.parts[part] <= parts[part]) &&
		others.some((other) => other.parts[part] < parts[part] - 0.05);
	if (kind === 'own') reasons.push({ code: 'own' });
	if (by !== 'name') reasons.push({ code: by });
	if (candidate.inside !== undefined) reasons.push({ code: 'within', place: candidate.inside });
	if (candidate.holds) reasons.push({ code: 'holds' });
	if (leads('beside')) reasons.push({ code: 'kind', kind });
	if (leads('kind') && (kind === 'country' || kind === 'region' || kind === 'capital'))
		reasons.push({ code: kind });
	if (leads('near')) reasons.push({ code: 'nearest', of: all.length });
	if (leads('division')) reasons.push({ code: 'sameDivision', country, division });
	if (leads('country')) reasons.push({ code: home.includes(country) ? 'home' : 'sameCountry', country });
	if (leads('size')) reasons.push({ code: 'largest', of: all.length });
	if (others.length === 0 && by === 'name' && kind !== 'own') reasons.push({ code: 'only' });
	return reasons;
}
