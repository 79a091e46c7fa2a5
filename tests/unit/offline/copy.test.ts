import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { cachePrefix, Copy, sealPath, type Store } from '../../../src/lib/offline/copy';
import { pack, parcelAddress } from '../../../src/lib/offline/parcel';

const version = '1';
const parcel = parcelAddress(version);
const page = { 'Content-Type': 'text/html; charset=utf-8' };
const script = {
	'Content-Type': 'text/javascript; charset=utf-8',
	'Content-Security-Policy': "default-src 'none'"
};
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** A small site: what the build wrote, and what its host answers. */
const built: Record<string, string> = {
	'/': '<h1>Home</h1>',
	'/about': '<h1>About</h1>',
	'/_app/immutable/entry/start.abc.js': 'start();\nmore();',
	'/_app/immutable/nodes/1.def.js': 'node();',
	'/icons/icon.png': 'PNG'
};
const isPacked = (path: string) => !/^\/(_app|icons)/.test(path);
const kept = Object.entries(built).map(([path, text]) => ({
	path,
	text,
	headers: path.endsWith('.js') ? script : path.endsWith('.png') ? { 'Content-Type': 'image/png' } : page,
	sha256: hash(text)
}));
const packed = pack(
	version,
	kept.filter(({ path }) => isPacked(path)),
	kept.filter(({ path }) => !isPacked(path))
);

const entry = '/_app/immutable/entry/start.abc.js';
const portal = '<!doctype html><title>Log in</title>';

let store: Map<string, Response>;
let asked: string[];
/** What the host answers in place of its files; null: it can't be reached. */
let instead: (path: string) => Response | null | undefined;

const make = () =>
	new Copy(version, {
		store: {
			match: async (path) => store.get(path)?.clone(),
			put: async (path, response) => void store.set(path, response),
			keys: async () => [...store.keys()].map((path) => ({ url: `https://attested.example${path}` })),
			delete: async (path) => store.delete(path)
		} satisfies Store,
		async ask(path) {
			asked.push(path);
			const other = instead(path);
			if (other === null) throw new TypeError('Failed to fetch');
			const text = path === parcel ? packed : built[path];
			return other ?? new Response(text ?? 'no', { status: text === undefined ? 404 : 200 });
		}
	});

const spoil = (path: string, text: string, headers: Record<string, string> = script) =>
	store.set(path, new Response(text, { headers }));
const textOf = async (copy: Copy, path: string) => {
	const found = await copy.find(path);
	return found.is === 'right' ? found.response.text() : found.is;
};

/** Every file of the store but the seal, with the hash that it should have. */
async function faultsOfStore(): Promise<string[]> {
	const faults: string[] = [];
	for (const [path, text] of Object.entries(built))
		if ((await store.get(path)?.clone().text()) !== text) faults.push(path);
	return faults;
}

it('the caches of a site are told from those of its neighbours on a host', () => {
	const sites = ['', '/map', '/map-2', '/map/2', '/2'];
	for (const one of sites)
		for (const other of sites)
			expect(`${cachePrefix(other)}17`.startsWith(cachePrefix(one)), `${one} ${other}`).toBe(one === other);
});

beforeEach(() => {
	store = new Map();
	asked = [];
	instead = () => undefined;
});

