/**
 * The page's side of the offline copy: registers the service worker once the page has loaded what it needs, follows its
 * progress, and offers a new version. One instance for each document, in the browser only.
 */
import { base, deskCache, ownName } from '../base/home';
import { trustOwnScripts } from '../base/trusted';
import { cachePrefix } from './copy';
import type { ToPages, ToWorker } from './messages';

/**
 * - `checking`: not known yet
 * - `unasked`: the browser saves data, or the reader removed the copy; nothing is kept until they ask for it
 * - `failed`: something could not be fetched; the next visit goes on
 * - `full`: there is no room for it
 */
export type Keeping = 'checking' | 'unasked' | 'keeping' | 'kept' | 'failed' | 'full';

/** The key of the reader's choice in localStorage. */
const remembered = ownName('offline');
/** Whether a cache is of this site. */
const isOwn = (name: string) => name.startsWith(cachePrefix(base)) || name === deskCache;
/** How long to wait for the map before keeping begins anyway, in milliseconds. */
const patience = 60_000;
/** How long a new worker may take to take over before the page reloads anyway, in milliseconds. */
const handover = 3000;
/** This page's version: when it was built, in milliseconds since 1970, like the version of a worker. */
const ownVersion = document.documentElement.dataset.version;

class Keeper {
	#keeping = $state<Keeping>('checking');
	#share = $state(0);
	#version = $state<string | null>(null);
	#hasUpdate = $state(false);
	#isOnline = $state(navigator.onLine);
	#registration: ServiceWorkerRegistration | null = null;
	/** Whether the reader asked for the new version in this very page. */
	#reloads = false;

	constructor() {
		addEventListener('online', () => {
			this.#isOnline = true;
			void this.#begin();
		});
		addEventListener('offline', () => (this.#isOnline = false));
		const container = navigator.serviceWorker;
		container.addEventListener('message', ({ data }: MessageEvent<ToPages>) => this.#hear(data));
		container.addEventListener('controllerchange', () => {
			if (this.#reloads) location.reload();
		});
		container.startMessages();
		void this.#begin();
	}

	get keeping(): Keeping {
		return this.#keeping;
	}

	/** How much of it is there while it is being kept, from 0 to 1. */
	get share(): number {
		return this.#share;
	}

	/** When the kept version was built, or null where its name does not say so. */
	get built(): Date | null {
		const time = Number(this.#version);
		return this.#version && Number.isFinite(time) ? new Date(time) : null;
	}

	get hasUpdate(): boolean {
		return this.#hasUpdate;
	}

	/** Whether the site's host can be reached, as far as is known. */
	get isOnline(): boolean {
		return this.#isOnline;
	}

	/** Keeps the site because the reader asked for it. */
	async keep(): Promise<void> {
		remember(null);
		await this.#register();
	}

	/** Removes the copy and remembers that none is wanted. */
	async remove(): Promise<void> {
		remember('unasked');
		await this.#registration?.unregister();
		// A browser that refuses storage has kept nothing.
		const names = await caches.keys().catch(() => []);
		for (const name of names) if (isOwn(name)) await caches.delete(name);
		this.#registration = null;
		this.#keeping = 'unasked';
		this.#hasUpdate = false;
	}

	/** Shows the new version. */
	load(): void {
		const waiting = this.#registration?.waiting;
		if (!waiting) return location.reload();
		if (this.#reloads) return;
		this.#reloads = true;
		waiting.postMessage('take over' satisfies ToWorker);
		// Chromium may keep the old worker for half a minute or more if something is asked of it just as it ends;
		// reloading the page moves it on.
		setTimeout(() => location.reload(), handover);
	}

	/** Leaves the new version for later. */
	dismiss(): void {
		this.#hasUpdate = false;
	}

	async #begin(): Promise<void> {
		const choice = recall();
		const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
		const found = await navigator.serviceWorker.getRegistration().catch(() => undefined);
		if (found) this.#adopt(found);
		if (!this.#registration && (choice !== null || saves)) {
			this.#keeping = choice === 'full' ? 'full' : 'unasked';
			return;
		}
		await settled();
		await this.#register();
	}

	async #register(): Promise<void> {
		trustOwnScripts();
		try {
			const registration = await navigator.serviceWorker.register(`${base}/service-worker.js`, {
				updateViaCache: 'none'
			});
			this.#adopt(registration);
			// With a whole copy there is nothing to ask, and a message could keep alive a worker that is about to end.
			if (this.#keeping !== 'kept') registration.active?.postMessage('keep' satisfies ToWorker);
			if (registration.active) await this.#lookForUpdate(registration);
		} catch {
			if (this.#keeping === 'checking') this.#keeping = 'failed';
		}
	}

	/** `navigator.onLine` is true on a network that leads nowhere, too; only an answer of the host counts. */
	async #lookForUpdate(registration: ServiceWorkerRegistration): Promise<void> {
		try {
			await registration.update();
			this.#isOnline = navigator.onLine;
		} catch {
			this.#isOnline = false;
		}
	}

	#adopt(registration: ServiceWorkerRegistration): void {
		if (this.#registration === registration) return;
		this.#registration = registration;
		const offer = () => {
			// The first worker of all is no update.
			if (registration.waiting && registration.active) this.#hasUpdate = true;
		};
		const follow = () => registration.installing?.addEventListener('statechange', offer);
		offer();
		// One may be on its way already: the browser looks for it by itself when a page is opened.
		follow();
		registration.addEventListener('updatefound', follow);
	}

	#hear(message: ToPages): void {
		const isServed = navigator.serviceWorker.controller !== null;
		if (message.offline === 'kept') {
			// The active worker says this. It may be newer than this page, when it took over late or because another page
			// asked for it: then this page goes on as it is, and is offered the new version too. It may be older as well:
			// the page for an unknown address comes from the network.
			if (isServed && Number(message.version) > Number(ownVersion)) this.#hasUpdate = true;
		} else if (isServed && this.#keeping === 'kept' && message.version !== this.#version) {
			// A reader who has a whole copy need not follow the progress of a newer one.
			return;
		}
		if (message.offline === 'keeping') this.#share = message.done / message.of;
		if (message.offline === 'full') remember('full');
		this.#keeping = message.offline;
		this.#version = message.version;
	}
}

function remember(choice: 'unasked' | 'full' | null): void {
	try {
		if (choice === null) localStorage.removeItem(remembered);
		else localStorage.setItem(remembered, choice);
	} catch {
		// Without storage nothing can be kept either.
	}
}

function recall(): string | null {
	try {
		return localStorage.getItem(remembered);
	} catch {
		return null;
	}
}

/** Waits until the page, its lazy parts and the map have loaded, and the browser is idle. */
async function settled(): Promise<void> {
	if (document.readyState !== 'complete')
		await new Promise((done) => addEventListener('load', done, { once: true }));
	const isBusy = () => document.querySelector('[data-lazy], [data-map="loading"]') !== null;
	await new Promise<void>((done) => {
		const observer = new MutationObserver(() => {
			if (!isBusy()) finish();
		});
		const timer = setTimeout(() => finish(), patience);
		const finish = () => {
			observer.disconnect();
			clearTimeout(timer);
			done();
		};
		observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-map'] });
		if (!isBusy()) finish();
	});
	if ('requestIdleCallback' in window) await new Promise((done) => requestIdleCallback(done));
}

export const keeper = new Keeper();
