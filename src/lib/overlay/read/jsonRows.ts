/** What JSON means as rows: GeoJSON, TopoJSON, an article of ours, or plain objects. */
import { feature as topoFeature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { articleRows } from './article';
import { angleWordOf, rankOf } from './columnNames';
import { esriFeature, spatialReference } from './esri';
import { withNumbers, writeJson } from './jsonNumbers';
import { parsed, parsedLoosely } from './looseJson';
import { Refusal, type Problems } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';

/** More points are not made of the arcs of a file. */
const mostPoints = 10_000_000;

/** Adds the rows of documents and of elements that were cut out of one. */
export class JsonRows {
	private origin = 0;
	/** Points of the arcs of topologies, as often as they are used. */
	private points = 0;
	/** Values that are no rows. */
	private others = 0;

	constructor(
		private readonly rows: Rows,
		private readonly problems: Problems,
		private readonly work: Work
	) {}

	/** The text of one element of a list of features, or of a list of rows. */
	element(text: string): void {
		this.work.spend(text.length);
		const value = this.parsed(text, this.origin + 1);
		if (value === undefined) this.salvage(text);
		else this.value(value, ++this.origin, false);
	}

	/** The value of a text, which may have numbers that JSON has not; undefined where it is no JSON. */
	private parsed(text: string, origin: number): unknown {
		const { value, found } = parsedLoosely(text);
		if (value !== undefined && found !== null) this.problems.add('not-a-number', { origin, found });
		return value;
	}

	/**
	 * A text that should be one feature and is broken: where a bracket or a quotation mark is missing it holds those
	 * that follow as well, and they are read. The last may have brackets behind it that close something else.
	 */
	private salvage(text: string): void {
		for (const part of text.split(/(?=\{\s*"type"\s*:\s*"Feature"\s*,)/)) {
			const trimmed = withoutEnd(part);
			if (trimmed === '') continue;
			const value = parsedWithin(trimmed);
			const origin = ++this.origin;
			if (value === undefined) this.problems.add('unreadable-row', { origin, found: trimmed });
			else this.value(value, origin, false);
		}
	}

	/** A whole document, its features taken out. */
	document(text: string, isWhole: boolean): void {
		this.work.spend(text.length);
		if (!isWhole) {
			this.problems.add('truncated');
			this.salvage(text);
			if (this.rows.count === 0) this.others++;
			return;
		}
		const value = this.parsed(text, this.origin + 1);
		if (value === undefined) this.salvage(text);
		else this.value(value, this.origin + 1, true);
	}

	line(text: string, line: number): void {
		this.work.spend(text.length);
		const value = this.parsed(text, line);
		if (value === undefined) this.problems.add('unreadable-row', { origin: line, found: text.trim() });
		else this.value(value, line, false);
	}

	end(): void {
		if (this.rows.count === 0 && this.others > 0) throw new Refusal('json-without-rows');
	}

	private value(value: unknown, origin: number, isDocument: boolean): void {
		if (typeof value !== 'object' || value === null || Array.isArray(value)) {
			this.others++;
			this.problems.add('not-a-row', { origin, found: writeJson(value) });
			return;
		}
		const object = value as Record<string, unknown>;
		switch (object.type) {
			case 'Feature':
				this.feature(object, origin);
				return;
			case 'FeatureCollection':
				this.projection(object.crs);
				// The features of a document were cut out of it; those of a line are still there.
				if (Array.isArray(object.features))
					for (const each of object.features) this.value(each, origin, false);
				else if (isDocument && this.origin === 0) this.others++;
				return;
			case 'Topology':
				this.topology(object);
				return;
			case 'Point':
			case 'MultiPoint':
			case 'LineString':
			case 'MultiLineString':
			case 'Polygon':
			case 'MultiPolygon':
				this.rows.addFeature({}, object, origin);
				return;
			case 'GeometryCollection':
				if (!Array.isArray(object.geometries)) break;
				object.geometries.forEach((part) => this.rows.addFeature({}, part, origin));
				return;
		}
		const esri = esriFeature(object);
		if (esri) {
			this.rows.projection ??= esri.projection;
			this.rows.addFeature(esri.attributes, esri.geometry, origin);
			return;
		}
		const article = isDocument ? articleRows(object) : null;
		if (article)
			for (const [index, row] of article.entries()) this.rows.addFeature(row, undefined, index + 1);
		else if (isDocument) this.plainDocument(object);
		else this.rows.addFeature(object, undefined, origin);
	}

	private feature({ properties, geometry, id }: Record<string, unknown>, origin: number): void {
		const fields =
			typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {};
		this.rows.addFeature(fields as Record<string, unknown>, geometry ?? null, origin, id);
	}

	/** Lists of rows under some name: {"data": [{…}, {…}]}. One is read: of those with places, the longest. */
	private plainDocument(object: Record<string, unknown>): void {
		this.projection(object.crs);
		this.rows.projection ??= spatialReference(object.spatialReference);
		const lists = listsIn(object);
		// Where features were cut out of the document, they are its list.
		const read = this.origin > 0 ? null : lists.shift();
		if (read) for (const [index, row] of read.list.entries()) this.value(row, index + 1, false);
		else if (this.origin === 0) this.others++;
		for (const { name, list, hasPlaces } of lists) {
			// Beside features a list without places is about them, as the fields of Esri JSON are.
			if (read || hasPlaces) this.problems.add('other-list', { found: `${name} (${list.length})` });
		}
	}

	/** GeoJSON of 2008 could name another coordinate system. */
	private projection(crs: unknown): void {
		const { properties } = (crs ?? {}) as { properties?: { name?: unknown } | null };
		if (typeof properties?.name === 'string') this.rows.projection = properties.name;
	}

	/** Counts the points that a part of a topology will have, since it may use each arc any number of times. */
	private expand(part: unknown, lengths: readonly number[]): void {
		if (Array.isArray(part)) {
			for (const each of part) this.expand(each, lengths);
		} else if (typeof part === 'number') {
			const points = lengths[part < 0 ? ~part : part] ?? 0;
			this.work.spend(points);
			this.points += points;
			if (this.points > mostPoints) throw new Refusal('too-many-points', String(mostPoints));
		} else if (typeof part === 'object' && part !== null) {
			const { arcs, geometries } = part as { arcs?: unknown; geometries?: unknown };
			this.expand(arcs, lengths);
			this.expand(geometries, lengths);
		}
	}

	private topology(object: Record<string, unknown>): void {
		const objects = object.objects;
		if (typeof objects !== 'object' || objects === null) {
			this.others++;
			return;
		}
		const { arcs } = object;
		const lengths = Array.isArray(arcs) ? arcs.map((arc) => (Array.isArray(arc) ? arc.length : 0)) : [];
		// The library counts with numbers; the properties keep those that are texts.
		const topology = withNumbers(object) as Topology;
		for (const [name, part] of Object.entries(topology.objects)) {
			this.expand(part, lengths);
			const written = (objects as Record<string, { geometries?: unknown } | null>)[name];
			const parts = (Array.isArray(written?.geometries) ? written.geometries : [written]) as ({
				properties?: unknown;
			} | null)[];
			try {
				const found = topoFeature(topology, part);
				const features = found.type === 'FeatureCollection' ? found.features : [found];
				for (const [index, each] of features.entries())
					this.feature({ ...each, properties: parts[index]?.properties ?? { name } }, ++this.origin);
			} catch {
				// The library takes a topology for whole: a missing arc ends it.
				this.problems.add('unreadable-row', { origin: ++this.origin, found: name });
			}
		}
	}
}

interface NamedList {
	name: string;
	list: unknown[];
	hasPlaces: boolean;
}

/** Lists of which at least half are objects: those with places first, and of each kind the longest. */
function listsIn(object: Record<string, unknown>): NamedList[] {
	const isRow = (item: unknown): item is Record<string, unknown> =>
		typeof item === 'object' && item !== null && !Array.isArray(item);
	const lists: NamedList[] = [];
	for (const [name, list] of Object.entries(object)) {
		if (!Array.isArray(list)) continue;
		const rows = list.filter(isRow);
		if (rows.length === 0 || rows.length * 2 < list.length) continue;
		lists.push({ name, list, hasPlaces: rows.slice(0, 50).some(saysPlace) });
	}
	return lists.sort((a, b) => Number(b.hasPlaces) - Number(a.hasPlaces) || b.list.length - a.list.length);
}

/** Whether an object says where it is: it is a feature or a geometry, or has values under names of coordinates. */
function saysPlace(row: Record<string, unknown>): boolean {
	const names = Object.keys(row).filter((name) => row[name] !== null && row[name] !== '');
	const has = (axis: 'latitude' | 'longitude') =>
		names.some((name) => rankOf(axis, name) < Infinity || angleWordOf(axis, name) !== null);
	if (row.type === 'Feature' || Array.isArray(row.coordinates)) return true;
	return (has('latitude') && has('longitude')) || names.some((name) => rankOf('place', name) < Infinity);
}

/** A text without the blanks and commas at its end. */
function withoutEnd(text: string): string {
	let end = text.trimEnd();
	while (end.endsWith(',')) end = end.slice(0, -1).trimEnd();
	return end;
}

/** As `parsed`, where up to three brackets may follow that close nothing. */
function parsedWithin(text: string): unknown {
	let value = parsed(text);
	for (let cut = 0, rest = text; value === undefined && cut < 3; cut++) {
		rest = rest.replace(/[\]}]\s*$/, '').trimEnd();
		value = parsed(rest);
	}
	return value;
}
