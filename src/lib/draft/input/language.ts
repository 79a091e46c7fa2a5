/** The language of a text: by its script, and within a script by the words that every text has. */

/** How much of a text tells its language. */
const sample = 20_000;
/** Of all words, as many have to be common ones of a language; in texts of another they are fewer. */
const leastShare = 0.08;
const leastWords = 5;

/** The most common short words of languages, by script (ISO 15924). They are compared and never shown. */
const commonWords: readonly (readonly [script: string, language: string, words: string])[] = [
	['Latn', 'en', 'the of and to in that is was for on with by at from as it he said has were'],
	['Latn', 'fr', 'le la les de des du et en un une que qui dans pour sur est au par avec il'],
	['Latn', 'de', 'der die das und in den von zu mit ist im für auf nicht ein eine dem des sich als'],
	['Latn', 'es', 'el la los las de del y en que un una por con para se su al es lo como'],
	['Latn', 'it', 'il la le di del della e in che un una per con non si è da dei nel al'],
	['Latn', 'pt', 'o a os as de do da e em que um uma para com não no na por dos ao'],
	['Latn', 'nl', 'de het een van en in dat is op te voor met zijn aan niet door ook bij om uit'],
	['Latn', 'tr', 've bir bu da de için ile olarak olan daha çok sonra gibi kadar göre ise en ne o'],
	['Latn', 'ku', 'û di de li ji bi ku ev ser jî bo ew bû her dibe kir hat yên xwe'],
	['Arab', 'ar', 'في من على إلى أن عن مع التي الذي هذا هذه كان قال بعد بين ما لا إن كما أو'],
	['Arab', 'fa', 'در به از که این را با است برای آن یک تا بر شد کرد های می خود اما'],
	['Arab', 'ur', 'کے کی میں ہے اور سے کا کو پر نے کہ یہ ہیں تھا گیا لیے بھی ایک نہیں'],
	['Arab', 'ckb', 'لە بە بۆ کە و ئەو ئەم لەسەر دەکات لەگەڵ هەر یەک بوو ناو سەر دوای پێش'],
	['Cyrl', 'ru', 'и в не на что с по из к от за для был это его как но при до их'],
	['Cyrl', 'uk', 'і в у не на що з до та за про від для як це його але був при її'],
	['Cyrl', 'bg', 'и в на да се за от с че не по са това като но при който към след беше'],
	['Hebr', 'he', 'של את על לא עם כי הוא זה גם אל או היא אך בין יש כל לפני אחרי']
];

/** Scripts that are told from each other, with the language that is the only common one of each, where there is one. */
const scripts: readonly (readonly [script: string, letters: RegExp, language?: string])[] = [
	['Latn', /\p{Script=Latin}/gu],
	['Arab', /\p{Script=Arabic}/gu],
	['Cyrl', /\p{Script=Cyrillic}/gu],
	['Hebr', /\p{Script=Hebrew}/gu],
	['Grek', /\p{Script=Greek}/gu, 'el'],
	['Armn', /\p{Script=Armenian}/gu, 'hy'],
	['Geor', /\p{Script=Georgian}/gu, 'ka'],
	['Syrc', /\p{Script=Syriac}/gu],
	['Jpan', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
	['Hang', /\p{Script=Hangul}/gu, 'ko'],
	['Deva', /\p{Script=Devanagari}/gu],
	['Hans', /\p{Script=Han}/gu, 'zh']
];

/** The script (ISO 15924) that most letters of a text are of; null where it has none of those that are known here. */
export function scriptOf(text: string): string | null {
	const head = text.slice(0, sample);
	let [best, most] = [null as string | null, 0];
	for (const [script, letters] of scripts) {
		const count = head.match(letters)?.length ?? 0;
		if (count > most) [best, most] = [script, count];
	}
	return best;
}

/** Letters that Arabic has not, of the other languages in its script, and a word that only Arabic has: with its article. */
const notArabic =
	/[\u067E\u0686\u0698\u06AF\u06A9\u06CC\u0679\u0688\u0691\u06BA\u06C1\u06D2\u06CE\u06C6\u0695\u06B5\u06D5]/;
const withArticle = /(?<!\p{L})[وبلف]?ال\p{L}{2}|\p{L}ة(?!\p{L})/gu;

/** A text too short for common words, which is yet plainly Arabic. */
const isArabic = (text: string): boolean =>
	!notArabic.test(text) && (text.match(withArticle)?.length ?? 0) >= 3;

/**
 * The language of a text, BCP 47: `und-` and the script where only that is known, `und` where nothing is.
 */
export function guessLanguage(text: string): string {
	const script = scriptOf(text);
	if (script === null) return 'und';
	const counts = new Map<string, number>();
	let total = 0;
	for (const [word] of text
		.slice(0, sample)
		.toLowerCase()
		.matchAll(/[\p{L}\p{M}]+/gu)) {
		counts.set(word, (counts.get(word) ?? 0) + 1);
		total++;
	}
	let [best, most] = [null as string | null, Math.max(leastWords, total * leastShare) - 1];
	for (const [own, language, words] of commonWords) {
		if (own !== script) continue;
		const count = words.split(' ').reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
		if (count > most) [best, most] = [language, count];
	}
	if (best === null && script === 'Arab' && isArabic(text.slice(0, sample))) return 'ar';
	return best ?? scripts.find(([own]) => own === script)?.[2] ?? `und-${script}`;
}

/** A language tag in its usual form, or null where the text is none: `en_us` is en-US. */
export function languageTag(text: string): string | null {
	try {
		return Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'))[0] ?? null;
	} catch {
		return null;
	}
}

/** Whether a language is written in a script, as far as anything is known of it. */
export function isWrittenIn(language: string, script: string): boolean {
	const own = new Intl.Locale(language).maximize().script;
	return (
		own === undefined || own === script || (/^(Han[st]|Jpan)$/.test(own) && /^(Hans|Jpan)$/.test(script))
	);
}

const rightToLeft = '\\p{Script=Arab}\\p{Script=Hebr}\\p{Script=Syrc}\\p{Script=Thaa}\\p{Script=Nkoo}';
const runs = new RegExp(`(?<rtl>[${rightToLeft}]+)|(?:(?![${rightToLeft}])\\p{L})+`, 'gu');

/** How many letters of a text run left to right and right to left, and where the first of each stands. */
export function directionCounts(text: string) {
	const counts = { ltr: 0, rtl: 0, firstLtr: -1, firstRtl: -1 };
	for (const { 0: run, index, groups } of text.matchAll(runs)) {
		if (groups?.rtl !== undefined) {
			counts.rtl += run.length;
			if (counts.firstRtl < 0) counts.firstRtl = index;
		} else {
			counts.ltr += run.length;
			if (counts.firstLtr < 0) counts.firstLtr = index;
		}
	}
	return counts;
}
