import { describe, expect, it } from 'vitest';
import type { PlaceRecord } from '../../../../src/lib/geodata/schema';
import { gazetteerKey } from '../../../../src/lib/draft/gazetteer/key';
import { ownPlacesOf, withOwnPlaces, type OwnPlace } from '../../../../src/lib/draft/gazetteer/own';
import { readGazetteer } from '../../../../src/lib/draft/gazetteer/read';
import { loadRecords } from '../../../../src/lib/server/geodata';
import { Collection } from '../../../../src/tools/gazetteer/collect';
import { pack } from '../../../../src/tools/gazetteer/pack';
import { validDirectory } from '../../records';

const collection = new Collection();
const town = {
	latitude: 35,
	longitude: 36,
	country: 'SY',
	division: '14',
	kind: 'town',
	population: 100
} as const;
collection.name(collection.add({ ...town, name: 'Tartus' }), 'Tartus', 1);
collection.name(collection.add({ ...town, name: 'Port', population: 5, latitude: 10 }), 'Northport', 1);
collection.name(collection.add({ ...town, name: 'Northport', population: 900 }), 'Northport', 0.5);
collection.abbreviations.set('OSLK', 0);
const packed = readGazetteer(pack(collection));

const place = (id: string, names: string[], position: OwnPlace['position'] = [37, 34]): OwnPlace => ({
	id,
	name: names[0]!,
	names,
	position
});
const knowing = (...places: OwnPlace[]) => withOwnPlaces(packed, places);

/** Ids of own places, and names of others. */
function found(gazetteer: ReturnType<typeof knowing>, name: string): string[] | undefined {
	return gazetteer
		.candidates(gazetteerKey(name))
		?.map((candidate) => gazetteer.place(candidate.place))
		.map((each) => each.ownId ?? each.name);
}

describe('a gazetteer with the places of a data set', () => {
	it('has them before others of the same name, with full weight', () => {
		const gazetteer = knowing(place('tartus-port', ['Tartus sea port', 'Tartus']));
		expect(found(gazetteer, 'Tartus')).toEqual(['tartus-port', 'Tartus']);
		const [own] = gazetteer.candidates('tartus')!;
		expect(own!.weight).toBe(1);
		expect(gazetteer.place(own!.place)).toEqual({
			name: 'Tartus sea port',
			latitude: 34,
			longitude: 37,
			country: '',
			division: '',
			kind: 'own',
			population: 0,
			ownId: 'tartus-port'
		});
	});

	it('gives one without a position that of its name, else that of the last word of it', () => {
		const gazetteer = knowing(
			place('north', ['Northport'], null),
			place('around', ['Hills around Tartus'], null),
			place('nowhere', ['Somewhere else'], null)
		);
		const positionOf = (name: string) => {
			const own = gazetteer
				.candidates(gazetteerKey(name))
				?.map((candidate) => gazetteer.place(candidate.place))
				.find(({ ownId }) => ownId);
			return own && [own.latitude, own.longitude, own.country];
		};
		expect(positionOf('Northport')).toEqual([35, 36, 'SY']);
		expect(positionOf('Hills around Tartus')).toEqual([35, 36, 'SY']);
		expect(positionOf('Somewhere else')).toBeUndefined();
	});

	it('finds them by every name, in Latin and in Arabic letters', () => {
		const gazetteer = knowing(
			place('base', ['Hmeimim (Khmeimim) Air Base', 'قاعدة حميميم الجوية', 'حميميم', 'Al-Tanf'])
		);
		for (const name of [
			'Hmeimim (Khmeimim) Air Base',
			'Hmeimim air base',
			'Khmeimim Air Base',
			'قاعده حميميم الجويه',
			'حُمَيمِيم',
			'الحميميم',
			'al-Tanf',
			'Tanf'
		]) {
			expect(found(gazetteer, name), name).toEqual(['base']);
		}
	});

	it('has all that share a name', () => {
		const gazetteer = knowing(place('a', ['Tortosa']), place('b', ['Tortosa']));
		expect(found(gazetteer, 'Tortosa')).toEqual(['a', 'b']);
	});

	it('takes a code as it is written, and before the code of another', () => {
		const gazetteer = knowing(place('airport', ['Some Airport', 'DAM', 'OSLK']));
		expect(gazetteer.place(gazetteer.abbreviation('DAM')!).ownId).toBe('airport');
		expect(gazetteer.place(gazetteer.abbreviation('OSLK')!).ownId).toBe('airport');
		expect(gazetteer.abbreviation('dam')).toBeUndefined();
		expect(found(gazetteer, 'dam')).toBeUndefined();
	});

	it('gives one without a position that of its namesake with most people', () => {
		const gazetteer = knowing(place('north', ['Northport'], null));
		const [own] = gazetteer.candidates('northport')!;
		expect(gazetteer.place(own!.place)).toMatchObject({
			latitude: 35,
			country: 'SY',
			division: '14',
			ownId: 'north'
		});
	});

	it('leaves out one that nobody knows the position of', () => {
		expect(found(knowing(place('somewhere', ['Somewhere'], null)), 'Somewhere')).toBeUndefined();
	});

	it('looks for names as long as theirs', () => {
		expect(packed.longestKey).toBe(1);
		expect(knowing(place('a', ['port of the north'])).longestKey).toBe(4);
	});

	it('knows all that it knew', () => {
		const gazetteer = knowing(place('a', ['Elsewhere']));
		expect(found(gazetteer, 'Tartus')).toEqual(['Tartus']);
		expect(gazetteer.place(0)).toEqual(packed.place(0));
		expect(() => gazetteer.place(2 ** 24 + 1)).toThrow(RangeError);
	});

	it('reads places of records, with all their names', () => {
		const places = loadRecords(validDirectory).places;
		const gazetteer = knowing(...ownPlacesOf(places));
		const drawn = places.filter(({ geometry }) => geometry);
		expect(drawn.length).toBeGreaterThan(2);
		for (const { id, properties } of drawn) {
			for (const name of [...Object.values(properties.name), ...properties.aliases]) {
				expect(found(gazetteer, name), name).toContain(id);
			}
		}
	});

	it('puts a line and an area at the middle of their box', () => {
		const [record] = loadRecords(validDirectory).places;
		const drawn = (geometry: PlaceRecord['geometry']) => ownPlacesOf([{ ...record!, geometry }])[0]!.position;
		expect(
			drawn({
				type: 'LineString',
				coordinates: [
					[30, 40],
					[34, 41],
					[31, 44]
				]
			})
		).toEqual([32, 42]);
		expect(
			drawn({
				type: 'Polygon',
				coordinates: [
					[
						[0, 0],
						[10, 0],
						[10, 4],
						[0, 0]
					]
				]
			})
		).toEqual([5, 2]);
	});
});
