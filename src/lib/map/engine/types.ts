/** What the map shows, what lies under the pointer on it, and what it reports back. */
import type { Locale } from '$lib/words/locale';
import type { Background } from '../backgrounds/list';
import type { State as BackgroundState } from '../backgrounds/reception';
import type { Box } from '../box';
import type { MapActor, MapData } from '../data';
import type { DrawAct, DraftView } from '../draft';
import type { Measured, MeasureCircle, MeasureEnd } from '../measure';
import type { OverlayHit, OverlayLayer } from '../overlay/overlay';
import type { Theme } from '../style/palette';
import type { ActorFilter } from '../visible';
import type { Camera } from './camera';

/** Pixels at each side of the map that something else covers. */
export interface Insets {
	top: number;
	right: number;
	bottom: number;
	left: number;
}

/** What the map is to show. */
export interface View extends ActorFilter {
	actors: MapActor[];
	/** Id of the selected site. */
	selected: string | null;
	/** Id of the site that is pointed at, on the map or elsewhere. */
	highlighted: string | null;
	theme: Theme;
	language: Locale;
	insets: Insets;
	/** Where the address says the map is; null where it says nothing. */
	camera: Camera | null;
	/** Whether a click means an end of a measured line. */
	measuring: boolean;
	measured: Measured | null;
	circle: MeasureCircle | null;
	/** The background that the reader chose; null: the map's own alone. */
	background?: Background | null;
	/** The ISO day whose picture is shown, of a background that has one a day. */
	day?: string | null;
	/** The reader's own data and published archives, the lowest first. */
	overlays: readonly OverlayLayer[];
	/** What is drafted at the desk; a click means that, and our own sites are only seen. */
	draft?: DraftView;
}

/** What the parts of the engine share; the engine alone writes it. */
export interface EngineState {
	view: View;
	/** Null until the site's files have come. */
	data: MapData | null;
}

/** Where a site is, in pixels of the page from the map's upper left corner. */
export interface ScreenPosition {
	x: number;
	y: number;
	/** Id of the cluster that stands for the site, whose position this then is. */
	cluster: number | null;
}

/** A cluster under the pointer. */
export interface ClusterHit {
	id: number;
	/** Pixels of the page, from the map's upper left corner. */
	x: number;
	y: number;
	/** Ids of its visible sites. */
	sites: string[];
}

/** What lies at one spot of the map where a click does not say which is meant. */
export interface Spot {
	/** Pixels of the page, from the map's upper left corner. */
	x: number;
	y: number;
	/** Ids of its visible sites. */
	sites: string[];
	/** The marks of overlays that ours lie on. */
	rows: { hit: OverlayHit; colour: string }[];
	/** Brings the map so near that the sites lie apart; without it no zoom does. */
	part?: () => void;
}

/** What the pointer is on. */
export type PointerTarget = { site: string } | { cluster: ClusterHit } | null;

export interface Callbacks {
	/** The first picture with all that is on it. */
	onready(): void;
	/** The picture is whole and at rest, for the first time or again. */
	onrest?(): void;
	/** The picture moved: ask again where sites are on the screen. */
	onmove(): void;
	onhover(target: PointerTarget): void;
	onselect(site: string | null): void;
	/** What a click found in an overlay; null where it found nothing of one. */
	onoverlay(hit: OverlayHit | null): void;
	/** A click while measuring. */
	onmeasure(end: MeasureEnd): void;
	/** A click on a place that is drafted; null: on none. */
	ondraft?(mark: string | null): void;
	/** A hand draws a place. */
	ondraw?(act: DrawAct): void;
	/** The reader moved the map to here; null: asked for the whole map. */
	oncamera(camera: Camera | null): void;
	/** The map came to rest: the box of the part that nothing covers, and the ids of the sites in it. */
	onbounds(bounds: Box, sites: string[]): void;
	/** A click on a cluster that no zoom splits, or on a mark that lies on rows of an overlay. */
	onspot(spot: Spot): void;
	/**
	 * The sites whose marks lie on rows of an overlay, as they are on the map now, and whether a row looks out from under one
	 * as a ring.
	 */
	onbeneath?(sites: ReadonlySet<string>, hasRings: boolean): void;
	/** A file could not be loaded: the name of its source, or `basemap`. */
	onfail(name: string): void;
	/** What came of asking for the background. */
	onbackground?(state: BackgroundState): void;
	/** The graphics card took the drawing context away (true) or gave it back (false). */
	oncontextlost(lost: boolean): void;
	/** MapLibre's worker is missing or broken: nothing can be drawn. */
	onbroken(): void;
	/** It has ended, and so has the one in its place: nothing more can be drawn. */
	ongone(): void;
}
