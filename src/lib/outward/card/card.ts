/**
 * The picture that a link to a page shows, 1200 by 630 as Open Graph advises: the map about what the page is about, and the
 * words that it rests on. Pure, but for what measures words.
 */
import type { ActorView } from '../../geodata/views';
import { palettes } from '../../map/style/palette';
import { sector } from '../../map/still/places';
import type { Face } from '../../server/fonts';
import { inSvg } from '../../server/pictures';
import { mapOf, mixed, type CardMap, type Panel } from './map';
import { blockOf, lineSvg, runsLeft, type Block, type Measure } from './text';

export const cardWidth = 1200;
export const cardHeight = 630;

export interface Card {
	/** Whether the page is written from right to left. */
	left: boolean;
	/** The name of the site. */
	site: string;
	/** A line above all else: what kind of place it is, or who said it when. */
	above: string;
	/** Said of it before all else, as that it was taken back. */
	warning: string | null;
	title: string;
	/** In quotation marks. */
	quote: string;
	/** A line below the quote. */
	below: string;
	/** A line at the foot, in place of the actors. */
	foot: string;
	actors: readonly { actor: ActorView; name: string }[];
	map: Omit<CardMap, 'panel'>;
}

// Those of src/app.css in the light.
const colours = {
	paper: '#fbfaf6',
	ink: '#1c2430',
	quiet: '#576070',
	line: '#dedacf',
	marker: '#ffe9a3',
	warn: '#8a3b12',
	warnPaper: '#fdf0e6'
};
const serif = { family: 'Source Serif 4', weight: 400 } as const;
const heading = { family: 'Source Serif 4', weight: 600 } as const;
const sans = { family: 'Noto Sans', weight: 400 } as const;
const strong = { family: 'Noto Sans', weight: 600 } as const;

const margin = 60;
const mapWidth = ({ quote }: Card) => (quote ? 430 : 560);
/** The map has a margin of its own. */
const textWidth = (card: Card) => cardWidth - mapWidth(card) - 2 * margin + 8;
/** Between the name of the site above and the actors below. */
const [top, bottom] = [128, 536];

/** The sign of the site (`static/icon.svg`), 32 units wide. */
const sign =
	'<rect width="32" height="32" rx="7" fill="#1b3a4b"/><path d="M9 21.5c-2.2-.6-3.5-2.3-3.5-4.6 0-3.6 2.3-6.3 6-7.4l.7 1.7c-2 .9-3.1 2.1-3.3 3.7.3-.1.7-.2 1.1-.2 1.9 0 3.3 1.4 3.3 3.3 0 2-1.5 3.5-3.5 3.5-.3 0-.5 0-.8 0zM20.5 21.5c-2.2-.6-3.5-2.3-3.5-4.6 0-3.6 2.3-6.3 6-7.4l.7 1.7c-2 .9-3.1 2.1-3.3 3.7.3-.1.7-.2 1.1-.2 1.9 0 3.3 1.4 3.3 3.3 0 2-1.5 3.5-3.5 3.5-.3 0-.5 0-.8 0z" fill="#f3c64b"/><circle cx="16" cy="27" r="1.8" fill="#fff"/>';

/** The card as an SVG. */
export function cardSvg(card: Card, measure: Measure): string {
	const wide = mapWidth(card);
	const panel: Panel = { x: card.left ? 0 : cardWidth - wide, y: 0, width: wide, height: cardHeight };
	const edge = card.left ? wide : cardWidth - wide;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}" viewBox="0 0 ${cardWidth} ${cardHeight}">`,
		mapOf({ ...card.map, panel }, measure),
		// Over what of the map lies beside its panel.
		`<rect x="${card.left ? wide : 0}" width="${cardWidth - wide}" height="${cardHeight}" fill="${colours.paper}"/>`,
		`<path d="M${edge} 0v${cardHeight}" stroke="${palettes.light.coast}" stroke-width="2"/>`,
		siteName(card, measure),
		words(card, measure),
		card.actors.length > 0 ? actorRow(card, measure) : footLine(card, measure),
		'</svg>'
	].join('');
}

/** Where the lines of the page's language begin. */
const startOf = ({ left }: Card) => (left ? cardWidth - margin : margin);

interface Style extends Face {
	size: number;
	fill: string;
}

/** One line that begins at x, or where the lines of the page do, and runs as the page does. */
function line(
	text: string,
	y: number,
	{ fill, ...style }: Style,
	card: Card,
	measure: Measure,
	x = startOf(card)
): string {
	return lineSvg(text, [x, y], { ...style, paint: `fill="${fill}"` }, card.left, measure);
}

function siteName(card: Card, measure: Measure): string {
	const start = startOf(card);
	const x = card.left ? start - 40 : start;
	const name = { ...heading, size: 30, fill: colours.ink };
	return `<g transform="translate(${x} 48) scale(1.25)">${sign}</g>${line(card.site, 78, name, card, measure, card.left ? start - 54 : start + 54)}`;
}

