/** Lines of latitude and longitude over the region: what the map has beneath its marks where there is no basemap. Pure. */
import type { Feature, FeatureCollection, LineString } from 'geojson';
import type { Box } from '../box';
import { basemapBox, homeBox } from '../limits';

/** Degrees between two lines, of which the one is taken that gives about so many lines across the first view. */
const steps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30];
const wanted = 5;

/** @param box as far as the lines go @param view what the step is chosen for */
export function graticuleOf(box: Box, view: Box): FeatureCollection<LineString> {
	const size = Math.max(view[2] - view[0], view[3] - view[1]);
	const step = steps.findLast((each) => each * wanted <= size) ?? steps[0]!;
	const between = (from: number, to: number) => {
		const first = Math.ceil(from / step - 1e-9);
		const count = Math.floor(to / step + 1e-9) - first + 1;
		return Array.from({ length: Math.max(0, count) }, (_, index) =>
			Number(((first + index) * step).toFixed(4))
		);
	};
	const [west, south, east, north] = box;
	const line = (coordinates: [number, number][]): Feature<LineString> => ({
		type: 'Feature',
		geometry: { type: 'LineString', coordinates },
		properties: { part: 'graticule' }
	});
	return {
		type: 'FeatureCollection',
		features: [
			...between(west, east).map((x) =>
				line([
					[x, south],
					[x, north]
				])
			),
			...between(south, north).map((y) =>
				line([
					[west, y],
					[east, y]
				])
			)
		]
	};
}

export const graticule = graticuleOf(basemapBox, homeBox);
