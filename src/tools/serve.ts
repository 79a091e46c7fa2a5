/**
 * A static server for the built site, on this machine. As a command (`tsx src/tools/serve.ts [DIRECTORY]`) it
 * serves `build/`; HOST and PORT say where.
 */
import send, { type SendResult } from '@fastify/send';
import { once } from 'node:events';
import { ReadStream, existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { printable } from '../lib/base/printable';
import { isCommand, project } from './command';
import { compressTexts } from './compress';
import { contentTypes, headers as table, headersOf, unknownPage } from './headers';

const idleMilliseconds = 120_000;

export interface Serving {
	/** Where the site is, with a slash at its end: http://127.0.0.1:4173/, or http://127.0.0.1:4173/map/. */
	address: string;
	close(): Promise<void>;
}

/**
 * Serves a folder, below the path that it was built for. Where the port is taken, the next free one of the twenty after it is used.
 * @throws Error where the folder does not exist or no port is free
 */
export async function serve(
	directory: string,
	{
		port = 4173,
		host = '127.0.0.1',
		onrequest
	}: {
		port?: number;
		host?: string;
		/** Is told the path of every request. */
		onrequest?: (path: string) => void;
	} = {}
): Promise<Serving> {
	if (!existsSync(directory))
		throw new Error(`${directory} does not exist: build the site first (npm run build).`);
	const answer = answersFrom(directory);
	const server = createServer((request, response) => {
		onrequest?.((request.url ?? '/').replace(/\?.*$/s, ''));
		void answer(request, response);
	});
	const address = await listen(server, port, host);
	// One that reads nothing for so long holds a file open for nothing.
	server.setTimeout(idleMilliseconds);
	// A connection that can't be taken, as with too many open files, is no reason to end those that are.
	server.on('error', (error) => console.error(error.message));
	return {
		address: address + baseOf(directory).slice(1) + (baseOf(directory) ? '/' : ''),
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		}
	};
}

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The path that a built site is for, as its manifest says; '' at the root of a host, and where there is no manifest. */
export function baseOf(directory: string): string {
	try {
		const manifest = readFileSync(join(directory, 'manifest.webmanifest'), 'utf8');
		return (JSON.parse(manifest) as { scope: string }).scope.replace(/\/$/, '');
	} catch {
		return '';
	}
}

/** What answers requests with the files of a folder, after it has compressed its texts, unless UNCOMPRESSED says not to. */
export function answersFrom(directory: string): Answer {
	if (process.env.UNCOMPRESSED !== '1') compressTexts(directory);
	const base = baseOf(directory);
	const respond: Answer = async (request, response) => {
		const [address, query] = addressIn(request);
		const isOurs = address.startsWith(`${base}/`);
		const pathname = isOurs ? address.slice(base.length) : unknownPage;
		const headers = headersOf(pathname);
		// How long to keep it is said of what is there, never of an answer that there is nothing.
		const { 'Cache-Control': keeping = 'no-cache', ...others } = headers;
		for (const [name, value] of Object.entries(others)) response.setHeader(name, value);
		response.setHeader('Cache-Control', 'no-cache');
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			return sayOnly(response, 405, 'Only GET and HEAD are answered here.');
		}
		if (!isDecodable(address)) return sayOnly(response, 400, 'The address is malformed.');
		const redirect = (to: string) =>
			void response.writeHead(308, { Location: to + (query === undefined ? '' : `?${query}`) }).end();
		// The site is not at the root of this host, but nothing else is either.
		if (!isOurs && (address === base || address === '/')) return redirect(`${base}/`);
		if (!isOurs) return answerNotFound(directory, request, response);
		// Pages have no slash at their end.
		if (/^\/[\w-].*\/$/.test(pathname)) return redirect(base + withoutSlashes(pathname));
		const paths =
			pathname === '/' ? ['/index.html'] : ['', '.html', '/index.html'].map((end) => pathname + end);
		const file = await findFile(directory, paths, request);
		if (!file) return answerNotFound(directory, request, response);
		if (file.statusCode < 400) response.setHeader('Cache-Control', keeping);
		return sendFile(file, response);
	};
	return (request, response) => respond(request, response).catch((error: unknown) => giveUp(response, error));
}

