import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { nearest, type Distance } from '$lib/geodata/near';
import type { SiteView } from '$lib/geodata/views';
import { loadRecords } from '$lib/server/geodata';
import { describeBearing, describeDistance, describeNear } from '$lib/words/near';

const { sites } = compile(loadRecords());
const site = (id: string) => sites.find((one) => one.id === id)!;
const rowsOf = (site: SiteView) => describeNear(nearest(site, sites), site.related, 'en');
const interval = (least_km: number, between_km: number, most_km: number): Distance => ({
	least_km,
	between_km,
	most_km,
	bearing: null
});

describe('a distance in words', () => {
	it('is an interval, or about a number where the interval is narrow', () => {
		expect(describeDistance(interval(0, 1, 26), 'en')).toBe('between 0 and 26 km');
		expect(describeDistance(interval(18.2, 20, 21.8), 'en')).toBe('about 20 km (18 to 22)');
		expect(describeDistance(interval(20, 20, 20), 'en')).toBe('20 km');
		expect(describeDistance(interval(0, 0, 26), 'ar')).toBe('بين ٠ و٢٦ كم');
		expect(describeDistance(interval(18, 20, 22), 'ar')).toBe('نحو ٢٠ كم (من ١٨ إلى ٢٢)');
	});

	it('rounds the ends outwards, and coarser the wider the interval', () => {
		expect(describeDistance(interval(2.9, 30, 46.1), 'en')).toBe('between 2 and 47 km');
		expect(describeDistance(interval(12, 60, 101), 'en')).toBe('between 10 and 105 km');
		expect(describeDistance(interval(257, 411, 596), 'en')).toBe('between 250 and 600 km');
		expect(describeDistance(interval(1.23, 1.5, 1.77), 'en')).toBe('about 1.5 km (1.2 to 1.8)');
	});

	it('never leaves the true interval out', () => {
		const km = fc.double({ min: 0, max: 1500, noNaN: true });
		fc.assert(
			fc.property(km, km, (a, b) => {
				const [least, most] = [Math.min(a, b), Math.max(a, b)];
				const numbers = describeDistance(interval(least, (least + most) / 2, most), 'en').match(/[\d.]+/g)!;
				if (most - least < 1e-6) return;
				const [from, to] = numbers.slice(-2).map(Number) as [number, number];
				expect(from).toBeLessThanOrEqual(least + 1e-4);
				expect(to).toBeGreaterThanOrEqual(most - 1e-4);
			})
		);
	});

	it('says which way, no finer than it is known', () => {
		expect(describeBearing({ degrees: 43.2, spread: 0.3, compass: 'ne' }, 'en')).toBe(
			'to the north-east, 43°'
		);
		expect(describeBearing({ degrees: 43.2, spread: 8, compass: 'ne' }, 'en')).toBe(
			'to the north-east, about 45°'
		);
		expect(describeBearing({ degrees: 357, spread: 20, compass: 'n' }, 'ar')).toBe('باتجاه الشمال، نحو ٠°');
	});
});

describe('what is near', () => {
	it('says what the sources allow of the alleged store and the naval base', () => {
		const rows = rowsOf(site('tartus-alleged-storehouse'));
		expect(rows).toHaveLength(sites.length - 1);
		expect(rows[0]).toMatchObject({
			id: 'tartus-naval-facility',
			distance: 'between 0 and 26 km',
			bearing: null,
			tie: 'nearby'
		});
		expect(rows.find(({ id }) => id === 'masyaf-facility')).toMatchObject({ tie: 'confusable' });
	});

	it('never rounds a distance inwards', () => {
		for (const one of sites) {
			const exactly = nearest(one, sites);
			for (const [index, { id, least_km, most_km }] of rowsOf(one).entries()) {
				const { site, distance } = exactly[index]!;
				expect(id).toBe(site.id);
				expect(least_km).toBeLessThanOrEqual(distance.least_km);
				expect(most_km).toBeGreaterThanOrEqual(distance.most_km);
				expect(most_km - least_km).toBeLessThan(distance.most_km - distance.least_km + 0.21);
			}
		}
	});
});
