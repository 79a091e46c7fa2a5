/**
 * Sentences that claim something of a place: scored by what they name (place, actor, deed), so that a person reviews the
 * likely ones first. A sum of a few marks with fixed weights; what each found is given with it.
 */
import type { ClaimKind } from '../../geodata/vocabulary';
import type { ActorMention } from './actors';
import type { Attribution } from './attributions';
import { kindWords } from './claims/kinds';
import type { DateMention } from './dates';
import { folded } from './folded';
import type { PlaceMention } from './nominal';
import { touches, within, wordsOf, type Span } from './span';

/** A place of the text; `isWide` where it is known to be a country or more. */
export type ClaimPlace = Pick<PlaceMention, 'start' | 'end' | 'kind' | 'relation' | 'toponyms'> & {
	isWide?: boolean;
};

export interface ClaimSuggestion extends Span {
	text: string;
	/** From about -3 to 6; those of 3 and more are offered. */
	score: number;
	/** The likeliest first, at most three. */
	kinds: readonly ClaimKind[];
	/** Ids of known actors, each once. */
	actors: readonly string[];
	/** Of the places that were given, those in it. */
	places: readonly ClaimPlace[];
}

/** All of it in the order of the text. */
export interface ClaimMaterial {
	/** Sentences as spans of the text. */
	sentences: readonly Span[];
	places: readonly ClaimPlace[];
	actors: readonly ActorMention[];
	dates: readonly DateMention[];
	attributions: readonly Attribution[];
}

/** From here on a sentence is offered: at this score about two of three are claims, on the texts of the bench. */
const claimThreshold = 3;

const military =
	/\b(?:militar\w*|troops?|forces?|bases?|airbases?|weapons?|missiles?|rockets?|(?:air)?strikes?|raids?|command(?:er|ers)?|fighters?|militias?|militants?|officers?|drones?|tanks?|jets?|aircraft|helicopters?|naval|generals?|soldiers?|personnel|army|brigades?|regiments?|garrison|artillery|ammunition|warplanes?|struck|bombed|shelled|warships?|mercenar\w+|insurgents?|gunmen|shells?|convoys?|soldiers|jihadists?|junta|rebels?|paramilitar\w+)\b/i;
const militaryArabic =
	/(?<!\p{L})(?:[وفبلك]|لل|ال|[وفبك]ال)?(?:عسكري|جيش|قوات|جنود|سلاح|اسلح|صاروخ|صواريخ|طائر|مسير|دباب|مدفع|مقاتل|ميليشي|مليشي|فصائل|قاعد|لواء|كتيب|ذخير|ذخائر)/u;

/** What might be, is wished, asked or argued: seldom a report. */
const unreal =
	/\b(?:if|could|might|may|would|should|will|whether|wants?|wish(?:es)?|hopes?|hoped|seeks?|likely|perhaps|possibly|potentially|unless|in order to|so that|must|worr(?:y|ies|ied)|believes?)\b/gi;
const unrealArabic = /(?<!\p{L})(?:قد|ربما|لو|اذا|يمكن|من المتوقع|سوف|هل)(?!\p{L})/gu;
/** The voice of who comments, argues or speaks of things in general. */
const comment =
	/\b(?:I|we|our|us|you|your|these|those|this|that|such) (?:think|believe|say|is|are|was|means?|shows?|indicates?|suggests?|seems?|sentiments|remarks|point|could)\b|\b(?:the idea|clear that|wake-up call|in other words|of course|because|thus|the (?:only )?(?:solution|reason|question)|reasons?|one example|another example|seems? (?:to|intended)|(?:does|do) not (?:seem|appear)|rather|indeed|simply|often|always|in general|many of|all over|can be found|obstacle|diplomatic|influence|interests?|ideolog\w+|principles|motives)\b|^(?:First|Second|Third|Fourth|Finally|By \w+ing)\b/gi;
