/** Labels in Arabic of what speaks against a report. */
import type { DoubtLabels } from '../en/doubts';

export const doubts: DoubtLabels = {
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
	}
};
