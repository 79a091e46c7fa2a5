/** Keeps a table beside the page and answers what is asked of it, in any order; a search may be left for the next. */
import type { Table } from '../table';
import { Engine } from './engine';

/** What can be asked: a method of the engine with its arguments. */
type Asked = {
	[Name in Exclude<keyof Engine, 'show'>]: { ask: Name; with: Parameters<Engine[Name]> };
}[Exclude<keyof Engine, 'show'>];

export type IndexRequest =
	| { id: number; open: Table }
	| { id: number; show: Parameters<Engine['show']>[0] }
	| ({ id: number } & Asked);

/** `left` where a later request has taken the place of this one. */
export type IndexReply =
	{ id: number; answer: unknown } | { id: number; error: string } | { id: number; left: true };

class Left extends Error {}

let engine: Engine | null = null;
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
		engine = new Engine(request.open);
		return engine.summary();
	}
	if (!engine) throw new Error('no table is open');
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
