/**
 * How English texts spell towns of the region besides GeoNames' names, and Arabic names that it lacks: country, a name
 * that GeoNames has, spellings. Written for this table; the place, with its position, is GeoNames'.
 */
const table = `
SY|Deir ez-Zor|Deir Ezzor, Deir Ezzour, Deir ez-Zour, Deir Azzour
SY|Ālbū Kamāl|Boukamal, Bukamal, Al-Boukamal, Albukamal, Abukamal, البوكمال
SY|Ar Raqqah|Raqa, Al-Raqqa
SY|Al Quşayr|Qseir, Al-Qusair
SY|Maşyāf|Masyef, Misyaf, Missyaf
SY|Al Qaryatayn|Qaryatain, Al-Qaryatain
SY|Al Mayādīn|Mayadeen
SY|Al Ḩasakah|Hasakah, Hassakeh, Al-Hassakeh, Al-Hasaka
SY|Al Qāmishlī|Qamishli, Qamishlo, Kamishly
SY|As-Suwayda|Suwayda, Suweida, Al-Suwayda, As-Suwaida
SY|Idlib|Edlib
SY|Ma‘arratmişrīn|Maarat Misrin, Maaret Misrin
SY|Jisr ash Shughūr|Jisr al-Shughur
SY|Ma‘arrat an Nu‘mān|Maarat al-Numan, Maaret al-Numan, Maaret al-Noman
SY|‘Ayn al ‘Arab|Ain al-Arab
SY|Ra’s al ‘Ayn|Ras al-Ayn, Ras al-Ain, Serekaniye
SY|‘Afrīn|Efrin
SY|Az Zabadānī|Al-Zabadani
SY|Jablah|Jabla
SY|Ash Shaddādah|Shaddadi, Al-Shaddadi, Shaddadah
SY|As Safīrah|As-Safira
SY|As Salamīyah|Salamiya
SY|Al Kiswah|Al-Kisweh
SY|Abū az̧ Z̧uhūr|Abu al-Duhur, Abu Duhur
SY|Muḩradah|Mhardeh
IQ|Tall ‘Afar|Telafar
IQ|Bayjī|Beiji
IQ|Al Qā’im|Qaim
IQ|Ar Ruţbah|Al-Rutba
IQ|Ad Dīwānīyah|Diwaniyah
IQ|As Sulaymānīyah|Sulaimaniyah
YE|Al Ḩudaydah|Hodeidah, Al-Hodeidah
YE|Ma'rib|Mareb, مأرب
SD|El Fasher|Al Fasher, El-Fashir, Fasher, الفاشر
SD|El Obeid|Al Obeid
PS|Dayr al Balaḩ|Deir al-Balah
SY|Tremseh|التريمسة
EG|Madīnat Sittah Uktūbar|6th of October City, السادس من أكتوبر
EG|Madīnat an Naşr|مدينة نصر
JO|Karak City|الكرك
JO|Russeifa|الرصيفة
LB|Nabatîyé et Tahta|Nabatieh, النبطية
LY|Tarhuna|ترهونة
LY|Tājūrā’|Tajoura, تاجوراء
SA|Rābigh|رابغ
SA|Qal‘at Bīshah|بيشة
SA|Hafar Al-Batin|حفر الباطن
SA|Al Khafjī|الخفجي
SA|Ad Dawādimī|الدوادمي
SD|Umm Ruwaba|أم روابة
SD|Shendi|شندي
SD|Sinnar|سنار
SD|Al Manāqil|المناقل
TR|Şanlıurfa|شانلي أورفا, أورفا
TR|Şırnak|شرناق
TR|Mersin|مرسين
TR|Manisa|مانيسا
TR|Hakkâri|هكاري
TR|Bingöl|بينغول
TR|Ordu|أوردو
TR|İzmit|إزميت
TR|Gümüşhane|كوموش خانة
TR|Düzce|دوزجه
`;

export interface Spelling {
	country: string;
	/** A name in GeoNames. */
	name: string;
	spellings: string[];
}

export const townSpellings: Spelling[] = table
	.trim()
	.split('\n')
	.map((line) => {
		const [country, name, spellings] = line.split('|') as [string, string, string];
		return { country, name, spellings: spellings.split(', ') };
	});
