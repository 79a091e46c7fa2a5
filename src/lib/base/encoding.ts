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
 * The encoding that a byte order mark names, or UTF-16 without one: the line ends, blanks, digits and delimiters of any
 * language have a 0 as every second byte, as Latin letters do, and no other text has a 0. Null where neither is there.
 */
export function markedEncoding(head: Uint8Array): Encoding | null {
	const [a, b, c] = head;
	if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
	if (a === 0xff && b === 0xfe) return 'utf-16le';
	if (a === 0xfe && b === 0xff) return 'utf-16be';
	const zeros: [even: number, odd: number] = [0, 0];
	for (let index = 0; index < head.length; index++) if (head[index] === 0) zeros[index & 1 ? 1 : 0]++;
	const isUpper = (at: 0 | 1) =>
		zeros[at] > 0 && zeros[at] * 50 > head.length / 2 && zeros[at === 0 ? 1 : 0] * 20 < zeros[at];
	if (isUpper(1) && isUtf16(head, 'utf-16le')) return 'utf-16le';
	if (isUpper(0) && isUtf16(head, 'utf-16be')) return 'utf-16be';
	return null;
}

/**
 * Whether bytes are text in UTF-16: pairs whole, hardly a character that is none or means nothing to all, and most of what
 * parts words and cells beside a 0. In a text of single bytes with some zeros it is beside anything.
 */
function isUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): boolean {
	const length = bytes.length & ~1;
	const upper = encoding === 'utf-16le' ? 1 : 0;
	let [beside, apart] = [0, 0];
	for (let index = 0; index < length; index += 2) {
		if (!isSeparator(bytes[index + 1 - upper]!)) continue;
		if (bytes[index + upper] === 0) beside++;
		else apart++;
	}
	if (apart > beside) return false;
	const text = new TextDecoder(encoding).decode(bytes.subarray(0, length));
	const strange = text.match(/[\p{Cn}\p{Co}\p{Cs}\ufffd]/gu)?.length ?? 0;
	let controls = 0;
	for (let index = 0; index < text.length; index++) if (isControl(text.charCodeAt(index))) controls++;
	return strange + controls <= text.length / 200;
}

/** Tab, line end, blank, quotation mark, comma, colon and semicolon. */
const isSeparator = (byte: number) =>
	byte === 9 || byte === 10 || byte === 32 || byte === 34 || byte === 44 || byte === 58 || byte === 59;

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
	for (const byte of bytes) if (isControl(byte)) count++;
	return count > bytes.length / 200;
}

/** Tabs, line ends, page breaks and the separators of rows and cells are characters of texts. */
const isControl = (code: number): boolean =>
	code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13 && code !== 30 && code !== 31;
