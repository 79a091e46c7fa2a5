import type { LayerSpecification } from 'maplibre-gl';
import type { Locale } from '$lib/words/locale';
import type { MapActor } from '../data';
import type { OverlayLayer } from '../overlay/overlay';
import type { Palette } from './palette';

/** What layers depend on beside the palette. */
export interface LayerOptions {
	actors: readonly MapActor[];
	language: Locale;
	/** Whether the measuring tool draws anything. */
	isMeasured: boolean;
	/** Whether the map was ever seen so close up that the finer ground near the sites is of use. */
	isNear?: boolean;
	/** Whether the map is the desk's, where an author may draft a place anywhere. */
	isDrafted?: boolean;
	/** Whether pictures of the ground lie beneath, of whatever colours. */
	isOverImagery?: boolean;
	/** Whether a row of an overlay was ever selected: most readers select none, and empty layers cost a frame as much as full ones. */
	hasSelected?: boolean;
	/** Whether a mark of ours ever covered rows of an overlay. */
	hasRowsBeneath?: boolean;
	/** The reader's own data and published archives, the lowest first. */
	overlays: readonly OverlayLayer[];
}

/** A file of `layers/`: one or more layers as a pure function of the palette and the options. */
export type MakeLayers = (palette: Palette, options: LayerOptions) => LayerSpecification[];
