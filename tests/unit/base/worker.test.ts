import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Spare, WorkerClient, WorkerEnded, answerQuestions, askOnce } from '../../../src/lib/base/worker';

/** The locks of a browser: one holds each at a time, and the end of a worker sets free those that it holds. */
class LocalLocks {
	readonly #held = new Map<string, { worker: LocalWorker | null; free: () => void; freed: Promise<void> }>();

	readonly of = (worker: LocalWorker | null) => ({
		request: async (name: string, ...given: [object, () => unknown] | [() => unknown]): Promise<unknown> => {
			const work = given.at(-1) as () => unknown;
			const { signal } = (given.length > 1 ? given[0] : {}) as { signal?: AbortSignal };
			for (let held = this.#held.get(name); held; held = this.#held.get(name)) await held.freed;
			signal?.throwIfAborted();
			let free = () => {};
			const freed = new Promise<void>((resolve) => (free = resolve));
			this.#held.set(name, { worker, free, freed });
			return work();
		}
	});

	free(worker: LocalWorker): void {
		for (const [name, held] of this.#held) {
			if (held.worker !== worker) continue;
			this.#held.delete(name);
			held.free();
		}
	}
}

let locks: LocalLocks;

/** A worker in this thread: messages go both ways, each a task later and copied. */
class LocalWorker {
	onmessage: ((event: { data: unknown }) => void) | null = null;
	onmessageerror: (() => void) | null = null;
	onerror: ((event: { message: string }) => void) | null = null;
	isTerminated = false;
	/** What the worker's own code has as `self`. */
	readonly scope = {
		onmessage: null as ((event: { data: unknown }) => void) | null,
		navigator: { locks: locks.of(this) },
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
		locks.free(this);
	}
}

let worker: LocalWorker;

beforeEach(() => {
	locks = new LocalLocks();
	vi.stubGlobal('navigator', { locks: locks.of(null) });
	worker = new LocalWorker();
	vi.stubGlobal('self', worker.scope);
});
afterEach(() => {
	worker.terminate();
	vi.unstubAllGlobals();
	vi.useRealTimers();
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
	expect(await askOnce(() => worker as unknown as Worker, 3, { onprogress })).toBe('done');
	expect(seen).toEqual([1, 2, 3]);
	expect(worker.isTerminated).toBe(true);
});

it('ends the worker when the signal is aborted, and throws its reason', async () => {
	answerQuestions<number, never>(() => new Promise(() => {}));
	const controller = new AbortController();
	const asked = askOnce(() => worker as unknown as Worker, 1, { signal: controller.signal });
	controller.abort(new Error('stopped'));
	await expect(asked).rejects.toThrow('stopped');
	expect(worker.isTerminated).toBe(true);
});

describe('a worker that ends in silence', () => {
	it('is noticed at once: what it was asked and what it is asked later fails', async () => {
		answerQuestions<number, never>(() => new Promise(() => {}));
		const asking = client<never>();
		const asked = asking.ask(1);
		// It has begun.
		await new Promise((resolve) => setTimeout(resolve));
		await new Promise((resolve) => setTimeout(resolve));
		worker.terminate();
		await expect(asked).rejects.toBeInstanceOf(WorkerEnded);
		await expect(asking.ended).resolves.toBeInstanceOf(WorkerEnded);
		await expect(asking.ask(2)).rejects.toBeInstanceOf(WorkerEnded);
	});

	it('before it said a word is noticed after a while', async () => {
		vi.useFakeTimers();
		const asking = client<never>();
		const asked = asking.ask(1);
		const failed = expect(asked).rejects.toBeInstanceOf(WorkerEnded);
		await vi.advanceTimersByTimeAsync(120_000);
		await failed;
		expect(worker.isTerminated).toBe(true);
	});

	it.each(['page', 'worker'])('is noticed after a while where the %s has no locks', async (side) => {
		vi.useFakeTimers();
		if (side === 'page') vi.stubGlobal('navigator', {});
		else Reflect.deleteProperty(worker.scope.navigator, 'locks');
		answerQuestions<number, string>((number) =>
			number < 0 ? new Promise<never>(() => {}) : Promise.resolve('answer')
		);
		const asking = client<string>();
		const first = asking.ask(1);
		await vi.advanceTimersByTimeAsync(1);
		expect(await first).toBe('answer');
		// Nothing is asked: there is nothing to be said either.
		await vi.advanceTimersByTimeAsync(1_000_000);
		const asked = asking.ask(-1);
		const failed = expect(asked).rejects.toBeInstanceOf(WorkerEnded);
		await vi.advanceTimersByTimeAsync(1_000_000);
		await failed;
	});

	it('that is asked once is started again, once', async () => {
		const started: LocalWorker[] = [];
		const make = (answers: number) => () => {
			const next = new LocalWorker();
			vi.stubGlobal('self', next.scope);
			answerQuestions<number, string>(() => {
				if (started.length < answers) {
					next.terminate();
					return new Promise<never>(() => {});
				}
				return 'answer';
			});
			started.push(next);
			return next as unknown as Worker;
		};
		expect(await askOnce(make(2), 1)).toBe('answer');
		expect(started).toHaveLength(2);
		started.length = 0;
		await expect(askOnce(make(9), 1)).rejects.toBeInstanceOf(WorkerEnded);
		expect(started).toHaveLength(2);
	});

	it('is not what is ended on purpose', async () => {
		answerQuestions<number, number>((number) => number);
		const asking = client<number>();
		expect(await asking.ask(1)).toBe(1);
		asking.close();
		await new Promise((resolve) => setTimeout(resolve));
		expect(await Promise.race([asking.ended, 'not told'])).toBe('not told');
	});

	it('is told from a message that can not be read', async () => {
		answerQuestions<number, never>(() => new Promise(() => {}));
		const asked = client<never>().ask(1);
		worker.onmessageerror!();
		await expect(asked).rejects.toThrow('message');
	});
});

describe('a spare worker', () => {
	it('is started once before it is needed, and taken once', () => {
		let started = 0;
		const spare = new Spare(() => ++started);
		spare.prepare();
		spare.prepare();
		expect(started).toBe(1);
		expect([spare.take(), spare.take()]).toEqual([1, 2]);
		spare.prepare();
		expect(spare.take()).toBe(3);
	});
});