/** Path and query of what is asked for. A proxy may give the whole address. */
function addressIn({ url = '/' }: IncomingMessage): [path: string, query: string | undefined] {
	const [, rest = url] = /^https?:\/\/[^/?]*(.*)$/is.exec(url) ?? [];
	const at = rest.indexOf('?');
	return at === -1 ? [rest || '/', undefined] : [rest.slice(0, at) || '/', rest.slice(at + 1)];
}

function isDecodable(pathname: string): boolean {
	try {
		decodeURIComponent(pathname);
		return true;
	} catch {
		return false;
	}
}

function withoutSlashes(pathname: string): string {
	let end = pathname.length;
	while (pathname[end - 1] === '/') end--;
	return pathname.slice(0, end);
}

const encodings = [
	{ ending: '.br', encoding: 'br' },
	{ ending: '.gz', encoding: 'gzip' }
];

/** An answer that is a file, or why it is not sent: 304, 412, 416. */
type FileAnswer = Pick<SendResult, 'statusCode' | 'headers' | 'stream'>;

/** The first of some paths that is a file, in the smallest form that the reader takes. */
async function findFile(
	directory: string,
	paths: string[],
	{ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>
): Promise<FileAnswer | null> {
	const accepted = encodings.filter(({ encoding }) => accepts(headers['accept-encoding'], encoding));
	for (const path of paths) {
		for (const { ending, encoding } of [...accepted, { ending: '', encoding: null }]) {
			// Most files have no compressed form, and to ask for one in vain costs as much as to send it.
			if (encoding && !existsSync(join(directory, path + ending))) continue;
			const asked = { method, headers: { ...headers } };
			let etag = '';
			const found = await send(asked as unknown as IncomingMessage, path + ending, {
				root: directory,
				dotfiles: path.startsWith('/.well-known/') ? 'allow' : 'ignore',
				index: false,
				cacheControl: false,
				onFile(_, stat) {
					if (!stat.isFile()) throw new NoFile();
					etag = etagOf(stat);
					asked.headers.range = soundRange(asked, stat);
					if (asked.headers.range === undefined) delete asked.headers.range;
					delete asked.headers['if-range'];
				}
			}).catch((error: unknown) => {
				if (error instanceof NoFile) return null;
				throw error;
			});
			if (found?.type === 'file') {
				found.headers.ETag = etag;
				const type = contentTypes[extname(path)] ?? send.mime.getType(path) ?? 'application/octet-stream';
				if (found.statusCode !== 304)
					found.headers['Content-Type'] = /^text\/[^;]+$/.test(type) ? `${type}; charset=utf-8` : type;
				if (encoding && found.statusCode !== 304) found.headers['Content-Encoding'] = encoding;
				found.headers.Vary = 'Accept-Encoding';
				return found;
			}
			found?.stream.destroy();
			if (found?.statusCode === 412) return inWords(412, 'It was changed since.');
			if (found?.statusCode === 416) {
				const { 'Content-Range': size = 'bytes */*' } = found.headers;
				return inWords(416, 'It has no such part.', { 'Content-Range': size });
			}
			if (found?.type === 'error' && found.statusCode >= 500) throw found.metadata.error;
		}
	}
	return null;
}

/** A folder, a socket or a pipe stands where a file might. */
class NoFile extends Error {}

function accepts(header: string | string[] | undefined, encoding: string): boolean {
	return String(header ?? '')
		.split(',')
		.some((part) => {
			const [name, ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
			return name === encoding && !parameters.some((text) => /^q=0(\.0*)?$/.test(text));
		});
}

/**
 * The range of a request, where it is one that RFC 9110 knows (14.1.2) and that is meant for the file as it is
 * (13.1.5). All else is answered with the whole file, as the RFC lets a server do with several ranges.
 */
function soundRange(
	{ method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
	{ size, mtime }: { size: number; mtime: Date }
): string | undefined {
	const [range, first, last, suffix] = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/i.exec(headers.range ?? '') ?? [];
	if (range === undefined || method !== 'GET') return undefined;
	if (last && Number(first) > Number(last)) return undefined;
	if (suffix && Number(suffix) > size) return undefined;
	const condition = headers['if-range'];
	if (condition === undefined) return range;
	const isSame = [etagOf({ size, mtime }), mtime.toUTCString()].includes(String(condition));
	return isSame && isAtRest(mtime) ? range : undefined;
}

/**
 * A strong ETag, with which a browser puts parts of a file together: Chromium asks with it from a minute after the file
 * was written. Until the second in which that was is over it is a weak one, since the file may still change within it.
 */
function etagOf({ size, mtime }: { size: number; mtime: Date }): string {
	const tag = `"${size.toString(16)}-${mtime.getTime().toString(16)}"`;
	return isAtRest(mtime) ? tag : `W/${tag}`;
}

const isAtRest = (mtime: Date) => Date.now() - mtime.getTime() >= 2000;

function inWords(statusCode: number, sentence: string, headers: Record<string, string> = {}): FileAnswer {
	const text = `${sentence}\n`;
	return {
		statusCode,
		headers: {
			...headers,
			'Content-Type': 'text/plain; charset=utf-8',
			'Content-Length': String(text.length)
		},
		stream: Readable.from([text])
	};
}

/** Sends a file, from its opening to its closing, whatever becomes of the reader. */
async function sendFile(
	{ statusCode, headers, stream }: FileAnswer,
	response: ServerResponse
): Promise<void> {
	// Whether it can be opened is known before the answer has begun.
	if (stream instanceof ReadStream) await once(stream, 'open');
	if (response.destroyed) return void stream.destroy();
	response.writeHead(statusCode, headers);
	await pipeline(stream, response, { end: false });
	// A file that became shorter meanwhile must not leave the reader waiting for the rest.
	if (stream instanceof ReadStream && stream.bytesRead < Number(headers['Content-Length']))
		response.destroy();
	else response.end();
}

async function answerNotFound(
	directory: string,
	request: IncomingMessage,
	response: ServerResponse
): Promise<void> {
	for (const { name } of table) response.removeHeader(name);
	for (const [name, value] of Object.entries(headersOf(unknownPage))) response.setHeader(name, value);
	// Conditions and ranges are about what is there.
	const { method, headers } = request;
	const asked = { method, headers: { 'accept-encoding': headers['accept-encoding'] } };
	const page = await findFile(directory, ['/404.html'], asked);
	if (!page) return sayOnly(response, 404, 'There is nothing at this address.');
	for (const name of ['ETag', 'Last-Modified', 'Accept-Ranges']) delete page.headers[name];
	return sendFile({ ...page, statusCode: 404 }, response);
}

/** Where an answer fails, it ends, and the server goes on. */
function giveUp(response: ServerResponse, error: unknown): void {
	const { code } = error as NodeJS.ErrnoException;
	// The reader has gone.
	if (response.destroyed || code === 'ERR_STREAM_PREMATURE_CLOSE') return;
	if (response.headersSent) return void response.destroy();
	if (code === 'ENOENT') return sayOnly(response, 404, 'There is nothing at this address.');
	console.error(printable((error as Error).message));
	const isForNow = code === 'EMFILE' || code === 'ENFILE';
	sayOnly(
		response,
		isForNow ? 503 : 500,
		isForNow ? 'Too much at once: ask again.' : 'The file can’t be read.'
	);
}

function sayOnly(response: ServerResponse, status: number, sentence: string): void {
	response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${sentence}\n`);
}

async function listen(server: Server, port: number, host: string): Promise<string> {
	for (let candidate = port; ; candidate++) {
		try {
			server.listen(candidate, host);
			await once(server, 'listening');
			break;
		} catch (error) {
			const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
			if (!isTaken || candidate === port + 20 || candidate === 65535) throw error;
		}
	}
	const bound = server.address();
	const name = host.includes(':') ? `[${host}]` : host;
	return `http://${name}:${typeof bound === 'object' && bound ? bound.port : port}/`;
}

/** HOST and PORT of the environment, as far as they are given. */
export function servingOptions(environment = process.env): { port?: number; host?: string } {
	const port = Number(environment.PORT);
	return {
		...(environment.PORT && Number.isInteger(port) && port >= 0 && port <= 65535 && { port }),
		...(environment.HOST && { host: environment.HOST })
	};
}

if (isCommand(import.meta.url)) {
	const directory = resolve(process.argv[2] ?? join(project, 'build'));
	try {
		const { address } = await serve(directory, servingOptions());
		console.log(`Attested is at ${address}`);
	} catch (error) {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
