/** The places of a draft as a map shows them, each once, however often the text names it. Pure. */
import type { Geometry, PlaceRecord } from '../geodata/schema';
import type { DraftArticle, Mark, PlaceCandidate } from './article';
import { drawnFor, placeFrom } from './places';
import type { Tool } from './sketch';

export interface PlaceOnMap {
	/** Ids of the marks that mean it, in the order of the text. */
	marks: string[];
	/** Its id in the data set or the draft; null for one that is only suggested. */
	place: string | null;
	/** What is suggested, where nothing is chosen. */
	candidate: PlaceCandidate | null;
	drawn: Tool;
	/** Of a ring its centre. */
	geometry: Geometry;
	/** In km, or null. */
	radius_km: number | null;
	/** Whether an author has accepted it for some of its words. */
	isAccepted: boolean;
}

type Shape = Pick<PlaceOnMap, 'place' | 'candidate' | 'drawn' | 'geometry' | 'radius_km'>;

/**
 * What is accepted or may be: not what is rejected or whose reports all are, no government that goes by its capital, and
 * nothing of which the words say no more than the country.
 * @param known the places of the data set, by id
 */
export function placesOnMap(article: DraftArticle, known: ReadonlyMap<string, PlaceRecord>): PlaceOnMap[] {
	const found = new Map<string, PlaceOnMap>();
	for (const mark of article.marks) {
		if (!isShown(article, mark)) continue;
		const shape = shapeOf(article, mark, known);
		if (!shape) continue;
		const key = shape.place ?? JSON.stringify([shape.candidate!.name, shape.geometry, shape.radius_km]);
		const there = found.get(key);
		const isAccepted = mark.decision === 'accepted';
		found.set(
			key,
			there
				? { ...there, marks: [...there.marks, mark.id], isAccepted: there.isAccepted || isAccepted }
				: { ...shape, marks: [mark.id], isAccepted }
		);
	}
	return [...found.values()];
}

function isShown({ reports }: DraftArticle, { id, value, decision }: Mark): boolean {
	if (value.sort !== 'place' || decision === 'rejected') return false;
	if (value.sense === 'metonym' && value.place === null) return false;
	const about = reports.filter(({ place }) => place === id);
	return about.length === 0 || about.some((report) => report.decision !== 'rejected');
}

function shapeOf(
	{ places }: DraftArticle,
	{ value }: Mark,
	known: ReadonlyMap<string, PlaceRecord>
): Shape | null {
	if (value.sort !== 'place') return null;
	const [first] = value.candidates;
	const id = value.place ?? first?.id ?? null;
	const drafted = id === null ? undefined : places.find((place) => place.id === id);
	if (drafted) {
		const { drawn, geometry, precision } = drafted;
		if (drawn === 'none' || !geometry) return null;
		return { place: id, candidate: null, drawn, geometry, radius_km: precision.radius_km };
	}
	const record = id === null ? undefined : known.get(id);
	if (record) {
		const { geometry, properties } = record;
		if (properties.drawn === 'none' || !geometry) return null;
		const { radius_km } = properties.precision;
		return { place: id, candidate: null, drawn: properties.drawn, geometry, radius_km };
	}
	if (value.place !== null || !first || drawnFor(first.precision) === 'none') return null;
	const { drawn, geometry, precision } = placeFrom(first, '', new Set());
	if (drawn === 'none' || !geometry) return null;
	return { place: null, candidate: first, drawn, geometry, radius_km: precision.radius_km };
}
