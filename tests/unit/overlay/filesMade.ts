/** A reader's files without a browser: a store in memory, and tables that are open in this thread. */
import { expect } from 'vitest';
import { WorkerEnded } from '../../../src/lib/base/worker';
import { TableIndex } from '../../../src/lib/overlay/query/tableIndex';
import type { OpenTable } from '../../../src/lib/overlay/query/openTable';
import { OverlayFiles } from '../../../src/lib/overlay/files.svelte';
import { read } from '../../../src/lib/overlay/read/read';
import {
	failureOf,
	type Store,
	type StoredFile,
	type StoredParts,
	type Waiting
} from '../../../src/lib/overlay/store';
import { tableOf } from '../../../src/lib/overlay/shapes';
import type { Table } from '../../../src/lib/overlay/table';
import { assertTable } from '../../../src/lib/overlay/tableCheck';
import type { Gone } from '../../../src/lib/overlay/tabs';

export const csv = 'name,lat,lon,actor\nAleppo,36.2,37.1,Russia\nHama,35.1,36.7,Iran\n';
export const fileOf = (text: string) => new Blob([text]);

/** A store that keeps what a browser could keep, and fails where it is told to. */
export class MemoryStore implements Store {
	readonly kept = new Map<string, StoredFile & { table: Table }>();
	waiting: Waiting[] = [];
	fails: Partial<Record<keyof Store | 'put', Error>> = {};

	/** Ids that the store does not answer about, and what it answers once it does. */
	stuck = new Map<string, Promise<void>>();
	/** Parts that are not as they were written. */
	damage = new Map<string, Partial<StoredParts & { table: unknown }>>();

	async #run<T>(name: keyof Store | 'put', work: () => T): Promise<T> {
		await Promise.resolve();
		if (this.fails[name]) throw this.fails[name];
		return work();
	}

	ids = () => this.#run('ids', () => [...this.kept.keys()]);
	get = async (id: string): Promise<StoredParts | null> => {
		await this.stuck.get(id);
		return this.#run('get', () => {
			if (!this.kept.has(id)) return null;
			const { state, file, ...kept } = this.kept.get(id)!;
			return { kept, state, file, ...this.damage.get(id) };
		});
	};
	table(id: string): Table {
		const { table }: { table: unknown } = { ...this.kept.get(id)!, ...this.damage.get(id) };
		assertTable(table);
		return tableOf(table);
	}
	put = (file: StoredFile, table: Table, replaces?: string) =>
		this.#run('put', () => {
			// As a browser does: what is no plain data is refused.
			const copy = { ...structuredClone({ ...file, table, file: null }), file: file.file };
			if (replaces) this.kept.delete(replaces);
			this.kept.set(file.id, copy);
		});
	setState = (id: string, state: StoredFile['state']) =>
		this.#run('setState', () => {
			const kept = this.kept.get(id);
			if (kept) this.kept.set(id, { ...kept, state });
		});
	remove = (id: string) => this.#run('remove', () => void this.kept.delete(id));
	wait = (waiting: Waiting) => this.#run('wait', () => void this.waiting.push(waiting));
	takeWaiting = () => this.#run('takeWaiting', () => this.waiting.splice(0));
}

/** Indexes that are open. Tables are in the store by way of these alone. */
export function indexes(store: MemoryStore) {
	const open = new Set<OpenTable>();
	/** Ends the workers of all open tables, as a browser without memory does. */
	const ends = new Map<OpenTable, (error: unknown) => void>();
	return {
		open,
		end: () => [...open].forEach((table) => ends.get(table)!(new WorkerEnded())),
		async make(source: Table | string): Promise<OpenTable> {
			const table = typeof source === 'string' ? store.table(source) : source;
			const tableIndex = new TableIndex(table);
			let end!: (error: unknown) => void;
			const index: OpenTable = {
				summary: tableIndex.summary(),
				ask: async (name, ...given) => (tableIndex[name] as (...all: unknown[]) => never)(...given),
				filter: (filter) => tableIndex.filter(filter, async () => {}),
				keep: (file, replaces) => {
					if (!open.has(index)) throw new Error('its worker was ended');
					return store.put(file, table, replaces).then(() => null, failureOf);
				},
				ended: new Promise((resolve) => (end = resolve)),
				close: () => void open.delete(index)
			};
			open.add(index);
			ends.set(index, end);
			return index;
		}
	};
}

/** Pages of one browser: each hears what the others tell. */
export function browser() {
	const pages: ((news: Gone) => void)[] = [];
	return (hear: (news: Gone) => void) => {
		pages.push(hear);
		return { tell: (news: Gone) => pages.forEach((other) => other !== hear && other(news)) };
	};
}

export function layersOn(
	store = new MemoryStore(),
	reading: typeof read = read,
	{ patience, openTabs = browser() }: { patience?: number; openTabs?: ReturnType<typeof browser> } = {}
) {
	const { open, make, end } = indexes(store);
	const layers = new OverlayFiles({
		store,
		read: (file, choices, progress) => reading(file, choices, progress),
		open: make,
		patience,
		openTabs
	});
	return { layers, store, open, end };
}

/** Waits until nothing is being read or written any more. */
export const settled = (layers: OverlayFiles) =>
	expect
		.poll(() => [
			layers.jobs.filter(({ isOver }) => !isOver).length,
			layers.files.filter(({ keeping }) => keeping === 'keeping').length
		])
		.toEqual([0, 0]);
export const namesOf = ({ files }: OverlayFiles) => files.map(({ layer }) => layer.name);
