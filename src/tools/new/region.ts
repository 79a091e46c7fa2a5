/** The region of a new data set, and a spot in it for a first, made-up place. */
import { unwrapBox, wrapLongitude, type DegreeBox } from '../../lib/base/antimeridian';
import type { Boundaries } from '../../lib/geodata/boundaries';
import { countryName } from '../../lib/geodata/names';
import type { Position } from '../../lib/geodata/schema';
import { boxFrom, regionOfCountries } from '../basemap/asked';
import { regionOfView, type MapRegion } from '../basemap/region';

export interface NewRegion extends MapRegion {
	/** ISO 3166-1 alpha-2. */
	countries: string[];
	/** As in a sentence about what lies there: in Syria. */
	where: string;
}

/** So many spots of a box are looked at, in each direction. */
const steps = 24;

/**
 * The region of countries, of a box (W,S,E,N), or of a box about countries.
 * @throws Error with a sentence where it is neither
 */
export function regionFor(
	{ country, bbox, where }: { country?: string; bbox?: string; where?: string },
	boundaries: Boundaries,
	say: (line: string) => void
): NewRegion {
	const named =
		country
			?.toUpperCase()
			.split(/[\s,]+/)
			.filter(Boolean) ?? [];
	const unknown = named.find((code) => !boundaries.knows(code));
	if (unknown)
		throw new Error(`There is no country ${unknown}: use the two capitals of ISO 3166-1, such as SD.`);
	if (named.length === 0 && !bbox) throw new Error('Say which region: --country SD, or --bbox=W,S,E,N.');
	const region = bbox ? regionOfView(boxFrom(bbox)) : regionOfCountries(named, say);
	const countries = named.length > 0 ? named : countriesIn(region.view, boundaries);
	if (countries.length === 0)
		throw new Error('There is no country in that box: say which it is about, --country SD.');
	return { ...region, countries, where: where ?? `in ${listed(countries)}` };
}

const listed = (codes: readonly string[]) => new Intl.ListFormat('en').format(codes.map(countryName));

/** The countries of a box, the one with most of it first. */
function countriesIn(view: DegreeBox, boundaries: Boundaries): string[] {
	const counts = new Map<string, number>();
	for (const position of spotsIn(view))
		for (const code of boundaries.countriesAt(position, 0))
			if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
	return [...counts].sort(([, a], [, b]) => b - a).map(([code]) => code);
}

/** A spot on land of the first of the countries that has one in the first view, as near its middle as can be. */
export function spotIn({ view, countries }: NewRegion, boundaries: Boundaries): Position | null {
	for (const country of countries)
		// Of small islands a spot may be beside one.
		for (const kilometres of [0, 4]) {
			const found = spotsIn(view).find((position) => boundaries.isIn(country, position, kilometres));
			if (found) return found;
		}
	return null;
}

/** Spots of a box, those in its middle first. */
function spotsIn(view: DegreeBox): Position[] {
	const [west, south, east, north] = unwrapBox(view);
	const parts = Array.from({ length: steps }, (_, index) => (index + 0.5) / steps);
	const spots = parts.flatMap((x) => parts.map((y): [number, number] => [x, y]));
	const fromMiddle = ([x, y]: [number, number]) => Math.hypot(x - 0.5, y - 0.5);
	const short = (degrees: number) => Number(degrees.toFixed(2));
	return spots
		.sort((a, b) => fromMiddle(a) - fromMiddle(b))
		.map(([x, y]) => [short(wrapLongitude(west + x * (east - west))), short(south + y * (north - south))]);
}
