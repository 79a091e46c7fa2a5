/**
 * From a text to a draft: what the recognisers find, put together as marks and reports for an author to look at. Nothing
 * is accepted here, and nothing is left out that an author may want: the first candidate of each is the likeliest.
 */
import { kilometresBetween } from './resolve/score';
import type { PlaceRecord } from '../geodata/schema';
import type { ClaimKind, PlaceKind, Role } from '../geodata/vocabulary';
import type { MarkValue, PlaceCandidate, Precision } from './article';
import { blankReport, type MarkSeed, type ReportSeed } from './commands';
import type { Gazetteer, GazetteerPlace } from './gazetteer/gazetteer';
import { actorMatcher, findActors, type NamedActor } from './recognise/actors';
import { findAttributions } from './recognise/attributions';
import { findClaims, type ClaimPlace } from './recognise/claims';
import { findDates, type DateMention } from './recognise/dates';
import { placeMentions, type PlaceMention } from './recognise/nominal';
import { listedWith, rankedKinds } from './listed';
import type { Tagger } from './recognise/tagger';
import { findToponyms } from './recognise/toponyms';
import { whensOf } from './recognise/whens';
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

/** An author chooses among so many. */
const mostCandidates = 5;
/** A place of the data set of the kind that the words name counts as meant up to this far from the place they name. */
const ownNear_km = 45;

