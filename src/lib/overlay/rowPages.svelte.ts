/** The rows of a file as its table lists them: fetched from the worker in pages, as they come into view. */
import type { Row } from './query/tableIndex';
import type { FileLayer } from './fileLayer.svelte';

/** Rows of a page. */
const pageSize = 100;
/** Pages that are kept on either side of the last that came; two or three are in view. */
const reach = 20;

type Pages = Readonly<Record<number, Row[]>>;

export class RowPages {
	readonly #layer: FileLayer;
	/** By number. After a new filter or sorting the former ones stay until the first of the new ones comes. */
	#pages: Pages = $state.raw({});
	/** The revision of the layer that `#pages` are of. */
	#held = -1;
	/** The revision that pages are asked for now, and the numbers of those that were. */
	#wanted = -1;
	#asked: Record<number, true> = {};

	constructor(layer: FileLayer) {
		this.#layer = layer;
	}

	/** A row by its place in the table, counted from 0; undefined until it has come. */
	row(place: number): Row | undefined {
		return this.#pages[Math.floor(place / pageSize)]?.[place % pageSize];
	}

	/** Fetches the rows between two places, both included, that are not there yet. */
	see(first: number, last: number): void {
		if (this.#layer.revision !== this.#wanted) {
			this.#wanted = this.#layer.revision;
			this.#asked = {};
		}
		for (let page = Math.floor(first / pageSize); page * pageSize <= last; page++) {
			if (!this.#asked[page]) void this.#ask(page);
		}
	}

	async #ask(page: number): Promise<void> {
		const wanted = this.#wanted;
		const asked = this.#asked;
		asked[page] = true;
		try {
			const rows = await this.#layer.table.ask('page', page * pageSize, (page + 1) * pageSize);
			if (wanted === this.#wanted) this.#put(page, rows);
		} catch {
			// Asked for again when it next comes into view.
			delete asked[page];
		}
	}

	#put(page: number, rows: Row[]): void {
		const held = this.#held === this.#wanted ? Object.entries(this.#pages) : [];
		const kept = held.filter(([number]) => Math.abs(Number(number) - page) <= reach);
		for (const [number] of held)
			if (!kept.some(([other]) => other === number)) delete this.#asked[Number(number)];
		this.#pages = { ...Object.fromEntries(kept), [page]: rows };
		this.#held = this.#wanted;
	}
}
