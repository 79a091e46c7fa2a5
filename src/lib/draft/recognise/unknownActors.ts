/**
 * Organisations and nationalities that actors.json lacks, to be offered as new actors: names with a word for what they
 * are, abbreviations that the text explains, demonyms with a body, and a few names that the whole world knows.
 */
import { bodies, bodiesArabic, knownOrganisations } from './actorWords';
import { withoutPrefixes } from './arabicPrefixes';
import { folded } from './folded';
import { areJoined, longestOf, nameKey, type Span, type Word } from './span';

const head =
	'Army|Brigades?|Forces?|Front|Movement|Party|Ministry|Guards?|Corps|Militias?|Council|Command|Division|Battalion|' +
	'Navy|Alliance|Coalition|Union|Agency|Commission|Committee|Directorate|Police|Legion|Resistance|Group|Junta|' +
	'Volunteers|Rangers|Cartel|Marines|Organi[sz]ation|Federation|Administration|Government|Parliament|Authority';
const capital = "(?<![\\p{L}])\\p{Lu}[\\p{L}\\p{M}’'-]{1,40}";
const space = '[ \\u00a0]';

/** “the Rapid Support Forces”, “Karen National Union”, “Ministry of Defence”. */
const named = new RegExp(
	`(?:(?<!\\d)\\d{1,3}(?:st|nd|rd|th)${space})?(?:${capital}${space}(?:(?:of|for|and|al|de)${space})?){1,5}(?:${head})\\b(?:${space}(?:of|for)${space}(?:the${space})?${capital}(?:${space}${capital})*)?`,
	'gu'
);
const ofSomething = new RegExp(
	`\\b(?:${head})${space}(?:of|for)${space}(?:the${space})?(?:[\\p{Ll}]+${space}){0,1}${capital}(?:${space}(?:and${space})?${capital})*`,
	'gu'
);
/** “Rapid Support Forces (RSF)”. */
const inBrackets = /(?<=\p{Lu}[\p{L}-]+[ \u00a0])\((?:the )?(\p{Lu}[\p{Lu}\p{N}-]{1,6}|\p{Lu}{2,6}s?)\)/gu;
/** “The RSF” */
const afterArticle = /(?<!\p{L})[Tt]he (\p{Lu}{2,6})(?=[ \u00a0,.;’'])/gu;
const opening =
	/^(?:The|A|An|In|On|At|By|For|From|After|Before|When|While|But|And|As|If|Both|Some|Other|Another|Their|His|Its|Two|Three|Four|Five|Six|Several|Many|Most|These|Those|This|That|Local|Armed|Security|Senior|Former|Hundreds|Dozens|Thousands|More|No|All|Government|Defence|Defense|Military|Police|Rebel)$/;

const knownKeys = new Map(knownOrganisations.map((name) => [nameKey(name), name]));
const firstWords = new Set([...knownKeys.keys()].map((key) => key.split(' ', 1)[0]!));

/** Spans of what may be an actor, the longest of those that overlap. @param words those of the text */
export function unknownActors(text: string, words: readonly Word[]): Span[] {
	const found: Span[] = [];
	for (const pattern of [named, ofSomething])
		for (const { 0: match, index } of text.matchAll(pattern)) {
			const [first = ''] = match.split(/[ \u00a0]/);
			const skip =
				opening.test(first) && !/^(?:Local|Armed|Security|Government|Defence|Defense|Military)$/.test(first);
			const start = index + (skip ? first.length + 1 : 0);
			if (/[ \u00a0]/.test(text.slice(start, index + match.length)))
				found.push({ start, end: index + match.length });
		}
	if (/\p{Script=Arabic}/u.test(text)) found.push(...arabicOrganisations(text));
	found.push(...abbreviations(text), ...peoples(text, words), ...known(words), ...arabicBodies(text, words));
	return longestOf(found);
}

/** Abbreviations that stand in brackets somewhere, wherever they stand. */
function abbreviations(text: string): Span[] {
	const explained = new Set(
		[...text.matchAll(inBrackets), ...text.matchAll(afterArticle)].map(([, letters]) => letters!)
	);
	return [...explained].flatMap((letters) =>
		[...text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, 'gu'))].map(
			({ index }) => ({
				start: index,
				end: index + letters.length
			})
		)
	);
}

