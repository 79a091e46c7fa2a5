/**
 * The drawing of the chains behind some reports, from the articles at the top down to the first origins. Only
 * numbers and text come out, so that it can be made when the site is built and needs no style in its markup.
 */
import type { ChainEdge, ChainNode, ChainTree } from '../../geodata/origins';
import { m } from '../../words';
import { sourcingLabels } from '../../words/sourcing';
import { directionOf, type Locale } from '../../words/locale';

export interface DrawnLine {
	text: string;
	y: number;
	kind: 'name' | 'kind' | 'origin';
}

/** Lengths in units of the drawing, about a CSS pixel each. `x` and `y` are of the upper left corner. */
export interface DrawnBox {
	key: string;
	x: number;
	y: number;
	width: number;
	height: number;
	lines: DrawnLine[];
	origin: boolean;
}

export interface DrawnArrow {
	key: string;
	path: string;
	head: string;
}

export interface ChainDrawing {
	width: number;
	height: number;
	boxes: DrawnBox[];
	arrows: DrawnArrow[];
}

/** As wide as the panel beside the map, so that its words come out in the size of small text. */
const panelWidth = 376;
const widestBox = 232;
const narrowestBox = 112;
const gapBetweenBoxes = 14;
const gapBetweenLayers = 36;
const padding = 9;
const lineHeight = 17;
/**
 * Of the typeface at 13 units, on the safe side: the drawing is made where no text can be measured. Words in Arabic
 * come out narrower on the whole, and a few as wide.
 */
const characterWidth = 7.4;
/** The room that an arrow needs where it passes a layer without stopping. */
const laneWidth = 12;

/** What stands in a layer: a box, or an arrow that passes. */
interface Slot {
	node: ChainNode | null;
	edges: ChainEdge[];
	x: number;
}

/**
 * Lays out the drawing with its words in a language, the first of a layer where a line of that language begins; null
 * where there is nothing to connect.
 */
export function drawChains(tree: ChainTree, locale: Locale): ChainDrawing | null {
	if (tree.edges.length === 0) return null;
	const mirrored = directionOf(locale) === 'rtl';
	const layers = slotsOf(tree);
	const width = Math.max(panelWidth, ...layers.map((slots) => widthOf(slots, narrowestBox)));
	const boxes: DrawnBox[] = [];
	const tops: number[] = [];
	let y = 1;
	for (const slots of layers) {
		const boxWidth = boxWidthIn(slots, width);
		const drawn: DrawnBox[] = [];
		let left = (width - widthOf(slots, boxWidth)) / 2;
		for (const slot of slots) {
			const slotWidth = slot.node ? boxWidth : laneWidth;
			const x = mirrored ? width - left - slotWidth : left;
			slot.x = x + slotWidth / 2;
			if (slot.node) drawn.push(boxOf(slot.node, x, y, boxWidth, locale));
			left += slotWidth + gapBetweenBoxes;
		}
		const height = Math.max(...drawn.map((box) => box.height));
		for (const box of drawn) boxes.push({ ...box, height });
		tops.push(y);
		y += height + gapBetweenLayers;
	}
	const arrows = tree.edges.map((edge) => arrowOf(edge, layers, boxes, tops));
	return { width, height: y - gapBetweenLayers + 1, boxes, arrows };
}

/** The boxes and passing arrows of each layer, ordered so that what is connected stands close together. */
function slotsOf(tree: ChainTree): Slot[][] {
	const layerOf = new Map(tree.nodes.map(({ key, layer }) => [key, layer]));
	const layers: Slot[][] = [];
	for (let layer = 0; layer < tree.layers; layer++) {
		const slots: Slot[] = tree.nodes
			.filter((node) => node.layer === layer)
			.map((node) => ({ node, edges: tree.edges.filter(({ from }) => from === node.key), x: 0 }));
		for (const edge of tree.edges)
			if (layerOf.get(edge.to)! < layer && layer < layerOf.get(edge.from)!)
				slots.push({ node: null, edges: [edge], x: 0 });
		const above = layers.at(-1);
		if (above) {
			const middle = ({ edges }: Slot) => {
				const places = edges.map((edge) => placeOf(edge, above)).filter((place) => place >= 0);
				return places.reduce((sum, place) => sum + place, 0) / Math.max(1, places.length);
			};
			slots.sort((a, b) => middle(a) - middle(b));
		}
		layers.push(slots);
	}
	return layers;
}

