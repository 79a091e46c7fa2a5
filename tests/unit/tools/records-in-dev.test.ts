/** What a browser is told by `npm run dev` when records change, as the server says it. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type HotPayload, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recordsInDev } from '../../../src/tools/records-in-dev';
import { validDirectory } from '../records';

let folder: string;
let server: ViteDevServer;
let address: string;
const article = () => join(folder, 'geodata/articles/fixture-one.json');

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'attested-dev-'));
	cpSync(validDirectory, join(folder, 'geodata'), { recursive: true });
	mkdirSync(join(folder, 'src'));
	// As our own: it reads once, and another module keeps what it makes of that.
	writeFileSync(
		join(folder, 'src/reader.js'),
		`import { readFileSync } from 'node:fs';
		export const title = JSON.parse(readFileSync(${JSON.stringify(article())}, 'utf8')).title;`
	);
	writeFileSync(join(folder, 'src/page.js'), `export { title } from './reader.js';`);
	server = await createServer({
		root: folder,
		configFile: false,
		logLevel: 'silent',
		appType: 'custom',
		server: { port: 0, host: '127.0.0.1' },
		plugins: [recordsInDev(join(folder, 'geodata'), join(folder, 'src/reader.js'))]
	});
	await server.listen();
	const { port } = server.httpServer!.address() as { port: number };
	address = `http://127.0.0.1:${port}/`;
});
afterAll(async () => {
	await server.close();
	rmSync(folder, { recursive: true, force: true });
});

/** Writes a title and waits for what browsers are told. */
function edit(title: string): Promise<HotPayload> {
	const record = JSON.parse(readFileSync(article(), 'utf8')) as { title: string };
	const told = new Promise<HotPayload>((resolve) => {
		const { send } = server.ws;
		server.ws.send = (payload: HotPayload) => {
			server.ws.send = send;
			resolve(payload);
		};
	});
	writeFileSync(article(), JSON.stringify({ ...record, title }));
	return told;
}

const titleShown = async () => (await server.ssrLoadModule('/src/page.js')).title as string;
const open = (accept: string) => fetch(address, { headers: { accept } });

it('shows an edited record at once, and a broken one as a fault with its sentence until it is mended', async () => {
	expect(await titleShown()).toBe('Atlantis at the harbour');
	expect((await open('text/html')).status).toBe(404);

	expect(await edit('Another title')).toMatchObject({ type: 'full-reload' });
	expect(await titleShown()).toBe('Another title');

	const sentence = 'articles/fixture-one.json  title  is empty — fill it in';
	expect(await edit('')).toMatchObject({ type: 'error', err: { message: sentence } });
	const page = await open('text/html');
	expect(page.status).toBe(500);
	expect(await page.text()).toContain(sentence);
	// What the page of the fault itself needs is served.
	expect((await open('*/*')).status).toBe(404);

	expect(await edit('A third title')).toMatchObject({ type: 'full-reload' });
	expect(await titleShown()).toBe('A third title');
	expect((await open('text/html')).status).toBe(404);
});
