/** The map's own words, in the languages of the interface. */

const english = {
	loading: 'Drawing the map …',
	noWebgl:
		'The map needs WebGL, which this browser does not offer. Everything on it can be read in the list and the table.',
	noCode: 'The map could not be loaded. Everything on it can be read in the list and the table.',
	lost: 'The map’s picture was lost; it comes back by itself as soon as the browser allows.',
	failed: (names: string) => `Could not be loaded: ${names}.`,
	again: 'Try again',
	closer: 'Zoom in',
	farther: 'Zoom out',
	whole: 'Whole map',
	picture: 'Map picture: arrow keys move it, plus and minus zoom',
	sites: 'Sites on the map',
	count: (sites: number) => (sites === 1 ? '1 site' : `${sites} sites`),
	choose: (sites: number) => `${sites} sites lie here. Choose one:`,
	close: 'Close',
	more: (sites: number) => `and ${sites} more`,
	disputed: 'contested',
	rough: 'roughly placed',
	together: 'with others at this spot',
	kilometres: 'km',
	metres: 'm',
	credits: 'more',
	creditsLabel: 'More about the sources of the map',
	legend: {
		actors: 'Actors',
		kinds: 'Kinds of place',
		signs: 'Signs',
		filled: 'Filled: where the article says',
		hollow: 'Hollow: somewhere inside its ring or area',
		hatched: 'Hatched: a whole region is meant',
		cluster: 'Number: several sites',
		contested: 'Reports disagree or are disputed',
		reported: (period: string) =>
			`As reported at the time${period ? `, ${period}` : ''}. Not a picture of today.`,
		recorded: (date: string) => `Records of ${date}`
	},
	files: {
		marks: 'the sites',
		shapes: 'rings and areas',
		basemap: 'the basemap',
		land: 'land and sea',
		water: 'lakes',
		rivers: 'rivers',
		roads: 'roads',
		governorates: 'governorates',
		borders: 'borders',
		labels: 'names of countries',
		cities: 'names of cities'
	} as Record<string, string>
};

export type Words = typeof english;

const arabic: Words = {
	loading: 'يجري رسم الخريطة …',
	noWebgl: 'تحتاج الخريطة إلى WebGL، وهو غير متاح في هذا المتصفح. يمكن قراءة كل ما عليها في القائمة والجدول.',
	noCode: 'تعذّر تحميل الخريطة. يمكن قراءة كل ما عليها في القائمة والجدول.',
	lost: 'فُقدت صورة الخريطة؛ وستعود تلقائيًا متى سمح المتصفح بذلك.',
	failed: (names) => `تعذّر تحميل: ${names}.`,
	again: 'إعادة المحاولة',
	closer: 'تكبير',
	farther: 'تصغير',
	whole: 'الخريطة كاملة',
	picture: 'صورة الخريطة: مفاتيح الأسهم تحركها، وعلامتا الزائد والناقص للتكبير والتصغير',
	sites: 'المواقع على الخريطة',
	count: (sites) => `المواقع: ${sites}`,
	choose: (sites) => `المواقع هنا: ${sites}. اختر واحدًا:`,
	close: 'إغلاق',
	more: (sites) => `و${sites} غيرها`,
	disputed: 'محل خلاف',
	rough: 'موقع تقريبي',
	together: 'مع مواقع أخرى في هذه النقطة',
	kilometres: 'كم',
	metres: 'م',
	credits: 'المزيد',
	creditsLabel: 'المزيد عن مصادر الخريطة',
	legend: {
		actors: 'الجهات',
		kinds: 'أنواع الأماكن',
		signs: 'العلامات',
		filled: 'ممتلئة: حيث يقول المقال',
		hollow: 'مفرغة: في مكان ما داخل دائرتها أو منطقتها',
		hatched: 'مخططة: المقصود منطقة كاملة',
		cluster: 'رقم: عدة مواقع',
		contested: 'التقارير متعارضة أو متنازع عليها',
		reported: (period) => `كما ورد في حينه${period ? `، ${period}` : ''}. وليست صورة لليوم.`,
		recorded: (date) => `سجلات ${date}`
	},
	files: {
		marks: 'المواقع',
		shapes: 'الدوائر والمناطق',
		basemap: 'خريطة الأساس',
		land: 'اليابسة والبحر',
		water: 'البحيرات',
		rivers: 'الأنهار',
		roads: 'الطرق',
		governorates: 'المحافظات',
		borders: 'الحدود',
		labels: 'أسماء الدول',
		cities: 'أسماء المدن'
	}
};

export const wordsIn: Record<'en' | 'ar', Words> = { en: english, ar: arabic };
