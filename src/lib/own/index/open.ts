import type { Table } from '../table';
import type { Engine, Shown, Summary, Count } from './engine';
import type { IndexReply, IndexRequest } from './index.worker';

type Answer<Name extends keyof Engine> = Awaited<
	ReturnType<Extract<Engine[Name], (...given: never[]) => unknown>>
>;

export interface OpenIndex {
	summary: Summary;
	/** Asks the engine; its methods say what there is. @throws where the worker fails */
	ask<Name extends Exclude<keyof Engine, 'show'>>(
		name: Name,
		...given: Parameters<Engine[Name]>
	): Promise<Answer<Name>>;
	/** Changes what is shown; null where a later change has taken its place. */
	show(shown: Shown): Promise<Count | null>;
	close(): void;
}

/**
 * Opens a table in a worker of its own. The table is copied there: what stays here can be put into the browser's store.
 * @throws where the worker fails
 */
export async function openIndex(table: Table): Promise<OpenIndex> {
	const worker = new Worker(new URL('./index.worker.ts', import.meta.url), { type: 'module' });
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
	const send = (request: (id: number) => IndexRequest) =>
		new Promise<unknown>((resolve, reject) => {
			const id = ++last;
			waiting.set(id, { resolve, reject });
			worker.postMessage(request(id));
		});
	const summary = (await send((id) => ({ id, open: table }))) as Summary;
	return {
		summary,
		ask: (name, ...given) =>
			send((id) => ({ id, ask: name, with: given }) as unknown as IndexRequest) as never,
		show: (shown) => send((id) => ({ id, show: shown })) as Promise<Count | null>,
		close: () => worker.terminate()
	};
}
