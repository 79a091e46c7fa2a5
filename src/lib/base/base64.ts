/** Bytes as text: base64 (RFC 4648, section 4), and its form for addresses (section 5, without padding). */

/** So many bytes at a time: more arguments would not fit on the stack. */
const piece = 0x8000;

/** @param bytes of any number */
export function toBase64(bytes: Uint8Array): string {
	let binary = '';
	for (let at = 0; at < bytes.length; at += piece)
		binary += String.fromCharCode(...bytes.subarray(at, at + piece));
	return btoa(binary);
}

/** @throws where a text is no base64 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	const binary = atob(text);
	const bytes = new Uint8Array(binary.length);
	for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
	return bytes;
}

export const toBase64Url = (bytes: Uint8Array): string =>
	toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** @throws where a text is no base64url */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
	if (!/^[\w-]*$/.test(text)) throw new Error('no base64url');
	return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'));
}
