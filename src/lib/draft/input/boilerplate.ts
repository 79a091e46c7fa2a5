/**
 * Lines that stand on the pages of articles and are no part of them. Of a page they are left out, of pasted text they
 * are offered to be. They are known by their words in English, Arabic and French; nothing of it is ever shown.
 */
import type { Omission, OmissionReason } from './article';

/** Longer lines are words of the article. */
const longestLine = 300;
/** Titles that may follow a heading such as “Related articles”. */
const mostTitles = 8;
const wordsOfTitle = 18;
const longestTitle = 150;

const networks =
	'facebook|twitter|x|whats ?app|telegram|linked ?in|reddit|pinterest|instagram|tumblr|viber|messenger|email|e-mail|print|pdf|' +
	'copy link|copy|link|save|listen|share|tweet|pin it|post|partager|imprimer|فيسبوك|تويتر|واتساب|تلغرام|تيليغرام|لينكد ?إن|طباعة|نسخ الرابط|مشاركة|شارك';

const headings =
	/^(?:(?:related|more|recommended|popular|trending|latest|similar) (?:articles?|stories|news|posts?|topics?|content|coverage|reading)|related|most (?:read|popular|viewed|shared)|read (?:more|next|also)|see also|also read|trending(?: now)?|you (?:may|might) also (?:like|be interested in)|editor(?:’|')?s?(?:’|')? picks?|(?:à )?lire aussi|sur le même sujet|articles liés|les plus lus|اقر[أا] (?:أيضا|ايضا|المزيد)|مواضيع (?:ذات صلة|مشابهة|متعلقة)|(?:أخبار|مقالات) ذات صلة|الأكثر (?:قراءة|مشاهدة)|قد يعجبك أيضا|ذات صلة) ?:?$/;
const related =
	/^(?:related(?: (?:article|story|coverage|news))?s? ?[:|]|read (?:more|next|also) ?[:|]|(?:see|read) also ?[:|]?|also read ?[:|]?|more (?:on|from|about) (?:this|the|our)|more ?:|click here (?:for|to)|(?:à )?lire aussi ?:?|اقر[أا] (?:أيضا|ايضا|المزيد)|طالع أيضا|شاهد أيضا)(?: ?:)?(?: |$)/;

/** Patterns are matched to lines in lower case, with one space between words and without Arabic vowel signs. */
const patterns: readonly (readonly [OmissionReason, RegExp])[] = [
	[
		'share',
		new RegExp(
			`^(?:(?:share|tweet|post|send|partagez?|شارك(?:ها|ه)?|مشاركة)(?: (?:this|the|on|via|by|to|with|article|story|page|friends?|cet|sur|l['’]article|على|عبر|المقال|الخبر))*[ :]*)?(?:[ ,|/·•]*(?:${networks})(?=[ ,|/·•]|$))*(?: \\d+)?$`
		)
	],
	[
		'share',
		/^(?:follow|find|join|like|connect with) (?:us|me|our)(?: |$)|^تابعونا|^تابعنا|^suivez-nous|^\d+ (?:shares?|views?|likes?|tweets?)$/
	],
	['related', headings],
	['related', related],
	[
		'cookies',
		/^(?:we|our|this|by|to|the|please|nous|ce site|en poursuivant|نحن|يستخدم|نستخدم|باستخدام).{0,200}(?:cookies?|ملفات تعريف الارتباط|الكوكيز)|^(?:accept|reject|allow|manage|tout accepter|قبول|رفض).{0,20}(?:cookies?|all|الكل)$|^(?:cookies? (?:policy|settings|preferences|notice)|privacy (?:policy|settings))$/
	],
	[
		'newsletter',
		/^(?:sign up|subscribe|get our|register (?:now|for)|join our|enter your e-?mail|abonnez-vous|inscrivez-vous|اشترك(?:وا)?|سجل) ?(?:now|to|for|in|here|free|newsletter|today|à|في|الآن|.{0,60}(?:newsletter|newsletters|inbox|email|e-mail|alerts?|النشرة|بريدك).{0,40})?[.!]?$/
	],
	[
		'advertisement',
		/^(?:advertisement|advertisements|advert|ad|ads|sponsored(?: content| by.{0,40})?|promoted(?: content)?|story continues below(?: advertisement)?|continue reading(?: below)?|article continues (?:below|after).{0,40}|scroll to continue.{0,30}|publicité|إعلان|إعلانات)$/
	],
	[
		'comments',
		/^(?:(?:\d+|no) )?(?:comments?|replies|commentaires?|تعليقات?|التعليقات)(?: ?\(?\d+\)?)?$|^(?:leave|post|add|write) a (?:comment|reply)|^(?:log|sign) in to (?:comment|reply)|^(?:اترك|أضف) تعليق/
	],
	[
		'copyright',
		/^(?:©|\(c\)|copyright(?: |$)|all rights reserved|tous droits réservés|(?:جميع |كل )?(?:ال)?حقوق.{0,20}محفوظة)/
	],
	[
		'menu',
		/^(?:skip to|jump to|go to) (?:the )?(?:main |page )?(?:content|navigation|menu|search|footer)$|^(?:menu|search|home|log in|sign in|login|back to top|open menu|close|القائمة|بحث|الرئيسية)$/
	]
];

