/** Whether the region of the map is what it says: its box about its countries, and the first view in it. */
import { isInBox, widthOf } from '../../base/antimeridian';
import type { Boundaries } from '../boundaries';
import type { Region } from '../datasetSchema';
import { countryName } from '../names';
import type { Problem } from './problem';
import type { Reading } from './reading';

type Box = Region['box'];
type Fault = Omit<Problem, 'file'>;

export function* checkRegion({ dataset }: Reading, boundaries: Boundaries): Iterable<Problem> {
	if (!dataset) return;
	for (const fault of faultsOfRegion(dataset.region, boundaries)) yield { file: 'dataset.json', ...fault };
}

export function* faultsOfRegion({ box, view, countries }: Region, boundaries: Boundaries): Iterable<Fault> {
	const known = countries.filter((country) => boundaries.knows(country));
	for (const country of countries) {
		if (known.includes(country)) continue;
		const at = `region.countries[${countries.indexOf(country)}]`;
		const message = `there is no country ${country} in the atlas`;
		yield { at, message, fix: 'use the two capitals of ISO 3166-1, such as FJ' };
	}
	const isAbout = (other: Box) => known.some((country) => boundaries.reaches(country, other));
	if (known.length === 0) return;
	if (!isAbout(box)) {
		const [west, south, east, north] = box;
		const home = known.map(countryName).join(' and ');
		const message = `the box leaves out ${home}`;
		// The other way round every box that misses a country holds it: a swapped one is no larger than half of the world.
		if (widthOf([east, south, west, north]) <= 180 && isAbout([east, south, west, north])) {
			const fix = `west and east look swapped: write [${[east, south, west, north].join(', ')}]`;
			yield { at: 'region.box', message, fix };
		} else if (south < north && isAbout([south, west, north, east])) {
			const fix = `latitude and longitude look swapped: write [${[south, west, north, east].join(', ')}]`;
			yield { at: 'region.box', message, fix };
		} else
			yield {
				at: 'region.box',
				message,
				fix: 'write west, south, east, north in degrees; npm run basemap -- --country CODE says which box is about a country'
			};
		return;
	}
	const corners: [number, number][] = [
		[view[0], view[1]],
		[view[2], view[3]]
	];
	if (corners.every((corner) => isInBox(corner, box)) && widthOf(view) <= widthOf(box)) return;
	yield {
		at: 'region.view',
		message: 'the first view reaches beyond the box',
		fix: 'make the box larger, or the view smaller: [west, south, east, north]'
	};
}
