/**
 * Well-known binary (OGC 06-103r4 and ISO 13249-3) with PostGIS's SRID in it, and its hexadecimal digits as databases
 * write them. Z and M values are left out; an arc is the line through its points.
 */
import type { Geometry, Position } from 'geojson';
import { asGeometry } from './geometry';

export interface WkbShape {
	/** Null where it is empty. */
	geometry: Geometry | null;
	/** EPSG number of its coordinate system, or null where the bytes say none. */
	srid: number | null;
}

/** Shapes within shapes are read up to so many deep. */
const deepest = 8;
/** Of PostGIS's type numbers: what the position has, and whether the number of a coordinate system follows. */
const [hasZ, hasM, hasSrid] = [0x80000000, 0x40000000, 0x20000000] as const;

/** The shape that bytes describe; null where they are broken. */
export function parseWkb(bytes: Uint8Array): WkbShape | null {
	const reader = new Reader(bytes);
	try {
		const found = reader.geometry(0);
		const geometry = found && asGeometry(found);
		return found && !geometry ? null : { geometry, srid: reader.srid || null };
	} catch (error) {
		// The view throws a RangeError at its end.
		if (error instanceof Broken || error instanceof RangeError) return null;
		throw error;
	}
}

class Broken extends Error {}

class Reader {
	srid = 0;
	private readonly view: DataView;
	private at = 0;
	private isLittle = true;
	/** Numbers of a position. */
	private width = 2;

	constructor(bytes: Uint8Array) {
		this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	/** The next shape; null where it is empty. */
	geometry(depth: number): Geometry | null {
		if (depth > deepest) throw new Broken();
		const type = this.type();
		switch (type) {
			case 1: {
				const at = this.position();
				return at.every(Number.isNaN) ? null : { type: 'Point', coordinates: at };
			}
			case 2:
			case 8: {
				const line = this.list(() => this.position());
				return line.length === 0 ? null : { type: 'LineString', coordinates: line };
			}
			case 3:
			case 17: {
				const rings = this.list(() => this.list(() => this.position())).filter(({ length }) => length > 0);
				return rings.length === 0 ? null : { type: 'Polygon', coordinates: rings };
			}
			case 4:
				return many('MultiPoint', this.parts('Point', depth));
			case 5:
			case 11:
				return many('MultiLineString', this.parts('LineString', depth));
			case 6:
			case 12:
			case 15:
			case 16:
				return many('MultiPolygon', this.parts('Polygon', depth));
			case 7: {
				const geometries = this.list(() => this.geometry(depth + 1)).filter((part) => part !== null);
				return geometries.length === 0 ? null : { type: 'GeometryCollection', geometries };
			}
			case 9: {
				// Its parts begin where the one before ends.
				const line = this.parts<Position[]>('LineString', depth).flatMap((part, index) =>
					index === 0 ? part : part.slice(1)
				);
				return line.length === 0 ? null : { type: 'LineString', coordinates: line };
			}
			case 10:
				return many('Polygon', this.parts('LineString', depth));
			default:
				throw new Broken();
		}
	}

	/** The number of the type of the shape that begins here, and what goes for its numbers. */
	private type(): number {
		const order = this.view.getUint8(this.at++);
		if (order > 1) throw new Broken();
		this.isLittle = order === 1;
		const code = this.integer();
		if (code & hasSrid) this.srid ||= this.integer();
		const plain = code & 0x0fffffff;
		const more = Math.floor(plain / 1000);
		if (more > 3) throw new Broken();
		const z = code & hasZ || more === 1 || more === 3;
		const m = code & hasM || more === 2 || more === 3;
		this.width = 2 + (z ? 1 : 0) + (m ? 1 : 0);
		return plain % 1000;
	}

	private integer(): number {
		const value = this.view.getUint32(this.at, this.isLittle);
		this.at += 4;
		return value;
	}

	private position(): Position {
		const at = [0, 8].map((offset) => this.view.getFloat64(this.at + offset, this.isLittle));
		this.at += 8 * this.width;
		if (this.at > this.view.byteLength) throw new Broken();
		return at;
	}

	/** As many items as a number before them says. Each takes bytes, so that no number is larger than what is there. */
	private list<T>(item: () => T): T[] {
		const items: T[] = [];
		for (let left = this.integer(); left > 0; left--) items.push(item());
		return items;
	}

	/** The coordinates of the shapes of one type within a shape, the empty ones aside. */
	private parts<T>(type: Exclude<Geometry['type'], 'GeometryCollection'>, depth: number): T[] {
		return this.list(() => this.geometry(depth + 1)).flatMap((part) => {
			if (part === null) return [];
			if (part.type !== type) throw new Broken();
			return [part.coordinates as T];
		});
	}
}

function many(type: Exclude<Geometry['type'], 'GeometryCollection'>, coordinates: unknown[]) {
	return coordinates.length === 0 ? null : ({ type, coordinates } as Geometry);
}

/** Digits with the beginning that PostgreSQL (`\x`) or MySQL and SQL Server (`0x`) put before them. */
const digits = /^\s*(\\x|0x)?((?:[0-9a-f]{2}){9,})\s*$/i;
/** The order of bytes and the number of the type, in hexadecimal digits. */
const beginning =
	/^(?:01[01][0-9a-f]0000[02468ace]0|01[0-9a-f]{2}0[37b]0000|00[02468ace]00000[01][0-9a-f]|0000000[37b][0-9a-f]{2})/i;

/** Whether a text looks like WKB in hexadecimal digits. */
export function looksLikeWkbHex(text: string): boolean {
	const found = digits.exec(text);
	if (!found) return false;
	return beginning.test(found[2]!) || (found[1] !== undefined && beginning.test(found[2]!.slice(8)));
}

/** The shape of hexadecimal digits; null where they are broken. MySQL has the coordinate system before the shape. */
export function parseWkbHex(text: string): WkbShape | null {
	const found = digits.exec(text);
	if (!found) return null;
	const bytes = Uint8Array.from({ length: found[2]!.length / 2 }, (_, at) =>
		parseInt(found[2]!.slice(at * 2, at * 2 + 2), 16)
	);
	const shape = parseWkb(bytes);
	if (shape || found[1] === undefined) return shape;
	const behind = parseWkb(bytes.subarray(4));
	const srid = new DataView(bytes.buffer).getUint32(0, true);
	return behind && { ...behind, srid: srid || null };
}
