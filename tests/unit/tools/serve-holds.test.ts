import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { serve, type Serving } from '../../../src/tools/serve';
import { ask as askAt, askMany, type Question } from '../../../src/tools/torture/ask';

const longAgo = new Date('2026-01-02T03:04:05Z');
const files: Record<string, string | Buffer> = {
	'index.html': '<h1>Map</h1>',
	'404.html': '<h1>Not here</h1>',
	'404.html.gz': gzipSync('<h1>Not here</h1>'),
	'about.html': '<h1>About</h1>',
	'about.html.gz': gzipSync('<h1>About</h1>'),
	'tiles.pmtiles': '0123456789',
	'empty.txt': '',
	'large.bin': '',
	'_app/immutable/start.js': 'export {};'
};

let directory: string;
let site: Serving;
const ask = (path: string, headers: Record<string, string> = {}, rest: Partial<Question> = {}) =>
	askAt(site.address, { path, headers, ...rest });

beforeAll(async () => {
	directory = mkdtempSync(join(tmpdir(), 'attested-serve-'));
	for (const [path, content] of Object.entries(files)) {
		mkdirSync(dirname(join(directory, path)), { recursive: true });
		writeFileSync(join(directory, path), content);
		utimesSync(join(directory, path), longAgo, longAgo);
	}
	truncateSync(join(directory, 'large.bin'), 2 ** 25);
	site = await serve(directory, { port: 0 });
});

afterAll(async () => {
	await site.close();
	rmSync(directory, { recursive: true, force: true });
});

/** How many files of the site are open in this process. Only Linux says it. */
function openFiles(): number {
	return readdirSync('/proc/self/fd').filter((name) => {
		try {
			return readlinkSync(`/proc/self/fd/${name}`).startsWith(directory);
		} catch {
			return false;
		}
	}).length;
}
const saysHandles = existsSync('/proc/self/fd');

