/** What actors did or had, by a report: the longest of the vocabularies, and one that only the evidence needs. */
import type { Name, Vocabulary } from './vocabulary';

/**
 * What a report says that an actor did, was or had. `part` decides what the map shows: an actor that is
 * `present`, `acted` or was `affected` at the place gets a mark there; one that is only `named` (as a recipient,
 * a threat, a source) is read in the panel and gets none. Arabic has nouns, which fit an actor of either gender.
 */
export const roles = {
	operates: { en: 'operates it', ar: 'تشغيل المكان', part: 'present' },
	deployed: { en: 'has forces there', ar: 'قوات في المكان', part: 'present' },
	headquartered: { en: 'has a headquarters there', ar: 'مقر قيادة في المكان', part: 'present' },
	'holds-positions': { en: 'holds positions', ar: 'التمركز في مواقع', part: 'present' },
	stores: { en: 'stores weapons', ar: 'تخزين أسلحة', part: 'present' },
	produces: { en: 'makes and stores weapons', ar: 'تصنيع أسلحة وتخزينها', part: 'present' },
	shares: { en: 'shares the facility', ar: 'المشاركة في المنشأة', part: 'present' },
	transfers: { en: 'brings weapons through', ar: 'نقل أسلحة عبر المكان', part: 'present' },
	uses: { en: 'uses it', ar: 'استخدام المكان', part: 'present' },
	partner: { en: 'is the partner on the ground', ar: 'شراكة على الأرض', part: 'present' },
	administers: { en: 'runs the area', ar: 'إدارة المنطقة', part: 'present' },
	stronghold: { en: 'has its stronghold there', ar: 'معقل في المكان', part: 'present' },
	struck: { en: 'struck', ar: 'تنفيذ ضربة', part: 'acted' },
	tested: { en: 'tested a weapon', ar: 'اختبار سلاح', part: 'acted' },
	met: { en: 'took part in a meeting', ar: 'المشاركة في اجتماع', part: 'acted' },
	demanded: { en: 'demanded a withdrawal', ar: 'تقديم مطالبة بالانسحاب', part: 'acted' },
	announced: { en: 'announced', ar: 'إعلان', part: 'acted' },
	attacked: { en: 'attacked', ar: 'شن هجوم', part: 'acted' },
	fought: { en: 'fought', ar: 'المشاركة في القتال', part: 'acted' },
	pressed: { en: 'put pressure on the area', ar: 'الضغط على المنطقة', part: 'acted' },
	withdrew: { en: 'withdrew forces', ar: 'سحب قوات', part: 'acted' },
	planned: { en: 'made plans', ar: 'وضع خطط', part: 'acted' },
	refused: { en: 'had not met the demand', ar: 'عدم الاستجابة للمطالبة', part: 'acted' },
	hit: { en: 'was hit', ar: 'التعرض للضرب', part: 'affected' },
	casualty: { en: 'had casualties', ar: 'سقوط ضحايا', part: 'affected' },
	host: { en: 'was the host', ar: 'الاستضافة', part: 'named' },
	recipient: { en: 'was to receive the weapons', ar: 'الجهة الموجهة إليها الأسلحة', part: 'named' },
	threat: { en: 'was named as a possible attacker', ar: 'جهة ذُكرت كمهاجم محتمل', part: 'named' },
	target: { en: 'was the target of a demand or plan', ar: 'هدف لمطلب أو خطة', part: 'named' },
	nearby: { en: 'is nearby', ar: 'وجود في الجوار', part: 'named' },
	supported: { en: 'was supported', ar: 'تلقي الدعم', part: 'named' },
	source: { en: 'is the source', ar: 'المصدر', part: 'named' },
	beneficiary: { en: 'stood to benefit', ar: 'جهة كانت ستستفيد', part: 'named' }
} as const satisfies Vocabulary<Name & { part: 'present' | 'acted' | 'affected' | 'named' }>;

export type Role = keyof typeof roles;
