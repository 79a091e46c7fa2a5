/**
 * Names of the gazetteer in Arabic, which has no capital letters and writes “and”, “in”, “to” and “as” together with the
 * next word. What counts is that a name is found: a person looks at each.
 */
import type { GazetteerPlace } from '../gazetteer/gazetteer';
import type { TokenRange } from '../text';
import type { Names } from './features';

export interface ArabicName extends TokenRange {
	/** How many UTF-16 units of the first word do not belong to the name. */
	skipped: number;
	/** Whether it is the name of a people, and of no place. */
	isPeople: boolean;
}

/** A single word counts as a name from this population on: many villages are named by a word of every day. */
const smallest = 20_000;
const longestName = 5;
/** Towns are named so too, but after a word such as “town” alone they are meant. Keys of the gazetteer. */
const ordinary = new Set(
	(
		'المدينه المنطقه الخبر القريه البلده المحافظه العاصمه الجمهوريه الشمال الجنوب الشرق الغرب الشرقيه الغربيه الشماليه ' +
		'الجنوبيه الوسط الوسطي الساحل الحدود المركز الميناء المطار الطريق السوق النهر الجبل الوادي القاعده الثوره النصر السلام ' +
		'ليل فجر صباح مساء الوحده الحريه الشعب الامل المزرعه المخيم القصر القلعه الحصن البرج الجسر السد الحي البيت المسجد الجامع النور'
	).split(' ')
);
const settlement =
	/^(?:[وف]?[بل]?|[وف]?لل|[وف]?ال)?(?:مدينه|بلده|قريه|محافظه|ولايه|ناحيه|قضاء|ضاحيه|حي|مخيم)$/u;

/** The names that start at a token and end before `end`, the longest first. */
export function arabicNamesAt(names: Names, index: number, end: number): ArabicName[] {
	const { tokens, gazetteer } = names;
	const first = tokens[index]!.text;
	if (!isArabic(first)) return [];
	const found: ArabicName[] = [];
	for (const { written, skipped } of withoutPrefixes(first)) {
		let key = names.keyOf(written);
		for (let at = index; at < end && at - index < longestName; at++) {
			if (at > index) {
				if (!isArabic(tokens[at]!.text)) break;
				key += ` ${names.keyOf(tokens[at]!.text)}`;
			}
			if (ordinary.has(key) && !settlement.test(index > 0 ? names.keyOf(tokens[index - 1]!.text) : ''))
				continue;
			const candidates = gazetteer.candidates(key);
			const isName = candidates?.some(({ place }) => at > index || isLarge(gazetteer.place(place))) ?? false;
			if (isName || gazetteer.demonym(key) !== undefined)
				found.push({ from: index, to: at + 1, skipped, isPeople: !isName });
		}
	}
	return found.sort((one, other) => other.to - one.to || one.skipped - other.skipped);
}

/** Words after which a name stands: “the town of”, “the crossing of”. Without the article, which a described town has. */
const introducing = /^[وف]?[بلك]?(?:مدينه|بلده|قريه|ناحيه|معبر|جبل|حي|مخيم|سد|قضاء|بلدتي|مدينتي|قريتي)$/u;
/** First words of names that have two. */
const firstOfTwo =
	/^(?:ابو|ابي|ام|بيت|دير|تل|عين|كفر|خان|باب|راس|جسر|بني|ابن|برج|وادي|شيخ|الشيخ|مرج|حوش|جب|بير|سيدي|قلعه|نبع|المنطقه)$/u;
/** What describes a town and does not name it. */
const describing =
	/^(?:في|من|علي|الي|عن|ان|او|ثم|قد|لم|لا|ما|هي|هو|كما|بعد|قبل|اخري|واحده|كبيره|صغيره|مجاوره|قريبه|قديمه|جديده|كامله|كبري|ال(?:ذي|تي|مجاوره|قريبه|قديمه|جديده|محاصره|مذكوره|مدمره|كبير|صغير)|(?!ال)\p{L}+يه)$/u;

/** A name that no gazetteer has, after a word that says that one follows; nobody has taught a tagger Arabic. */
export function introducedNameAt(names: Names, index: number, end: number): TokenRange | null {
	const { tokens } = names;
	const keyAt = (at: number) => (at >= 0 && at < end ? names.keyOf(tokens[at]!.text) : '');
	const isName = (at: number) => at < end && isArabic(tokens[at]!.text) && !describing.test(keyAt(at));
	if (!introducing.test(keyAt(index - 1)) || !isName(index) || keyAt(index).length < 3) return null;
	return { from: index, to: firstOfTwo.test(keyAt(index)) && isName(index + 1) ? index + 2 : index + 1 };
}

function isArabic(word: string): boolean {
	return /^\p{Script=Arabic}/u.test(word) && /^\p{L}/u.test(word);
}

function isLarge({ kind, population }: GazetteerPlace): boolean {
	return (kind !== 'town' && kind !== 'feature' && kind !== 'district') || population >= smallest;
}

/** A word as it is, and without the particles that may be written before it, where at least three letters are left. */
function withoutPrefixes(word: string): { written: string; skipped: number }[] {
	const forms = [{ written: word, skipped: 0 }];
	for (const prefix of [/^[وف]\p{M}*/u, /^(?:[وف]\p{M}*)?[بلك]\p{M}*/u]) {
		const skipped = prefix.exec(word)?.[0].length ?? 0;
		if (skipped > 0 && word.length - skipped >= 3) forms.push({ written: word.slice(skipped), skipped });
	}
	// “To the” loses the first letter of the article.
	const toThe = /^(?:[وف]\p{M}*)?ل(?=ل)/u.exec(word);
	if (toThe && word.length - toThe[0].length >= 3)
		forms.push({ written: `ا${word.slice(toThe[0].length)}`, skipped: toThe[0].length });
	return forms;
}
