/**
 * The SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits.
 * @throws Error where the browser has no Web Cryptography: on a page that is not served over https or locally
 */
export async function sha256(text: string): Promise<string> {
	const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
	if (!subtle) throw new Error('This browser computes no SHA-256 on a page that is not served over https.');
	const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
	return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
