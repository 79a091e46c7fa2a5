/** Who says it: “according to”, “said”, “told”, “reported”, in English and Arabic; and what is between quotation marks. */
import { folded } from './folded';
import { disjoint, longestOf, type Span } from './span';

/** Words that say from whom a text has what it says. */
export interface Attribution extends Span {
	/** The words for the source alone: “a senior US official”. */
	source: Span & { text: string };
	/** Whether they only pass it on (“reportedly”, “sources said”), with no one named. */
	isHearsay: boolean;
}

const verbs =
	'said|says|say|told|reported|reports|stated|states|announced|confirmed|claimed|claims|added|wrote|quoted|cited|declared|alleged|asserted|revealed|disclosed|acknowledged|noted|warned|denied|insisted|testified|tweeted|posted';
const name =
	"(?:(?:al-|el-)?\\p{Lu}[\\p{L}\\p{N}’'-]{0,40}|(?:\\p{Lu}\\.){1,4}|(?:Gen|Maj|Lt|Col|Brig|Capt|Dr|Mr|Mrs|Ms)\\.)";
const article =
	'(?:an?|the|one of the|two|three|several|some|its|their|his|her|another|local|senior|other|many)';
const noun =
	'(?:officials?|sources?|residents?|witness(?:es)?|officers?|commanders?|spokes(?:man|woman|person|people)|ministry|minister|military|army|police|government|agency|newspaper|daily|monitors?|monitoring group|group|report(?:er|ers)?|statement|media|television|tv|outlet|analysts?|experts?|diplomats?|activists?|medics?|doctors?|governor|mayor|president|authorities|organi[sz]ation|observatory|channel|broadcaster|radio|command|reports|documents|images|imagery|journalists?|villagers?|survivors?|fighters?|rebels?|aid workers?|chief|leader|junta|presidency|cent(?:er|re)|institute|groups?|people)(?![\\p{L}])';
/** “a senior US official”, “The Washington Post”, “Sudan’s Ministry of Defence”, “the London-based Arabic daily”. */
const someone = `(?:(?:(?:${article} ){1,3}(?:[\\p{L}\\p{N}’'-]+ ){0,4}?${noun}(?: (?:of|in|from|for|with|at|on) (?:the )?(?:[\\p{L}’'-]+ ){0,2}?${name}(?: ${name}){0,4})?)|(?:[Tt]he )?(?:${name} ){0,5}(?:(?:of|for|and|al|de) (?:the )?)?${name}(?: (?:[\\p{Ll}-]+ ){0,2}${noun})?|(?:[\\p{Ll}-]+ )?${noun})`;

/** “A baker in Tyre said”: anyone with an article. */
const anyone = `(?:(?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Tt]he) (?:[\\p{Ll}-]+ ){0,2}[\\p{Ll}-]+(?: (?:in|of|from|at|near) ${name}(?: ${name}){0,4}(?: [\\p{Ll}-]+)?)?)`;
const edge = '(?<![\\p{L}\\p{N}])';
const cites =
	/(?<![\p{L}])(?:[Aa]ccording to|as (?:reported|quoted|cited|stated) by|[Cc]iting|[Qq]uoting)(?= )/gu;
const speaks = new RegExp(`(?<![\\p{L}])(?:${verbs})(?![\\p{L}])`, 'gu');
const someoneAfter = new RegExp(`^ (?<who>${someone})`, 'u');
const someoneEnding = new RegExp(`^ (?<who>${someone})(?=[,.”"]|$)`, 'u');
const someoneBefore = new RegExp(
	`${edge}(?<who>${someone}),? (?:who [^,.]{3,60},? )?(?:(?:has|have|had|also|later|further|then) ){0,3}$`,
	'u'
);
const anyoneBefore = new RegExp(`${edge}(?<who>${anyone}) (?:(?:has|have|had|also|later) )?$`, 'u');
/** So far from a verb its speaker may stand, in UTF-16 units. */
const reach = 140;
const hearsay =
	/(?<![\p{L}])(?:reportedly|allegedly|reports (?:have|said|say|suggest)(?: (?!that)\p{L}+){0,3}|rumou?rs?|it is (?:said|reported|believed)|is said to|are said to|were said to)(?![\p{L}])/giu;
