/** Lakes and wide rivers as areas, from OpenStreetMap; other rivers as lines, from Natural Earth at 1:50 million. */
import type { Feature, Position } from 'geojson';
import { feature as fromTopology } from 'topojson-client';
import type { DegreeBox } from '../../lib/base/antimeridian';
import type { Detail } from './detail';
import {
	boxAbout,
	feature,
	inOrder,
	linesOf,
	meet,
	polygonsOf,
	ringArea,
	tidyLines,
	tidyPolygons,
	type Area,
	type Line
} from './geometry';
import { stretches } from './land';
import type { Layer, Programs } from './programs';

/** What is larger, in square kilometres, is a sea and has a coast of its own. */
const leastSea = 20_000;
/** Degrees about a river's area in which its line at a smaller scale is left out. */
const aside = 0.08;

/** The areas of water of a box, each whole: the source cuts them into tiles. */
export async function waterAreas(
	polygons: readonly Position[][][],
	box: DegreeBox,
	{ mapshaper }: Programs
): Promise<Feature<Area, Record<string, unknown>>[]> {
	const near = polygons
		.filter(([outer]) => meet(boxAbout(outer!), box) && Math.abs(ringArea(outer!)) < leastSea)
		.map((coordinates) => feature({}, { type: 'Polygon' as const, coordinates }));
	if (near.length === 0) return [];
	const whole = await mapshaper(near, `-clip bbox=${box.join(',')} -dissolve2 -explode`);
	return whole as Feature<Area, Record<string, unknown>>[];
}

/** Those that are large enough, simplified. */
export function simplerWater(
	areas: readonly Feature<Area, Record<string, unknown>>[],
	{ topology, weigh, simpler }: Programs,
	detail: Detail
): Feature<Area, Record<string, never>>[] {
	const [lake, hole] = [detail.least('lake'), detail.least('hole')];
	const large = areas.filter(({ geometry }) => {
		const outer = polygonsOf(geometry)[0]![0]!;
		return Math.abs(ringArea(outer)) >= lake(outer[0]!);
	});
	if (large.length === 0) return [];
	const simple: Layer = simpler(weigh(topology(large), detail.weight), 1);
	return inOrder(
		fromTopology(simple, simple.objects.layer).features.map(({ geometry }) => ({
			properties: {},
			geometry: tidyPolygons(polygonsOf(geometry), hole)
		})),
		() => ''
	);
}

/** The rivers of a box as lines, without what runs along an area of water. */
export async function riverLines(
	lines: readonly Position[][],
	areas: readonly Feature<Area, unknown>[],
	box: DegreeBox,
	{ mapshaper, topology, weigh, simpler }: Programs,
	detail: Detail
): Promise<Feature<Line, { rank: number }>[]> {
	const near = lines
		.filter((line) => meet(boxAbout(line), box))
		.map((coordinates) => feature({}, { type: 'LineString' as const, coordinates }));
	if (near.length === 0) return [];
	const clipped = await mapshaper(near, `-clip bbox=${box.join(',')}`);
	const wet = cellsOf(areas.flatMap(({ geometry }) => polygonsOf(geometry).flat(2)));
	const dry = clipped
		.flatMap(({ geometry }) => linesOf(geometry))
		.flatMap((line) => stretches(dense(line), (middle) => !wet.has(cellOf(middle))))
		.filter((line) => line.length > 3)
		.map((coordinates) => feature({}, { type: 'LineString' as const, coordinates }));
	if (dry.length === 0) return [];
	const simple: Layer = simpler(weigh(topology(dry), detail.weight), 1);
	return inOrder(
		fromTopology(simple, simple.objects.layer).features.map(({ geometry }) => ({
			properties: { rank: 2 },
			geometry: tidyLines(linesOf(geometry))
		})),
		() => ''
	);
}

const cellOf = ([x, y]: Position) => `${Math.round(x! / aside)} ${Math.round(y! / aside)}`;

/** The cells of a grid that positions lie in, with those about them. */
function cellsOf(positions: readonly Position[]): Set<string> {
	const cells = new Set<string>();
	for (const [x, y] of positions)
		for (const dx of [-aside, 0, aside])
			for (const dy of [-aside, 0, aside]) cells.add(cellOf([x! + dx, y! + dy]));
	return cells;
}

/** A line with a position at least every half of a cell. */
function dense(line: readonly Position[]): Position[] {
	return line.flatMap((at, index) => {
		const next = line[index + 1];
		if (!next) return [at];
		const steps = Math.max(1, Math.ceil((2 * Math.hypot(next[0]! - at[0]!, next[1]! - at[1]!)) / aside));
		return Array.from({ length: steps }, (_, step) => [
			at[0]! + ((next[0]! - at[0]!) * step) / steps,
			at[1]! + ((next[1]! - at[1]!) * step) / steps
		]);
	});
}
