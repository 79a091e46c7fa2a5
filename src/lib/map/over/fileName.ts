/** The files of the map in words, for a notice of what is missing. */
import { m } from '$lib/words';
import type { OverlayLayer } from '../overlay/overlay';

const names: Record<string, () => string> = {
	marks: m.map_file_marks,
	shapes: m.map_file_shapes,
	basemap: m.map_file_basemap,
	ground: m.map_file_ground,
	labels: m.map_file_labels,
	cities: m.map_file_cities,
	near: m.map_file_near
};

/** @param file `marks`, `shapes`, or a source of the map's style; those of overlays are `overlay-` and their id */
export function fileName(
	file: string,
	overlays: readonly Pick<OverlayLayer, 'id' | 'isPublished'>[]
): string {
	const name = names[file];
	if (name) return name();
	if (!file.startsWith('overlay-')) return file;
	const overlay = overlays.find(({ id }) => file === `overlay-${id}`);
	return overlay?.isPublished ? m.own_tiles_file() : m.own_map_file();
}
