import { describe, expect, it } from 'vitest';
import { describeField } from '$lib/words/changes';

describe('a field in words', () => {
	it('is its text', () => {
		expect(describeField('atlantis operates', 'en')).toBe('atlantis operates');
		expect(describeField('', 'ar')).toBe('');
	});

	it('is a radius with the decimals that it has', () => {
		expect(describeField({ radius_km: 99 }, 'en')).toBe('99 km');
		expect(describeField({ radius_km: 2.5 }, 'ar')).toBe('٢٫٥ كم');
	});

	it('is a shape with the number of its positions', () => {
		const polygon = { shape: 'Polygon', positions: 5 } as const;
		expect(describeField({ ...polygon, redrawn: false }, 'en')).toBe('Polygon, 5 positions');
		expect(describeField({ ...polygon, redrawn: true }, 'en')).toBe('Polygon, 5 positions, redrawn');
		expect(describeField({ shape: 'Point', positions: 1, redrawn: false }, 'en')).toBe('Point, 1 position');
		expect(describeField({ ...polygon, redrawn: true }, 'ar')).toBe('Polygon، عدد النقاط: ٥، أُعيد رسمه');
	});

	it('is its caveats in a row, under the names that are known', () => {
		const caveats = [
			{ kind: 'disputed', note: 'It was denied.' },
			{ kind: 'of-old', note: 'Nothing.' }
		];
		expect(describeField(caveats, 'en')).toBe('Disputed: It was denied. of-old: Nothing.');
		expect(describeField([], 'en')).toBe('');
	});
});
