import { describe, expect, it } from 'vitest';
import type { PlaceRecord, Position } from '../../../../src/lib/geodata/schema';
import { checkCountries } from '../../../../src/lib/geodata/validate/countries';
import { readRecords } from '../../../../src/lib/geodata/validate/reading';
import { boundaries } from '../../../../src/lib/server/boundaries';
import { readSourceFiles } from '../../../../src/lib/server/geodata';

const atlas = boundaries();
const reading = readRecords(readSourceFiles());
const messagesFor = (record: PlaceRecord) =>
	[...checkCountries({ ...reading, places: [{ file: 'x', at: '', record }] }, atlas)].map(
		({ at, message }) => `${at}  ${message}`
	);
const first = new Set(reading.snapshots[0]!.record.places.map(({ id }) => id));
const template = reading.places.find(({ record }) => record.id === 'hmeimim')!.record;
const at = (coordinates: Position, properties: Partial<PlaceRecord['properties']> = {}): PlaceRecord => ({
	...template,
	geometry: { type: 'Point', coordinates },
	properties: { ...template.properties, alternatives: [], ...properties }
});
const precision = (where_prec: 1 | 3 | 7, radius_km: number) => ({ where_prec, radius_km, reason: 'x' });

describe('the atlas', () => {
	it.each<[string, Position, number, string[]]>([
		['Damascus', [36.2913, 33.5102], 0, ['SY']],
		['the north of Cyprus, which has no number of its own', [33.36, 35.3], 0, ['CY']],
		['the sea', [34.5, 34.5], 0, []],
		['a few kilometres off the coast', [35.69, 35.52], 20, ['SY']],
		['the other side of the day line', [-179.9, 66.5], 0, ['RU']]
	])('knows where %s lies', (_, position, kilometres, countries) => {
		expect(atlas.countriesAt(position, kilometres)).toEqual(countries);
	});
});

describe('a place', () => {
	it('of our own lies where its record says, and is told once its point is swapped', () => {
		for (const { record } of reading.places) {
			expect(messagesFor(record), record.id).toEqual([]);
			const { id, geometry, properties } = record;
			// Of later ones the record may name another country, or be as far north as east.
			if (!first.has(id)) continue;
			if (geometry?.type !== 'Point' || properties.precision.where_prec > 2) continue;
			const [longitude, latitude] = geometry.coordinates;
			expect(messagesFor(at([latitude, longitude])), record.id).toEqual([
				expect.stringContaining('looks swapped: the other way round it lies in Syria')
			]);
		}
	});

	it('may lie as far outside as the atlas is rough and the place is vague, and no farther', () => {
		const off: Position = [35.6, 34.9];
		expect(messagesFor(at(off, { precision: precision(1, 1) }))).toEqual([
			'geometry.coordinates  [35.6, 34.9] lies in the sea, not in Syria'
		]);
		expect(messagesFor(at(off, { precision: precision(3, 40) }))).toEqual([]);
	});

	it('in another country is told, unless the record names that', () => {
		const mosul: Position = [43.13, 36.34];
		expect(messagesFor(at(mosul))).toEqual([
			'geometry.coordinates  [43.13, 36.34] lies in Iraq, not in Syria'
		]);
		expect(messagesFor(at(mosul, { countries: ['SY', 'IQ'] }))).toEqual([]);
	});

	it('at sea, in no country that can be named, or foreign and on land, is not told', () => {
		const sea: Position = [34.5, 34.5];
		expect(messagesFor(at(sea, { precision: precision(7, 10) }))).toEqual([]);
		expect(messagesFor(at(sea, { countries: [] }))).toEqual([]);
		expect(messagesFor(at([37.62, 55.75], { foreign: true }))).toEqual([]);
		expect(messagesFor(at(sea, { foreign: true }))).toEqual([
			'geometry.coordinates  [34.5, 34.5] lies in the sea'
		]);
	});

	it('that is drawn as an area is held to it at each corner', () => {
		const corner: Position = [32, 34];
		const ring: Position[] = [[36, 35], [36.5, 35], corner, [36, 35]];
		const area: PlaceRecord = { ...at([36, 35]), geometry: { type: 'Polygon', coordinates: [ring] } };
		expect(messagesFor(area)).toEqual(['geometry.coordinates[0][2]  [32, 34] lies in the sea, not in Syria']);
	});
});
