/** The fonts of the pages as the renderer of pictures takes them, and how wide their letters are. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** How words are set. */
export interface Face {
	family: 'Noto Sans' | 'Source Serif 4';
	weight: 400 | 600;
}

export interface Font {
	bytes: Uint8Array;
	/** The face that it is of; the family is null where it stands in for both. */
	family: Face['family'] | null;
	weight: Face['weight'];
	/** Which letters it is there for; null: those that nearly every text has. To read a font takes longer than to draw with it. */
	letters: RegExp | null;
	/** The width of a character at a size of one pixel; undefined where it has none. */
	widthOf(code: number): number | undefined;
}

const arabic = /\p{scx=Arab}/u;
const arabicRun =
	/(\p{scx=Arab}[\p{scx=Arab}\p{M}\u200c\u200d]*(?: +\p{scx=Arab}[\p{scx=Arab}\p{M}\u200c\u200d]*)*)/u;

/** A text in runs that are Arabic, whose letters join, and others: the renderer drops a line that has both. */
export const runsOf = (text: string): { text: string; isArabic: boolean }[] =>
	text
		.split(arabicRun)
		.map((run, index) => ({ text: run, isArabic: index % 2 === 1 }))
		.filter((run) => run.text !== '');

const files = [
	{ file: 'noto-sans/files/noto-sans-latin', family: 'Noto Sans', letters: null },
	{ file: 'source-serif-4/files/source-serif-4-latin', family: 'Source Serif 4', letters: null },
	{ file: 'noto-sans-arabic/files/noto-sans-arabic-arabic', family: null, letters: arabic },
	...[
		{ script: 'latin-ext', letters: /[\u0100-\u02ba\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff]/u },
		{ script: 'cyrillic', letters: /\p{Script=Cyrillic}/u },
		{ script: 'greek', letters: /\p{Script=Greek}/u }
	].flatMap(({ script, letters }) => [
		{ file: `noto-sans/files/noto-sans-${script}`, family: 'Noto Sans', letters } as const,
		{ file: `source-serif-4/files/source-serif-4-${script}`, family: 'Source Serif 4', letters } as const
	])
] as const;

/** All of them. @throws Error where one is missing, or is none */
export const readFonts = (): Font[] =>
	files.flatMap(({ file, family, letters }) =>
		([400, 600] as const).map((weight) => {
			const bytes = unpacked(readFileSync(require.resolve(`@fontsource/${file}-${weight}-normal.woff`)));
			return { bytes: new Uint8Array(bytes), family, weight, letters, widthOf: widthsOf(bytes) };
		})
	);

/** The scripts that the fonts have. What is written in another can't be drawn. */
export const canDraw = (text: string): boolean =>
	/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u.test(
		text
	);

/** A font out of its WOFF (https://www.w3.org/TR/WOFF/): the same tables, each compressed, behind another directory. */
function unpacked(woff: Buffer): Buffer {
	const count = woff.readUInt16BE(12);
	const header = Buffer.alloc(12 + 16 * count);
	woff.copy(header, 0, 4, 8);
	const power = 2 ** Math.floor(Math.log2(count));
	header.writeUInt16BE(count, 4);
	header.writeUInt16BE(power * 16, 6);
	header.writeUInt16BE(Math.log2(power), 8);
	header.writeUInt16BE((count - power) * 16, 10);
	const parts: Buffer[] = [header];
	let end = header.length;
	for (let index = 0; index < count; index++) {
		const from = 44 + 20 * index;
		const to = 12 + 16 * index;
		const offset = woff.readUInt32BE(from + 4);
		const packed = woff.readUInt32BE(from + 8);
		const length = woff.readUInt32BE(from + 12);
		woff.copy(header, to, from, from + 4);
		woff.copy(header, to + 4, from + 16, from + 20);
		header.writeUInt32BE(end, to + 8);
		header.writeUInt32BE(length, to + 12);
		const bytes = woff.subarray(offset, offset + packed);
		const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
		(packed < length ? inflateSync(bytes) : bytes).copy(padded);
		parts.push(padded);
		end += padded.length;
	}
	return Buffer.concat(parts);
}

/** Reads from the tables of a font how wide its characters are (https://learn.microsoft.com/typography/opentype/spec/). */
function widthsOf(font: Buffer): Font['widthOf'] {
	const tables = new Map(
		Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
			const at = 12 + 16 * index;
			return [font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8)] as const;
		})
	);
	const perEm = font.readUInt16BE(tables.get('head')! + 18);
	const measured = font.readUInt16BE(tables.get('hhea')! + 34);
	const widths = tables.get('hmtx')!;
	const glyphs = glyphsOf(font, tables.get('cmap')!);
	return (code) => {
		const glyph = glyphs.get(code);
		return glyph === undefined
			? undefined
			: font.readUInt16BE(widths + 4 * Math.min(glyph, measured - 1)) / perEm;
	};
}

/** The glyph of each character of the basic plane: a table of format 4, which every such font has. */
function glyphsOf(font: Buffer, cmap: number): Map<number, number> {
	const found = new Map<number, number>();
	for (let index = 0; index < font.readUInt16BE(cmap + 2); index++) {
		const table = cmap + font.readUInt32BE(cmap + 4 + 8 * index + 4);
		if (font.readUInt16BE(table) !== 4) continue;
		const segments = font.readUInt16BE(table + 6);
		const [ends, starts] = [table + 14, table + 16 + segments];
		for (let at = 0; at < segments; at += 2) {
			const [end, start] = [font.readUInt16BE(ends + at), font.readUInt16BE(starts + at)];
			const shift = font.readUInt16BE(starts + segments + at);
			const place = starts + 2 * segments + at;
			const range = font.readUInt16BE(place);
			for (let code = start; code <= end && code < 0xffff; code++) {
				const raw = range === 0 ? code : font.readUInt16BE(place + range + 2 * (code - start));
				const glyph = raw === 0 && range !== 0 ? 0 : (raw + shift) & 0xffff;
				if (glyph !== 0) found.set(code, glyph);
			}
		}
	}
	return found;
}
