/**
 * Whether places lie in the countries that their records name, or at least on land. It tells what the region of the map
 * can't: coordinates that are swapped, or have a digit too many, may lie in it as well.
 */
import type { Boundaries } from '../boundaries';
import type { Region } from '../datasetSchema';
import { countryName } from '../names';
import type { PlaceRecord, Position } from '../schema';
import { isInRegion, positionsIn } from './places';
import { quoted } from './problem';
import type { Problem } from './problem';
import type { Reading } from './reading';

/**
 * How far outside a position may lie, in kilometres. The atlas is drawn at 1:10 million, where a line is off by a few
 * kilometres: of a coast and borders by up to two, by our own positions. Areas and lines are drawn by
 * hand, across bays and along borders that nobody knows better.
 */
const tolerance = { point: 5, shape: 25 } as const;

type Fault = Omit<Problem, 'file'>;

export function* checkCountries({ places, dataset }: Reading, boundaries: Boundaries): Iterable<Problem> {
	// That it is missing is told, and where places lie can only be checked with it.
	if (!dataset) return;
	for (const { file, record } of places) {
		const fault = faultOf(record, dataset.region, boundaries);
		if (fault) yield { file, ...fault };
	}
}

/** One fault for all positions of a place: the others are wrong in the same way. */
function faultOf(
	{ geometry, properties }: PlaceRecord,
	region: Region,
	boundaries: Boundaries
): Fault | null {
	const { foreign, precision, alternatives } = properties;
	const countries = properties.countries ?? (foreign ? null : region.countries);
	const unknown = countries?.findIndex((code) => !boundaries.knows(code)) ?? -1;
	// Of those of the data set that is told once, where they stand.
	if (unknown !== -1 && !properties.countries) return null;
	if (unknown !== -1) {
		const message = `there is no country ${quoted(countries![unknown]!)} in the atlas`;
		const fix = 'use the two capitals of ISO 3166-1';
		return { at: `properties.countries[${unknown}]`, message, fix };
	}
	// At sea or in the air (where_prec 7), or said to be in no country.
	if (precision.where_prec === 7 || countries?.length === 0) return null;
	const isPoint = geometry?.type === 'Point';
	const kilometres = isPoint ? tolerance.point + (precision.radius_km ?? 0) : tolerance.shape;
	const isRight = (position: Position, within: number) =>
		countries === null
			? boundaries.countriesAt(position, within).length > 0
			: countries.some((country) => boundaries.isIn(country, position, within));
	for (const [path, position] of geometry ? positionsIn(geometry) : []) {
		if (isRight(position, kilometres)) continue;
		// That is said already.
		if (!foreign && !isInRegion(position, region)) return null;
		const isSwapped = isRight([position[1], position[0]], 0);
		return isSwapped ? swapped(path, position, countries) : outside(path, position, countries, boundaries);
	}
	// What sources say may be anywhere; what was typed the wrong way round is not what they say.
	for (const [index, { position }] of alternatives.entries()) {
		if (isRight(position, tolerance.shape) || !isRight([position[1], position[0]], 0)) continue;
		return swapped(`properties.alternatives[${index}].position`, position, countries);
	}
	return null;
}

function swapped(path: string, [longitude, latitude]: Position, countries: readonly string[] | null): Fault {
	const where = countries ? `in ${countryNames(countries)}` : 'on land';
	const message = `[${longitude}, ${latitude}] looks swapped: the other way round it lies ${where}`;
	return { at: path, message, fix: 'write the longitude first, then the latitude' };
}

function outside(
	path: string,
	position: Position,
	countries: readonly string[] | null,
	boundaries: Boundaries
): Fault {
	const found = boundaries.countriesAt(position, 0).filter((code) => code !== '');
	const where = found.length > 0 ? `in ${countryNames(found)}` : 'in the sea';
	const message = `[${position.join(', ')}] lies ${where}${countries ? `, not in ${countryNames(countries)}` : ''}`;
	const other = found.length > 0 ? 'name the country in properties.countries' : 'say where_prec 7 (at sea)';
	return { at: path, message, fix: `correct it, or ${other}` };
}

/** “Syria or Iraq”. */
function countryNames(codes: readonly string[]): string {
	return codes.map(countryName).join(' or ');
}
