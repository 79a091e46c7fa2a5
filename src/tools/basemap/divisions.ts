/** Lines between the governorates, states or provinces of the countries that the map is about. */
import type { Feature, Position } from 'geojson';
import { mesh } from 'topojson-client';
import {
	feature,
	inOrder,
	linesOf,
	nearestOn,
	polygonsOf,
	tidyLines,
	type Area,
	type Line
} from './geometry';
import type { Land } from './land';
import type { Programs } from './programs';

/** What is taken of a row of Natural Earth's 1:10 million divisions of the first level. */
export interface Division {
	/** ISO 3166-2, such as `SD-KH`; it names the country whatever side holds the land. */
	iso_3166_2: string;
	/** A group of divisions, where the country has so many that they are its second level. */
	region?: string | null;
}
export interface DivisionProperties {
	/** The two divisions. */
	between: string;
}

/** A country with more than this many is drawn by their groups, where they have some. */
const mostDivisions = 90;
/** The coast and the borders are those of another source: an end so many metres from them is led there. */
const farthestEnd = 12_000;

/** The divisions of a country (ISO 3166-1 alpha-2), each under the name that lines are drawn between. */
export function divisionsOf(
	country: string,
	all: readonly Feature<Area, Division>[]
): Feature<Area, { name: string }>[] {
	const own = all.filter(({ properties }) => properties.iso_3166_2.startsWith(`${country}-`));
	const hasGroups = own.length > mostDivisions && own.every(({ properties }) => properties.region);
	return own.map(({ properties, geometry }) =>
		feature({ name: hasGroups ? properties.region! : properties.iso_3166_2 }, geometry)
	);
}

/**
 * The lines between the divisions of a country, from coast to coast and border to border of its land.
 * @param weight as of `Detail`
 */
export async function divisionLines(
	divisions: readonly Feature<Area, { name: string }>[],
	land: readonly Land[],
	{ topology, weigh, simpler, mapshaper }: Programs,
	weight: (triangle: Position[]) => number
): Promise<Feature<Line, DivisionProperties>[]> {
	if (divisions.length < 2 || land.length === 0) return [];
	const topo = simpler(weigh(topology(divisions), weight), 1);
	const geometries = topo.objects.layer.geometries as (LayerGeometry & { properties: { name: string } })[];
	const raw = new Map<string, Position[][]>();
	for (const a of geometries) {
		for (const b of geometries) {
			const [one, other] = [a.properties.name, b.properties.name];
			if (one >= other) continue;
			const { coordinates } = mesh(
				topo,
				{ type: 'GeometryCollection', geometries: [a, b] },
				(p, q) => p !== q
			);
			const between = `${one} ${other}`;
			if (coordinates.length > 0) raw.set(between, [...(raw.get(between) ?? []), ...coordinates]);
		}
	}
	const lines = [...raw].map(([between, coordinates]) =>
		feature({ between }, { type: 'MultiLineString' as const, coordinates })
	);
	const clipped = await mapshaper(lines, '-clip land.json', { land });
	const outline = land.flatMap(({ geometry }) => polygonsOf(geometry).flat());
	const ends = endsOf(lines.flatMap(({ geometry }) => geometry.coordinates));
	return inOrder(
		clipped.map(({ properties, geometry }) => ({
			properties: { between: String(properties.between) },
			geometry: tidyLines(linesOf(geometry).map((line) => ledOut(line, ends, outline)))
		})),
		({ between }) => between
	);
}

type LayerGeometry = ReturnType<Programs['topology']>['objects']['layer']['geometries'][number];

/** How many lines end at a position. */
function endsOf(lines: readonly Position[][]): Map<string, number> {
	const ends = new Map<string, number>();
	for (const line of lines)
		for (const end of [line[0]!, line.at(-1)!]) ends.set(String(end), (ends.get(String(end)) ?? 0) + 1);
	return ends;
}

/** A line whose loose ends, where no other line meets it, are led to the outline of the land if it is near. */
export function ledOut(
	line: readonly Position[],
	ends: ReadonlyMap<string, number>,
	outline: readonly Position[][]
): Position[] {
	const out = [...line];
	for (const side of ['unshift', 'push'] as const) {
		const end = side === 'push' ? out.at(-1)! : out[0]!;
		if (ends.get(String(end)) !== 1) continue;
		const nearest = nearestOn(end, outline, farthestEnd);
		if (nearest && nearest.distance > 20) out[side](nearest.point);
	}
	return out;
}
