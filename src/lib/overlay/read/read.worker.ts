/** Reads a file beside the page, so that it stays awake and the reading can be stopped by ending this. */
import { buffersOf } from '../cells';
import { read, type Choices, type ReadResult } from './read';

export interface ReadRequest {
	file: Blob;
	choices: Choices;
}

export type ReadMessage = { read: number; total: number } | { result: ReadResult } | { error: string };

/** Messages with progress are no more frequent than this, in milliseconds. */
const pause = 100;

self.onmessage = async ({ data }: MessageEvent<ReadRequest>) => {
	let next = 0;
	const onprogress = (done: number, total: number) => {
		if (performance.now() < next && done < total) return;
		next = performance.now() + pause;
		self.postMessage({ read: done, total } satisfies ReadMessage);
	};
	try {
		const result = await read(data.file, data.choices, { onprogress });
		const transfer = result.refusal ? [] : buffersOf(result.table);
		self.postMessage({ result } satisfies ReadMessage, { transfer });
	} catch (error) {
		self.postMessage({ error: String(error) } satisfies ReadMessage);
	}
};
