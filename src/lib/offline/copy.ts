/**
 * The kept copy of one version of the site. It is sealed once every file in it is what the build wrote, by hash; each
 * file is held against its hash again whenever it is served, since a browser may lose or spoil what it keeps. What is
 * missing or wrong comes from the network and is put right in the copy.
 */
import { indexOf, isRight, readSeal, sealOf, type Known, type Manifest } from './manifest';
import { linesOf, parcelAddress, unpack } from './parcel';

/** What of a browser's Cache is used, and a test can make. */
export interface Store {
	match(path: string): Promise<Response | undefined>;
	put(path: string, response: Response): Promise<void>;
	keys(): Promise<readonly { url: string }[]>;
	delete(path: string): Promise<boolean>;
}

export interface CopyOptions {
	store: Store;
	/** Asks the host; whatever it answers. */
	ask(path: string, cache: RequestCache): Promise<Response>;
	/** Path of the site on its host; without it the root. */
	base?: string;
	onprogress?(done: number, of: number): void;
}

/** `wrong`: the copy should have it, and has not or has something else. */
export type Found = { is: 'right'; response: Response } | { is: 'wrong' | 'unknown' };

/** The host has answered, but not with the file. */
class NotThere extends Error {
	constructor(
		path: string,
		readonly status: number
	) {
		super(`${path}: ${status}`);
	}
}

/** Put into a copy last: a copy that has it was whole. */
export const sealPath = '/offline-whole';

/** How the names of the caches of a site begin: another may live on the same host, and keeps its own. */
export const cachePrefix = (base: string) => (base === '' ? 'attested-' : `attested ${base}/-`);

/** How many files are fetched or checked at a time. */
const atOnce = 4;

/** A file with this in its path never changes: under its address it is right or broken, and never newer. */
const isHashed = (path: string) => path.includes('/_app/immutable/');

export class Copy {
	readonly version: string;
	readonly #options: CopyOptions;
	readonly #store: Store;
	/** The files that the seal names, once it has been read. */
	#sealed: Map<string, Known> | null = null;
	/** What goes on, one after the other. */
	#work: Promise<unknown> = Promise.resolve();

	constructor(version: string, options: CopyOptions) {
		this.version = version;
		this.#options = options;
		this.#store = options.store;
	}

