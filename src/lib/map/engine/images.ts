/** Draws the images that layers name when the map first asks for them, and again in place when what they show changes. */
import type { Map as MapLibre } from 'maplibre-gl';
import { membersOf, shares } from '../style/clusterImage';
import { chipFont, drawGlyph, type GlyphContext } from '../style/glyphs';
import { palettes } from '../style/palette';
import type { EngineState } from './types';

export class Images {
	#map: MapLibre;
	#state: Readonly<EngineState>;
	#visibleAt: GlyphContext['visibleAt'];
	#font: Promise<void>;
	#drawn = new Set<string>();
	/** What each cluster's image shows, so that only those that change are drawn again. */
	#clusters = new Map<string, string>();

	/**
	 * @param visibleAt the visible actors of the site of a number
	 * @param font settled once the font of chips has come, or cannot
	 */
	constructor(
		map: MapLibre,
		state: Readonly<EngineState>,
		visibleAt: GlyphContext['visibleAt'],
		font: Promise<void>
	) {
		this.#map = map;
		this.#state = state;
		this.#visibleAt = visibleAt;
		this.#font = font;
		map.setMissingStyleImageResolver((id) => this.#add(id));
	}

	/** What images are drawn with. */
	get context(): GlyphContext {
		const { theme, actors } = this.#state.view;
		return {
			palette: palettes[theme],
			actors,
			visibleAt: this.#visibleAt,
			font: `'${chipFont}', sans-serif`,
			pixelRatio: devicePixelRatio
		};
	}

	/** Draws every image again, as for another theme. */
	redraw(): void {
		this.#redraw([...this.#drawn]);
	}

	/** Draws the clusters again whose visible sites or actors have changed. */
	redrawClusters(): void {
		this.#redraw([...this.#clusters.keys()].filter((id) => this.#shownBy(id) !== this.#clusters.get(id)));
	}

	async #add(id: string): Promise<void> {
		await this.#font;
		if (this.#map.hasImage(id)) return;
		const { context } = this;
		this.#map.addImage(id, drawGlyph(id, context), { pixelRatio: context.pixelRatio });
		this.#drawn.add(id);
		this.#remember(id);
	}

	/** Replaces pixels only: no source or layout is touched, so the next frame has them. */
	#redraw(ids: string[]): void {
		for (const id of ids) {
			const image = this.#map.hasImage(id) && this.#map.getImage(id);
			if (!image) continue;
			// MapLibre takes no other size for an image, so it stays at the pixel ratio at which it was made.
			this.#map.updateImage(id, drawGlyph(id, { ...this.context, pixelRatio: image.pixelRatio }));
			this.#remember(id);
		}
		this.#map.triggerRepaint();
	}

	#remember(id: string): void {
		if (membersOf(id)) this.#clusters.set(id, this.#shownBy(id));
	}

	/** All that a cluster's image depends on, beside the theme. */
	#shownBy(cluster: string): string {
		const { sites, parts } = shares(
			membersOf(cluster)!.map(this.#visibleAt),
			this.#state.view.actors.map(({ id }) => id)
		);
		return `${sites} ${parts.map(({ actor, share }) => `${actor} ${share}`).join(' ')}`;
	}
}
