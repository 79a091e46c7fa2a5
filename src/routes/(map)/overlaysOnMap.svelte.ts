/** The overlays on the page's map: they follow its time, and the map goes where their panel asks it to. */
import { untrack } from 'svelte';
import type { Box } from '$lib/map/box';
import type { OverlayHit } from '$lib/map/overlay/overlay';
import { own } from '$lib/overlay/own.svelte';
import type { ActorView } from '$lib/geodata/views';
import type { Hue } from '$lib/geodata/vocabulary';
import type { ViewState } from '$lib/view/view';

export class OverlaysOnMap {
	/** The lowest first: published archives, then the reader's files. */
	readonly #all = $derived(own.code ? [...own.code.archives.all, ...own.code.overlayFiles.all] : []);
	readonly mapLayers = $derived(this.#all.flatMap(({ mapLayer }) => mapLayer ?? []));
	/** What those that are shown are called, and whose they are where that is known. */
	readonly names = $derived(
		this.#all.flatMap(({ mapLayer, name }) =>
			mapLayer ? [mapLayer.credit ? `${name} (${mapLayer.credit})` : name] : []
		)
	);
	/** Whether something of them is open in the panel. */
	readonly isOpen = $derived(this.#all.some(({ selected }) => selected !== null));

	/** Made while a component is, for as long as that lives. */
	constructor(
		view: () => ViewState,
		actors: () => { all: readonly ActorView[]; colours: Record<Hue, string> },
		showBox: (box: Box) => void
	) {
		$effect(() => own.code?.siteActors.know(actors().all, actors().colours));
		$effect(() => {
			if (this.#all.some(({ summary }) => summary.colour)) void own.code?.siteActors.knowNames();
		});
		$effect(() => {
			const { from, to, mode } = view();
			const days = own.code?.daysBetween(mode === 'upto' ? null : from, to) ?? null;
			for (const overlay of this.#all) untrack(() => overlay.setPageWindow(days));
		});
		$effect(() => {
			for (const overlay of this.#all) {
				if (!overlay.wantedBounds) continue;
				showBox(overlay.wantedBounds);
				overlay.wantedBounds = null;
			}
		});
	}

	/** Opens in the panel what a click found; a click beside it closes what was open. */
	open(hit: OverlayHit | null): void {
		if (!own.code) return;
		const { archives, overlayFiles } = own.code;
		for (const file of overlayFiles.all) {
			if (file.id === hit?.layer) void file.select(hit);
			else if (file.selected) void file.open(null);
		}
		for (const archive of archives.all) void archive.select(archive.id === hit?.layer ? hit : null);
	}
}
