/**
 * The map as a picture to take away: the map itself, and beneath it what a reader needs who sees nothing but the
 * picture: what it shows, whose signs these are, how sure they are, when it was reported, and whose data it is.
 */
import { describeWhen } from '$lib/words/when';
import type { Hue, Sign } from '$lib/geodata/vocabulary';
import { getLocale, labels, list, m, named } from '$lib/words';
import { directionOf } from '$lib/words/locale';
import type { MapActor, MapSite } from '../data';
import { drawGlyph, type GlyphContext } from '../style/glyphs';
import { palettes, type Theme } from '../style/palette';
import { distanceText } from '../scale';
import { reach } from '../style/slots';

export interface PictureOptions {
	/** Pixels of the picture for each of the page; without it those of the screen. */
	scale?: number;
	title?: string;
	/** The address at which this view can be seen. */
	address?: string;
	/** The date of the records, as `2026-11-23`. */
	recorded?: string;
}

export interface PictureContent {
	/** The map as drawn, in device pixels, and its width in those of the page. */
	map: HTMLCanvasElement;
	width: number;
	theme: Theme;
	/** CSS family of the page. */
	font: string;
	/** The actors that are shown in the picture. */
	actors: MapActor[];
	/** The sites in the picture. */
	sites: MapSite[];
	/** The chosen site and where it is, to be ringed as on the page. */
	chosen: { x: number; y: number; slots: number; cluster: boolean } | null;
	scale: { width: number; kilometres: number };
	attribution: string;
	/** How the map draws its signs. */
	glyphs: GlyphContext;
}

/** An entry of the legend: its width in pixels, text and all. */
export interface Entry {
	width: number;
}

/** Lays entries out in rows from the start side, as words in a line. An entry wider than the room has a row alone. */
export function rowsOf<E extends Entry>(
	entries: readonly E[],
	room: number,
	gap: number
): { entry: E; start: number; row: number }[] {
	let start = 0;
	let row = 0;
	return entries.map((entry) => {
		if (start > 0 && start + entry.width > room) {
			start = 0;
			row++;
		}
		const placed = { entry, start, row };
		start += entry.width + gap;
		return placed;
	});
}

/** Breaks a text into lines no wider than the room, at spaces; a longer word stands alone. */
export function linesOf(text: string, room: number, measure: (text: string) => number): string[] {
	const lines: string[] = [];
	for (const word of text.split(' ').filter(Boolean)) {
		const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
		if (lines.length > 0 && measure(longer) <= room) lines[lines.length - 1] = longer;
		else lines.push(word);
	}
	return lines;
}

const margin = 16;
const signSide = 22;
const lineHeight = 17;
const rowHeight = 26;

interface Sized extends Entry {
	text: string;
	sign: HTMLCanvasElement;
}

/** A line beneath the legend. */
interface Note {
	text: string;
	style: 'entry' | 'small';
	direction: CanvasDirection;
}