/** What stands between the name of the site and the actors: each part below the one before. */
function words(card: Card, measure: Measure): string {
	const parts: string[] = [];
	let y = top;
	if (card.warning) {
		const { lines } = blockOf(card.warning, one(card, 24), strong, measure);
		const text = lines[0]?.text ?? '';
		const wide = (lines[0]?.width ?? 0) + 32;
		const x = card.left ? startOf(card) - wide : startOf(card);
		parts.push(
			`<rect x="${x}" y="${y - 4}" width="${wide}" height="42" rx="8" fill="${colours.warnPaper}"/>`,
			line(
				text,
				y + 26,
				{ ...strong, size: 24, fill: colours.warn },
				card,
				measure,
				card.left ? startOf(card) - 16 : x + 16
			)
		);
		y += 58;
	}
	const above = blockOf(card.above, one(card, 24), sans, measure);
	parts.push(...plain(above, y, { ...sans, fill: colours.quiet }, card, measure));
	y += above.height + (above.lines.length > 0 ? (card.title ? 6 : 16) : 0);
	const title = blockOf(
		card.title,
		card.quote
			? { width: textWidth(card), height: 126, sizes: [50, 44, 38, 32], leading: 1.16, lines: 2 }
			: { width: textWidth(card), height: 300, sizes: [64, 58, 52, 46, 40], leading: 1.16 },
		heading,
		measure
	);
	parts.push(...plain(title, y, { ...heading, fill: colours.ink }, card, measure));
	y += title.height + (title.lines.length > 0 ? 22 : 0);
	const below = blockOf(
		card.below,
		{ ...one(card, 24), ...(card.quote ? { height: 66, lines: 2 } : { height: bottom - y, lines: 6 }) },
		sans,
		measure
	);
	const room = bottom - y - (below.lines.length > 0 ? below.height + 16 : 0);
	if (card.quote && room > 60) {
		const quote = blockOf(
			card.quote,
			{ width: textWidth(card), height: room, sizes: [46, 42, 38, 35, 32, 29], leading: 1.36 },
			serif,
			measure
		);
		parts.push(...marked(quote, y, card, measure));
		y += quote.height + 16;
	}
	parts.push(...plain(below, y, { ...sans, fill: colours.quiet }, card, measure));
	return parts.join('');
}

/** Room for one line at one size. */
const one = (card: Card, size: number) => ({
	width: textWidth(card),
	height: size * 1.5,
	sizes: [size],
	leading: 1.34,
	lines: 1
});

/** Lines as they are, from their upper edge. */
const plain = (
	block: Block,
	y: number,
	style: Face & { fill: string },
	card: Card,
	measure: Measure
): string[] =>
	block.lines.map(({ text }, index) =>
		line(text, y + index * block.leading + block.size, { ...style, size: block.size }, card, measure)
	);

/** Lines with the stroke of a highlighter, as quotes are on the pages; each runs as its own language does. */
function marked(block: Block, y: number, card: Card, measure: Measure): string[] {
	const runs = runsLeft(block.lines.map(({ text }) => text).join(' '));
	const of = { ...card, left: runs };
	const x =
		runs === card.left
			? startOf(card)
			: card.left
				? startOf(card) - textWidth(card)
				: startOf(card) + textWidth(card);
	return block.lines.flatMap(({ text, width }, index) => {
		const base = y + index * block.leading + block.size;
		const stroke = `<rect x="${(runs ? x - width - 3 : x - 3).toFixed(1)}" y="${(base - block.size * 0.3).toFixed(1)}" width="${(width + 6).toFixed(1)}" height="${(block.size * 0.42).toFixed(1)}" fill="${colours.marker}"/>`;
		return [stroke, line(text, base, { ...serif, size: block.size, fill: colours.ink }, of, measure, x)];
	});
}

const footY = 582;

/** The actors, each with its mark; those that have no room are counted. */
function actorRow(card: Card, measure: Measure): string {
	const size = 23;
	const parts: string[] = [rule(card)];
	const forward = card.left ? -1 : 1;
	let x = startOf(card);
	const end = startOf(card) + forward * textWidth(card);
	for (const [index, { actor, name }] of card.actors.entries()) {
		const wide = 40 + measure(name, sans) * size;
		const others = card.actors.length - index - 1;
		const needed = wide + (others > 0 ? 70 : 0);
		if (forward * (end - x) < needed) {
			parts.push(line(`+${others + 1}`, footY + 8, { ...sans, size, fill: colours.quiet }, card, measure, x));
			break;
		}
		const { fill, edge, on } = palettes.light.hues[actor.hue];
		parts.push(
			`<g transform="translate(${(x + forward * 14).toFixed(1)} ${footY})"><path d="${sector(0, 1, 14)}" fill="${fill}" stroke="${edge}" stroke-width="1.4"/><text y="5.5" text-anchor="middle" font-family="Noto Sans SemiBold" font-size="15" fill="${on}">${inSvg(actor.letter)}</text></g>`,
			line(name, footY + 8, { ...sans, size, fill: colours.ink }, card, measure, x + forward * 37)
		);
		x += forward * (wide + 26);
	}
	return parts.join('');
}

const rule = (card: Card): string => {
	const x = card.left ? cardWidth - margin - textWidth(card) : margin;
	return `<path d="M${x} 550h${textWidth(card)}" stroke="${mixed(colours.line, colours.paper, 0.9)}" stroke-width="1.5"/>`;
};

const footLine = (card: Card, measure: Measure): string =>
	card.foot === ''
		? ''
		: rule(card) + line(card.foot, footY + 8, { ...sans, size: 23, fill: colours.quiet }, card, measure);
