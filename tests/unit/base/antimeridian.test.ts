import { describe, expect, it } from 'vitest';
import type { MultiPolygon } from 'geojson';
import {
	continuous,
	cutLine,
	cutRing,
	isInBox,
	unwrapBox,
	unwrapGeometry,
	unwrapper,
	wholeGeometry,
	widthOf,
	wrapLongitude
} from '../../../src/lib/base/antimeridian';

const across: [number, number, number, number] = [177, -21, -178, -12];
const toMap = unwrapper(across);

describe('a region across the antimeridian', () => {
	it('counts on past 180, and comes back', () => {
		expect(unwrapBox(across)).toEqual([177, -21, 182, -12]);
		expect([178, 180, -180, -179.5, -70, 100].map(toMap)).toEqual([178, 180, 180, 180.5, 290, 100]);
		expect([178, 180, 180.5, 290, -190].map(wrapLongitude)).toEqual([178, 180, -179.5, -70, 170]);
	});

	it('leaves any other region as it is', () => {
		const stays = unwrapper([27, 28, 50, 42]);
		expect([-180, -1, 0, 180].map(stays)).toEqual([-180, -1, 0, 180]);
		expect(unwrapBox([27, 28, 50, 42])).toEqual([27, 28, 50, 42]);
	});
});

it('a box holds what lies between its sides, whichever way around the world it goes', () => {
	const inside = (box: typeof across) =>
		[176, 178, 180, -180, -178, -177].filter((x) => isInBox([x, -15], box));
	expect(inside(across)).toEqual([178, 180, -180, -178]);
	expect(inside([176, -21, 179, -12])).toEqual([176, 178]);
	expect(isInBox([179, -22], across)).toBe(false);
	expect([across, [27, 28, 50, 42] as const].map(widthOf)).toEqual([5, 23]);
});

describe('an area that is cut at 180', () => {
	const cut: MultiPolygon = {
		type: 'MultiPolygon',
		coordinates: [
			[
				[
					[179, -18],
					[180, -18],
					[180, -17],
					[179, -17],
					[179, -18]
				]
			],
			[
				[
					[-180, -18],
					[-179, -18],
					[-179, -17],
					[-180, -17],
					[-180, -18]
				]
			]
		]
	};

	it('is one area without an edge along the antimeridian', () => {
		const { coordinates } = unwrapGeometry(cut, toMap);
		expect(coordinates).toHaveLength(1);
		const ring = coordinates[0]![0]!;
		expect(ring[0]).toEqual(ring.at(-1));
		expect(new Set(ring.map(String))).toEqual(
			new Set(['179,-18', '180,-18', '181,-18', '181,-17', '180,-17', '179,-17'])
		);
		const alongSeam = ring.some(([x], index) => x === 180 && ring[index + 1]?.[0] === 180);
		expect(alongSeam).toBe(false);
	});

	it('keeps its hole, also one that the cut goes through', () => {
		const notched = (west: number, inner: number, seam: number): [number, number][] =>
			// A square with a notch from the seam, which is half of a hole.
			west < 0
				? [
						[seam, -18],
						[-179, -18],
						[-179, -17],
						[seam, -17],
						[seam, -17.4],
						[inner, -17.4],
						[inner, -17.6],
						[seam, -17.6],
						[seam, -18]
					]
				: [
						[west, -18],
						[seam, -18],
						[seam, -17.6],
						[inner, -17.6],
						[inner, -17.4],
						[seam, -17.4],
						[seam, -17],
						[west, -17],
						[west, -18]
					];
		const holed: MultiPolygon = {
			type: 'MultiPolygon',
			coordinates: [[notched(179, 179.8, 180)], [notched(-179, -179.8, -180)]]
		};
		const { coordinates } = unwrapGeometry(holed, toMap);
		expect(coordinates).toHaveLength(1);
		expect(coordinates[0]).toHaveLength(2);
		expect(new Set(coordinates[0]![1]!.map(String))).toEqual(
			new Set(['180,-17.6', '180,-17.4', '179.8,-17.6', '179.8,-17.4', '180.2,-17.6', '180.2,-17.4'])
		);
	});

	it('stays in two where the sides do not fit, and what touches one side only is left alone', () => {
		const other = structuredClone(cut);
		other.coordinates[1]![0]!.forEach((at) => (at[1]! += 0.5));
		expect(unwrapGeometry(other, toMap).coordinates).toHaveLength(2);
		const one: MultiPolygon = { type: 'MultiPolygon', coordinates: [cut.coordinates[0]!] };
		expect(unwrapGeometry(one, toMap)).toEqual(one);
	});

	it('is whole by itself too, for its middle', () => {
		expect(wholeGeometry(cut).coordinates).toHaveLength(1);
		const far = { type: 'Point' as const, coordinates: [-70, 5] };
		expect(wholeGeometry(far)).toBe(far);
	});
});

describe('what is drawn over 180', () => {
	const square: [number, number][] = [
		[179, -18],
		[-179, -18],
		[-179, -17],
		[179, -17],
		[179, -18]
	];

	it('is followed by the short way', () => {
		expect(continuous(square).map(([x]) => x)).toEqual([179, 181, 181, 179, 179]);
		expect(continuous([[-179.5, 1] as const, [179.5, 1] as const]).map(([x]) => x)).toEqual([-179.5, -180.5]);
	});

	it('is cut there as RFC 7946 asks, and can be sewn together again', () => {
		const parts = cutRing(continuous(square));
		expect(parts).toHaveLength(2);
		expect(parts.flat().every(([x]) => Math.abs(x!) <= 180)).toBe(true);
		const again = unwrapGeometry(
			{ type: 'MultiPolygon' as const, coordinates: parts.map((ring) => [ring]) },
			toMap
		);
		expect(again.coordinates).toHaveLength(1);
		expect(
			cutLine([
				[179, 0],
				[181, 2],
				[181.5, 2]
			])
		).toEqual([
			[
				[179, 0],
				[180, 1]
			],
			[
				[-180, 1],
				[-179, 2],
				[-178.5, 2]
			]
		]);
	});

	it('stays whole where it does not go over', () => {
		const ring = [
			[170, 0],
			[171, 0],
			[171, 1],
			[170, 0]
		];
		expect(cutRing(ring)).toEqual([ring]);
		expect(cutLine(ring)).toEqual([ring]);
	});
});
