/** What JSON means as rows: GeoJSON, TopoJSON, an article of ours, or plain objects. */
import { feature as topoFeature } from 'topojson-client';
import type { Topology } from 'topojson-specification';
import { articlesIn, type OwnRecords } from './article';
import { isHeader, isTags } from './headed';
import { dateFields, esriFeature, spatialReference } from './esri';
import { rowsIn } from './jsonLists';
import { withNumbers, writeJson } from './jsonNumbers';
import { spread } from './jsonPlaces';
import { parsed, parsedLoosely } from './looseJson';
import { withMembers } from './members';
import { Refusal, type Problems } from './problem';
import { textOf, type Rows } from './rows';
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
	/** Lists of cells whose header is not known yet, and whether it is. */
	private first: [cells: string[], origin: number][] = [];
	private hasHeader = false;
	/** Articles of ours, whose places are elsewhere. */
	readonly articles: OwnRecords[] = [];

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
		this.firstCells();
		if (this.rows.count === 0 && this.others > 0) throw new Refusal('json-without-rows');
	}

	private value(value: unknown, origin: number, isDocument: boolean): void {
		if (Array.isArray(value) && (this.rows.count === 0 || this.hasHeader)) {
			this.cells(value, origin);
			return;
		}
		// Rows of cells and rows of names don't mix.
		if (typeof value !== 'object' || value === null || Array.isArray(value) || this.hasHeader) {
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
				if (Array.isArray(object.features)) this.features(object.features, origin, isDocument);
				else if (isDocument && this.origin === 0) this.others++;
				return;
			case 'umap':
				if (!Array.isArray(object.layers)) break;
				for (const layer of object.layers as unknown[]) this.umapLayer(layer);
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
		const articles = isDocument ? articlesIn(object) : null;
		if (articles) this.articles.push(articles);
		else if (isDocument) this.plainDocument(object);
		else this.rows.addFeature(spread(object), undefined, origin);
	}

	/** Features of a collection that is one of many, or on a line: of the first kind each has a number. */
	private features(features: unknown[], origin: number, isDocument: boolean): void {
		const isElement = !isDocument && origin === this.origin;
		for (const [index, each] of features.entries()) {
			if (isElement && index > 0) this.origin++;
			this.value(each, isElement ? this.origin : origin, false);
		}
	}

	/** A row of cells. The first of them may name the columns, and the second have the tags of HXL. */
	private cells(list: unknown[], origin: number): void {
		const cells = list.map((cell) => (cell === null || cell === undefined ? '' : textOf(cell)));
		if (this.hasHeader) {
			this.rows.addCells(cells, origin);
			return;
		}
		this.first.push([cells, origin]);
		if (this.first.length > 2) this.firstCells();
	}

	/** Takes the first rows of cells for what they are. @param names of the columns, where the file says them apart */
	private firstCells(names: string[] | null = null): void {
		const rows = this.first;
		this.first = [];
		const [top] = rows;
		if (this.hasHeader || (!top && !names)) return;
		if (this.rows.columns.length > 0) {
			for (const [cells, origin] of rows) this.problems.add('not-a-row', { origin, found: cells.join(', ') });
			return;
		}
		this.hasHeader = true;
		const isNamed =
			!names &&
			isHeader(
				top![0],
				rows.slice(1).map(([cells]) => cells)
			);
		this.rows.header(names ?? (isNamed ? top![0] : top![0].map(() => '')), top?.[1] ?? 1);
		if (isNamed) {
			rows.shift();
			if (isTags(top![0])) this.rows.tags = top![0];
		}
		const [second] = rows;
		if (second && isTags(second[0])) {
			this.rows.tags = second[0].map((cell) => cell.trim().toLowerCase());
			rows.shift();
		}
		for (const [cells, at] of rows) this.rows.addCells(cells, at);
	}

	private feature(feature: Record<string, unknown>, origin: number): void {
		const { properties, geometry, id } = feature;
		const fields = (
			typeof properties === 'object' && properties !== null && !Array.isArray(properties) ? properties : {}
		) as Record<string, unknown>;
		this.rows.addFeature(withMembers(fields, feature), geometry ?? null, origin, id);
	}

	/** A layer of a map of uMap (https://umap-project.org): its name stands beside its features. */
	private umapLayer(layer: unknown): void {
		const { features, _umap_options, _storage } = (layer ?? {}) as Record<string, unknown>;
		const { name } = (_umap_options ?? _storage ?? {}) as { name?: unknown };
		for (const each of Array.isArray(features) ? (features as unknown[]) : []) {
			if (typeof each !== 'object' || each === null) continue;
			const { properties } = each as { properties?: object | null };
			this.feature({ ...each, properties: { ...properties, umap_layer: name ?? '' } }, ++this.origin);
		}
	}

	/** Rows under some name: {"data": [{…}, {…}]}. Of several lists one is read: of those with places, the longest. */
	private plainDocument(object: Record<string, unknown>): void {
		this.projection(object.crs);
		this.rows.projection ??= spatialReference(object.spatialReference);
		for (const name of dateFields(object.fields)) this.rows.dates.add(name);
		const lists = rowsIn(object);
		// Where features were cut out of the document, they are its list.
		const read = this.rows.count > 0 ? null : lists.shift();
		if (read) {
			if (read.header) this.firstCells(read.header);
			for (const row of read.rows) this.value(row, ++this.origin, false);
		} else if (this.rows.count === 0) this.others++;
		for (const { name, rows, hasPlaces, isSure } of lists) {
			if (name === '') continue;
			if (isEmptied(rows)) this.projection(rows[0].crs);
			// Beside features a list without places is about them, as the fields of Esri JSON are.
			else if (hasPlaces || (read && isSure))
				this.problems.add('other-list', { found: `${name} (${rows.length})` });
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

/** Whether all of a list is a collection whose features were cut out of it. */
const isEmptied = (rows: unknown[]): rows is [{ crs: unknown }] => {
	const [only] = rows as { type?: unknown; features?: unknown }[];
	return (
		rows.length === 1 &&
		only?.type === 'FeatureCollection' &&
		Array.isArray(only.features) &&
		only.features.length === 0
	);
};

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