describe('a copy', () => {
	it('is sealed once all of it is there, and has each file with its own headers', async () => {
		const copy = make();
		expect(await copy.isSealed()).toBe(false);
		await copy.keep();
		expect(await copy.isSealed()).toBe(true);
		expect(await faultsOfStore()).toEqual([]);
		const found = await copy.find(entry);
		expect(found.is === 'right' && found.response.headers.get('Content-Type')).toBe(script['Content-Type']);
		expect(await textOf(copy, '/nowhere')).toBe('unknown');
		asked = [];
		await copy.keep();
		await copy.mend();
		expect(asked).toEqual([]);
	});

	it.each<[string, (path: string) => Response | null | undefined]>([
		[
			'a page of a network that wants a login',
			(path) => (path === parcel ? undefined : new Response(portal))
		],
		['such a page for the parcel too', () => new Response(portal)],
		[
			'a script cut off where it stays valid',
			(path) => (path === entry ? new Response('start();') : undefined)
		],
		[
			'a page of the parcel that was changed',
			(path) => (path === parcel ? new Response(packed.replace('About</h1>', 'Abouts</h1>')) : undefined)
		],
		[
			'a parcel that has a page twice and another not at all',
			(path) =>
				path === parcel
					? new Response(packed.replace(/\n\["\/about".*\n/, `\n${/\n(\["\/",.*)\n/.exec(packed)![1]}\n`))
					: undefined
		],
		[
			'one file that is not there',
			(path) => (path === entry ? new Response('', { status: 404 }) : undefined)
		],
		['a broken line', (path) => (path === entry ? null : undefined)]
	])('is not sealed with %s, and is gone on with later', async (_, answer) => {
		const copy = make();
		instead = answer;
		await expect(copy.keep()).rejects.toThrow();
		expect(await copy.isSealed()).toBe(false);
		expect(await textOf(copy, '/about')).toBe('unknown');
		instead = () => undefined;
		await copy.keep();
		expect(await copy.isSealed()).toBe(true);
		expect(await faultsOfStore()).toEqual([]);
	});

	it('checks again what it had fetched before a line broke', async () => {
		const copy = make();
		instead = (path) => (path === '/icons/icon.png' ? null : undefined);
		await expect(copy.keep()).rejects.toThrow();
		spoil(entry, 'start();\nmuch();');
		instead = () => undefined;
		asked = [];
		await copy.keep();
		expect(asked.sort()).toEqual([entry, parcel, '/icons/icon.png'].sort());
		expect(await faultsOfStore()).toEqual([]);
	});

	it('asks past the browser’s own cache for a file that is wrong there', async () => {
		const modes: RequestCache[] = [];
		instead = () => undefined;
		const cached = new Copy(version, {
			store: {
				match: async (p) => store.get(p)?.clone(),
				put: async (p, r) => void store.set(p, r),
				keys: async () => [],
				delete: async () => true
			},
			async ask(path, cache) {
				if (path === entry) modes.push(cache);
				const isOld = path === entry && cache === 'default';
				return new Response(isOld ? portal : path === parcel ? packed : built[path]);
			}
		});
		await cached.keep();
		expect(modes).toEqual(['default', 'reload']);
		expect(await cached.isSealed()).toBe(true);
	});
});

describe('a sealed copy', () => {
	let copy: Copy;
	beforeEach(async () => {
		await make().keep();
		asked = [];
		copy = make();
	});

	it.each<[string, () => unknown]>([
		['lost', () => store.delete(entry)],
		['of one byte other', () => spoil(entry, 'start();\nmove();')],
		['cut off where it stays valid', () => spoil(entry, 'start();')],
		['replaced', () => spoil(entry, 'other();')],
		['a page', () => spoil(entry, portal, page)],
		['of another type', () => spoil(entry, built[entry]!, { ...script, ...page })],
		['without its policy', () => spoil(entry, built[entry]!, { 'Content-Type': script['Content-Type'] })]
	])('notices on use a script that is %s, and gets it again', async (_, harm) => {
		harm();
		expect(await textOf(copy, entry)).toBe('wrong');
		// Offline nothing is better than something else.
		instead = () => null;
		await expect(copy.replace(entry, () => Promise.reject(new TypeError()))).rejects.toThrow();
		instead = () => undefined;
		const response = await copy.replace(entry, () => Promise.reject(new TypeError()));
		expect(await response.text()).toBe(built[entry]);
		expect(await textOf(copy, entry)).toBe(built[entry]);
	});

	it('takes nothing for a hashed file that is not that file, nor keeps what else a host says', async () => {
		store.delete(entry);
		spoil('/about', '<h1>Abuot</h1>', page);
		instead = () => new Response(portal);
		expect((await copy.replace(entry, async () => new Response(portal))).type).toBe('error');
		// A page may be that of a newer version.
		const newer = await copy.replace('/about', async () => new Response('<h1>Newer</h1>'));
		expect(await newer.text()).toBe('<h1>Newer</h1>');
		expect(await textOf(copy, '/about')).toBe('wrong');
		expect(store.has(entry)).toBe(false);
	});

	it('gets again what the browser has deleted, without the parcel where nothing of that is missing', async () => {
		store.delete(entry);
		await copy.keep();
		expect(asked).toEqual([entry]);
		asked = [];
		store.delete('/about');
		await copy.keep();
		expect(asked).toEqual([parcel]);
		expect(await faultsOfStore()).toEqual([]);
	});

	it('is put right as a whole when asked to, whatever is wrong in it', async () => {
		spoil(entry, 'start();');
		spoil('/', '<h1>Hone</h1>', page);
		store.delete('/icons/icon.png');
		await copy.mend();
		expect(asked.sort()).toEqual([entry, parcel, '/icons/icon.png'].sort());
		expect(await faultsOfStore()).toEqual([]);
	});

	it('stays as it is where the host can’t be reached, and is not used where the host has moved on', async () => {
		spoil('/', '<h1>Hone</h1>', page);
		for (const answer of [null, new Response(portal)]) {
			instead = () => answer?.clone() ?? null;
			await expect(copy.mend()).rejects.toThrow();
			expect(await textOf(copy, '/about')).toBe(built['/about']);
		}
		instead = () => new Response('', { status: 404 });
		await expect(copy.mend()).rejects.toThrow();
		expect(await copy.isSealed()).toBe(false);
	});

	it.each<[string, (seal: string) => string]>([
		['changed', (seal) => seal.replace('"packed":2', '"packed":1')],
		['that of an older build, without a manifest', () => version],
		['of another version', () => '2']
	])('is none where its seal is %s, until it is kept again', async (_, change) => {
		const seal = await store.get(sealPath)!.clone().text();
		store.set(sealPath, new Response(change(seal)));
		copy = make();
		expect(await copy.isSealed()).toBe(false);
		expect(await textOf(copy, entry)).toBe('unknown');
		await copy.keep();
		// All that is right need not come again.
		expect(asked).toEqual([parcel]);
		expect(await textOf(copy, entry)).toBe(built[entry]);
	});

	it('is gone once the reader has removed it', async () => {
		expect(await textOf(copy, entry)).toBe(built[entry]);
		store.clear();
		expect(await textOf(copy, entry)).toBe('unknown');
		expect(store.size).toBe(0);
	});
});
