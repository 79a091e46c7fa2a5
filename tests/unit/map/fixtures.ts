import { hues } from '../../../src/lib/geodata/recordWords';
import type { OverlayLayer } from '../../../src/lib/map/overlay/overlay';
import type { MapActor, Marks, Shapes } from '../../../src/lib/map/data';
import type { View } from '../../../src/lib/map/engine/types';

/** Ids where one is part of another, since lists of ids are joined text. */
const ids = ['iran', 'iran-militias', 'russia', 'israel', 'united-states', 'syria', 'sdf', 'iraq'];

export const actors: MapActor[] = ids.map((id, index) => ({
	id,
	name: { en: id, ar: id },
	letter: id[0]!.toUpperCase(),
	hue: hues[index]!,
	parent: id === 'iran-militias' ? 'iran' : null
}));

export function mark(
	site: string,
	involved: string,
	at: [number, number] = [36, 35],
	sign: Marks['features'][0]['properties']['sign'] = 'airport'
): Marks['features'][0] {
	return {
		type: 'Feature',
		geometry: { type: 'Point', coordinates: at },
		properties: {
			site,
			name: site,
			name_ar: site,
			kind: 'airport',
			sign,
			hollow: false,
			disputed: false,
			draft: false,
			actors: involved,
			reports: 1
		}
	};
}

export const marks: Marks = {
	type: 'FeatureCollection',
	features: [
		mark('a', 'russia iran'),
		mark('b', 'iran-militias', [37, 35]),
		mark('c', 'iran russia', [38, 35]),
		mark('d', 'united-states', [39, 35])
	]
};

export const shapes: Shapes = {
	type: 'FeatureCollection',
	features: [
		{
			type: 'Feature',
			geometry: {
				type: 'LineString',
				coordinates: [
					[39, 34],
					[40, 35]
				]
			},
			properties: { site: 'd', shape: 'line', actors: 'united-states', disputed: false }
		},
		{
			type: 'Feature',
			geometry: {
				type: 'Polygon',
				coordinates: [
					[
						[35, 34],
						[37, 34],
						[37, 36],
						[35, 34]
					]
				]
			},
			properties: { site: 'a', shape: 'ring', actors: 'russia iran', disputed: false }
		}
	]
};

/** A reader's own data, as a search or a window might leave it. */
export const overlayLayer: OverlayLayer = {
	id: 'a1',
	name: 'sites.csv',
	marks: () => Promise.resolve(null),
	shapes: () => Promise.resolve(null),
	version: 3,
	rows: 20,
	hasShapes: true,
	bounds: [36, 33, 40, 36],
	colours: [undefined, '#cf6e78', '#0f7e22', undefined, '#ded05d'],
	off: new Set([2, 7]),
	window: { from: 16_000, to: 17_000 },
	selected: { at: [36.5, 34], radius: null }
};

export const overlays: OverlayLayer[] = [
	overlayLayer,
	{ ...overlayLayer, id: 'b2', colours: [], off: new Set(), window: null, selected: null }
];

/** A view with nothing on it. */
export const view: View = {
	actors: [],
	visibleActors: new Set(),
	selected: null,
	highlighted: null,
	theme: 'light',
	language: 'en',
	insets: { top: 0, right: 0, bottom: 0, left: 0 },
	camera: null,
	measuring: false,
	measured: null,
	circle: null,
	overlays: []
};
