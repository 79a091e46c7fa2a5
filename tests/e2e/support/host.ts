/** A host for the tests of what is kept: one address that shows one build or another, and can lose files or all. */
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parcelAddress } from '../../../src/lib/offline/parcel';
import { writeParcel } from '../../../src/tools/finish';
import { answersFrom } from '../../../src/tools/serve';

export interface Host {
	address: string;
	/** Paths that were asked for since the last `forget`. */
	asked: string[];
	forget(): void;
	/** Shows the newer build from now on, or the older one again. */
	show(build: 'older' | 'newer'): void;
	/** Loses the files that fit, or none. */
	lose(which: RegExp | null): void;
	/** Answers with a page in place of the files that fit, as a network does that wants a login. */
	pretend(which: RegExp | null): void;
	close(): Promise<void>;
}

/** What the pages of the newer build say of themselves in `<html data-build>`. */
export const newer = '2';

export async function startHost(): Promise<Host> {
	const copy = mkdtempSync(join(tmpdir(), 'attested-newer-'));
	makeNewer('build', copy);
	const builds = { older: answersFrom('build'), newer: answersFrom(copy) };
	let shown: keyof typeof builds = 'older';
	let lost: RegExp | null = null;
	let pretended: RegExp | null = null;
	const asked: string[] = [];
	const server = createServer((incoming, outgoing) => {
		const path = incoming.url!.replace(/\?.*$/, '');
		asked.push(path);
		if (lost?.test(path)) return void outgoing.writeHead(503).end();
		if (pretended?.test(path))
			return void outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Log in</h1>');
		void builds[shown](incoming, outgoing);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		asked,
		forget: () => void asked.splice(0),
		show: (build) => void (shown = build),
		lose: (which) => void (lost = which),
		pretend: (which) => void (pretended = which),
		async close() {
			server.close();
			server.closeAllConnections();
			rmSync(copy, { recursive: true, force: true });
		}
	};
}

/** Copies a build under another version, the pages of which say that they are newer. */
function makeNewer(from: string, to: string): void {
	// What is changed here must not be sent in its old form.
	cpSync(from, to, { recursive: true, filter: (path) => !/\.(html|js|json)\.(gz|br)$/.test(path) });
	const { version } = JSON.parse(readFileSync(join(from, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	const next = String(Number(version) + 1);
	const change = (path: string, edit: (text: string) => string) => {
		const text = readFileSync(join(to, path), 'utf8');
		const edited = edit(text);
		if (edited === text) throw new Error(`${path} of the newer build is the same.`);
		writeFileSync(join(to, path), edited);
	};
	rmSync(join(to, parcelAddress(version)));
	const renamed = (text: string) => text.replaceAll(version, next);
	const marked = (text: string) => text.replaceAll(/<html lang=/g, `<html data-build='${newer}' lang=`);
	change('_app/version.json', renamed);
	change('service-worker.js', renamed);
	for (const page of readdirSync(to, { recursive: true, encoding: 'utf8' }))
		if (page.endsWith('.html')) change(page, (text) => marked(renamed(text)));
	writeParcel(to);
}

/** Somebody else's host, with files that pages of others may read and files that they may not. */
export interface Source {
	address: string;
	/** What was asked for, as `GET /sites.csv`, in order. */
	asked: string[];
	/** The headers of the last request. */
	headers: Record<string, unknown>;
	/** Files by their paths, of which it gives parts. */
	files: Map<string, Uint8Array>;
	/** Bytes of those that were given. */
	given: number;
	close(): Promise<void>;
}

/** What `/sites.csv` of that host holds: two places. */
const sourceTable = 'name,lat,lon\nAleppo,36.2,37.1\nHama,35.1,36.7\n';

export async function startSource(): Promise<Source> {
	const shared = { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/csv' };
	const server = createServer((incoming, outgoing) => {
		const path = incoming.url!.replace(/\?.*$/, '');
		source.asked.push(`${incoming.method} ${path}`);
		source.headers = incoming.headers;
		const file = source.files.get(path);
		const range = /^bytes=(\d+)-(\d+)$/.exec(incoming.headers.range ?? '');
		if (file) {
			const part = range ? file.subarray(Number(range[1]), Number(range[2]) + 1) : file;
			source.given += part.length;
			outgoing.writeHead(range ? 206 : 200, shared).end(part);
		} else if (path === '/sites.csv') outgoing.writeHead(200, shared).end(sourceTable);
		else if (path === '/closed.csv') outgoing.writeHead(200, { 'Content-Type': 'text/csv' }).end(sourceTable);
		// Passes the request on to wherever it is told to.
		else if (path === '/moved.csv') {
			const to = new URL(incoming.url!, 'http://source').searchParams.get('to')!;
			outgoing.writeHead(302, { ...shared, Location: to }).end();
		} else if (path === '/large.csv')
			outgoing.writeHead(200, { ...shared, 'Content-Length': String(2 ** 31) }).write('a,b\n');
		// Says how much there is, and never sends all of it.
		else if (path === '/endless.csv')
			outgoing.writeHead(200, { ...shared, 'Content-Length': '1000' }).write('a,b\n');
		else outgoing.writeHead(404, shared).end();
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const source: Source = {
		address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked: [],
		headers: {},
		files: new Map(),
		given: 0,
		async close() {
			server.close();
			server.closeAllConnections();
		}
	};
	return source;
}
