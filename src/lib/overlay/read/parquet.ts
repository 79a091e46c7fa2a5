/**
 * Parquet, with the geometries of GeoParquet (1.0, 1.1 and GeoArrow's encodings) and of Parquet's own types. It is read a
 * row group at a time, column by column; what compresses it is loaded when a file has it.
 */
import type { Geometry } from 'geojson';
import {
	parquetMetadataAsync,
	type AsyncBuffer,
	type Compressors,
	type DecodedArray,
	type FileMetaData,
	type SchemaElement
} from 'hyparquet';
import { parquetReadColumn } from 'hyparquet/src/read.js';
import { isObject } from './jsonPlaces';
import type { Given, OpenBinary } from './layer';
import { parsed } from './looseJson';
import { keepExact, parsers, textOfValue } from './parquetValues';
import type { FileBytes } from './fileBytes';
import { Refusal } from './problem';
import type { Rows } from './rows';
import { parseWkb } from './wkb';

/** What the file says of a column of geometries. */
interface GeoColumn {
	name: string;
	/** `WKB`, or the type of GeoArrow's geometries in small letters. */
	encoding: string;
	/** The name of its coordinate system; null where the file does not know it. */
	system: string | null;
}

/** Values of a column in one row group: more are not made at once. */
const mostValues = 1 << 26;

/** Bytes at the end of a file in which its metadata are looked for first. */
const footerSize = 1 << 16;

/** A Parquet file is one table. */
export const openParquet: OpenBinary = async (file, given) => {
	const source = bufferOf(file);
	let metadata: FileMetaData;
	try {
		metadata = await parquetMetadataAsync(source, { geoparquet: false, initialFetchSize: footerSize });
	} catch (error) {
		throw refusalOf(error);
	}
	const size = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
	if (size > given.within.unpacked) throw new Refusal('unpacks-too-large', String(given.within.unpacked));
	const read = async (rows: Rows) => {
		await readGroups(source, metadata, rows, given);
		return {};
	};
	return [{ name: 'Parquet', kind: 'layer', rows: Number(metadata.num_rows), read }];
};

/** The file as the library asks for its parts. What stops the reading is no fault of the file. */
function bufferOf(file: FileBytes): AsyncBuffer {
	return {
		byteLength: file.size,
		async slice(start, end) {
			try {
				return (await file.slice(start, end)).buffer;
			} catch (error) {
				throw new Stopped(error);
			}
		}
	};
}

/** Why bytes of the file could not be had. */
class Stopped extends Error {
	constructor(readonly reason: unknown) {
		super();
	}
}

async function readGroups(
	file: AsyncBuffer,
	metadata: FileMetaData,
	rows: Rows,
	{ problems, work, within }: Given
): Promise<void> {
	const elements = topElements(metadata.schema);
	elements.forEach(keepExact);
	const geo = geoOf(metadata, elements);
	if (geo?.column.system) rows.projection ??= geo.column.system;
	const compressors = await compressorsOf(metadata);
	const columns = elements.filter(({ name }) => !geo?.covering.has(name));
	let start = 0;
	for (const group of metadata.row_groups) {
		const count = Number(group.num_rows);
		if (count > mostValues) throw new Refusal('too-large');
		if (start >= within.rows) {
			const others = Number(metadata.num_rows) - start;
			problems.add('too-many-rows', { origin: start + 1, instead: String(within.rows) }, others);
			return;
		}
		const values: DecodedArray[] = [];
		try {
			for (const { name } of columns) {
				work.spend(count);
				const span = { rowStart: start, rowEnd: start + count };
				const options = { file, metadata, compressors, parsers, utf8: false, geoparquet: false };
				const column = count === 0 ? [] : await parquetReadColumn({ ...options, ...span, columns: [name] });
				if (column.length < count) throw new RangeError('a column is shorter than its row group');
				values.push(column);
			}
		} catch (error) {
			const refusal = refusalOf(error);
			// What was read before the fault stays.
			if (rows.count === 0) throw refusal;
			problems.add('truncated');
			return;
		}
		for (let row = 0; row < count; row++) addRow(values, row, start + row + 1);
		start += count;
	}

	function addRow(values: readonly DecodedArray[], row: number, origin: number): void {
		const fields = Object.create(null) as Record<string, unknown>;
		let geometry: unknown = geo ? null : undefined;
		columns.forEach((element, index) => {
			const value = values[index]![row] as unknown;
			const { name } = element;
			if (geo?.column.name === name) geometry = geometryOf(value, geo.column.encoding);
			else if (geo?.others.has(name) && value instanceof Uint8Array)
				fields[name] = parseWkb(value)?.geometry ?? null;
			else {
				if (typeof value === 'number' && !Number.isFinite(value))
					problems.add('not-a-number', { origin, column: name, found: String(value) });
				fields[name] = textOfValue(value, element);
			}
		});
		rows.addFeature(fields, geometry, origin);
	}
}

/** The columns that are not within others. */
function topElements(schema: readonly SchemaElement[]): SchemaElement[] {
	const found: SchemaElement[] = [];
	const skip = (at: number): number => {
		let next = at + 1;
		for (let left = schema[at]?.num_children ?? 0; left > 0; left--) next = skip(next);
		return next;
	};
	for (let at = 1; at < schema.length; at = skip(at)) found.push(schema[at]!);
	return found;
}

interface Geo {
	column: GeoColumn;
	/** Other columns of geometries. */
	others: Set<string>;
	/** Columns that have the boxes of the geometries, to search them by. */
	covering: Set<string>;
}

