/**
 * How well a place fits a name in its text: a sum of parts. The weights were found on news with coordinates; the parts
 * are those of Leidner (Toponym Resolution in Text, 2007) and of Lieberman and Samet (SIGIR 2012).
 */
import { haversine_km } from '../../base/haversine';
import type { Candidate, GazetteerPlace, PlaceKind } from '../gazetteer/gazetteer';
import type { Votes } from './votes';

export interface Parts {
	size: number;
	kind: number;
	/** Of words beside the name that speak of its kind. */
	beside: number;
	country: number;
	division: number;
	within: number;
	near: number;
}

/** How much of a place's size an alias has at the least. */
const alias = 0.6;
const kindParts: Record<PlaceKind, number> = {
	country: 4,
	region: 4,
	own: 10,
	capital: 1.2,
	military: 1,
	seat: 0.4,
	town: 0,
	airport: 0,
	feature: 0,
	division: -0.3,
	district: -0.5
};
/** What a place of the reader's own counts as: it is before all others, unless what they lie in is named beside. */
const ownPeople = 1_000_000;
/** Where divisions are meant more often than towns of their name. */
const knownDivisions = ['US', 'CA', 'AU', 'GB'];
const knownDivision = 1.5;
/** Of a country whose name such a division has too: Georgia. */
const alsoState = 2.5;
/** What a capital or a town of so many people has before a division of its name: Washington, New York. */
const overState = 3;
const metropolis = 2_000_000;
const countryPart = 4;
const divisionPart = 1.2;
const divisionShare = 2;
const withinPart = 8;
const holdsPart = 4;
const besidePart = 4;
const nearPart = 0.8;
const mostNear = 2.2;
/** Kilometres within which others are near, and over which that fades by e. */
const nearby_km = 200;
const fades_km = 60;

/** What the text says of a name. */
export interface Context {
	/** What the place lies in is named right after it. */
	isInside: boolean;
	/** A place that lies in it is named right before it. */
	holds: boolean;
	/** The kinds that the words beside it speak of. */
	kinds: readonly PlaceKind[];
	/** Whether the name is that of a division which is meant more often than towns. */
	isState: boolean;
}

export function isKnownDivision({ kind, country }: GazetteerPlace): boolean {
	return kind === 'division' && knownDivisions.includes(country);
}

export function partsOf(
	place: GazetteerPlace,
	{ weight }: Candidate,
	votes: Votes,
	{ isInside, holds, kinds, isState }: Context
): Parts {
	const { country, division, kind, population } = place;
	const isNamed = kind !== 'division' && division !== '' && votes.hasDivision(country, division);
	const isMetropolis = isState && (kind === 'capital' || (kind !== 'division' && population > metropolis));
	const ofKind = isKnownDivision(place)
		? knownDivision
		: kind === 'country' && isState
			? alsoState
			: kindParts[kind] + (isMetropolis && kind !== 'country' ? overState : 0);
	return {
		size: Math.log10((kind === 'own' ? ownPeople : population) + 10) * (alias + (1 - alias) * weight),
		kind: ofKind,
		beside: kinds.includes(kind) ? besidePart : 0,
		country: countryPart * votes.ofCountry(country),
		division: isNamed ? divisionPart + divisionShare * votes.ofDivision(country, division) : 0,
		within: isInside ? withinPart : holds ? holdsPart : 0,
		near: 0
	};
}

/** @param distances_km to other places of the text, each name once */
export function nearness(distances_km: readonly number[]): number {
	let sum = 0;
	for (const distance of distances_km) if (distance < nearby_km) sum += Math.exp(-distance / fades_km);
	return Math.min(mostNear, sum * nearPart);
}

export function sumOf(parts: Parts): number {
	return Object.values(parts).reduce((sum: number, part: number) => sum + part, 0);
}

type Position = Pick<GazetteerPlace, 'longitude' | 'latitude'>;

/** Great-circle distance. */
export const kilometresBetween = (one: Position, other: Position): number =>
	haversine_km([one.longitude, one.latitude], [other.longitude, other.latitude]);
