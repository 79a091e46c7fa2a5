/**
 * The words that records may use where the schema asks for one of a list, each with its name in English and
 * Arabic. The schema, the forms, the legend and the exports all read them here, so a word exists once.
 */

/** A name in the two languages of the interface. */
export interface Name {
	en: string;
	ar: string;
}

export type Vocabulary<Entry = Name> = Record<string, Entry>;

/** What sort of place it is. `sign` groups the kinds that share a shape on the map. */
export const placeKinds = {
	'air-base': { en: 'Air base', ar: 'قاعدة جوية', sign: 'air-base' },
	airport: { en: 'Airport', ar: 'مطار', sign: 'airport' },
	'naval-base': { en: 'Naval base', ar: 'قاعدة بحرية', sign: 'harbour' },
	port: { en: 'Port', ar: 'ميناء', sign: 'harbour' },
	garrison: { en: 'Garrison', ar: 'حامية عسكرية', sign: 'garrison' },
	'air-defence': { en: 'Air-defence site', ar: 'موقع دفاع جوي', sign: 'garrison' },
	positions: { en: 'Military positions', ar: 'مواقع عسكرية', sign: 'garrison' },
	plant: { en: 'Weapons plant', ar: 'منشأة تصنيع أسلحة', sign: 'store' },
	store: { en: 'Weapons store', ar: 'مستودع أسلحة', sign: 'store' },
	headquarters: { en: 'Headquarters', ar: 'مقر قيادة', sign: 'headquarters' },
	'meeting-place': { en: 'Meeting place', ar: 'مكان اجتماع', sign: 'event' },
	'event-place': { en: 'Place of an event', ar: 'مكان حدث', sign: 'event' },
	region: { en: 'Region', ar: 'منطقة', sign: 'area' },
	governorate: { en: 'Governorate', ar: 'محافظة', sign: 'area' },
	highway: { en: 'Highway', ar: 'طريق دولي', sign: 'line' },
	border: { en: 'Border', ar: 'حدود', sign: 'line' },
	city: { en: 'City', ar: 'مدينة', sign: 'area' },
	country: { en: 'Country', ar: 'دولة', sign: 'area' }
} as const satisfies Vocabulary<Name & { sign: string }>;

/** How a place is drawn. Nothing of `where_prec` 3 or more may be a point. */
export const drawnAs = {
	point: { en: 'Point', ar: 'نقطة' },
	ring: { en: 'Ring: somewhere inside', ar: 'دائرة: في مكان ما داخلها' },
	region: { en: 'Region', ar: 'منطقة' },
	line: { en: 'Line', ar: 'خط' },
	none: { en: 'Not drawn', ar: 'غير مرسوم' }
} as const satisfies Vocabulary;

/**
 * Precision of place after the UCDP Georeferenced Event Dataset codebook, variable `where_prec`.
 * https://ucdp.uu.se/downloads/ged/ged251.pdf
 */
export const precisions = {
	1: { en: 'The exact place is known', ar: 'المكان الدقيق معروف' },
	2: { en: 'Near a known place', ar: 'قرب مكان معروف' },
	3: { en: 'Within a district', ar: 'ضمن منطقة إدارية' },
	4: { en: 'Within a governorate', ar: 'ضمن محافظة' },
	5: { en: 'A larger or relative area', ar: 'منطقة أوسع أو محددة نسبيًا' },
	6: { en: 'Only the country is known', ar: 'الدولة فقط معروفة' },
	7: { en: 'At sea or in the air', ar: 'في البحر أو الجو' }
} as const satisfies Record<number, Name>;

/**
 * What kind of claim a report makes. A `presence` says what is there; an `event` says what happened, with its
 * PLOVER event type (https://osf.io/preprints/socarxiv/rm5dw).
 */
