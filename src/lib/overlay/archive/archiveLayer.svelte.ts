/** The archives that the site publishes: named in the page, read by range requests, shown beneath a reader's own. */
import type { OverlayHit, OverlayLayer } from '../../map/overlay/overlay';
import { publishedArchives } from './addresses';
import { ArchiveFault, openArchive, type Archive, type ArchiveFaultReason } from './archive';
import { onChange } from '../../base/onChange.svelte';
import { Overlay } from '../overlay.svelte';
import { keptTextsOf } from './keptTexts';
import { marksOf } from './marks';
import { recalled, remember, type ArchiveLayerState } from './archiveState';
import { codes } from '../toggles';

/** The texts of a row by column, or how far they are from being there. */
export type KeptTexts = { state: 'fetching' | 'failed' } | { state: 'found'; texts: string[] };

/** One archive in use. Its rows stay with its host: it has no table and no search. */
export class ArchiveLayer extends Overlay {
	readonly archive: Archive;
	/** The mark that a click found. */
	selected: OverlayHit | null = $state.raw(null);
	/** What the archive keeps of its row; null where nothing is to be had, as of several rows. */
	texts: KeptTexts | null = $state.raw(null);
	/** Unknown: the rows of a window would have to be fetched to be counted. */
	readonly count = null;

	readonly #selected: OverlayLayer['selected'] = $derived(
		this.selected && { at: [this.selected.longitude, this.selected.latitude], radius: null }
	);

	/** @param state how it was left at an earlier visit */
	constructor(id: string, archive: Archive, state: ArchiveLayerState | null = null) {
		super(id);
		this.archive = archive;
		if (!state) return;
		this.visible = state.visible;
		this.window = state.window;
		const values = archive.colour?.values ?? [];
		this.off = codes(values.filter(({ value }) => state.off.includes(value)).map(({ code }) => code));
	}

	readonly #marks: OverlayLayer['marks'] = (...tile) => marksOf(this.archive, ...tile);

	/** How it is shown, to be kept. */
	get state(): ArchiveLayerState {
		const values = this.archive.colour?.values ?? [];
		return {
			visible: this.visible,
			off: values.filter(({ code }) => this.off.has(code)).map(({ value }) => value),
			window: this.window
		};
	}

	/** Opens a mark, and fetches what is kept of its row; null closes what is open. */
	async select(hit: OverlayHit | null): Promise<void> {
		this.selected = hit;
		const { kept = [] } = this.archive;
		if (!hit || hit.count > 1 || kept.length === 0) {
			this.texts = null;
			return;
		}
		this.texts = { state: 'fetching' };
		const found = await keptTextsOf(this.archive, hit).then(
			(texts): KeptTexts | null => texts && { state: 'found', texts },
			(): KeptTexts => ({ state: 'failed' })
		);
		// Another mark may have been opened meanwhile.
		if (this.selected === hit) this.texts = found;
	}

	get name(): string {
		return this.archive.name;
	}

	get summary(): Archive {
		return this.archive;
	}

	protected override get credit() {
		return this.archive.attribution ?? '';
	}

	protected override get drawn() {
		const { tile: shapes, maxzoom } = this.archive;
		return {
			marks: this.#marks,
			shapes,
			maxzoom,
			version: 0,
			isPublished: true,
			selected: this.#selected
		};
	}
}

/** An archive that can't be shown, and why. */
export interface UnopenedArchive {
	address: string;
	reason: ArchiveFaultReason;
	detail: string | null;
}

/** All archives that the site publishes, in the order of the setting. */
export class Archives {
	readonly addresses: readonly string[];
	all: readonly ArchiveLayer[] = $state.raw([]);
	unopened: readonly UnopenedArchive[] = $state.raw([]);
	opening = $state(0);
	#isOpened = false;

	constructor(addresses: readonly string[]) {
		this.addresses = addresses;
	}

	/** Opens all archives; a second call does nothing. */
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
			const opened = new ArchiveLayer(id, await openArchive(address), recalled(address));
			onChange(
				() => opened.state,
				(state) => remember(address, state)
			);
			const placeOf = (layer: ArchiveLayer) => Number(layer.id.slice('published'.length));
			this.all = [...this.all, opened].sort((a, b) => placeOf(a) - placeOf(b));
		} catch (error) {
			const { reason, detail } = error instanceof ArchiveFault ? error : new ArchiveFault('damaged');
			this.unopened = [...this.unopened, { address, reason, detail }];
		} finally {
			this.opening--;
		}
	}
}

export const archives = new Archives(publishedArchives);