/** Draws the picture in the reader's language, from the side where they begin to read. It makes canvases of its own. */
export function drawPicture(content: PictureContent, options: PictureOptions): HTMLCanvasElement {
	const { map, width, theme, font, glyphs } = content;
	const palette = palettes[theme];
	const ratio = map.width / width;
	const mapHeight = map.height / ratio;
	const room = width - 2 * margin;
	const direction = directionOf(getLocale());
	const rightToLeft = direction === 'rtl';
	const measuring = document.createElement('canvas').getContext('2d')!;
	const fonts = { title: `600 17px ${font}`, entry: `400 13px ${font}`, small: `400 11px ${font}` };
	const measure = (text: string, style: keyof typeof fonts) => {
		measuring.font = fonts[style];
		return measuring.measureText(text).width;
	};

	const sized = (text: string, id: string, context = glyphs): Sized => ({
		text,
		sign: signCanvas(id, context),
		width: signSide + 6 + measure(text, 'entry')
	});
	const plain = plainGlyphs(glyphs);
	const kinds = [...new Set(content.sites.map(({ sign }) => sign))].map((sign) => {
		const names = new Set(
			content.sites.filter((site) => site.sign === sign).map(({ kind }) => labels().placeKinds[kind])
		);
		return sized(list([...names]), `chip|${sign}|grey||filled`, plain);
	});
	const meanings = [
		sized(m.picture_filled(), 'chip|garrison|grey||filled', plain),
		sized(m.picture_hollow(), 'chip|garrison|grey||hollow', plain),
		sized(m.picture_hatched(), 'hatch', plain),
		sized(m.picture_contested(), 'badge', plain)
	];
	const groups = [
		content.actors.map(({ name, hue, letter }) => sized(named(name), chip('airport', hue, letter))),
		kinds,
		meanings
	]
		.filter((entries) => entries.length > 0)
		.map((entries) => rowsOf(entries, room, 18));
	const noted = (text: string, style: Note['style'], way: Note['direction']): Note[] =>
		linesOf(text, room, (line) => measure(line, style)).map((line) => ({
			text: line,
			style,
			direction: way
		}));
	const recorded = options.recorded && describeWhen(options.recorded, getLocale());
	const notes = [
		...noted(m.footer_history(), 'entry', direction),
		...(recorded ? noted(m.picture_recorded({ date: recorded }), 'entry', direction) : []),
		// Neither an address nor the sources, which name themselves in English, is in the reader's language.
		...noted(options.address ?? '', 'entry', 'ltr'),
		...noted(content.attribution, 'small', 'ltr')
	];
	const titles = options.title ? linesOf(options.title, room, (text) => measure(text, 'title')) : [];

	const rows = groups.reduce((sum, placed) => sum + placed.at(-1)!.row + 1, 0);
	const height =
		mapHeight +
		margin +
		titles.length * 24 +
		rows * rowHeight +
		groups.length * 4 +
		notes.length * lineHeight +
		margin;
	const canvas = document.createElement('canvas');
	canvas.width = map.width;
	canvas.height = Math.round(height * ratio);
	const drawing = canvas.getContext('2d')!;
	drawing.fillStyle = palette.paper;
	drawing.fillRect(0, 0, canvas.width, canvas.height);
	drawing.drawImage(map, 0, 0);
	drawing.scale(ratio, ratio);
	drawing.direction = direction;
	if (content.chosen) ringChosen(drawing, content.chosen, theme);
	drawScale(drawing, content, mapHeight);
	drawing.fillStyle = palette.border;
	drawing.fillRect(0, mapHeight, width, 1);

	drawing.textAlign = rightToLeft ? 'right' : 'left';
	drawing.textBaseline = 'middle';
	const from = (start: number) => (rightToLeft ? width - margin - start : margin + start);
	let y = mapHeight + margin;
	drawing.fillStyle = palette.siteName;
	drawing.font = fonts.title;
	for (const title of titles) {
		drawing.fillText(title, from(0), y + 8);
		y += 24;
	}
	drawing.font = fonts.entry;
	for (const placed of groups) {
		for (const { entry, start, row } of placed) {
			const middle = y + row * rowHeight + rowHeight / 2;
			const left = rightToLeft ? from(start) - signSide : from(start);
			drawing.drawImage(entry.sign, left, middle - signSide / 2, signSide, signSide);
			drawing.fillStyle = palette.siteName;
			drawing.fillText(entry.text, from(start + signSide + 6), middle + 0.5);
		}
		y += (placed.at(-1)!.row + 1) * rowHeight + 4;
	}
	for (const { text, style, direction } of notes) {
		drawing.font = fonts[style];
		drawing.direction = direction;
		drawing.fillStyle = style === 'small' ? palette.cityName : palette.siteName;
		drawing.fillText(text, from(0), y + lineHeight / 2);
		y += lineHeight;
	}
	return canvas;
}

