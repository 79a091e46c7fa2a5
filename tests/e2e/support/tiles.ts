/**
 * A server of backgrounds on this machine, which speaks what hosts of maps speak: tiles by zoom, column and row, with @2x;
 * WMTS by day; a style with vector tiles; a file of tiles in parts. Its tiles are made up, and it can be made to misbehave.
 */
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { crc32, deflateSync } from 'node:zlib';
import { zxyToTileId } from 'pmtiles';

/** How it answers: as it should, never, with an error, with a page, or without letting other sites read it. */
export type Manner = 'well' | 'never' | 'missing' | 'page' | 'closed';

export interface TileServer {
	address: string;
	manner: Manner;
	/** Paths that were asked for, with what came with them. */
	asked: { path: string; headers: IncomingMessage['headers'] }[];
	close(): Promise<void>;
}

/** Pixels of a picture; they are enlarged. */
const side = 64;

export async function serveTiles({
	pixels = side,
	data = 'tests/fixtures/islands'
} = {}): Promise<TileServer> {
	const land = landTiles(data);
	let archive: Buffer | undefined;
	const waiting = new Set<ServerResponse>();
	const server = createServer((request, response) => {
		const path = request.url ?? '/';
		serving.asked.push({ path, headers: request.headers });
		const { manner } = serving;
		if (manner === 'never') return void waiting.add(response);
		if (manner !== 'closed') response.setHeader('Access-Control-Allow-Origin', '*');
		const send = (type: string, body: Buffer | string, status = 200) =>
			void response.writeHead(status, { 'Content-Type': type }).end(body);
		if (manner === 'missing') return send('text/plain', 'Not found', 404);
		if (manner === 'page') return send('text/html; charset=utf-8', '<!doctype html><title>Sign in</title>');
		const tile = /^\/(streets|vector)\/(\d+)\/(\d+)\/(\d+)(@2x)?\.(png|pbf)$/.exec(path);
		const wmts = /^\/wmts\/default\/(\d{4}-\d\d-\d\d)\/GoogleMapsCompatible\/(\d+)\/(\d+)\/(\d+)\.png$/.exec(
			path
		);
		if (path === '/style.json') return send('application/json', JSON.stringify(style));
		if (tile?.[1] === 'vector') {
			const [z, x, y] = tile.slice(2, 5).map(Number) as [number, number, number];
			return send('application/vnd.mapbox-vector-tile', land(z, x, y));
		}
		if (tile || wmts) {
			const [z, x, y] = (tile ? tile.slice(2, 5) : [wmts![2], wmts![4], wmts![3]]).map(Number) as [
				number,
				number,
				number
			];
			return send('image/png', picture(z, x, y, tile ? 'streets' : wmts![1]!, pixels));
		}
		if (path.endsWith('.pmtiles')) return sendPart(request, response, (archive ??= archiveOf()));
		send('text/plain', 'Not found', 404);
	});
	const serving: TileServer = {
		address: '',
		manner: 'well',
		asked: [],
		async close() {
			for (const response of waiting) response.destroy();
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		}
	};
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	serving.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return serving;
}

const style = {
	version: 8,
	sources: {
		// Addresses in a style may be relative to it.
		land: { type: 'vector', tiles: ['vector/{z}/{x}/{y}.pbf'], maxzoom: 8 }
	},
	layers: [
		{ id: 'sea', type: 'background', paint: { 'background-color': '#7fb6c9' } },
		{
			id: 'land',
			type: 'fill',
			source: 'land',
			'source-layer': 'land',
			paint: { 'fill-color': '#dfe7c8', 'fill-outline-color': '#4b6b3a' }
		}
	]
};

function landTiles(data: string): (z: number, x: number, y: number) => Buffer {
	const index = new GeoJSONVT(JSON.parse(readFileSync(`${data}/basemap/land.json`, 'utf8')), {
		maxZoom: 8,
		indexMaxZoom: 3
	});
	return (z, x, y) => {
		const tile = index.getTile(z, x, y);
		return tile ? Buffer.from(fromGeojsonVt({ land: tile }, { version: 2, extent: 4096 })) : Buffer.alloc(0);
	};
}

/** A part of a file, as a host answers a range request. */
function sendPart(request: IncomingMessage, response: ServerResponse, file: Buffer): void {
	const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
	if (from === undefined) return void response.end(file);
	const part = file.subarray(Number(from), Number(to) + 1);
	response.writeHead(206, {
		'Content-Type': 'application/octet-stream',
		'Content-Range': `bytes ${from}-${Number(from) + part.length - 1}/${file.length}`,
		'Content-Length': part.length
	});
	response.end(part);
}

