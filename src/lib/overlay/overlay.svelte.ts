/** An overlay in use: rows on the map that are not our reports, in a file of the reader's or an archive of the site's. */
import type { OverlayLayer } from '../map/overlay/overlay';
import type { Archive } from './archive/archive';
import { coloursOf } from './colours';
import type { ShownCount, Summary } from './query/tableIndex';
import { allBut, codes, toggled, type Codes } from './toggles';
import type { Days } from '../base/days';
import { shortText } from '../base/shorten';
import { siteActors } from './siteActors.svelte';
import { crossed, sameDays } from './timeWindow';

export abstract class Overlay {
	/** Letters and digits. */
	readonly id: string;
	abstract readonly name: string;
	/** What is known of all its rows. */
	abstract readonly summary: Pick<Archive, 'rows' | 'placed' | 'colour' | 'time'> &
		Pick<Summary, 'bounds' | 'hasShapes'>;
	/** How many rows are shown; null where they are not counted, or not yet. */
	abstract readonly count: ShownCount | null;
	/** The parts of `mapLayer` that files and archives fill in each in their own way. */
	protected abstract readonly drawn: Pick<
		OverlayLayer,
		'marks' | 'shapes' | 'maxzoom' | 'version' | 'isPublished' | 'selected'
	>;

	visible = $state(true);
	/** Codes that are turned off. */
	off: Codes = $state.raw(codes());
	/** Days since 1970-01-01, both included; null is all time. Rows without a date are shown for all time only. */
	window: Days | null = $state.raw(null);
	/** The window that the page is filtered by; it holds here too. */
	pageWindow: Days | null = $state.raw(null);
	/** Degrees that the map is asked to show; reset to null when the map goes there. */
	wantedBounds: OverlayLayer['bounds'] = $state.raw(null);
	/** By code, `#rrggbb`, in the theme of the page; grey where there is none. */
	readonly colours: readonly (string | undefined)[] = $derived.by(() => {
		const { colour } = this.summary;
		return colour ? coloursOf(colour.values, colour.written, (value) => siteActors.colourOf(value)) : [];
	});
	/** The window that rows are shown of: in the overlay's and in the page's. */
	readonly shownWindow: Days | null = $derived.by(() =>
		this.summary.time ? crossed(this.window, this.pageWindow) : null
	);
	/** What the map gets; null while it is not visible. */
	readonly mapLayer: OverlayLayer | null = $derived.by(() =>
		this.visible
			? {
					id: this.id,
					name: shortText(this.name, 40),
					rows: this.summary.placed,
					bounds: this.summary.bounds,
					hasShapes: this.summary.hasShapes,
					colours: this.colours,
					off: this.off,
					window: this.shownWindow,
					credit: this.credit,
					...this.drawn
				}
			: null
	);

	constructor(id: string) {
		this.id = id;
	}

	/** Turns a value off or on. */
	toggle(code: number): void {
		this.off = toggled(this.off, code);
		this.filterChanged();
	}

	/** Shows only the rows of these values; of all values where none are given. */
	only(kept?: readonly number[]): void {
		const all = this.summary.colour?.values.map(({ code }) => code) ?? [];
		this.off = kept ? allBut(all, kept) : codes();
		this.filterChanged();
	}

	/** Shows only the rows of a window; null for all. */
	setWindow(window: Days | null): void {
		this.window = window;
		this.filterChanged();
	}

	/** Follows the page's own window. */
	setPageWindow(window: Days | null): void {
		if (sameDays(window, this.pageWindow)) return;
		this.pageWindow = window;
		this.filterChanged();
	}

	/** Asks the map to show all rows, with a margin, since buttons lie over the map's edges. */
	zoomTo(): void {
		const { bounds } = this.summary;
		if (!bounds) return;
		const [west, south, east, north] = bounds;
		const [x, y] = [(east - west) / 10, (north - south) / 10];
		this.wantedBounds = [
			Math.max(-180, west - x),
			Math.max(-90, south - y),
			Math.min(180, east + x),
			Math.min(90, north + y)
		];
	}

	/** Asks the map to show a place, in degrees, with some two kilometres about it. */
	zoomToPlace([longitude, latitude]: readonly [number, number]): void {
		const reach = 0.02;
		this.visible = true;
		this.wantedBounds = [longitude - reach, latitude - reach, longitude + reach, latitude + reach];
	}

	/** Whose data it is, as pictures of the map say it; '' where nobody has said it. */
	protected get credit(): string {
		return '';
	}

	/** Called when other values or another window are shown. */
	protected filterChanged(): void {}
}
