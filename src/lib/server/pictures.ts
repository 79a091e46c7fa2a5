/**
 * Drawings with text as PNG, for the cards of links: made while the site is built, with the fonts of its pages, and kept by
 * what is drawn beside the packages, so that the next build takes them from there.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { readFonts, runsOf, type Face, type Font } from './fonts';
import { paletted } from './png';

/** The renderer is WebAssembly, so that what it can't draw ends no process of ours. */
const program = () => createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');

/** Why nothing can be drawn here, or null. */
const fault = await initWasm(Promise.resolve().then(() => readFileSync(program()))).then(
	() => null,
	// A test may read this module twice.
	(error: Error) => (error.message.startsWith('Already initialized') ? null : error)
);

interface Tools {
	fonts: Font[];
	/** Of the renderer and the fonts. */
	version: string;
	folder: string;
}

let tools: Tools | undefined;

/** @throws Error where there is no renderer or no font */
function ready(): Tools {
	if (fault) throw fault;
	if (tools) return tools;
	const path = program();
	const folder = join(path.slice(0, path.lastIndexOf(`${sep}@resvg${sep}`)), '.cache', 'attested-pictures');
	const fonts = readFonts();
	const hash = createHash('sha256').update(readFileSync(path));
	for (const { bytes } of fonts) hash.update(bytes);
	return (tools = { fonts, version: hash.digest('hex'), folder });
}

/** Draws with the fonts that a text needs, and gives back the memory, which is no JavaScript's. */
function drawn<Result>(svg: string, take: (picture: InstanceType<typeof Resvg>) => Result): Result {
	const fontBuffers = ready()
		.fonts.filter(({ letters }) => !letters || letters.test(svg))
		.map(({ bytes }) => bytes);
	const picture = new Resvg(svg, { font: { fontBuffers, defaultFontFamily: 'Noto Sans' } });
	const result = take(picture);
	// One that failed can't be given back.
	picture.free();
	return result;
}

/** Text between the tags of an SVG. */
export const inSvg = (text: string): string =>
	text
		.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;');

/** The family of a run as the renderer knows it: it takes each weight for a family of its own. */
export const familyOf = ({ family, weight }: Face, isArabic: boolean): string =>
	(isArabic ? 'Noto Sans Arabic' : family) + (weight === 600 ? ' SemiBold' : '');

const widths = new Map<string, number>();

/** How wide a text is at a size of one pixel, as it is drawn. @throws as `pngOf` does */
export function widthOf(text: string, face: Face): number {
	const key = `${face.family} ${face.weight} ${text}`;
	const known = widths.get(key);
	if (known !== undefined) return known;
	const width = runsOf(text)
		.map((run) => (run.isArabic ? joinedWidth(run.text, face) : plainWidth(run.text, face)))
		.reduce((sum, part) => sum + part, 0);
	widths.set(key, width);
	return width;
}

/** Letters that stand by themselves. */
function plainWidth(text: string, { family, weight }: Face): number {
	const fonts = ready().fonts.filter((font) => font.weight === weight && (font.family ?? family) === family);
	let width = 0;
	for (const character of text) {
		if (/\p{M}|\p{DI}/u.test(character)) continue;
		const code = character.codePointAt(0)!;
		width += fonts.map((font) => font.widthOf(code)).find((found) => found !== undefined) ?? 0.6;
	}
	return width;
}

/** Letters that are as wide as their neighbours make them; between two digits, so that what is about them counts too. */
function joinedWidth(text: string, face: Face): number {
	const boxOf = (inner: string) => {
		const line = `<text x="100" y="200" font-size="100" font-family="${familyOf(face, true)}">${inSvg(inner)}</text>`;
		// What reaches over the picture has no box.
		const size = `width="${200 + 200 * inner.length}" height="400"`;
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${size}>${line}</svg>`;
		return drawn(svg, (picture) => picture.getBBox()?.width ?? 0) / 100;
	};
	const digit = '\u0660';
	return Math.max(0, boxOf(digit + text + digit) - boxOf(digit + digit));
}

/**
 * A drawing as PNG, of the size that it says itself.
 * @throws Error where nothing can be drawn here, or this can't
 */
export function pngOf(svg: string): Uint8Array<ArrayBuffer> {
	const { version, folder } = ready();
	const key = createHash('sha256').update(`${version}\n${svg}`).digest('hex').slice(0, 32);
	const path = join(folder, `${key}.png`);
	if (existsSync(path)) return new Uint8Array(readFileSync(path));
	const png = drawn(svg, (picture) => {
		const { pixels, width, height } = picture.render();
		return paletted(pixels, width, height);
	});
	// Another build may keep the same picture meanwhile; where none can be kept, the next build draws it anew.
	const half = `${path}.${process.pid}`;
	try {
		mkdirSync(folder, { recursive: true });
		writeFileSync(half, png);
		renameSync(half, path);
	} catch {
		/* a folder that can't be written to */
	}
	return png;
}
