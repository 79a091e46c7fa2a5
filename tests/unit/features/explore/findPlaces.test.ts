import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findTowns, readPosition, type NamedTown } from '../../../../src/lib/features/explore/findPlaces';
import { towns } from '../../../../src/lib/map/towns';

const at = (words: string) => readPosition(words)?.at;

describe('a position that somebody types', () => {
	it.each([
		['35.4011, 35.9486', 35.4011, 35.9486],
		['35,4011; 35,9486', 35.4011, 35.9486],
		['٣٥٫٤٠١١ ٣٥٫٩٤٨٦', 35.4011, 35.9486],
		['35°24′04″N 35°56′55″E', 35.40111, 35.94861],
		['E 35 56 55, N 35 24 04', 35.40111, 35.94861],
		['geo:35.4011,35.9486', 35.4011, 35.9486],
		['-34.6 -58.4', -34.6, -58.4],
		// Nothing lies at 120 degrees of latitude.
		['120.5, 30.5', 30.5, 120.5]
	])('%s', (words, latitude, longitude) => {
		expect(at(words)?.latitude).toBeCloseTo(latitude, 4);
		expect(at(words)?.longitude).toBeCloseTo(longitude, 4);
	});

	it('may be in MGRS, with spaces or without, in any letters', () => {
		const base = at('36S YE 67743 21223')!;
		expect(at('36SYE6774321223')).toEqual(base);
		expect(at('36s ye 67743 21223')).toEqual(base);
		expect(base.latitude).toBeCloseTo(35.4, 1);
		expect(base.longitude).toBeCloseTo(35.95, 1);
	});

	it('is looked at from as near as it is written', () => {
		const zooms = ['35, 36', '35.4, 35.9', '35.401, 35.949', '35.4011, 35.9486'].map(
			(words) => readPosition(words)!.zoom
		);
		expect(zooms).toEqual(zooms.toSorted((a, b) => a - b));
		expect(zooms[0]).toBeLessThan(8);
		expect(zooms[3]).toBe(13);
		expect(readPosition('36S YE 6 2')!.zoom).toBeLessThan(readPosition('36S YE 67743 21223')!.zoom);
	});

	it('is no other words, and reading them never fails', () => {
		for (const words of ['', 'Hama', 'regiment 49', 'S-200', '2015', '2015-09-24', '2015 2016', '95, 190'])
			expect(at(words), words).toBeUndefined();
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (words) => {
				const found = at(words);
				if (found) expect(Math.abs(found.latitude)).toBeLessThanOrEqual(90.00001);
			})
		);
	});
});

describe('a town that somebody types', () => {
	const made: NamedTown[] = [
		{ name: { en: 'Al-Bab', ar: 'الباب' }, at: [37.5, 36.4], rank: 3 },
		{ name: { en: 'Babila', ar: 'ببيلا' }, at: [36.3, 33.4], rank: 4 },
		{ name: { en: 'Bab Tuma' }, at: [36.3, 33.5], rank: 5 },
		{ name: { en: 'Deir ez-Zor', ar: 'دير الزور' }, at: [40.1, 35.3], rank: 2 }
	];
	const found = (words: string) => findTowns(words, made).map(({ name }) => name.en);

	it('is found by any of its names, whole ones first, then those that begin so', () => {
		expect(found('bab')).toEqual(['Al-Bab', 'Babila', 'Bab Tuma']);
		expect(found('al bab')).toEqual(['Al-Bab']);
		expect(found('الباب')).toEqual(['Al-Bab']);
		expect(found('باب')).toEqual(['Al-Bab']);
		expect(found('deirezzor')).toEqual(['Deir ez-Zor']);
		expect(found('deir ez zor')).toEqual(['Deir ez-Zor']);
		expect(found('tuma')).toEqual(['Bab Tuma']);
		expect(['', 'b', 'zz', '!'].map(found)).toEqual([[], [], [], []]);
	});

	it('is one of the background, with its names in all languages', () => {
		const all = towns() as NamedTown[];
		expect(all.length).toBeGreaterThan(200);
		const [first] = findTowns('jableh', all);
		expect(first).toMatchObject({ kind: 'town', name: { ar: 'جبلة' } });
		expect(findTowns('جبله', all)[0]).toEqual(first);
	});
});