/** “Ukrainian forces”, “Malian army”, “Kachin fighters”: capitals, and then a body in small letters. */
function peoples(text: string, words: readonly Word[]): Span[] {
	return words.flatMap((word, index) => {
		if (!bodies.has(word.key) || word.text[0] !== word.text[0]!.toLowerCase()) return [];
		let first = index;
		while (first > 0 && index - first < 3) {
			const before = words[first - 1]!;
			if (!/^[ \u00a0-]$/.test(text.slice(before.end, words[first]!.start))) break;
			// “Lebanon’s army”
			if (
				before.key === 's' &&
				words[first - 2] &&
				isCapital(words[first - 2]!) &&
				/[’']/.test(text[before.start - 1]!)
			)
				return [{ start: words[first - 2]!.start, end: withFollowingBodies(text, words, index) }];
			if (isCapital(before) && !opening.test(before.text)) {
				const end = withFollowingBodies(text, words, index);
				return [{ start: before.start, end }];
			}
			if (
				!/^(?:armed|security|military|air|special|ground|naval|defence|defense|border|interim|backed|led|aligned|paramilitary|separatist|opposition)$/.test(
					before.key
				)
			)
				break;
			first--;
		}
		return [];
	});
}

function withFollowingBodies(text: string, words: readonly Word[], index: number): number {
	let last = index;
	while (
		words[last + 1] &&
		bodies.has(words[last + 1]!.key) &&
		areJoined(text, words[last]!, words[last + 1]!)
	)
		last++;
	return words[last]!.end;
}

const isCapital = ({ text }: Word) => /^\p{Lu}\p{L}/u.test(text);

function known(words: readonly Word[]): Span[] {
	return words.flatMap((word, at) => {
		const forms = withoutPrefixes(word.key).filter((form) => firstWords.has(form));
		if (forms.length === 0) return [];
		for (let length = 4; length > 0; length--) {
			const run = words.slice(at, at + length);
			if (run.length < length) continue;
			for (const form of forms) {
				const name = knownKeys.get([form, ...run.slice(1).map(({ key }) => key)].join(' '));
				if (!name || (/^\p{Lu}/u.test(name) && !isCapital(word) && word.text.length > 1)) continue;
				const prefix = word.text.length === word.key.length ? word.key.length - form.length : 0;
				return [{ start: word.start + prefix, end: run.at(-1)!.end }];
			}
		}
		return [];
	});
}

/** “حركة العدل والمساواة”, “الفرقة الرابعة”: what it is, and then nouns with the article, or one without before them. */
const arabicOrganisation = new RegExp(
	'(?<!\\p{L})(?:[وفبلك](?=\\p{L}{4}))?(?<name>(?:ال)?(?:حركه(?! ال(?:سير|مرور|ملاحه|طيران|نقل|اسعار|بيع|شراء|سفر|سفن|تجاره|عبور))|جبهه|تنظيم|جماعه|كتائب|كتيبه|لواء|الويه|فرقه|فيلق|هيئه|مجلس|ميليشيا|مليشيا|تحالف|اتحاد|' +
		'منظمه|وزاره|حزب|جيش|تجمع)(?: (?!ال)\\p{L}{3,12}(?= ال))?(?: و?ال\\p{L}{2,15}){1,3})',
	'gu'
);
/** What is told of it, and no part of its name. */
const afterName =
	/ ال(?:ذي|تي|ذين|لتين|ماضي|ماضيه|سبت|احد|اثنين|ثلاثاء|اربعاء|خميس|جمعه|يوم|اسبوع|شهر|عام|مدينه|منطقه|محافظه|قريه|بلده|حدود|واقع|واقعه).*$/u;

function arabicOrganisations(text: string): Span[] {
	const { text: plain, spanOf } = folded(text);
	return [...plain.matchAll(arabicOrganisation)].flatMap(({ 0: words, index, groups }) => {
		const name = groups!.name!.replace(afterName, '');
		if (!name.includes(' ')) return [];
		const start = index + words.length - groups!.name!.length;
		return spanOf({ start, end: start + name.length });
	});
}

/** الجيش السوداني: a body, and an adjective with the same article and ending in ي or ية. */
function arabicBodies(text: string, words: readonly Word[]): Span[] {
	return words.flatMap((word, index) => {
		const next = words[index + 1];
		if (!next || !areJoined(text, word, next)) return [];
		const isBody = withoutPrefixes(word.key).some((form) => bodiesArabic.has(form));
		if (!isBody || !/^ال.+(?:ي|يه|يون|يين)$/.test(next.key)) return [];
		const prefix = /^[وفبكل](?=ال)/.test(word.text) ? 1 : 0;
		return [{ start: word.start + prefix, end: next.end }];
	});
}
