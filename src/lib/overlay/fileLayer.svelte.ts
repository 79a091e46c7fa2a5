/** The layer of one file of the reader's: which of its rows are shown, in which colours, and what is open of it. */
import type { OverlayHit, OverlayLayer } from '../map/overlay/overlay';
import { colourColumnOf } from './query/filter';
import type { ShownCount, Row, Summary, RowGroup } from './query/tableIndex';
import { actorNames } from './actorNames';
import type { OpenTable } from './query/openTable';
import type { Names } from './query/terms';
import type { FileLayerState } from './fileLayerState';
import { Overlay } from './overlay.svelte';
import { sameDays } from './timeWindow';
import { codes } from './toggles';
import type { Days } from '../base/days';

/** How a table is sorted; null as the file has it. */
export type Sorting = { column: number; isDescending: boolean } | null;

/** What is open of a layer: a row, and if it was chosen from a mark of several rows, those. */
export interface SelectedRows {
	row: Row | null;
	group: RowGroup | null;
}

/** How long a filter stays the same before tiles are cut anew for it, in milliseconds. */
const rest = 120;

export class FileLayer extends Overlay {
	readonly table: OpenTable;
	/** As the reader calls it. */
	name = $state('');
	/** What the file is cited as before the reader writes it. */
	readonly #usualCitation: string;
	#ownCitation: string | undefined = $state();
	/** Whose data it is, as its exports say it; '' where nobody has said it. */
	readonly citation: string = $derived.by(() => this.#ownCitation ?? this.#usualCitation);
	/** Changes with the column of the colours. */
	summary: Summary = $state.raw()!;
	query = $state('');
	sorting: Sorting = $state.raw(null);
	selected: SelectedRows | null = $state.raw(null);
	/** How many rows are shown; null until they were first counted. */
	count: ShownCount | null = $state.raw(null);
	/** Grows when the worker has new rows to show, or the rows in another order. */
	revision = $state(0);
	/** The error of the last question to the worker; null where it was answered. */
	failed: string | null = $state(null);
	/** What is done about a worker that has ended by itself; null while it lives. */
	hasEnded: 'read-again' | 'given-up' | null = $state(null);
	/** How many rows are shown; follows a toggle at once, before the worker has counted. */
	readonly shownRows: number = $derived.by(() => {
		if (!this.count) return this.summary.rows;
		if (!this.summary.colour) return this.count.rows;
		return this.count.values.reduce((sum, { code, count }) => sum + (this.off.has(code) ? 0 : count), 0);
	});

	#colourBy: number | null | undefined = $state();
	#version = $state(0);
	/** All names of the actors of the site; null until something is searched for, and where they can't be had. */
	#names: Names | null = null;
	readonly #selected: OverlayLayer['selected'] = $derived.by(() => {
		const row = this.selected?.row ?? this.selected?.group?.rows[0];
		return row?.place ? { at: row.place, radius: row.radius } : null;
	});
	/** The map asks for tiles again when the version changes, and keeps drawing the old ones meanwhile. */
	readonly #marks: OverlayLayer['marks'] = (...tile) => this.table.ask('marks', ...tile, this.#cut());
	readonly #shapes: OverlayLayer['shapes'] = (...tile) => this.table.ask('shapes', ...tile, this.#cut());
	/** The window that some tiles were cut for; null while all hold all rows. */
	#cutWindow: Days | null = null;
	/** The window that tiles are cut for from now on: the last that the worker knows of. */
	#filteredWindow: Days | null = null;
	/** The query that tiles are cut for, and the names with it. */
	#cutQuery = '';
	#cutNames: Names | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Settles when the worker has taken the latest filter. */
	#filtered: Promise<void> = Promise.resolve();
	/** Grows with each opening, so that a late answer does not replace a later choice. */
	#opening = 0;

	constructor(
		id: string,
		table: OpenTable,
		state: Partial<FileLayerState> & Pick<FileLayerState, 'name'>,
		usualCitation: string | undefined = ''
	) {
		super(id);
		this.#usualCitation = usualCitation;
		this.#ownCitation = state.citation;
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
			this.#sendFilter();
		}
	}

	/** What is to be kept with the table. */
	get state(): FileLayerState {
		return {
			name: this.name,
			colourBy: this.#colourBy,
			off: [...this.off],
			window: this.window,
			visible: this.visible,
			...(this.#ownCitation !== undefined && { citation: this.#ownCitation })
		};
	}

	/** Says whose data it is. */
	cite(citation: string): void {
		this.#ownCitation = citation.trim();
	}

	/**
	 * Colours rows by another column, or by none. Gives back whether the column has few enough values; where it has not,
	 * nothing changes.
	 */
	async colourBy(column: number | null): Promise<boolean> {
		if (!(await this.#recolour(column, []))) return false;
		this.#colourBy = column;
		return true;
	}

	/** Shows the rows alone that have each word of a query, or another name of an actor that it names. */
	search(query: string): void {
		this.query = query;
		this.#sendFilter();
		if (query.trim() === '' || this.#names) return;
		void actorNames().then((names) => {
			this.#names = names;
			if (names && this.query !== '') this.#sendFilter();
		});
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

	/** Opens the row at a place of the table, counted from 0, whether it has come to the page or not. */
	async openAt(place: number): Promise<void> {
		const opening = ++this.#opening;
		const [row] = (await this.#ask(this.table.ask('page', place, place + 1))) ?? [];
		if (row && opening === this.#opening) await this.open(row.row);
	}

	/** Opens what a click on the map found: the row, or all that the mark stands for. */
	async select(hit: OverlayHit): Promise<void> {
		const opening = ++this.#opening;
		await this.#filtered;
		const group = await this.#ask(this.table.ask('group', hit.row, hit.count > 1 ? hit.degrees : 0));
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
		await this.#filtered;
		return this.table.ask('csv', this.citation);
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
		this.#sendFilter();
		return true;
	}

	protected override get drawn() {
		return {
			marks: this.#marks,
			shapes: this.#shapes,
			version: this.#version,
			selected: this.#selected
		};
	}

	protected override get credit() {
		return this.citation;
	}

	protected override filterChanged(): void {
		// Tiles that were cut for a window lack the rows without a date.
		if (this.#cutWindow && !this.shownWindow) this.#cutFor(null);
		this.#sendFilter();
	}

	/** How a tile is cut now. */
	#cut(): { isExact: boolean } {
		if (this.#filteredWindow) this.#cutWindow = this.#filteredWindow;
		return { isExact: this.#filteredWindow !== null };
	}

	/** Has tiles cut anew: for a window, so that marks count only the rows in it, or with all rows. */
	#cutFor(window: Days | null): void {
		this.#cutWindow = this.#filteredWindow = window;
		this.#version += 1;
	}

	/** Sends the filter to the worker; the last one counts. */
	#sendFilter(): void {
		clearTimeout(this.#timer);
		const { shownWindow: window, query } = this;
		// Until the worker knows of another window, tiles are cut for none.
		if (!sameDays(window, this.#filteredWindow)) this.#filteredWindow = null;
		const names = query === '' ? undefined : (this.#names ?? undefined);
		const asked = this.table.filter({ off: [...this.off], window, query, names });
		this.#filtered = this.#ask(asked).then((count) => {
			if (!count) return;
			this.count = count;
			this.revision += 1;
			// Tiles hold only what a search finds: another query needs others.
			if (query !== this.#cutQuery || names !== this.#cutNames) this.#version += 1;
			this.#cutQuery = query;
			this.#cutNames = names;
			this.#filteredWindow = window;
			// The map itself hides marks of one row that are outside.
			if (count.hasMerged && !sameDays(window, this.#cutWindow))
				this.#timer = setTimeout(() => this.#cutFor(window), rest);
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
