import type { LineString, Point, Polygon } from 'geojson';
import { describe, expect, it } from 'vitest';
import { measureFeatures } from '../../../src/lib/map/measure';

const positions: Record<string, [number, number]> = { tanf: [38.62, 33.51] };
const positionOf = (site: string) => positions[site];
const point = { longitude: 36.29, latitude: 33.51 };
const parts = (...all: Parameters<typeof measureFeatures>) =>
	measureFeatures(...all).features.map(({ properties }) => properties!.part as string);

describe('measuring', () => {
	it('draws a line between its ends, and a dot at each', () => {
		const { features } = measureFeatures({ from: { site: 'tanf' }, to: point }, null, positionOf);
		expect(features.map(({ properties }) => properties!.part)).toEqual(['line', 'end', 'end']);
		const { coordinates } = features[0]!.geometry as LineString;
		expect(coordinates[0]![0]).toBeCloseTo(38.62);
		expect(coordinates.at(-1)![0]).toBeCloseTo(36.29);
		// The shortest way between two places of one latitude runs nearer to the pole.
		expect(Math.max(...coordinates.map(([, latitude]) => latitude!))).toBeGreaterThan(33.51);
		expect((features[1]!.geometry as Point).coordinates).toEqual(positions.tanf);
	});

	it('draws one dot while the second end is missing, unknown or the same', () => {
		expect(parts({ from: point, to: null }, null, positionOf)).toEqual(['end']);
		const targets = (to: typeof point | null) =>
			measureFeatures({ from: point, to }, null, positionOf).features.map(
				({ properties }) => properties!.alone
			);
		expect(targets(null), 'and a ring about it').toEqual([true]);
		expect(targets(point)).toEqual([undefined, undefined]);
		expect(parts({ from: point, to: { site: 'nowhere' } }, null, positionOf)).toEqual(['end']);
		expect(parts({ from: point, to: point }, null, positionOf)).toEqual(['end', 'end']);
	});

	it('draws a circle of a radius', () => {
		const { features } = measureFeatures(null, { ...point, radius_km: 111.2 }, positionOf);
		const [ring] = (features[0]!.geometry as Polygon).coordinates;
		expect(Math.max(...ring!.map(([, latitude]) => latitude!)) - 33.51).toBeCloseTo(1, 1);
	});

	it('draws nothing where there is nothing to draw', () => {
		expect(parts(null, null, positionOf)).toEqual([]);
		expect(parts(null, { ...point, radius_km: 0 }, positionOf)).toEqual([]);
	});
});
