/**
 * Keeps the whole site for reading without a network. Each version has a cache of its own and is served only once it is
 * whole; a new version is fetched beside it and waits until a reader asks for it. Kept files are served from the cache,
 * so that all of a page is of one version, and none that is not what was built; everything else comes from the network.
 */
/// <reference types="@sveltejs/kit" />
import { base, version } from '$service-worker';
import { cachePrefix, Copy, isFull, sealPath, type Found } from '$lib/offline/copy';
import type { ToPages, ToWorker } from '$lib/offline/messages';
import { answerTo } from '$lib/offline/requests';

const worker = globalThis.self as unknown as ServiceWorkerGlobalScope;

const prefix = cachePrefix(base);
const ownCache = prefix + version;
const own = copyIn(ownCache);

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
	else if (asked === 'keep') event.waitUntil(keepAgain(keepOnce));
	// The page waits for the answer, and is then loaded again.
	else event.waitUntil(mend().finally(() => event.ports[0]?.postMessage('done')));
});

worker.addEventListener('fetch', (event) => {
	const { method, url, mode, headers } = event.request;
	const answer = answerTo({ method, url, mode, range: headers.get('Range') }, worker.location.origin, base);
	if (!answer) return;
	event.respondWith(
		(async () => {
			const found = await find(own, answer.path);
			if (found.is === 'right') return found.response;
			if (found.is === 'wrong') {
				// Where one file is spoilt others may be.
				event.waitUntil((mending ??= mend()));
				return own.replace(answer.path, () => fetch(event.request));
			}
			const older = await findOlder(answer.path);
			if (older) return older;
			try {
				return await fetch(event.request);
			} catch (error) {
				for (const path of answer.otherwise) {
					const page = await find(own, path);
					if (page.is !== 'right') continue;
					return new Response(page.response.body, { status: 404, headers: page.response.headers });
				}
				throw error;
			}
		})()
	);
});

/** At most once for each start of the worker, unless a reader asks. */
let mending: Promise<void> | null = null;

/** A file of a copy. Storage that can't be read counts as empty. */
const find = (copy: Copy, path: string): Promise<Found> =>
	copy.find(path).catch(() => ({ is: 'unknown' as const }));

/** A page of an older version may still be open and need a file of its own version. */
async function findOlder(path: string): Promise<Response | undefined> {
	if (!path.startsWith(`${base}/_app/immutable/`) || !(await own.isSealed().catch(() => false)))
		return undefined;
	for (const name of await ofOthers()) {
		const found = await find(copyIn(name), path);
		if (found.is === 'right') return found.response;
	}
	return undefined;
}

/** Puts right what is kept, where it is whole as far as is known. */
async function mend(): Promise<void> {
	if (await own.isSealed().catch(() => false)) await keepAgain(() => keep(() => own.mend()));
}

/** For a page that is open: fetches again what the browser has lost, and says that the site is kept. */
async function keepAgain(work: () => Promise<void>): Promise<void> {
	try {
		await work();
	} catch {
		// The pages have been told.
		return;
	}
	await tell({ offline: 'kept', version });
	await dropOldVersions();
}

let keeping: Promise<void> | null = null;

/** Keeps this version. Calls while that goes on wait for the same run. */
function keepOnce(): Promise<void> {
	keeping ??= keep(() => own.keep()).finally(() => (keeping = null));
	return keeping;
}

/**
 * Fetches what is missing of this version, and tells the pages how far it is. It goes on where a broken connection ended.
 * @throws Error where something can't be had or there is no room
 */
async function keep(work: () => Promise<void>): Promise<void> {
	try {
		if (!(await own.isSealed())) await dropUnfinished();
		await work();
	} catch (error) {
		// Half a copy is of no use where there is no room for a whole one.
		if (isFull(error)) await caches.delete(ownCache);
		await tell({ offline: isFull(error) ? 'full' : 'failed', version });
		throw error;
	}
}

/** Low in priority: what a page asks for meanwhile goes first. */
function copyIn(name: string): Copy {
	return new Copy(name.slice(prefix.length), {
		store: {
			// Opening a cache would make one where there is none.
			match: (path) => caches.match(path, { cacheName: name }),
			put: async (path, response) => (await caches.open(name)).put(path, response),
			keys: async () => ((await caches.has(name)) ? (await caches.open(name)).keys() : []),
			delete: async (path) => (await caches.open(name)).delete(path)
		},
		base,
		ask: (path, cache) => fetch(path, { cache, priority: 'low' }),
		onprogress: (done, of) => void tell({ offline: 'keeping', done, of, version })
	});
}

const ofOthers = async () =>
	(await caches.keys()).filter((name) => name.startsWith(prefix) && name !== ownCache);

/** Copies of older builds have a seal without a manifest. */
const wasWhole = async (name: string) => (await caches.match(sealPath, { cacheName: name })) !== undefined;

/** Deletes what never became whole of other versions. */
async function dropUnfinished(): Promise<void> {
	for (const name of await ofOthers()) if (!(await wasWhole(name))) await caches.delete(name);
}

/** Deletes other versions, unless one is being fetched or a second page may still need files of one. */
async function dropOldVersions(): Promise<void> {
	const { installing, waiting } = worker.registration;
	if (installing || waiting || (await worker.clients.matchAll()).length > 1) return;
	// One that is not whole may be a newer version that is still being fetched.
	for (const name of await ofOthers()) if (await wasWhole(name)) await caches.delete(name);
}

async function tell(message: ToPages): Promise<void> {
	for (const client of await worker.clients.matchAll({ includeUncontrolled: true }))
		client.postMessage(message);
}
