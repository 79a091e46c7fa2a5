/** A background on its way onto the map: what is chosen last counts, and a day is shown once it stands. */
import type { Map as MapLibre } from 'maplibre-gl';
import { beforeEach, expect, it, vi } from 'vitest';
import type { Background } from '../../../../src/lib/map/backgrounds/list';
import type { State } from '../../../../src/lib/map/backgrounds/reception';
import { MapBackground } from '../../../../src/lib/map/engine/background';
import type { Callbacks, EngineState, View } from '../../../../src/lib/map/engine/types';

const host = 'https://tiles.example.org';
const common = {
	name: { en: 'One' },
	look: 'imagery' as const,
	attribution: [{ text: 'Nobody', url: 'https://example.org' }],
	licence: { name: 'CC0', url: 'https://example.org' },
	hosts: [host]
};
const daily: Background = {
	type: 'raster',
	id: 'daily',
	...common,
	url: `${host}/{date}/{z}/{x}/{y}.png`,
	days: { from: '2000-01-01' }
};
const styled: Background = { type: 'style', id: 'styled', ...common, url: `${host}/style.json` };

let told: State[];
let state: EngineState;
let setTiles: ReturnType<typeof vi.fn>;
let rebuilt: number;
let answerStyle: (response: Response) => void;

beforeEach(() => {
	told = [];
	rebuilt = 0;
	setTiles = vi.fn();
	state = { view: { theme: 'light', language: 'en', background: null, day: null } as View, data: null };
	vi.stubGlobal('location', new URL('https://site.example/'));
	vi.stubGlobal('navigator', { onLine: true });
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal('removeEventListener', () => undefined);
	vi.stubGlobal('fetch', () => new Promise((answer) => (answerStyle = answer)));
	return () => {
		vi.useRealTimers();
		vi.unstubAllGlobals();
	};
});

function begun(): { background: MapBackground; show: (changed: Partial<View>) => void } {
	const map = { getSource: () => ({ setTiles }) } as unknown as MapLibre;
	const callbacks = { onbackground: (now: State) => told.push(now) } as unknown as Callbacks;
	const background = new MapBackground(map, state, callbacks, () => rebuilt++);
	background.begin();
	return {
		background,
		show(changed) {
			const before = state.view;
			state.view = { ...before, ...changed };
			background.update(before);
		}
	};
}
const isDrawn = (background: MapBackground) => vi.waitFor(() => expect(background.drawn).not.toBeNull());

it('what is chosen last counts, though an earlier one comes later', async () => {
	const { background, show } = begun();
	show({ background: styled });
	await vi.waitFor(() => expect(answerStyle).toBeDefined());
	show({ background: daily, day: '2020-05-31' });
	await isDrawn(background);
	answerStyle(
		new Response('{"version":8,"sources":{},"layers":[]}', {
			headers: { 'content-type': 'application/json' }
		})
	);
	await Promise.resolve();
	expect(Object.keys(background.drawn!.sources)).toEqual(['background']);
	show({ background: null });
	expect(background.drawn).toBeNull();
	expect(told.at(-1)).toEqual({ state: 'none' });
	background.end();
});

it('a day that is passed on the way to another is not asked for', async () => {
	const { background, show } = begun();
	show({ background: daily, day: '2020-05-31' });
	await isDrawn(background);
	vi.useFakeTimers();
	show({ day: '2020-06-01' });
	vi.advanceTimersByTime(100);
	show({ day: '2020-06-02' });
	vi.advanceTimersByTime(1000);
	expect(setTiles.mock.calls.flat(2)).toEqual([
		expect.stringMatching(/^background:\/\/m\d+\/tile\/https:\/\/tiles\.example\.org\/2020-06-02\/\{z\}/)
	]);
	// And the same source has it, whatever is built next.
	expect(JSON.stringify(background.drawn!.sources)).toContain('2020-06-02');
	background.end();
});

it('only what lies on other hosts is asked for by the protocol, once there is a background', async () => {
	const { background, show } = begun();
	expect(background.request(`${host}/1/0/0.pbf`, 'Tile')).toBeUndefined();
	show({ background: daily, day: '2020-05-31' });
	await isDrawn(background);
	expect(background.request('https://site.example/map/ground.json', 'Source')).toBeUndefined();
	expect(background.request('font:/x.woff2')).toBeUndefined();
	expect(background.request(`${host}/1/0/0.pbf`, 'Tile')?.url).toMatch(/^background:\/\/m\d+\/tile\/https:/);
	expect(background.request(`${host}/t.json`, 'Source')?.url).toMatch(/^background:\/\/m\d+\/source\/https:/);
	background.end();
});

it('what the map refuses is taken off it, and told', async () => {
	const { background, show } = begun();
	show({ background: daily, day: '2020-05-31' });
	await isDrawn(background);
	const before = rebuilt;
	background.refuse();
	expect([background.drawn, rebuilt]).toEqual([null, before + 1]);
	expect(told.at(-1)).toMatchObject({
		state: 'missing',
		reason: { why: 'other', host: 'tiles.example.org' }
	});
	background.end();
});