/** @param published EDTF of the day of publication, or null: what relative dates are told from */
export function suggest(text: string, published: string | null, knowledge: Knowledge): Suggested {
	const { gazetteer, tagger, home } = knowledge;
	const { tokens, sentences, toponyms } = findToponyms(text, gazetteer, tagger);
	const resolved = resolveToponyms(text, toponyms, gazetteer, { home });
	// A people is an actor and no place.
	const named = resolved.filter(({ by }) => by !== 'demonym');
	const mentions = placeMentions(text, named);
	const dates = findDates(text, published);
	const attributions = findAttributions(text);
	const actors = findActors(text, actorMatcher(knowledge.actors));
	const places = mentions.map((mention) => placeValue(mention, named, knowledge));
	const claimPlaces = mentions.map((mention, index) => ({ ...mention, isWide: isWide(places[index]!) }));
	const indexOf = new Map<ClaimPlace, number>(claimPlaces.map((place, index) => [place, index]));
	const claims = findClaims(text, {
		sentences: sentences.map(({ from, to }) => ({ start: tokens[from]!.start, end: tokens[to - 1]!.end })),
		places: claimPlaces,
		actors,
		dates,
		attributions
	});
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
	const reports = claims.flatMap((claim): ReportSeed[] => {
		const kinds = rankedKinds(claim.kinds);
		const kind = kinds[0] ?? 'deployment';
		const [when] = whensOf(text, claim, dates, published);
		const date = dates.find(({ text: words, edtf }) => when?.stated === words && edtf === when.edtf);
		const by = attributions.find(({ source }) => claim.start <= source.start && source.end <= claim.end);
		const inWords = claim.places.map((found) => indexOf.get(found)!);
		const listed = listedWith(finest(inWords, places), inWords, text, mentions, places);
		const isWhenInferred = when !== undefined && (when.from !== 'date' || (date?.inferred.length ?? 0) > 0);
		// Each place of a list is a report of its own.
		return (listed.length > 0 ? listed : [null]).map((place) => ({
			...blankReport({ start: claim.start, end: claim.end }),
			place,
			actors: claim.actors.map((actor, index) => ({ actor, role: roleOf(kind, index) })),
			claim: kind,
			claims: kinds,
			when: {
				edtf: when?.edtf ?? '',
				stated: when?.stated ?? null,
				inferred: isWhenInferred ? inferredFrom(date) : null
			},
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

type PlaceValue = Extract<MarkValue, { sort: 'place' }>;

function placeValue(
	mention: PlaceMention,
	toponyms: readonly ResolvedToponym[],
	knowledge: Knowledge
): PlaceValue {
	const inside = mention.toponyms.map((index) => toponyms[index]!);
	const [main] = inside;
	const found = (main?.candidates ?? []).slice(0, mostCandidates).map(({ row, reasons }) => {
		const place = knowledge.gazetteer.place(row);
		return { place, candidate: candidateOf(place, mention, reasons) };
	});
	const near = ownNear(mention, found[0]?.place, knowledge).filter(
		({ id }) => !found.some(({ candidate }) => candidate.id === id)
	);
	const named = found.map(({ candidate }) => candidate);
	const isOwn = ({ id }: PlaceCandidate) => id !== null;
	// A place of the data set is drawn as its record has it: for “near” and “west of” that would be too fine. And what
	// the words name outright goes before what is only near it.
	const candidates = isBeside(mention)
		? [...named.filter((candidate) => !isOwn(candidate)), ...named.filter(isOwn), ...near]
		: named[0] && isOwn(named[0]) && isNamed(mention, main)
			? [named[0], ...near, ...named.slice(1)]
			: [...near, ...named];
	return {
		sort: 'place',
		place: null,
		sense: main?.metonym ? 'metonym' : 'literal',
		candidates: candidates.slice(0, mostCandidates)
	};
}

/** Whether the words tell of somewhere else than the place that they name. */
const isBeside = ({ relation }: PlaceMention): boolean => !['at', 'in', 'described'].includes(relation);

/** Whether the first candidate is a place of the data set although the words tell of somewhere beside it. */
const isFinerThanWords = (mention: PlaceMention, { candidates: [first] }: PlaceValue): boolean =>
	isBeside(mention) && first !== undefined && first.id !== null;

/** Whether a mention is a name and nothing more. */
const isNamed = (mention: PlaceMention, toponym: ResolvedToponym | undefined) =>
	toponym !== undefined && mention.start === toponym.start && mention.end === toponym.end;

function candidateOf(
	place: GazetteerPlace,
	mention: PlaceMention,
	reasons: readonly { code: string }[]
): PlaceCandidate {
	return {
		id: place.ownId ?? null,
		name: place.name,
		country: place.country,
		kind: mention.kind ?? kindOf[place.kind],
		position: { longitude: place.longitude, latitude: place.latitude },
		precision: precisionOf(place, mention),
		reasons: reasons.map((reason) => ({ ...reason }))
	};
}

const kindOf: Record<GazetteerPlace['kind'], PlaceKind> = {
	country: 'country',
	region: 'region',
	division: 'governorate',
	district: 'region',
	capital: 'city',
	seat: 'city',
	town: 'city',
	airport: 'airport',
	military: 'garrison',
	feature: 'region',
	own: 'positions'
};

/** How finely a name alone says where: after the UCDP GED codebook. */
const finenessOf: Record<GazetteerPlace['kind'], Precision['where_prec']> = {
	country: 6,
	region: 5,
	division: 4,
	district: 3,
	capital: 2,
	seat: 2,
	town: 2,
	airport: 1,
	military: 1,
	feature: 2,
	own: 1
};

/** The coarser of what the words and the named place allow. */
function precisionOf(place: GazetteerPlace, { precision, radius_km }: PlaceMention): Precision {
	const own = finenessOf[place.kind];
	// A town is no limit: what the words call an airport is known as finely as that.
	const limit = own <= 2 ? 1 : own;
	return { where_prec: Math.max(precision ?? own, limit) as Precision['where_prec'], radius_km };
}

/** Places of the data set of the kind that the words name, near the place that they name: the nearest first. */
function ownNear(
	{ kind }: PlaceMention,
	named: GazetteerPlace | undefined,
	{ places }: Knowledge
): PlaceCandidate[] {
	if (!kind || !named || named.ownId) return [];
	return places
		.flatMap(({ id, geometry, properties }) => {
			if (properties.kind !== kind || geometry?.type !== 'Point') return [];
			const [longitude, latitude] = geometry.coordinates;
			const distance = kilometresBetween(named, { longitude, latitude });
			if (distance > ownNear_km) return [];
			const { where_prec, radius_km } = properties.precision;
			const candidate: PlaceCandidate = {
				id,
				name: properties.name.en,
				country: '',
				kind: properties.kind,
				position: { longitude, latitude },
				precision: { where_prec, radius_km },
				reasons: [{ code: 'own-near' }]
			};
			return [{ candidate, distance }];
		})
		.sort((a, b) => a.distance - b.distance)
		.map(({ candidate }) => candidate);
}

const isWide = ({ candidates }: PlaceValue): boolean => {
	const first = candidates[0];
	return first !== undefined && first.precision.where_prec >= 5;
};

/** The place of a claim: of those in its words the most finely known; of two alike the first. */
function finest(indexes: readonly number[], places: readonly PlaceValue[]): number | null {
	const rank = (index: number) => {
		const { candidates, sense } = places[index]!;
		return (candidates[0]?.precision.where_prec ?? 8) + (sense === 'metonym' ? 10 : 0);
	};
	return indexes.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}

/** What the first actor of a claim usually did; of the others that is to be said by the author. */
const firstRoles: Record<ClaimKind, Role> = {
	base: 'operates',
	deployment: 'deployed',
	headquarters: 'headquartered',
	storage: 'stores',
	production: 'produces',
	transfer: 'transfers',
	administration: 'administers',
	strike: 'struck',
	battle: 'fought',
	casualty: 'casualty',
	test: 'tested',
	operation: 'attacked',
	meeting: 'met',
	agreement: 'met',
	plan: 'planned',
	announcement: 'announced',
	demand: 'demanded',
	refusal: 'refused',
	withdrawal: 'withdrew',
	tension: 'threat'
};
const otherRoles: Partial<Record<ClaimKind, Role>> = {
	strike: 'hit',
	meeting: 'met',
	agreement: 'met',
	battle: 'fought',
	demand: 'target',
	transfer: 'recipient'
};

const roleOf = (kind: ClaimKind, index: number): Role =>
	index === 0 ? firstRoles[kind] : (otherRoles[kind] ?? 'nearby');

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
