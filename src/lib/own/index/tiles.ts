/**
 * The tiles that the map asks for, as Mapbox vector tiles with two layers.
 *
 * `points`: one feature for each row, or for each actor in a cell where there are too many. `id` is the number of the
 * row, or of the first of several; `actor` its code, `count` the number of rows, `from` and `to` their first and last
 * day where they have dates, `undated` how many have none. The mark's radius in pixels is `fixed + growing * 2 ** zoom`
 * (`sizes.ts`). In a tile that was thinned each has `across`, the cells on the tile's sides.
 * `shapes`: lines and areas, `id`, `actor`, `from` and `to` as above.
 *
 * All that toggles and times need is in the features, so that neither asks for a tile again.
 */
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { noDay, type CodedColumn, type Table } from '../table';
import { Points, actorsOf, extent, type Mark, type TileChoices } from './points';

export class Tiles {
	readonly points: Points;
	private readonly shapes: GeoJSONVT | null;

	/** @param colour the coded column that rows are told apart by; that of the actors where none is given */
	constructor(table: Table, colour: CodedColumn | null = actorsOf(table)) {
		this.points = new Points(table, colour);
		this.shapes = shapesOf(table, colour);
	}

	/** A tile, not compressed; null where there is nothing in it. */
	tile(zoom: number, column: number, row: number, choices: TileChoices = {}): Uint8Array<ArrayBuffer> | null {
		const { mask } = choices;
		const { marks, across, sizeOf } = this.points.marks(zoom, column, row, choices);
		const thinned: Record<string, number> = across === null ? {} : { across };
		const points = marks.map((mark) => featureOf(mark, { ...thinned, ...sizeOf(mark.count) }));
		const all = this.shapes?.getTile(zoom, column, row)?.features ?? [];
		const shapes = mask ? all.filter(({ id }) => mask[id as number]) : all;
		if (points.length === 0 && shapes.length === 0) return null;
		// Of a tile the library reads the features alone.
		const layers = { points: { features: points }, shapes: { features: shapes } } as unknown;
		return fromGeojsonVt(layers as Record<string, GeoJSONVTTile>, {
			version: 2,
			extent
		}) as Uint8Array<ArrayBuffer>;
	}
}

function featureOf({ x, y, row, actor, count, from, to, undated }: Mark, more: Record<string, number>) {
	const tags: Record<string, number> = { actor, count, ...more };
	if (from !== noDay) [tags.from, tags.to] = [from, to];
	if (undated > 0) tags.undated = undated;
	return { id: row, type: 1, geometry: [[x, y]], tags };
}

function shapesOf(table: Table, colour: CodedColumn | null): GeoJSONVT | null {
	if (table.shapes.size === 0) return null;
	const dates = table.roles.date === null ? undefined : table.columns[table.roles.date];
	const features = [...table.shapes].map(([row, geometry]) => {
		const properties: Record<string, number> = { actor: colour?.codes[row] ?? 0 };
		const from = dates?.kind === 'date' ? dates.from[row]! : noDay;
		if (dates?.kind === 'date' && from !== noDay) [properties.from, properties.to] = [from, dates.to[row]!];
		return { type: 'Feature' as const, id: row, properties, geometry };
	});
	return new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: 16, extent, buffer: 128 });
}
