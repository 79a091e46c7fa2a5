/** What reading costs: no file costs more than about twice as much when it is twice as long. */
import { analyse } from 'scslre';
import { expect, it } from 'vitest';
import { read } from '../../../../src/lib/overlay/read/read';
import { hostileFiles } from '../../../../src/tools/torture/hostileFiles';
import { counted } from './counted';

/** Longer texts are cut before a pattern sees them that may look at a character many times. */
const bound = 256;
/** Patterns of a kind are looked at once. */
const safe = new Map<string, boolean>();
const isLinear = (key: string, { source, flags }: RegExp) => {
	if (!safe.has(key)) safe.set(key, analyse({ source, flags: flags.replace('y', '') }).reports.length === 0);
	return safe.get(key)!;
};

it.each(Object.keys(hostileFiles))('%s', async (name) => {
	const sizes = [1, 4].map((times) => times * 2048);
	const steps: number[] = [];
	for (const size of sizes) {
		const file = new Blob([hostileFiles[name]!(size) as BlobPart]);
		const { steps: taken, patterns } = await counted(() => read(file, {}, { pieceSize: 512 }));
		steps.push(taken);
		const tooLong = [...patterns].filter(
			([key, { pattern, longest }]) => longest > bound && !isLinear(key, pattern)
		);
		expect(tooLong.map(([key, { longest }]) => `${key} over ${longest}`)).toEqual([]);
	}
	// In proportion it is 4. With 6 a part that grows with the square is found as early as with 2.6 for twice the length.
	expect(steps[1]! / steps[0]!, `${name}: ${steps.join(', ')}`).toBeLessThan(6);
});
