import fc from 'fast-check';
import { expect, it } from 'vitest';
import { besideFrom, wantedHeight } from '$lib/features/share/embedHeight';

const size = { head: 40, words: 200, time: 0 };

it('is the map and all words below each other, and beside each other where there is room', () => {
	expect(wantedHeight({ ...size, width: 300 })).toBe(40 + 240 + 200);
	expect(wantedHeight({ ...size, width: 600 })).toBe(40 + 360 + 200);
	expect(wantedHeight({ ...size, width: 904 })).toBe(40 + 360);
	expect(wantedHeight({ ...size, width: 904, words: 700, time: 96 })).toBe(40 + 96 + 700);
});

it('has room for all words, and a map that is neither a slit nor a wall', () => {
	const pixels = fc.integer({ min: 0, max: 3000 });
	fc.assert(
		fc.property(
			fc.record({ width: fc.integer({ min: 1, max: 4000 }), head: pixels, words: pixels, time: pixels }),
			(frame) => {
				const room =
					wantedHeight(frame) - frame.head - frame.time - (frame.width < besideFrom ? frame.words : 0);
				expect(room).toBeGreaterThanOrEqual(240);
				expect(room).toBeLessThanOrEqual(Math.max(480, frame.width < besideFrom ? 0 : frame.words));
			}
		)
	);
});
