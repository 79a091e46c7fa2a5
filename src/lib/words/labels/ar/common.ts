/** Labels in Arabic that many pages need at once. */
import type { CommonLabels } from '../en/common';

export const common: CommonLabels = {
	comma: '، ',
	semicolon: '؛ ',
	when: {
		about: (date) => `نحو ${date}`,
		uncertain: (date) => `${date} (غير مؤكد)`,
		by: (date) => `بحلول ${date}`,
		since: (date) => `منذ ${date}`,
		sinceUnknownEnd: (date) => `منذ ${date}، والنهاية غير معروفة`,
		unknown: 'التاريخ غير معروف',
		years: (first, last) => `في وقت ما بين ${first} و${last}`,
		missing: {
			month: (date) => `${date}، الشهر غير معروف`,
			day: (date) => `${date}، اليوم غير معروف`
		}
	},
	seasons: { 21: 'ربيع', 22: 'صيف', 23: 'خريف', 24: 'شتاء' },
	placeKinds: {
		'air-base': 'قاعدة جوية',
		airport: 'مطار',
		'naval-base': 'قاعدة بحرية',
		port: 'ميناء',
		garrison: 'حامية عسكرية',
		'air-defence': 'موقع دفاع جوي',
		positions: 'مواقع عسكرية',
		plant: 'منشأة تصنيع أسلحة',
		store: 'مستودع أسلحة',
		headquarters: 'مقر قيادة',
		'meeting-place': 'مكان اجتماع',
		'event-place': 'مكان حدث',
		region: 'منطقة',
		governorate: 'محافظة',
		highway: 'طريق دولي',
		border: 'حدود',
		city: 'مدينة',
		country: 'دولة'
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
	claimKinds: {
		base: 'تشغيل قاعدة',
		deployment: 'انتشار قوات',
		headquarters: 'مقر قيادة',
		storage: 'تخزين أسلحة',
		production: 'تصنيع أسلحة',
		transfer: 'استخدام للنقل',
		administration: 'إدارة المنطقة',
		strike: 'ضربة',
		battle: 'معركة',
		casualty: 'إصابة',
		test: 'تجربة سلاح',
		operation: 'بدء عمليات',
		meeting: 'اجتماع',
		agreement: 'اتفاق',
		plan: 'خطة مشتركة',
		announcement: 'إعلان',
		demand: 'مطالبة بالانسحاب',
		refusal: 'عدم الاستجابة لمطالبة',
		withdrawal: 'انسحاب',
		tension: 'توتر بين حلفاء'
	},
	caveatKinds: {
		disputed: 'متنازع عليه',
		ambiguous: 'ملتبس',
		overstated: 'مبالغ فيه',
		unsourced: 'بلا مصدر',
		'date-corrected': 'تاريخ مصحح',
		'date-inferred': 'تاريخ مستنتج',
		'place-not-given': 'المكان غير مذكور',
		'source-misdescribed': 'وصف خاطئ للمصدر',
		'number-conflict': 'تضارب في الأرقام',
		'paraphrase-drift': 'تغير المعنى عند إعادة الصياغة',
		'same-site': 'موقع واحد باسمين',
		'two-places-one-name': 'مكانان باسم واحد',
		metonym: 'اسم مدينة يُقصد به غيرها',
		'text-damage': 'خلل في النص',
		'not-a-strike-here': 'ليست ضربة على هذا المكان',
		inconsistent: 'المقال يناقض نفسه',
		author: 'تساؤل حول الكاتب'
	},
	unmappedScopes: {
		country: 'على مستوى الدولة',
		foreign: 'خارج منطقة الخريطة',
		city: 'مدينة دون موقع محدد',
		none: 'لم يُذكر مكان'
	}
};
