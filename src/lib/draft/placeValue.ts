/**
 * What the words for a place may mean, as an author is offered it: places of the data set and of the gazetteer, the
 * likeliest first, each with the precision and the kind that fit both the words and the place.
 */
import { ownName } from '../geodata/names';
import { kilometresBetween } from './resolve/score';
import type { PlaceRecord } from '../geodata/schema';
import { placeKinds, type PlaceKind } from '../geodata/vocabulary';
import type { MarkValue, PlaceCandidate, Precision } from './article';
import type { Gazetteer, GazetteerPlace } from './gazetteer/gazetteer';
import { gazetteerKey } from './gazetteer/key';
import type { PlaceMention } from './recognise/nominal';
import type { ResolvedToponym } from './resolve/resolve';

export type PlaceValue = Extract<MarkValue, { sort: 'place' }>;

/** An author chooses among so many. */
const mostCandidates = 5;
/** A place of the data set of the kind that the words name counts as meant up to this far from the place they name. */
const ownNear_km = 45;

export class PlaceValues {
	readonly #records: ReadonlyMap<string, PlaceRecord>;

	/** @param gazetteer with the places of the data set in it */
	constructor(
		readonly gazetteer: Gazetteer,
		places: readonly PlaceRecord[]
	) {
		this.#records = new Map(places.map((place) => [place.id, place]));
	}

	/** @param toponyms those that the mention has indexes of */
	of(mention: PlaceMention, toponyms: readonly ResolvedToponym[]): PlaceValue {
		const [main] = mention.toponyms.map((index) => toponyms[index]!);
		if (!main) return literal(this.#withoutName(mention));
		const found = main.candidates.slice(0, mostCandidates).map(({ row, reasons }) => {
			const place = this.gazetteer.place(row);
			return { place, candidate: this.#candidateOf(place, mention, reasons) };
		});
		const near = this.#ownNear(mention, found[0]?.place).filter(
			({ id }) => !found.some(({ candidate }) => candidate.id === id)
		);
		const named = found.map(({ candidate }) => candidate);
		// A place of the data set is drawn as its record has it: for “near” and “west of” that would be too fine. And what
		// the words name outright goes before what is only near it.
		const candidates = isBeside(mention)
			? [...named.filter((candidate) => !isOwn(candidate)), ...named.filter(isOwn), ...near]
			: named[0] && isOwn(named[0]) && isNamed(mention, main) && this.#isOfKind(named[0], mention)
				? [named[0], ...near, ...named.slice(1)]
				: [...near, ...named];
		return { ...literal(candidates), sense: main.metonym ? 'metonym' : 'literal' };
	}

	/** Places of the data set that are called just so, or the border between the countries that the words name. */
	#withoutName(mention: PlaceMention): PlaceCandidate[] {
		const words = this.gazetteer.candidates(gazetteerKey(mention.text)) ?? [];
		const called = words
			.map(({ place }) => this.gazetteer.place(place))
			.filter(({ ownId }) => ownId !== undefined)
			.map((place) => this.#candidateOf(place, mention, []));
		return called.length > 0 || mention.kind !== 'border' ? called : this.#borders(mention);
	}

	#borders(mention: PlaceMention): PlaceCandidate[] {
		const countries = (mention.text.match(/\p{Lu}[\p{L}’']+/gu) ?? []).flatMap((word) => {
			const key = gazetteerKey(word);
			const rows = [
				this.gazetteer.demonym(key),
				...(this.gazetteer.candidates(key) ?? []).map(({ place }) => place)
			];
			const places = rows.flatMap((row) => (row === undefined ? [] : this.gazetteer.place(row)));
			return places.find(({ kind }) => kind === 'country')?.name ?? [];
		});
		if (countries.length === 0) return [];
		return [...this.#records.values()]
			.filter(
				({ properties: { kind, name, aliases } }) =>
					kind === 'border' &&
					[ownName(name), ...aliases].some((each) => countries.every((country) => each.includes(country)))
			)
			.map((record) => ownCandidate(record, [{ code: 'own-near' }], null));
	}

	/** A city is no airport: of “airports in Damascus” the city is not what is meant, though the words name it. */
	#isOfKind({ id }: PlaceCandidate, { kind }: PlaceMention): boolean {
		return kind === null || id === null || this.#records.get(id)?.properties.kind === kind;
	}

	#candidateOf(
		place: GazetteerPlace,
		mention: PlaceMention,
		reasons: readonly { code: string }[]
	): PlaceCandidate {
		const position = { longitude: place.longitude, latitude: place.latitude };
		const record = place.ownId === undefined ? undefined : this.#records.get(place.ownId);
		if (record) return { ...ownCandidate(record, reasons, position), country: place.country };
		return candidateOf(place, mention, reasons);
	}

