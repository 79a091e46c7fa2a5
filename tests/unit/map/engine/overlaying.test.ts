/** The code for overlays comes with the first of them, and where it does not, that is said and it is asked for again. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { Overlaid } from '../../../../src/lib/map/engine/overlaid';
import { Overlaying } from '../../../../src/lib/map/engine/overlaying';
import type { View } from '../../../../src/lib/map/engine/types';
import { overlays, view as withOverlays } from '../fixtures';

const none: View = { ...withOverlays, overlays: [] };
const some: View = { ...withOverlays, overlays };
const code = {} as never;

let shown: View[];
let failed: string[];
let destroyed: number;
/** What asking for the code comes to. */
let load = vi.fn<() => Promise<never>>();
let overlaying: Overlaying;

const settled = () => new Promise((done) => setTimeout(done));

beforeEach(() => {
	[shown, failed, destroyed] = [[], [], 0];
	load = vi.fn(() => Promise.resolve(code));
	overlaying = new Overlaying(
		() => ({ overlays: { destroy: () => destroyed++ } }) as unknown as Overlaid,
		(view) => shown.push(view),
		(source) => failed.push(source),
		() => load()
	);
});

it('does not come for views without overlays', async () => {
	expect(overlaying.of(none).overlays).toEqual([]);
	await settled();
	expect(load).not.toHaveBeenCalled();
	expect(overlaying.current).toBeNull();
});

it('comes once, and then the latest view is shown with its overlays', async () => {
	const first = overlaying.of(some);
	expect(first).toEqual({ ...some, overlays: [] });
	const latest = { ...some, selected: 'tanf' };
	expect(overlaying.of(latest).overlays, 'the same list, so that nothing seems to change').toBe(
		first.overlays
	);
	await settled();
	expect(load).toHaveBeenCalledTimes(1);
	expect(shown).toEqual([latest]);
	expect(overlaying.of(some)).toBe(some);
});

it('is named for each overlay where it does not come, and asked for again when the reader says so', async () => {
	load.mockRejectedValueOnce(new Error('lost'));
	overlaying.of(some);
	await settled();
	expect(failed).toEqual(overlays.map(({ id }) => `overlay-${id}`));
	overlaying.of(none);
	overlaying.of(some);
	await settled();
	expect(load, 'not by itself').toHaveBeenCalledTimes(1);
	overlaying.retry();
	await settled();
	expect(shown).toEqual([some]);
	overlaying.retry();
	expect(load).toHaveBeenCalledTimes(2);
});

it('touches no map that is gone', async () => {
	overlaying.of(some);
	overlaying.end();
	await settled();
	expect([overlaying.current, shown, destroyed]).toEqual([null, [], 0]);
});

it('ends with its map', async () => {
	overlaying.of(some);
	await settled();
	overlaying.end();
	expect(destroyed).toBe(1);
});
