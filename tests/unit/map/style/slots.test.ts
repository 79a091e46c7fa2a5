import { describe, expect, it } from 'vitest';
import { mostSlots, reach, slotPitch, slots } from '../../../../src/lib/map/style/slots';
import { signBox } from '../../../../src/lib/map/style/signs';

const counts = Array.from({ length: mostSlots }, (_, index) => index + 1);

describe('slots', () => {
	it.each(counts)('of %i actors never overlap', (count) => {
		const all = slots(count);
		expect(all).toHaveLength(count);
		all.forEach(([x, y], index) => {
			for (const [otherX, otherY] of all.slice(index + 1))
				expect(Math.max(Math.abs(x - otherX), Math.abs(y - otherY))).toBeGreaterThanOrEqual(slotPitch);
		});
	});

	it.each(counts)('of %i actors are centred on the position from side to side', (count) => {
		const rows = new Map<number, number>();
		for (const [x, y] of slots(count)) rows.set(y, (rows.get(y) ?? 0) + x);
		for (const sum of rows.values()) expect(sum).toBeCloseTo(0);
	});

	it('are as far apart as a sign is wide', () => {
		expect(slotPitch).toBeGreaterThanOrEqual(signBox * 0.88);
	});

	it('stay inside their reach', () => {
		for (const count of counts)
			for (const [x, y] of slots(count)) {
				expect(Math.abs(x) + slotPitch / 2).toBeLessThanOrEqual(reach(count).x);
				expect(Math.abs(y) + slotPitch / 2).toBeLessThanOrEqual(reach(count).y);
			}
	});
});