function chip(sign: Sign, hue: Hue, letter: string): string {
	return `chip|${sign}|${hue}|${letter}|filled`;
}

/** Signs that stand for no actor, in the colour of text. */
function plainGlyphs(glyphs: GlyphContext): GlyphContext {
	const { palette } = glyphs;
	const grey = { fill: palette.cityName, on: palette.paper, edge: palette.siteName };
	return { ...glyphs, palette: { ...palette, hues: { ...palette.hues, grey } } };
}

/** One sign as the map draws it, on a canvas of its own: in a square of the legend, whatever its own side. */
function signCanvas(id: string, glyphs: GlyphContext): HTMLCanvasElement {
	const image = drawGlyph(id, { ...glyphs, pixelRatio: Math.max(2, glyphs.pixelRatio) });
	const sign = document.createElement('canvas');
	const drawing = sign.getContext('2d')!;
	if (id.startsWith('hatch')) {
		const pattern = document.createElement('canvas');
		pattern.width = image.width;
		pattern.height = image.height;
		pattern.getContext('2d')!.putImageData(image, 0, 0);
		sign.width = sign.height = 44;
		drawing.fillStyle = drawing.createPattern(pattern, 'repeat')!;
		drawing.fillRect(3, 8, 38, 28);
		drawing.strokeStyle = glyphs.palette.ink;
		drawing.strokeRect(3, 8, 38, 28);
		return sign;
	}
	sign.width = image.width;
	sign.height = image.height;
	drawing.putImageData(image, 0, 0);
	return sign;
}

/** The ring about the chosen site, which the page draws over the map. */
function ringChosen(
	drawing: CanvasRenderingContext2D,
	{ x, y, slots, cluster }: NonNullable<PictureContent['chosen']>,
	theme: Theme
): void {
	const half = cluster ? { x: 24, y: 24 } : reach(slots);
	const { paper, siteName } = palettes[theme];
	for (const [width, colour] of [
		[7, paper],
		[3, siteName]
	] as const) {
		drawing.beginPath();
		drawing.roundRect(x - half.x - 4, y - half.y - 4, 2 * half.x + 8, 2 * half.y + 8, cluster ? 28 : 18);
		drawing.lineWidth = width;
		drawing.strokeStyle = colour;
		drawing.stroke();
	}
}

/** At the side where one begins to read, the text after the bar. */
function drawScale(
	drawing: CanvasRenderingContext2D,
	{ scale, theme, font, width: mapWidth }: PictureContent,
	mapHeight: number
): void {
	const { paper, siteName } = palettes[theme];
	const rightToLeft = drawing.direction === 'rtl';
	const text = distanceText(scale.kilometres);
	const left = rightToLeft ? mapWidth - margin - scale.width : margin;
	const right = left + scale.width;
	const beside = rightToLeft ? left - 8 : right + 8;
	const bottom = mapHeight - 12;
	drawing.font = `400 11px ${font}`;
	drawing.textAlign = rightToLeft ? 'right' : 'left';
	drawing.textBaseline = 'alphabetic';
	drawing.lineJoin = 'round';
	for (const [line, colour] of [
		[4, paper],
		[1.5, siteName]
	] as const) {
		drawing.lineWidth = line;
		drawing.strokeStyle = colour;
		drawing.beginPath();
		drawing.moveTo(left, bottom - 6);
		drawing.lineTo(left, bottom);
		drawing.lineTo(right, bottom);
		drawing.lineTo(right, bottom - 6);
		drawing.stroke();
		if (line > 2) drawing.strokeText(text, beside, bottom);
	}
	drawing.fillStyle = siteName;
	drawing.fillText(text, beside, bottom);
}

/** The picture as a PNG file. */
export function asPng(canvas: HTMLCanvasElement): Promise<Blob> {
	return new Promise((done, failed) =>
		canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error(m.picture_too_large()))), 'image/png')
	);
}
