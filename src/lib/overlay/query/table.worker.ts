/**
 * Keeps a table beside the page and answers what is asked of it, in any order; a search may be left for the next. It
 * also writes the table to the browser's store and reads it from there, since it alone has it.
 */
import { BrowserStore, failureOf, type StoreFailure, type StoredFile } from '../store';
import type { Table } from '../table';
import { TableIndex } from './tableIndex';

/** What can be asked: a method of the engine with its arguments. */
type Asked = {
	[Name in Exclude<keyof TableIndex, 'show'>]: { ask: Name; with: Parameters<TableIndex[Name]> };
}[Exclude<keyof TableIndex, 'show'>];

export type IndexRequest =
	/** A table, or the id of a kept one. */
	| { id: number; open: Table | string }
	| { id: number; keep: StoredFile; replaces: string | undefined }
	| { id: number; show: Parameters<TableIndex['show']>[0] }
	| ({ id: number } & Asked);

/** `left` where a later request has taken the place of this one. */
export type IndexReply =
	{ id: number; answer: unknown } | { id: number; error: string } | { id: number; left: true };

class Left extends Error {}

const store = new BrowserStore();
let table: Table | null = null;
let engine: TableIndex | null = null;
/** The latest request to show something else. */
let latest = 0;

self.onmessage = async ({ data }: MessageEvent<IndexRequest>) => {
	const { id } = data;
	try {
		const answer = await answerOf(data);
		const transfer = answer instanceof Uint8Array ? [answer.buffer as ArrayBuffer] : [];
		self.postMessage({ id, answer } satisfies IndexReply, { transfer });
	} catch (error) {
		const reply: IndexReply = error instanceof Left ? { id, left: true } : { id, error: String(error) };
		self.postMessage(reply);
	}
};

async function answerOf(request: IndexRequest): Promise<unknown> {
	if ('open' in request) {
		table = typeof request.open === 'string' ? await store.table(request.open) : request.open;
		if (!table) throw new Error('the table is not kept any more');
		engine = new TableIndex(table, nextTask);
		return engine.summary();
	}
	if (!engine || !table) throw new Error('no table is open');
	if ('keep' in request) return keep(request.keep, table, request.replaces);
	if ('show' in request) {
		const own = (latest = request.id);
		return engine.show(request.show, async () => {
			await nextTask();
			if (own !== latest) throw new Left();
		});
	}
	const method = engine[request.ask] as (...given: unknown[]) => unknown;
	return method.apply(engine, request.with);
}

async function keep(file: StoredFile, table: Table, replaces?: string): Promise<StoreFailure | null> {
	try {
		await store.put(file, table, replaces);
		return null;
	} catch (error) {
		return failureOf(error);
	}
}

/** Lets messages in that have come meanwhile; a timer would wait for milliseconds. */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
channel.port1.onmessage = () => waiting.shift()?.();

function nextTask(): Promise<void> {
	return new Promise((resolve) => {
		waiting.push(resolve);
		channel.port2.postMessage(null);
	});
}
