/** The marks of an archive's tiles, as the map draws them. */
import { noDay } from '../../base/days';
import { emptyTile, markFlags, type MarkTile } from '../../base/markTile';
import type { Archive } from './archive';

/** The marks of a tile; null where there are none. @throws ArchiveFault where the host does not answer */
export async function marksOf(
	{ tile }: Pick<Archive, 'tile'>,
	zoom: number,
	column: number,
	row: number
): Promise<MarkTile | null> {
	const [bytes, { VectorTile }, { PbfReader }] = await Promise.all([
		tile(zoom, column, row),
		import('@mapbox/vector-tile'),
		import('pbf')
	]);
	const points = bytes && new VectorTile(new PbfReader(bytes)).layers.points;
	if (!points || points.length === 0) return null;
	const marks = emptyTile(points.length);
	for (let index = 0; index < points.length; index++) {
		const feature = points.feature(index);
		const { properties } = feature;
		const of = (name: string, otherwise = 0) => Number(properties[name] ?? otherwise);
		const { x, y } = feature.loadGeometry()[0]![0]!;
		marks.x[index] = x;
		marks.y[index] = y;
		marks.row[index] = feature.id ?? 0;
		marks.code[index] = of('actor');
		marks.count[index] = of('count', 1);
		marks.from[index] = of('from', noDay);
		marks.to[index] = of('to', noDay);
		marks.fixed[index] = of('fixed');
		marks.growing[index] = of('growing');
		marks.across[index] = of('across');
		marks.flags[index] = (of('stack') ? markFlags.stack : 0) | (of('under') ? markFlags.under : 0);
	}
	return marks;
}
