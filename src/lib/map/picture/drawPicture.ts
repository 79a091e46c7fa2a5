/**
 * Draws the map as a picture to take away: the map itself, and beneath it what a reader needs who sees nothing but the
 * picture: what it shows, whose signs these are, how sure they are, when it was reported, and whose data it is.
 */
import { getLocale, m } from '$lib/words';
import { directionOf } from '$lib/words/locale';
import { describeWhen } from '$lib/words/when';
import type { MapActor, MapSite } from '../data';
import type { GlyphContext } from '../style/glyphs';
import { palettes, type Theme } from '../style/palette';
import { linesOf, rowsOf, type Placed } from './layout';
import { legendOf, signGap, signSide, type LegendEntry } from './legend';
import { drawScale, margin, ringChosen, type Chosen, type Scale } from './overMap';

export interface PictureOptions {
	/** Pixels of the picture for each of the page; without it those of the screen. */
	scale?: number;
	title?: string;
	/** The address at which this view can be seen. */
	address?: string;
	/** The date of the records, as `2026-11-23`. */
	recorded?: string;
}

interface PictureContent {
	/** The map as drawn, in device pixels, and its width in those of the page. */
	map: HTMLCanvasElement;
	width: number;
	theme: Theme;
	/** CSS family of the page. */
	font: string;
	/** The actors that have a sign in the picture. */
	actors: MapActor[];
	/** The sites in the picture. */
	sites: MapSite[];
	/** Whether rows of the reader's own data look out from under them. */
	hasRings: boolean;
	/** The chosen site, to be ringed as on the page. */
	chosen: Chosen | null;
	scale: Scale;
	attribution: string;
	/** How the map draws its signs. */
	glyphs: GlyphContext;
}

type TextStyle = 'title' | 'entry' | 'small';

/** A line beneath the legend. */
interface Note {
	text: string;
	style: TextStyle;
	direction: CanvasDirection;
}

/** Pixels. */
const titleHeight = 24;
const noteHeight = 17;
const rowHeight = 26;
const afterGroup = 4;
const betweenEntries = 18;

/** Draws the picture in the reader's language, from the side where they begin to read. It makes canvases of its own. */
export function drawPicture(content: PictureContent, options: PictureOptions): HTMLCanvasElement {
	const { map, width, theme, font, glyphs } = content;
	const ratio = map.width / width;
	const mapHeight = map.height / ratio;
	const room = width - 2 * margin;
	const direction = directionOf(getLocale());
	const fonts = { title: `600 17px ${font}`, entry: `400 13px ${font}`, small: `400 11px ${font}` };
	const measuring = document.createElement('canvas').getContext('2d')!;
	const measure = (text: string, style: TextStyle) => {
		measuring.font = fonts[style];
		return measuring.measureText(text).width;
	};
	const linesIn = (text: string, style: TextStyle) => linesOf(text, room, (line) => measure(line, style));

	const titles = options.title ? linesIn(options.title, 'title') : [];
	const groups = legendOf(content, glyphs, (text) => measure(text, 'entry')).map((entries) =>
		rowsOf(entries, room, betweenEntries)
	);
	const notes = notesOf(content, options).flatMap(({ text, ...note }) =>
		linesIn(text, note.style).map((line): Note => ({ text: line, ...note }))
	);
	const height =
		mapHeight +
		margin +
		titles.length * titleHeight +
		groups.reduce((sum, placed) => sum + heightOf(placed), 0) +
		notes.length * noteHeight +
		margin;

	const canvas = document.createElement('canvas');
	canvas.width = map.width;
	canvas.height = Math.round(height * ratio);
	const drawing = canvas.getContext('2d')!;
	const palette = palettes[theme];
	drawing.fillStyle = palette.paper;
	drawing.fillRect(0, 0, canvas.width, canvas.height);
	drawing.drawImage(map, 0, 0);
	drawing.scale(ratio, ratio);
	drawing.direction = direction;
	if (content.chosen) ringChosen(drawing, content.chosen, theme);
	drawScale(drawing, content.scale, { width, height: mapHeight, theme, font });
	drawing.fillStyle = palette.border;
	drawing.fillRect(0, mapHeight, width, 1);

	const isRightToLeft = direction === 'rtl';
	const from = (start: number) => (isRightToLeft ? width - margin - start : margin + start);
	drawing.textAlign = isRightToLeft ? 'right' : 'left';
	drawing.textBaseline = 'middle';
	let y = mapHeight + margin;
	drawing.fillStyle = palette.siteName;
	drawing.font = fonts.title;
	for (const title of titles) {
		drawing.fillText(title, from(0), y + 8);
		y += titleHeight;
	}
	drawing.font = fonts.entry;
	for (const placed of groups) {
		for (const { entry, start, row } of placed) {
			const middle = y + row * rowHeight + rowHeight / 2;
			const left = isRightToLeft ? from(start) - signSide : from(start);
			drawing.drawImage(entry.sign, left, middle - signSide / 2, signSide, signSide);
			drawing.fillText(entry.text, from(start + signSide + signGap), middle + 0.5);
		}
		y += heightOf(placed);
	}
	for (const { text, style, direction } of notes) {
		drawing.font = fonts[style];
		drawing.direction = direction;
		drawing.fillStyle = style === 'small' ? palette.cityName : palette.siteName;
		drawing.fillText(text, from(0), y + noteHeight / 2);
		y += noteHeight;
	}
	return canvas;
}

function notesOf({ attribution }: PictureContent, { address, recorded }: PictureOptions): Note[] {
	const direction = directionOf(getLocale());
	const date = recorded && describeWhen(recorded, getLocale());
	return [
		{ text: m.footer_history(), style: 'entry', direction },
		{ text: date ? m.picture_recorded({ date }) : '', style: 'entry', direction },
		// An address, and sources, which name themselves in English, are not in the reader's language.
		{ text: address ?? '', style: 'entry', direction: 'ltr' },
		{ text: attribution, style: 'small', direction: 'ltr' }
	];
}

/** Of a group of the legend that was laid out in rows. */
function heightOf(placed: readonly Placed<LegendEntry>[]): number {
	return (placed.at(-1)!.row + 1) * rowHeight + afterGroup;
}
