/**
 * Holds a table off the page's thread and answers what is asked of it, in any order. Since the table is here alone, the
 * worker also writes it to the browser's store and reads it from there.
 */
import type { MarkTile } from '../../base/markTile';
import { answerQuestions } from '../../base/worker';
import { BrowserStore, failureOf, type StoreFailure, type StoredFile } from '../store';
import type { Table } from '../table';
import { tableOf } from '../shapes';
import { assertTable } from '../tableCheck';
import { TableIndex, type RowFilter, type ShownCount } from './tableIndex';

/** The methods that the page may call. */
export type TableMethod = Exclude<keyof TableIndex, 'filter'>;

export type TableRequest =
	/** A table, or the id of a kept one. */
	| { open: Table | string }
	| { keep: StoredFile; replaces: string | undefined }
	| { filter: RowFilter }
	| { [Name in TableMethod]: { ask: Name; with: Parameters<TableIndex[Name]> } }[TableMethod];

/** Thrown into the work on a filter when a later filter has come. */
class Superseded extends Error {}

const store = new BrowserStore();
let table: Table | null = null;
let index: TableIndex | null = null;
let filters = 0;

answerQuestions<TableRequest, unknown>(
	async (request) => {
		if ('open' in request) {
			table = typeof request.open === 'string' ? await keptTable(request.open) : tableOf(request.open);
			index = new TableIndex(table, nextTask);
			return index.summary();
		}
		if (!index || !table) throw new Error('no table is open');
		if ('keep' in request) return keep(request.keep, table, request.replaces);
		if ('filter' in request) return filterRows(index, request.filter);
		const method = index[request.ask] as (...given: unknown[]) => unknown;
		return method.apply(index, request.with);
	},
	(answer) => {
		if (answer instanceof Uint8Array) return [answer.buffer as ArrayBuffer];
		return isMarks(answer) ? Object.values(answer).map(({ buffer }) => buffer as ArrayBuffer) : [];
	}
);

/** Marks of a tile are made for the answer alone; other answers may share lists with the table. */
const isMarks = (answer: unknown): answer is MarkTile =>
	typeof answer === 'object' && answer !== null && 'growing' in answer;

async function keptTable(id: string): Promise<Table> {
	const kept = await store.table(id);
	assertTable(kept);
	return tableOf(kept);
}

async function keep(file: StoredFile, table: Table, replaces?: string): Promise<StoreFailure | null> {
	try {
		await store.put(file, table, replaces);
		return null;
	} catch (error) {
		return failureOf(error);
	}
}

async function filterRows(index: TableIndex, filter: RowFilter): Promise<ShownCount | null> {
	const number = ++filters;
	try {
		return await index.filter(filter, async () => {
			await nextTask();
			if (number !== filters) throw new Superseded();
		});
	} catch (error) {
		if (error instanceof Superseded) return null;
		throw error;
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
