/** The encoding of a text, as its bytes tell it. */

/** The name of an encoding as `TextDecoder` has it. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | (string & {});

/** The name of an encoding as `TextDecoder` has it, or null where it has none. */
export function labelOf(encoding: string): Encoding | null {
	try {
		return new TextDecoder(encoding).encoding;
	} catch {
		return null;
	}
}

/**
 * The encoding that a byte order mark names, or UTF-16 by every second byte, which is 0 in texts of Latin letters, digits
 * and commas, and 6 for Arabic letters; null where neither is there.
 */
export function markedEncoding(head: Uint8Array): Encoding | null {
	const [a, b, c] = head;
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	const zeros = [0, 0];
	const uppers = [0, 0];
	for (let index = 0; index < head.length; index++) {
		if (head[index] === 0) zeros[index % 2]!++;
		if (head[index] === 0 || head[index] === 6) uppers[index % 2]!++;
	}
	const pairs = head.length / 2;
	// A 6 is a control character as well, so that it takes more of them.
	const isUpper = (at: 0 | 1) =>
		(zeros[at]! > pairs / 4 || uppers[at]! > pairs / 2) && uppers[1 - at]! < uppers[at]! / 20;
	if (isUpper(1)) return 'utf-16le';
	if (isUpper(0)) return 'utf-16be';
	return null;
}

/** Whether bytes are UTF-8, a character that their end cuts aside. */
export function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

/** Whether there are more of the control characters that no text has than a slip in a text would leave. */
export function hasControls(bytes: Uint8Array): boolean {
	let count = 0;
	for (const byte of bytes) {
		if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 30 && byte !== 31)
			count++;
	}
	return count > bytes.length / 200;
}