/** Of each line, why it may be left out; undefined where it is part of the article. */
export function boilerplateLines(lines: readonly string[]): (OmissionReason | undefined)[] {
	const reasons: (OmissionReason | undefined)[] = [];
	let titles = 0;
	for (const line of lines) {
		const plain = plainLine(line);
		const reason = reasonOf(plain);
		// Pages end paragraphs with a point, and titles of other articles without.
		const isTitle = titles > 0 && plain !== '' && isLikeTitle(plain);
		reasons.push(reason ?? (isTitle ? 'related' : undefined));
		if (reason === 'related' && headings.test(plain)) titles = mostTitles;
		else if (reason === undefined) titles = isTitle ? titles - 1 : plain === '' ? titles : 0;
	}
	return reasons;
}

/** What of a text may be left out: whole lines, each with the line end behind it. Nothing is cut by this. */
export function suggestOmissions(text: string): Omission[] {
	const lines = linesOf(text);
	const reasons = boilerplateLines(lines);
	const found: Omission[] = [];
	let start = 0;
	for (const [at, line] of lines.entries()) {
		const [reason, last, end] = [reasons[at], found.at(-1), start + line.length];
		if (reason && last?.end === start && last.reason === reason) last.end = end;
		else if (reason) found.push({ start, end, reason });
		start = end;
	}
	return found;
}

/** Each with the line end behind it. */
function linesOf(text: string): string[] {
	const lines: string[] = [];
	let start = 0;
	for (const { 0: end, index } of text.matchAll(/\r\n?|\n/g)) {
		lines.push(text.slice(start, index + end.length));
		start = index + end.length;
	}
	return [...lines, text.slice(start)];
}

function plainLine(line: string): string {
	if (line.length > longestLine) return line.slice(0, longestLine + 1);
	return line
		.replace(/[\u064b-\u0652\u0640\u200b-\u200f\ufeff]/g, '')
		.replace(/[\s\u00a0]+/g, ' ')
		.trim()
		.toLowerCase();
}

function reasonOf(plain: string): OmissionReason | undefined {
	if (plain === '' || plain.length > longestLine) return undefined;
	return patterns.find(([, pattern]) => pattern.test(plain))?.[0] ?? (isMenu(plain) ? 'menu' : undefined);
}

/** “Home | World | Middle East”: at least four short names in a row. */
function isMenu(plain: string): boolean {
	const names = plain.split(/[|›»·•]/);
	return names.length > 3 && names.every((name) => name.trim().split(' ').length <= 3);
}

function isLikeTitle(plain: string): boolean {
	return (
		plain.length <= longestTitle &&
		!/[.!?؟۔…:]["”’»)]*$/.test(plain) &&
		plain.split(' ').length <= wordsOfTitle
	);
}
