/** Days as pages and articles write them, as EDTF. */
import { latinDigits } from '../../base/digits';
import { parseMoment } from '../../geodata/dates';

/** In English, Arabic (both sets of names), French and German, as the beginning of the word; the month is the place. */
const monthNames: readonly RegExp[] = [
	/^(?:jan|يناير|كانون الثاني|جانفي)/,
	/^(?:feb|fév|fev|فبراير|شباط|فيفري)/,
	/^(?:mar|mär|مارس|[آا]ذار)/,
	/^(?:apr|avr|[أا]بريل|نيسان)/,
	/^(?:may|mai|مايو|[أا]يار)/,
	/^(?:jun|juin|يونيو|يونية|حزيران)/,
	/^(?:jul|juil|يوليو|يولية|تموز)/,
	/^(?:aug|aoû|aou|[أا]غسطس|[آا]ب$)/,
	/^(?:sep|سبتمبر|[أا]يلول)/,
	/^(?:oct|okt|[أا]كتوبر|تشرين ال[أا]ول)/,
	/^(?:nov|نوفمبر|تشرين الثاني)/,
	/^(?:dec|déc|dez|ديسمبر|كانون ال[أا]ول)/
];
const monthWord =
	'(?:jan(?:uary|\\.|vier|uar)?|feb(?:ruary|\\.|ruar)?|févr?(?:ier|\\.)?|mar(?:ch|\\.|s)?|märz|apr(?:il|\\.)?|avr(?:il|\\.)?|may|mai|june?\\.?|juin|juni|july?\\.?|juil(?:let|\\.)?|juli|aug(?:ust|\\.)?|août|sept?(?:ember|embre|\\.)?|o[ck]t(?:ober|obre|\\.)?|nov(?:ember|embre|\\.)?|de[cz](?:ember|\\.)?|déc(?:embre|\\.)?|يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يونية|يوليو|يولية|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|كانون (?:الثاني|ال[أا]ول)|تشرين (?:الثاني|ال[أا]ول)|شباط|[آا]ذار|نيسان|[أا]يار|حزيران|تموز|[آا]ب|[أا]يلول)';
/** Arabic papers give both names of a month: “31 آب/أغسطس 2022”. */
const months = `(?<month>${monthWord})(?: ?[/(] ?${monthWord}\\)?)?`;
const bounds = ['(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])'] as const;
const inWords = [
	`(?<day>\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?: of)? ${months},? (?<year>[12]\\d{3})`,
	`${months} (?<day>\\d{1,2})(?:st|nd|rd|th)?,? (?<year>[12]\\d{3})`,
	`${months},? (?<year>[12]\\d{3})`
].map((pattern) => new RegExp(bounds[0] + pattern + bounds[1], 'u'));
const inNumbers = [
	/^(?<year>[12]\d{3})-(?<month>\d{2})(?:-(?<day>\d{2}))?(?:$|[T ])/u,
	/(?<![\p{L}\p{N}/.-])(?<year>[12]\d{3})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\p{N}/.-])/u,
	/^(?<year>[12]\d{3})(?<month>\d{2})(?<day>\d{2})(?:$|T|\d{6}$)/u,
	/^(?<year>[12]\d{3})$/u
];
/** Longer texts are no dates. */
const longest = 200;

/** A day and a month in words, for where no year stands beside them. */
export const dayAndMonth = new RegExp(
	`${bounds[0]}(?:${monthWord}(?: ?[/(] ?${monthWord}\\)?)? \\d{1,2}|\\d{1,2} ${monthWord}(?: ?[/(] ?${monthWord}\\)?)?)(?:,? [12]\\d{3})?${bounds[1]}`,
	'iu'
);

/**
 * The first day in a short text, as EDTF: `2022-08-31`, or a month or a year where no more is said. Null where there is
 * none, or where nothing tells the day from the month (03/04/2022). Of a time only its day counts, in its own zone.
 */
export function publishedOn(text: string): string | null {
	if (text.length > longest) return null;
	const plain = latinDigits(text)
		.replace(/[\s\u00a0\u200e\u200f]+/g, ' ')
		.trim()
		.toLowerCase();
	for (const pattern of inNumbers) {
		const { year, month, day } = pattern.exec(plain.toUpperCase())?.groups ?? {};
		if (year) return valid(year, month, day);
	}
	for (const pattern of inWords) {
		const { year, month, day } = pattern.exec(plain)?.groups ?? {};
		if (year) return valid(year, String(monthNames.findIndex((name) => name.test(month!)) + 1), day);
	}
	return null;
}

function valid(year: string, month: string | undefined, day: string | undefined): string | null {
	const edtf = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
		.filter((part) => part !== undefined)
		.join('-');
	return parseMoment(edtf) ? edtf : null;
}
