/** Fetches what a background is made of from the hosts that it names, and from no others. */
import { hostName, type Background } from './list';
import { Fault } from './reception';

/** Milliseconds after which a host that does not answer is given up. */
const patience = 20_000;

/** What kind of thing an answer should be. */
export type Kind = 'picture' | 'data' | 'json';

/**
 * The answer to one request, if it is one.
 * @param signal ends the request; then the error of the signal is thrown
 * @throws Fault with the reason, in all other cases
 */
export async function fetchPart(
	address: string,
	kind: Kind,
	{ hosts, referrer }: Pick<Background, 'hosts' | 'referrer'>,
	{ signal, headers }: { signal?: AbortSignal; headers?: Record<string, string> } = {}
): Promise<Response> {
	const { origin } = new URL(address, location.href);
	const host = hostName(origin);
	if (origin !== location.origin && !hosts.includes(origin)) throw new Fault({ why: 'unnamed', host });
	const late = AbortSignal.timeout(patience);
	let response: Response;
	try {
		response = await fetch(address, {
			signal: signal ? AbortSignal.any([signal, late]) : late,
			headers,
			credentials: 'omit',
			// Some want to know which site asks; which page does is nobody's business.
			referrerPolicy: referrer ?? 'no-referrer'
		});
	} catch (error) {
		signal?.throwIfAborted();
		if (late.aborted) throw new Fault({ why: 'late', host });
		if (!navigator.onLine) throw new Fault({ why: 'offline' });
		throw Object.assign(new Fault({ why: 'unreachable', host }), { cause: error });
	}
	if (!response.ok) throw new Fault({ why: 'status', status: response.status, host });
	// A page that says in words what is wrong, or asks for a password.
	const type = response.headers.get('content-type') ?? '';
	if (/\bhtml\b/.test(type) || (kind === 'picture' && /^text\/|\b(xml|json)\b/.test(type)))
		throw new Fault({ why: 'other', host });
	return response;
}

/**
 * What is in an answer.
 * @throws Fault where it is cut off, or no JSON where that was asked for
 */
export async function contentOf(response: Response, kind: Kind, signal?: AbortSignal): Promise<unknown> {
	try {
		return kind === 'json' ? ((await response.json()) as unknown) : await response.arrayBuffer();
	} catch {
		signal?.throwIfAborted();
		throw new Fault({ why: 'other', host: hostName(new URL(response.url || location.href).origin) });
	}
}
