/**
 * First-level divisions of the region in Arabic, where they are named otherwise than their seats or GeoNames' towns lack
 * the name, and how English texts spell them besides GeoNames' own name. Written for this table: GeoNames code, names in
 * Arabic, spellings. What is marked with ~ is an ordinary word as well, and means the division after a word for divisions
 * only.
 */
const table = `
SY.01|الحسكة|Hasakah, Hasaka, Hassakeh, al-Hassakeh, Al-Hasaka, Hassakah
SY.02|اللاذقية|Lattakia
SY.03|القنيطرة|Al-Quneitra, Qunaitra, Qunaytirah
SY.04|الرقة|Ar-Raqqah, Al-Raqqa, Raqqah, Raqa
SY.05|السويداء|As-Suwayda, Sweida, Suweida, As-Suwaida, al-Suwayda, Al-Sweida, Suwaida
SY.06|درعا|Dara'a, Deraa
SY.07|دير الزور|Deir Ezzor, Deir al-Zor, Deir al-Zour, Dayr az-Zawr, Deir Ezzour, Deir ez-Zour, Der Ezzor
SY.08|ريف دمشق|Rif Dimashq, Rural Damascus, Damascus countryside, Reef Dimashq, Rif Damascus
SY.09|حلب|Halab
SY.10|حماة|Hamah
SY.11|حمص|Hims
SY.12|إدلب|Idleb, Edlib
SY.13|دمشق|
SY.14|طرطوس|Tartous
IQ.01|الأنبار|Al-Anbar, Al Anbar
IQ.02|البصرة|Basrah, Al-Basrah
IQ.03|المثنى|Al-Muthanna, Al Muthanna
IQ.04|القادسية, الديوانية|Qadisiyah, Qadisiyyah, Diwaniyah
IQ.05|السليمانية|Sulaimaniyah, Sulaimani, Sulaimaniya, Sulaymaniya
IQ.06|بابل|Babylon
IQ.07|بغداد|
IQ.08|دهوك|Dohuk, Dahuk
IQ.09|ذي قار|Thi Qar, Dhiqar
IQ.10|ديالى|Diyala
IQ.11|أربيل|Irbil, Arbil
IQ.12|كربلاء|Kerbala
IQ.13|كركوك|
IQ.14|ميسان|Maysan, Missan, Misan
IQ.15|نينوى|Ninewa, Ninawa, Nineva
IQ.16|~واسط|
IQ.17|النجف|Al-Najaf
IQ.18|صلاح الدين|Salahuddin, Salahaddin, Salah al-Din, Salahedin
IQ.19|حلبجة|
LB.04|بيروت|
LB.05|جبل لبنان|
LB.06|~الجنوب, جنوب لبنان|South Lebanon, Southern Lebanon
LB.07|النبطية|Nabatiyeh, Nabatiye
LB.08|البقاع|Beqaa, Bekaa Valley, Beqaa Valley, Beka'a
LB.09|~الشمال, شمال لبنان|Northern Lebanon
LB.10|عكار|
LB.11|بعلبك الهرمل|Baalbek-Hermel
JO.02|البلقاء|
JO.09|الكرك|Al-Karak, Kerak
JO.12|الطفيلة|Tafila, Tafilah
JO.15|المفرق|Al-Mafraq
JO.16|عمان|
JO.17|الزرقاء|Al-Zarqa
JO.18|إربد|
JO.19|معان|Maan
JO.20|عجلون|
JO.21|العقبة|Al-Aqaba
JO.22|جرش|
JO.23|مأدبا|
IL.01|~المنطقة الجنوبية|
IL.02|~المنطقة الوسطى|
IL.03|~المنطقة الشمالية|
IL.04|حيفا|
IL.05|تل أبيب|
IL.06|القدس|
PS.GZ|قطاع غزة|
PS.WE|الضفة الغربية|
TR.02|أديامان|Adiyaman
TR.03|أفيون قره حصار|Afyon
TR.12|بينغول|
TR.16|بورصة|
TR.21|ديار بكر|Diyarbakir
TR.31|هاتاي|
TR.32|مرسين|Icel
TR.33|إسبرطة|
TR.35|إزمير|Izmir
TR.41|قوجه إيلي|
TR.45|مانيسا|
TR.50|نوشهر|
TR.52|أوردو|
TR.53|ريزه|
TR.54|صقاريا|
TR.63|شانلي أورفا, أورفا|Sanliurfa, Urfa
TR.69|كوموش خانة|
TR.70|هكاري|Hakkari
TR.73|نيغدة|
TR.80|شرناق|Sirnak
TR.82|جانقري|
TR.83|غازي عنتاب|Antep
TR.84|قارص|
TR.85|زونغولداق|
TR.87|بارطن|
TR.89|قره بوك|
TR.93|دوزجه|
IR.01|أذربيجان الغربية, آذربایجان غربی|
IR.03|جهارمحال وبختياري|
IR.04|سيستان وبلوشستان|Sistan-Baluchestan, Sistan and Baluchistan, Sistan-Baluchistan
IR.05|كهكيلويه وبوير أحمد|
IR.07|~فارس|
IR.08|كيلان, جيلان|
IR.09|همدان|Hamedan
IR.10|إيلام|
IR.11|هرمزكان|Hormozgān
IR.13|كرمانشاه|
IR.15|خوزستان|Khuzestān, Khuzistan
IR.16|كردستان|
IR.23|لرستان|
IR.25|سمنان|
IR.26|طهران|
IR.28|أصفهان|Esfahan
IR.29|كرمان|
IR.32|أردبيل|
IR.33|أذربيجان الشرقية, آذربایجان شرقی|
IR.34|~مركزي|
IR.35|مازندران|
IR.36|زنجان|
IR.37|كلستان|
IR.38|قزوين|
IR.39|قم|
IR.40|يزد|
IR.41|خراسان الجنوبية|
IR.42|خراسان رضوي|Khorasan Razavi
IR.43|خراسان الشمالية|
IR.44|البرز|
EG.01|الدقهلية|
EG.02|~البحر الأحمر|
EG.03|~البحيرة|
EG.04|الفيوم|
EG.05|~الغربية|
EG.06|الإسكندرية|
EG.07|الإسماعيلية|
EG.09|المنوفية|
EG.12|القليوبية|
EG.13|الوادي الجديد|
EG.14|~الشرقية|
EG.22|مطروح|
EG.26|جنوب سيناء|
EG.27|شمال سيناء|
SA.02|الباحة|
SA.05|المدينة المنورة|Madinah
SA.06|المنطقة الشرقية, ~الشرقية|
SA.08|القصيم|Qassim, Qasim
SA.10|الرياض|
SA.11|عسير|Asir
SA.13|حائل|
SA.14|مكة المكرمة, مكة|Makkah
SA.15|الحدود الشمالية|
SA.16|نجران|
SA.17|جازان, جيزان|Jizan
SA.19|تبوك|
SA.20|~الجوف|Al-Jouf, Jouf
YE.01|أبين|
YE.02|عدن|
YE.03|المهرة|Mahra, Al-Mahra, Mahrah
YE.04|حضرموت|Hadramawt, Hadhramaut, Hadramout, Hadramaut, Hadhramawt
YE.05|شبوة|Shabwa
YE.08|الحديدة|Hodeidah, Hudaydah, Hodeida, Al-Hodeidah
YE.10|المحويت|
YE.11|ذمار|
YE.14|مأرب|Marib, Mareb
YE.15|صعدة|Saada, Sa'ada
YE.16|صنعاء|
YE.18|الضالع|Al-Dhale, Dhale, Dhalea, Al-Dali
YE.19|عمران|Amran
YE.20|البيضاء|Al-Bayda, Bayda
YE.21|~الجوف|Al-Jawf, Jawf
YE.22|حجة|Hajjah
YE.23|إب|
YE.24|لحج|Lahj, Lahij
YE.25|تعز|Taiz, Taizz
YE.26|~أمانة العاصمة|
YE.27|ريمة|
YE.28|سقطرى|Socotra
SD.29|الخرطوم|
SD.36|~البحر الأحمر|
SD.38|~الجزيرة|Gezira, Al Jazira, Al-Jazirah, El Gezira
SD.39|القضارف|Gedaref, Al Qadarif, Gadaref
SD.41|النيل الأبيض|
SD.42|النيل الأزرق|
SD.43|~الشمالية|
SD.47|غرب دارفور|West Darfur
SD.49|جنوب دارفور|South Darfur
SD.50|جنوب كردفان|South Kordofan
SD.52|كسلا|
SD.53|نهر النيل|
SD.55|شمال دارفور|North Darfur
SD.56|شمال كردفان|Northern Kordofan
SD.58|سنار|Sinnar
SD.60|شرق دارفور|East Darfur
SD.61|وسط دارفور|
SD.62|غرب كردفان|Western Kordofan
LY.63|الجبل الأخضر|Jabal al-Akhdar
LY.64|الجفرة|Jufra, Al-Jufra
LY.65|الكفرة|Kufra, Al-Kufra
LY.67|النقاط الخمس|
LY.69|بنغازي|Benghazi
LY.70|درنة|Derna
LY.72|مصراتة|Misrata
LY.73|مرزق|Murzuq
LY.75|سبها|Sabha
LY.76|سرت|Sirte
LY.77|طرابلس|
LY.78|وادي الشاطئ|
LY.79|البطنان|Butnan
LY.80|الجبل الغربي|
LY.81|الجفارة|Jafara
LY.82|~المرقب|
LY.83|~الواحات|
LY.84|وادي الحياة|
`;

export interface DivisionWords {
	arabic: string[];
	/** Names that are ordinary words as well. */
	arabicWords: string[];
	spellings: string[];
}

/** By GeoNames code. */
export const divisionWords = new Map<string, DivisionWords>(
	table
		.trim()
		.split('\n')
		.map((line) => {
			const [code, arabic, spellings] = line.split('|') as [string, string, string];
			const names = arabic.split(', ');
			const arabicWords = names.filter((name) => name.startsWith('~')).map((name) => name.slice(1));
			return [
				code,
				{
					arabic: names.filter((name) => !name.startsWith('~')),
					arabicWords,
					spellings: spellings.split(', ').filter(Boolean)
				}
			];
		})
);
