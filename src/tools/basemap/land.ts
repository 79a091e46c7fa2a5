/** Land and borders, as OpenStreetMap draws who holds what. */
import type { Feature, Position } from 'geojson';
import { feature as fromTopology, mesh } from 'topojson-client';
import type { DegreeBox } from '../../lib/base/antimeridian';
import type { Detail } from './detail';
import { holders, isDisputed } from './disputed';
import {
	boxAbout,
	feature,
	innerPoint,
	inOrder,
	isIn,
	isInArea,
	linesOf,
	meet,
	polygonsOf,
	ringArea,
	tidyLines,
	tidyPolygons,
	type Area,
	type Line
} from './geometry';
import type { Layer, Programs } from './programs';

export interface LandProperties {
	/** ISO 3166-1 alpha-3; several, joined by spaces, where several hold the same land. */
	iso: string;
	/** On the countries that the map is about. */
	home?: true;
}
export interface BorderProperties {
	disputed: boolean;
	/** The two lands, as `SDN-SSD`. */
	between: string;
}
export type Land = Feature<Area, LandProperties>;
export type Border = Feature<Line, BorderProperties>;

/** Land held by several is drawn apart from this many square kilometres; smaller is where lines of two sources differ. */
const leastShared = 60;

/** What is known of land besides: from an atlas at a smaller scale, longitudes unwrapped. */
export interface RoughLand {
	/** By alpha-3 code. */
	countries: readonly Feature<Area, { iso: string }>[];
	isLand: (position: Position) => boolean;
}

/**
 * The countries of a box, each piece of land once. Islands that the source lacks are taken from the atlas, and land that
 * lies between countries and belongs to none has no code.
 * @param countries with their alpha-3 code, longitudes unwrapped
 * @returns the land, and how many islands are from the atlas
 */
export async function mosaicOf(
	countries: readonly Feature<Area, { iso: string }>[],
	rough: RoughLand,
	box: DegreeBox,
	{ mapshaper }: Programs
): Promise<{ land: Feature<Area, { iso: string }>[]; islands: number }> {
	const near = pieces(countries, box);
	const boxes = near.map(({ geometry }) => boxAbout(geometry.coordinates[0]!));
	const isKnown = (at: Position) =>
		near.some(({ geometry }, index) => isIn(at, boxes[index]!) && isInArea(at, geometry));
	const islands = pieces(rough.countries, box).filter(({ geometry: { coordinates } }) => {
		const [outer] = coordinates;
		return Math.abs(ringArea(outer!)) > leastShared && !isKnown(innerPoint(outer!));
	});
	const tiles = await mapshaper(
		[...near, ...islands],
		`-clip bbox=${box.join(',')} -mosaic calc='iso = collect(iso)' -explode`
	);
	const named = tiles.flatMap(({ properties, geometry }) => {
		const iso = holders((properties.iso as string[] | null) ?? []);
		const [outer] = polygonsOf(geometry)[0] ?? [];
		if (!outer) return [];
		const size = Math.abs(ringArea(outer));
		// What countries enclose and none holds is a bay, or land of nobody.
		if (iso.length === 0)
			return size > leastShared && rough.isLand(innerPoint(outer)) ? [feature({ iso: '' }, geometry)] : [];
		return [feature({ iso: size < leastShared ? iso[0]! : iso.join(' ') }, geometry)];
	});
	return {
		land: (await mapshaper(named, '-dissolve2 iso')) as Feature<Area, { iso: string }>[],
		islands: islands.length
	};
}

/** The polygons of areas that meet a box, each alone. */
function pieces(areas: readonly Feature<Area, { iso: string }>[], box: DegreeBox) {
	return areas.flatMap(({ properties, geometry }) =>
		polygonsOf(geometry)
			.filter(([outer]) => meet(boxAbout(outer!), box))
			.map((coordinates) => feature(properties, { type: 'Polygon' as const, coordinates }))
	);
}

