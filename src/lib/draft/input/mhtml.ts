/** The page in a web archive (.mhtml, RFC 2557): the first part that is HTML. */
import { InputFault } from './article';

export interface SavedPage {
	bytes: Uint8Array;
	charset: string | null;
	/** Where the page was when it was saved. */
	address: string | null;
}

/** Parts beyond this many are not looked at. */
const mostParts = 1000;

/** @throws InputFault where no part is a page */
export function readMhtml(bytes: Uint8Array): SavedPage {
	// A character a byte, so that each part can be decoded for itself.
	const archive = bytesAsText(bytes);
	const { headers, body } = partOf(archive);
	const boundary = parameterOf(headers.get('content-type') ?? '', 'boundary');
	const address = webAddress(headers.get('snapshot-content-location'));
	if (boundary) {
		for (const part of body.split(`--${boundary}`, mostParts).slice(1)) {
			const found = partOf(part.replace(/^\r?\n/, ''));
			const type = found.headers.get('content-type') ?? '';
			if (!/^(?:text\/html|application\/xhtml\+xml)/i.test(type)) continue;
			const encoding = found.headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
			return {
				bytes: unpacked(found.body, encoding),
				charset: parameterOf(type, 'charset'),
				address: address ?? webAddress(found.headers.get('content-location'))
			};
		}
	}
	throw new InputFault('damaged');
}

const webAddress = (text: string | undefined) => (text && /^https?:\/\/\S+$/i.test(text) ? text : null);

function bytesAsText(bytes: Uint8Array): string {
	const pieces: string[] = [];
	for (let at = 0; at < bytes.length; at += 8192)
		pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
	return pieces.join('');
}

/** Headers by their names in lower case, folded lines joined, and what stands behind the first empty line. */
function partOf(part: string): { headers: Map<string, string>; body: string } {
	const end = /\r?\n\r?\n/.exec(part);
	const head = end ? part.slice(0, end.index) : part;
	const headers = new Map(
		head
			.replace(/\r?\n[ \t]+/g, ' ')
			.split(/\r?\n/)
			.map((line): [string, string] => {
				const at = line.indexOf(':');
				return [line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()];
			})
	);
	return { headers, body: end ? part.slice(end.index + end[0].length) : '' };
}

function parameterOf(header: string, name: string): string | null {
	const found = new RegExp(`[;\\s]${name}="?([^";\\r\\n]{1,200})`, 'i').exec(header.slice(0, 1000));
	return found?.[1]?.trim() ?? null;
}

function unpacked(body: string, encoding: string): Uint8Array {
	if (encoding === 'base64') {
		try {
			return asBytes(atob(body.replace(/[^A-Za-z0-9+/]/g, '')));
		} catch {
			throw new InputFault('damaged');
		}
	}
	if (encoding !== 'quoted-printable') return asBytes(body);
	return asBytes(
		body
			.replace(/=[ \t]{0,80}\r?\n/g, '')
			.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
	);
}

const asBytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
