import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WorkerClient, answerQuestions, askOnce } from '../../../src/lib/base/worker';

/** A worker in this thread: messages go both ways, each a task later and copied. */
class LocalWorker {
	onmessage: ((event: { data: unknown }) => void) | null = null;
	onerror: ((event: { message: string }) => void) | null = null;
	isTerminated = false;
	/** What the worker's own code has as `self`. */
	readonly scope = {
		onmessage: null as ((event: { data: unknown }) => void) | null,
		postMessage: (data: unknown, options: { transfer?: Transferable[] }) => {
			const copy: unknown = structuredClone(data, options);
			setTimeout(() => {
				if (!this.isTerminated) this.onmessage?.({ data: copy });
			});
		}
	};

	postMessage(data: unknown, transfer: Transferable[] = []): void {
		const copy: unknown = structuredClone(data, { transfer });
		setTimeout(() => {
			if (!this.isTerminated) this.scope.onmessage?.({ data: copy });
		});
	}

	terminate(): void {
		this.isTerminated = true;
	}
}

let worker: LocalWorker;

beforeEach(() => {
	worker = new LocalWorker();
	vi.stubGlobal('self', worker.scope);
});
afterEach(() => {
	worker.terminate();
	vi.unstubAllGlobals();
});

const client = <Output>() => new WorkerClient<number, Output>(worker as unknown as Worker);

it('gives each question its own answer, in whatever order they come', async () => {
	answerQuestions<number, string>(
		(wait) => new Promise((resolve) => setTimeout(() => resolve(`after ${wait}`), wait))
	);
	const asking = client<string>();
	expect(await Promise.all([asking.ask(30), asking.ask(0)])).toEqual(['after 30', 'after 0']);
});

it('gives the text of what the worker threw, and goes on', async () => {
	answerQuestions<number, number>((number) => {
		if (number < 0) throw new RangeError('too low');
		return number;
	});
	const asking = client<number>();
	await expect(asking.ask(-1)).rejects.toThrow('RangeError: too low');
	expect(await asking.ask(1)).toBe(1);
});

it('fails all that is not answered when the worker itself fails', async () => {
	answerQuestions<number, never>(() => new Promise(() => {}));
	const asking = client<never>();
	const both = Promise.allSettled([asking.ask(1), asking.ask(2)]);
	worker.onerror!({ message: 'no such file' });
	expect(await both).toMatchObject([
		{ status: 'rejected', reason: { message: 'no such file' } },
		{ status: 'rejected', reason: { message: 'no such file' } }
	]);
});

it('hands over what it is told to, both ways', async () => {
	let answer = new Uint8Array(0);
	answerQuestions<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>(
		(bytes) => (answer = bytes.map((byte) => byte + 1)),
		({ buffer }) => [buffer]
	);
	const bytes = Uint8Array.of(1, 2);
	const asking = new WorkerClient<Uint8Array, Uint8Array>(worker as unknown as Worker);
	expect([...(await asking.ask(bytes, { transfer: [bytes.buffer] }))]).toEqual([2, 3]);
	expect([bytes.length, answer.length]).toEqual([0, 0]);
});

it('asks once: reports progress before the answer, and ends the worker', async () => {
	answerQuestions<number, string, number>((steps, onprogress) => {
		for (let step = 1; step <= steps; step++) onprogress(step);
		return 'done';
	});
	const seen: number[] = [];
	const onprogress = (step: number) => seen.push(step);
	expect(await askOnce(worker as unknown as Worker, 3, { onprogress })).toBe('done');
	expect(seen).toEqual([1, 2, 3]);
	expect(worker.isTerminated).toBe(true);
});

it('ends the worker when the signal is aborted, and throws its reason', async () => {
	answerQuestions<number, never>(() => new Promise(() => {}));
	const controller = new AbortController();
	const asked = askOnce(worker as unknown as Worker, 1, { signal: controller.signal });
	controller.abort(new Error('stopped'));
	await expect(asked).rejects.toThrow('stopped');
	expect(worker.isTerminated).toBe(true);
});
