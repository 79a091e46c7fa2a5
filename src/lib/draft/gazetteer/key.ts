import { foldText } from '../../base/foldText';

const apostrophes = /['’‘`ʼʻʹ′]/g;
/** What Unicode takes apart into a space and a mark, and texts use for an apostrophe. */
const accents = /[´΄]/g;
const genitive = /(?<=\p{L})'(?=s(?![\p{L}\p{N}']))/gu;
const stopOfInitials = /(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu;

/**
 * What names are compared by: folded words joined by one space, in Latin as in Arabic letters. Hyphens, stops and brackets
 * part words; apostrophes within a word do not, but for the English genitive: “Ma'arrat” is one, “Land's End” three. The
 * stops of initials go: “U.S.” is “us”. In Arabic the hamza on its own goes too, since it is often left out.
 *
 * The key of several words is the keys of the words, joined by a space.
 */
export function gazetteerKey(name: string): string {
	if (/^[a-z]+$/i.test(name)) return name.toLowerCase();
	const words = foldText(name.replace(accents, "'"))
		.replace(apostrophes, "'")
		.replace(genitive, ' ')
		.replace(/['ء]/g, '')
		.replace(stopOfInitials, '$1')
		.match(/[\p{L}\p{N}]+/gu);
	return words ? words.join(' ') : '';
}

/** An Arabic key without the article that it has, or with the one that it lacks: texts write both. */
export function otherArticle(key: string): string {
	const bare = key.replace(/^ال/, '');
	return bare === key ? `ال${key}` : bare;
}
