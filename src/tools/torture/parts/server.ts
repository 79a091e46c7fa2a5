/** The server of `npm start`, as the command that it is, in a process with a limit on open files. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, readlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { project } from '../../command';
import { ask, askMany, type Question } from '../ask';
import type { Circumstances, Part, Row } from '../part';

const limit = 256;

const part: Part = { title: 'The server of npm start', minutes: 4, rows };
export default part;

async function* rows({ folder, random }: Circumstances): AsyncGenerator<Row> {
	makeSite(folder);
	const server = await started(folder, limit);
	try {
		for (const [what, question, expected] of single) {
			const answer = await ask(server.address, question).catch((error: Error) => error);
			const seen = answer instanceof Error ? answer.message : String(answer.status);
			const isAlive = await server.answers();
			yield {
				input: what,
				promise: 'it is answered, and the next request too',
				held: isAlive && expected.includes(seen),
				detail: isAlive ? `answered with ${seen}` : 'the server ended'
			};
		}
		yield* raw(server, random);
		yield await leaving(server, folder);
		yield await staring(server);
	} finally {
		server.process.kill('SIGKILL');
	}
	// As it is started by people.
	const unlimited = await started(folder, null);
	try {
		yield* load(unlimited, folder);
	} finally {
		unlimited.process.kill('SIGKILL');
	}
}

function makeSite(folder: string): void {
	mkdirSync(join(folder, '_app/immutable'), { recursive: true });
	const page = '<!doctype html><h1>Map</h1>';
	for (const name of ['index', 'about', '404']) {
		writeFileSync(join(folder, `${name}.html`), page);
		writeFileSync(join(folder, `${name}.html.gz`), gzipSync(page));
	}
	writeFileSync(join(folder, 'tiles.pmtiles'), '0123456789'.repeat(1000));
	writeFileSync(join(folder, '_app/immutable/start.js'), 'export {};');
	writeFileSync(join(folder, 'large.bin'), '');
	truncateSync(join(folder, 'large.bin'), 2 ** 25);
}

interface Server {
	address: string;
	process: ChildProcess;
	answers(): Promise<boolean>;
}

/** With a limit on open files, where there is a shell that can set it. */
async function started(folder: string, files: number | null): Promise<Server> {
	const command = [process.execPath, '--import', 'tsx', join(project, 'src/tools/serve.ts'), folder];
	if (files !== null && process.platform !== 'win32')
		command.unshift('sh', '-c', `ulimit -n ${files}; exec "$@"`, 'sh');
	const child = spawn(command[0]!, command.slice(1), {
		cwd: project,
		env: { ...process.env, PORT: '4890', HOST: '127.0.0.1' },
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const [said] = (await once(child.stdout, 'data')) as [Buffer];
	const address = /http:\S+/.exec(String(said))?.[0];
	if (!address) throw new Error('The server did not start.');
	return {
		address,
		process: child,
		async answers() {
			// Where too many are connected it may refuse for a moment.
			for (let attempt = 0; attempt < 50; attempt++) {
				if (child.exitCode !== null || child.signalCode !== null) return false;
				const status = await ask(address, { path: '/about' }).then(
					(answer) => answer.status,
					() => 0
				);
				if (status === 200) return true;
				await after(100);
			}
			return false;
		}
	};
}

const range = (value: string): Question => ({ path: '/tiles.pmtiles', headers: { Range: value } });

/** What is asked, and what may come of it. */
const single: [what: string, question: Question, expected: string[]][] = [
	['Range: bytes=0-99999999999999999999', range('bytes=0-99999999999999999999'), ['206']],
	['Range: bytes=99999999999999999999-', range('bytes=99999999999999999999-'), ['416']],
	['Range: bytes=0-0', range('bytes=0-0'), ['206']],
	['Range: bytes=-0', range('bytes=-0'), ['416']],
	['Range: bytes=-99999999999999999999', range('bytes=-99999999999999999999'), ['200']],
	['Range: bytes=1e999-', range('bytes=1e999-'), ['200']],
	['Range: bytes=NaN-Infinity', range('bytes=NaN-Infinity'), ['200']],
	['a thousand ranges in one header', range(`bytes=${'0-0,'.repeat(1000)}1-1`), ['200']],
	[
		'If-Range with words',
		{ path: '/tiles.pmtiles', headers: { Range: 'bytes=0-0', 'If-Range': 'now' } },
		['200']
	],
	[
		'If-None-Match of 3,000 tags',
		{ path: '/about', headers: { 'If-None-Match': '"a",'.repeat(3000) } },
		['200']
	],
	['If-Modified-Since with words', { path: '/about', headers: { 'If-Modified-Since': 'ever' } }, ['200']],
	[
		'Accept-Encoding of 5,000 commas',
		{ path: '/about', headers: { 'Accept-Encoding': ',;'.repeat(5000) } },
		['200']
	],
	[
		'a header of 100,000 signs',
		{ path: '/about', headers: { A: 'a'.repeat(100_000) } },
		['431', 'write EPIPE', 'read ECONNRESET']
	],
	['/%00', { path: '/%00' }, ['404']],
	['/%', { path: '/%' }, ['400']],
	['/%2e%2e/%2e%2e/etc/passwd', { path: '/%2e%2e/%2e%2e/etc/passwd' }, ['404']],
	['/..%5c..%5cetc/passwd', { path: '/..%5c..%5cetc/passwd' }, ['404']],
	['a path of 10,000 signs', { path: `/${'a'.repeat(10_000)}` }, ['404']],
	['a path of 5,000 folders', { path: '/a'.repeat(5000) }, ['404']],
	['a path of 10,000 slashes between letters', { path: `/a${'/'.repeat(10_000)}b/` }, ['308']],
	['a name of a file as a folder', { path: '/about.html/x' }, ['404']],
	['a folder as a file', { path: '/_app' }, ['404']],
	['POST', { path: '/about', method: 'POST' }, ['405']],
	['DELETE of what is not there', { path: '/nothing', method: 'DELETE' }, ['405']],
	['TRACE', { path: '/about', method: 'TRACE' }, ['405']],
	[
		'Upgrade to another protocol',
		{ path: '/about', headers: { Connection: 'Upgrade', Upgrade: 'h2c' } },
		['200']
	],
	['Expect with words', { path: '/about', headers: { Expect: 'wonders' } }, ['417']]
];

/** What no client would write, and bytes from the seed. */
async function* raw(server: Server, random: () => number): AsyncGenerator<Row> {
	const noise = () => Buffer.from(Array.from({ length: 2000 }, () => Math.floor(random() * 256)));
	const texts: [string, (string | Buffer)[]][] = [
		['no HTTP at all', ['hello\r\n\r\n']],
		['a request without an end', ['GET /about HTTP/1.1\r\nHost: a\r\nX: ']],
		['two lengths', ['GET /about HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na']],
		[
			'a length and chunks',
			['GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n']
		],
		['1,000 requests in one go, no answer read', ['GET /about HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(1000)]],
		['50 times 2,000 bytes from the seed', Array.from({ length: 50 }, noise)]
	];
	const { hostname, port } = new URL(server.address);
	for (const [what, parts] of texts) {
		for (const text of parts) {
			const socket = connect(Number(port), hostname);
			socket.on('error', () => {});
			socket.write(text);
			await Promise.race([once(socket, 'close'), once(socket, 'data'), after(500)]).catch(() => {});
			socket.destroy();
		}
		const isAlive = await server.answers();
		yield {
			input: what,
			promise: 'the next request is answered',
			held: isAlive,
			detail: isAlive ? 'the next was answered' : 'the server ended'
		};
	}
}

/** How many files of a folder a process has open; none where the system does not say. */
function openFiles({ pid }: ChildProcess, folder: string): number {
	try {
		return readdirSync(`/proc/${pid}/fd`).filter((name) => {
			try {
				return readlinkSync(`/proc/${pid}/fd/${name}`).startsWith(folder);
			} catch {
				return false;
			}
		}).length;
	} catch {
		return 0;
	}
}

/** Waits for it, ten seconds at most. */
async function until(holds: () => boolean): Promise<boolean> {
	for (let attempt = 0; attempt < 100; attempt++) {
		if (holds()) return true;
		await after(100);
	}
	return false;
}

async function leaving(server: Server, folder: string): Promise<Row> {
	let begun = 0;
	for (let round = 0; round < 6; round++) {
		const downloads = Array.from({ length: 50 }, () =>
			ask(server.address, { path: '/large.bin', leaves: true })
		);
		begun += (await Promise.allSettled(downloads)).filter(({ status }) => status === 'fulfilled').length;
	}
	const isClosed = await until(() => openFiles(server.process, folder) === 0);
	const isAlive = await server.answers();
	return {
		input: `300 downloads that are broken off, with at most ${limit} open files`,
		promise: 'no file stays open',
		held: isAlive && isClosed && begun === 300,
		detail: isAlive ? `${begun} begun, ${isClosed ? 'none' : 'some'} left open` : 'the server ended'
	};
}

/** More readers who wait than files can be open. */
async function staring(server: Server): Promise<Row> {
	const { hostname, port } = new URL(server.address);
	const sockets = Array.from({ length: 2 * limit }, () => {
		const socket = connect(Number(port), hostname);
		socket.on('error', () => {});
		socket.pause();
		socket.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n');
		return socket;
	});
	await after(1000);
	for (const socket of sockets) socket.destroy();
	const isAlive = await server.answers();
	return {
		input: `${2 * limit} downloads at once that nobody reads, with at most ${limit} open files`,
		promise: 'the server goes on once they have left',
		held: isAlive,
		detail: isAlive ? 'it answers again' : 'the server ended'
	};
}

/** Kilobytes of memory that the process has, where the system says it. */
function memoryOf({ pid }: ChildProcess): number | null {
	try {
		return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
	} catch {
		return null;
	}
}

async function* load(server: Server, folder: string): AsyncGenerator<Row> {
	const questions: Question[] = [
		{ path: '/' },
		{ path: '/about', headers: { 'Accept-Encoding': 'gzip, br' } },
		{ path: '/nothing' },
		{ path: '/_app/immutable/start.js' },
		range('bytes=0-0'),
		range('bytes=0-99999999999999999999'),
		{ path: '/sites/%zz' },
		{ path: '/about/' },
		{ path: '/about', method: 'HEAD' }
	];
	const run = () => askMany(server.address, questions, { count: 5000, atOnce: 200 });
	// What is compiled and pooled the first time is no leak.
	await run();
	const before = memoryOf(server.process);
	const { answered, faults } = await run();
	yield {
		input: '5,000 requests, 200 at once',
		promise: 'all are answered',
		held: answered === 5000 && faults.length === 0,
		detail: faults.length === 0 ? '5,000 answers' : `${faults.length} faults, the first: ${faults[0]}`
	};
	const isClosed = await until(() => openFiles(server.process, folder) === 0);
	yield {
		input: 'files open after them',
		promise: 'none',
		held: isClosed,
		detail: isClosed ? 'none' : String(openFiles(server.process, folder))
	};
	const isBack = () => before === null || memoryOf(server.process)! <= before * 1.2;
	const held = await until(isBack);
	yield {
		input: 'memory after them',
		promise: 'at most 20 % more than before',
		held,
		detail: held ? 'not more' : `${memoryOf(server.process)} KB, before ${before} KB`
	};
}
