/**
 * Article files of ours (`geodata/articles/*.json`, and what leaves the desk) as rows: one for each report, to be looked
 * at before it is added. Where a report is, the record of its place says: one that comes with the article, else one of the
 * data set. No row is placed more finely than its place.
 */
import type { Geometry } from 'geojson';
import { searchText } from '../../base/foldWords';
import type { exportGeometry } from '../../export/geometry';
import { asGeometry } from './geometry';
import type { Problems } from './problem';
import type { Rows } from './rows';

/** The records of the data set's places, which few files need. @throws where they can't be had */
export type OwnPlaces = () => Promise<readonly unknown[]>;

/** Articles, with the places that come with them. Of the records of places nothing is certain. */
export interface OwnRecords {
	articles: Record<string, unknown>[];
	places: readonly unknown[];
}

/** The articles of a document: of one of them, or of a list of them beside one of places. Null where there are none. */
export function articlesIn(document: Record<string, unknown>): OwnRecords | null {
	if (isArticle(document)) return { articles: [document], places: [] };
	const { articles, places } = document;
	const found = isList(articles) ? articles.filter(isObject).filter(isArticle) : [];
	return found.length > 0 ? { articles: found, places: isList(places) ? places : [] } : null;
}

const isArticle = ({ reports, passages, title }: Record<string, unknown>) =>
	isList(reports) && isList(passages) && typeof title === 'string';

/** Adds a row for each report. */
export async function addArticles(
	rows: Rows,
	{ articles, places }: OwnRecords,
	ownPlaces: OwnPlaces | undefined,
	problems: Problems
): Promise<void> {
	const known = await Places.of(places, ownPlaces, problems);
	let origin = 0;
	for (const { reports, title, publisher, id, url } of articles) {
		const source = isObject(publisher) ? `${textOf(publisher.name)}: ${textOf(title)}` : title;
		for (const report of (reports as unknown[]).filter(isObject)) {
			const place = known.of(report.place);
			// Who took a report back does not say where anything was.
			const withdrawn = isObject(report.withdrawn) ? report.withdrawn.reason : null;
			const fields = { ...fieldsOf(report), source, article: id, url, withdrawn, ...place?.fields };
			rows.addFeature(fields, (withdrawn ? null : place?.geometry) ?? null, ++origin);
		}
	}
}

function fieldsOf(report: Record<string, unknown>): Record<string, unknown> {
	const { actors, quotes, when, unmapped } = report;
	return {
		id: report.id,
		place: report.place,
		summary: report.summary,
		claim: report.claim,
		actor: isList(actors)
			? actors
					.filter(isObject)
					.map(({ actor }) => textOf(actor))
					.join('; ')
			: null,
		date: isObject(when) ? when.edtf : null,
		quote: isList(quotes)
			? quotes
					.filter(isObject)
					.map(({ exact }) => textOf(exact))
					.join(' […] ')
			: null,
		unmapped_reason: isObject(unmapped) ? unmapped.reason : null
	};
}

interface Place {
	geometry: Geometry | null;
	/** What every row at it says of it. */
	fields: Record<string, unknown>;
}

/** Records of places, found by their ids, and by their names where nothing has such an id. */
class Places {
	private readonly records = new Map<string, Record<string, unknown>>();
	private readonly places = new Map<Record<string, unknown>, Place>();

	private constructor(private readonly geometryOf: typeof exportGeometry) {}

	static async of(
		places: readonly unknown[],
		ownPlaces: OwnPlaces | undefined,
		problems: Problems
	): Promise<Places> {
		let own: readonly unknown[] = [];
		try {
			own = (await ownPlaces?.()) ?? [];
		} catch {
			problems.add('own-places-lost');
		}
		const found = new Places((await import('../../export/geometry')).exportGeometry);
		const all = [...places, ...own].filter(isObject);
		for (const record of all) found.add(record.id, record);
		for (const record of all) {
			const { name, aliases } = isObject(record.properties) ? record.properties : {};
			const names = [...(isObject(name) ? Object.values(name) : []), ...(isList(aliases) ? aliases : [])];
			for (const each of names) found.add(typeof each === 'string' ? searchText(each) : null, record);
		}
		return found;
	}

	/** The first that has a key keeps it. */
	private add(key: unknown, record: Record<string, unknown>): void {
		if (typeof key === 'string' && key !== '' && !this.records.has(key)) this.records.set(key, record);
	}

	/** The place of an id or a name. */
	of(said: unknown): Place | null {
		if (typeof said !== 'string') return null;
		const record = this.records.get(said) ?? this.records.get(searchText(said));
		if (!record) return null;
		let place = this.places.get(record);
		if (!place) this.places.set(record, (place = this.placeOf(record)));
		return place;
	}

	private placeOf(record: Record<string, unknown>): Place {
		const properties = isObject(record.properties) ? record.properties : {};
		const { name, kind, drawn } = properties;
		const precision = isObject(properties.precision) ? properties.precision : {};
		const { where_prec, reason } = precision;
		const radius_km = isRadius(precision.radius_km) ? precision.radius_km : null;
		const geometry = drawn === 'none' ? null : asGeometry(record.geometry);
		// A ring of no radius would be a point, finer than anybody said.
		const isWhole = geometry !== null && !(drawn === 'ring' && radius_km === null);
		const drawing = { geometry, drawn, precision: { radius_km } } as Parameters<typeof exportGeometry>[0];
		const [own] = isObject(name) ? Object.values(name) : [];
		return {
			geometry: isWhole ? this.geometryOf(drawing) : null,
			fields: { name: own, kind, drawn, where_prec, radius_km, precision_reason: reason }
		};
	}
}

const isRadius = (value: unknown): value is number => typeof value === 'number' && value > 0 && value <= 500;

/** As `String`, which throws for an object whose `toString` is not a function: JSON may bring one. */
const textOf = (value: unknown): string =>
	isObject(value) || isList(value) ? JSON.stringify(value) : String(value);
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
