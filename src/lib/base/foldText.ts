/** Text as searches compare it. */
import { latinDigits } from './digits';

/**
 * Letters that are written for each other but that Unicode does not take apart. Arabic ones as in Lucene's
 * ArabicNormalizer, and the Persian forms.
 */
const similarLetters: Record<string, string> = {
	ı: 'i',
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ٱ: 'ا',
	ة: 'ه',
	ى: 'ي',
	ی: 'ي',
	ک: 'ك',
	گ: 'ك'
};

/**
 * Lower case, without the marks of Latin, Cyrillic and Arabic letters (so that all forms of the alef are one), without
 * what nobody sees, tatweel and the half rings of transliterations, with digits 0–9, and with one letter for those that
 * are written for each other. Texts that a reader takes for the same are equal afterwards.
 */
export function foldText(text: string): string {
	if (!/[^\x20-\x7e]/.test(text)) return text.toLowerCase();
	const bare = text
		.normalize('NFKD')
		.replace(/(?!\s)[\p{M}\p{DI}\p{Cc}\u0640\u02be\u02bf]/gu, '')
		.toLowerCase()
		.replace(/[ıłøđßæœٱةىیکگ]/gu, (letter) => similarLetters[letter]!);
	return latinDigits(bare);
}

/** Text without the marks on its letters: é becomes e, آ becomes ا. Case and everything else stay. */
export function withoutMarks(text: string): string {
	return text.normalize('NFD').replace(/\p{Mn}/gu, '');
}
