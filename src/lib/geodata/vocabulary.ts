/**
 * The words that records may use where the schema asks for one of a list. The schema, the filters, the legend and the
 * exports all read them here, so a word exists once. What they are called in each language is in `words/labels`.
 */

/** What sort of place it is. `sign` groups the kinds that share a shape on the map. */
export const placeKinds = {
	'air-base': { sign: 'air-base' },
	airport: { sign: 'airport' },
	'naval-base': { sign: 'harbour' },
	port: { sign: 'harbour' },
	garrison: { sign: 'garrison' },
	'air-defence': { sign: 'garrison' },
	positions: { sign: 'garrison' },
	plant: { sign: 'store' },
	store: { sign: 'store' },
	headquarters: { sign: 'headquarters' },
	'meeting-place': { sign: 'event' },
	'event-place': { sign: 'event' },
	region: { sign: 'area' },
	governorate: { sign: 'area' },
	highway: { sign: 'line' },
	border: { sign: 'line' },
	city: { sign: 'area' },
	country: { sign: 'area' }
} as const satisfies Record<string, { sign: string }>;

/**
 * Precision of place after the UCDP Georeferenced Event Dataset codebook, variable `where_prec`.
 * https://ucdp.uu.se/downloads/ged/ged251.pdf
 */
export const precisions = [1, 2, 3, 4, 5, 6, 7] as const;

/**
 * What kind of claim a report makes. A `presence` says what is there; an `event` says what happened, with its
 * PLOVER event type (https://osf.io/preprints/socarxiv/rm5dw).
 */
export const claimKinds = {
	base: { group: 'presence', plover: null },
	deployment: { group: 'presence', plover: null },
	headquarters: { group: 'presence', plover: null },
	storage: { group: 'presence', plover: null },
	production: { group: 'presence', plover: null },
	transfer: { group: 'presence', plover: null },
	administration: { group: 'presence', plover: null },
	strike: { group: 'event', plover: 'ASSAULT' },
	battle: { group: 'event', plover: 'ASSAULT' },
	casualty: { group: 'event', plover: 'ASSAULT' },
	test: { group: 'event', plover: 'MOBILIZE' },
	operation: { group: 'event', plover: 'MOBILIZE' },
	meeting: { group: 'event', plover: 'CONSULT' },
	agreement: { group: 'event', plover: 'AGREE' },
	plan: { group: 'event', plover: 'COOPERATE' },
	announcement: { group: 'event', plover: 'CONSULT' },
	demand: { group: 'event', plover: 'REQUEST' },
	refusal: { group: 'event', plover: 'REJECT' },
	withdrawal: { group: 'event', plover: 'RETREAT' },
	tension: { group: 'event', plover: 'ACCUSE' }
} as const satisfies Record<string, { group: 'presence' | 'event'; plover: string | null }>;

/** The event types of PLOVER (https://osf.io/preprints/socarxiv/rm5dw): one of them says what sort of event a claim is. */
export const ploverTypes = [
	'AGREE',
	'CONSULT',
	'SUPPORT',
	'CONCEDE',
	'COOPERATE',
	'AID',
	'RETREAT',
	'REQUEST',
	'ACCUSE',
	'REJECT',
	'THREATEN',
	'PROTEST',
	'SANCTION',
	'MOBILIZE',
	'COERCE',
	'ASSAULT'
] as const;

/** What is the matter with a report, a whole article or a position. Each comes with one sentence and a reference. */
export const caveatKinds = [
	'disputed',
	'ambiguous',
	'overstated',
	'unsourced',
	'date-corrected',
	'date-inferred',
	'place-not-given',
	'source-misdescribed',
	'number-conflict',
	'paraphrase-drift',
	'same-site',
	'two-places-one-name',
	'metonym',
	'text-damage',
	'not-a-strike-here',
	'inconsistent',
	'author'
] as const;

/** Kinds that every data set may use. Others are added in `dataset.json`, so that records and views have any text. */
export type PlaceKind = keyof typeof placeKinds;
export type Sign = (typeof placeKinds)[PlaceKind]['sign'];
export type Precision = (typeof precisions)[number];
export type ClaimKind = keyof typeof claimKinds;
export type PloverType = (typeof ploverTypes)[number];
export type CaveatKind = (typeof caveatKinds)[number];

/** The keys of a vocabulary, typed as a tuple so that a schema can be made from them. */
export function keysOf<K extends string>(vocabulary: Record<K, unknown>): [K, ...K[]] {
	return Object.keys(vocabulary) as [K, ...K[]];
}
export type {
	Attribution,
	DrawnAs,
	Hue,
	MentionSense,
	Part,
	RelationKind,
	Role,
	SourceKind,
	UnmappedScope
} from './recordWords';
