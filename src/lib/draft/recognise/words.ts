/** A word as the tagger sees it, apart from what it means: folded, and hashed by its ends and its shape. */

/** Rows of the tables of word ends, and of the table of shapes. */
export const endHashes = 4096;
export const shapeHashes = 256;

/** Lower case, without marks, without what nobody sees, with one kind of apostrophe: as the word list has words. */
export function foldWord(word: string): string {
	if (/^[\x20-\x5f\x61-\x7e]*$/.test(word)) return word.toLowerCase();
	return word
		.normalize('NFD')
		.replace(/[\p{M}\p{Cf}]/gu, '')
		.replace(/[‘’`ʼʻ´]/g, "'")
		.toLowerCase();
}

/** The kinds of a word's letters, where runs are cut at two: “McDonald” is “XxXxx”. At most eight. */
function shapeOf(word: string): string {
	return word
		.replace(/\p{Cf}/gu, '')
		.replace(/\p{Lu}/gu, 'X')
		.replace(/\p{Ll}/gu, 'x')
		.replace(/\p{Nd}/gu, 'd')
		.replace(/(.)\1{2,}/gu, '$1$1')
		.slice(0, 8);
}

/** FNV-1a over the two bytes of each UTF-16 unit. */
function hashOf(text: string): number {
	let hash = 2166136261;
	for (let index = 0; index < text.length; index++) {
		const unit = text.charCodeAt(index);
		hash = Math.imul(hash ^ (unit & 255), 16777619);
		hash = Math.imul(hash ^ (unit >> 8), 16777619);
	}
	return hash >>> 0;
}

export interface WordHashes {
	/** Of the last three letters and of the first three, below `endHashes`. */
	suffix: number;
	prefix: number;
	/** Below `shapeHashes`. */
	shape: number;
}

export function hashesOf(word: string): WordHashes {
	const letters = [...foldWord(word)];
	return {
		suffix: hashOf(`s${letters.slice(-3).join('')}`) % endHashes,
		prefix: hashOf(`p${letters.slice(0, 3).join('')}`) % endHashes,
		shape: hashOf(`h${shapeOf(word)}`) % shapeHashes
	};
}

/** In place of a row: a word with digits that has no vector of its own. Any other such word is −1. */
export const unknownNumber = -2;

/**
 * The row of a word's vector, or one of the two for unknown words. Numbers are looked up with 0 for each digit, other
 * words also without full stops and apostrophes.
 * @param rowOf gives the row of a folded word, or -1
 */
export function vectorRow(word: string, rowOf: (folded: string) => number): number {
	const folded = foldWord(word);
	const row = rowOf(folded);
	if (row >= 0) return row;
	if (/\p{Nd}/u.test(folded)) {
		const zeros = rowOf(folded.replace(/\p{Nd}/gu, '0'));
		return zeros >= 0 ? zeros : unknownNumber;
	}
	const bare = rowOf(folded.replace(/[.']/g, ''));
	return bare >= 0 ? bare : rowOf(folded.replace(/\.+$/, ''));
}
