/** The region of a map from what was asked for: countries or a box. */
import type { DegreeBox } from '../../lib/base/antimeridian';
import { regionOfAreas, type MapRegion } from './region';
import { readAtlas } from './sources';

/**
 * What a map about countries shows first, and how far it reaches. Parts far from the rest are left out, and told.
 * @param countries ISO 3166-1 alpha-2
 * @throws Error where one is not in the atlas
 */
export function regionOfCountries(
	countries: readonly string[],
	say: (line: string) => void = (line) => console.log(line)
): MapRegion {
	const atlas = readAtlas(() => undefined);
	const areas = countries.flatMap((country) => {
		const found = atlas.areasOf(country);
		if (found.length === 0)
			throw new Error(`There is no country ${country}: use the two capitals of ISO 3166-1, such as SD.`);
		return found;
	});
	const { far, ...region } = regionOfAreas(areas);
	if (far.length > 0)
		say(
			`${far.length === 1 ? 'One part' : `${far.length} parts`} far from the rest (at ${far
				.slice(0, 3)
				.map(([west, south]) => `${Math.round(south)}, ${Math.round(west)}`)
				.join('; ')}${far.length > 3 ? ' …' : ''}) are not in the first view: use --bbox to have them in it.`
		);
	return region;
}

/** @throws Error where it is no box */
export function boxFrom(text: string): DegreeBox {
	const numbers = text.split(',').map(Number);
	const [west, south, east, north] = numbers as DegreeBox;
	const isBox =
		numbers.length === 4 &&
		numbers.every(Number.isFinite) &&
		Math.max(Math.abs(west), Math.abs(east)) <= 180 &&
		Math.max(Math.abs(south), Math.abs(north)) <= 85;
	if (!isBox || west === east)
		throw new Error(`“${text}” is no box: write W,S,E,N in degrees, as in 21.8,8.7,38.6,22.2.`);
	if (south >= north) throw new Error(`“${text}” has its south above its north: write W,S,E,N.`);
	return [west, south, east, north];
}
