import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WorkerWatch } from '../../../../src/lib/map/engine/workerWatch';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Workers that answer or not, and say how often they were begun anew. */
function workers(answers: boolean[]) {
	const seen = { asked: 0, restarted: 0, givenUp: 0 };
	const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as DocumentVisibilityState });
	const watch = new WorkerWatch(
		{
			ping: (time) => {
				const isThere = answers[seen.asked++] ?? true;
				return new Promise((resolve) => setTimeout(() => resolve(isThere), isThere ? 1 : time));
			},
			ensureWorkers: async () => void seen.restarted++
		},
		() => seen.givenUp++,
		page
	);
	const turn = (state: DocumentVisibilityState) => {
		page.visibilityState = state;
		page.dispatchEvent(new Event('visibilitychange'));
	};
	return { seen, watch, turn };
}

it('asks on while the worker answers, and no more once the map is gone', async () => {
	const { seen, watch } = workers([]);
	await vi.advanceTimersByTimeAsync(60_000);
	expect(seen.asked).toBeGreaterThan(3);
	watch.end();
	const { asked } = seen;
	await vi.advanceTimersByTimeAsync(60_000);
	expect(seen).toEqual({ asked, restarted: 0, givenUp: 0 });
});

it('begins a worker anew that says nothing, as often as that happens', async () => {
	const { seen } = workers([true, false, true, false, true]);
	await vi.advanceTimersByTimeAsync(200_000);
	expect(seen).toMatchObject({ restarted: 2, givenUp: 0 });
});

it('gives up where the next one says nothing either, and asks no more', async () => {
	const { seen } = workers([false, false]);
	await vi.advanceTimersByTimeAsync(1_000_000);
	expect(seen).toEqual({ asked: 2, restarted: 1, givenUp: 1 });
});

it('asks at once when the page comes to the front, unless it waits for an answer anyway', async () => {
	const { seen, watch, turn } = workers([true, false, true]);
	turn('visible');
	expect(seen.asked).toBe(1);
	await vi.advanceTimersByTimeAsync(10);
	turn('hidden');
	expect(seen.asked).toBe(1);
	turn('visible');
	turn('visible');
	expect(seen.asked).toBe(2);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(seen).toEqual({ asked: 3, restarted: 1, givenUp: 0 });
	watch.end();
	turn('visible');
	expect(seen.asked).toBe(3);
});
