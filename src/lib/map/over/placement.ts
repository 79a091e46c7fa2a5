/** Where a card is put over the map so that none of it is cut off. Pixels from the map's upper left corner. Pure. */

interface Size {
	width: number;
	height: number;
}

/** What a card tells of: its middle, and how far the card stays from that, above or below. */
export interface Anchor {
	x: number;
	y: number;
	gap: number;
}

interface Corner {
	left: number;
	top: number;
}

/** Between a card and the edge of the map. */
const edge = 8;

/** Above what it tells of, or below where there is no room; never over the edge to either side. */
export function tooltipCorner({ x, y, gap }: Anchor, card: Size, map: Size): Corner {
	const above = y - gap - card.height;
	return {
		left: Math.round(within(x - card.width / 2, map.width - card.width)),
		top: Math.round(above > edge ? above : y + gap)
	};
}

/** Its head on what was clicked, moved as far as it takes to be seen whole. */
export function menuCorner({ x, y }: { x: number; y: number }, card: Size, map: Size): Corner {
	return {
		left: within(x - card.width / 2, map.width - card.width),
		top: within(y - 20, map.height - card.height)
	};
}

/** What is larger than the map begins at its edge. */
function within(start: number, room: number): number {
	return Math.max(edge, Math.min(room - edge, start));
}
