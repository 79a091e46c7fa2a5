/**
 * A static server for the built site, on this machine. As a command (`tsx src/tools/serve.ts [DIRECTORY]`) it
 * serves `build/`; HOST and PORT say where.
 */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { extname, join, resolve } from 'node:path';
import sirv from 'sirv';
import { isCommand, project } from './command';
import { compressTexts } from './compress';
import { contentTypes, headersOf, unknownPage } from './headers';

export interface Serving {
	/** Where the site is, with a slash at its end: http://127.0.0.1:4173/ */
	address: string;
	close(): Promise<void>;
}

/**
 * Serves a folder. Where the port is taken, the next free one of the twenty after it is used.
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
	compressTexts(directory);
	const answer = answerFrom(directory);
	const server = createServer((request, response) => {
		onrequest?.((request.url ?? '/').replace(/\?.*$/s, ''));
		answer(request, response);
	});
	const address = await listen(server, port, host);
	return {
		address,
		async close() {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		}
	};
}

function answerFrom(directory: string): (request: IncomingMessage, response: ServerResponse) => void {
	const files = sirv(directory, {
		etag: true,
		gzip: true,
		brotli: true,
		extensions: ['html'],
		setHeaders(response, pathname) {
			const type = contentTypes[extname(pathname)];
			if (type) response.setHeader('Content-Type', type);
			// sirv leaves the type empty where it knows none.
			else if (/\.[a-z0-9]+$/.test(pathname) && !isKnown(pathname)) {
				response.setHeader('Content-Type', 'application/octet-stream');
			}
		}
	});
	return (request, response) => {
		const [pathname = '/', query] = (request.url ?? '/').split(/\?(.*)/s);
		for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value);
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.setHeader('Allow', 'GET, HEAD');
			return sayOnly(response, 405, 'Only GET and HEAD are answered here.');
		}
		if (!isDecodable(pathname)) return sayOnly(response, 400, 'The address is malformed.');
		// Pages have no slash at their end, and their links are relative: with one they would lead astray.
		if (/^\/[\w-].*\/$/.test(pathname)) {
			const location = pathname.replace(/\/+$/, '') + (query === undefined ? '' : `?${query}`);
			return void response.writeHead(308, { Location: location }).end();
		}
		if (!isPlainRange(request.headers.range)) delete request.headers.range;
		files(request, response, () => answerNotFound(directory, request, response));
	};
}

function isKnown(pathname: string): boolean {
	return /\.(html|json|svg|xml|png|jpg|webp|avif|ico|woff2?|wasm|webmanifest|jsonld|gz|br|pdf)$/.test(
		pathname
	);
}

function isDecodable(pathname: string): boolean {
	try {
		decodeURIComponent(pathname);
		return true;
	} catch {
		return false;
	}
}

/** One range from a first byte on; a server may answer all others with the whole file. */
function isPlainRange(range: string | undefined): boolean {
	const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
	return first !== undefined && (!last || Number(first) <= Number(last));
}

function answerNotFound(directory: string, request: IncomingMessage, response: ServerResponse): void {
	for (const name of Object.keys(headersOf(request.url ?? '/'))) response.removeHeader(name);
	for (const [name, value] of Object.entries(headersOf(unknownPage))) response.setHeader(name, value);
	const accepted = String(request.headers['accept-encoding'] ?? '');
	const encodings = [
		{ ending: '.br', name: 'br' },
		{ ending: '.gz', name: 'gzip' }
	];
	const page = join(directory, '404.html');
	const encoding = encodings.find(({ ending, name }) => accepted.includes(name) && existsSync(page + ending));
	if (!existsSync(page)) return sayOnly(response, 404, 'There is nothing at this address.');
	const bytes = readFileSync(page + (encoding?.ending ?? ''));
	response.writeHead(404, {
		'Content-Type': 'text/html; charset=utf-8',
		'Content-Length': bytes.length,
		Vary: 'Accept-Encoding',
		...(encoding && { 'Content-Encoding': encoding.name })
	});
	response.end(bytes);
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

/** A file that was there at the start and is gone now, as after another build, must not stop the server. */
export function surviveMissingFiles(): void {
	process.on('uncaughtException', (error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOENT') {
			console.error(error);
			process.exit(1);
		}
		console.error(`${error.path} is gone: was the site built again? Start the server again.`);
	});
}

if (isCommand(import.meta.url)) {
	surviveMissingFiles();
	const directory = resolve(process.argv[2] ?? join(project, 'build'));
	try {
		const { address } = await serve(directory, servingOptions());
		console.log(`Attested is at ${address}`);
	} catch (error) {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
