import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Records } from '../../../src/lib/geodata/schema';
import { linkLines } from '../../../src/tools/links';

let server: Server;
let host: string;
const asked: string[] = [];

beforeAll(async () => {
	server = createServer(({ url }, response) => {
		asked.push(url!);
		if (url === '/moved') return void response.writeHead(302, { Location: '/there' }).end();
		response.writeHead(url === '/gone' ? 404 : 200).end('words');
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

const recordsWith = (url: string, urls: string[], archivedUrl?: string) =>
	({
		articles: [{ id: 'paper-2020', url, archivedUrl }],
		references: [{ id: 'atlas', urls }]
	}) as unknown as Records;

it('names what is gone, follows what has moved, and asks for each address once', async () => {
	const records = recordsWith(
		`${host}/gone`,
		[`${host}/moved`, `${host}/there`, `${host}/there`],
		`${host}/copy`
	);
	expect(await linkLines(records)).toEqual([
		'4 addresses asked for, 1 not to be had.',
		`articles/paper-2020.json  ${host}/gone  answers 404`,
		'',
		'Without an archived copy: 1 record.',
		'references.json atlas'
	]);
	expect(asked.filter((url) => url === '/gone')).toHaveLength(1);
});

it('says that a host is not reached or does not answer, and that all is there', async () => {
	const closed = createServer().listen(0, '127.0.0.1');
	await once(closed, 'listening');
	const nowhere = `http://127.0.0.1:${(closed.address() as AddressInfo).port}/`;
	await new Promise((done) => closed.close(done));
	const refused = await linkLines(recordsWith(nowhere, [`${host}/there`]));
	expect(refused[1]).toContain(`${nowhere}  can't be reached (ECONNREFUSED)`);
	const silent = () => Promise.reject(new DOMException('', 'TimeoutError'));
	expect((await linkLines(recordsWith(`${host}/a`, []), silent))[1]).toContain(
		'does not answer within 20 seconds'
	);
	expect((await linkLines(recordsWith(`${host}/there`, [`${host}/there`])))[0]).toBe(
		'1 address asked for, all there.'
	);
});
