/** Where the names of countries stand, and the names: those of Unicode CLDR, which every JavaScript has. */
import type { Feature, Point, Position } from 'geojson';
import type { DegreeBox } from '../../lib/base/antimeridian';
import { boxAbout, feature, inOrder, polygonsOf, ringArea, round } from './geometry';
import type { Land } from './land';
import type { Programs } from './programs';

export type LabelProperties = { kind: 'country'; iso: string; name: string } & Record<string, string>;

/** A country is named where it has at least this share of the map, or of the first view; a small one that is whole in it too. */
const leastShare = 0.0015;

/** @param alpha2 of alpha-3 codes */
export async function countryLabels(
	land: readonly Land[],
	box: DegreeBox,
	languages: readonly string[],
	alpha2: (alpha3: string) => string | undefined,
	{ mapshaper }: Programs
): Promise<Feature<Point, LabelProperties>[]> {
	const all = Math.abs(ringArea(ringOf(box)));
	const largest = land.flatMap(({ properties, geometry }) => {
		const code = alpha2(properties.iso);
		const rings = polygonsOf(geometry).map(([outer]) => outer!);
		const area = rings.reduce((sum, ring) => sum + Math.abs(ringArea(ring)), 0);
		const isWhole = inside(boxAbout(rings.flat()), box);
		if (!code || (area < leastShare * all && !isWhole && !properties.home)) return [];
		const [ring] = rings.sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)));
		return [feature({ iso: properties.iso, code }, { type: 'Polygon' as const, coordinates: [ring!] })];
	});
	const points = await mapshaper(largest, '-points inner');
	return inOrder(
		points.map(({ properties, geometry }) => ({
			properties: {
				kind: 'country' as const,
				iso: String(properties.iso),
				...countryNames(String(properties.code), languages)
			} as LabelProperties,
			geometry: { type: 'Point' as const, coordinates: (geometry as Point).coordinates.map(round) }
		})),
		({ kind, name }) => kind + name
	);
}

const ringOf = ([west, south, east, north]: DegreeBox): Position[] => [
	[west, south],
	[east, south],
	[east, north],
	[west, north],
	[west, south]
];

const inside = (a: DegreeBox, b: DegreeBox) =>
	a[0] > b[0] + 0.01 && a[1] > b[1] + 0.01 && a[2] < b[2] - 0.01 && a[3] < b[3] - 0.01;

/** The names of a country: `name` in the first language, `name_…` in the others where they differ. */
export function countryNames(
	code: string,
	languages: readonly string[]
): { name: string } & Record<string, string> {
	const [first = 'en', ...others] = languages;
	const nameOf = (language: string) =>
		new Intl.DisplayNames([language], { type: 'region', style: 'short', fallback: 'none' }).of(code) ?? code;
	const name = nameOf(first);
	return {
		name,
		...Object.fromEntries(
			others
				.map((language) => [`name_${language}`, nameOf(language)] as const)
				.filter(([, other]) => other !== name)
		)
	};
}
