/** The archives that the site publishes: named in the page, read by range requests, shown beneath a reader's own. */
import type { OwnHit, OwnLayer } from '../map/own/layer';
import { addressesIn, ArchiveFault, openArchive, type Archive, type ArchiveFaultReason } from './archive';
import { coloursOf } from './colours';
import { allBut, codes, toggled, type Codes } from './toggles';
import { crossed, type Days } from './window';

/** One archive in use: what of it is shown. Its rows stay with its host, so that it has no table and no search. */
export class Published {
	/** Letters and digits. */
	readonly id: string;
	readonly archive: Archive;
	visible = $state(true);
	/** Codes that are turned off. */
	off: Codes = $state.raw(codes());
	/** Days since 1970-01-01, both included; null is all time, and rows without a date are in that alone. */
	window: Days | null = $state.raw(null);
	/** The page's own window, which holds for what is dated here too. */
	around: Days | null = $state.raw(null);
	/** The mark that a click found. */
	chosen: OwnHit | null = $state.raw(null);
	/** Degrees that the map is asked to show; the map takes it. */
	wanted: OwnLayer['bounds'] = $state.raw(null);
	/** How many rows of each value are shown in a part of the time is not known here. */
	readonly count = null;
	/** By code, `#rrggbb`; grey where there is none. */
	readonly colours: readonly (string | undefined)[];
	/** The time that is shown: what the reader chose here and on the page. */
	readonly shownWindow: Days | null;
	/** What the map gets; null while it is not visible. */
	readonly layer: OwnLayer | null;

	constructor(id: string, archive: Archive) {
		this.id = id;
		this.archive = archive;
		this.colours = archive.colour ? coloursOf(archive.colour.values, archive.colour.written) : [];
		this.shownWindow = $derived(archive.time ? crossed(this.window, this.around) : null);
		const marked = $derived.by((): OwnLayer['marked'] =>
			this.chosen ? [this.chosen.longitude, this.chosen.latitude] : null
		);
		this.layer = $derived(
			this.visible
				? {
						id,
						isPublished: true,
						tile: archive.tile,
						maxzoom: archive.maxzoom,
						version: 0,
						rows: archive.placed,
						bounds: archive.bounds,
						colours: this.colours,
						off: this.off,
						window: this.shownWindow,
						marked
					}
				: null
		);
	}

	get name(): string {
		return this.archive.name;
	}

	/** What is known of all its rows. */
	get summary(): Pick<Archive, 'rows' | 'placed' | 'bounds' | 'colour' | 'time'> {
		return this.archive;
	}

	/** Turns a value off or on. */
	toggle(code: number): void {
		this.off = toggled(this.off, code);
	}

	/** Shows the rows of these values alone; of all where none is given. */
	only(kept?: readonly number[]): void {
		const all = this.archive.colour?.values.map(({ code }) => code) ?? [];
		this.off = kept ? allBut(all, kept) : codes();
	}

	/** Shows the rows of a time alone; null of all. */
	setWindow(window: Days | null): void {
		this.window = window;
	}

	/** Follows the page's own window. */
	setAround(window: Days | null): void {
		if (window?.from !== this.around?.from || window?.to !== this.around?.to) this.around = window;
	}

	/** Asks the map to show all of it. */
	zoomTo(): void {
		this.wanted = this.archive.bounds;
	}
}

/** An archive that can't be shown, and why. */
export interface Unopened {
	address: string;
	reason: ArchiveFaultReason;
	detail: string | null;
}

/** All that the site publishes, in the order of the setting. */
export class PublishedLayers {
	readonly addresses: readonly string[];
	all: readonly Published[] = $state.raw([]);
	unopened: readonly Unopened[] = $state.raw([]);
	opening = $state(0);
	#isOpened = false;

	constructor(addresses: readonly string[]) {
		this.addresses = addresses;
	}

	/** Opens what was not opened before; a second call does nothing. */
	async open(): Promise<void> {
		if (this.#isOpened) return;
		this.#isOpened = true;
		await this.#openAll(this.addresses);
	}

	/** Tries again what could not be opened. */
	async retry(): Promise<void> {
		const again = this.unopened.map(({ address }) => address);
		this.unopened = [];
		await this.#openAll(again);
	}

	async #openAll(addresses: readonly string[]): Promise<void> {
		await Promise.all(addresses.map((address) => this.#openOne(address)));
	}

	async #openOne(address: string): Promise<void> {
		this.opening++;
		const place = this.addresses.indexOf(address);
		const id = `published${place}`;
		try {
			const opened = new Published(id, await openArchive(address));
			const placeOf = (own: Published) => Number(own.id.slice('published'.length));
			this.all = [...this.all, opened].sort((a, b) => placeOf(a) - placeOf(b));
		} catch (error) {
			const { reason, detail } = error instanceof ArchiveFault ? error : new ArchiveFault('damaged');
			this.unopened = [...this.unopened, { address, reason, detail }];
		} finally {
			this.opening--;
		}
	}
}

/** What `VITE_TILES` named when the site was built, which every page has in its first tag. */
export const published = new PublishedLayers(addressesIn(globalThis.document?.documentElement.dataset.tiles));