/** Land that is simplified with lines shared between neighbours, so that no gap opens between them. */
export async function simplerLand(
	weighed: Layer,
	home: ReadonlySet<string>,
	{ simpler, mapshaper }: Programs,
	detail: Detail,
	coarser: number
): Promise<Land[]> {
	const simple = simpler(weighed, coarser ** 2);
	// Simplifying can make a narrow inlet cross itself.
	const clean = await mapshaper(
		fromTopology(simple, simple.objects.layer).features as Feature<Area, { iso: string }>[],
		'-clean'
	);
	return inOrder(
		clean.map(({ properties, geometry }) => {
			const iso = String(properties.iso);
			const isHome = iso.split(' ').some((code) => home.has(code));
			return {
				properties: { iso, ...(isHome && { home: true as const }) },
				geometry: tidyPolygons(polygonsOf(geometry), detail.least('island'))
			};
		}),
		({ iso }) => iso
	);
}

/** What two lands share: coasts and the edges of the box belong to one only. */
export function bordersOf(land: readonly Land[], { topology }: Programs): Border[] {
	const topo = topology(land);
	const geometries = topo.objects.layer.geometries as (LayerGeometry & { properties: LandProperties })[];
	const borders = geometries.flatMap((a) =>
		geometries.flatMap((b) => {
			const [one, other] = [a.properties.iso, b.properties.iso];
			if (one >= other) return [];
			const shared = mesh(topo, { type: 'GeometryCollection', geometries: [a, b] }, (p, q) => p !== q);
			return parted(shared.coordinates, one, other);
		})
	);
	return inOrder(borders, ({ between, disputed }) => `${between} ${disputed}`);
}

type LayerGeometry = Layer['objects']['layer']['geometries'][number];

/** A line between two lands by what of it is disputed: each piece by its middle. */
function parted(lines: Position[][], one: string, other: string) {
	const between = `${one}-${other}`;
	return [false, true].map((disputed) => ({
		properties: { disputed, between },
		geometry: tidyLines(
			lines.flatMap((line) => stretches(line, (at) => isDisputed(one, other, at) === disputed))
		)
	}));
}

/** The stretches of a line whose segments lie where something holds. */
export function stretches(line: readonly Position[], holds: (middle: Position) => boolean): Position[][] {
	const found: Position[][] = [];
	let current: Position[] | null = null;
	for (let i = 0; i + 1 < line.length; i++) {
		const [a, b] = [line[i]!, line[i + 1]!];
		if (!holds([(a[0]! + b[0]!) / 2, (a[1]! + b[1]!) / 2])) current = null;
		else if (current) current.push(b);
		else found.push((current = [a, b]));
	}
	return found;
}

/** Lines of a breakaway land towards the country that it is counted to, from an atlas that draws it apart. */
export function breakawayLines(
	atlas: { topology: Layer; nameOf: (geometry: LayerGeometry) => string },
	breakaway: Readonly<Record<string, string>>,
	toMap: (lines: Position[][]) => Position[][]
): Border[] {
	const { geometries } = atlas.topology.objects.layer;
	const apart = geometries.filter((geometry) => atlas.nameOf(geometry) in breakaway);
	const borders = apart.flatMap((geometry) => {
		const parent = breakaway[atlas.nameOf(geometry)]!;
		const others = geometries.filter(
			(other) =>
				other !== geometry && (atlas.nameOf(other) === parent || breakaway[atlas.nameOf(other)] === parent)
		);
		return others.map((other) => ({
			properties: { disputed: true, between: `${parent}-${parent}` },
			geometry: tidyLines(
				toMap(
					linesOf(
						mesh(
							atlas.topology,
							{ type: 'GeometryCollection', geometries: [geometry, other] },
							(a, b) => a !== b
						)
					)
				)
			)
		}));
	});
	return inOrder(borders, ({ between }) => between);
}
