/** The rows of a layer as a table shows them: fetched from the worker in pages as they come into view. */
import type { Row } from './query/tableIndex';
import type { FileLayer } from './fileLayer.svelte';

const size = 100;
/** Pages that are kept on either side of the last that came; a screen has two or three. */
const reach = 20;

type Pages = Readonly<Record<number, Row[]>>;

export class RowPages {
	readonly #layer: FileLayer;
	/** By number; those of another order stay in sight until the first of the present one comes. */
	#pages: Pages = $state.raw({});
	#heldOrder = -1;
	/** The order that pages are asked for in, and those that were. */
	#order = -1;
	#asked: Record<number, true> = {};

	constructor(layer: FileLayer) {
		this.#layer = layer;
	}

	/** A row by its place in the order of the table; undefined until it has come. */
	row(at: number): Row | undefined {
		return this.#pages[Math.floor(at / size)]?.[at % size];
	}

	/** Asks for the rows from one place to another, as far as they are not there. */
	see(first: number, last: number): void {
		if (this.#layer.revision !== this.#order) {
			this.#order = this.#layer.revision;
			this.#asked = {};
		}
		for (let page = Math.floor(first / size); page * size <= last; page++) {
			if (!this.#asked[page]) void this.#ask(page);
		}
	}

	async #ask(page: number): Promise<void> {
		const order = this.#order;
		const asked = this.#asked;
		asked[page] = true;
		try {
			const rows = await this.#layer.table.ask('page', page * size, (page + 1) * size);
			if (order === this.#order) this.#put(page, rows);
		} catch {
			// It is asked for again when it comes into view again.
			delete asked[page];
		}
	}

	#put(page: number, rows: Row[]): void {
		const held = this.#heldOrder === this.#order ? Object.entries(this.#pages) : [];
		const near = held.filter(([number]) => Math.abs(Number(number) - page) <= reach);
		for (const [number] of held)
			if (!near.some(([other]) => other === number)) delete this.#asked[Number(number)];
		this.#pages = { ...Object.fromEntries(near), [page]: rows };
		this.#heldOrder = this.#order;
	}
}