/** Who acts was named before. */
const hasPronoun = /^(?:It|They|He|She|Its|Their|His)\b/;
const furniture =
	/\b(?:follow us|subscribe|e-?mail|bookmark|cookies|akismet|spam|required fields|leave a reply|read more|check also|share this|sign up|newsletter|posted in|copyright|all rights|you might also|recommended|must read|activist|he tweets|he writes)\b/i;

/** All sentences with their scores, in the order of the text. */
export function scoreClaims(text: string, material: ClaimMaterial): ClaimSuggestion[] {
	return material.sentences.map((sentence) => scored(text, sentence, material));
}

/** The sentences that are offered as claims, in the order of the text; one that stands twice is offered once. */
export function findClaims(text: string, material: ClaimMaterial): ClaimSuggestion[] {
	const seen = new Set<string>();
	return scoreClaims(text, material).filter(({ score, text }) => {
		const isFirst = !seen.has(text);
		seen.add(text);
		return score >= claimThreshold && isFirst;
	});
}

function scored(text: string, sentence: Span, material: ClaimMaterial): ClaimSuggestion {
	const words = text.slice(sentence.start, sentence.end);
	const isArabic = /\p{Script=Arabic}/u.test(words);
	const plain = isArabic ? folded(words).text : words;
	const places = within(material.places, sentence);
	const actors = within(material.actors, sentence);
	const kinds = kindsOf(plain, isArabic);
	const count = wordsOf(words).length;

	const best = kinds[0]?.weight ?? 0;
	const hedges = plain.match(isArabic ? unrealArabic : unreal)?.length ?? 0;
	const placed = Math.max(0, ...places.map(placeScore));
	const score =
		placed +
		(actors.length > 0 ? 0.7 : hasPronoun.test(words) || best >= 3 ? -0.1 : placed >= 1 ? -0.3 : -0.8) +
		(actors.length > 1 ? 0.3 : 0) +
		(best ? best * 0.5 : -1.2) +
		(kinds.length > 1 ? 0.3 : 0) +
		((isArabic ? militaryArabic : military).test(plain) ? 0.5 : best >= 2.5 ? 0 : -0.3) +
		(within(material.dates, sentence).length > 0 ? 0.4 : 0) +
		(touches(material.attributions, sentence) ? 0.4 : 0) -
		Math.min(2, hedges) * 0.6 -
		Math.min(2, words.match(comment)?.length ?? 0) * 0.5 -
		(/[?؟]/.test(words) ? 1.2 : 0) -
		(furniture.test(words) ? 3 : 0) -
		(count < 6 || count > 90 ? 2 : 0) -
		(isHeadline(words) ? 3 : 0) -
		(/:\s*$/.test(words) ? 1.5 : 0);
	return {
		start: sentence.start,
		end: sentence.end,
		text: words,
		score: Math.round(score * 100) / 100,
		kinds: kinds.slice(0, 3).map(({ kind }) => kind),
		actors: [...new Set(actors.flatMap(({ actor }) => actor ?? []))],
		places
	};
}

/** A site counts most, a country hardly: much is said of countries that is no claim of a place. */
function placeScore({ kind, relation, isWide, toponyms }: ClaimPlace): number {
	if (isWide && relation === 'in' && kind === null) return 0.4;
	if (toponyms.length === 0) return relation === 'described' ? 0.9 : 0.5;
	return kind === null || relation === 'in' ? 1.3 : 1.6;
}

/** The kinds that the words name, the surest first; of two alike the one said first: the main clause mostly is. */
function kindsOf(plain: string, isArabic: boolean) {
	return kindWords
		.map(({ kind, weight, english, arabic }) => ({
			kind,
			weight,
			at: plain.search(isArabic ? arabic : english)
		}))
		.filter(({ at }) => at >= 0)
		.sort((a, b) => b.weight - a.weight || a.at - b.at);
}

/** A line without a full stop: a heading, a caption or a menu. What a heading says, the text says with the details. */
function isHeadline(words: string): boolean {
	return !/[.!?؟:…]["”’»)\]]*\s*$/.test(words);
}
