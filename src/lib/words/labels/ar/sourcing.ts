/** Labels in Arabic of who says a thing, and of what a name in a passage stands for. */
import type { SourcingLabels } from '../en/sourcing';

export const sourcing: SourcingLabels = {
	attributions: {
		attributed: 'منسوب في النص',
		hearsay: 'منسوب، نقلًا عن الغير',
		unattributed: 'منقول بلا ذكر المصدر',
		unsourced: 'قول الكاتب بلا مصدر',
		mixed: 'منسوب جزئيًا'
	},
	sourceKinds: {
		'unnamed-person': 'شخص لم يُسمَّ',
		'unnamed-officials': 'مسؤولون لم يُسمَّوا',
		person: 'شخص',
		statement: 'بيان',
		documents: 'وثائق',
		agency: 'وكالة أنباء',
		newspaper: 'صحيفة',
		website: 'موقع إلكتروني'
	},
	mentionSenses: { literal: 'المكان', metonym: 'حكومة', ambiguous: 'مكان غير واضح' }
};
