import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allBut, codes, toggled } from '$lib/overlay/toggles';

describe('toggles', () => {
	it('undo themselves, and leave what they were given', () => {
		const some = fc.uniqueArray(fc.nat(20));
		fc.assert(
			fc.property(some, fc.nat(20), (off, code) => {
				const before = codes(off);
				const after = toggled(before, code);
				expect(after.has(code)).toBe(!before.has(code));
				expect(toggled(after, code)).toEqual(before);
				expect(before).toEqual(new Set(off));
			})
		);
		fc.assert(
			fc.property(some, some, (all, kept) => {
				const off = allBut(all, kept);
				for (const code of all) expect(off.has(code)).toBe(!kept.includes(code));
			})
		);
	});
});
