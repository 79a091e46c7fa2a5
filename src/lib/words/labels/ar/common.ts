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
	disputed: 'متنازع عليه',
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
	unmappedScopes: {
		country: 'على مستوى الدولة',
		foreign: 'خارج منطقة الخريطة',
		city: 'مدينة دون موقع محدد',
		none: 'لم يُذكر مكان'
	}
};