/** Where in a layer an arrow ends or passes. */
function placeOf(edge: ChainEdge, slots: Slot[]): number {
	return slots.findIndex(({ node, edges }) => (node ? node.key === edge.to : edges.includes(edge)));
}

function boxWidthIn(slots: Slot[], width: number): number {
	const boxes = slots.filter(({ node }) => node).length;
	return Math.min(widestBox, (width - widthOf(slots, 0)) / Math.max(1, boxes));
}

function widthOf(slots: Slot[], boxWidth: number): number {
	const own = slots.reduce((sum, { node }) => sum + (node ? boxWidth : laneWidth), 0);
	return own + gapBetweenBoxes * (slots.length - 1);
}

function boxOf(
	{ key, name, kind, root }: ChainNode,
	x: number,
	y: number,
	width: number,
	locale: Locale
): DrawnBox {
	const most = Math.floor((width - 2 * padding) / characterWidth);
	const kindName =
		kind === 'article' ? m.origins_article({}, { locale }) : sourcingLabels(locale).sourceKinds[kind];
	const texts: Omit<DrawnLine, 'y'>[] = [
		...wrapped(name, most).map((text) => ({ text, kind: 'name' as const })),
		...wrapped(kindName, most).map((text) => ({ text, kind: 'kind' as const })),
		...(root ? [{ text: m.origins_origin({}, { locale }), kind: 'origin' as const }] : [])
	];
	return {
		key,
		x,
		y,
		width,
		height: 2 * padding + texts.length * lineHeight,
		// The line of text stands a little above the lower end of its row.
		lines: texts.map((line, index) => ({ ...line, y: y + padding + (index + 0.75) * lineHeight })),
		origin: root
	};
}

/** Words in lines of at most so many letters; a longer word is cut, for it has nowhere else to go. */
export function wrapped(text: string, most: number): string[] {
	const limit = Math.max(1, most);
	const lines: string[] = [];
	for (const word of text.split(/\s+/u).filter(Boolean)) {
		const last = lines.at(-1);
		if (last !== undefined && lettersOf(last).length + 1 + lettersOf(word).length <= limit)
			lines[lines.length - 1] = `${last} ${word}`;
		else
			for (let letters = lettersOf(word); letters.length > 0; letters = letters.slice(limit))
				lines.push(letters.slice(0, limit).join(''));
	}
	return lines;
}

/** Letters with the marks on them, which take no room of their own. */
function lettersOf(text: string): string[] {
	return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/** From the top of a source up to the foot of the one that drew on it. */
function arrowOf(edge: ChainEdge, layers: Slot[][], boxes: DrawnBox[], tops: number[]): DrawnArrow {
	const box = (key: string) => boxes.find((candidate) => candidate.key === key)!;
	const [from, to] = [box(edge.from), box(edge.to)];
	const middle = ({ x, width }: DrawnBox) => round(x + width / 2);
	const foot = to.y + to.height;
	let path = `M${middle(from)} ${round(from.y)}`;
	let [x, y] = [middle(from), from.y];
	const curveTo = (nextX: number, nextY: number) => {
		const half = round((y + nextY) / 2);
		path += ` C${x} ${half} ${nextX} ${half} ${nextX} ${round(nextY)}`;
		[x, y] = [nextX, nextY];
	};
	for (let layer = layers.length - 1; layer >= 0; layer--) {
		const slot = layers[layer]!.find(({ node, edges }) => !node && edges.includes(edge));
		if (!slot) continue;
		// Below this layer, and straight up beside its boxes.
		const bottom = tops[layer + 1]! - gapBetweenLayers;
		curveTo(round(slot.x), bottom);
		path += ` V${round(tops[layer]!)}`;
		y = tops[layer]!;
	}
	curveTo(middle(to), foot + 6);
	const head = `M${x} ${round(foot + 1)} l-5 8 h10 z`;
	return { key: `${edge.from} ${edge.to}`, path, head };
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}
