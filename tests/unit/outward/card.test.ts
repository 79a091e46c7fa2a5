import { afterEach, describe, expect, it } from 'vitest';
import { cardPng, cardsOf, canDrawCards } from '../../../src/lib/outward/cards';
import { blockOf, linesOf, lineSvg, runsLeft } from '../../../src/lib/outward/card/text';
import { overwriteGetLocale } from '../../../src/lib/words/compiled/runtime.js';
import { forAnyText } from '../export/data';

afterEach(() => overwriteGetLocale(() => 'en'));

const face = { family: 'Noto Sans', weight: 400 } as const;
/** Half as wide as it is high, as many letters are. */
const measure = (word: string) => word.length / 2;
const room = { width: 200, height: 100, sizes: [40, 20], leading: 1.2 };

describe('lines of text in a picture', () => {
	it('break between words', () => {
		expect(linesOf('one two three', 60, 20, face, measure).map(({ text }) => text)).toEqual([
			'one',
			'two',
			'three'
		]);
		expect(linesOf('one two three', 80, 20, face, measure).map(({ text }) => text)).toEqual([
			'one two',
			'three'
		]);
	});

	it('never reach over their width, whatever the text is', () => {
		forAnyText((text) => {
			const block = blockOf(text, room, face, measure);
			expect(block.height).toBeLessThanOrEqual(room.height);
			for (const { width } of block.lines) expect(width).toBeLessThanOrEqual(room.width);
		}, 60);
	});

	it('are as large as there is room for', () => {
		expect(blockOf('few words', room, face, measure).size).toBe(40);
		expect(blockOf('some words more than a few of them', room, face, measure).size).toBe(20);
	});

	it('of a quote that is too long end at a word with an ellipsis, and the quote is closed', () => {
		const words = Array.from({ length: 60 }, (_, index) => `word${index}`);
		const { lines } = blockOf(`“${words.join(' ')}”`, room, face, measure);
		const text = lines.map((line) => line.text).join(' ');
		expect(text).toMatch(/^“word0 .*word\d+…”$/);
		expect(words).toContain(text.slice(1, -2).split(' ').at(-1));
	});

	it('run as their first letter does', () => {
		expect(runsLeft('«مطار» A')).toBe(true);
		expect(runsLeft('“A” مطار')).toBe(false);
	});
});

describe('a line of a picture', () => {
	const style = { ...face, size: 10, paint: 'fill="#000"' };
	const placed = (text: string, left: boolean) =>
		[...lineSvg(text, [100, 20], style, left, measure).matchAll(/x="([\d.]+)"[^>]*>([^<]*)</g)].map(
			([, x, said]) => [Number(x), said!.replaceAll('\u200f', '')]
		);

	it('is one run where all of it is in one script', () => {
		expect(placed('one (two)', false)).toEqual([[100, 'one (two)']]);
	});

	it('goes on to the left where the page does, with its brackets turned', () => {
		expect(placed('Ynet، (غير)', true)).toEqual([
			[80, 'Ynet'],
			[75, '،'],
			[65, ')'],
			[50, 'غير'],
			[45, '(']
		]);
	});
});

describe('the cards of the data set', () => {
	it('can be drawn on this machine', () => {
		expect(canDrawCards()).toBe(true);
	});

	it.each(['en', 'ar'] as const)('are PNG of 1200 by 630, none of more than 150 KB, in %s', (locale) => {
		overwriteGetLocale(() => locale);
		const cards = cardsOf(locale);
		// One of each kind: the build draws them all.
		const kinds = [...new Set(cards.map(({ kind }) => kind))].map((kind) =>
			cards.findLast((card) => card.kind === kind)!
		);
		expect(kinds).toHaveLength(4);
		for (const { kind, id } of kinds) {
			const png = Buffer.from(cardPng(kind, id, locale)!);
			expect(png.subarray(1, 4).toString()).toBe('PNG');
			expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
			expect(png.length, `${kind}/${id}`).toBeLessThanOrEqual(150 * 1024);
		}
	});

	it('are none of what there is not', () => {
		expect(cardPng('sites', 'nowhere', 'en')).toBeNull();
	});
});
