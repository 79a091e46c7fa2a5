/** How dates are written in English. */
import {
	ago,
	lastNight,
	lastUnits,
	lastWeekend,
	nearDay,
	nearUnit,
	recently,
	weekdayValue,
	type Unit
} from './relative';
import type { DateRule, Point } from './rules';

const fullNames = 'January|February|March|April|May|June|July|August|September|October|November|December';
const shortNames = 'Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
const monthNames = `${fullNames}|${shortNames}`;
const months = 'janfebmaraprmayjunjulaugsepoctnovdec';
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const seasons = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 } as const;
const numbers = 'a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}';

const month = `(?:(?:${fullNames})\\b|(?:${shortNames})\\b\\.?)(?:,(?= \\d))?`;
const day = '\\d{1,2}(?:st|nd|rd|th)?';
const year = '(?:19|20)\\d\\d';
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const third = '(?:(?:the )?(?:early|mid|late|beginning of|middle of|end of)[- ](?:in )?)';
const ofYear = `(?:(?:,| of| in)? (?:${year}|last year|this year))`;

/** A day, month, season or year, stated at least in part. The longer forms come first. */
const stated = [
	`${year}-(?:0\\d|1[0-2])-[0-3]\\d`,
	`\\d{1,2}/\\d{1,2}/${year}`,
	`(?:${weekday},? )?(?:the )?${day} (?:of )?${month}${ofYear}?`,
	`(?:${weekday},? )?${month} ${day}(?![\\d:%,]?\\d| (?:people|men|troops|soldiers|civilians))${ofYear}?`,
	`${third}?${month}${ofYear}`,
	`${third}${month}`,
	`${third}${year}`,
	`(?:early |mid-|late |the )?(?:spring|summer|autumn|fall|winter) (?:of |in )?(?:${year}|last year)`,
	`(?<=[Ii]n |[Tt]his |[Tt]he |[Ss]ince )(?:spring|summer|autumn|winter)(?= ?[,.;]| when| and)`,
	`(?:the )?(?:early |mid-|late )?(?:19|20)\\d0s`,
	month,
	year
].join('|');
const point = `(?:${stated}|${weekday}|yesterday|today)`;
const dash = ' ?[-–—] ?';

const isYear = (words: string) => new RegExp(`^${year}$`).test(words);
const numberOf = (word: string): number => {
	const index = numbers.split('|').indexOf(word.toLowerCase());
	return index < 0 || index > 13 ? Number(word) : Math.max(1, index - 1);
};
const unitOf = (word: string) => word.toLowerCase().replace(/s$/, '') as Unit;
const monthOf = (word: string) => months.indexOf(word.slice(0, 3).toLowerCase()) / 3 + 1;

/** What one point says. */
export function readEnglish(words: string): Point | null {
	const week = weekdays.indexOf(words.toLowerCase());
	if (week >= 0) return { weekday: week };
	if (/^yesterday$/i.test(words)) return { offset: -1 };
	if (/^today$/i.test(words)) return { offset: 0 };
	const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words);
	if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
	const slashes = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(words);
	if (slashes) return dayAndMonth(Number(slashes[1]), Number(slashes[2]), Number(slashes[3]));
	const decade = /(\d{3})0s$/.exec(words);
	if (decade) return { decade: `${decade[1]}X` };
	const thirdWord = /^(?:the )?(early|beginning|mid|late|end)/i.exec(words)?.[1]?.toLowerCase();
	const thirdOf = thirdWord && (/^(?:early|beg)/.test(thirdWord) ? 0 : thirdWord === 'mid' ? 1 : 2);
	const yearWord = new RegExp(`(${year})$`).exec(words)?.[1];
	const season = /spring|summer|autumn|fall|winter/i.exec(words)?.[0].toLowerCase() as keyof typeof seasons;
	const name = new RegExp(`(?<![\\p{L}])(${monthNames})\\b`, 'u').exec(words)?.[1];
	const number = name && new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?!\\d)`).exec(words)?.[1];
	return {
		year: yearWord ? Number(yearWord) : undefined,
		yearsBack: /last year$/.test(words) ? 1 : /this year$/.test(words) ? 0 : undefined,
		month: season ? seasons[season] : name ? monthOf(name) : undefined,
		day: number ? Number(number) : undefined,
		third: thirdOf === '' ? undefined : thirdOf
	};
}

/** 31/12/2024 is clear; of 5/4/2024 the American reading is the other one. */
function dayAndMonth(first: number, second: number, year: number): Point {
	if (second > 12) return { year, month: first, day: second };
	return { year, month: second, day: first, ...(first <= 12 && { swapped: true }) };
}

const relative = (source: string, read: DateRule['read']): DateRule => ({
	pattern: new RegExp(`\\b(?:${source})(?![\\p{L}\\p{N}])`, 'giu'),
	read
});
const absolute = (source: string, read: DateRule['read']): DateRule => ({
	pattern: new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:${source})(?![\\p{L}\\p{N}])`, 'gu'),
	read
});

