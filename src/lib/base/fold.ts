/** Text as search compares it: without case, without the marks on Latin and Arabic letters, forms of a letter alike. */

/** Arabic letters that are written for each other, as Lucene's ArabicNormalizer has them, and Persian forms. */
const alike: Record<string, string> = {
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ٱ: 'ا',
	ى: 'ي',
	ی: 'ي',
	ئ: 'ي',
	ؤ: 'و',
	ة: 'ه',
	ک: 'ك'
};

/** A text folded; texts that a reader takes for the same are equal afterwards. */
export function fold(text: string): string {
	if (!/[^\x20-\x7e]/.test(text)) return text.toLowerCase();
	return text
		.replace(/[أإآٱىیئؤةک]/g, (letter) => alike[letter]!)
		.normalize('NFKD')
		.replace(/[\p{Mn}\u0640]/gu, '')
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.toLowerCase();
}
