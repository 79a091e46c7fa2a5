/**
 * From a text to a draft: what the recognisers find, put together as marks and reports for an author to look at. Nothing
 * is accepted here, and nothing is left out that an author may want: the first candidate of each is the likeliest.
 */
import type { PlaceRecord } from '../geodata/schema';
import type { ClaimKind, Role } from '../geodata/vocabulary';
import { blankReport, type MarkSeed, type ReportSeed } from './commands';
import type { Gazetteer } from './gazetteer/gazetteer';
import { listedWith, rankedKinds } from './listed';
import { finest, isFinerThanWords, isWide, PlaceValues, siteKind, type PlaceValue } from './placeValue';
import { actorMatcher, findActors, type ActorMention, type NamedActor } from './recognise/actors';
import { findAttributions, findSpeech, type Attribution } from './recognise/attributions';
import { findClaims, type ClaimPlace, type ClaimSuggestion } from './recognise/claims';
import { findDates, type DateMention } from './recognise/dates';
import { placeMentions, type PlaceMention } from './recognise/nominal';
import { rolesOf } from './recognise/roles';
import { contains, disjoint, touching, within, type Span } from './recognise/span';
import type { Tagger } from './recognise/tagger';
import { findToponyms, thresholds } from './recognise/toponyms';
import { whensIn, type WhenSuggestion } from './recognise/whens';
import { isMetonym } from './resolve/metonym';
import { resolveToponyms, type ResolvedToponym } from './resolve/resolve';

export interface Knowledge {
	/** With the places of the data set in it. */
	gazetteer: Gazetteer;
	tagger: Tagger;
	actors: readonly NamedActor[];
	places: readonly PlaceRecord[];
	/** The countries of the data set, ISO 3166-1 alpha-2. */
	home: readonly string[];
}

export interface Suggested {
	marks: MarkSeed[];
	reports: ReportSeed[];
}

/** A sentence that claims something. */
interface FoundClaim extends ClaimSuggestion {
	/** The likeliest of its kinds. */
	kind: ClaimKind;
	/** The indexes of the places in its words, and the one that it is of, or null. */
	inWords: readonly number[];
	place: number | null;
	roles: { actor: string; role: Role }[];
	/** When it was, the likeliest value first. */
	whens: WhenSuggestion[];
}

/** All that is found in a text, before a report is made of it. Each list is in the order of the text. */
export interface Findings {
	/** The names of places, with those of capitals that stand for a government. */
	named: ResolvedToponym[];
	/** Names of places in their wider words; the numbers of their names are those of `named`. */
	mentions: PlaceMention[];
	/** What each of `mentions` may be. */
	places: PlaceValue[];
	actors: ActorMention[];
	dates: DateMention[];
	attributions: Attribution[];
	claims: FoundClaim[];
}

/** What is done of all when the names of places are found, when they are resolved, and so on: shares of the time. */
const done = { names: 0.6, resolved: 0.7, actors: 0.8, others: 0.9, claims: 0.95 };

/**
 * Finds all that a text names. Takes time in proportion to its length.
 * @param published EDTF of the day of publication, or null: what relative dates are told from
 * @param onprogress is told how much is done, 0 to 1
 */
export function find(
	text: string,
	published: string | null,
	knowledge: Knowledge,
	onprogress: (share: number) => void = () => undefined
): Findings {
	const { gazetteer, tagger, home } = knowledge;
	const { tokens, sentences, toponyms } = findToponyms(text, gazetteer, tagger, thresholds, (share) =>
		onprogress(share * done.names)
	);
	const resolved = resolveToponyms(text, toponyms, gazetteer, { home });
	onprogress(done.resolved);
	const known = findActors(text, actorMatcher(knowledge.actors));
	const actors = disjoint([...known, ...governments(text, resolved, gazetteer)]);
	onprogress(done.actors);
	const named = resolved.filter((toponym) => !isActor(toponym, actors, gazetteer));
	const mentions = placeMentions(text, named);
	const values = new PlaceValues(gazetteer, knowledge.places);
	const places = mentions.map((mention) => values.of(mention, named));
	const dates = findDates(text, published);
	const attributions = findAttributions(text);
	onprogress(done.others);
	// A government is no place where something was.
	const indexOf = new Map<ClaimPlace, number>();
	for (const [index, mention] of mentions.entries())
		if (places[index]!.sense === 'literal')
			indexOf.set(
				{ ...mention, kind: siteKind(mention, places[index]!), isWide: isWide(places[index]!) },
				index
			);
	const claims = findClaims(text, {
		sentences: sentences.map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end })),
		places: [...indexOf.keys()],
		actors,
		dates,
		attributions
	});
	onprogress(done.claims);
	const whensOf = whensIn(text, dates, published);
	return {
		named,
		mentions,
		places,
		actors,
		dates,
		attributions,
		claims: claims.map((claim) => {
			const kinds = rankedKinds(claim.kinds);
			const kind = kinds[0] ?? 'deployment';
			const inWords = claim.places.map((found) => indexOf.get(found)!);
			return {
				...claim,
				kinds,
				kind,
				inWords,
				place: finest(inWords, places),
				roles: rolesOf(
					text,
					kind,
					within(actors, claim),
					touching(attributions, claim).map(({ source }) => source)
				),
				whens: whensOf(claim, kinds)
			};
		})
	};
}

