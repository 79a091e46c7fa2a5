import { naughty } from '../../fixtures/naughty/naughty';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { addressOf, askable, fetchFile, fetchPart, nameOf } from '../../../src/lib/base/fetchFile';

describe('an address', () => {
	it.each([
		['https://example.org/a.csv', 'https://example.org/a.csv'],
		[' https://example.org/a b.csv?x=1#part\n', 'https://example.org/a%20b.csv?x=1'],
		['http://localhost:8000/a', 'http://localhost:8000/a'],
		['http://127.0.0.1/a', 'http://127.0.0.1/a'],
		['HTTPS://EXAMPLE.ORG', 'https://example.org/']
	])('that may be asked: %j', (text, href) => {
		expect(addressOf(text).url?.href).toBe(href);
	});

	it.each([
		['', 'not-an-address'],
		['sites.csv', 'not-an-address'],
		['//example.org/a', 'not-an-address'],
		['https://', 'not-an-address'],
		['javascript:alert(1)', 'not-web'],
		['data:text/csv,a', 'not-web'],
		['file:///etc/passwd', 'not-web'],
		['blob:https://example.org/1', 'not-web'],
		['http://example.org/a.csv', 'not-secure'],
		['http://localhost.example.org/', 'not-secure'],
		['http://127.0.0.1.example.org/', 'not-secure'],
		['https://localhost@example.org/', 'has-password'],
		['https://a:b@example.org/', 'has-password']
	])('that may not: %j', (text, fault) => {
		expect(addressOf(text).fault).toBe(fault);
	});

	it('is read from any text without a fault', () => {
		for (const text of naughty) {
			const { url } = addressOf(text);
			if (url) expect(nameOf(url)).not.toBe('');
		}
	});

	it('names its file', () => {
		const names = ['/a/b%20c.csv', '/a/', '/', '/%ff', '/%D8%AD.csv'].map((path) =>
			nameOf(new URL(`https://example.org${path}`))
		);
		expect(names).toEqual(['b c.csv', 'a', 'example.org', '%ff', 'ح.csv']);
	});
});

it('whom a page may ask for an address: the address, others that are encrypted, and the reader’s machine never unasked', () => {
	const of = (text: string) => askable(new URL(text));
	expect(of('https://example.org/a.csv')).toBe("'self' https:");
	expect(of('https://localhost/a.csv')).toBe("'self' https:");
	expect(of('http://localhost:8000/a.csv')).toBe("'self' https: http://localhost:8000");
	expect(of('http://127.0.0.1/a.csv')).toBe("'self' https: http://127.0.0.1");
});

