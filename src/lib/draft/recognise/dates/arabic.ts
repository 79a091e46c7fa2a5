/** How dates are written in Arabic. All patterns are for folded text: one alef, ه for ة, ي for ى, digits 0–9. */
import { ago, lastNight, lastUnits, nearDay, nearUnit, recently, weekdayValue, type Unit } from './relative';
import type { DateRule, Point } from './rules';

/** The names of the Levant, of Egypt and the Gulf, and of the Maghreb; a text often gives two with a slash between. */
const monthNames: readonly string[][] = [
	['كانون الثاني', 'يناير', 'جانفي'],
	['شباط', 'فبراير', 'فيفري'],
	['اذار', 'مارس'],
	['نيسان', 'ابريل', 'افريل'],
	['ايار', 'مايو', 'ماي'],
	['حزيران', 'يونيو', 'جوان'],
	['تموز', 'يوليو', 'جويليه'],
	['اب', 'اغسطس', 'اوت'],
	['ايلول', 'سبتمبر'],
	['تشرين الاول', 'اكتوبر'],
	['تشرين الثاني', 'نوفمبر'],
	['كانون الاول', 'ديسمبر']
];
const allMonths = monthNames.flat().toSorted((a, b) => b.length - a.length);
const weekdays = ['الاحد', 'الاثنين', 'الثلاثاء', 'الاربعاء', 'الخميس', 'الجمعه', 'السبت'];
const seasons: Record<string, number> = { ربيع: 21, صيف: 22, خريف: 23, شتاء: 24 };
const counts = ['', 'واحد', 'اثنين', 'ثلاث', 'اربع', 'خمس', 'ست', 'سبع', 'ثمان', 'تسع', 'عشر'];
const units: readonly [RegExp, Unit][] = [
	[/يوم|ايام/, 'day'],
	[/اسبوع|اسابيع/, 'week'],
	[/شهر|اشهر|شهور/, 'month'],
	[/عام|اعوام|سنه|سنت|سنوات/, 'year']
];

const name = `(?:${allMonths.join('|')})`;
const month = `(?:شهر )?${name}(?: ?[/(] ?${name}\\)?)?`;
const year = '(?:19|20)\\d\\d';
const ofYear = `(?: (?:من )?(?:(?:ال)?عام |سنه )?${year}(?!\\d)| من العام (?:الماضي|الحالي|الجاري)| (?:العام|السنه) الماضيه?)`;
const third = '(?:(?:مطلع|اوائل|بدايه|منتصف|اواسط|اواخر|نهايه) )';
const weekday = `(?:${weekdays.join('|')})`;
const stated = [
	`${year}-(?:0\\d|1[0-2])-[0-3]\\d`,
	`\\d{1,2}/\\d{1,2}/${year}`,
	`(?:(?:يوم )?${weekday}[،,]? ?(?:(?:ال)?موافق )?)?\\d{1,2} (?:من )?${month}${ofYear}?`,
	`${third}?${month}(?:${ofYear}| (?:الماضي|الفائت|المنصرم))?`,
	`(?:فصل )?(?:ربيع|صيف|خريف|شتاء) (?:(?:ال)?عام |سنه )?${year}`,
	`${third}?(?:(?:ال)?عام|سنه) ${year}`
].join('|');
const point = `(?:${stated}|(?:يوم )?${weekday})`;
const quantity = '\\d{1,2}|واحد|ثلاثه?|اربعه?|خمسه?|سته?|سبعه?|ثماني?ه?|تسعه?|عشره?';
const unitNames = 'ايام|يوما|اسابيع|اسبوعا|اشهر|شهور|شهرا|سنوات|اعوام|عاما|سنه';

const monthOf = (words: string) => {
	const found = allMonths.find((each) => new RegExp(`(?<!\\p{L})${each}(?!\\p{L})`, 'u').test(words));
	return found ? monthNames.findIndex((names) => names.includes(found)) + 1 : undefined;
};
const unitOf = (words: string): Unit => units.find(([pattern]) => pattern.test(words))?.[1] ?? 'day';
const countOf = (words: string): number => {
	if (/\d/.test(words)) return Number(words);
	return Math.max(
		1,
		counts.findLastIndex((word) => word !== '' && words.startsWith(word))
	);
};
const weekdayOf = (words: string) => weekdays.findIndex((each) => words.includes(each));

/** What one point says, in folded words. */
export function readArabic(words: string): Point | null {
	const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words);
	if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
	const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words);
	if (slashes) {
		const [first, second, year] = slashes.slice(1).map(Number);
		// The day comes first, unless there is no such month.
		const [day, month] = second! > 12 ? [second, first] : [first, second];
		return { year, month, day };
	}
	const yearWord = new RegExp(`(${year})(?!\\d)`).exec(words)?.[1];
	const season = /ربيع|صيف|خريف|شتاء/.exec(words)?.[0];
	const number = /(?<!\d)(\d{1,2})(?!\d)/.exec(words)?.[1];
	const monthNumber = season ? seasons[season] : monthOf(words);
	if (monthNumber === undefined && yearWord === undefined) return { weekday: weekdayOf(words) };
	return {
		year: yearWord ? Number(yearWord) : undefined,
		yearsBack: /(?:العام|السنه) الماضيه?$/.test(words) ? 1 : /(?:الحالي|الجاري)$/.test(words) ? 0 : undefined,
		month: monthNumber,
		day: number && !season ? Number(number) : undefined,
		third: /مطلع|اوائل|بدايه/.test(words)
			? 0
			: /منتصف|اواسط/.test(words)
				? 1
				: /اواخر|نهايه/.test(words)
					? 2
					: undefined
	};
}

