/** Asks a server as no browser would: paths as they are, headers as they are, answers left half read. */
import { Agent, request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';

export interface Question {
	path: string;
	headers?: Record<string, string>;
	method?: string;
	/** Goes away with the first bytes of the answer. */
	leaves?: boolean;
	agent?: Agent;
}

export interface Answered {
	status: number;
	headers: IncomingHttpHeaders;
	body: Buffer;
}

/** Asks for a path as it is: `fetch` would tidy it up and unpack the answer. @throws where the connection breaks */
export function ask(
	address: string,
	{ path, headers = {}, method = 'GET', leaves = false, agent }: Question
): Promise<Answered> {
	return new Promise((done, fail) => {
		const { hostname, port } = new URL(address);
		const asked = request({ hostname, port, path, headers, method, agent }, (response) => {
			const chunks: Buffer[] = [];
			const finish = () =>
				done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
			response.on('data', (chunk: Buffer) => {
				chunks.push(chunk);
				if (!leaves) return;
				response.destroy();
				finish();
			});
			response.on('end', finish);
			response.on('error', fail);
			// Else an answer that breaks off would be waited for.
			response.on('close', () => !response.complete && fail(new Error('The answer broke off.')));
		});
		asked.on('error', fail).end();
	});
}

/** Asks the same questions over and over, so many at once over connections that are kept. Gives what went wrong. */
export async function askMany(
	address: string,
	questions: readonly Question[],
	{ count, atOnce }: { count: number; atOnce: number }
): Promise<{ answered: number; faults: string[] }> {
	const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
	const faults: string[] = [];
	let asked = 0;
	let answered = 0;
	const one = async () => {
		while (asked < count) {
			const question = questions[asked++ % questions.length]!;
			try {
				const { status } = await ask(address, { ...question, agent });
				answered++;
				if (status >= 500) faults.push(`${question.path}: ${status}`);
			} catch (error) {
				faults.push(`${question.path}: ${(error as Error).message}`);
			}
		}
	};
	await Promise.all(Array.from({ length: atOnce }, one));
	agent.destroy();
	return { answered, faults };
}
