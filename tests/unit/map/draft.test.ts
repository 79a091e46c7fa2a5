import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	draftBox,
	draftFeatures,
	markBox,
	markPosition,
	withRoom,
	type DraftMark
} from '../../../src/lib/map/draft';

const point: DraftMark = {
	id: 'm1',
	name: 'Hama',
	drawn: 'point',
	geometry: { type: 'Point', coordinates: [36.75, 35.13] },
	radius_km: null,
	isAccepted: false
};
const ring: DraftMark = { ...point, id: 'm2', drawn: 'ring', radius_km: 30, isAccepted: true };
const line: DraftMark = {
	...point,
	id: 'm3',
	drawn: 'line',
	geometry: {
		type: 'LineString',
		coordinates: [
			[36, 34],
			[36.5, 34.2],
			[37, 34]
		]
	}
};
const square = [
	[36, 34],
	[37, 34],
	[37, 35],
	[36, 35],
	[36, 34]
];
const area: DraftMark = {
	...point,
	id: 'm4',
	drawn: 'region',
	geometry: { type: 'Polygon', coordinates: [square] }
};
const parts = (marks: DraftMark[], selected: string | null = null) =>
	draftFeatures({ marks, selected, sketch: null }).features.map(({ properties, geometry }) => [
		properties!.part,
		properties!.id,
		geometry.type
	]);

describe('a draft on the map', () => {
	it('has a mark for each place, and about it what it is drawn as', () => {
		expect(parts([point])).toEqual([['mark', 'm1', 'Point']]);
		expect(parts([ring]).map(([part, , type]) => `${part} ${type}`)).toEqual([
			'area Polygon',
			'edge Polygon',
			'mark Point'
		]);
		expect(parts([line]).map(([part]) => part)).toEqual(['edge', 'mark']);
		expect(parts([area]).map(([part]) => part)).toEqual(['area', 'edge', 'mark']);
	});

	it('says which are accepted and which is looked at, the smallest on top', () => {
		const { features } = draftFeatures({ marks: [point, ring], selected: 'm1', sketch: null });
		expect(features.at(-1)!.properties).toMatchObject({ id: 'm1', selected: true, accepted: false });
		expect(features[0]!.properties).toMatchObject({ id: 'm2', selected: false, accepted: true });
	});

	it('puts the mark of what is not known to the point on its edge', () => {
		expect(markPosition(point)).toEqual([36.75, 35.13]);
		const [longitude, latitude] = markPosition(ring);
		expect(longitude).toBe(36.75);
		expect(latitude).toBeCloseTo(markBox(ring)[3], 2);
		expect(markPosition(line)).toEqual([36.5, 34.2]);
		expect(markPosition(area)[1]).toBe(35);
	});

	it('has a box of all, with room about a single point', () => {
		expect(draftBox({ marks: [] })).toBeNull();
		expect(draftBox({ marks: [area, line] })).toEqual([36, 34, 37, 35]);
		const [west, south, east, north] = withRoom(draftBox({ marks: [point] })!);
		expect([east - west, north - south].map((size) => size.toFixed(1))).toEqual(['1.6', '1.6']);
		expect(withRoom([30, 30, 40, 40])).toEqual([30, 30, 40, 40]);
	});
});

describe('a sketch', () => {
	const sketched = (tool: DraftMark['drawn'], corners: number[][], aim: number[] | null = null) =>
		draftFeatures({ marks: [], selected: null, sketch: { tool, corners, aim, radius_km: 20 } }).features.map(
			({ properties, geometry }) => `${properties!.part} ${geometry.type}`
		);

	it('shows its corners, and the line or ring to where the next would be', () => {
		expect(sketched('line', [[36, 35]], [37, 35])).toEqual(['sketch-line LineString', 'sketch-corner Point']);
		expect(sketched('ring', [[36, 35]], [36.5, 35])).toEqual([
			'sketch-area Polygon',
			'sketch-line Polygon',
			'sketch-corner Point'
		]);
		expect(
			sketched(
				'region',
				[
					[36, 35],
					[37, 35]
				],
				[37, 36]
			)[0]
		).toBe('sketch-area Polygon');
		expect(sketched('point', [], [37, 36])).toEqual([]);
	});

	it('is never more than can be drawn, whatever the hand does', () => {
		const position = fc.tuple(
			fc.double({ min: 27, max: 50, noNaN: true }),
			fc.double({ min: 28, max: 42, noNaN: true })
		);
		fc.assert(
			fc.property(
				fc.constantFrom('point', 'ring', 'line', 'region'),
				fc.array(position, { maxLength: 5 }),
				fc.option(position),
				(tool, corners, aim) => {
					for (const part of sketched(tool, corners, aim)) expect(part).not.toContain('undefined');
					const { features } = draftFeatures({
						marks: [],
						selected: null,
						sketch: { tool, corners, aim, radius_km: 20 }
					});
					for (const { geometry } of features) expect(JSON.stringify(geometry)).not.toMatch(/null|NaN/);
				}
			)
		);
	});
});
