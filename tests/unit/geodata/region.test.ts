import { expect, it } from 'vitest';
import { faultsOfRegion } from '../../../src/lib/geodata/validate/region';
import { faultsOfPlace } from '../../../src/lib/geodata/validate/places';
import type { Region } from '../../../src/lib/geodata/datasetSchema';
import type { PlaceRecord } from '../../../src/lib/geodata/schema';
import { boundaries } from '../../../src/lib/server/boundaries';

const region = (countries: string[], box: Region['box'], view: Region['view'] = box): Region => ({
	where: 'there',
	countries,
	box,
	view
});
const faults = (...given: Parameters<typeof region>) => [...faultsOfRegion(region(...given), boundaries())];

it('is in order about its country, across the antimeridian too', () => {
	expect(faults(['SD'], [8, -7, 52, 36], [21, 8, 39, 23])).toEqual([]);
	expect(faults(['FJ'], [172, -25, -174, -12], [177, -21, -178, -16])).toEqual([]);
	// In the middle of a country, where no corner of its outline lies.
	expect(faults(['RU'], [100, 62, 101, 63])).toEqual([]);
});

it('is said to be swapped, with what to write', () => {
	expect(faults(['SD'], [39, 8, 21, 23])[0]).toMatchObject({
		at: 'region.box',
		message: 'the box leaves out Sudan',
		fix: 'west and east look swapped: write [21, 8, 39, 23]'
	});
	expect(faults(['CL'], [-56, -76, -17, -66])[0]!.fix).toBe(
		'latitude and longitude look swapped: write [-76, -56, -66, -17]'
	);
});

it('is said to be elsewhere, of an unknown country, or smaller than its first view', () => {
	expect(faults(['SD'], [100, 0, 110, 10])[0]!.fix).toContain('npm run basemap -- --country');
	expect(faults(['XX'], [100, 0, 110, 10])[0]).toMatchObject({ at: 'region.countries[0]' });
	expect(faults(['FJ'], [177, -21, -178, -16], [172, -25, -174, -12])[0]).toMatchObject({
		at: 'region.view'
	});
});

it('has places whose outlines are cut at 180', () => {
	const place = (geometry: PlaceRecord['geometry']) =>
		faultsOfPlace(
			{
				geometry,
				properties: {
					drawn: 'line',
					foreign: false,
					alternatives: [],
					precision: { where_prec: 5, radius_km: null, reason: '' }
				}
			} as unknown as PlaceRecord,
			region(['FJ'], [172, -25, -174, -12])
		).map(({ code }) => code);
	expect(
		place({
			type: 'LineString',
			coordinates: [
				[179, -17],
				[-179, -17]
			]
		})
	).toEqual(['uncut']);
	expect(
		place({
			type: 'MultiLineString',
			coordinates: [
				[
					[179, -17],
					[180, -17]
				],
				[
					[-180, -17],
					[-179, -17]
				]
			]
		})
	).toEqual([]);
});