describe('ranges, by RFC 9110', () => {
	it.each([
		['bytes=0-0', 206, '0', 'bytes 0-0/10'],
		['bytes=2-4', 206, '234', 'bytes 2-4/10'],
		['bytes=8-', 206, '89', 'bytes 8-9/10'],
		['bytes=9-99999999999999999999', 206, '9', 'bytes 9-9/10'],
		['bytes=0-99999999999999999999', 206, '0123456789', 'bytes 0-9/10'],
		['bytes=-3', 206, '789', 'bytes 7-9/10'],
		['bytes=99999999999999999999-', 416, 'It has no such part.\n', 'bytes */10'],
		['bytes=10-', 416, 'It has no such part.\n', 'bytes */10'],
		['bytes=-0', 416, 'It has no such part.\n', 'bytes */10'],
		// What the RFC does not know is no range.
		['bytes=-99', 200, '0123456789', undefined],
		['bytes=5-2', 200, '0123456789', undefined],
		['bytes=a-b', 200, '0123456789', undefined],
		['bytes=1e0-2', 200, '0123456789', undefined],
		['bytes=0-0,2-2', 200, '0123456789', undefined],
		['lines=1-2', 200, '0123456789', undefined]
	])('%s', async (range, status, body, contentRange) => {
		const answer = await ask('/tiles.pmtiles', { Range: range });
		expect([answer.status, answer.body.toString()]).toEqual([status, body]);
		expect(answer.headers['content-range']).toBe(contentRange);
		expect(answer.headers['content-length']).toBe(String(body.length));
	});

	it('a part is given under a condition only where the file is surely the same', async () => {
		const { headers } = await ask('/tiles.pmtiles');
		const status = async (condition: string) =>
			(await ask('/tiles.pmtiles', { Range: 'bytes=0-0', 'If-Range': condition })).status;
		expect(await status(longAgo.toUTCString())).toBe(206);
		expect(await status(new Date(longAgo.getTime() + 1000).toUTCString())).toBe(200);
		expect(await status(new Date(longAgo.getTime() - 1000).toUTCString())).toBe(200);
		// Chromium asks so from a minute after the file was written on.
		expect(headers.etag).toMatch(/^"/);
		expect(await status(String(headers.etag))).toBe(206);
		expect(await status(`W/${headers.etag}`)).toBe(200);
		expect(await status('"another"')).toBe(200);
		expect(await status('yesterday')).toBe(200);
	});

	it('a file of this second may still change: its ETag is a weak one, and no part is given under it', async () => {
		const soon = new Date(Date.now() + 60_000);
		utimesSync(join(directory, 'tiles.pmtiles'), soon, soon);
		onTestFinished(() => utimesSync(join(directory, 'tiles.pmtiles'), longAgo, longAgo));
		const { headers } = await ask('/tiles.pmtiles');
		expect(headers.etag).toMatch(/^W\//);
		const asked = { Range: 'bytes=0-0', 'If-Range': String(headers.etag) };
		expect((await ask('/tiles.pmtiles', asked)).status).toBe(200);
	});

	it('nothing but GET has parts, and an empty file has none', async () => {
		expect((await ask('/tiles.pmtiles', { Range: 'bytes=0-0' }, { method: 'HEAD' })).status).toBe(200);
		expect((await ask('/empty.txt', { Range: 'bytes=0-0' })).status).toBe(416);
		expect((await ask('/empty.txt')).status).toBe(200);
	});
});

describe('what may be kept', () => {
	const kept = async (path: string, headers?: Record<string, string>) =>
		(await ask(path, headers)).headers['cache-control'];

	it('is never an answer that there is nothing, or no such part', async () => {
		expect(await kept('/_app/immutable/start.js')).toContain('immutable');
		expect(await kept('/_app/immutable/gone.js')).toBe('no-cache');
		expect(await kept('/_app/immutable/start.js/')).toBe('no-cache');
		expect(await kept('/_app/immutable/%')).toBe('no-cache');
		expect(await kept('/_app/immutable/start.js', { Range: 'bytes=99-' })).toBe('no-cache');
		expect(await kept('/_app/immutable/start.js', { 'If-Match': '"other"' })).toBe('no-cache');
	});

	it('says so on 304 too, and a 404 is one under any condition', async () => {
		const { headers } = await ask('/_app/immutable/start.js');
		const again = await ask('/_app/immutable/start.js', { 'If-None-Match': String(headers.etag) });
		expect([again.status, again.headers['cache-control']]).toEqual([304, headers['cache-control']]);
		for (const condition of [
			{ 'If-None-Match': '*' },
			{ Range: 'bytes=0-0' },
			{ 'If-Match': '"a"' }
		] as const)
			expect((await ask('/nothing', condition as unknown as Record<string, string>)).status).toBe(404);
	});

	it('tells caches that the encoding varies, and sends none that is refused', async () => {
		const packed = await ask('/about', { 'Accept-Encoding': 'br;q=0, gzip;q=0.5' });
		expect([packed.headers['content-encoding'], packed.headers.vary]).toEqual(['gzip', 'Accept-Encoding']);
		const plain = await ask('/about', { 'Accept-Encoding': 'gzip;q=0, vibrant' });
		expect([plain.headers['content-encoding'], plain.headers.vary]).toEqual([undefined, 'Accept-Encoding']);
		const missing = await ask('/nothing', { 'Accept-Encoding': 'gzip' });
		expect(gunzipSync(missing.body).toString()).toBe('<h1>Not here</h1>');
	});
});

describe('the server holds', () => {
	it.runIf(saysHandles)('no file open after 300 downloads that were broken off', async () => {
		const leaving = Array.from({ length: 300 }, () => ask('/large.bin', {}, { leaves: true }));
		await Promise.all(leaving);
		await expect.poll(openFiles).toBe(0);
		// And one that goes away before the answer.
		const { hostname, port } = new URL(site.address);
		for (let count = 0; count < 50; count++) {
			const socket = connect(Number(port), hostname, () =>
				socket.write('GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n', () => socket.destroy())
			);
			socket.on('error', () => {});
		}
		expect((await ask('/about')).status).toBe(200);
		await expect.poll(openFiles).toBe(0);
	});

	it('answers where a pipe or a folder stands in the place of a file', async () => {
		mkdirSync(join(directory, 'folder.json'), { recursive: true });
		expect((await ask('/folder.json')).status).toBe(404);
		if (process.platform === 'win32') return;
		execFileSync('mkfifo', [join(directory, 'pipe.txt')]);
		expect((await ask('/pipe.txt')).status).toBe(404);
	});

	it('answers for a file that came, grew or went since it was started', async () => {
		const path = join(directory, 'later.txt');
		expect((await ask('/later.txt')).status).toBe(404);
		writeFileSync(path, 'one');
		expect((await ask('/later.txt')).body.toString()).toBe('one');
		writeFileSync(path, 'longer than before');
		expect((await ask('/later.txt')).body.toString()).toBe('longer than before');
		rmSync(path);
		expect((await ask('/later.txt')).status).toBe(404);
	});

	it('takes a whole address, as proxies send it', async () => {
		expect((await ask('http://any.example/about?q=1')).body.toString()).toBe('<h1>About</h1>');
		expect((await ask('http://any.example')).body.toString()).toBe('<h1>Map</h1>');
	});

	it('is done with 1,200 requests, 200 at once, and keeps nothing of them', async () => {
		const questions: Question[] = [
			{ path: '/' },
			{ path: '/about', headers: { 'Accept-Encoding': 'gzip, br' } },
			{ path: '/nothing' },
			{ path: '/_app/immutable/start.js' },
			{ path: '/tiles.pmtiles', headers: { Range: 'bytes=0-0' } },
			{ path: '/tiles.pmtiles', headers: { Range: 'bytes=0-99999999999999999999' } },
			{ path: '/sites/%zz' },
			{ path: '/about/' },
			{ path: '/about', method: 'HEAD' }
		];
		const run = (count: number) => askMany(site.address, questions, { count, atOnce: 200 });
		setFlagsFromString('--expose-gc');
		const collect = runInNewContext('gc') as () => void;
		const memory = () => {
			collect();
			const { heapUsed, external } = process.memoryUsage();
			return heapUsed + external;
		};
		// What is compiled and pooled once is no leak. `npm run torture -- server` asks 5,000 times.
		await run(400);
		const before = memory();
		const { answered, faults } = await run(1200);
		expect(faults).toEqual([]);
		expect(answered).toBe(1200);
		if (saysHandles) await expect.poll(openFiles).toBe(0);
		await expect.poll(() => memory() / before).toBeLessThan(1.2);
	});
});
