/** Where countries lie, as Natural Earth draws them at 1:10 million: who holds a place, not who claims it. Pure. */
import { bbox, booleanPointInPolygon, coordAll, pointToPolygonDistance } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { isInBox, widthOf, wrapLongitude } from '../base/antimeridian';
import type { Position } from './schema';

export interface Boundaries {
	/** Whether a country (ISO 3166-1 alpha-2) is drawn. */
	knows(country: string): boolean;
	/** Whether a position lies in a country, or no more than some kilometres outside it. */
	isIn(country: string, position: Position, kilometres: number): boolean;
	/** Whether some of a country lies in a box: [west, south, east, north], west the larger across the antimeridian. */
	reaches(country: string, box: readonly [number, number, number, number]): boolean;
	/** The countries that a position lies in, or no more than some kilometres outside of. */
	countriesAt(position: Position, kilometres: number): string[];
}

/** The atlas of the package world-atlas, 1:10 million. */
export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

type Area = Feature<Polygon | MultiPolygon>;

/** What has no number in ISO 3166-1, as part of what it lies in. */
const unnumbered: Record<string, string> = {
	Kosovo: 'XK',
	'N. Cyprus': 'CY',
	'Cyprus U.N. Buffer Zone': 'CY',
	Akrotiri: 'CY',
	Dhekelia: 'CY',
	Somaliland: 'SO',
	Baikonur: 'KZ'
};

const kilometresPerDegree = 111;

/** Reads an atlas. A country is drawn when it is first asked for. */
export function readBoundaries(atlas: Atlas): Boundaries {
	const shapes = new Map<string, Atlas['objects']['countries']['geometries']>();
	for (const shape of atlas.objects.countries.geometries) {
		const code = codeOf(shape.id, (shape.properties as { name?: string } | undefined)?.name ?? '');
		shapes.set(code, [...(shapes.get(code) ?? []), shape]);
	}
	const drawn = new Map<string, { area: Area; box: number[] }[]>();
	const areasOf = (country: string) => {
		const before = drawn.get(country);
		if (before) return before;
		const areas = (shapes.get(country) ?? []).map((shape) => {
			const area = feature(atlas, shape) as Area;
			return { area, box: bbox(area) };
		});
		drawn.set(country, areas);
		return areas;
	};
	const isIn = (country: string, position: Position, kilometres: number) =>
		areasOf(country).some(
			({ area, box }) =>
				isNear(box, position, kilometres) &&
				(booleanPointInPolygon(position, area) ||
					(kilometres > 0 && pointToPolygonDistance(position, area, { units: 'kilometers' }) <= kilometres))
		);
	return {
		knows: (country) => shapes.has(country),
		isIn,
		reaches: (country, box) => {
			const [west, south, , north] = box;
			const middle = wrapLongitude(west + widthOf(box) / 2);
			return (
				isIn(country, [middle, (south + north) / 2], 0) ||
				areasOf(country).some(({ area }) => coordAll(area).some((position) => isInBox(position, box)))
			);
		},
		countriesAt: (position, kilometres) =>
			[...shapes.keys()].filter((country) => isIn(country, position, kilometres))
	};
}

/** The two letters of a number of ISO 3166-1, by the aliases that every JavaScript has of CLDR; '' where it has none. */
function codeOf(number: string | number | undefined, name: string): string {
	if (number === undefined) return unnumbered[name] ?? '';
	return new Intl.Locale(`und-${String(number).padStart(3, '0')}`).region ?? '';
}

/** Whether a position lies in a box, or so many kilometres around it. */
function isNear([west, south, east, north]: number[], [longitude, latitude]: Position, kilometres: number) {
	const degrees = kilometres / kilometresPerDegree;
	const wide = degrees / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
	return (
		longitude >= west! - wide &&
		longitude <= east! + wide &&
		latitude >= south! - degrees &&
		latitude <= north! + degrees
	);
}
