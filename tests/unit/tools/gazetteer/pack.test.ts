import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../../../src/lib/draft/gazetteer/format';
import type { GazetteerPlace } from '../../../../src/lib/draft/gazetteer/gazetteer';
import { gazetteerKey } from '../../../../src/lib/draft/gazetteer/key';
import { readGazetteer } from '../../../../src/lib/draft/gazetteer/read';
import { Collection } from '../../../../src/tools/gazetteer/collect';
import { pack } from '../../../../src/tools/gazetteer/pack';

const place = (name: string, given: Partial<GazetteerPlace> = {}): GazetteerPlace => ({
	name,
	latitude: 35,
	longitude: 36,
	country: 'SY',
	division: '',
	kind: 'town',
	population: 1000,
	...given
});

function collected(places: GazetteerPlace[]): Collection {
	const collection = new Collection();
	for (const each of places) collection.name(collection.add(each), each.name, 1);
	return collection;
}

const words = ['aleppo', 'Al', 'ez', 'Zor', 'Ḩamāh', 'Saint', 'of', 'حلب', 'Łódź', 'a', 'zz'];
const anyName = fc.oneof(
	fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')),
	fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((list) => list.join('-')),
	fc.string({ unit: 'grapheme', minLength: 1 })
);
const anyPlace: fc.Arbitrary<GazetteerPlace> = fc.record({
	name: anyName.map((name) => name.replaceAll('\n', ' ')),
	latitude: fc.double({ min: -90, max: 90, noNaN: true }),
	longitude: fc.double({ min: -180, max: 180, noNaN: true }),
	country: fc.constantFrom('', 'SY', 'US'),
	division: fc.constantFrom('', '01', 'NY'),
	kind: fc.constantFrom(...kinds),
	population: fc.nat(40_000_000)
});

describe('a packed gazetteer', () => {
	it('has every place under its name, as it was', () => {
		fc.assert(
			fc.property(fc.array(anyPlace, { maxLength: 150 }), (places) => {
				const collection = collected(places);
				const gazetteer = readGazetteer(pack(collection));
				for (const [key, rows] of collection.keys) {
					const found = gazetteer.candidates(key)!.map((candidate) => gazetteer.place(candidate.place));
					expect(found).toHaveLength(rows.size);
					for (const row of rows.keys()) {
						const { latitude, longitude, population, ...same } = collection.places[row]!;
						const one = found.find(
							(each) =>
								each.name === same.name &&
								each.kind === same.kind &&
								each.country === same.country &&
								each.division === same.division &&
								Math.abs(each.latitude - latitude) <= 0.00051 &&
								Math.abs(each.longitude - longitude) <= 0.00051 &&
								Math.abs(each.population - population) <= population / 20 + 1
						);
						expect(one, `${same.name} in ${JSON.stringify(found)}`).toBeDefined();
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('knows nothing else', () => {
		fc.assert(
			fc.property(fc.array(anyName, { maxLength: 100 }), fc.array(anyName), (names, others) => {
				const collection = collected(names.map((name) => place(name)));
				const gazetteer = readGazetteer(pack(collection));
				for (const other of [
					...others,
					...names.map((name) => `${name}x`),
					...names.map((name) => name.slice(1))
				]) {
					for (const key of [other, gazetteerKey(other)]) {
						expect(gazetteer.candidates(key) !== undefined).toBe(collection.keys.has(key));
					}
				}
			}),
			{ numRuns: 60 }
		);
	});

	it('tells keys apart that share letters at their beginning', () => {
		const letters = fc.array(fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 3, maxLength: 5 }), {
			minLength: 20,
			maxLength: 200
		});
		fc.assert(
			fc.property(letters, letters, (names, others) => {
				const gazetteer = readGazetteer(pack(collected(names.map((name) => place(name)))));
				for (const key of [...names, ...others]) {
					expect(gazetteer.candidates(key) !== undefined, key).toBe(names.includes(key));
				}
			}),
			{ numRuns: 40 }
		);
	});

	it('has the same bytes each time, whatever has the same position', () => {
		const places = ['Tartus', 'Hama', 'Homs', 'Hama'].map((name) => place(name));
		expect(pack(collected(places))).toEqual(pack(collected(places)));
	});

	it('keeps weights, the higher where a name was given twice', () => {
		const collection = collected([place('Tartus')]);
		collection.name(0, 'Tartous', 0.4);
		collection.name(0, 'Tartous', 0.7);
		collection.name(0, 'Tartus', 0.3);
		const gazetteer = readGazetteer(pack(collection));
		expect(gazetteer.candidates('tartous')).toEqual([{ place: 0, weight: 0.7 }]);
		expect(gazetteer.candidates('tartus')).toEqual([{ place: 0, weight: 1 }]);
	});

	it('has adjectives and abbreviations', () => {
		const collection = collected([place('Syria', { kind: 'country' }), place('Iraq', { country: 'IQ' })]);
		collection.demonym(0, 'Syrians');
		collection.abbreviations.set('D.C.', 1);
		const gazetteer = readGazetteer(pack(collection));
		expect(gazetteer.place(gazetteer.demonym('syrians')!).name).toBe('Syria');
		expect(gazetteer.place(gazetteer.abbreviation('D.C.')!).name).toBe('Iraq');
		expect(gazetteer.demonym('D.C.')).toBeUndefined();
		expect(gazetteer.abbreviation('d.c.')).toBeUndefined();
	});

	it('keeps of a name that hundreds have the places with most people', () => {
		const namesakes = Array.from({ length: 300 }, (_, index) =>
			place('San Antonio', { population: 2 ** (index / 15) })
		);
		const gazetteer = readGazetteer(pack(collected(namesakes)));
		const found = gazetteer.candidates('san antonio')!.map((candidate) => gazetteer.place(candidate.place));
		expect(found).toHaveLength(255);
		expect(Math.min(...found.map(({ population }) => population))).toBeGreaterThan(5);
		expect(new Set(found.map(({ name }) => name))).toEqual(new Set(['San Antonio']));
	});

	it('is refused where it is cut short, or is something else', () => {
		const bytes = pack(collected([place('Tartus')]));
		expect(() => readGazetteer(bytes.subarray(0, -1))).toThrow('cut short');
		expect(() => readGazetteer(new Uint8Array())).toThrow('no packed gazetteer');
		expect(() => readGazetteer(new TextEncoder().encode('{"type":"FeatureCollection"}'))).toThrow(
			'no packed gazetteer'
		);
	});

	it('has no rows but its own', () => {
		const gazetteer = readGazetteer(pack(collected([place('Tartus')])));
		expect(() => gazetteer.place(1)).toThrow(RangeError);
	});

	it('is read from the middle of other bytes', () => {
		const bytes = pack(collected([place('Tartus')]));
		const around = new Uint8Array(bytes.length + 10);
		around.set(bytes, 3);
		const gazetteer = readGazetteer(around.subarray(3, 3 + bytes.length));
		expect(gazetteer.place(gazetteer.candidates('tartus')![0]!.place).name).toBe('Tartus');
	});
});
