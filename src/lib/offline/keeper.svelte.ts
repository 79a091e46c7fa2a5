/**
 * The page's side of what is kept for reading without a network: starts the service worker once the page has what it
 * needs for itself, hears how the keeping goes, and offers a new version. One for a document, in the browser only.
 */
import type { ToPages, ToWorker } from './messages';

/**
 * - `checking`: not known yet
 * - `unasked`: the reader saves data, or removed the copy; it is kept when they say so
 * - `failed`: something could not be fetched; the next visit goes on
 * - `full`: there is no room for it
 */
export type Keeping = 'checking' | 'unasked' | 'keeping' | 'kept' | 'failed' | 'full';

/** What is remembered of a reader's choice. */
const remembered = 'offline';
/** How long a map may take before the keeping does not wait for it any more, in milliseconds. */
const patience = 60_000;
/** How long a new version may take to take over before the page is loaded again all the same, in milliseconds. */
const handover = 3000;
/** The version that this page is of: when it was built, as that of a worker. */
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
		for (const name of await caches.keys()) await caches.delete(name);
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
		// Chromium leaves the old worker in place, for half a minute or more, where something is asked of it in the very
		// moment in which it ends; a page that is loaded again moves it on.
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
		try {
			const registration = await navigator.serviceWorker.register('/service-worker.js', {
				updateViaCache: 'none'
			});
			this.#adopt(registration);
			// Who has a whole copy asks for nothing: the worker may be about to end.
			if (this.#keeping !== 'kept') registration.active?.postMessage('keep' satisfies ToWorker);
			if (registration.active) await this.#lookForUpdate(registration);
		} catch {
			if (this.#keeping === 'checking') this.#keeping = 'failed';
		}
	}

	/** A browser may take a network for one that leads nowhere; whether the host answers is what counts. */
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
		offer();
		registration.addEventListener('updatefound', () =>
			registration.installing?.addEventListener('statechange', offer)
		);
	}

	#hear(message: ToPages): void {
		const isServed = navigator.serviceWorker.controller !== null;
		if (message.offline === 'kept') {
			// Says the worker that serves. It took over from the one that this page is of, which was asked for in another
			// page or came late: this one goes on with what it has, and is offered the new version as well.
			// The page for an unknown address comes from the network, and may be newer than the worker.
			if (isServed && Number(message.version) > Number(ownVersion)) this.#hasUpdate = true;
		} else if (isServed && this.#keeping === 'kept' && message.version !== this.#version) {
			// How a newer version fares is no concern of who has a whole one.
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

/** Waits until the page has loaded, with the parts that come later and the map's picture, and is at rest. */
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
