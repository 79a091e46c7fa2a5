/**
 * The copy for reading without a network, as the service worker has it, against networks that answer with something else
 * and browsers that lose or spoil what they keep. A made-up site of as many files as ours; which of them fail is the seed's.
 */
import { createHash } from 'node:crypto';
import { Copy, sealPath } from '../../../lib/offline/copy';
import { pack, parcelAddress } from '../../../lib/offline/parcel';
import type { Circumstances, Part, Row } from '../part';

const part: Part = { title: 'The copy for reading without a network', minutes: 2, rows };
export default part;

const version = '1';
const parcel = parcelAddress(version);
const portal = '<!doctype html><title>Log in</title>';
const types = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', png: 'image/png' };

const site = [
	...Array.from({ length: 900 }, (_, index) => file(`/page-${index}`, 'html', `<h1>Page ${index}</h1>`)),
	...Array.from({ length: 80 }, (_, index) =>
		file(`/_app/immutable/chunks/${index}.js`, 'js', `part(${index});\nmore(${index});\n`)
	),
	...Array.from({ length: 20 }, (_, index) => file(`/icons/${index}.png`, 'png', `picture ${index}`))
];
const texts = new Map(site.map(({ path, text }) => [path, text]));
const packed = pack(
	version,
	site.filter(({ path }) => path.startsWith('/page')),
	site.filter(({ path }) => !path.startsWith('/page'))
);

function file(path: string, kind: keyof typeof types, text: string) {
	const sha256 = createHash('sha256').update(text).digest('hex');
	return { path, text, headers: { 'Content-Type': types[kind] }, sha256 };
}

/** What the network gives for a path in place of the file; null: nothing comes, undefined: the file. */
type Network = (path: string) => string | null | undefined;
type Store = Map<string, Response>;

const good: Network = () => undefined;
const none: Network = () => null;

function copyOf(store: Store, network: () => Network): Copy {
	return new Copy(version, {
		store: {
			match: async (path) => store.get(path)?.clone(),
			put: async (path, response) => void store.set(path, response),
			keys: async () => [...store.keys()].map((path) => ({ url: `https://attested.example${path}` })),
			delete: async (path) => store.delete(path)
		},
		async ask(path) {
			const instead = network()(path);
			if (instead === null) throw new TypeError('Failed to fetch');
			const text = instead ?? (path === parcel ? packed : texts.get(path));
			return new Response(text ?? 'no', { status: text === undefined ? 404 : 200 });
		}
	});
}

async function* rows({ random }: Circumstances): AsyncGenerator<Row> {
	const some = (share: number) => {
		const chosen = new Set(site.filter(() => random() < share).map(({ path }) => path));
		return (path: string) => chosen.has(path);
	};
	const isAny = some(0.1);
	const networks: Record<string, Network> = {
		'a page of a network that wants a login, for all but the parcel': (path) =>
			path === parcel ? undefined : portal,
		'such a page for all': () => portal,
		'such a page for one file in ten': (path) => (isAny(path) ? portal : undefined),
		'one file in ten cut off at the end of a line': (path) =>
			isAny(path) ? texts.get(path)!.split('\n')[0]! : undefined,
		'nothing for one file in ten': (path) => (isAny(path) ? null : undefined),
		'a parcel that is cut off': (path) =>
			path === parcel ? packed.slice(0, Math.floor(random() * packed.length)) : undefined,
		'a parcel with a letter changed': (path) =>
			path === parcel ? packed.replace('<h1>Page 7<', '<h1>Page 8<') : undefined,
		'the parcel of another version': (path) =>
			path === parcel ? packed.replace('"version":"1"', '"version":"2"') : undefined
	};
	for (const [input, network] of Object.entries(networks)) {
		const store: Store = new Map();
		let now = network;
		const copy = copyOf(store, () => now);
		await copy.keep().catch(() => undefined);
		const wasSealed = await copy.isSealed();
		now = good;
		await copy.keep();
		const wrong = await wrongIn(copy);
		yield {
			input,
			promise: 'nothing is sealed of it; with the network back the copy is whole and right',
			held: !wasSealed && (await copy.isSealed()) && wrong === 0,
			detail: wasSealed ? 'it was sealed' : `not sealed, then whole with ${wrong} wrong files`
		};
	}

	const spoilers: Record<string, (store: Store, path: string) => void> = {
		'72 files lost by the browser': (store, path) => void store.delete(path),
		'one byte changed in each of 72 files': (store, path) =>
			put(store, path, changed(texts.get(path)!, random)),
		'72 files cut off': (store, path) => put(store, path, texts.get(path)!.slice(0, -2)),
		'a page of a login in the place of 72 files': (store, path) => put(store, path, portal),
		'72 files exchanged for others': (store, path) =>
			put(store, path, site[Math.floor(random() * 900)]!.text + ' ')
	};
	for (const [input, spoil] of Object.entries(spoilers)) {
		const store: Store = new Map();
		let now = good;
		const copy = copyOf(store, () => now);
		await copy.keep();
		const hit = new Set<string>();
		while (hit.size < 72) hit.add(site[Math.floor(random() * site.length)]!.path);
		for (const path of hit) spoil(store, path);
		now = none;
		const { served } = await faultsOf(copy);
		now = good;
		for (const path of hit) await copy.replace(path, async () => new Response(texts.get(path)));
		const wrong = await wrongIn(copy);
		yield {
			input,
			promise: 'none of them is served, and each is put right when it is asked for',
			held: served === 0 && wrong === 0,
			detail: `${served} served, ${wrong} wrong afterwards`
		};
	}

	const store: Store = new Map();
	const copy = copyOf(store, () => good);
	await copy.keep();
	store.set(sealPath, new Response(`${await store.get(sealPath)!.clone().text()} `));
	yield {
		input: 'a spoilt seal',
		promise: 'nothing is served by it',
		held: (await copyOf(store, () => none).isSealed()) === false,
		detail: 'counts as no copy'
	};
}

function put(store: Store, path: string, text: string): void {
	const { headers } = site.find((file) => file.path === path)!;
	store.set(path, new Response(text, { headers }));
}

function changed(text: string, random: () => number): string {
	const at = Math.floor(random() * text.length);
	return `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`;
}

/** How many files the copy would serve that are not as they were built, and how many it lacks. */
async function faultsOf(copy: Copy): Promise<{ served: number; lacking: number }> {
	let [served, lacking] = [0, 0];
	for (const { path, text } of site) {
		const found = await copy.find(path);
		if (found.is !== 'right') lacking++;
		else if ((await found.response.text()) !== text) served++;
	}
	return { served, lacking };
}

const wrongIn = async (copy: Copy) => {
	const { served, lacking } = await faultsOf(copy);
	return served + lacking;
};