/** Hills, woods and water that go on from tile to tile, or the plan of a town; each day is a little different. */
function picture(z: number, x: number, y: number, kind: string, pixels: number): Buffer {
	const rows = Buffer.alloc(pixels * (pixels * 3 + 1));
	const tint = kind === 'streets' ? 0 : [...kind].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 40;
	for (let row = 0; row < pixels; row++)
		for (let column = 0; column < pixels; column++) {
			const east = ((x + column / pixels) / 2 ** z) * 4096;
			const south = ((y + row / pixels) / 2 ** z) * 4096;
			const colour =
				kind === 'streets' ? streetsAt(row / pixels, column / pixels) : groundAt(east, south, tint);
			rows.set(colour, row * (pixels * 3 + 1) + 1 + column * 3);
		}
	return png(pixels, rows);
}

function streetsAt(row: number, column: number): [number, number, number] {
	const isStreet = [row, column].some((at) => Math.abs((at * 4) % 1) < 0.07);
	if (isStreet) return [255, 255, 255];
	return Math.floor(row * 4) === 1 && Math.floor(column * 4) === 2 ? [190, 220, 175] : [236, 230, 218];
}

function groundAt(east: number, south: number, tint: number): [number, number, number] {
	const height =
		[1, 2, 4, 8, 16].reduce((sum, scale) => sum + noise(east * scale, south * scale) / scale, 0) / 2;
	if (height < 0.42) return [12, 38 + 40 * height, 62 + 60 * height];
	const wood = noise(east * 6 + 50, south * 6);
	return [58 + 110 * (height - 0.4) + tint, 74 + 60 * (height - 0.4) - 14 * wood, 40 + 40 * (height - 0.4)];
}

/** Smooth, from 0 to 1, and the same everywhere. */
function noise(x: number, y: number): number {
	const [left, top] = [Math.floor(x), Math.floor(y)];
	const at = (column: number, row: number) => {
		const value = Math.sin(column * 127.1 + row * 311.7) * 43758.5453;
		return value - Math.floor(value);
	};
	const ease = (part: number) => part * part * (3 - 2 * part);
	const [across, down] = [ease(x - left), ease(y - top)];
	const mix = (one: number, other: number, part: number) => one + (other - one) * part;
	return mix(
		mix(at(left, top), at(left + 1, top), across),
		mix(at(left, top + 1), at(left + 1, top + 1), across),
		down
	);
}

function png(pixels: number, rows: Buffer): Buffer {
	const chunk = (type: string, data: Buffer) => {
		const named = Buffer.concat([Buffer.from(type), data]);
		const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
		length.writeUInt32BE(data.length);
		sum.writeUInt32BE(crc32(named));
		return Buffer.concat([length, named, sum]);
	};
	const head = Buffer.alloc(13);
	head.writeUInt32BE(pixels, 0);
	head.writeUInt32BE(pixels, 4);
	head.set([8, 2], 8);
	return Buffer.concat([
		Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows, { level: 1 })),
		chunk('IEND', Buffer.alloc(0))
	]);
}

/** An archive (PMTiles 3) of pictures of the whole world, small and few: all of them are made for one request. */
function archiveOf(pixels = 16, depth = 3): Buffer {
	const tiles = Array.from({ length: depth + 1 }, (_, z) =>
		Array.from({ length: 4 ** z }, (_, index) => [z, index % 2 ** z, Math.floor(index / 2 ** z)] as const)
	)
		.flat()
		.map(([z, x, y]) => ({ id: zxyToTileId(z, x, y), data: picture(z, x, y, 'aerial', pixels) }))
		.sort((a, b) => a.id - b.id);
	const numbers = [
		tiles.length,
		...tiles.map(({ id }, index) => id - (tiles[index - 1]?.id ?? 0)),
		...tiles.map(() => 1),
		...tiles.map(({ data }) => data.length),
		// The first at the start, each of the others after the one before it.
		...tiles.map((_, index) => (index === 0 ? 1 : 0))
	];
	const directory = Buffer.from(numbers.flatMap(varint));
	const metadata = Buffer.from('{}');
	const content = Buffer.concat(tiles.map(({ data }) => data));
	const header = Buffer.alloc(127);
	header.write('PMTiles');
	header[7] = 3;
	const sections = [directory.length, metadata.length, 0, content.length];
	sections.reduce((offset, length, index) => {
		header.writeBigUInt64LE(BigInt(offset), 8 + index * 16);
		header.writeBigUInt64LE(BigInt(length), 16 + index * 16);
		return offset + length;
	}, 127);
	for (const at of [72, 80, 88]) header.writeBigUInt64LE(BigInt(tiles.length), at);
	// Clustered; neither directories nor tiles are compressed; tiles are PNG, of these zooms.
	header.set([1, 1, 1, 2, 0, depth], 96);
	[-180, -85, 180, 85].forEach((degrees, index) => header.writeInt32LE(degrees * 1e7, 102 + index * 4));
	return Buffer.concat([header, directory, metadata, content]);
}

function varint(value: number): number[] {
	const bytes: number[] = [];
	for (let rest = value; ; rest = Math.floor(rest / 128)) {
		if (rest < 128) return [...bytes, rest];
		bytes.push((rest % 128) | 128);
	}
}
