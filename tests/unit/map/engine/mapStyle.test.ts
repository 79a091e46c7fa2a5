/** Which style is put on the map when, and whether it is compared with the one before it. */
import type { Map as MapLibre } from 'maplibre-gl';
import { expect, it, vi } from 'vitest';
import { prepare } from '../../../../src/lib/map/data';
import type { MapBackground } from '../../../../src/lib/map/engine/background';
import { MapStyle } from '../../../../src/lib/map/engine/mapStyle';
import type { Callbacks, EngineState } from '../../../../src/lib/map/engine/types';
import { actors, marks, shapes, view } from '../fixtures';

it('is compared with the one before it only once that was loaded, and till then replaces it as it is', async () => {
	let listeners: (() => void)[] = [];
	const setStyle = vi.fn();
	const map = {
		once: (event: string, listener: () => void) => event === 'style.load' && listeners.push(listener),
		on: () => {},
		getZoom: () => 6,
		setStyle
	};
	const load = () => {
		const all = listeners;
		listeners = [];
		for (const listener of all) listener();
	};
	const state: EngineState = { view, data: null };
	const style = new MapStyle(
		map as unknown as MapLibre,
		state,
		() => null,
		{ redraw: () => {} } as never,
		() => ({ drawn: null, isShown: false }) as unknown as MapBackground,
		{} as Callbacks,
		() => {}
	);
	const put = async () => {
		await style.rebuild();
		return setStyle.mock.lastCall as [{ sources: object }, object];
	};
	await style.rebuild();
	expect(setStyle, 'the map has not read its own first style').not.toHaveBeenCalled();
	load();
	const [first, options] = await put();
	expect(options).toEqual({ diff: false });
	// The data has come before the first style was loaded.
	state.data = prepare(marks, shapes, actors);
	const [second, others] = await put();
	expect(others, 'nothing of the first is fetched').toEqual({ diff: false });
	expect(Object.keys(second.sources)).toEqual(
		expect.arrayContaining([...Object.keys(first.sources), 'marks'])
	);
	load();
	expect((await put())[1]).toEqual({ diff: true, transformStyle: expect.any(Function) as unknown });
});