/** Capitals and countries that act or speak (“Berlin denied it”), as actors that the data set may not have. */
function governments(
	text: string,
	toponyms: readonly ResolvedToponym[],
	gazetteer: Gazetteer
): ActorMention[] {
	return toponyms
		.filter(({ start, end, by, metonym, candidates: [first] }) => {
			if (metonym || by === 'demonym' || !first) return metonym === true;
			return gazetteer.place(first.row).kind === 'country' && isMetonym(text, start, end);
		})
		.map(({ start, end, text: words }) => ({ start, end, text: words, actor: null, by: 'seat' }));
}

/** A people is an actor and no place, and so are a country that acts and a name within that of an organisation. */
function isActor(toponym: ResolvedToponym, actors: readonly ActorMention[], gazetteer: Gazetteer): boolean {
	if (toponym.by === 'demonym') return true;
	if (toponym.metonym || !toponym.candidates[0]) return false;
	const { kind, ownId } = gazetteer.place(toponym.candidates[0].row);
	const isLand = toponym.candidates.some(({ row }) => gazetteer.place(row).kind === 'country');
	// A site of the data set stays one: “Syrian army headquarters”.
	if (kind === 'own' && ownId !== undefined && !isLand) return false;
	return touching(actors, toponym).some((actor) => contains(actor, toponym));
}

/** What is found in a text, as marks and reports: see `find`. */
export function suggest(
	text: string,
	published: string | null,
	knowledge: Knowledge,
	onprogress?: (share: number) => void
): Suggested {
	const found = find(text, published, knowledge, onprogress);
	const { mentions, places, actors, dates, attributions, claims } = found;
	const marks: MarkSeed[] = [
		...mentions.map(({ start, end }, index) => ({ start, end, value: places[index]! })),
		...actors.map(({ start, end, actor }) => ({
			start,
			end,
			value: { sort: 'actor' as const, actor, candidates: actor ? [actor] : [] }
		})),
		...dates.map((date) => ({
			start: date.start,
			end: date.end,
			value: { sort: 'date' as const, when: whenOf(date) }
		})),
		...attributions.map(({ source }) => ({
			start: source.start,
			end: source.end,
			value: { sort: 'source' as const, source: null }
		}))
	];
	const speech = findSpeech(text);
	/** Who says what stands between quotation marks is told before or after all of it. */
	const speakerOf = (claim: Span): Attribution | undefined => {
		const said = touching(speech, claim).find((each) => each.start <= claim.start + 1);
		return (
			said && within(attributions, { start: said.start - besideSpeech, end: said.end + besideSpeech })[0]
		);
	};
	const reports = claims.flatMap((claim): ReportSeed[] => {
		const { kind, kinds } = claim;
		const [when] = claim.whens;
		const date = when && touching(dates, claim).find(({ edtf }) => edtf === when.edtf);
		const by =
			touching(attributions, claim).find(({ source }) => contains(claim, source)) ?? speakerOf(claim);
		const listed = listedWith(claim.place, claim.inWords, text, mentions, places);
		const isWhenInferred = when !== undefined && (when.from !== 'date' || (date?.inferred.length ?? 0) > 0);
		// Each place of a list is a report of its own.
		return (listed.length > 0 ? listed : [null]).map((place) => ({
			...blankReport({ start: claim.start, end: claim.end }),
			place,
			actors: claim.roles,
			claim: kind,
			claims: [...kinds],
			when: {
				edtf: when?.edtf ?? '',
				stated: when?.stated ?? null,
				inferred: isWhenInferred ? (sayInferred[when.from] ?? inferredFrom(date)) : null
			},
			whens: claim.whens.slice(1, 1 + mostWhens).map(({ edtf, stated }) => ({ edtf, stated })),
			attribution: by ? (by.isHearsay ? 'hearsay' : 'attributed') : 'unattributed',
			inferred: [
				...(place !== null && isFinerThanWords(mentions[place]!, places[place]!) ? (['place'] as const) : []),
				...(isWhenInferred ? (['when'] as const) : []),
				...(claim.kinds.length === 1 ? [] : (['claim'] as const)),
				// What an actor did follows from the kind of claim, and who did it to whom from the order of the words.
				...(claim.actors.length > 0 ? (['actors'] as const) : [])
			]
		}));
	});
	return { marks, reports };
}

/** More other times than these help nobody. */
const mostWhens = 4;

/** So near to speech it is told whose it is, in UTF-16 units. */
const besideSpeech = 90;

const whenOf = (date: DateMention) => ({
	edtf: date.edtf ?? '',
	stated: date.text,
	inferred: date.inferred.length > 0 ? inferredFrom(date) : null
});

/** As the records say it, in English: which parts the text does not give. */
function inferredFrom(date: DateMention | undefined): string {
	const parts = date?.inferred.length ? date.inferred.join(', ') : 'date';
	return `${parts}: from the day of publication`;
}

/** Where a date comes from that is not the one of the words. */
const sayInferred: Partial<Record<WhenSuggestion['from'], string>> = {
	report: 'date: from the day of the report',
	onward: 'end: from the day of publication',
	around: 'date: from the sentences around'
};
