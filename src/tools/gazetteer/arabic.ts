/**
 * What Arabic texts call countries and regions, and those who belong to them, written for this table. Countries: code,
 * names besides those of Unicode CLDR, the adjective in its first form (nisba), plurals that it does not make.
 */
const countries = `
AE|الإمارات|إماراتي|
AF||أفغاني|الأفغان
AL||ألباني|الألبان
AM||أرمني|الأرمن
AR||أرجنتيني|
AT||نمساوي|
AU||أسترالي|
AZ||أذربيجاني, أذري|
BA|البوسنة|بوسني|
BD|بنغلادش|بنغلاديشي|
BE||بلجيكي|
BG||بلغاري|البلغار
BH||بحريني|
BR||برازيلي|
BY|بيلاروسيا, روسيا البيضاء|بيلاروسي|
CA||كندي|
CD|الكونغو الديمقراطية, الكونغو|كونغولي|
CF|أفريقيا الوسطى||
CH||سويسري|
CL||تشيلي|
CM||كاميروني|
CN|جمهورية الصين الشعبية|صيني|
CO||كولومبي|
CU||كوبي|
CY||قبرصي|القبارصة
CZ||تشيكي|
DE||ألماني|الألمان
DJ||جيبوتي|
DK|الدنمارك|دنماركي|
DZ||جزائري|
EG|جمهورية مصر العربية|مصري|
ER|إرتريا|إريتري|
ES||إسباني|الإسبان
ET||إثيوبي|
FI||فنلندي|
FR||فرنسي|
GB|بريطانيا, إنكلترا|بريطاني, إنجليزي|الإنجليز
GE||جورجي|
GR||يوناني|
HR||كرواتي|الكروات
HU|المجر||
ID||إندونيسي|
IE|إيرلندا|أيرلندي|
IL||إسرائيلي|
IN||هندي|الهنود
IQ|جمهورية العراق|عراقي|
IR|الجمهورية الإسلامية الإيرانية, جمهورية إيران الإسلامية|إيراني|
IT||إيطالي|الطليان
JO|المملكة الأردنية الهاشمية|أردني|
JP||ياباني|
KE||كيني|
KG|قرغيزستان|قيرغيزي|
KP||كوري شمالي|
KR|كوريا|كوري, كوري جنوبي|
KW||كويتي|
KZ|كازاخستان|كازاخستاني|
LB|الجمهورية اللبنانية|لبناني|
LY||ليبي|
MA||مغربي|المغاربة
MD|مولدافيا|مولدوفي|
MK|مقدونيا||
MM|بورما, ميانمار||
MR||موريتاني|
MX||مكسيكي|
MY||ماليزي|
NE||نيجري|
NG||نيجيري|
NL||هولندي|
NO||نرويجي|
OM|سلطنة عمان|عماني|
PH|الفيليبين|فلبيني|
PK||باكستاني|
PL|بولونيا|بولندي|
PS||فلسطيني|
PT||برتغالي|
QA||قطري|
RO||روماني|
RS||صربي|الصرب
RU|روسيا الاتحادية, الاتحاد الروسي, الاتحاد السوفيتي, الاتحاد السوفياتي|روسي, سوفيتي, شيشاني|الروس, الشيشان
SA|السعودية, العربية السعودية|سعودي|
SD||سوداني|
SE||سويدي|
SN||سنغالي|
SO||صومالي|
SS||جنوب سوداني|
SY|سورية, الجمهورية العربية السورية|سوري|
TD||تشادي|
TH|تايلند|تايلاندي|
TJ||طاجيكي|الطاجيك
TM||تركمانستاني|
TN||تونسي|التوانسة
TR|الجمهورية التركية|تركي|الأتراك
TW||تايواني|
UA||أوكراني|
US|الولايات المتحدة الأمريكية, الولايات المتحدة الأميركية, أمريكا, أميركا|أمريكي, أميركي|الأمريكان
UZ||أوزبكي, أوزبكستاني|الأوزبك
VE||فنزويلي|
VN||فيتنامي|
YE|الجمهورية اليمنية|يمني|
ZA|جنوب إفريقيا|جنوب أفريقي|
`;

