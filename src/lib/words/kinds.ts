/**
 * The kinds of place and of claim of the data set, and what they are called. Those that `dataset.json` adds are part of the
 * code, as the labels of ours are: no page has them in its data.
 */
import type { Kinds } from '../geodata/datasetSchema';
import { claimKinds, placeKinds } from '../geodata/vocabulary';
import type { ClaimKind, PlaceKind, PloverType, Sign } from '../geodata/vocabulary';
import { labels, named } from './index';

/** Put here by the build (`src/tools/kinds.ts`). */
declare const __KINDS__: Kinds | undefined;
const own: Kinds = typeof __KINDS__ === 'undefined' ? {} : __KINDS__;

const idsOf = (vocabulary: keyof Kinds, ours: object): string[] => [
	...(own[vocabulary]?.used ?? Object.keys(ours)),
	...Object.keys(own[vocabulary]?.added ?? {})
];

/** The kinds that records may be of: ours in their order, then the others. */
export const placeKindIds: readonly string[] = idsOf('places', placeKinds);
export const claimKindIds: readonly string[] = idsOf('claims', claimKinds);

/** What a kind of place is called in the reader's language. */
export const placeKindName = (kind: string): string => {
	const added = own.places?.added?.[kind];
	return added ? named(added.label) : labels().placeKinds[kind as PlaceKind];
};

/** What a kind of claim is called in the reader's language. */
export const claimKindName = (kind: string): string => {
	const added = own.claims?.added?.[kind];
	return added ? named(added.label) : labels().claimKinds[kind as ClaimKind];
};

/** The PLOVER event type of a kind of claim, null where it says what is there. */
export const ploverOf = (kind: string): PloverType | null =>
	own.claims?.added?.[kind]?.plover ?? claimKinds[kind as ClaimKind]?.plover ?? null;

/** The shape of the mark of a kind of place. */
export const signOf = (kind: string): Sign =>
	own.places?.added?.[kind]?.sign ?? placeKinds[kind as PlaceKind].sign;
