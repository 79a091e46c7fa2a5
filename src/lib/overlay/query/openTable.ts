import { buffersOf } from '../cells';
import type { StoreFailure, StoredFile } from '../store';
import type { Table } from '../table';
import type { TableIndex, RowFilter, Summary, ShownCount } from './tableIndex';
import type { IndexReply, IndexRequest } from './table.worker';

type Answer<Name extends keyof TableIndex> = Awaited<
	ReturnType<Extract<TableIndex[Name], (...given: never[]) => unknown>>
>;

export interface OpenTable {
	summary: Summary;
	/** Asks the engine; its methods say what there is. @throws where the worker fails */
	ask<Name extends Exclude<keyof TableIndex, 'show'>>(
		name: Name,
		...given: Parameters<TableIndex[Name]>
	): Promise<Answer<Name>>;
	/** Changes what is shown; null where a later change has taken its place. */
	show(shown: RowFilter): Promise<ShownCount | null>;
	/**
	 * Puts the table into the browser's store with all that is known of its file, in the place of another where `replaces`
	 * says so: both or neither. Gives back why it could not.
	 * @throws where the worker fails
	 */
	keep(file: StoredFile, replaces?: string): Promise<StoreFailure | null>;
	/** Ends the worker, with whatever it is at. */
	close(): void;
}

/**
 * Opens a table in a worker of its own: one that is handed over, so that its columns are empty here afterwards, or the
 * kept one of this id. What is large of it is never copied on the page's thread, which would stand still for that.
 * @throws where the worker fails, or nothing is kept by the id
 */
export async function openTable(source: Table | string): Promise<OpenTable> {
	const worker = new Worker(new URL('./table.worker.ts', import.meta.url), { type: 'module' });
	const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
	let last = 0;
	worker.onmessage = ({ data }: MessageEvent<IndexReply>) => {
		const own = waiting.get(data.id);
		waiting.delete(data.id);
		if ('error' in data) own?.reject(new Error(data.error));
		else own?.resolve('left' in data ? null : data.answer);
	};
	worker.onerror = (event) => {
		for (const { reject } of waiting.values()) reject(new Error(event.message));
		waiting.clear();
	};
	const send = (request: (id: number) => IndexRequest, transfer: Transferable[] = []) =>
		new Promise<unknown>((resolve, reject) => {
			const id = ++last;
			waiting.set(id, { resolve, reject });
			worker.postMessage(request(id), transfer);
		});
	const handedOver = typeof source === 'string' ? [] : buffersOf(source);
	const summary = (await send((id) => ({ id, open: source }), handedOver)) as Summary;
	return {
		summary,
		ask: (name, ...given) =>
			send((id) => ({ id, ask: name, with: given }) as unknown as IndexRequest) as never,
		show: (shown) => send((id) => ({ id, show: shown })) as Promise<ShownCount | null>,
		keep: (file, replaces) => send((id) => ({ id, keep: file, replaces })) as Promise<StoreFailure | null>,
		close: () => worker.terminate()
	};
}
