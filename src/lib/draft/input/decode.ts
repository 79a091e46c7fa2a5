/** The text of a file's bytes, unchanged but for the byte order mark, which is no part of it. */
import { isUtf8, labelOf, markedEncoding, type Encoding } from '../../base/encoding';

export interface Decoded {
	text: string;
	encoding: Encoding;
	/** Whether nothing but the letters tells the encoding. */
	isGuess: boolean;
	/** Whether the bytes broke the encoding somewhere, so that U+FFFD stands there. */
	isBroken: boolean;
	/** Whether the text in UTF-8 is the bytes again. */
	isSame: boolean;
}

/** How many bytes tell the encoding. */
const headSize = 1 << 16;

/**
 * Decodes a text: by what the author says, else its byte order mark, else UTF-8 where it is that, else what the file
 * declares, else the Windows encoding of its script.
 * @param chosen an encoding that the author chose
 * @param declared one that the file or its host names, as a label of the Encoding Standard
 */
export function decodeText(bytes: Uint8Array, chosen?: Encoding, declared?: string | null): Decoded {
	const head = bytes.subarray(0, headSize);
	const known = (chosen && labelOf(chosen)) || markedEncoding(head);
	if (known) return decodedAs(bytes, known, false);
	// UTF-8 that is declared as something else is common; something else that is UTF-8 by chance is not.
	if (isUtf8(bytes)) return decodedAs(bytes, 'utf-8', false);
	const named = declared ? labelOf(declared) : null;
	if (named && !(named === 'utf-8' && !isUtf8(head))) return decodedAs(bytes, named, false);
	if (isUtf8(head) && head.some((byte) => byte > 0x7f)) return decodedAs(bytes, 'utf-8', false);
	return decodedAs(bytes, windowsEncoding(bytes), true);
}

function decodedAs(bytes: Uint8Array, encoding: Encoding, isGuess: boolean): Decoded {
	// As a stream: decoded at once, some releases of Node take Windows-1252 for Latin-1.
	const decoder = new TextDecoder(encoding);
	const text = decoder.decode(bytes, { stream: true }) + decoder.decode();
	let isBroken = text.includes('\ufffd');
	if (isBroken) {
		try {
			new TextDecoder(encoding, { fatal: true }).decode(bytes);
			isBroken = false;
		} catch {
			// Not a U+FFFD that the author wrote.
		}
	}
	const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
	return { text, encoding, isGuess, isBroken, isSame: encoding === 'utf-8' && !isBroken && !hasMark };
}

/**
 * Windows-1252, 1251 or 1256, by how the bytes beyond ASCII stand. In Western languages they are single letters among
 * those of ASCII; in others they come in words. Cyrillic has the most common of its lower-case letters from F0 on, where
 * Arabic has vowel signs, which are seldom written.
 */
function windowsEncoding(bytes: Uint8Array): Encoding {
	let [letters, inWords, late] = [0, 0, 0];
	for (let index = 0; index < bytes.length; index++) {
		const byte = bytes[index]!;
		if (byte < 0xc0) continue;
		letters++;
		if (byte >= 0xf0) late++;
		if (bytes[index - 1]! >= 0xc0 || bytes[index + 1]! >= 0xc0) inWords++;
	}
	if (letters === 0 || inWords < letters / 2) return 'windows-1252';
	return late > letters / 8 ? 'windows-1251' : 'windows-1256';
}
