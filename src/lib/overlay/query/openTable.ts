import { trustOwnScripts } from '../../base/trusted';
import { Spare, WorkerClient } from '../../base/worker';
import { buffersOf } from '../cells';
import type { StoreFailure, StoredFile } from '../store';
import type { Table } from '../table';
import type { RowFilter, ShownCount, Summary, TableIndex } from './tableIndex';
import type { TableMethod, TableRequest } from './table.worker';

type Answer<Name extends TableMethod> = Awaited<ReturnType<TableIndex[Name]>>;

/** A table in a worker of its own, as the page has it. */
export interface OpenTable {
	summary: Summary;
	/** Calls a method of the table's `TableIndex`. @throws where the worker fails */
	ask<Name extends TableMethod>(name: Name, ...given: Parameters<TableIndex[Name]>): Promise<Answer<Name>>;
	/** Changes which rows are shown; null where a later change has taken its place. @throws where the worker fails */
	filter(filter: RowFilter): Promise<ShownCount | null>;
	/**
	 * Puts the table into the browser's store with all that is known of its file, in the place of another where `replaces`
	 * says so: both or neither. Gives back why it could not.
	 * @throws where the worker fails
	 */
	keep(file: StoredFile, replaces?: string): Promise<StoreFailure | null>;
	/** Settles when the worker has ended by itself, and the table with it. */
	ended: Promise<unknown>;
	/** Ends the worker at once. */
	close(): void;
}

const workers = new Spare(() => {
	trustOwnScripts();
	return new WorkerClient<TableRequest>(
		new Worker(new URL('./table.worker.ts', import.meta.url), { type: 'module' })
	);
});

/** Starts a worker for the next table that is opened. */
export const prepareTable = (): void => workers.prepare();

/**
 * Opens a table in a worker of its own: one that is handed over, so that its columns are empty here afterwards, or the
 * kept one of this id. The large arrays are never copied on the page's thread, which would block meanwhile.
 * @throws where the worker fails, or what is kept by the id is missing or damaged
 */
export async function openTable(source: Table | string): Promise<OpenTable> {
	const worker = workers.take();
	const transfer = typeof source === 'string' ? [] : buffersOf(source);
	const summary = (await worker.ask({ open: source }, { transfer }).catch((error: unknown) => {
		worker.close();
		throw error;
	})) as Summary;
	return {
		summary,
		ask: (name, ...given) => worker.ask({ ask: name, with: given } as TableRequest) as never,
		filter: (filter) => worker.ask({ filter }) as Promise<ShownCount | null>,
		keep: (file, replaces) => worker.ask({ keep: file, replaces }) as Promise<StoreFailure | null>,
		ended: worker.ended,
		close: () => worker.close()
	};
}
