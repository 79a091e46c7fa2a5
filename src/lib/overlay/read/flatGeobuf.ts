/** FlatGeobuf 3, read feature after feature. Its index of places is passed over, since every row is read. */
import type { Geometry, Position } from 'geojson';
import type { FileBytes } from './fileBytes';
import {
	columnsOf,
	headerAt,
	headerLength,
	headerOf,
	indexSize,
	rootOf,
	type Column,
	type Header,
	type Table
} from './flatTables';
import { markedNumber } from './jsonNumbers';
import type { Given, OpenBinary } from './layer';
import { singleText } from './numbers';
import { Refusal } from './problem';
import type { Rows } from './rows';
import type { Work } from './work';

/** Before each feature: its length. */
const prefix = 4;
const longestFeature = 1 << 28;
/** Geometries within each other. */
const deepest = 8;

const enum Shape {
	Unknown,
	Point,
	LineString,
	Polygon,
	MultiPoint,
	MultiLineString,
	MultiPolygon,
	GeometryCollection,
	CircularString,
	CompoundCurve,
	CurvePolygon,
	MultiCurve,
	MultiSurface,
	PolyhedralSurface = 15,
	TIN,
	Triangle
}

const enum Type {
	Byte,
	UByte,
	Bool,
	Short,
	UShort,
	Int,
	UInt,
	Long,
	ULong,
	Float,
	Double,
	String,
	Json,
	DateTime,
	Binary
}

/** A FlatGeobuf file is one layer. */
export const openFlatGeobuf: OpenBinary = async (file, given) => {
	const bytes = new ByteSource(file);
	const header = await headerIn(bytes);
	const name = header.title || 'FlatGeobuf';
	const read = async (rows: Rows) => {
		await readFeatures(bytes, header, rows, given);
		return {};
	};
	return [{ name, kind: 'layer', rows: header.count || null, read }];
};

const damaged = new Refusal('damaged', 'FlatGeobuf');

/** @throws Refusal where it can't be read */
async function headerIn(bytes: ByteSource): Promise<Header> {
	const start = await bytes.take(headerAt);
	const length = start && headerLength(start);
	const own = length === null ? null : await bytes.take(length);
	if (!own) throw damaged;
	try {
		return headerOf(own);
	} catch {
		throw damaged;
	}
}

/** @throws Refusal where it ends before its first feature */
async function readFeatures(
	bytes: ByteSource,
	header: Header,
	rows: Rows,
	{ problems, work }: Given
): Promise<void> {
	const { count, nodeSize, geometryType } = header;
	rows.projection ??= header.system;
	bytes.skip(indexSize(count, nodeSize));
	for (let origin = 1; ; origin++) {
		const size = await bytes.take(prefix);
		if (!size) {
			// Some writers don't count; where they do, features are missing.
			if (bytes.isCutOff || origin <= count) problems.add('truncated');
			break;
		}
		const length = new DataView(size.buffer, size.byteOffset).getUint32(0, true);
		const data = length <= longestFeature ? await bytes.take(length) : null;
		if (!data) {
			problems.add('truncated');
			break;
		}
		work.spend(data.length);
		try {
			const feature = rootOf(data);
			const geometry = feature.table(0);
			const own = columnsOf(feature, 2);
			const properties = propertiesOf(
				feature.bytes(1),
				own.length > 0 ? own : header.columns,
				(column, found) => problems.add('not-a-number', { origin, column, found })
			);
			rows.addFeature(properties, geometry && geometryOf(geometry, geometryType, 0, work), origin);
		} catch (error) {
			if (error instanceof Refusal) throw error;
			problems.add('unreadable-row', { origin });
		}
	}
	if (rows.count === 0 && count > 0) throw damaged;
}

/** So many bytes are had at once. */
const pieceSize = 1 << 18;

/** Bytes that are taken in lengths that become known on the way. */
class ByteSource {
	/** Whether the bytes ended in the middle of what was asked for. */
	isCutOff = false;
	private piece: Uint8Array<ArrayBuffer> = new Uint8Array(0);
	/** Where the piece ends. */
	private at = 0;

	constructor(private readonly file: FileBytes) {}

	/** The next bytes; null where there are not as many. */
	async take(length: number): Promise<Uint8Array<ArrayBuffer> | null> {
		if (this.piece.length < length) {
			const left = this.file.size - this.at + this.piece.length;
			if (left < length) {
				this.isCutOff = left > 0;
				return null;
			}
			const more = await this.file.slice(this.at, this.at + Math.max(pieceSize, length - this.piece.length));
			this.at += more.length;
			const all = new Uint8Array(this.piece.length + more.length);
			all.set(this.piece);
			all.set(more, this.piece.length);
			this.piece = all;
		}
		const taken = this.piece.subarray(0, length);
		this.piece = this.piece.subarray(length);
		return taken;
	}

	/** Passes over bytes. */
	skip(length: number): void {
		const passed = Math.min(length, this.piece.length);
		this.piece = this.piece.subarray(passed);
		this.at += length - passed;
	}
}

const decoder = new TextDecoder();

/**
 * The values of a feature by the names of their columns, numbers as exact as the file has them.
 * @param onodd told of numbers that are none
 */