/** Which column has the geometries, by the file's metadata or else by its type; null where none has. */
function geoOf({ key_value_metadata: pairs }: FileMetaData, elements: readonly SchemaElement[]): Geo | null {
	const text = pairs?.find(({ key }) => key === 'geo')?.value;
	const said = text === undefined ? null : parsed(text);
	const columns = isObject(said) && isObject(said.columns) ? said.columns : {};
	const found: GeoColumn[] = [];
	const covering = new Set<string>();
	for (const { name, logical_type: logical } of elements) {
		const column = columns[name];
		if (isObject(column)) {
			const encoding = typeof column.encoding === 'string' ? column.encoding : 'WKB';
			found.push({ name, encoding, system: systemOf(column) });
			for (const box of boxesOf(column)) covering.add(box);
		} else if (logical?.type === 'GEOMETRY' || logical?.type === 'GEOGRAPHY')
			found.push({ name, encoding: 'WKB', system: systemNamed(logical.crs) });
	}
	const primary = isObject(said) ? said.primary_column : null;
	const column = found.find(({ name }) => name === primary) ?? found[0];
	if (!column) return null;
	const others = new Set(found.map(({ name }) => name).filter((name) => name !== column.name));
	return { column, others, covering };
}

/** The columns that the boxes of a geometry's covering are in. */
function boxesOf({ covering }: Record<string, unknown>): string[] {
	const box = isObject(covering) ? covering.bbox : null;
	if (!isObject(box)) return [];
	return Object.values(box).flatMap((path) =>
		Array.isArray(path) && typeof path[0] === 'string' ? [path[0]] : []
	);
}

/** The name of a coordinate system that a column says as PROJJSON; without one it is that of degrees. */
function systemOf(column: Record<string, unknown>): string | null {
	if (!('crs' in column)) return 'OGC:CRS84';
	return projJsonName(column.crs);
}

function projJsonName(crs: unknown): string | null {
	if (typeof crs === 'string') return crs;
	if (!isObject(crs)) return null;
	const id = isObject(crs.id) ? crs.id : Array.isArray(crs.ids) && isObject(crs.ids[0]) ? crs.ids[0] : null;
	const { authority, code } = id ?? {};
	if (typeof authority === 'string' && (typeof code === 'string' || typeof code === 'number'))
		return `${authority}:${String(code).replace('\u0001', '')}`;
	return typeof crs.name === 'string' ? crs.name : null;
}

/** Parquet's own type names a system as `OGC:CRS84`, `srid:32637` or PROJJSON. */
function systemNamed(crs: string | undefined): string {
	if (crs === undefined || crs === '') return 'OGC:CRS84';
	const json = /^(?:projjson:)?\s*\{/.test(crs) ? parsed(crs.replace(/^projjson:/, '')) : undefined;
	return (json === undefined ? crs.replace(/^srid:/i, 'EPSG:') : projJsonName(json)) ?? crs;
}

const arrowTypes: Record<string, Exclude<Geometry['type'], 'GeometryCollection'>> = {
	point: 'Point',
	linestring: 'LineString',
	polygon: 'Polygon',
	multipoint: 'MultiPoint',
	multilinestring: 'MultiLineString',
	multipolygon: 'MultiPolygon'
};

/** The geometry of a value; null where there is none, and what stands there where it is broken, to be told. */
function geometryOf(value: unknown, encoding: string): unknown {
	if (value === null || value === undefined) return null;
	const type = arrowTypes[encoding.toLowerCase()];
	if (type) return { type, coordinates: positions(value) };
	if (!(value instanceof Uint8Array)) return { encoding };
	const shape = parseWkb(value);
	return shape ? shape.geometry : { wkb: Array.from(value.subarray(0, 40)) };
}

/** GeoArrow has a position as an object of x and y, or as two numbers. */
function positions(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(positions);
	if (ArrayBuffer.isView(value)) return Array.from(value as unknown as ArrayLike<number>);
	return isObject(value) ? [value.x, value.y] : value;
}

/** What unpacks the pages of a file, loaded as far as it needs it. Snappy is part of the library. */
async function compressorsOf({ row_groups: groups }: FileMetaData): Promise<Compressors> {
	const codecs = new Set(groups.flatMap(({ columns }) => columns.map(({ meta_data: data }) => data?.codec)));
	const compressors: Compressors = {};
	if (codecs.has('GZIP')) {
		const { gunzip } = await import('hyparquet-compressors/src/gzip.js');
		compressors.GZIP = (input, length) => gunzip(input, new Uint8Array(length));
	}
	if (codecs.has('ZSTD')) {
		const { decompress } = await import('fzstd');
		compressors.ZSTD = (input) => decompress(input);
	}
	if (codecs.has('BROTLI')) {
		const { decompressBrotli } = await import('hyparquet-compressors/src/brotli.js');
		compressors.BROTLI = decompressBrotli;
	}
	if (codecs.has('LZ4') || codecs.has('LZ4_RAW')) {
		const { decompressLz4, decompressLz4Raw } = await import('hyparquet-compressors/src/lz4.js');
		Object.assign(compressors, { LZ4: decompressLz4, LZ4_RAW: decompressLz4Raw });
	}
	return compressors;
}

/** Why the library gave up. @throws what stopped the reading, where that is the reason */
function refusalOf(error: unknown): Refusal {
	if (error instanceof Stopped) throw error.reason;
	if (error instanceof Refusal) return error;
	const codec = error instanceof Error && /unsupported compression codec: (\w+)/.exec(error.message)?.[1];
	return codec ? new Refusal('other-type', `Parquet (${codec})`) : new Refusal('damaged', 'Parquet');
}