	/** Places of the data set of the kind that the words name, near the place that they name: the nearest first. */
	#ownNear({ kind }: PlaceMention, named: GazetteerPlace | undefined): PlaceCandidate[] {
		if (!kind || !named || noSites.includes(kind)) return [];
		const own = named.ownId === undefined ? undefined : this.#records.get(named.ownId);
		// What is of the kind itself is meant itself; a region or a country is too large to be near.
		if (own && (own.properties.kind === kind || own.geometry?.type !== 'Point')) return [];
		return [...this.#records.values()]
			.flatMap((record) => {
				const { geometry, properties } = record;
				if (properties.kind !== kind || geometry?.type !== 'Point') return [];
				const [longitude, latitude] = geometry.coordinates;
				const position = { longitude, latitude };
				const distance = kilometresBetween(named, position);
				if (distance > ownNear_km) return [];
				return [{ candidate: ownCandidate(record, [{ code: 'own-near' }], position), distance }];
			})
			.sort((a, b) => a.distance - b.distance)
			.map(({ candidate }) => candidate);
	}
}

/** Kinds of places that are no site at one. A town near the one that is named is another town. */
const noSites: readonly string[] = ['city', 'governorate', 'region', 'country'];

const literal = (candidates: PlaceCandidate[]): PlaceValue => ({
	sort: 'place',
	place: null,
	sense: 'literal',
	candidates: candidates.slice(0, mostCandidates)
});

const isOwn = ({ id }: PlaceCandidate): boolean => id !== null;

/** Whether the words tell of somewhere else than the place that they name. */
const isBeside = ({ relation }: PlaceMention): boolean => !['at', 'in', 'described'].includes(relation);

/** Whether the first candidate is a place of the data set although the words tell of somewhere beside it. */
export const isFinerThanWords = (mention: PlaceMention, { candidates: [first] }: PlaceValue): boolean =>
	isBeside(mention) && first !== undefined && isOwn(first);

/** Whether a mention is a name and nothing more, but for the “at” before it. */
const isNamed = (mention: PlaceMention, toponym: ResolvedToponym): boolean =>
	mention.start === toponym.start && mention.end === toponym.end;

/** A place of the gazetteer, no finer than the words of a mention allow. */
export function candidateOf(
	place: GazetteerPlace,
	mention: Pick<PlaceMention, 'kind' | 'precision' | 'radius_km'>,
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

function ownCandidate(
	{ id, properties: { name, kind, precision } }: PlaceRecord,
	reasons: readonly { code: string }[],
	position: PlaceCandidate['position']
): PlaceCandidate {
	return {
		id,
		name: ownName(name),
		country: '',
		kind,
		position,
		precision: { where_prec: precision.where_prec, radius_km: precision.radius_km },
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
function precisionOf(
	place: GazetteerPlace,
	{ precision, radius_km }: Pick<PlaceMention, 'precision' | 'radius_km'>
): Precision {
	const own = finenessOf[place.kind];
	// A town is no limit: what the words call an airport is known as finely as that.
	const limit = own <= 2 ? 1 : own;
	return { where_prec: Math.max(precision ?? own, limit) as Precision['where_prec'], radius_km };
}

/** Whether a place is a country, or nearly as large; the regions of a data set are parts of one. */
export const isWide = ({ candidates: [first] }: PlaceValue): boolean =>
	first !== undefined && first.precision.where_prec >= (isOwn(first) ? 6 : 5);

/** The kind of site that a place is, by the words for it or by the record of the place that they name. */
export function siteKind({ kind }: PlaceMention, { candidates: [first] }: PlaceValue): PlaceKind | null {
	// Those that a data set adds no words of an article are known for.
	const known = (name: string): name is PlaceKind => Object.hasOwn(placeKinds, name);
	return (
		kind ?? (first && isOwn(first) && !noSites.includes(first.kind) && known(first.kind) ? first.kind : null)
	);
}

/** The place of a claim: of those in its words the most finely known; of two alike the first. */
export function finest(indexes: readonly number[], places: readonly PlaceValue[]): number | null {
	const rank = (index: number) => {
		const { candidates, sense } = places[index]!;
		return (candidates[0]?.precision.where_prec ?? 8) + (sense === 'metonym' ? 10 : 0);
	};
	return indexes.toSorted((a, b) => rank(a) - rank(b))[0] ?? null;
}
