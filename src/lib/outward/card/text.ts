/** Lines of text in a picture: where they break, and which way they run. Pure. */
import { breakable, wholeWords } from '../../base/shorten';
import { runsOf, type Face } from '../../server/fonts';
import { familyOf, inSvg } from '../../server/pictures';

/** How wide a word is at a size of one pixel. */
export type Measure = (word: string, face: Face) => number;

export interface Line {
	text: string;
	/** In pixels. */
	width: number;
}

/** A text in lines no wider than so many pixels. A word that is wider is broken. */
export function linesOf(text: string, width: number, size: number, face: Face, measure: Measure): Line[] {
	const lines: Line[] = [];
	const gap = measure(' ', face);
	for (const word of text.split(/\s+/u).filter(Boolean)) {
		for (const { piece, wide } of piecesOf(word, width, size, face, measure)) {
			const last = lines.at(-1);
			const together = last ? last.width + gap * size + wide : Infinity;
			if (last && together <= width) Object.assign(last, { text: `${last.text} ${piece}`, width: together });
			else lines.push({ text: piece, width: wide });
		}
	}
	return lines;
}

function piecesOf(word: string, width: number, size: number, face: Face, measure: Measure) {
	const whole = size * measure(word, face);
	if (whole <= width) return [{ piece: word, wide: whole }];
	const letters = Math.max(1, Math.floor((word.length * width) / whole) - 1);
	const pieces = breakable(word).flatMap((run) =>
		Array.from({ length: Math.ceil(run.length / letters) }, (_, index) =>
			run.slice(index * letters, (index + 1) * letters)
		)
	);
	return pieces.map((piece) => ({ piece, wide: Math.min(width, size * measure(piece, face)) }));
}

export interface Block {
	lines: Line[];
	size: number;
	/** From line to line. */
	leading: number;
	height: number;
}

/**
 * A text at the largest of some sizes at which it has room; at the smallest as many of its words as there is room for, and
 * an ellipsis.
 */
export function blockOf(
	text: string,
	room: { width: number; height: number; sizes: readonly number[]; leading: number; lines?: number },
	face: Face,
	measure: Measure
): Block {
	const block = (lines: Line[], size: number): Block => ({
		lines,
		size,
		leading: room.leading * size,
		height: lines.length * room.leading * size
	});
	const fits = ({ lines, height }: Block) =>
		height <= room.height && lines.length <= (room.lines ?? Infinity);
	let smallest: Block | undefined;
	for (const size of room.sizes) {
		smallest = block(linesOf(text, room.width, size, face, measure), size);
		if (fits(smallest)) return smallest;
	}
	const { size } = smallest!;
	// The ends between which the longest beginning that has room is looked for.
	let [least, most] = [1, text.length];
	while (least < most) {
		const middle = Math.ceil((least + most) / 2);
		const cut = block(linesOf(cutAt(text, middle), room.width, size, face, measure), size);
		if (fits(cut)) least = middle;
		else most = middle - 1;
	}
	return block(linesOf(cutAt(text, least), room.width, size, face, measure), size);
}

/** What opened the text closes it. */
function cutAt(text: string, length: number): string {
	const close = /^[“«„]/u.test(text) ? (/[”»]$/u.exec(text)?.[0] ?? '') : '';
	return wholeWords(text, length) + (length < text.length ? close : '');
}

const rightToLeft = /[\p{Script=Arab}\p{Script=Hebr}]/u;

/** Which way a text runs, by its first letter. */
export const runsLeft = (text: string): boolean => rightToLeft.test(/\p{L}/u.exec(text)?.[0] ?? '');

const mirrored: Record<string, string> = {
	'(': ')',
	')': '(',
	'[': ']',
	']': '[',
	'{': '}',
	'}': '{',
	'«': '»',
	'»': '«',
	'“': '”',
	'”': '“',
	'<': '>',
	'>': '<'
};

export interface TextStyle extends Face {
	size: number;
	/** Attributes of SVG that say with what it is filled. */
	paint: string;
}

/**
 * A line as SVG, each run by itself, from right to left where the line runs so: signs between the runs then face the other
 * way, as bidirectional text has them (https://www.unicode.org/reports/tr9/).
 * @param x where the line begins
 * @param left whether it runs to the left
 */
export function lineSvg(
	text: string,
	[x, y]: readonly [number, number],
	{ size, paint, ...face }: TextStyle,
	left: boolean,
	measure: Measure
): string {
	let at = x;
	return partsOf(text, left)
		.map((part) => {
			const width = measure(part.text, face) * size;
			const from = left ? at - width : at;
			at = left ? from : at + width;
			if (part.text.trim() === '') return '';
			const indent = part.text.length - part.text.trimStart().length;
			const begin = from + (part.isArabic ? 0 : measure(' '.repeat(indent), face) * size);
			return `<text x="${begin.toFixed(1)}" y="${y.toFixed(1)}" font-family="${familyOf(face, part.isArabic)}" font-size="${size}" ${paint}>${inSvg(part.isArabic ? toTheLeft(part.text.trim()) : part.text.trim())}</text>`;
		})
		.join('');
}

/** The renderer takes every line for one that runs to the right, and signs at the ends of a run for part of that. */
const toTheLeft = (run: string): string => `\u200f${run}\u200f`;

/** The runs of a line in the order in which it is read; signs and spaces about Latin words are runs of their own. */
function partsOf(text: string, left: boolean): { text: string; isArabic: boolean }[] {
	if (!left) return runsOf(text);
	return runsOf(text).flatMap((run) => {
		if (run.isArabic) return [run];
		const [, before = '', words = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(
			run.text
		)!;
		const turned = (signs: string) =>
			[...signs].map((sign) => ({ text: mirrored[sign] ?? sign, isArabic: false }));
		return [...turned(before), ...(words ? [{ text: words, isArabic: false }] : []), ...turned(after)];
	});
}