	/** Whether all of it was there and right at some time. */
	async isSealed(): Promise<boolean> {
		return (await this.#read()) !== null;
	}

	/** The file that the copy has for a path, once it is compared with its hash. */
	async find(path: string): Promise<Found> {
		const known = (await this.#read())?.get(path);
		if (!known) return { is: 'unknown' };
		// Served as it lies there, for the sake of the code that the browser keeps compiled beside it.
		const [response, isSame] = await Promise.all([this.#store.match(path), this.#isThere(path, known)]);
		return response && isSame ? { is: 'right', response } : { is: 'wrong' };
	}

	/**
	 * Asks the host for a file that is wrong in the copy, and puts it right where the answer is. A page or its data may
	 * be those of a newer version, and are shown as they came; a hashed file that is something else is none.
	 * @param ask how to ask for it
	 */
	async replace(path: string, ask: () => Promise<Response>): Promise<Response> {
		const known = (await this.#read())?.get(path);
		const response = isHashed(path) ? await this.#options.ask(path, 'reload') : await ask();
		if (!known || !response.ok) return response;
		const bytes = await bytesOf(response.clone());
		if (await isRight(known, bytes)) {
			// Where there is no room for it, it is still what was asked for.
			await this.#store.put(path, fileOf(known, bytes)).catch(() => undefined);
			return fileOf(known, bytes);
		}
		return isHashed(path) ? Response.error() : response;
	}

	/**
	 * Fetches what is missing. Where all is there, that costs a look at the names.
	 * @throws Error where something can't be had or there is no room
	 */
	keep(): Promise<void> {
		return this.#after(async () => {
			const sealed = await this.#read();
			await this.#fill(sealed && { files: sealed, have: await this.#names() });
		});
	}

	/**
	 * Checks every file, and fetches what is missing or wrong. A copy that can't be put right any more, since its host
	 * has moved on, is not served from then on.
	 * @throws Error where something can't be had or there is no room
	 */
	mend(): Promise<void> {
		return this.#after(async () => {
			const sealed = await this.#read();
			try {
				await this.#fill(sealed && { files: sealed, have: await this.#right(sealed) });
			} catch (error) {
				if (error instanceof NotThere && [404, 410].includes(error.status))
					await this.#store.delete(sealPath);
				throw error;
			}
		});
	}

	/** Asked of the store each time: the reader may have removed the copy, in any page. */
	async #read(): Promise<Map<string, Known> | null> {
		const seal = await this.#store.match(sealPath);
		if (!seal) return (this.#sealed = null);
		if (this.#sealed) return this.#sealed;
		const manifest = await readSeal(await seal.text(), this.version);
		return (this.#sealed = manifest && indexOf(manifest));
	}

	#after<T>(work: () => Promise<T>): Promise<T> {
		const own = this.#work.then(work, work);
		this.#work = own.catch(() => undefined);
		return own;
	}

	async #names(): Promise<Set<string>> {
		return new Set((await this.#store.keys()).map(({ url }) => new URL(url).pathname));
	}

	/** Whether the file is there, with every byte and header that it should have. */
	async #isThere(path: string, known: Known): Promise<boolean> {
		const response = await this.#store.match(path);
		if (!response) return false;
		const said = Object.entries(known.headers);
		if (said.some(([name, value]) => response.headers.get(name) !== value)) return false;
		return isRight(known, await bytesOf(response));
	}

	/** The paths of all files that are right. */
	async #right(files: Map<string, Known>): Promise<Set<string>> {
		const there = await this.#names();
		const right = new Set<string>();
		await inTurn([...files], async ([path, known]) => {
			if (there.has(path) && (await this.#isThere(path, known))) right.add(path);
		});
		return right;
	}

	/**
	 * Fetches what is missing and seals the copy.
	 * @param sealed the manifest, as far as it is known, and the files that need not be fetched
	 */
	async #fill(sealed: { files: Map<string, Known>; have: Set<string> } | null): Promise<void> {
		const lacking = sealed && [...sealed.files].filter(([path]) => !sealed.have.has(path));
		if (lacking?.length === 0) return;
		const parcel = !lacking || lacking.some(([, { isPacked }]) => isPacked);
		const { files, have, manifest } = parcel ? await this.#unpack() : { ...sealed!, manifest: null };

		let failure: unknown = null;
		const others = [...files].filter(([path]) => !have.has(path));
		await inTurn(others, async ([path, known]) => {
			// The others are still fetched, so that less is left for the next time, unless there is no room.
			if (isFull(failure)) return;
			try {
				if (known.isPacked) throw new Error(`The parcel lacks ${path}.`);
				// A page may have fetched a hashed file already: then it comes from the browser's own cache.
				let bytes = await bytesOf(await this.#get(path, isHashed(path) ? 'default' : 'no-cache'));
				if (!(await isRight(known, bytes))) bytes = await bytesOf(await this.#get(path, 'reload'));
				await this.#put(path, known, bytes);
				this.#step(have.add(path).size, files.size);
			} catch (error) {
				failure = error;
			}
		});
		if (failure !== null) throw failure;
		if (manifest) await this.#store.put(sealPath, new Response(await sealOf(manifest)));
	}

	/** Keeps the files of the parcel one by one, so that the browser's own cache need not hold the parcel too. */
	async #unpack(): Promise<{ manifest: Manifest; files: Map<string, Known>; have: Set<string> }> {
		let [manifest, files, have]: [Manifest | null, Map<string, Known>, Set<string>] = [
			null,
			new Map(),
			new Set()
		];
		const parcel = await this.#get(parcelAddress(this.version, this.#options.base), 'no-store');
		for await (const part of unpack(this.version, linesOf(textsOf(parcel.body!)))) {
			if ('files' in part) {
				manifest = part;
				files = indexOf(part);
				have = await this.#right(files);
			} else if (!have.has(part.path)) {
				await this.#put(part.path, files.get(part.path), new TextEncoder().encode(part.text));
				this.#step(have.add(part.path).size, files.size);
			}
		}
		return { manifest: manifest!, files, have };
	}

	/** @throws Error where it is not the file */
	async #put(path: string, known: Known | undefined, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
		if (!known || !(await isRight(known, bytes))) throw new Error(`${path} is not what was built.`);
		await this.#store.put(path, fileOf(known, bytes));
	}

	#step(done: number, of: number): void {
		if (done % 25 === 0) this.#options.onprogress?.(done, of);
	}

	async #get(path: string, cache: RequestCache): Promise<Response> {
		const response = await this.#options.ask(path, cache);
		if (!response.ok || response.redirected) throw new NotThere(path, response.status);
		return response;
	}
}

export const isFull = (error: unknown) =>
	error instanceof DOMException && error.name === 'QuotaExceededError';

const bytesOf = async (response: Response) => new Uint8Array(await response.arrayBuffer());

const fileOf = ({ headers }: Known, bytes: Uint8Array<ArrayBuffer>) => new Response(bytes, { headers });

/** Does something with each of many, a few at a time. */
async function inTurn<T>(many: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
	const queue = [...many];
	const worker = async () => {
		for (let one = queue.shift(); one !== undefined; one = queue.shift()) await work(one);
	};
	await Promise.all(Array.from({ length: atOnce }, worker));
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
