/**
 * Keeps the whole site for reading without a network. Each version has a cache of its own and is served only once it is
 * whole; a new version is fetched beside it and waits until a reader asks for it. Kept files are served from the cache,
 * so that all of a page is of one version; everything else comes from the network.
 */
/// <reference types="@sveltejs/kit" />
import { version } from '$service-worker';
import type { ToPages, ToWorker } from '$lib/offline/messages';
import { linesOf, parcelAddress, unpack, type ParcelHead } from '$lib/offline/parcel';
import { answerTo } from '$lib/offline/requests';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const prefix = 'attested-';
const ownCache = prefix + version;
/** Put into a cache last: a cache that has it is whole. */
const seal = '/offline-whole';

/** How many files are fetched at a time. */
const atOnce = 4;

worker.addEventListener('install', (event) => event.waitUntil(keepOnce()));

// This worker serves pages only from here on, so only now are they told that the site is kept.
worker.addEventListener('activate', (event) =>
	event.waitUntil(
		(async () => {
			await worker.clients.claim();
			await tell({ offline: 'kept', version });
			await dropOldVersions();
		})()
	)
);

worker.addEventListener('message', (event) => {
	const asked = event.data as ToWorker;
	if (asked === 'take over') event.waitUntil(worker.skipWaiting());
	else event.waitUntil(keepAgain());
});

worker.addEventListener('fetch', (event) => {
	const { method, url, mode, headers } = event.request;
	const answer = answerTo({ method, url, mode, range: headers.get('Range') }, worker.location.origin);
	if (!answer) return;
	event.respondWith(
		(async () => {
			const kept = await find(answer.path);
			if (kept) return kept;
			try {
				return await fetch(event.request);
			} catch (error) {
				for (const path of answer.otherwise) {
					const page = await find(path);
					if (page) return new Response(page.body, { status: 404, headers: page.headers });
				}
				throw error;
			}
		})()
	);
});

/** A kept file of this version, once the version is whole. Storage that can't be read counts as empty. */
async function find(path: string): Promise<Response | undefined> {
	try {
		if (!(await isWhole(ownCache))) return undefined;
		const own = await caches.match(path, { cacheName: ownCache, ignoreVary: true });
		// A page of an older version may still be open and need a file of its own version.
		const isHashed = path.startsWith('/_app/immutable/');
		return own ?? (isHashed ? await caches.match(path, { ignoreVary: true }) : undefined);
	} catch {
		return undefined;
	}
}

const isWhole = async (name: string) => (await caches.match(seal, { cacheName: name })) !== undefined;

/** For a page that was opened: fetches again what the browser has evicted, and says that the site is kept. */
async function keepAgain(): Promise<void> {
	try {
		await keepOnce();
	} catch {
		// `keep` has told the pages.
		return;
	}
	await tell({ offline: 'kept', version });
	await dropOldVersions();
}

let keeping: Promise<void> | null = null;

/** Keeps this version unless it is whole. Calls while that goes on wait for the same run. */
function keepOnce(): Promise<void> {
	keeping ??= keep().finally(() => (keeping = null));
	return keeping;
}

/**
 * Fetches what is missing of this version, and tells the pages how far it is. It goes on where a broken connection ended.
 * @throws Error where something can't be had or there is no room
 */
async function keep(): Promise<void> {
	try {
		if (await isWhole(ownCache)) return;
		await dropUnfinished();
		await fetchAll(await caches.open(ownCache));
	} catch (error) {
		// Half a copy is of no use where there is no room for a whole one.
		if (isFull(error)) await caches.delete(ownCache);
		await tell({ offline: isFull(error) ? 'full' : 'failed', version });
		throw error;
	}
}

const isFull = (error: unknown) => error instanceof DOMException && error.name === 'QuotaExceededError';

async function fetchAll(cache: Cache): Promise<void> {
	const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname));
	let done = 0;
	let head: ParcelHead | undefined;
	const step = () => {
		done++;
		const of = head!.files + head!.others.length;
		if (done % 25 === 0) void tell({ offline: 'keeping', done, of, version });
	};

	// The files in it are kept one by one, so the browser's own cache need not hold the parcel too.
	const parcel = await get(parcelAddress(version), 'no-store');
	for await (const part of unpack(version, linesOf(textsOf(parcel.body!)))) {
		if ('files' in part) {
			head = part;
			continue;
		}
		if (!there.has(part.path)) await cache.put(part.path, new Response(part.text, { headers: part.headers }));
		step();
	}

	const queue = head!.others.filter((path) => !there.has(path));
	done += head!.others.length - queue.length;
	let failure: unknown = null;
	const fetchRest = async () => {
		for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
			try {
				// A page may have fetched a hashed file already: then it comes from the browser's own cache.
				const mode = path.startsWith('/_app/immutable/') ? 'default' : 'no-cache';
				await cache.put(path, await get(path, mode));
				step();
			} catch (error) {
				// The others are still fetched, so that less is left for the next time, unless there is no room.
				failure = error;
				if (isFull(error)) queue.length = 0;
			}
		}
	};
	await Promise.all(Array.from({ length: atOnce }, fetchRest));
	if (failure !== null) throw failure;
	await cache.put(seal, new Response(version));
}

/** Low in priority: what a page asks for meanwhile goes first. */
async function get(path: string, cache: RequestCache): Promise<Response> {
	const response = await fetch(path, { cache, priority: 'low' });
	if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
	return response;
}

/** Decodes a stream of UTF-8, in which a character may be split between two chunks. */
async function* textsOf(bytes: ReadableStream<Uint8Array>): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	const reader = bytes.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		yield decoder.decode(value, { stream: true });
	}
	yield decoder.decode();
}

const ofOthers = async () =>
	(await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownCache);

/** Deletes what never became whole of other versions. */
async function dropUnfinished(): Promise<void> {
	for (const name of await ofOthers()) if (!(await isWhole(name))) await caches.delete(name);
}

/** Deletes other versions, unless one is being fetched or a second page may still need files of one. */
async function dropOldVersions(): Promise<void> {
	const { installing, waiting } = worker.registration;
	if (installing || waiting || (await worker.clients.matchAll()).length > 1) return;
	// One that is not whole may be a newer version that is still being fetched.
	for (const name of await ofOthers()) if (await isWhole(name)) await caches.delete(name);
}

async function tell(message: ToPages): Promise<void> {
	for (const client of await worker.clients.matchAll({ includeUncontrolled: true }))
		client.postMessage(message);
}
