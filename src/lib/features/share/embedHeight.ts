/** How high an embed would be with all of its words in sight. Pure; pixels. */
export interface EmbedParts {
	/** Of the frame. */
	width: number;
	head: number;
	/** All that is said of a site, scrolled out of sight or not. */
	words: number;
	/** The timeline, 0 where there is none. */
	time: number;
}

/** From so wide on the words stand beside the map: 44rem, as the layout of embeds has it. */
export const besideFrom = 704;
const wordsWidth = 304;

/** The room that the map then has: three fifths of its width, and neither a slit nor a wall. */
const roomOf = (width: number) => Math.round(Math.min(480, Math.max(240, width * 0.6)));

/** It does not depend on how high the frame is, so that one that follows it comes to rest. */
export function wantedHeight({ width, head, words, time }: EmbedParts): number {
	const isBeside = width >= besideFrom;
	const room = roomOf(isBeside ? width - wordsWidth : width);
	return Math.ceil(head + time + (isBeside ? Math.max(room, words) : room + words));
}