/** No one who speaks: “It said” and “they said” name nobody, and a weekday is nobody. */
const nobody =
	/^(?:It|He|She|They|We|I|You|That|This|Which|Who|What|There|As|But|And|In|On|At|Of|The|A|An|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$|^(?:On|In|At|By|After|Before|Since)\b/;

const arabicPatterns = [
	'(?:بحسب|حسب|وفقا ل|وفق|نقلا عن|استنادا الي) ?(?<who>(?:ال|ل)?\\p{L}+(?: \\p{L}+){0,3})',
	'(?<![\\p{L}])[وف]?(?:قال(?:ت)?|اعلن(?:ت)?|افاد(?:ت)?|ذكر(?:ت)?|اكد(?:ت)?|اوضح(?:ت)?|صرح(?:ت)?|اضاف(?:ت)?|كشف(?:ت)?|نفي|نفت|نقلت) (?:ل?\\p{L}+ عن )?(?<who>(?!ان |عن )\\p{L}+(?: (?!ان )\\p{L}+){0,3})'
].map((pattern) => new RegExp(pattern, 'gu'));
const arabicStop =
	/ (?:ان|انه|انها|انهم|عن|في|علي|من|الي|يوم|امس|اليوم|خلال|بعد|قبل|بان|التي|الذي|مساء|صباح|فجر|مع)(?: .*)?$/u;

/** The attributions of a text, in its order. */
export function findAttributions(text: string): Attribution[] {
	const found: Attribution[] = [];
	for (const { 0: words, index } of text.matchAll(cites)) {
		const who = someoneAfter.exec(text.slice(index + words.length, index + words.length + reach))?.groups!
			.who;
		if (who) found.push(attribution(index, index + words.length + 1, who));
	}
	for (const { 0: verb, index } of text.matchAll(speaks)) found.push(...speakerOf(text, verb, index));
	for (const { 0: words, index } of text.matchAll(hearsay)) {
		const span = { start: index, end: index + words.length };
		found.push({ ...span, source: { ...span, text: words }, isHearsay: true });
	}
	if (/\p{Script=Arabic}/u.test(text)) found.push(...inArabic(text));
	return disjoint(found);
}

/** Who speaks: before the verb, or after it (“said the director”); else whom something was told. */
function speakerOf(text: string, verb: string, index: number): Attribution[] {
	const end = index + verb.length;
	const before = text
		.slice(Math.max(0, index - reach), index)
		.split('\n')
		.at(-1)!;
	const after = text.slice(end, end + reach);
	const isBefore = (pattern: RegExp) => {
		const match = pattern.exec(before);
		const who = match?.groups!.who;
		if (!match || !who || nobody.test(who)) return null;
		// “Speaking in Cairo, said”: the place does not speak.
		if (/^\p{Lu}/u.test(who) && /\b(?:in|at|from|near|of)[ \u00a0]$/.test(before.slice(0, match.index)))
			return null;
		const start = index - before.length + match.index;
		return { ...attribution(start, start, who), end };
	};
	const speaker = isBefore(someoneBefore);
	if (speaker) return [speaker];
	const isSaid = /^(?:said|says|told|reported|added|stated)$/.test(verb);
	const follower = isSaid ? someoneEnding.exec(after)?.groups!.who : undefined;
	if (follower && verb !== 'told') return [attribution(index, end + 1, follower)];
	const other = /^(?:said|says|say|told)$/.test(verb) ? isBefore(anyoneBefore) : null;
	if (other) return [other];
	const told = verb === 'told' ? someoneAfter.exec(after)?.groups!.who : undefined;
	return told ? [attribution(index, end + 1, told)] : [];
}

function attribution(start: number, from: number, who: string): Attribution {
	const source = { start: from, end: from + who.length, text: who };
	const isHearsay = /^(?:some )?(?:local )?(?:sources|reports|residents)$/i.test(who);
	return { start: Math.min(start, from), end: source.end, source, isHearsay };
}

function inArabic(text: string): Attribution[] {
	const { text: plain, spanOf } = folded(text);
	return arabicPatterns.flatMap((pattern) =>
		[...plain.matchAll(pattern)].map(({ 0: words, index, groups }) => {
			const who = groups!.who!.replace(arabicStop, '');
			const start = index + words.lastIndexOf(groups!.who!);
			const source = spanOf({ start, end: start + who.length });
			return {
				...spanOf({ start: index, end: start + who.length }),
				source: { ...source, text: text.slice(source.start, source.end) },
				isHearsay: /^مصادر|^مصدر$/.test(who)
			};
		})
	);
}

const marks: readonly (readonly [string, string])[] = [
	['“', '”'],
	['«', '»'],
	['"', '"'],
	['„', '“']
];

/** What stands between quotation marks of one paragraph, without the marks; a word or two are a term and no speech. */
export function findSpeech(text: string): Span[] {
	const found = marks.flatMap(([open, close]) =>
		[...text.matchAll(new RegExp(`${open}([^${open}${close}\\n]{12,1200})${close}`, 'gu'))].map(
			({ 1: words, index }) => ({
				start: index + 1,
				end: index + 1 + words!.length
			})
		)
	);
	return longestOf(found).filter(({ start, end }) => text.slice(start, end).trim().split(/\s+/).length > 2);
}
