/** What a page tells the map, and what it hears back. */
import type { Locale } from '$lib/words/locale';
import type { Box } from './box';
import type { MapActor, Marks, Shapes } from './data';
import type { Camera } from './engine/camera';
import type { Insets } from './engine/types';
import type { Measured, MeasureCircle, MeasureEnd } from './measure';
import type { OverlayHit, OverlayLayer } from './overlay/overlay';
import type { Theme } from './style/palette';

export interface SiteMapProps {
	/** The marks, or their address: GeoJSON points with `MarkProperties`. */
	marks: string | Marks;
	/** What lies beneath them, or its address: GeoJSON with `ShapeProperties`. */
	shapes: string | Shapes;
	actors: MapActor[];
	/** Ids of the actors that are shown. */
	visibleActors: ReadonlySet<string>;
	/**
	 * For each site the actors that all other filters leave; a site that is missing, or has none, is not on the map.
	 * Without it `visibleActors` decides alone.
	 */
	actorsBySite?: ReadonlyMap<string, ReadonlySet<string>>;
	selected?: string | null;
	/** A site pointed at elsewhere, as in a list. */
	highlighted?: string | null;
	/** Without it the map follows the page: `data-theme` on the root, else the system. */
	theme?: Theme;
	/** Of the names that are drawn on the map; without it the reader's own. Words are always in that. */
	language?: Locale;
	/** Pixels at each side that something else covers. */
	insets?: Insets;
	/** Where the address says that the map is; the map is put there when it changes. */
	camera?: Camera | null;
	/**
	 * The id of the background that the address asks for, null for the map's own. Without it the map shows the one that the
	 * reader chose last.
	 */
	background?: string | null;
	/** The ISO day that the timeline ends on; null where it says none. */
	day?: string | null;
	/** Whether a click means an end of a measured line. */
	measuring?: boolean;
	measured?: Measured | null;
	circle?: MeasureCircle | null;
	/** The reader's own data, the lowest first; it lies beneath all names and marks of ours. */
	overlays?: readonly OverlayLayer[];
	/** Shows these sites alone, and fits to them. */
	only?: readonly string[];
	/** A small map inside a text: it leaves the wheel to the page. */
	small?: boolean;
	/**
	 * In a frame of another page: one finger and the wheel scroll that page, and two fingers, or the wheel with a key, move
	 * the map, which says so. It counts when the map is made.
	 */
	cooperative?: boolean;
	interactive?: boolean;
	/** Whether the buttons that move it are seen where fingers do that; a keyboard finds them in any case. */
	withButtons?: boolean;
	/** The map's name for readers who don't see it. */
	label?: string;
	/** And what is on it; without it the map says so itself. */
	description?: string;
	href: (site: string) => string;
	onselect?: (site: string | null) => void;
	onhighlight?: (site: string | null) => void;
	/** The reader moved the map to here; null when they asked for the whole map. */
	oncamera?: (camera: Camera | null) => void;
	/** The reader chose a background; `replace`: it was chosen before, and only the address has to say so. */
	onbackground?: (id: string | null, replace: boolean) => void;
	/**
	 * The map came to rest, or its marks are there: the box of the part that nothing covers, and the sites in it,
	 * whether filters leave them or not.
	 */
	onbounds?: (bounds: Box, sitesInView: string[]) => void;
	/** A click while measuring: a site where there is one, else the point. */
	onmeasure?: (target: MeasureEnd) => void;
	/** A click found a mark of the reader's own data; null: it found none, on whatever else it was. */
	onoverlay?: (hit: OverlayHit | null) => void;
	/** Whether rows of the reader's own data look out from under marks of ours as rings. */
	onrings?: (hasRings: boolean) => void;
}
