import type { StyleSpecification } from 'maplibre-gl';

/**
 * Makes a style that MapLibre reads from a map name the files of its GeoJSON sources again, as the style does that was put
 * there. MapLibre 6 has their content in the place of the address once they are loaded, and so would load each of them
 * anew with every other style.
 */
export function restoreAddresses(now: StyleSpecification, put: StyleSpecification): void {
	for (const [name, source] of Object.entries(put.sources)) {
		const there = now.sources[name];
		if (source.type !== 'geojson' || typeof source.data !== 'string' || there?.type !== 'geojson') continue;
		there.data = source.data;
	}
}
