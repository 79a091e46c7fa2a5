import { describe, expect, it } from 'vitest';
import { gazetteerKey } from '../../../../src/lib/draft/gazetteer/key';
import { gather } from '../../../../src/tools/gazetteer/build';
import type { Collection } from '../../../../src/tools/gazetteer/collect';
import { middleOf } from '../../../../src/tools/gazetteer/positions';
import type { Sources, Town } from '../../../../src/tools/gazetteer/sources';
import { townSpellings } from '../../../../src/tools/gazetteer/spellings';

let id = 0;
const town = (name: string, given: Partial<Town> = {}): Town => ({
	id: String(id++),
	name,
	ascii: name,
	aliases: [],
	latitude: 40,
	longitude: 20,
	code: 'PPL',
	country: 'FR',
	division: '01',
	district: '',
	population: 20_000,
	...given
});

/** Sources with the towns that the table of spellings asks for, and these. */
function sources(towns: Town[], given: Partial<Sources> = {}): Sources {
	const asked = townSpellings.map(({ country, name }) => town(name, { country, division: '99' }));
	return {
		towns: [...asked, ...towns],
		divisions: [],
		districts: [],
		airports: [],
		territories: { en: { FR: 'France', SY: 'Syria' }, ar: { FR: 'فرنسا', SY: 'سوريا' } },
		numbers: { FR: '250', SY: '760' },
		outlines: [],
		...given
	};
}

/** Name and weight of each place that a name may mean. */
function meant({ keys, places }: Collection, name: string): [string, number][] {
	return [...(keys.get(gazetteerKey(name)) ?? [])].map(([row, weight]) => [places[row]!.name, weight]);
}