/** By the English name in regions.ts: names, the adjective. */
const regions = `
Africa|أفريقيا, إفريقيا, القارة السمراء|أفريقي, إفريقي
Europe|أوروبا|أوروبي
Asia|آسيا|آسيوي
North America|أمريكا الشمالية, أميركا الشمالية|
South America|أمريكا الجنوبية, أميركا الجنوبية|
Latin America|أمريكا اللاتينية, أميركا اللاتينية|
Middle East|الشرق الأوسط|
Mediterranean Sea|البحر المتوسط, البحر الأبيض المتوسط, المتوسط, شرق المتوسط|
Red Sea|البحر الأحمر|
Black Sea|البحر الأسود|
Caspian Sea|بحر قزوين|
Arabian Sea|بحر العرب|
Persian Gulf|الخليج العربي, الخليج الفارسي, الخليج|خليجي
Gulf of Aden|خليج عدن|
Gulf of Oman|خليج عمان|
Strait of Hormuz|مضيق هرمز|
Bab el-Mandeb|باب المندب, مضيق باب المندب|
Suez Canal|قناة السويس|
Atlantic Ocean|المحيط الأطلسي, الأطلسي|
Pacific Ocean|المحيط الهادئ|
Indian Ocean|المحيط الهندي|
Euphrates|الفرات, نهر الفرات|
Tigris|دجلة, نهر دجلة|
Nile|النيل, نهر النيل|
Litani River|الليطاني, نهر الليطاني|
Orontes River|العاصي, نهر العاصي|
West Bank|الضفة الغربية|
Gaza Strip|قطاع غزة|غزي
Golan Heights|الجولان, هضبة الجولان, مرتفعات الجولان|
Kurdistan|كردستان|
West Africa|غرب أفريقيا|
East Africa|شرق أفريقيا|
North Africa|شمال أفريقيا|
Central Asia|آسيا الوسطى|
Eastern Europe|أوروبا الشرقية|
Western Europe|أوروبا الغربية|
European Union|الاتحاد الأوروبي|
Balkans|البلقان|
Levant|بلاد الشام|
Horn of Africa|القرن الأفريقي|
Maghreb|المغرب العربي|
Sahel|الساحل الأفريقي, منطقة الساحل|
Darfur|دارفور|
Caucasus|القوقاز|
South Ossetia|أوسيتيا الجنوبية|
Abkhazia|أبخازيا|
Nagorno-Karabakh|ناغورني قره باغ, قره باغ|
Chechnya|الشيشان|
Crimea|القرم, شبه جزيرة القرم|
Donbas|دونباس|
Kashmir|كشمير|كشميري
Sinai|سيناء, شبه جزيرة سيناء|
`;

export interface ArabicWords {
	names: string[];
	demonyms: string[];
}

const listed = (text: string) => text.split(', ').filter(Boolean);

/** Feminine, dual and plural, of each word of “كوري شمالي”. */
function formsOf(nisba: string): string[] {
	const endings = ['', 'ة', 'ون', 'ين', 'ان', 'ات'];
	const words = nisba.split(' ');
	return endings.map((ending) =>
		// “جنوب” stays, as what is no adjective.
		words.map((word) => (word.endsWith('ي') ? word + ending : word)).join(' ')
	);
}

function tableOf(text: string): Map<string, ArabicWords> {
	return new Map(
		text
			.trim()
			.split('\n')
			.map((line) => {
				const [key, names, nisbas, plurals = ''] = line.split('|') as [string, string, string, string?];
				const plain = listed(plurals).map((plural) => plural.replace(/^ال/, ''));
				return [key, { names: listed(names), demonyms: [...listed(nisbas).flatMap(formsOf), ...plain] }];
			})
	);
}

/** By ISO 3166-1 alpha-2. */
export const arabicCountries = tableOf(countries);
/** By English name. */
export const arabicRegions = tableOf(regions);
