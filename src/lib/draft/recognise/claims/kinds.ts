/**
 * The verbs and nouns of each kind of claim, with how surely they say it: 3 a verb that says nothing else, 2 a noun or a
 * verb of several meanings, 1 a hint. Patterns in Arabic are for folded text.
 */
import type { ClaimKind } from '../../../geodata/vocabulary';

export interface KindWords {
	kind: ClaimKind;
	weight: number;
	english: RegExp;
	arabic: RegExp;
}

const english = (words: string) => new RegExp(`\\b(?:${words})`, 'iu');
/** Prefixes of Arabic verbs and nouns go before. */
const arabic = (words: string) => new RegExp(`(?<!\\p{L})(?:[وفبلك]|لل|ال|[وفبك]ال|س)?(?:${words})`, 'u');

/** Where two say the same of a sentence, the first is the likelier. */
export const kindWords: readonly KindWords[] = [
	{
		kind: 'demand',
		weight: 3,
		english: english(
			'demand(?:ed|s|ing)?\\b(?! for)|made the demand|appealed to|urged?\\b|urging|called (?:on|for)\\b|calls? (?:on|for) |requested\\b|asked (?:the |its |\\p{Lu})|ordered [\\p{L} -]{2,40} (?:to|out)\\b|informed [\\p{L} -]{2,40} of the need|ultimatum|gave [\\p{L} -]{2,40} (?:hours|days) to|told [\\p{L} -]{2,40} to (?:leave|withdraw|stop|hand)'
		),
		arabic: arabic('طالب|دعت?ا? (?:ال)?\\p{L}+ الي|دعا |دعت |امهل|ناشد|حث(?:ت)? ')
	},
	{
		kind: 'refusal',
		weight: 3,
		english: english(
			'refus(?:e[ds]?|al|ing)\\b|reject(?:s|ed|ion|ing)?\\b|(?:have|has|had) yet to comply|declined to|turned down|den(?:y|ied) access'
		),
		arabic: arabic('رفض|ترفض|يرفض|امتنع')
	},
	{
		kind: 'casualty',
		weight: 3,
		english: english(
			'killed\\b|killing\\b|wound(?:ed|ing)\\b|injur(?:ed|ing|ies)\\b|casualt(?:y|ies)\\b|died\\b|dead\\b|deaths?\\b|fatalit|lost [\\p{L}\\d ]{1,20}(?:men|soldiers|fighters)'
		),
		arabic: arabic('قتل|مقتل|قتيل|قتلي|جرح|جريح|اصيب|اصابه|ضحايا|استشهد|لقي')
	},
	{
		kind: 'strike',
		weight: 3,
		english: english(
			'(?:air|drone|missile|rocket|artillery|mortar)[ -]?(?:strikes?|raids?|attacks?|fire)\\b|strikes? (?:on|against|hit|destroyed|in)\\b|struck\\b|bomb(?:ed|ing|ardment|ings)\\b|shell(?:ed|ing)\\b|hit (?:an?|the|several|two|three|four)\\b|attack(?:ed|s)? (?:on|an?|the|against|by)\\b|targeted (?:an?|the|two|three|several)\\b|destroyed (?:an?|the|two|three|several|dozens)\\b|fired (?:\\p{L}+ ){0,3}(?:missiles|rockets|shells|mortars)'
		),
		arabic: arabic(
			'قصف|تقصف|يقصف|استهدف|تستهدف|غار(?:ه|ات)|ضرب(?:ه|ات|ت)|اطلق(?:ت|وا)? (?:صاروخ|صواريخ|قذائف)|هجوم|هاجم|هجمات|انفجار'
		)
	},
	{
		kind: 'withdrawal',
		weight: 3,
		english: english(
			'withdr[ae]w(?:al|n|s|ing)?\\b|pull(?:ed|s|ing)? (?:\\p{L}+ ){0,4}(?:out|back)\\b|pullout|retreat(?:ed|ing|s)?\\b|reduced (?:its|their) (?:forces|presence|troops)|lessen its|evacuat(?:ed|es|ing|ion)\\b|(?:will )?leave (?:by |\\p{Lu})|flown (?:home|out)\\b|vacated\\b|left (?:its|their|the) (?:base|positions?|camp)|abandoned (?:its|their|the) (?:base|positions?|camp|posts?)|handed over (?:the|its) (?:base|camp|positions?)'
		),
		arabic: arabic('انسح[اب]|تنسحب|ينسحب|اخل[تيوا]{1,2} |اخلاء|سحب(?:ت)? |غادر(?:ت)? ')
	},
	{
		kind: 'test',
		weight: 3,
		english: english(
			'tests? (?:on|of|near|at|a)\\b|tested\\b|test[- ]fir(?:ed|ing)|one test\\b|conducted tests?'
		),
		arabic: arabic('اختبر|اختبار|تجربه|جرب(?:ت)? ')
	},
	{
		kind: 'battle',
		weight: 2.5,
		english: english(
			'clash(?:es|ed)\\b|fighting\\b|battles?\\b|fought\\b|seiz(?:ed|ing|ure)\\b|captur(?:ed|ing)\\b|overr[ua]n\\b|recaptured|retook\\b|retaken\\b|re-?gain(?:ed)? control|took control of|ambush(?:ed|es)?\\b|storm(?:ed|ing)\\b|gunfight|advanc(?:ed|ing) (?:on|to|towards?|into)\\b|besieg(?:ed|ing)'
		),
		arabic: arabic('اشتبا?ك|معار?ك|سيطر(?:ت)? |استول|اقتحم|تقدم(?:ت)? |كمين|مواجهات|حاصر')
	},
	{
		kind: 'meeting',
		weight: 2.5,
		english: english(
			'meetings?\\b|met (?:with|in|at|\\p{Lu})|met with|talks\\b|visit(?:ed|s)?\\b|summit\\b|travel(?:l)?ed to\\b|hosted\\b|conference\\b(?! held by)'
		),
		arabic: arabic('اجتم[اع]|التق[تي]|لقاء|محادثات|زار(?:ت)? |زياره|قمه|استقبل|مباحثات')
	},
	{
		kind: 'agreement',
		weight: 2.5,
		english: english(
			'agreements?\\b|agreed (?:to|on|that)|accord\\b|pact\\b|signed (?:an?|the)\\b|ceasefire|truce\\b|deal (?:with|to|that|under)\\b'
		),
		arabic: arabic('اتفاق|اتفق|وقع(?:ت)? |هدنه|معاهده|مذكره')
	},
	{
		kind: 'storage',
		weight: 2.5,
		english: english(
			'stor(?:ed|es|ing|age)\\b|store ?houses?\\b|depots?\\b|warehouses?\\b|bunkers?\\b|stockpil|ammunition dump|arsenals?\\b'
		),
		arabic: arabic('مستودع|مخ[از]{1,2}ن|تخز[ين]{1,2}|خزن|يخزن|تخزن|ذخ(?:يره|ائر)')
	},
	{
		kind: 'production',
		weight: 2.5,
		english: english(
			'manufactur(?:ed?|es|ing)\\b|produc(?:ed|tion|es|ing)\\b|factor(?:y|ies)\\b|assembl(?:ed|es|ing|y line)|weapons plant|built (?:\\p{L}+[ -]){0,3}(?:missiles|drones|weapons|rockets)'
		),
		arabic: arabic('تصن[يع]{1,2}|صنع(?:ت)? |مصنع|انت[اج]{1,2} |معامل')
	},
	{
		kind: 'transfer',
		weight: 2.5,
		english: english(
			'transfer(?:red|s|ring)?\\b|shipments?\\b|shipp(?:ed|ing)\\b|smuggl|deliver(?:ed|y|ies|ing|s)?\\b|arriv(?:e|es|ed) (?:regularly |by sea |in |at |via |through )|convoys?\\b|suppl(?:ied|ies|ying) (?:\\p{L}+ ){0,3}(?:weapons|arms|missiles|drones|fuel|ammunition)|flown in\\b|unload'
		),
		arabic: arabic('نقل(?:ت)? |شحن|تهر[يب]{1,2}|سلم(?:ت)? |وصل(?:ت)? |قافله|امداد|افرغ')
	},
	{
		kind: 'headquarters',
		weight: 2.5,
		english: english('headquarter|hq\\b|command (?:centre|center|post)|operations room'),
		arabic: arabic('مقر|مقار|مركز قياده|غرفه عمليات')
	},
	{
		kind: 'deployment',
		weight: 2.5,
		english: english(
			'deploy(?:ed|s|ing|ment|ments)?\\b|reinforc(?:ed|ements?|ing)\\b|stationed\\b|garrisoned\\b|build-?up\\b|concentrated in\\b|sent (?:\\p{L}+ |\\d+ ){0,3}(?:forces|troops|fighters|advis[eo]rs|soldiers|tanks|jets|aircraft|ships)|(?:\\d[\\d,]*|hundreds of|dozens of|ground|some|around \\d+ \\p{L}+) (?:\\p{L}+ ){0,2}(?:troops|soldiers|personnel|fighters|advis[eo]rs|mercenaries)\\b|military presence|sent (?:\\p{L}+ ){1,6}(?:to|into) |moved (?:\\p{L}+ |\\d+ ){0,3}(?:tanks|artillery|forces|troops|units)|expanded air power|set up (?:\\p{L}+ ){0,2}(?:positions?|checkpoints?|posts?)|dug in\\b|massed\\b|positioned\\b|arrived (?:in|at)\\b|landed (?:in|at)\\b'
		),
		arabic: arabic('نشر(?:ت)? |انتش[ار]{1,2}|تمرك?ز|تعزيزات|ارسل(?:ت)? |حشد|دفعت? ب|عزز(?:ت)? |وحدات|جنود')
	},
	{
		kind: 'operation',
		weight: 2,
		english: english(
			'(?:began|begun|launched|started|opened) (?:\\p{L}+ ){0,4}(?:operations?|offensive|campaign|exercise|drills?|patrols?)|offensive\\b|air operations|military operations?\\b|exercises?\\b|drills?\\b|patrols?\\b|patrolled\\b|raid(?:ed|s)? |block(?:ed|ad\\p{L}+)\\b|roadblock'
		),
		arabic: arabic('عمليه عسكريه|عمليات|هجوم|حمله|مناورات|تدريبات|دوري(?:ه|ات)|مداهم')
	},
	{
		kind: 'base',
		weight: 2,
		english: english(
			'(?:air ?|naval |military |army |main |forward )?bases?\\b|garrisons?\\b|outposts?\\b|barracks\\b|naval facility|airfields?\\b|air ?strips?\\b|military (?:camp|positions?|site|airport)|camps?\\b (?:near|at|in)|regiment \\d'
		),
		arabic: arabic('قاعد(?:ه|ته)|قواعد|معسكر|ثكن|نقاط عسكريه|موقع عسكري|مواقع عسكريه|مطار|فوج')
	},
	{
		kind: 'administration',
		weight: 2,
		english: english(
			'administ(?:ers?|ered|ration of)|(?:authorities|officials) (?:managing|running)|controls?\\b(?! of the narrative)|controlled\\b|(?:have|has|had) held (?:it|the|on)\\b|held by\\b|governs?\\b|runs the\\b|rules the\\b|under the control'
		),
		arabic: arabic('تدير|يدير|تسيطر|يسيطر|خاضع|سيطره|اداره')
	},
	{
		kind: 'plan',
		weight: 1.5,
		english: english(
			'plan(?:s|ned|ning)\\b|strateg(?:y|ies)\\b|prepar(?:ed|ing|ations?)\\b|intends? to|joint (?:\\p{L}+[- ]){0,3}effort|first step in planning'
		),
		arabic: arabic('خط[هط]{1,2}|يخطط|تخطط|تعتزم|يعتزم|تستعد|استعداد')
	},
	{
		kind: 'tension',
		weight: 1.5,
		english: english(
			'tensions?\\b|rift\\b|distrust\\b|accus(?:ed|es|ing|ations?)\\b|dispute[ds]?\\b|standoff|threaten(?:ed|s|ing)?\\b'
		),
		arabic: arabic('توتر|خلاف|اتهم|اتهام|نزاع|هدد')
	},
	{
		kind: 'announcement',
		weight: 1.5,
		english: english('announc(?:ed|es|ing|ement)\\b|declar(?:ed|es|ing)\\b|unveil|confirmed\\b'),
		arabic: arabic('اعلن|اعلان|اكد|صرح')
	}
];
