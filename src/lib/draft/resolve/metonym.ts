/**
 * Whether the name of a capital means the government: “Damascus demanded”, “ties with Moscow”. It then says nothing of
 * where something was.
 */
import { foldText } from '../../base/foldText';

/** What a government does, and a city does not. */
const verbs =
	'accus|agree|aim|announce|appeal|approve|argue|ask|back|believe|blame|call|cancel|claim|condemn|consider|decide|' +
	'declare|declin|demand|den(?:y|i)|deploy|dispatch|expect|express|fear|hope|increase|insist|intend|invite|launch|' +
	'maintain|order|oppose|plan|pledge|press|propose|provide|react|reduce|refuse|reject|repl(?:y|i)|request|respond|' +
	'say|said|saw|see|seek|sought|send|sent|sign|suppl(?:y|i)|support|threaten|told|tell|tr(?:y|i)|urge|view|vow|want|' +
	'warn|welcome|withdr[ae]w|wish';
const acts = new RegExp(
	String.raw`^,?\s+(?:(?:has|have|had|would|will|also|now|still|once|again|then|later|never|repeatedly|reportedly) ){0,2}(?:${verbs})(?:e?s|e?d|ing|en|n)?\b`,
	'iu'
);
const allied = /^[-–](?:backed|led|aligned|allied|supported|sponsored|controlled)\b/iu;
const towards =
	/\b(?:ties|relations?|alliances?|agreements?|tensions?|talks|coordination|cooperation|dispute|deal|pact)\s+(?:with|between|to)\s+(?:\p{Lu}[\p{L}-]*\s+and\s+)?$/u;
const told = /\b(?:told|urged|asked|warned|accused|pressed|called on|demands? (?:of|from|by))\s+$/u;
const place = /\b(?:in|at|near|from|of|around|outside|over|to|towards?|through|into)\s+(?:the\s+)?$/iu;

/** In Arabic the verb stands before: لم تعلق دمشق، طالبت موسكو. Verbs of one who is a “she”, as cities are; folded. */
const verbsInArabic =
	'علقت|تعلق|اعلنت|تعلن|طالبت|تطالب|دعت|تدعو|ادانت|تدين|رفضت|ترفض|نفت|تنفي|قالت|تقول|اكدت|توكد|حذرت|تحذر|اتهمت|تتهم|' +
	'وافقت|توافق|ردت|ترد|دعمت|تدعم|اعتبرت|تعتبر|تري|سعت|تسعي|شددت|تشدد|انتقدت|تنتقد|ارسلت|ترسل|اعربت|تعرب|استنكرت|' +
	'تستنكر|نددت|تندد|هددت|تهدد|اصرت|تصر|تعهدت|تتعهد|اقترحت|تقترح|تريد|ارادت|وقعت|توقع';
const actsInArabic = new RegExp(`(?:^|[^\\p{L}])(?:[وف]|س)?(?:${verbsInArabic}) $`, 'u');

/** @param start and `end`: where the name of a capital stands */
export function isMetonym(text: string, start: number, end: number): boolean {
	const left = text.slice(Math.max(0, start - 60), start);
	if (/^\p{Script=Arabic}/u.test(text.slice(start, end))) return actsInArabic.test(foldText(left));
	const right = text.slice(end, end + 60);
	if (allied.test(right) || towards.test(left) || told.test(left)) return true;
	return acts.test(right) && !place.test(left);
}
