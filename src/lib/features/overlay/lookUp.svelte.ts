/** Looks up where the names in a file may be, in this site and in the gazetteer that it has, when the reader asks. */
import type { FileLayer } from '$lib/overlay/fileLayer.svelte';
import type { LookedUp } from '$lib/overlay/read/lookedUp';
import { lookedUp, sitesHere } from './placesByName';

/** More names are not looked up at once. */
const mostNames = 20_000;

export class LookUp {
	state = $state<'idle' | 'working' | 'nothing' | 'failed'>('idle');
	/** How much of the gazetteer is here, 0 to 1. */
	share = $state(0);
	#life = new AbortController();

	/** The places of the names in a column, in rows that have no place; null where none was found, or it was stopped. */
	async run(layer: FileLayer, column: number): Promise<LookedUp | null> {
		this.stop();
		const { signal } = this.#life;
		this.share = 0;
		this.state = 'working';
		try {
			const [texts, own] = await Promise.all([
				layer.table.ask('unplacedTexts', column, mostNames),
				sitesHere(signal)
			]);
			const names = texts.map(({ text }) => text);
			const found = await lookedUp({ names, own }, signal, (share) => (this.share = share));
			const places = Object.fromEntries(
				names.flatMap((name, at) => (found[at] ? [[name, found[at]] as const] : []))
			);
			this.state = Object.keys(places).length > 0 ? 'idle' : 'nothing';
			return this.state === 'idle' ? { column, places } : null;
		} catch {
			if (!signal.aborted) this.state = 'failed';
			return null;
		}
	}

	stop(): void {
		this.#life.abort();
		this.#life = new AbortController();
		this.state = 'idle';
	}
}
