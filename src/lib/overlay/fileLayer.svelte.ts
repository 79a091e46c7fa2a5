/** One layer of a reader's own data in use: what of it is shown, in which colours, and what is open. */
import type { OverlayHit, OverlayLayer } from '../map/overlay/overlay';
import { colourColumnOf } from './query/filter';
import type { Count, Row, Summary, Together } from './query/query';
import type { OpenIndex } from './query/open';
import { Layer } from './layer.svelte';
import { codes } from './toggles';
import type { Days } from '../base/days';

/** What of a layer is kept with its table. */
export interface OwnState {
	name: string;
	/** Number of the column that rows are told apart by; null for none, undefined for the one that the file suggests. */
	colourBy: number | null | undefined;
	/** Codes of that column that are turned off. */
	off: number[];
	window: Days | null;
	visible: boolean;
}

/** How a table is sorted; null as the file has it. */
export type Sorting = { column: number; isDescending: boolean } | null;

/** What is open of a layer: a row, and where a mark of several was chosen, those that it stands for. */
export interface Chosen {
	row: Row | null;
	together: Together | null;
}

/** How long a filter rests before tiles are cut anew for it, in milliseconds. */
const rest = 250;

export class Own extends Layer {
	readonly index: OpenIndex;
	/** As the reader calls it. */
	name = $state('');
	/** Changes with the column of the colours. */
	summary: Summary = $state.raw()!;
	query = $state('');
	sorting: Sorting = $state.raw(null);
	chosen: Chosen | null = $state.raw(null);
	/** What of it is shown; null until that was counted first. */
	count: Count | null = $state.raw(null);
	/** Grows with each change of which rows are shown, or in which order, once the worker knows it. */
	arranged = $state(0);
	/** What the last question to the worker failed with; null when all is well. */
	failed: string | null = $state(null);
	/** How many rows are shown; answers to a toggle at once. */
	readonly shownRows: number = $derived.by(() => {
		if (!this.count) return this.summary.rows;
		if (!this.summary.colour) return this.count.rows;
		return this.count.values.reduce((sum, { code, count }) => sum + (this.off.has(code) ? 0 : count), 0);
	});

