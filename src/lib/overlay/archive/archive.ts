/**
 * A PMTiles archive that `npm run tiles` made, read by range requests: of a file of any size a reader fetches the
 * directories and the tiles of what is in view. Its tiles are those of `query/tiles.ts`; what else is known of the data
 * stands in its metadata.
 */
import type { PMTiles, RangeResponse, Source } from 'pmtiles';
import type { Summary } from '../query/tableIndex';

/** What `npm run tiles` writes into the metadata under `attested`. Archives in use have it: its form must stay. */
export interface ArchiveDescription {
	/** Of this object. */
	version: 1;
	rows: number;
	/** Rows that stand somewhere on the map. */
	placed: number;
	/** The column that rows are told apart by; `code` is `actor` in the tiles. Most frequent first. */
	colour: Omit<NonNullable<Summary['colour']>, 'column'> | null;
	/** First and last day since 1970-01-01, and how many rows begin in each of so many equal parts of that time. */
	time: { first: number; last: number; counts: number[] } | null;
	/** Columns whose texts are in the deepest tiles, in which property. Archives without any have no such list. */
	kept?: { name: string; property: string }[];
}

export interface Archive extends Omit<ArchiveDescription, 'version' | 'time'> {
	time: Summary['time'];
	name: string;
	/** Plain text, or null. */
	attribution: string | null;
	/** Degrees: west, south, east, north. */
	bounds: [number, number, number, number];
	/** Whether any tile has a line or an area. */
	hasShapes: boolean;
	/** The deepest zoom that there are tiles of: beyond it the map magnifies them. */
	maxzoom: number;
	/** A vector tile, not compressed; null where there is nothing in it. @throws ArchiveFault */
	tile(zoom: number, column: number, row: number): Promise<Uint8Array<ArrayBuffer> | null>;
}

export type ArchiveFaultReason =
	/** There is no such file; `detail` is the status of the answer. */
	| 'missing'
	/** Nobody answered, or the host does not let this site read it. */
	| 'unreachable'
	/** The host sends the whole file instead of a range. */
	| 'no-ranges'
	/** No PMTiles archive, or a damaged one. */
	| 'damaged'
	/** An archive of something else than `npm run tiles` writes. */
	| 'other';

export class ArchiveFault extends Error {
	constructor(
		readonly reason: ArchiveFaultReason,
		readonly detail: string | null = null
	) {
		super(detail ? `${reason}: ${detail}` : reason);
	}
}

/** Opens an archive: fetches its first 16 KiB and its metadata. @throws ArchiveFault */
export async function openArchive(address: string): Promise<Archive> {
	const { PMTiles, EtagMismatch } = await import('pmtiles');
	const archive = new PMTiles(rangesOf(address, (message) => new EtagMismatch(message)));
	const header = await orFault(() => archive.getHeader());
	const metadata = (await orFault(() => archive.getMetadata())) as Record<string, unknown> | null;
	const description = descriptionIn(metadata?.attested);
	if (!description) throw new ArchiveFault('other');
	const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
	return {
		name: text(metadata?.name) ?? address.replace(/^.*\/|\.pmtiles$|[?#].*$/g, ''),
		attribution: text(metadata?.attribution),
		bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
		hasShapes: namesShapes(metadata?.vector_layers),
		maxzoom: header.maxZoom,
		...description,
		time: description.time && { ...description.time, counts: Uint32Array.from(description.time.counts) },
		tile: (zoom, column, row) => orFault(() => tileOf(archive, zoom, column, row))
	};
}

async function tileOf(archive: PMTiles, zoom: number, column: number, row: number) {
	const tile = await archive.getZxy(zoom, column, row);
	return tile ? new Uint8Array(tile.data) : null;
}

/** Errors other than those of the host mean a damaged file. */
async function orFault<T>(work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof ArchiveFault) throw error;
		throw new ArchiveFault('damaged', error instanceof Error ? error.message : null);
	}
}

/**
 * The bytes of an archive by range requests; unlike the package's own source it says why there are none.
 * @param changed makes the error by which the package knows that the file is another one now, and begins anew
 */
function rangesOf(address: string, changed: (message: string) => Error): Source {
	let isChanged = false;
	return {
		getKey: () => address,
		async getBytes(offset, length, signal, etag): Promise<RangeResponse> {
			const stop = new AbortController();
			let response: Response;
			try {
				response = await fetch(address, {
					headers: { Range: `bytes=${offset}-${offset + length - 1}` },
					// The browser's cache may hold parts of the older file.
					cache: isChanged ? 'reload' : 'default',
					signal: signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
				});
			} catch {
				signal?.throwIfAborted();
				throw new ArchiveFault('unreachable');
			}
			const found = response.headers.get('ETag');
			const tag = found && !found.startsWith('W/') ? found : undefined;
			if (response.status === 416 || (etag && tag && tag !== etag)) {
				isChanged = true;
				throw changed('the file has changed');
			}
			if (response.status !== 206) {
				// The rest of the file is not fetched.
				stop.abort();
				throw response.ok
					? new ArchiveFault('no-ranges')
					: new ArchiveFault('missing', String(response.status));
			}
			return { data: await response.arrayBuffer(), etag: tag };
		}
	};
}

/** Whether an archive lists a layer of shapes among its layers; true where it lists none at all. */
function namesShapes(layers: unknown): boolean {
	return !Array.isArray(layers) || layers.some((layer: { id?: unknown } | null) => layer?.id === 'shapes');
}

/** The description as it stands in the metadata, if it is one. */
function descriptionIn(value: unknown): Omit<ArchiveDescription, 'version'> | null {
	const { version, rows, placed, colour, time, kept } = (value ?? {}) as Record<string, unknown>;
	if (version !== 1 || !isCount(rows) || !isCount(placed)) return null;
	if (colour !== null && !isColour(colour)) return null;
	if (time !== null && !isTime(time)) return null;
	if (kept !== undefined && !isKept(kept)) return null;
	return { rows, placed, colour, time, kept };
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isColour(value: unknown): value is NonNullable<ArchiveDescription['colour']> {
	const { name, values, written } = (value ?? {}) as Record<string, unknown>;
	return (
		typeof name === 'string' &&
		Array.isArray(written) &&
		written.every((text) => text === null || typeof text === 'string') &&
		Array.isArray(values) &&
		values.every((each) => {
			const { code, value, count } = (each ?? {}) as Record<string, unknown>;
			return isCount(code) && typeof value === 'string' && isCount(count);
		})
	);
}

function isKept(value: unknown): value is NonNullable<ArchiveDescription['kept']> {
	return (
		Array.isArray(value) &&
		value.every((each) => {
			const { name, property } = (each ?? {}) as Record<string, unknown>;
			return typeof name === 'string' && typeof property === 'string';
		})
	);
}

function isTime(value: unknown): value is NonNullable<ArchiveDescription['time']> {
	const { first, last, counts } = (value ?? {}) as Record<string, unknown>;
	return (
		Number.isSafeInteger(first) &&
		Number.isSafeInteger(last) &&
		Array.isArray(counts) &&
		counts.every(isCount)
	);
}
