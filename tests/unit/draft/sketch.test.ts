import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	aimed,
	beginSketch,
	drawnBy,
	isComplete,
	radiusOf,
	sketchFault,
	takenBack,
	tools,
	withCorner,
	type Sketch
} from '../../../src/lib/draft/sketch';
import { placeSchema } from '../../../src/lib/geodata/schema';
import { faultsOfPlace } from '../../../src/lib/geodata/validate/places';

type At = [longitude: number, latitude: number];
const at =
	(...corners: At[]) =>
	(tool: Sketch['tool']) =>
		corners.reduce(withCorner, beginSketch(tool));

describe('what is drawn', () => {
	it('is a point with one corner, and a ring with its centre and its edge', () => {
		expect(drawnBy(at([36.75, 35.13])('point'))?.geometry).toEqual({
			type: 'Point',
			coordinates: [36.75, 35.13]
		});
		const ring = at([36.75, 35], [36.75, 35.18])('ring');
		expect(drawnBy(ring)).toEqual({
			drawn: 'ring',
			geometry: { type: 'Point', coordinates: [36.75, 35] },
			radius_km: 20
		});
		expect(isComplete(ring)).toBe(true);
		// A ring has no third corner.
		expect(withCorner(ring, [40, 40])).toBe(ring);
	});

	it('is nothing with too few corners, and nothing again once one is taken back', () => {
		for (const tool of tools) expect(drawnBy(beginSketch(tool))).toBeNull();
		expect(drawnBy(at([36, 35])('ring'))).toBeNull();
		expect(drawnBy(at([36, 35], [37, 35])('region'))).toBeNull();
		expect(drawnBy(takenBack(at([36, 35], [37, 35])('line')))).toBeNull();
		expect(takenBack(beginSketch('line')).corners).toEqual([]);
	});

	it('is no area where its corners lie in a line, or its sides cross', () => {
		expect(drawnBy(at([36, 35], [37, 35], [38, 35])('region'))).toBeNull();
		const bow = at([36, 35], [37, 36], [37, 35], [36, 36])('region');
		expect(sketchFault(bow)).toBe('crossing');
		expect(drawnBy(bow)).toBeNull();
		expect(sketchFault(at([36, 35], [37, 35], [37, 36], [36, 36])('region'))).toBeNull();
	});

	it('takes the same corner twice as one, and forgets where it aimed', () => {
		const one = at([36, 35])('line');
		expect(withCorner(one, [36.00001, 35])).toBe(one);
		expect(withCorner(aimed(one, [37, 35]), [38, 35]).aim).toBeNull();
	});

	it('has a radius that a record can hold', () => {
		expect(radiusOf([36, 35], [36, 35])).toBe(0.1);
		expect(radiusOf([36, 35], [60, 35])).toBe(500);
		expect(radiusOf([36, 35], [36, 35.04])).toBe(4.4);
	});

	it('is always a geometry that a record may have, however the hand goes', () => {
		const corner = fc.tuple(
			fc.double({ min: 28, max: 49, noNaN: true }),
			fc.double({ min: 29, max: 41, noNaN: true })
		);
		const corners = fc.array(corner, { minLength: 1, maxLength: 6 });
		fc.assert(
			fc.property(fc.constantFrom(...tools), corners, (tool, all) => {
				const drawn = drawnBy(at(...all)(tool));
				if (!drawn) return;
				expect(placeSchema.shape.geometry.safeParse(drawn.geometry).success).toBe(true);
				const where_prec = tool === 'point' ? 2 : 3;
				const properties = {
					drawn: drawn.drawn,
					precision: { where_prec, radius_km: drawn.radius_km, reason: '' },
					alternatives: []
				};
				const record = { geometry: drawn.geometry, properties } as unknown as Parameters<
					typeof faultsOfPlace
				>[0];
				expect(faultsOfPlace(record, undefined)).toEqual([]);
			})
		);
	});
});
