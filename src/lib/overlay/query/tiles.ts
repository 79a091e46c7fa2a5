/**
 * The tiles that the map asks for: the marks of points as lists (`base/markTile.ts`), and all that an archive
 * has as Mapbox vector tiles with two layers, of which the map itself asks for the second.
 *
 * `points`: one feature for each row, or for each actor in a cell where there are too many. `id` is the number of the
 * row, or of the first of several; `actor` its code, `count` the number of rows, `from` and `to` their first and last
 * day where they have dates, `undated` how many have none. The mark's radius in pixels is `fixed + growing * 2 ** zoom`
 * (`sizes.ts`). In a tile that was thinned each has `across`, the cells on the tile's sides. `stack` is there where several
 * rows stand at one place and their number is shown, `under` where a mark of another value covers its middle.
 * `shapes`: lines and areas, `id`, `actor`, `from` and `to` as above.
 * Where columns are kept, a mark of one row and a shape have their texts too, in the tiles that are asked for with them.
 *
 * All that toggles and times need is in the features, so that neither asks for a tile again.
 */
import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import type { Feature } from 'geojson';
import { geometriesOf } from '../shapes';
import { cellText } from '../cells';
import { noDay } from '../../base/days';
import { emptyTile, markFlags, tileUnits, type MarkTile } from '../../base/markTile';
import type { CodedColumn, Column, Table } from '../table';
import { Points, actorsOf, type Mark, type TileChoices } from './points';

/** A column whose texts go into tiles, and the property that has them. */
export interface KeptColumn {
	column: Column;
	property: string;
}

export interface CutChoices extends TileChoices {
	/** Rows of each of these masks have marks of their own, in coarser cells. */
	apart?: readonly Uint8Array[];
}

export class Tiles {
	readonly points: Points;
	private readonly shapes: GeoJSONVT | null;

	/**
	 * @param colour the coded column that rows are told apart by; that of the actors where none is given
	 * @param kept columns whose texts go into the tiles that are cut with them
	 */
	constructor(
		table: Table,
		colour: CodedColumn | null = actorsOf(table),
		private readonly kept: readonly KeptColumn[] = []
	) {
		this.points = new Points(table, colour);
		this.shapes = shapesOf(table, colour);
	}

	/** The marks of a tile; null where there is none. */
	marks(zoom: number, column: number, row: number, choices: CutChoices = {}): MarkTile | null {
		const { apart = [], ...main } = choices;
		const sets = [main, ...apart.map((mask) => ({ ...main, ...coarse, mask }))].map((set) =>
			this.points.marks(zoom, column, row, set)
		);
		const all = emptyTile(sets.reduce((sum, { marks }) => sum + marks.length, 0));
		let at = 0;
		for (const { marks, across, looks } of sets)
			marks.forEach((mark, index) => {
				const { fixed, growing, stack, under } = looks[index]!;
				all.x[at] = mark.x;
				all.y[at] = mark.y;
				all.row[at] = mark.row;
				all.code[at] = mark.actor;
				all.count[at] = mark.count;
				all.from[at] = mark.from;
				all.to[at] = mark.to;
				all.fixed[at] = fixed;
				all.growing[at] = growing;
				all.across[at] = across ?? 0;
				all.flags[at] = (stack ? markFlags.stack : 0) | (under ? markFlags.under : 0);
				at++;
			});
		return at > 0 ? all : null;
	}

	/** The lines and areas of a tile, as a vector tile without points; null where there are none. */
	shapesOf(
		zoom: number,
		column: number,
		row: number,
		{ mask, apart = [] }: Pick<CutChoices, 'mask' | 'apart'> = {}
	): Uint8Array<ArrayBuffer> | null {
		const all = this.shapes?.getTile(zoom, column, row)?.features ?? [];
		const isShown = (id: number) => mask?.[id] || apart.some((mask) => mask[id]);
		const shapes = mask ? all.filter(({ id }) => isShown(id as number)) : all;
		return shapes.length > 0 ? encoded([], shapes) : null;
	}

	/**
	 * A tile of an archive, not compressed, null where there is nothing in it; how many marks it has, and whether a deeper tile
	 * within it may have something in it.
	 */
	cut(
		zoom: number,
		column: number,
		row: number,
		{ isKept = false, ...choices }: TileChoices & { isKept?: boolean } = {}
	): { bytes: Uint8Array<ArrayBuffer> | null; marks: number; goesOn: boolean } {
		const textsOf = (row: number) => (isKept ? keptTexts(this.kept, row) : {});
		const { marks, across, looks } = this.points.marks(zoom, column, row, choices);
		const thinned: Record<string, number> = across === null ? {} : { across };
		const points = marks.map((mark, index) =>
			featureOf(mark, { ...(mark.count === 1 && textsOf(mark.row)), ...thinned, ...looks[index] })
		);
		const cut = this.shapes?.getTile(zoom, column, row);
		const shapes = (cut?.features ?? []).map((shape) =>
			isKept ? { ...shape, tags: { ...textsOf(shape.id as number), ...shape.tags } } : shape
		);
		const bytes = points.length + shapes.length > 0 ? encoded(points, shapes) : null;
		// Shapes too small to be seen are left out of a tile, and are in those below it.
		return { bytes, marks: points.length, goesOn: points.length > 0 || Boolean(cut) };
	}
}

function encoded(points: unknown[], shapes: unknown[]): Uint8Array<ArrayBuffer> {
	// Of a tile the library reads the features alone.
	const layers = { points: { features: points }, shapes: { features: shapes } } as unknown;
	const bytes = fromGeojsonVt(layers as Record<string, GeoJSONVTTile>, { version: 2, extent: tileUnits });
	return bytes as Uint8Array<ArrayBuffer>;
}

/** Rows that are not shown now, and may be in a moment: so few marks that they cost little. */
const coarse = { most: 500, across: 8 };

/** The texts of a row's kept columns, by property; those that are empty are left out. */
export function keptTexts(kept: readonly KeptColumn[], row: number): Record<string, string> {
	const texts = kept.map(({ column, property }) => [property, cellText(column, row)] as const);
	return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}

function featureOf(
	{ x, y, row, actor, count, from, to, undated }: Mark,
	more: Record<string, number | string>
) {
	const tags: Record<string, number | string> = { ...more, actor, count };
	if (from !== noDay) [tags.from, tags.to] = [from, to];
	if (undated > 0) tags.undated = undated;
	return { id: row, type: 1, geometry: [[x, y]], tags };
}

function shapesOf(table: Table, colour: CodedColumn | null): GeoJSONVT | null {
	if (table.shapes.rows.length === 0) return null;
	const features = [...shapeFeatures(table, colour)];
	return new GeoJSONVT(
		{ type: 'FeatureCollection', features },
		{ maxZoom: 16, extent: tileUnits, buffer: 128 }
	);
}

/** The lines and areas of a table as features, with the properties that they have in the tiles. */
export function* shapeFeatures(table: Table, colour: CodedColumn | null): Generator<Feature> {
	const dates = table.roles.date === null ? undefined : table.columns[table.roles.date];
	for (const [row, geometry] of geometriesOf(table.shapes)) {
		const properties: Record<string, number> = { actor: colour?.codes[row] ?? 0 };
		const from = dates?.kind === 'date' ? dates.from[row]! : noDay;
		if (dates?.kind === 'date' && from !== noDay) [properties.from, properties.to] = [from, dates.to[row]!];
		yield { type: 'Feature', id: row, properties, geometry };
	}
}
