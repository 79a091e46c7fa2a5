/** Names on the map give way to what lies over it: half a name would be read wrongly, or not at all. */
import type { Map as MapLibre } from 'maplibre-gl';
import { citiesSource, coveredState, labelsSource, marksSource, nearSource } from '../style/sources';

/** A part of the picture, in pixels of the page from its upper left corner. */
export interface Patch {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** The layers of such names, and what they draw from. */
const layers = {
	'country-names': labelsSource,
	'sea-names': labelsSource,
	'village-names': nearSource,
	'city-names': citiesSource,
	'site-names': marksSource
};

export class CoveredNames {
	#map: MapLibre;
	/** Those that are hidden, by source and id. */
	#hidden = new Map<string, { source: string; id: string | number }>();

	constructor(map: MapLibre) {
		this.#map = map;
	}

	/** Whether a name is drawn, or would be, somewhere in a part of the picture. */
	isAt(patch: Patch): boolean {
		return this.#under(patch).length > 0;
	}

	/** Hides the names that lie under any of these, and shows those again that did before. */
	hide(patches: readonly Patch[]): void {
		const now = new Map(
			patches.flatMap((patch) => this.#under(patch)).map((name) => [`${name.source}/${name.id}`, name])
		);
		for (const [key, name] of this.#hidden) if (!now.has(key)) this.#set(name, false);
		for (const [key, name] of now) if (!this.#hidden.has(key)) this.#set(name, true);
		this.#hidden = now;
	}

	/** The style was built anew, and knows of none that is hidden. */
	forget(): void {
		this.#hidden.clear();
	}

	#set(name: { source: string; id: string | number }, covered: boolean) {
		if (this.#map.getSource(name.source)) this.#map.setFeatureState(name, { [coveredState]: covered });
	}

	#under({ left, top, right, bottom }: Patch) {
		return Object.entries(layers).flatMap(([layer, source]) => {
			if (!this.#map.getLayer(layer)) return [];
			const found = this.#map.queryRenderedFeatures(
				[
					[left, top],
					[right, bottom]
				],
				{ layers: [layer] }
			);
			return found.flatMap(({ id }) => (id === undefined ? [] : { source, id }));
		});
	}
}
