/** Fetches a file from another site, once the reader has agreed to it. */

/** Why an address is not asked at all. */
export type AddressFault =
	| 'not-an-address'
	/** Something else than the web: `file:`, `ftp:`, `javascript:`. */
	| 'not-web'
	/** Plain http to another machine, which anybody on the way could read or change, and no browser allows here. */
	| 'not-secure'
	/** A name and a password in the address. */
	| 'has-password';

/** Why nothing came. `status` goes with `answered`, `limit` in bytes with `too-large`. */
export type FetchFault =
	/**
	 * Nobody answered, or the host did not say that pages of others may read it (CORS). A browser does not tell which,
	 * and asking again to find out would be a request that nobody agreed to.
	 */
	| { reason: 'no-answer' }
	/** The host passed the request on to the reader's own machine, or to where nothing is encrypted. */
	| { reason: 'passed-on' }
	| { reason: 'answered'; status: number }
	| { reason: 'too-large'; limit: number }
	/** The connection broke in the middle. */
	| { reason: 'broken-off' }
	| { reason: 'empty' };

/** The type of the file is what the host says of it. */
export type Fetched = { file: Blob; name: string; fault?: undefined } | { fault: FetchFault };

/** The address that a text is, or why it is none that is asked. */
export function addressOf(
	text: string
): { url: URL; fault?: undefined } | { url?: undefined; fault: AddressFault } {
	let url;
	try {
		url = new URL(text.trim());
	} catch {
		return { fault: 'not-an-address' };
	}
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return { fault: 'not-web' };
	if (url.username || url.password) return { fault: 'has-password' };
	// The same hosts as in the policy of the page that asks: src/tools/policy.ts.
	if (url.protocol === 'http:' && !['localhost', '127.0.0.1'].includes(url.hostname))
		return { fault: 'not-secure' };
	url.hash = '';
	return { url };
}

/** Whether a host is the machine that the browser runs on. */
const isOwnMachine = ({ hostname }: URL) =>
	/^(.*\.)?localhost\.?$|^127\.|^0\.|^\[(::1?|::ffff:(7f..|0):.*)\]$/.test(hostname);

/**
 * Whom a page may ask once it asks for an address: `connect-src` of a policy that comes on top of the page's own. A host
 * may pass the request on to others that are encrypted, and never to the reader's machine, unless that is what was asked.
 */
export function askable(url: URL): string {
	return ["'self'", 'https:', ...(url.protocol === 'http:' ? [url.origin] : [])].join(' ');
}

/** What a file of an address is called: the last part of its path, else its host. */
export function nameOf({ pathname, hostname }: URL): string {
	const last = pathname.split('/').findLast((part) => part !== '');
	if (last === undefined) return hostname;
	try {
		return decodeURIComponent(last);
	} catch {
		return last;
	}
}

/** Without cookies and without saying from which page. */
const quietly = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

/** Whether a host passed the request on to the reader's own machine: of the encrypted addresses a policy can't leave out single ones. */
function isPassedHome(response: Response, url: URL): boolean {
	const from = new URL(response.url || url);
	return from.origin !== url.origin && isOwnMachine(from);
}

/** Bytes after which pieces are joined into a Blob, which the browser may move from memory to the disk. */
const bundle = 1 << 24;

/**
 * Fetches a file by one request, without cookies and without saying from which page. From which site it is asked a
 * browser says by itself (`Origin`).
 * @param onprogress bytes so far, of all where the host says how many
 * @throws the reason of the signal, where it is aborted, and nothing else
 */
export async function fetchFile(
	url: URL,
	{
		limit,
		signal,
		onprogress
	}: { limit: number; signal?: AbortSignal; onprogress?: (read: number, total: number | null) => void }
): Promise<Fetched> {
	let response;
	let isRefused = false;
	// The browser's word that the policy of the page stopped a request: the address itself is within it.
	const onrefused = () => (isRefused = true);
	globalThis.document?.addEventListener('securitypolicyviolation', onrefused);
	try {
		response = await fetch(url, { ...quietly, signal });
	} catch {
		signal?.throwIfAborted();
		// The word may come just after the failure.
		await new Promise((done) => setTimeout(done));
		return { fault: { reason: isRefused ? 'passed-on' : 'no-answer' } };
	} finally {
		globalThis.document?.removeEventListener('securitypolicyviolation', onrefused);
	}
	if (isPassedHome(response, url)) {
		await response.body?.cancel();
		return { fault: { reason: 'passed-on' } };
	}
	if (!response.ok) {
		await response.body?.cancel();
		return { fault: { reason: 'answered', status: response.status } };
	}
	const isCompressed = response.headers.has('content-encoding');
	const length = Number(response.headers.get('content-length') ?? NaN);
	// Content-Length counts compressed bytes; we count decompressed ones.
	const total = Number.isNaN(length) || isCompressed ? null : length;
	const tooLarge: Fetched = { fault: { reason: 'too-large', limit } };
	if (total !== null && total > limit) {
		await response.body?.cancel();
		return tooLarge;
	}
	let pieces: BlobPart[] = [];
	let [read, loose] = [0, 0];
	const reader = response.body?.getReader();
	try {
		for (;;) {
			const piece = await reader?.read();
			if (!piece || piece.done) break;
			pieces.push(piece.value);
			read += piece.value.length;
			loose += piece.value.length;
			if (read > limit) {
				await reader!.cancel();
				return tooLarge;
			}
			if (loose > bundle) [pieces, loose] = [[new Blob(pieces)], 0];
			onprogress?.(read, total);
		}
	} catch {
		signal?.throwIfAborted();
		return { fault: { reason: 'broken-off' } };
	}
	if (read === 0) return { fault: { reason: 'empty' } };
	const type = response.headers.get('content-type') ?? '';
	return { file: new Blob(pieces, { type }), name: nameOf(url) };
}

/**
 * Fetches a part of a file as `fetchFile` does the whole.
 * @param end the first byte that is not asked for
 * @returns null where the host gives no parts, or nothing at all
 * @throws the reason of the signal, where it is aborted, and nothing else
 */
export async function fetchPart(
	url: URL,
	start: number,
	end: number,
	signal?: AbortSignal
): Promise<Uint8Array<ArrayBuffer> | null> {
	try {
		const response = await fetch(url, {
			...quietly,
			headers: { Range: `bytes=${start}-${end - 1}` },
			signal
		});
		if (response.status !== 206 || isPassedHome(response, url)) {
			await response.body?.cancel();
			return null;
		}
		return new Uint8Array(await response.arrayBuffer()).slice(0, end - start);
	} catch {
		signal?.throwIfAborted();
		return null;
	}
}