	#colourBy: number | null | undefined = $state();
	#version = $state(0);
	readonly #selected: OverlayLayer['selected'] = $derived.by(() => {
		const row = this.chosen?.row ?? this.chosen?.together?.rows[0];
		return row?.place ?? null;
	});
	/** A tile is asked for by the version that it is of; the map keeps those of a version that is over while it waits. */
	readonly #tile: OverlayLayer['tile'] = (zoom, column, row) =>
		this.index.ask('tile', zoom, column, row, { isExact: this.#isExact });
	/** The time that tiles are cut for: null while they hold all. */
	#cut: Days | null = null;
	#isExact = false;
	/** The query that tiles are cut for. */
	#found = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Settled when the worker knows what is shown. */
	#known: Promise<void> = Promise.resolve();
	#opening = 0;

	constructor(id: string, index: OpenIndex, state: Partial<OwnState> & Pick<OwnState, 'name'>) {
		super(id);
		this.index = index;
		this.name = state.name;
		this.summary = index.summary;
		this.visible = state.visible ?? true;
		this.window = state.window ?? null;
		this.#colourBy = state.colourBy;
		const suggested = this.summary.colour ? undefined : colourColumnOf(this.summary.columns);
		const colourBy = state.colourBy === undefined ? suggested : state.colourBy;
		if (colourBy !== undefined && colourBy !== (this.summary.colour?.column ?? null))
			void this.#recolour(colourBy, state.off ?? []);
		else {
			this.off = codes(state.off);
			this.#shownChanged();
		}
	}

	/** What is to be kept with the table. */
	get state(): OwnState {
		return {
			name: this.name,
			colourBy: this.#colourBy,
			off: [...this.off],
			window: this.window,
			visible: this.visible
		};
	}

	/**
	 * Tells rows apart by another column, or by none. Gives back whether the column has few enough values for it; all
	 * stays as it was where it has not.
	 */
	async colourBy(column: number | null): Promise<boolean> {
		if (!(await this.#recolour(column, []))) return false;
		this.#colourBy = column;
		return true;
	}

	/** Shows the rows alone that have each word of a query. */
	search(query: string): void {
		this.query = query;
		this.#shownChanged();
	}

	/** Sorts the rows of the table by a column; by null as the file has them. */
	async sort(sorting: Sorting): Promise<void> {
		this.sorting = sorting;
		await this.#ask(this.index.ask('sort', sorting?.column ?? null, sorting?.isDescending));
		this.arranged += 1;
	}

	/** Opens a row, or closes what is open; the rows it was chosen from stay. */
	async open(row: number | null): Promise<void> {
		const opening = ++this.#opening;
		const { together = null } = this.chosen ?? {};
		if (row === null) {
			this.chosen = null;
			return;
		}
		const found = await this.#ask(this.index.ask('row', row));
		if (found && opening === this.#opening) {
			const isOfThose = together?.rows.some((other) => other.row === row);
			this.chosen = { row: found, together: isOfThose ? together : null };
		}
	}

	/** Opens what a click on the map found: the row, or all that the mark stands for. */
	async choose(hit: OverlayHit): Promise<void> {
		const opening = ++this.#opening;
		await this.#known;
		const together = await this.#ask(this.index.ask('together', hit.row, hit.count > 1 ? hit.degrees : 0));
		if (!together || opening !== this.#opening) return;
		const [row = null] = together.rows;
		this.chosen = together.count > 1 ? { row: null, together } : { row, together: null };
	}

	/** Goes back from a row to those that it was chosen from. */
	back(): void {
		this.#opening++;
		this.chosen = this.chosen?.together ? { row: null, together: this.chosen.together } : null;
	}

	/** The rows that are shown as CSV. @throws where the worker fails */
	async csv(): Promise<Blob> {
		await this.#known;
		return this.index.ask('csv');
	}

	/** Ends the worker. */
	close(): void {
		clearTimeout(this.#timer);
		this.index.close();
	}

	async #recolour(column: number | null, off: number[]): Promise<boolean> {
		if (!(await this.#ask(this.index.ask('colourBy', column)))) return false;
		const summary = await this.#ask(this.index.ask('summary'));
		if (!summary) return false;
		this.summary = summary;
		this.count = null;
		this.off = codes(off);
		this.#version += 1;
		this.#shownChanged();
		return true;
	}

	protected override get drawn() {
		return { tile: this.#tile, version: this.#version, selected: this.#selected };
	}

	protected override filterChanged(): void {
		const shown = this.shownWindow;
		const isCutAway = this.#cut && !(shown && shown.from >= this.#cut.from && shown.to <= this.#cut.to);
		if (isCutAway) this.#cutFor(null);
		this.#shownChanged();
	}

	/** Has tiles cut anew: for a time, so that the counts of marks are those in it, or with all times in them. */
	#cutFor(window: Days | null): void {
		this.#cut = window;
		this.#isExact = window !== null;
		this.#version += 1;
	}

	/** Tells the worker what is shown; the last change counts. */
	#shownChanged(): void {
		clearTimeout(this.#timer);
		const { shownWindow: window, query } = this;
		const asked = this.index.show({ off: [...this.off], window, query, bounds: null });
		this.#known = this.#ask(asked).then((count) => {
			if (!count) return;
			this.count = count;
			this.arranged += 1;
			// Rows that a search does not find are in no tile, so that a later one may bring them back.
			if (query !== this.#found) this.#version += 1;
			this.#found = query;
			const isCut = this.#cut?.from === window?.from && this.#cut?.to === window?.to;
			if (!isCut) this.#timer = setTimeout(() => this.#cutFor(window), rest);
		});
	}

	async #ask<T>(asked: Promise<T>): Promise<T | undefined> {
		try {
			const answer = await asked;
			this.failed = null;
			return answer;
		} catch (error) {
			this.failed = (error as Error).message;
		}
	}
}
