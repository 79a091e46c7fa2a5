import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchArticle } from '../../../../src/lib/draft/input/fetchArticle';
import { readArticle } from '../../../../src/lib/draft/input/readArticle';
import { newsPage, newsText, parseHtml } from './pages';

describe('an article from an address', () => {
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
		return new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/news/42`);
	}

	it('is read as its host says that it is', async () => {
		const url = await host((_, response) =>
			response.writeHead(200, { 'Content-Type': 'text/html; charset=UTF-8' }).end(newsPage)
		);
		const { source } = await fetchArticle(url);
		const article = await readArticle(source!, parseHtml);
		expect(article).toMatchObject({ kind: 'page', text: newsText });
		expect(article.head.address.map(({ value }) => value)).toEqual([
			'https://news.example/2022/brigade',
			url.href
		]);
	});

	it.each<[string, RequestListener, object]>([
		[
			'does not answer, or not to pages of others',
			(request) => request.destroy(),
			{ fault: { reason: 'no-answer' }, instead: ['save-page', 'paste'] }
		],
		[
			'has nothing there',
			(_, response) => response.writeHead(404).end(),
			{ fault: { reason: 'answered', status: 404 }, instead: ['other-address', 'paste'] }
		],
		[
			'asks who reads',
			(_, response) => response.writeHead(403).end(),
			{ fault: { reason: 'answered', status: 403 }, instead: ['save-page', 'paste'] }
		],
		[
			'sends nothing',
			(_, response) => response.end(),
			{ fault: { reason: 'empty' }, instead: ['save-page', 'paste'] }
		]
	])(
		'that does not come is told, with what to do instead, where the host %s',
		async (_, listener, expected) => {
			expect(await fetchArticle(await host(listener))).toEqual(expected);
		}
	);
});
