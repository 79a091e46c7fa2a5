/**
 * One of the processes of `buildSite.ts`: writes its share of the pages, as SvelteKit's own prerendering does, with the server
 * that it built. That server is no public interface: `package-lock.json` pins its version, and `npm run bench -- many`
 * builds with it.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { home } from '../../../svelte.config.js';
import { project } from '../command';
import { languagesInPaths } from '../headers';
import { addressOf } from './address';

interface Route {
	id: string;
	params: { name: string }[];
	page: { leaf: number } | null;
	endpoint: (() => Promise<Entries>) | null;
}

interface Entries {
	entries?: () => Record<string, string>[];
}

interface Manifest {
	_: { nodes: (() => Promise<{ server?: Entries; universal?: Entries }>)[]; routes: Route[] };
}

interface Dependency {
	response: Response;
	body: string | Uint8Array | null;
}

interface Server {
	init(options: object): Promise<void>;
	respond(request: Request, options: object): Promise<Response>;
}

const built = join(project, '.svelte-kit/output/server');
const origin = 'http://sveltekit-prerender';

async function start(): Promise<{ server: Server; manifest: Manifest }> {
	const load = (name: string) => import(join(built, name));
	const { manifest } = (await load('manifest-full.js')) as { manifest: Manifest };
	const internal = await load('internal.js');
	const { set_env } = await load('env.js');
	internal.set_building();
	internal.set_prerendering();
	set_env({});
	internal.set_private_env({});
	internal.set_public_env({});
	internal.set_manifest(manifest);
	const { Server } = (await load('index.js')) as { Server: new (manifest: Manifest) => Server };
	const server = new Server(manifest);
	await server.init({ env: {} });
	return { server, manifest };
}

/** What SvelteKit writes once for each language and not once for all: pages, and what a browser reads of the site. */
const isOfLanguage = ({ id, page }: Route) =>
	page !== null || ['/manifest.webmanifest', '/changes.atom', '/changes.json'].includes(id);

const inLanguage = (tag: string, address: string): string =>
	tag === '' ? address : `/${tag}${address === '/' ? '' : address}`;

/** All that the site has, each with the file that it is in. */
async function* addresses({
	_: { nodes, routes }
}: Manifest): AsyncIterable<{ address: string; file: string }> {
	for (const route of routes) {
		const { entries } = route.endpoint
			? await route.endpoint()
			: ((await nodes[route.page!.leaf]!()).server ?? ({} as Entries));
		const all = route.params.length > 0 ? (entries?.() ?? []) : [{}];
		for (const tag of ['', ...(isOfLanguage(route) ? languagesInPaths : [])])
			for (const entry of all) {
				const address = inLanguage(tag, addressOf(route.id, entry));
				yield { address, file: address === '/' ? '/index.html' : address + (route.page ? '.html' : '') };
			}
	}
}

const folders = new Set<string>();

function write(path: string, body: string | Uint8Array): void {
	const folder = dirname(path);
	if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
	folders.add(folder);
	writeFileSync(path, body);
}

async function main(directory: string, share: number, of: number): Promise<void> {
	const { server, manifest } = await start();
	let index = 0;
	for await (const { address, file } of addresses(manifest)) {
		// What SvelteKit has written already is left as it is.
		if (index++ % of !== share || existsSync(join(directory, file))) continue;
		const dependencies = new Map<string, Dependency>();
		const response = await server.respond(new Request(origin + home.base + address), {
			getClientAddress: () => '',
			prerendering: { dependencies, remote_responses: new Map() },
			read: () => {
				throw new Error('No page reads a file while it is written.');
			}
		});
		if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
		write(join(directory, file), new Uint8Array(await response.arrayBuffer()));
		for (const [path, { response, body }] of dependencies)
			write(
				join(directory, decodeURI(path).slice(home.base.length)),
				body ?? new Uint8Array(await response.arrayBuffer())
			);
	}
}

const [directory, share, of] = process.argv.slice(2);
await main(directory!, Number(share), Number(of));
// SvelteKit's server may keep something open.
process.exit(0);
