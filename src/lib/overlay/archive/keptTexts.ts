/** The texts that an archive keeps of a row: they are in its deepest tiles alone, wherever the row was clicked. */
import { mercatorX, mercatorY } from '../../base/mercator';
import type { Archive } from './archive';

/** What of a mark on the map says which row it is, and where. Degrees. */
interface MarkOfRow {
	row: number;
	longitude: number;
	latitude: number;
}

/** The tile of a place, then those around it: a mark of a shallow zoom stands less exactly than the deep tiles are small. */
const around = [0, -1, 1].flatMap((down) => [0, -1, 1].map((right) => [right, down] as const));

/**
 * The texts of the columns that an archive keeps, in their order, '' for an empty cell; null where the row is in none of
 * the tiles around the place. @throws ArchiveFault where the host does not answer
 */
export async function keptTextsOf(
	{ kept = [], maxzoom, tile }: Pick<Archive, 'kept' | 'maxzoom' | 'tile'>,
	{ row, longitude, latitude }: MarkOfRow
): Promise<string[] | null> {
	const [{ VectorTile }, { PbfReader }] = await Promise.all([import('@mapbox/vector-tile'), import('pbf')]);
	const tiles = 2 ** maxzoom;
	const within = (number: number) => Math.min(tiles - 1, Math.max(0, Math.floor(number)));
	const [column, line] = [within(mercatorX(longitude) * tiles), within(mercatorY(latitude) * tiles)];
	for (const [right, down] of around) {
		if (column + right < 0 || column + right >= tiles || line + down < 0 || line + down >= tiles) continue;
		const bytes = await tile(maxzoom, column + right, line + down);
		if (!bytes) continue;
		for (const layer of Object.values(new VectorTile(new PbfReader(bytes)).layers)) {
			for (let index = 0; index < layer.length; index++) {
				const { id, properties } = layer.feature(index);
				if (id === row) return kept.map(({ property }) => String(properties[property] ?? ''));
			}
		}
	}
	return null;
}