/** One-letter words before a date are left out of it. */
const rule = (source: string, read: DateRule['read']): DateRule => ({
	pattern: new RegExp(`(?<=(?<!\\p{L})[وفبل]?)(?<![\\p{N}/.-])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'),
	read
});

export const arabicRules: readonly DateRule[] = [
	rule(`(?:من|بين) (${point}) (?:الي|حتي|و) ?(${point})`, ({ groups: [from, to] }, { span }) =>
		span(from!, to!)
	),
	rule(
		`(?:من|بين) (\\d{1,2}) (?:الي|حتي|و) ?(\\d{1,2}) (${month}${ofYear}?)`,
		({ groups: [from, to, rest] }, { span }) => span(`${from} ${rest}`, `${to} ${rest}`)
	),
	rule(`منذ (${point})`, ({ groups: [words] }, { since }) => since(words!)),
	rule(`(?:حتي|قبل) (${stated})`, ({ groups: [words] }, { until }) => until(words!)),
	rule(`(${stated})`, ({ groups: [words], before }, { point }) =>
		isLikely(words!, before) ? point(words!) : null
	),
	rule(
		`(?:(?:يوم|مساء|صباح|فجر|ليله?|ظهر) )+(?:يوم )?(${weekday})(?: الماضيه?)?|(${weekday}) الماضيه?`,
		({ groups: [a, b] }, { anchor }) => weekdayValue(weekdayOf(a ?? b!), anchor, 'nearest')
	),
	rule(`(${weekday})`, ({ groups: [words], before }, { point }) =>
		// Some are numbers and names too: الاحد, الاربعاء.
		/(?:^|[،,.] ?|\p{L}{3} )$/u.test(before) ? point(words!) : null
	),
	rule('(?:صباح |مساء |فجر |ظهر )?اليوم', ({ after }, { anchor }) =>
		/^ (?:الاول|الثاني|التالي|نفسه)/.test(after) ? null : nearDay(0, anchor)
	),
	rule('(?:صباح |مساء |يوم )?امس', (_, { anchor }) => nearDay(-1, anchor)),
	rule('(?:اول امس|امس الاول)', (_, { anchor }) => nearDay(-2, anchor)),
	rule('(?:الليله الماضيه|ليل امس|ليله امس)', (_, { anchor }) => lastNight(anchor)),
	rule('(?:الاسبوع|الشهر|العام|السنه) (?:الماضيه?|الفائته?|المنصرمه?)', ({ words }, { anchor }) =>
		nearUnit(-1, unitOf(words), anchor)
	),
	rule(
		'(?:هذا|هذه) (?:الاسبوع|الشهر|العام|السنه)|(?:الاسبوع|الشهر|العام) (?:الحالي|الجاري)',
		({ words }, { anchor }) => nearUnit(0, unitOf(words), anchor)
	),
	rule('(?:الاسبوع|الشهر|العام) (?:المقبل|القادم)', ({ words }, { anchor }) =>
		nearUnit(1, unitOf(words), anchor)
	),
	rule(`(?:قبل|منذ) (?:نحو |حوالي )?(${quantity}) (${unitNames})`, ({ groups: [count, unit] }, { anchor }) =>
		ago(countOf(count!), unitOf(unit!), anchor)
	),
	rule('(?:قبل|منذ) (?:نحو |حوالي )?(يومين|اسبوعين|شهرين|عامين|سنتين)', ({ groups: [unit] }, { anchor }) =>
		ago(2, unitOf(unit!), anchor)
	),
	rule('(?:قبل|منذ) (?:نحو |حوالي )?(يوم|اسبوع|شهر|عام|سنه)', ({ groups: [unit] }, { anchor }) =>
		ago(1, unitOf(unit!), anchor)
	),
	rule(
		`(?:خلال|في) (?:ال)?(${quantity}) (${unitNames}) (?:الماضيه|الاخيره)`,
		({ groups: [count, unit] }, { anchor }) => lastUnits(countOf(count!), unitOf(unit!), anchor)
	),
	rule(
		`(?:خلال|في) (?:ال(?:ايام|اسابيع|اشهر|سنوات)) (?:ال(?:${quantity}) )?(?:الماضيه|الاخيره)|موخرا|في الاونه الاخيره|(?:قبل|منذ) (?:ايام|اسابيع|اشهر|سنوات)|حديثا`,
		(_, { anchor }) => recently(anchor)
	),
	rule('(?:في )?(?:اليوم نفسه|اليوم ذاته|نفس اليوم)', (_, { shift }) => shift(0)),
	rule('(?:في )?اليوم التالي', (_, { shift }) => shift(1))
];

/** The name of August is also “father”, and that of May in the Maghreb is short: they need a day, a year or a preposition. */
function isLikely(words: string, before: string): boolean {
	if (/\d/.test(words) || /[/(]/.test(words) || !/^(?:اب|ماي|جوان|اوت|مارس)$/.test(words)) return true;
	return /(?:^|[^\p{L}])(?:في|شهر|منذ|حتي|خلال|الي|بين|و)\s?$/u.test(before);
}
