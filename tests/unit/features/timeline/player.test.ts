import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TimeWindow } from '$lib/features/timeline/window';
import { Player, type Playable } from '$lib/features/timeline/player.svelte';

const axis = { from: '2015-01-01', to: '2015-12-31' };
const month = (name: string): TimeWindow => ({
	from: `2015-${name}-01`,
	to: name === '12' ? null : new Date(Date.UTC(2015, Number(name), 0)).toISOString().slice(0, 10)
});
const january = 2015 * 12;
const all: TimeWindow = { from: null, to: null };

let played: Playable;
let calls: [TimeWindow, boolean][];
let pauses: number;
let player: Player;

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('matchMedia', () => ({ matches: false }));
	// Reports in March, May and June.
	played = { axis, window: all, mode: 'window', stops: [january + 2, january + 4, january + 5] };
	calls = [];
	pauses = 0;
	player = new Player(
		() => played,
		(window, settled) => {
			calls.push([window, settled]);
			played = { ...played, window };
		},
		() => pauses++
	);
});

afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('stepping', () => {
	it('knows the window on either side', () => {
		played = { ...played, window: month('05') };
		expect(player.next).toEqual(month('06'));
		expect(player.previous).toEqual(month('03'));
	});

	it('has none beyond the last stop, before the first, or without a date', () => {
		played = { ...played, window: month('06') };
		expect(player.next).toBeNull();
		played = { ...played, window: month('03') };
		expect(player.previous).toBeNull();
		played = { ...played, axis: null };
		expect(player.next).toBeNull();
	});

	it('settles at once, and nothing is done for none', () => {
		player.step(player.next);
		player.step(null);
		expect(calls).toEqual([[month('03'), true]]);
		expect(pauses).toBe(0);
	});

	it('pauses before it steps', () => {
		player.toggle();
		player.step(month('06'));
		expect(pauses).toBe(1);
		expect(player.isPlaying).toBe(false);
		vi.advanceTimersByTime(10_000);
		expect(calls.at(-1)).toEqual([month('06'), true]);
		expect(calls).toHaveLength(2);
	});
});

describe('playing', () => {
	it('goes from stop to stop and settles at the last', () => {
		player.toggle();
		expect(player.isPlaying).toBe(true);
		expect(calls).toEqual([[month('03'), false]]);
		vi.advanceTimersByTime(1100);
		expect(calls.at(-1)).toEqual([month('05'), false]);
		vi.advanceTimersByTime(1100);
		expect(calls.at(-1)).toEqual([month('06'), true]);
		expect(player.isPlaying).toBe(false);
		vi.advanceTimersByTime(10_000);
		expect(calls).toHaveLength(3);
		expect(pauses).toBe(0);
	});

	it('begins again at the first stop after the last', () => {
		played = { ...played, window: month('06') };
		player.toggle();
		expect(calls).toEqual([[month('03'), false]]);
	});

	it('pauses where it is', () => {
		player.toggle();
		player.toggle();
		expect([player.isPlaying, pauses]).toEqual([false, 1]);
		vi.advanceTimersByTime(10_000);
		expect(calls).toHaveLength(1);
	});

	it('stops without a call, and cannot start without a stop or an axis', () => {
		player.toggle();
		player.stop();
		vi.advanceTimersByTime(10_000);
		expect([calls.length, pauses, player.isPlaying]).toEqual([1, 0, false]);
		played = { ...played, stops: [] };
		player.toggle();
		played = { ...played, stops: [january], axis: null };
		player.toggle();
		expect([calls.length, player.isPlaying]).toEqual([1, false]);
	});

	it('takes longer between two steps for those who want no motion', () => {
		vi.stubGlobal('matchMedia', () => ({ matches: true }));
		player.toggle();
		vi.advanceTimersByTime(2399);
		expect(calls).toHaveLength(1);
		vi.advanceTimersByTime(1);
		expect(calls).toHaveLength(2);
	});

	it('pauses when a filter takes the stops that are left', () => {
		player.toggle();
		played = { ...played, stops: [january + 2] };
		vi.advanceTimersByTime(1100);
		expect([calls.length, pauses, player.isPlaying]).toEqual([1, 1, false]);
	});

	it('plays up to a day by its end alone', () => {
		played = { ...played, mode: 'upto' };
		player.toggle();
		// All are there already, so it begins anew.
		expect(calls).toEqual([[{ from: null, to: '2015-03-31' }, false]]);
		vi.advanceTimersByTime(1100);
		expect(calls.at(-1)).toEqual([{ from: null, to: '2015-05-31' }, false]);
	});

	it('does nothing more once it is destroyed', () => {
		player.toggle();
		player.destroy();
		vi.advanceTimersByTime(10_000);
		expect(calls).toHaveLength(1);
	});
});