export const claimKinds = {
	base: { en: 'Operates a base', ar: 'تشغيل قاعدة', group: 'presence', plover: null },
	deployment: { en: 'Forces deployed', ar: 'انتشار قوات', group: 'presence', plover: null },
	headquarters: { en: 'Headquarters', ar: 'مقر قيادة', group: 'presence', plover: null },
	storage: { en: 'Stores weapons', ar: 'تخزين أسلحة', group: 'presence', plover: null },
	production: { en: 'Makes weapons', ar: 'تصنيع أسلحة', group: 'presence', plover: null },
	transfer: { en: 'Used for transfers', ar: 'استخدام للنقل', group: 'presence', plover: null },
	administration: { en: 'Runs the area', ar: 'إدارة المنطقة', group: 'presence', plover: null },
	strike: { en: 'Strike', ar: 'ضربة', group: 'event', plover: 'ASSAULT' },
	battle: { en: 'Battle', ar: 'معركة', group: 'event', plover: 'ASSAULT' },
	casualty: { en: 'Casualty', ar: 'إصابة', group: 'event', plover: 'ASSAULT' },
	test: { en: 'Weapons test', ar: 'تجربة سلاح', group: 'event', plover: 'MOBILIZE' },
	operation: { en: 'Start of operations', ar: 'بدء عمليات', group: 'event', plover: 'MOBILIZE' },
	meeting: { en: 'Meeting', ar: 'اجتماع', group: 'event', plover: 'CONSULT' },
	agreement: { en: 'Agreement', ar: 'اتفاق', group: 'event', plover: 'AGREE' },
	plan: { en: 'Joint plan', ar: 'خطة مشتركة', group: 'event', plover: 'COOPERATE' },
	announcement: { en: 'Announcement', ar: 'إعلان', group: 'event', plover: 'CONSULT' },
	demand: { en: 'Demand to withdraw', ar: 'مطالبة بالانسحاب', group: 'event', plover: 'REQUEST' },
	refusal: { en: 'Demand not met', ar: 'عدم الاستجابة لمطالبة', group: 'event', plover: 'REJECT' },
	withdrawal: { en: 'Withdrawal', ar: 'انسحاب', group: 'event', plover: 'RETREAT' },
	tension: { en: 'Tension between allies', ar: 'توتر بين حلفاء', group: 'event', plover: 'ACCUSE' }
} as const satisfies Vocabulary<Name & { group: 'presence' | 'event'; plover: string | null }>;

/** What is the matter with a report, a whole article or a position. Each comes with one sentence and a reference. */
export const caveatKinds = {
	disputed: { en: 'Disputed', ar: 'متنازع عليه' },
	ambiguous: { en: 'Ambiguous', ar: 'ملتبس' },
	overstated: { en: 'Overstated', ar: 'مبالغ فيه' },
	unsourced: { en: 'No source given', ar: 'بلا مصدر' },
	'date-corrected': { en: 'Date corrected', ar: 'تاريخ مصحح' },
	'date-inferred': { en: 'Date inferred', ar: 'تاريخ مستنتج' },
	'place-not-given': { en: 'Place not given', ar: 'المكان غير مذكور' },
	'source-misdescribed': { en: 'Source misdescribed', ar: 'وصف خاطئ للمصدر' },
	'number-conflict': { en: 'Numbers conflict', ar: 'تضارب في الأرقام' },
	'paraphrase-drift': { en: 'Meaning shifted in rewriting', ar: 'تغير المعنى عند إعادة الصياغة' },
	'same-site': { en: 'Same site under two names', ar: 'موقع واحد باسمين' },
	'two-places-one-name': { en: 'Two places, one name', ar: 'مكانان باسم واحد' },
	metonym: { en: 'A city name that means something else', ar: 'اسم مدينة يُقصد به غيرها' },
	'text-damage': { en: 'Damage in the text', ar: 'خلل في النص' },
	'not-a-strike-here': { en: 'Not a strike on this place', ar: 'ليست ضربة على هذا المكان' },
	inconsistent: { en: 'The article disagrees with itself', ar: 'المقال يناقض نفسه' },
	author: { en: 'Question about the author', ar: 'تساؤل حول الكاتب' }
} as const satisfies Vocabulary;

