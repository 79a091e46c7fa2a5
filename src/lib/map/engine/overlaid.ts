/** All of the engine that only a map with overlays has: the first of them brings its code. */
import { addProtocol, type Map as MapLibre } from 'maplibre-gl';
import { Overlays } from '../overlay/overlays';
import { overlayProtocol, overlayTiles } from '../overlay/source';
import { Beneath, type BeneathParts } from './beneath';
import type { Callbacks, EngineState } from './types';

export interface Overlaid {
	/** Draws them, and finds what of them lies under the pointer. */
	overlays: Overlays;
	/** Finds the rows that our marks cover. */
	beneath: Beneath;
}

/** Readies a map for overlays. */
export function overlaid(
	map: MapLibre,
	state: Readonly<EngineState>,
	parts: Omit<BeneathParts, 'overlays'>,
	callbacks: Pick<Callbacks, 'onbeneath' | 'onfail'>
): Overlaid {
	addProtocol(overlayProtocol, overlayTiles.answer);
	const overlays: Overlays = new Overlays(map, {
		onmarks: () => beneath.update(),
		onfail: (source) => callbacks.onfail(source)
	});
	const beneath = new Beneath(map, state, { ...parts, overlays }, callbacks);
	return { overlays, beneath };
}
