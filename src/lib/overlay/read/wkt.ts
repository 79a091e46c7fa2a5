/** Well-known text (OGC 06-103r4), with PostGIS's SRID before it, Z and M values left out. */
import type { Geometry } from 'geojson';
import { asGeometry } from './geometry';

/** As OData writes it: geography'SRID=4326;POLYGON((…))'. */
const literal = /^\s*geo(?:graphy|metry)'(.*)'\s*$/is;

const start =
	/^\s*(?:geo(?:graphy|metry)')?(?:SRID=(\d+);\s*)?(POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION)(?:ZM?|M)?\b/i;

export interface WktShape {
	geometry: Geometry;
	/** EPSG number of its coordinate system, or null where the text says none. */
	srid: number | null;
}

/** Whether a text looks like WKT. */
export function looksLikeWkt(text: string): boolean {
	return start.test(text);
}

/** The shape that a text describes; null where it is broken or empty. */
export function parseWkt(written: string): WktShape | null {
	const text = literal.exec(written)?.[1] ?? written;
	const srid = start.exec(text)?.[1];
	const reader = new Reader(text.replace(/^\s*SRID=\d+;/i, ''));
	try {
		const geometry = asGeometry(reader.geometry(0));
		return geometry && reader.atEnd() ? { geometry, srid: srid ? Number(srid) : null } : null;
	} catch (error) {
		if (error instanceof Broken) return null;
		throw error;
	}
}

class Broken extends Error {}

const types: Record<string, string> = {
	POINT: 'Point',
	LINESTRING: 'LineString',
	POLYGON: 'Polygon',
	MULTIPOINT: 'MultiPoint',
	MULTILINESTRING: 'MultiLineString',
	MULTIPOLYGON: 'MultiPolygon'
};

/** Recursive descent over the tokens: words, numbers, brackets, commas. */
class Reader {
	private readonly tokens: RegExp = /\s*([A-Za-z]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[(),])/y;
	private next: string | null;

	constructor(private readonly text: string) {
		this.next = this.token();
	}

	atEnd(): boolean {
		return this.next === null && this.text.slice(this.last).trim() === '';
	}

	geometry(depth: number): unknown {
		if (depth > 8) throw new Broken();
		const type = this.take().toUpperCase().replace(/Z?M?$/, '');
		if (this.next && /^(?:Z|M|ZM)$/i.test(this.next)) this.take();
		if (type === 'GEOMETRYCOLLECTION')
			return { type: 'GeometryCollection', geometries: this.list(() => this.geometry(depth + 1)) };
		const name = types[type];
		if (!name) throw new Broken();
		const coordinates = this.coordinates(0);
		// A point is a list of one position.
		return { type: name, coordinates: name === 'Point' ? (coordinates as unknown[])[0] : coordinates };
	}

	/** What is in brackets: lists, or positions, which MULTIPOINT may put in brackets of their own. */
	private coordinates(depth: number): unknown[] {
		if (depth > 4) throw new Broken();
		const items = this.list(() => (this.next === '(' ? this.coordinates(depth + 1) : this.position()));
		const isBracketedPoint = (item: unknown) =>
			Array.isArray(item) && item.length === 1 && Array.isArray(item[0]) && typeof item[0][0] === 'number';
		return items.length > 0 && items.every(isBracketedPoint)
			? items.map((item) => (item as unknown[])[0])
			: items;
	}

	private position(): number[] {
		const numbers: number[] = [];
		while (this.next !== null && this.next !== ',' && this.next !== ')') {
			const value = Number(this.take());
			if (Number.isNaN(value)) throw new Broken();
			numbers.push(value);
		}
		return numbers;
	}

	private list<T>(item: () => T): T[] {
		if (this.take() !== '(') throw new Broken();
		const items = [item()];
		while (this.next === ',') {
			this.take();
			items.push(item());
		}
		if (this.take() !== ')') throw new Broken();
		return items;
	}

	private take(): string {
		const taken = this.next;
		if (taken === null) throw new Broken();
		this.next = this.token();
		return taken;
	}

	private last = 0;

	private token(): string | null {
		const found = this.tokens.exec(this.text);
		if (!found) return null;
		this.last = this.tokens.lastIndex;
		return found[1]!;
	}
}
