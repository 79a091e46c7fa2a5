/** The words by which the finders of actors tell a body from a place and one who acts from one who is named. */
import { nameKey } from './span';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/).map(nameKey));

/** After a demonym these are a place or bystanders: “Syrian coast” is not the government. */
export const notActing = set(`
	border borders frontier coast coastline desert capital city cities town towns village villages province provinces
	governorate governorates countryside airspace territory territories soil port ports seaport seaports airport airports
	region regions district districts island islands highway side-road mountains mountain steppe plain war conflict
	crisis civilian civilians refugee refugees child children people population citizens language descent newspaper
	daily television city-state waters
`);

/** The same in Arabic, where the noun stands before the adjective. */
export const notActingArabic = set(`
	الحدود حدود الساحل ساحل الاراضي اراضي العاصمة عاصمة المدينة مدينة محافظة المحافظة قرية القرية بلدة البلدة البادية بادية
	الصحراء ميناء الميناء مطار المطار الاجواء اجواء المياه الشعب اللاجئين لاجئين المدنيين الحرب الازمة منطقة المنطقة
	الطريق طريق ريف
`);

/** Bodies of people that make a name or a demonym before them one actor: “Russian officers”. */
export const bodies = set(`
	army armies forces force troops soldiers military government regime officials official officers officer fighters
	militia militias militiamen militants insurgents rebels ministry minister ministers president commanders commander
	authorities police navy marines intelligence junta personnel advisers advisors mercenaries paramilitaries gunmen
	guards generals general diplomats leadership side delegation parliament spokesman spokesperson spokeswoman
	administration allies proxies faction factions
`);

/** What may stand between a demonym and the body that it is said of. */
export const adjectives = set(`
	military air naval armed special ground interior defence defense foreign security regular elite senior prime
	border coast local federal transitional democratic
`);

/** After these a country is where something is and not who acts. */
export const placePrepositions = set(`
	in inside into across throughout near outside within around over through leave leaving left entered entering enter
	visit visited visiting toward towards reached northern southern eastern western central north south east west
	northeast northwest southeast southwest northeastern northwestern southeastern southwestern
	في داخل عبر شمال جنوب شرق غرب وسط قرب خارج شمالي جنوبي شرقي غربي
`);

/** Verbs of speech, of demand and of will: before them a capital is its government. */
export const speechVerbs = set(`
	said says say told tells declared declares declare announced announces announce demanded demands demand asked asks
	wants want warned warns warn insisted insists denied denies deny accused accuses accuse rejected rejects reject
	refused refuses promised promises pledged pledges threatens threatened vowed vows claims claimed claim sees see
	worries worried fears feared seeks sought hopes hoped believes believed considers considered decided decides agreed
	agrees called calls urged urges appealed appeals condemned condemns confirmed confirms stated states replied
	summoned expelled blamed blames backs backed supports supported offered offers views viewed intends
	recognised recognized protested insist
`);

/** What a capital does besides: the deeds of a government alone. */
export const capitalVerbs = set(
	'sent sends deployed deploys withdrew withdraws signed signs supplied supplies shared recalled ordered'
);

/** What a state does besides: before them its country is the state. */
export const stateVerbs = set(`
	shared shares sent sends deployed deploys withdrew withdraws struck strikes attacked attacks launched launches built
	builds stored bombed shelled closed closes opened reopened signed signs tested transferred supplied supplies needs
	needed maintains maintained moved began has had will would may might must could can is was were are
`);

/** Before a capital that others deal with as with a person: “a deal with Damascus”. */
export const addressed = set(
	'with against reassure pressure pressured pressing urged told asked accused blamed'
);

/** Between a name and its verb. */
export const betweenNameAndVerb = set(
	'has had have will would may might can could must also then later again not now never since already once repeatedly publicly reportedly allegedly'
);

/** The same verbs in Arabic, which come before the one who acts. */
export const speechVerbsArabic = set(`
	قال قالت اعلن اعلنت طالب طالبت دعا دعت حذر حذرت نفت نفى اكد اكدت رفض رفضت هدد هددت اتهم اتهمت تعهدت وافقت ترى تريد
	ادان ادانت نددت ندد ابلغت ابلغ عرضت تسعى
`);

/** Bodies in Arabic, which come before the demonym: القوات الروسية. */
export const bodiesArabic = set(`
	الجيش جيش القوات قوات الحكومة حكومة النظام نظام الميليشيات ميليشيات المليشيات مليشيات الشرطة الطيران طيران البحرية
	الرئيس وزارة وزير الدفاع الخارجية ضباط الضباط مسؤولون المسؤولون جنود الجنود مقاتلون مقاتلين حركة حزب كتائب كتيبة
	لواء الوية فصائل الفصائل الحرس فيلق هيئة جبهة تنظيم مجلس المخابرات الاستخبارات السلطات سلطات الطائرات طائرات
	جندي جنديان جنديين عنصر عنصران عنصرين عناصر ضابط ضابطان ضابطين مسؤول مسؤولين مسؤولان قيادي قياديين قادة مقاتل مقاتلان
	مسلحون مسلحين مقاتلات وحدات دوريات
`);

/** Organisations that reports name without a word that says what they are. Widely known names, of no one data set. */
export const knownOrganisations = [
	'Islamic State',
	'ISIS',
	'ISIL',
	'Daesh',
	'Al-Qaeda',
	'al Qaeda',
	'Taliban',
	'Hamas',
	'Houthis',
	'Houthi',
	'Wagner',
	'NATO',
	'United Nations',
	'U.N.',
	'UN',
	'European Union',
	'African Union',
	'ECOWAS',
	'Boko Haram',
	'Al-Shabaab',
	'al Shabaab',
	'JNIM',
	'Tatmadaw',
	'Janjaweed',
	'Hayat Tahrir al-Sham',
	'PKK',
	'Peshmerga',
	'Africa Corps',
	'Red Cross',
	'داعش',
	'تنظيم الدولة',
	'تنظيم الدولة الإسلامية',
	'حماس',
	'الحوثيون',
	'الحوثيين',
	'الأمم المتحدة',
	'قوات الدعم السريع',
	'الدعم السريع',
	'القاعدة في بلاد المغرب',
	'هيئة تحرير الشام',
	'فاغنر',
	'البيشمركة',
	'الناتو'
];