function propertiesOf(
	bytes: Uint8Array | null,
	columns: readonly Column[],
	onodd: (column: string, found: string) => void
): Record<string, unknown> {
	const properties = Object.create(null) as Record<string, unknown>;
	if (!bytes) return properties;
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let at = 0;
	const number = (size: number, value: number | bigint) => {
		at += size;
		return markedNumber(String(value));
	};
	const real = (size: number, value: number, text: string, column: string) => {
		at += size;
		if (Number.isFinite(value)) return markedNumber(text);
		onodd(column, String(value));
		return null;
	};
	const take = () => {
		const length = view.getUint32(at, true);
		const part = bytes.subarray(at + 4, at + 4 + length);
		if (part.length < length) throw new RangeError('a value goes beyond its feature');
		at += 4 + length;
		return part;
	};
	const read = ({ type, name }: Column): unknown => {
		switch (type) {
			case Type.Bool:
				return view.getUint8(at++) !== 0;
			case Type.Byte:
				return number(1, view.getInt8(at));
			case Type.UByte:
				return number(1, view.getUint8(at));
			case Type.Short:
				return number(2, view.getInt16(at, true));
			case Type.UShort:
				return number(2, view.getUint16(at, true));
			case Type.Int:
				return number(4, view.getInt32(at, true));
			case Type.UInt:
				return number(4, view.getUint32(at, true));
			case Type.Long:
				return number(8, view.getBigInt64(at, true));
			case Type.ULong:
				return number(8, view.getBigUint64(at, true));
			case Type.Float: {
				const value = view.getFloat32(at, true);
				return real(4, value, singleText(value), name);
			}
			case Type.Double: {
				const value = view.getFloat64(at, true);
				return real(8, value, String(value), name);
			}
			case Type.Binary:
				return Array.from(take(), (byte) => byte.toString(16).padStart(2, '0')).join('');
			case Type.String:
			case Type.Json:
			case Type.DateTime:
				return decoder.decode(take());
			default:
				throw new RangeError('an unknown type of column');
		}
	};
	while (at < bytes.length) {
		const column = columns[view.getUint16(at, true)];
		at += 2;
		if (!column) throw new RangeError('a column that the header does not have');
		properties[column.name] = read(column);
	}
	return properties;
}

/** A geometry as GeoJSON; null where it is empty. */
function geometryOf(flat: Table, usual: number, depth: number, work: Work): Geometry | null {
	if (depth > deepest) throw new RangeError('geometries too deep within each other');
	work.spend(1);
	const type = usual === Shape.Unknown || depth > 0 ? flat.byte(6) || usual : usual;
	const parts = (kind: Shape): Geometry[] =>
		Array.from(flat.tables(7), (part) => geometryOf(part, kind, depth + 1, work)).filter(
			(part) => part !== null
		);
	const positions = () => positionsOf(flat.numbers(1));
	switch (type) {
		case Shape.Point: {
			const [at] = positions();
			return at && at.every(Number.isFinite) ? { type: 'Point', coordinates: at } : null;
		}
		case Shape.MultiPoint:
			return unlessEmpty('MultiPoint', positions());
		case Shape.LineString:
		case Shape.CircularString:
			return unlessEmpty('LineString', positions());
		case Shape.MultiLineString:
			return unlessEmpty('MultiLineString', ringsOf(flat));
		case Shape.Polygon:
		case Shape.Triangle:
			return unlessEmpty('Polygon', ringsOf(flat));
		case Shape.MultiPolygon:
		case Shape.PolyhedralSurface:
		case Shape.TIN:
		case Shape.MultiSurface:
			return unlessEmpty('MultiPolygon', coordinatesOf(parts(Shape.Polygon)));
		case Shape.CompoundCurve:
			return unlessEmpty('LineString', coordinatesOf(parts(Shape.LineString)).flat());
		case Shape.CurvePolygon:
			return unlessEmpty('Polygon', coordinatesOf(parts(Shape.LineString)));
		case Shape.MultiCurve:
			return unlessEmpty('MultiLineString', coordinatesOf(parts(Shape.LineString)));
		case Shape.GeometryCollection: {
			const geometries = parts(Shape.Unknown);
			return geometries.length > 0 ? { type: 'GeometryCollection', geometries } : null;
		}
		default:
			throw new RangeError('an unknown type of geometry');
	}
}

const unlessEmpty = (type: Exclude<Geometry['type'], 'GeometryCollection'>, coordinates: unknown[]) =>
	coordinates.length > 0 ? ({ type, coordinates } as Geometry) : null;

const coordinatesOf = (geometries: readonly Geometry[]): unknown[][] =>
	geometries.flatMap((each) => (each.type === 'GeometryCollection' ? [] : [each.coordinates as unknown[]]));

function positionsOf(xy: Float64Array, from = 0, to = Math.floor(xy.length / 2)): Position[] {
	const positions: Position[] = [];
	if (to * 2 > xy.length) throw new RangeError('a line goes beyond its points');
	for (let index = from; index < to; index++) positions.push([xy[index * 2]!, xy[index * 2 + 1]!]);
	return positions;
}

/** The lines of a geometry, whose ends stand apart where there is more than one. */
function ringsOf(flat: Table): Position[][] {
	const xy = flat.numbers(1);
	const ends = flat.integers(0);
	if (ends.length === 0) return xy.length > 0 ? [positionsOf(xy)] : [];
	return Array.from(ends, (end, index) => positionsOf(xy, index === 0 ? 0 : ends[index - 1]!, end));
}