describe('the gathered gazetteer', () => {
	it('has towns by their names, and larger ones by aliases in Latin letters for less', () => {
		const collection = gather(
			sources([
				town('Köln', {
					ascii: 'Koeln',
					aliases: ['Cologne', 'KLN', 'kln', 'kyln', 'Кёльн', 'Oppidum'],
					population: 900_000
				}),
				town('Dorf', { aliases: ['Village'], population: 900 }),
				town('Weiler', { population: 400 })
			])
		);
		expect(meant(collection, 'koln')).toEqual([['Köln', 1]]);
		expect(meant(collection, 'Koeln')).toEqual([['Köln', 1]]);
		expect(meant(collection, 'Cologne')).toEqual([['Köln', 0.7]]);
		expect(meant(collection, 'Dorf')).toEqual([['Dorf', 1]]);
		for (const none of ['KLN', 'kyln', 'Кёльн', 'Village', 'Weiler'])
			expect(meant(collection, none)).toEqual([]);
	});

	it('has Arabic names in the region, and of cities elsewhere', () => {
		const collection = gather(
			sources([
				town('Kafr', { country: 'SY', aliases: ['كفر زيتا', 'محافظة حماة'], population: 0 }),
				town('Al Bab', { country: 'SY', aliases: ['الباب'], population: 130_000 }),
				town('Lyon', { aliases: ['ليون', 'لیون', 'لوڕ'], population: 500_000 }),
				town('Dijon', { aliases: ['ديجون'], population: 90_000 })
			])
		);
		expect(meant(collection, 'كَفر زيتا')).toEqual([['Kafr', 0.9]]);
		expect(meant(collection, 'محافظة حماة')).toEqual([]);
		expect(meant(collection, 'الباب')).toEqual([['Al Bab', 0.9]]);
		expect(meant(collection, 'باب')).toEqual([['Al Bab', 0.5]]);
		expect(meant(collection, 'ليون')).toEqual([['Lyon', 0.9]]);
		expect(meant(collection, 'يون')).toEqual([]);
		expect(meant(collection, 'لوڕ')).toEqual([]);
		expect(meant(collection, 'ديجون')).toEqual([]);
		expect(meant(collection, 'فرنسا')).toEqual([['France', 1]]);
	});

	it('puts a division in the middle of its towns, with and without the word', () => {
		const collection = gather(
			sources(
				[
					town('A', { country: 'SY', division: '10', latitude: 35, longitude: 36 }),
					town('B', { country: 'SY', division: '10', latitude: 36, longitude: 38 })
				],
				{
					divisions: [
						{ code: 'SY.10', name: 'Hama' },
						{ code: 'SY.77', name: 'Nowhere' }
					]
				}
			)
		);
		expect(collection.places.find(({ name }) => name === 'Hama')).toMatchObject({
			latitude: 35.5,
			longitude: 37,
			kind: 'division',
			division: '10',
			population: 40_000
		});
		for (const name of ['Hama', 'Hama Governorate', 'حماة', 'محافظة حماة']) {
			expect(meant(collection, name), name).toEqual([['Hama', 1]]);
		}
		expect(meant(collection, 'Nowhere')).toEqual([]);
	});

	it('calls a division around the region as its seat, in Arabic too, where it is named after it', () => {
		const oman = { country: 'OM', division: '06', population: 10 };
		const collection = gather(
			sources(
				[
					town('Muscat', { ...oman, code: 'PPLC', aliases: ['Maskat', 'مسقط', 'Masqat'] }),
					town('Suwayq', { ...oman, population: 600, aliases: ['السويق'] }),
					town('Nizwa', { ...oman, division: '07', code: 'PPLA', aliases: ['نزوى'] })
				],
				{
					divisions: [
						{ code: 'OM.06', name: 'Muscat' },
						{ code: 'OM.07', name: 'Interior' }
					]
				}
			)
		);
		const kindsOf = (name: string) =>
			[...(collection.keys.get(gazetteerKey(name))?.keys() ?? [])].map((row) => collection.places[row]!.kind);
		expect(kindsOf('مسقط')).toEqual(['capital', 'division']);
		expect(kindsOf('محافظة مسقط')).toEqual(['division']);
		expect(kindsOf('نزوى')).toEqual(['seat']);
		expect(kindsOf('السويق')).toEqual(['town']);
		expect(kindsOf('Maskat')).toEqual([]);
	});

	it('has airports by name, by the names they go by, and by ICAO code', () => {
		const airport = {
			latitude: 1,
			longitude: 2,
			country: 'SY',
			icao: 'OSXX',
			keywords: ['Old Field Airport', 'Somewhere', 'مطار قديم']
		};
		const collection = gather(sources([], { airports: [{ ...airport, name: 'Some Air Base' }] }));
		for (const name of [
			'Some Air Base',
			'Some Airbase',
			'Some military airport',
			'Old Field Airport',
			'مطار قديم'
		]) {
			expect(
				meant(collection, name).map(([found]) => found),
				name
			).toEqual(['Some Air Base']);
		}
		expect(meant(collection, 'Somewhere')).toEqual([]);
		const row = collection.abbreviations.get('OSXX')!;
		expect(collection.places[row]).toMatchObject({ name: 'Some Air Base', kind: 'military' });
	});

	it('says which town of the table of spellings is missing', () => {
		const missing = { ...sources([]), towns: [] };
		expect(() => gather(missing)).toThrow('GeoNames has no town “Deir ez-Zor” in SY.');
	});
});

it('the middle of a country is that of its largest part, none across the 180th meridian', () => {
	const square = (west: number, south: number, size: number) => [
		[west, south],
		[west + size, south],
		[west + size, south + size],
		[west, south + size],
		[west, south]
	];
	const across = [
		[179, 0],
		[-179, 0],
		[-179, 50],
		[179, 50],
		[179, 0]
	];
	const geometry = {
		type: 'MultiPolygon' as const,
		coordinates: [[square(0, 0, 1)], [square(10, 20, 4)], [across]]
	};
	const { latitude, longitude } = middleOf({ number: '1', geometry });
	expect(latitude).toBeCloseTo(22);
	expect(longitude).toBeCloseTo(12);
});