/** In the order in which they win where two match the same words. */
export const englishRules: readonly DateRule[] = [
	absolute(
		`(?:[Ff]rom|[Bb]etween) (${point}) (?:to|and|until|through) (${point})`,
		({ groups: [from, to] }, { span }) => span(from!, to!)
	),
	absolute(`(${stated})(?: to | until |${dash})(${stated})`, ({ groups: [from, to] }, { span }) =>
		// A year and a day have no dash between them.
		isYear(from!) === isYear(to!) ? span(from!, to!) : null
	),
	absolute(
		`(?:[Ff]rom|[Bb]etween) (${day}) (?:to|and|until) (${day}) (${month}${ofYear}?)`,
		({ groups: [from, to, rest] }, { span }) => span(`${from} ${rest}`, `${to} ${rest}`)
	),
	absolute(
		`(${day})(?: to |${dash})(${day}) (${month}${ofYear}?)`,
		({ groups: [from, to, rest] }, { span }) => span(`${from} ${rest}`, `${to} ${rest}`)
	),
	absolute(
		`(${month}) (${day})(?: to | and |${dash})(${day})(,? ${year})?`,
		({ groups: [name, from, to, rest = ''] }, { span }) =>
			span(`${name} ${from}${rest}`, `${name} ${to}${rest}`)
	),
	absolute(`[Ss]ince (?:last )?(${stated}|${weekday})`, ({ groups: [words] }, { since }) => since(words!)),
	absolute(`[Bb]y (${stated}|${weekday})`, ({ groups: [words] }, { by }) => by(words!)),
	absolute(
		`(?:[Uu]ntil|[Bb]efore|[Aa]s of|[Uu]p to) (${stated}|${weekday})`,
		({ groups: [words] }, { until }) => until(words!)
	),
	absolute(
		`(?:on )?(?:early |late )?(?:last|this past) (${weekday})(?: (?:morning|afternoon|evening|night))?`,
		({ groups: [words] }, { anchor }) =>
			weekdayValue(weekdays.indexOf(words!.toLowerCase()), anchor, 'before')
	),
	absolute(`(?:next|this coming) (${weekday})`, ({ groups: [words] }, { anchor }) =>
		weekdayValue(weekdays.indexOf(words!.toLowerCase()), anchor, 'after')
	),
	absolute(`(?:last|this past) (${monthNames})`, ({ groups: [words] }, { point }) => point(words!)),
	absolute(`(${stated})`, ({ groups: [words], before, after }, { point }) =>
		isLikely(words!, before, after) ? point(words!) : null
	),
	absolute(`(${weekday})(?: (?:morning|afternoon|evening|night))?`, ({ groups: [words] }, { point }) =>
		point(words!)
	),
	relative('earlier today|later today|today|this (?:morning|afternoon|evening)|tonight', (_, { anchor }) =>
		nearDay(0, anchor)
	),
	relative('yesterday(?: (?:morning|afternoon|evening))?', (_, { anchor }) => nearDay(-1, anchor)),
	relative('the day before yesterday', (_, { anchor }) => nearDay(-2, anchor)),
	relative('tomorrow', (_, { anchor }) => nearDay(1, anchor)),
	relative('overnight|last night', (_, { anchor }) => lastNight(anchor)),
	relative('(?:over )?(?:last |the |this |this past )weekend', (_, { anchor }) => lastWeekend(anchor)),
	relative('(?:earlier |later |early |late )?this (week|month|year)', ({ groups: [unit] }, { anchor }) =>
		nearUnit(0, unitOf(unit!), anchor)
	),
	relative(
		'(?:(?:early|late|earlier|in) )?(?:last|the previous) (week|month|year)',
		({ groups: [unit] }, { anchor }) => nearUnit(-1, unitOf(unit!), anchor)
	),
	relative('next (week|month|year)', ({ groups: [unit] }, { anchor }) => nearUnit(1, unitOf(unit!), anchor)),
	relative('last (spring|summer|autumn|winter)', ({ groups: [season] }, { point, anchor }) =>
		anchor
			? point(
					`${season} ${anchor.year - (anchor.month && anchor.month > 9 && season !== 'winter' ? 0 : 1)}`,
					true
				)
			: null
	),
	relative(
		`(?:about |around |some |nearly |more than |almost )?(${numbers}) (days?|weeks?|months?|years?) (?:ago|earlier|before)`,
		({ groups: [count, unit] }, { anchor }) => ago(numberOf(count!), unitOf(unit!), anchor)
	),
	relative(
		`(?:in|over|during|within|for) the (?:past|last|previous) (?:(${numbers}) )?(days?|weeks?|months?|years?)`,
		({ groups: [count, unit] }, { anchor }) =>
			count || !/s$/i.test(unit!)
				? lastUnits(numberOf(count ?? 'one'), unitOf(unit!), anchor)
				: recently(anchor)
	),
	relative(`(?:during|in|over) the (?:${numbers}) (?:days|weeks|months|years) since`, (_, { anchor }) =>
		recently(anchor)
	),
	relative(
		'(?:in|over|during) (?:the )?(?:recent|past|last) (?:few |several |couple of )?(?:days|weeks|months|years)|(?:in )?recent (?:days|weeks|months|years)|recently|recent|lately|(?:a few|several|some|many) (?:days|weeks|months|years) ago|of late',
		(_, { anchor }) => recently(anchor)
	),
	relative(
		'(?:on |that )?(?:the )?same (?:day|night|evening|morning)|later that day|that (?:day|night)',
		(_, { shift }) => shift(0)
	),
	relative(
		'(?:on )?the (?:next|following) (?:day|morning)|a day later|one day later|the day after',
		(_, { shift }) => shift(1)
	),
	relative('(?:on )?the (?:previous day|day before)|a day earlier|one day earlier', (_, { shift }) =>
		shift(-1)
	),
	relative('two days later', (_, { shift }) => shift(2)),
	relative('two days earlier', (_, { shift }) => shift(-2)),
	relative('three days later', (_, { shift }) => shift(3))
];

/** A bare month or year is a date only where the words around it say so: “may”, “2000 troops” and “March on” are none. */
function isLikely(words: string, before: string, after: string): boolean {
	const isPreposition =
		/(?:\b(?:in|since|of|by|until|till|from|during|last|next|early|late|mid|between|to|and|or|around|before|after|the|through|for|this|dated)|[-(])[ -]?$/i;
	if (isYear(words)) {
		if (
			/^[ -]?(?:people|men|troops|soldiers|fighters|civilians|km|kilomet|metres|meters|houses|families|rounds|of\b|dollars|percent|%)/.test(
				after
			)
		)
			return false;
		return /(?:\b(?:in|since|by|until|till|from|during|between|to|and|or|around|before|after|the|through|circa|mid)|[(])[ -]?$/i.test(
			before
		);
	}
	if (/^May$/.test(words)) return isPreposition.test(before) && !/^ (?:be|have|not|also)\b/.test(after);
	if (/^(?:Mar|Jan|Dec|Jun|Sep|Nov)[.,]?$/.test(words)) return isPreposition.test(before);
	if (/^March$/.test(words)) return !/^ (?:on|to|for|against)\b/.test(after) || isPreposition.test(before);
	return true;
}
