/**
 * Writes a PMTiles archive, version 3 (https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md), of gzipped
 * vector tiles. The tiles come first behind the place of the root directory, as they are made, and all that is known at
 * the end only comes behind them: the specification asks for no other order than that the root is in the first 16 KiB.
 */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { PbfWriter } from 'pbf';
import { Compression, TileType, zxyToTileId, type Entry } from 'pmtiles';
import { openOutput, type Output } from '../output';

const headerLength = 127;
/** Header and root directory are what a reader fetches first. */
const firstLength = 16384;
const rootLength = firstLength - headerLength;

export interface Description {
	/** Degrees: west, south, east, north. */
	bounds: readonly [number, number, number, number];
	/** The JSON metadata, for the deepest zoom that there are tiles of. */
	metadata: (maxzoom: number) => object;
}

/** What a finished archive weighs. */
export interface Written {
	tiles: number;
	bytes: number;
	maxzoom: number;
}

export class ArchiveWriter {
	private readonly output: Output;
	private readonly entries: Entry[] = [];
	/** Where tiles lie that may be met again, by their hash. */
	private readonly seen = new Map<string, Entry>();
	private at = firstLength;
	private tiles = 0;
	private contents = 0;
	private zooms: [least: number, most: number] = [Infinity, -Infinity];

	/**
	 * Writes beside the path, and there once it is whole.
	 * @param reads what is read for it
	 * @throws where that is the same, or nothing can be written there
	 */
	constructor(path: string, reads: readonly string[] = []) {
		this.output = openOutput(path, { reads });
	}

	/**
	 * Adds a tile. They must come in the order of their ids: by zoom, and along the Hilbert curve in each.
	 * @param isRepeated whether the same bytes may come again, as those of an area do inside it: they are written once
	 */
	add(zoom: number, column: number, row: number, tile: Uint8Array, isRepeated = false): void {
		const tileId = zxyToTileId(zoom, column, row);
		const last = this.entries.at(-1);
		if (last && tileId < last.tileId + last.runLength)
			throw new Error(`tile ${zoom}/${column}/${row} comes too late`);
		this.tiles++;
		this.zooms = [Math.min(this.zooms[0], zoom), Math.max(this.zooms[1], zoom)];
		const hash = isRepeated ? createHash('sha256').update(tile).digest('base64') : null;
		const same = hash === null ? undefined : this.seen.get(hash);
		if (same) {
			if (last && last.offset === same.offset && tileId === last.tileId + last.runLength) last.runLength++;
			else this.entries.push({ tileId, offset: same.offset, length: same.length, runLength: 1 });
			return;
		}
		const bytes = gzipSync(tile);
		const entry = { tileId, offset: this.at - firstLength, length: bytes.length, runLength: 1 };
		this.write(bytes);
		this.contents++;
		this.entries.push(entry);
		if (hash !== null) this.seen.set(hash, entry);
	}

	/** Closes the archive and puts it in its place. @throws where it has no tile, or can't be written */
	finish({ bounds, metadata }: Description): Written {
		if (this.entries.length === 0) throw new Error('an archive needs a tile');
		const tileData = { offset: firstLength, length: this.at - firstLength };
		const { root, leaves } = directoriesOf(this.entries);
		const leafDirectories = { offset: this.at, length: leaves.length };
		this.write(leaves);
		const json = gzipSync(JSON.stringify(metadata(this.zooms[1])));
		const jsonMetadata = { offset: this.at, length: json.length };
		this.write(json);
		const header = headerOf({
			sections: [{ offset: headerLength, length: root.length }, jsonMetadata, leafDirectories, tileData],
			counts: [this.tiles, this.entries.length, this.contents],
			zooms: this.zooms,
			bounds
		});
		writeSync(this.output.file, header, 0, headerLength, 0);
		writeSync(this.output.file, root, 0, root.length, headerLength);
		this.output.keep();
		return { tiles: this.tiles, bytes: this.at, maxzoom: this.zooms[1] };
	}

	/** Gives up: nothing is left of it. */
	discard(): void {
		this.output.discard();
	}

	private write(bytes: Uint8Array): void {
		for (let done = 0; done < bytes.length;)
			done += writeSync(this.output.file, bytes, done, bytes.length - done, this.at + done);
		this.at += bytes.length;
	}
}

interface Section {
	offset: number;
	length: number;
}

/** The fixed header: magic number, version, sections, counts, how things are compressed, zooms, bounds and centre. */
function headerOf({
	sections,
	counts,
	zooms: [minzoom, maxzoom],
	bounds: [west, south, east, north]
}: {
	/** Root directory, metadata, leaf directories, tiles. */
	sections: Section[];
	/** Tiles, entries, distinct tiles. */
	counts: number[];
	zooms: [number, number];
	bounds: Description['bounds'];
}): Uint8Array {
	const view = new DataView(new ArrayBuffer(headerLength));
	const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true);
	for (const [index, letter] of [...'PMTiles'].entries()) view.setUint8(index, letter.charCodeAt(0));
	view.setUint8(7, 3);
	for (const [index, number] of [
		...sections.flatMap(({ offset, length }) => [offset, length]),
		...counts
	].entries())
		view.setBigUint64(8 + 8 * index, BigInt(number), true);
	// Clustered: the tiles lie in the order of their ids.
	for (const [index, byte] of [
		1,
		Compression.Gzip,
		Compression.Gzip,
		TileType.Mvt,
		minzoom,
		maxzoom
	].entries())
		view.setUint8(96 + index, byte);
	[west, south, east, north].forEach((value, index) => degrees(102 + 4 * index, value));
	view.setUint8(118, minzoom);
	degrees(119, (west + east) / 2);
	degrees(123, (south + north) / 2);
	return new Uint8Array(view.buffer);
}

/** All entries in the root where they fit, else in leaves, as few as the root has room for. */
function directoriesOf(entries: Entry[]): { root: Uint8Array; leaves: Uint8Array } {
	const whole = directoryOf(entries);
	if (whole.length <= rootLength) return { root: whole, leaves: new Uint8Array(0) };
	for (let size = 4096; ; size *= 2) {
		const leaves: Uint8Array[] = [];
		const pointers: Entry[] = [];
		let offset = 0;
		for (let start = 0; start < entries.length; start += size) {
			const leaf = directoryOf(entries.slice(start, start + size));
			pointers.push({ tileId: entries[start]!.tileId, offset, length: leaf.length, runLength: 0 });
			leaves.push(leaf);
			offset += leaf.length;
		}
		const root = directoryOf(pointers);
		if (root.length <= rootLength) return { root, leaves: Buffer.concat(leaves) };
	}
}

/** A directory: four columns of varints, ids as differences, an offset that follows from the entry before it as 0. */
function directoryOf(entries: Entry[]): Uint8Array {
	const writer = new PbfWriter();
	writer.writeVarint(entries.length);
	let lastId = 0;
	for (const { tileId } of entries) {
		writer.writeVarint(tileId - lastId);
		lastId = tileId;
	}
	for (const { runLength } of entries) writer.writeVarint(runLength);
	for (const { length } of entries) writer.writeVarint(length);
	entries.forEach(({ offset }, index) => {
		const before = entries[index - 1];
		writer.writeVarint(before && offset === before.offset + before.length ? 0 : offset + 1);
	});
	return gzipSync(writer.finish());
}
