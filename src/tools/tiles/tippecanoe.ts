/**
 * Lines and areas cut by tippecanoe (https://github.com/felt/tippecanoe), where it is installed: it simplifies them
 * better, on all processors and beyond the memory. Points are always ours, since it would thin them whosever they are.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { zxyToTileId } from 'pmtiles';
import { keptTexts, shapeFeatures, type KeptColumn } from '../../lib/overlay/query/tiles';
import type { CodedColumn, Table } from '../../lib/overlay/table';
import type { CutTile } from './cut';

/** Whether it is on the PATH. */
export function hasTippecanoe(): boolean {
	return spawnSync('tippecanoe', ['--version'], { stdio: 'ignore' }).status === 0;
}

export interface ShapeTiles {
	/** In the order of their ids in PMTiles, from the first zoom on. */
	tiles: Generator<CutTile>;
	/** Removes what was written for them. */
	close(): void;
}

/** The tiles of the lines and areas of a table, from zoom 0 to the deepest. @throws where tippecanoe fails */
export async function cutByTippecanoe(
	table: Table,
	colour: CodedColumn | null,
	kept: readonly KeptColumn[],
	maxzoom: number
): Promise<ShapeTiles> {
	const folder = mkdtempSync(join(tmpdir(), 'attested-tippecanoe-'));
	const close = () => rmSync(folder, { recursive: true, force: true });
	try {
		const file = createWriteStream(join(folder, 'shapes.geojsonl'));
		for (const feature of shapeFeatures(table, colour)) {
			// It writes the same properties at every zoom.
			const properties = { ...keptTexts(kept, feature.id as number), ...feature.properties };
			if (!file.write(`${JSON.stringify({ ...feature, properties })}\n`)) await once(file, 'drain');
		}
		file.end();
		await once(file, 'close');
		const output = join(folder, 'tiles');
		await run([
			...['--output-to-directory', output, '--layer', 'shapes'],
			...['--minimum-zoom', '0', '--maximum-zoom', String(maxzoom)],
			// Each is kept in each tile, and tiles are compressed here.
			...[
				'--no-feature-limit',
				'--no-tile-size-limit',
				'--no-tile-compression',
				'--read-parallel',
				'--quiet'
			],
			join(folder, 'shapes.geojsonl')
		]);
		return { tiles: tilesIn(output), close };
	} catch (error) {
		close();
		throw error;
	}
}

async function run(options: string[]): Promise<void> {
	const child = spawn('tippecanoe', options, { stdio: ['ignore', 'ignore', 'pipe'] });
	let said = '';
	child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
	const [code] = (await once(child, 'close')) as [number | null];
	if (code !== 0) throw new Error(`tippecanoe failed: ${said.trim() || `exit code ${code}`}`);
}

/** The tiles of a folder of `zoom/column/row.pbf`. */
function* tilesIn(folder: string): Generator<CutTile> {
	const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((path) => {
		const parts = /^(\d+)\D(\d+)\D(\d+)\.pbf$/.exec(path)?.slice(1).map(Number);
		if (!parts) return [];
		const [zoom, column, row] = parts as [number, number, number];
		return [{ zoom, column, row, id: zxyToTileId(zoom, column, row), path }];
	});
	found.sort((a, b) => a.id - b.id);
	for (const { zoom, column, row, path } of found)
		yield { zoom, column, row, bytes: readFileSync(join(folder, path)), isOnlyShapes: true };
}

/**
 * Two rows of tiles as one, both in the order of their ids. A vector tile is a list of layers (Mapbox Vector Tile
 * Specification 2.1, chapter 4.1), so that one behind the other is a tile with the layers of both.
 */
export function* joined(some: Iterable<CutTile>, others: Iterable<CutTile>): Generator<CutTile> {
	const [left, right] = [some[Symbol.iterator](), others[Symbol.iterator]()];
	let [a, b] = [left.next(), right.next()];
	while (!a.done || !b.done) {
		const difference = a.done ? 1 : b.done ? -1 : idOf(a.value) - idOf(b.value);
		if (difference === 0) {
			const [own, other] = [a.value as CutTile, b.value as CutTile];
			yield { ...own, bytes: Buffer.concat([own.bytes, other.bytes]) };
		} else yield (difference < 0 ? a.value : b.value) as CutTile;
		if (difference <= 0) a = left.next();
		if (difference >= 0) b = right.next();
	}
}

const idOf = ({ zoom, column, row }: CutTile) => zxyToTileId(zoom, column, row);
