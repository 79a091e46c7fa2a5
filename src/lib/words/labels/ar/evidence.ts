/** Labels in Arabic that only the evidence needs. */
import type { EvidenceLabels } from '../en/evidence';

export const evidence: EvidenceLabels = {
	/** Nouns, which fit an actor of either gender. */
	roles: {
		operates: 'تشغيل المكان',
		deployed: 'قوات في المكان',
		headquartered: 'مقر قيادة في المكان',
		'holds-positions': 'التمركز في مواقع',
		stores: 'تخزين أسلحة',
		produces: 'تصنيع أسلحة وتخزينها',
		shares: 'المشاركة في المنشأة',
		transfers: 'نقل أسلحة عبر المكان',
		uses: 'استخدام المكان',
		partner: 'شراكة على الأرض',
		administers: 'إدارة المنطقة',
		stronghold: 'معقل في المكان',
		struck: 'تنفيذ ضربة',
		tested: 'اختبار سلاح',
		met: 'المشاركة في اجتماع',
		demanded: 'تقديم مطالبة بالانسحاب',
		announced: 'إعلان',
		attacked: 'شن هجوم',
		fought: 'المشاركة في القتال',
		pressed: 'الضغط على المنطقة',
		withdrew: 'سحب قوات',
		planned: 'وضع خطط',
		refused: 'عدم الاستجابة للمطالبة',
		hit: 'التعرض للضرب',
		casualty: 'سقوط ضحايا',
		host: 'الاستضافة',
		recipient: 'الجهة الموجهة إليها الأسلحة',
		threat: 'جهة ذُكرت كمهاجم محتمل',
		target: 'هدف لمطلب أو خطة',
		nearby: 'وجود في الجوار',
		supported: 'تلقي الدعم',
		source: 'المصدر',
		beneficiary: 'جهة كانت ستستفيد'
	},
	precisions: {
		'1': 'المكان الدقيق معروف',
		'2': 'قرب مكان معروف',
		'3': 'ضمن منطقة إدارية',
		'4': 'ضمن محافظة',
		'5': 'منطقة أوسع أو محددة نسبيًا',
		'6': 'الدولة فقط معروفة',
		'7': 'في البحر أو الجو'
	},
	relationKinds: {
		same: 'المكان نفسه باسم آخر',
		'probably-same': 'مكان واحد على الأرجح',
		confusable: 'ربما حصل خلط بينهما',
		nearby: 'قريب'
	},
	drawnAs: {
		point: 'نقطة',
		ring: 'دائرة: في مكان ما داخلها',
		region: 'منطقة',
		line: 'خط',
		none: 'غير مرسوم'
	},
	matters: { place: 'أين', date: 'متى', what: 'ماذا حدث', reading: 'ما تعنيه الكلمات' },
	columns: {
		reported: 'ما ورد',
		unclear: 'ما يلتبس فيه',
		against: 'ما يخالفه',
		elsewhere: 'ما ورد عن المكان الآخر',
		otherDate: 'ورد بتاريخ آخر'
	},
	/** After “باتجاه”. */
	compass: {
		n: 'الشمال',
		ne: 'الشمال الشرقي',
		e: 'الشرق',
		se: 'الجنوب الشرقي',
		s: 'الجنوب',
		sw: 'الجنوب الغربي',
		w: 'الغرب',
		nw: 'الشمال الغربي'
	}
};
