/** What a layer beside the reports shows, whoever has it: the reader or the site. */
import type { OverlayLayer } from '../map/overlay/overlay';
import type { Archive } from './archive/archive';
import { coloursOf } from './colours';
import type { ShownCount, Summary } from './query/tableIndex';
import { allBut, codes, toggled, type Codes } from './toggles';
import type { Days } from '../base/days';
import { crossed } from './timeWindow';

export abstract class Overlay {
	/** Letters and digits. */
	readonly id: string;
	abstract readonly name: string;
	/** What is known of all its rows. */
	abstract readonly summary: Pick<Archive, 'rows' | 'placed' | 'colour' | 'time'> &
		Pick<Summary, 'bounds' | 'hasShapes'>;
	/** What of it is shown; null where that was not counted, or not yet. */
	abstract readonly count: ShownCount | null;
	/** What the map gets besides what is the same for all layers. */
	protected abstract readonly drawn: Pick<
		OverlayLayer,
		'tile' | 'maxzoom' | 'version' | 'isPublished' | 'selected'
	>;

	visible = $state(true);
	/** Codes that are turned off. */
	off: Codes = $state.raw(codes());
	/** Days since 1970-01-01, both included; null is all time, and rows without a date are in that alone. */
	window: Days | null = $state.raw(null);
	/** The page's own window, which holds for what is dated here too. */
	pageWindow: Days | null = $state.raw(null);
	/** Degrees that the map is asked to show; the map takes it. */
	wantedBounds: OverlayLayer['bounds'] = $state.raw(null);
	/** By code, `#rrggbb`; grey where there is none. */
	readonly colours: readonly (string | undefined)[] = $derived.by(() => {
		const { colour } = this.summary;
		return colour ? coloursOf(colour.values, colour.written) : [];
	});
	/** The time that is shown: what the reader chose here and on the page. */
	readonly shownWindow: Days | null = $derived.by(() =>
		this.summary.time ? crossed(this.window, this.pageWindow) : null
	);
	/** What the map gets; null while it is not visible. */
	readonly mapLayer: OverlayLayer | null = $derived.by(() =>
		this.visible
			? {
					id: this.id,
					rows: this.summary.placed,
					bounds: this.summary.bounds,
					hasShapes: this.summary.hasShapes,
					colours: this.colours,
					off: this.off,
					window: this.shownWindow,
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

	/** Shows the rows of these values alone; of all where none is given. */
	only(kept?: readonly number[]): void {
		const all = this.summary.colour?.values.map(({ code }) => code) ?? [];
		this.off = kept ? allBut(all, kept) : codes();
		this.filterChanged();
	}

	/** Shows the rows of a time alone; null of all. */
	setWindow(window: Days | null): void {
		this.window = window;
		this.filterChanged();
	}

	/** Follows the page's own window. */
	setPageWindow(window: Days | null): void {
		if (window?.from === this.pageWindow?.from && window?.to === this.pageWindow?.to) return;
		this.pageWindow = window;
		this.filterChanged();
	}

	/** Asks the map to show all of it, with some room about it, since buttons lie over the edges of the map. */
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

	/** Called when other values or another time are shown. */
	protected filterChanged(): void {}
}