/** How the article says that it knows. */
export const attributions = {
	attributed: { en: 'Attributed in the text', ar: 'منسوب في النص' },
	hearsay: { en: 'Attributed, second hand', ar: 'منسوب، نقلًا عن الغير' },
	unattributed: { en: 'Taken over without naming the source', ar: 'منقول بلا ذكر المصدر' },
	unsourced: { en: 'The author’s own statement, no source', ar: 'قول الكاتب بلا مصدر' },
	mixed: { en: 'Partly attributed', ar: 'منسوب جزئيًا' }
} as const satisfies Vocabulary;

/** How two places are tied together. Always said from both sides. */
export const relationKinds = {
	same: { en: 'The same place under another name', ar: 'المكان نفسه باسم آخر' },
	'probably-same': { en: 'Probably one place', ar: 'مكان واحد على الأرجح' },
	confusable: { en: 'May have been confused', ar: 'ربما حصل خلط بينهما' },
	nearby: { en: 'Close by', ar: 'قريب' }
} as const satisfies Vocabulary;

/** Why a report has no place on the map. */
export const unmappedScopes = {
	country: { en: 'Country-wide', ar: 'على مستوى الدولة' },
	foreign: { en: 'Outside the map’s region', ar: 'خارج منطقة الخريطة' },
	city: { en: 'A city, no site in it', ar: 'مدينة دون موقع محدد' },
	none: { en: 'No place named', ar: 'لم يُذكر مكان' }
} as const satisfies Vocabulary;

/** What a place name in a passage stands for. */
export const mentionSenses = {
	literal: { en: 'the place', ar: 'المكان' },
	metonym: { en: 'a government', ar: 'حكومة' },
	ambiguous: { en: 'unclear which place', ar: 'مكان غير واضح' }
} as const satisfies Vocabulary;

/** What sort of link in a chain of sources it is. */
export const sourceKinds = {
	'unnamed-person': { en: 'unnamed person', ar: 'شخص لم يُسمَّ' },
	'unnamed-officials': { en: 'unnamed officials', ar: 'مسؤولون لم يُسمَّوا' },
	person: { en: 'person', ar: 'شخص' },
	statement: { en: 'statement', ar: 'بيان' },
	documents: { en: 'documents', ar: 'وثائق' },
	agency: { en: 'news agency', ar: 'وكالة أنباء' },
	newspaper: { en: 'newspaper', ar: 'صحيفة' },
	website: { en: 'website', ar: 'موقع إلكتروني' }
} as const satisfies Vocabulary;

/** Hues of actors. Their values in light and dark are in `lib/map/style/palette.ts`; a sub-actor has its parent's hue. */
export const hues = [
	'rose',
	'green',
	'sand',
	'indigo',
	'cyan',
	'teal',
	'olive',
	'purple',
	'wine',
	'grey'
] as const;

export type PlaceKind = keyof typeof placeKinds;
export type Sign = (typeof placeKinds)[PlaceKind]['sign'];
export type DrawnAs = keyof typeof drawnAs;
export type ClaimKind = keyof typeof claimKinds;
export type CaveatKind = keyof typeof caveatKinds;
export type Attribution = keyof typeof attributions;
export type RelationKind = keyof typeof relationKinds;
export type UnmappedScope = keyof typeof unmappedScopes;
export type MentionSense = keyof typeof mentionSenses;
export type SourceKind = keyof typeof sourceKinds;
export type Hue = (typeof hues)[number];

/** The keys of a vocabulary, typed as a tuple so that a schema can be made of them. */
export function keysOf<K extends string>(vocabulary: Record<K, unknown>): [K, ...K[]] {
	return Object.keys(vocabulary) as [K, ...K[]];
}
