/** One layer of a reader's own data in use: what of it is shown, in which colours, and what is open. */
import type { OverlayHit, OverlayLayer } from '../map/overlay/overlay';
import { colourColumnOf } from './query/filter';
import type { ShownCount, Row, Summary, RowGroup } from './query/tableIndex';
import type { OpenTable } from './query/openTable';
import { Overlay } from './overlay.svelte';
import { codes } from './toggles';
import type { Days } from '../base/days';

/** What of a layer is kept with its table. */
export interface FileLayerState {
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
export interface SelectedRows {
	row: Row | null;
	group: RowGroup | null;
}

/** How long a filter rests before tiles are cut anew for it, in milliseconds. */
const rest = 250;

export class FileLayer extends Overlay {
	readonly table: OpenTable;
	/** As the reader calls it. */
	name = $state('');
	/** Changes with the column of the colours. */
	summary: Summary = $state.raw()!;
	query = $state('');
	sorting: Sorting = $state.raw(null);
	selected: SelectedRows | null = $state.raw(null);
	/** What of it is shown; null until that was counted first. */
	count: ShownCount | null = $state.raw(null);
	/** Grows with each change of which rows are shown, or in which order, once the worker knows it. */
	revision = $state(0);
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
		const row = this.selected?.row ?? this.selected?.group?.rows[0];
		return row?.place ?? null;
	});
	/** A tile is asked for by the version that it is of; the map keeps those of a version that is over while it waits. */
	readonly #tile: OverlayLayer['tile'] = (zoom, column, row) =>
		this.table.ask('tile', zoom, column, row, { isExact: this.#isExact });
	/** The time that tiles are cut for: null while they hold all. */
	#cut: Days | null = null;
	#isExact = false;
	/** The query that tiles are cut for. */
	#found = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Settled when the worker knows what is shown. */
	#known: Promise<void> = Promise.resolve();
	#opening = 0;

	constructor(id: string, table: OpenTable, state: Partial<FileLayerState> & Pick<FileLayerState, 'name'>) {
		super(id);
		this.table = table;
		this.name = state.name;
		this.summary = table.summary;
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
	get state(): FileLayerState {
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
		await this.#ask(this.table.ask('sort', sorting?.column ?? null, sorting?.isDescending));
		this.revision += 1;
	}

	/** Opens a row, or closes what is open; the rows it was chosen from stay. */
	async open(row: number | null): Promise<void> {
		const opening = ++this.#opening;
		const { group = null } = this.selected ?? {};
		if (row === null) {
			this.selected = null;
			return;
		}
		const found = await this.#ask(this.table.ask('row', row));
		if (found && opening === this.#opening) {
			const isOfThose = group?.rows.some((other) => other.row === row);
			this.selected = { row: found, group: isOfThose ? group : null };
		}
	}

	/** Opens what a click on the map found: the row, or all that the mark stands for. */
	async select(hit: OverlayHit): Promise<void> {
		const opening = ++this.#opening;
		await this.#known;
		const group = await this.#ask(this.table.ask('together', hit.row, hit.count > 1 ? hit.degrees : 0));
		if (!group || opening !== this.#opening) return;
		const [row = null] = group.rows;
		this.selected = group.count > 1 ? { row: null, group } : { row, group: null };
	}

	/** Goes back from a row to those that it was chosen from. */
	back(): void {
		this.#opening++;
		this.selected = this.selected?.group ? { row: null, group: this.selected.group } : null;
	}

	/** The rows that are shown as CSV. @throws where the worker fails */
	async csv(): Promise<Blob> {
		await this.#known;
		return this.table.ask('csv');
	}

	/** Ends the worker. */
	close(): void {
		clearTimeout(this.#timer);
		this.table.close();
	}

	async #recolour(column: number | null, off: number[]): Promise<boolean> {
		if (!(await this.#ask(this.table.ask('colourBy', column)))) return false;
		const summary = await this.#ask(this.table.ask('summary'));
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
		const asked = this.table.show({ off: [...this.off], window, query, bounds: null });
		this.#known = this.#ask(asked).then((count) => {
			if (!count) return;
			this.count = count;
			this.revision += 1;
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
