/** Rows that stand at exactly one place. */
import { describe, expect, it } from 'vitest';
import { Points } from '../../../../src/lib/overlay/query/points';
import { tableFrom } from './rows';

const at = (longitude: number, actor: number, times = 1) =>
	Array.from({ length: times }, () => ({ longitude, latitude: 35, actor, day: null }));
const radius = ({ fixed, growing }: { fixed: number; growing: number }, zoom: number) =>
	fixed + growing * 2 ** zoom;

describe('rows at one place', () => {
	it.each([0, 6, 16])('are one mark that says how many, at zoom %i', (zoom) => {
		const points = new Points(tableFrom([...at(36, 1, 1000), ...at(37, 1)]));
		const tile = (longitude: number) => Math.floor(((longitude + 180) / 360) * 2 ** zoom);
		const y = (1 - Math.log(Math.tan(Math.PI / 4 + (35 * Math.PI) / 360)) / Math.PI) / 2;
		const found = [...new Set([tile(36), tile(37)])].map((column) =>
			points.marks(zoom, column, Math.floor(y * 2 ** zoom))
		);
		const all = found.flatMap(({ marks, looks }) =>
			marks.map((mark, index) => ({ mark, look: looks[index]! }))
		);
		expect(all.map(({ mark }) => mark.count).sort((a, b) => a - b)).toEqual([1, 1000]);
		const [many] = all.filter(({ mark }) => mark.count > 1);
		const [one] = all.filter(({ mark }) => mark.count === 1);
		expect([many!.look.stack, one!.look.stack]).toEqual([1, undefined]);
		// Large enough for the number in it, which is drawn from 8 pixels on.
		expect(radius(many!.look, zoom) * 0.72).toBeGreaterThan(8);
		expect(radius(one!.look, zoom)).toBeLessThan(radius(many!.look, zoom) / 2);
	});

	it('say so where there are more than a tile has marks of its own for, and stay where they are', () => {
		const points = new Points(tableFrom(at(36, 1, 5000)));
		const { marks, looks } = points.marks(0, 0, 0);
		expect(marks).toMatchObject([{ count: 5000, spot: expect.any(Number) as number }]);
		expect(looks[0]!.stack).toBe(1);
		const [alone] = new Points(tableFrom(at(36, 1))).marks(0, 0, 0).marks;
		expect([marks[0]!.x, marks[0]!.y]).toEqual([alone!.x, alone!.y]);
	});

	it('of several values are rings about each other, the value that is drawn last in the middle', () => {
		const points = new Points(tableFrom([...at(36, 1, 3), ...at(36, 2), ...at(36, 20, 5)]));
		const { marks, looks } = points.marks(8, 153, 101);
		expect(marks).toHaveLength(3);
		const of = (actor: number) => looks[marks.findIndex((mark) => mark.actor === actor)]!;
		const sizes = [2, 1, 20].map((actor) => radius(of(actor), 8));
		for (const [index, size] of sizes.slice(1).entries())
			expect(size - sizes[index]!).toBeGreaterThanOrEqual(3);
		expect([2, 1, 20].map((actor) => of(actor).under)).toEqual([undefined, 1, 1]);
	});

	it('are told from rows that are merely near', () => {
		const points = new Points(tableFrom([...at(36, 1), ...at(36.000001, 1)]));
		const { marks, looks } = points.marks(3, 4, 3);
		expect(marks.map(({ count }) => count)).toEqual([1, 1]);
		expect(looks.some(({ stack, under }) => stack ?? under)).toBe(false);
	});

	it('have no larger marks where there is no room for them', () => {
		const rows = Array.from({ length: 400 }, (_, index) => at(36 + index / 1000, 1, 2)).flat();
		const { marks, looks } = new Points(tableFrom(rows)).marks(3, 4, 3);
		expect(marks).toHaveLength(400);
		expect(looks.some(({ stack }) => stack)).toBe(false);
	});
});
