/**
 * The SHA-256 of bytes, or of a text in UTF-8, as 64 lower-case hexadecimal digits. In browsers and in Node.
 * @throws Error where the browser has no Web Cryptography: on a page that is not served over https or locally
 */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
	const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
	if (!subtle) throw new Error('This browser computes no SHA-256 on a page that is not served over https.');
	const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
	const digest = await subtle.digest('SHA-256', bytes);
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