describe('a file that is fetched', () => {
	const servers: Server[] = [];
	afterEach(() => {
		for (const server of servers.splice(0)) {
			server.closeAllConnections();
			server.close();
		}
	});

	async function host(listener: RequestListener): Promise<URL> {
		const server = createServer(listener).listen(0, '127.0.0.1');
		servers.push(server);
		await once(server, 'listening');
		return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/data/sites.csv`);
	}

	const limit = 1000;

	it('is whole, has its name, and tells how far it is', async () => {
		const seen: [number, number | null][] = [];
		const url = await host((_, response) => {
			response.writeHead(200, { 'Content-Length': 6 });
			response.end('a,b\n1,');
		});
		const fetched = await fetchFile(url, { limit, onprogress: (...now) => seen.push(now) });
		if (fetched.fault) throw new Error(fetched.fault.reason);
		expect([await fetched.file.text(), fetched.name]).toEqual(['a,b\n1,', 'sites.csv']);
		expect(seen.at(-1)).toEqual([6, 6]);
	});

	it('is asked for without cookies, and without saying from where', async () => {
		let headers: Record<string, unknown> = {};
		const url = await host((request, response) => {
			headers = request.headers;
			response.end('x');
		});
		await fetchFile(url, { limit });
		expect(headers).not.toHaveProperty('cookie');
		expect(headers).not.toHaveProperty('referer');
	});

	it.each<[string, RequestListener, object]>([
		['is not there', (_, response) => response.writeHead(404).end('no'), { reason: 'answered', status: 404 }],
		['the host fails', (_, response) => response.writeHead(503).end(), { reason: 'answered', status: 503 }],
		[
			'says that it is too large',
			(_, response) => response.writeHead(200, { 'Content-Length': 1001 }).write('x'),
			{ reason: 'too-large', limit }
		],
		[
			'grows too large',
			(_, response) => {
				for (let piece = 0; piece < 20; piece++) response.write('x'.repeat(100));
			},
			{ reason: 'too-large', limit }
		],
		[
			'breaks off',
			(_, response) => {
				response.writeHead(200, { 'Content-Length': 100 }).write('x');
				setImmediate(() => response.destroy());
			},
			{ reason: 'broken-off' }
		],
		['is empty', (_, response) => response.end(), { reason: 'empty' }]
	])('is refused where it %s', async (_, listener, fault) => {
		expect(await fetchFile(await host(listener), { limit })).toEqual({ fault });
	});

	it('is refused where nobody answers', async () => {
		const url = await host(() => {});
		servers[0]!.close();
		servers[0]!.closeAllConnections();
		expect(await fetchFile(url, { limit })).toEqual({ fault: { reason: 'no-answer' } });
	});

	it('is asked for once, whatever comes of it', async () => {
		const asked: string[] = [];
		const url = await host((request) => {
			asked.push(request.method!);
			request.destroy();
		});
		expect(await fetchFile(url, { limit })).toEqual({ fault: { reason: 'no-answer' } });
		expect(asked).toEqual(['GET']);
	});

	it('is refused where it was passed on to the reader’s machine, and not where it stays on its host', async () => {
		const own = await host((_, response) => response.end('secret'));
		for (const name of ['127.0.0.1', '127.1.2.3', 'localhost']) {
			own.hostname = name;
			const url = await host((_, response) => response.writeHead(302, { Location: own.href }).end());
			const fetched = await fetchFile(url, { limit });
			if (name !== '127.1.2.3') expect(fetched).toEqual({ fault: { reason: 'passed-on' } });
			else expect(fetched.fault).toBeDefined();
		}
		const url = await host((request, response) => {
			if (request.url === '/there.csv') response.end('a,b');
			else response.writeHead(302, { Location: '/there.csv' }).end();
		});
		expect(await fetchFile(url, { limit })).toMatchObject({ name: 'sites.csv' });
	});

	it('can be stopped before and while it comes', async () => {
		const controller = new AbortController();
		const url = await host((_, response) => response.write('x'));
		const fetching = fetchFile(url, {
			limit,
			signal: controller.signal,
			onprogress: () => controller.abort(new Error('stopped'))
		});
		await expect(fetching).rejects.toThrow('stopped');
		await expect(fetchFile(url, { limit, signal: controller.signal })).rejects.toThrow('stopped');
	});

	it('is had in parts where the host gives them, and not at all where it does not', async () => {
		const asked: (string | undefined)[] = [];
		const giving = await host((request, response) => {
			asked.push(request.headers.range);
			response.writeHead(206).end('bcd');
		});
		expect(await fetchPart(giving, 1, 4)).toEqual(new TextEncoder().encode('bcd'));
		expect(asked).toEqual(['bytes=1-3']);
		for (const listener of [
			((_, response) => response.end('abcdef')) as RequestListener,
			((_, response) => response.writeHead(404).end()) as RequestListener,
			((request) => request.destroy()) as RequestListener
		])
			expect(await fetchPart(await host(listener), 1, 4)).toBeNull();
		const stopped = AbortSignal.abort();
		await expect(fetchPart(giving, 1, 4, stopped)).rejects.toBe(stopped.reason);
	});
});
