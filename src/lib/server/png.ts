/** PNG of few colours (https://www.w3.org/TR/png/), as drawings are: a quarter of what one of all colours takes. Pure. */
import { crc32, deflateSync } from 'node:zlib';

const most = 256;

/**
 * Pixels as a PNG with a palette: the colours that most of them have, and for each other the nearest of these, which no eye
 * tells apart at the edges of letters.
 * @param pixels red, green, blue and alpha of each, row by row; nothing shows through
 */
export function paletted(pixels: Uint8Array, width: number, height: number): Uint8Array<ArrayBuffer> {
	const words = new Uint32Array(pixels.slice().buffer);
	const counts = new Map<number, number>();
	// Most pixels have the colour of the one before.
	for (let at = 0, end = 0; at < words.length; at = end) {
		const word = words[at]!;
		while (end < words.length && words[end] === word) end++;
		counts.set(word, (counts.get(word) ?? 0) + end - at);
	}
	const kept = [...counts]
		.toSorted((a, b) => b[1] - a[1])
		.slice(0, most)
		.flatMap(([word]) => partsOf(word));
	const indexes = new Map<number, number>();
	for (const word of counts.keys()) indexes.set(word, nearest(partsOf(word), kept));
	const rows = new Uint8Array((width + 1) * height);
	for (let y = 0; y < height; y++) {
		const [start, end] = [y * width, (y + 1) * width];
		// Before each row stands the kind of its filter: none. It has as many bytes more as there are rows so far.
		for (let at = start, from = start; at < end; from = at) {
			const word = words[from]!;
			while (at < end && words[at] === word) at++;
			rows.fill(indexes.get(word)!, from + y + 1, at + y + 1);
		}
	}
	const size = Buffer.alloc(13);
	size.writeUInt32BE(width, 0);
	size.writeUInt32BE(height, 4);
	size.set([8, 3], 8);
	const png = Buffer.concat([
		Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
		chunk('IHDR', size),
		chunk('PLTE', Buffer.from(kept)),
		chunk('IDAT', deflateSync(rows, { level: 7 })),
		chunk('IEND', Buffer.alloc(0))
	]);
	return new Uint8Array(png);
}

type Colour = [red: number, green: number, blue: number];

/** As the bytes lie in memory, the last first. */
const partsOf = (word: number): Colour => [word & 255, (word >> 8) & 255, (word >> 16) & 255];

/** Which of the kept, whose parts stand one after the other. */
function nearest([red, green, blue]: Colour, kept: readonly number[]): number {
	let [best, least] = [0, Infinity];
	for (let at = 0; at < kept.length && least > 0; at += 3) {
		const distance = (kept[at]! - red) ** 2 + (kept[at + 1]! - green) ** 2 + (kept[at + 2]! - blue) ** 2;
		if (distance < least) [best, least] = [at / 3, distance];
	}
	return best;
}

function chunk(name: string, content: Uint8Array): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
	const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(content.length);
	sum.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, sum]);
}
