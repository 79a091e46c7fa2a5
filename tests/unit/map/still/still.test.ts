import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeatureCollection, Geometry } from 'geojson';
import { homeBox } from '../../../../src/lib/map/limits';
import { frameRatio, frameStyles, inFrame } from '../../../../src/lib/map/still/frame';
import type { Ground } from '../../../../src/lib/map/style/ground';
import { groundPicture, groundWidth } from '../../../../src/lib/map/still/ground';
import { sector, stillMarks, stillNames } from '../../../../src/lib/map/still/places';
import type { Marks } from '../../../../src/lib/map/data';

const [west, south, east, north] = homeBox;
const collection = (...features: [Geometry, object][]): FeatureCollection => ({
	type: 'FeatureCollection',
	features: features.map(([geometry, properties]) => ({
		type: 'Feature',
		geometry,
		properties: { ...properties }
	}))
});
const none = collection();
const point = (...coordinates: number[]): Geometry => ({ type: 'Point', coordinates });

describe('the frame of the still picture', () => {
	it('holds the first view from corner to corner, in the shape that Web Mercator gives it', () => {
		expect(inFrame([west, north])).toEqual([0, 0]);
		const [x, y] = inFrame([east, south]);
		expect([x, y]).toEqual([1, expect.closeTo(1, 9)]);
		// At these latitudes a degree north is about 1.22 times as long on the map as a degree east.
		expect(frameRatio).toBeCloseTo((east - west) / ((north - south) * 1.218), 2);
		expect(frameStyles()).toContain(`--map-ratio: ${frameRatio.toFixed(4)}`);
	});

	it('has what is further north higher up, and what is further east further right', () => {
		// As fine as a record could have them: a tenth of a metre.
		const between = (min: number, max: number) =>
			fc.integer({ min: min * 1e6, max: max * 1e6 }).map((millionths) => millionths / 1e6);
		const degrees = fc.record({ longitude: between(27, 50), latitude: between(28, 42) });
		fc.assert(
			fc.property(degrees, degrees, (one, other) => {
				const [a, b] = [one, other].map(({ longitude, latitude }) => inFrame([longitude, latitude]));
				expect(Math.sign(a![0] - b![0])).toBe(Math.sign(one.longitude - other.longitude));
				expect(Math.sign(a![1] - b![1])).toBe(Math.sign(other.latitude - one.latitude));
			})
		);
	});
});

describe('the marks of the still picture', () => {
	it('are all sites, each with its actors, where they are', () => {
		const marks = collection(
			[point(west, north), { site: 'a', actors: 'russia iran', hollow: false, draft: false }],
			[point(east, north), { site: 'b', actors: '', hollow: true, draft: true }]
		) as unknown as Marks;
		expect(stillMarks(marks)).toEqual([
			{ x: 0, y: 0, site: 'a', actors: ['russia', 'iran'], hollow: false, draft: false },
			{ x: 1, y: 0, site: 'b', actors: [], hollow: true, draft: true }
		]);
	});

	it('are cut into sectors that follow one another around the whole circle', () => {
		expect(sector(0, 0.25, 8)).toBe('M0 0L0.00 -8.00A8 8 0 0 1 8.00 -0.00z');
		expect(sector(0.25, 1, 8)).toMatch(/^M0 0L8\.00 -0\.00A8 8 0 1 1 -0\.00 -8\.00z$/);
		expect(sector(0, 1, 8)).toMatch(/^M0-8a8 8 0 1 1/);
	});
});

describe('the names on the still picture', () => {
	const middle = [(west + east) / 2, (south + north) / 2] as const;
	const city = (x: number, y: number, name: string, rank: number): [Geometry, object] => [
		point(middle[0] + x, middle[1] + y),
		{ name, name_ar: `${name}ar`, rank }
	];

	it('are those of large cities, where no mark and no larger name is', () => {
		const cities = collection(
			city(0.05, 0, 'Lesser', 2),
			city(0, 0, 'Larger', 1),
			city(1, 1, 'Beside a mark', 1),
			city(2, 0, 'Free', 2),
			city(2, 1, 'Small', 3),
			city(30, 0, 'Far away', 1)
		);
		const [x, y] = inFrame([middle[0] + 1, middle[1] + 1]);
		const names = stillNames(none, cities, [{ x, y }], 'en');
		expect(names.map(({ text }) => text)).toEqual(['Larger', 'Free']);
		expect(stillNames(none, cities, [], 'ar').map(({ text }) => text)).toEqual([
			'Largerar',
			'Beside a markar',
			'Freear'
		]);
	});

	it('are those of countries before those of cities, and not of seas', () => {
		const labels = collection(
			[point(...middle), { kind: 'country', name: 'Country', name_ar: 'بلد' }],
			[point(middle[0] + 2, middle[1]), { kind: 'sea', name: 'Sea', name_ar: 'بحر' }]
		);
		const names = stillNames(labels, collection(city(0.05, 0, 'City', 1)), [], 'en');
		expect(names.map(({ text, kind }) => [text, kind])).toEqual([['Country', 'country']]);
	});
});

describe('the ground of the still picture', () => {
	const square = (x: number, y: number, side: number): Geometry => ({
		type: 'Polygon',
		coordinates: [
			[
				[x, y],
				[x + side, y],
				[x + side, y + side],
				[x, y + side],
				[x, y]
			]
		]
	});
	const empty: Ground = { land: none, water: none, rivers: none, governorates: none, borders: none };
	const pathsOf = (ground: Partial<Ground>, shapes = none) => {
		const text = groundPicture({ ...empty, ...ground }, shapes);
		const drawing = new DOMParser().parseFromString(text, 'image/svg+xml');
		return [...drawing.getElementsByTagName('path')].map((path) => ({
			fill: path.getAttribute('fill'),
			stroke: path.getAttribute('stroke'),
			data: path.getAttribute('d')!
		}));
	};

	it('tells the home country from its neighbours, in colours that the page gives', () => {
		const land = collection(
			[square(30, 34, 4), { iso: 'CYP' }],
			[square(36, 33, 4), { iso: 'SYR', home: true }]
		);
		expect(pathsOf({ land }).map(({ fill }) => fill)).toEqual(['var(--map-land)', 'var(--map-home)']);
	});

	it('ends where no window reaches, and leaves out what is too small to see', () => {
		const water = collection([square(10, 10, 60), {}], [square(37, 34, 0.1), {}]);
		const [path, ...others] = pathsOf({ water });
		expect(others).toEqual([]);
		expect(path!.data.match(/M/g)).toHaveLength(1);
		const numbers = path!.data.match(/-?\d+/g)!.map(Number);
		expect(Math.max(...numbers.map(Math.abs))).toBeLessThan(3 * groundWidth);
	});

	it('has a line where a report has a line, and nothing inside it', () => {
		const shapes = collection([
			{
				type: 'LineString',
				coordinates: [
					[36, 33.5],
					[38.7, 33.5]
				]
			},
			{ site: 'a', shape: 'line' }
		]);
		expect(pathsOf({}, shapes)).toEqual([
			{ fill: 'none', stroke: 'var(--map-ink)', data: expect.stringMatching(/^M\d+ \d+l\d+ 0$/) as string }
		]);
	});
});
