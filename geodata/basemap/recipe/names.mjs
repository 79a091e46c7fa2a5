// Choices made by hand: which of a place's names the map shows, and where labels stand.
// places.mjs refuses a name that the source does not list for that place.

/** GeoNames id -> [English name, Arabic name, rank] */
export const CHOSEN = {
  // Syria
  170063: ['Aleppo', 'حلب', 1], 170654: ['Damascus', 'دمشق', 1], 169577: ['Homs', 'حمص', 2],
  170017: ['Hama', 'حماة', 2], 173576: ['Latakia', 'اللاذقية', 2], 170794: ['Deir ez-Zor', 'دير الزور', 2],
  172955: ['Raqqa', 'الرقة', 2], 174018: ['Al-Bab', 'الباب', 3], 169389: ['Idlib', 'إدلب', 2],
  170592: ['Douma', 'دوما', 3], 170905: ['Daraa', 'درعا', 2], 164947: ['Salamiyah', 'السلمية', 3],
  163345: ['Tartus', 'طرطوس', 2], 172374: ['Tabqa', 'الطبقة', 3], 173811: ['Hasakah', 'الحسكة', 2],
  172082: ['Azaz', 'أعزاز', 3], 169304: ['Jableh', 'جبلة', 3], 172408: ['As-Suwayda', 'السويداء', 2],
  174448: ['Abu Kamal', 'البو كمال', 3], 173480: ['Mayadin', 'الميادين', 3], 163808: ['Palmyra', 'تدمر', 3],
  172256: ['Kobani', 'عين العرب', 3], 173322: ['Al-Qusayr', 'القصير', 4], 171830: ['Baniyas', 'بانياس', 3],
  173334: ['Quneitra', 'القنيطرة', 2], 167046: ['Masyaf', 'مصياف', 3], 173377: ['Qamishli', 'القامشلي', 2],
  172503: ['Safira', 'السفيرة', 3], 174186: ['Afrin', 'عفرين', 3], 169023: ['Jisr ash-Shughur', 'جسر الشغور', 4],
  167611: ["Ma'arrat al-Nu'man", 'معرة النعمان', 4], 173530: ['Al-Malikiyah', 'المالكية', 4],
  165509: ["Ras al-Ayn", 'رأس العين', 4], 171126: ['Bosra', 'بصرى الشام', 4], 170892: ['Darayya', 'داريا', 4],
  167375: ['Maaloula', 'معلولا', 4], 173361: ['Al-Qaryatayn', 'القريتين', 4], 166365: ['Nawa', 'نوى', 4],
  172059: ['Zabadani', 'الزبداني', 4], 163750: ['Tell Abyad', 'تل أبيض', 4], 165060: ['Safita', 'صافيتا', 4],
  163921: ['Suqaylabiyah', 'السقيلبية', 4], 166742: ['Mahardah', 'محردة', 4], 162627: ['Yabroud', 'يبرود', 4],
  173193: ['An-Nabk', 'النبك', 4], 172349: ['At-Tall', 'التل', 4], 172946: ['Ar-Rastan', 'الرستن', 4],
  173598: ['Al-Kiswah', 'الكسوة', 4], 173819: ['Al-Hirak', 'الحراك', 4], 172469: ['As-Sanamayn', 'الصنمين', 4],
  173312: ['Al-Qutayfah', 'القطيفة', 4], 174259: ['Ad-Dana', 'الدانا', 4], 163434: ['Tell Tamer', 'تل تمر', 4],
  163533: ['Talkalakh', 'تلكلخ', 4], 166719: ['Mukharram al-Fawqani', 'المخرم الفوقاني', 4],
  170572: ['Duraykish', 'الدريكيش', 4],
  173364: ['Qardaha', 'القرداحة', 4], 173856: ['Al-Haffah', 'الحفة', 4], 164328: ['Shaykh Miskin', 'الشيخ مسكين', 4],
  // Lebanon
  276781: ['Beirut', 'بيروت', 2], 266826: ['Tripoli', 'طرابلس', 2], 268064: ['Sidon', 'صيدا', 3],
  267008: ['Tyre', 'صور', 3], 266045: ['Zahle', 'زحلة', 3], 277130: ['Baalbek', 'بعلبك', 3],
  273203: ['Byblos', 'جبيل', 4], 278913: ['Nabatieh Tahta', null, 3], 273140: ['Jounieh', 'جونيه', 3],
  279997: ['Hermel', 'الهرمل', 4], 278832: ['Naqoura', 'الناقورة', 4], 274723: ['Halba', 'حلبا', 4], 166285: ['Kabbasin', 'قباسين', 4],
  276592: ['Bent Jbeil', 'بنت جبيل', 4], 277226: ['Baabda', 'بعبدا', 4], 280425: ['Aley', 'عاليه', 4],
  274874: ['Habbouch', 'حبوش', 4], 280155: ['Ghazieh', 'الغازية', 4], 276771: ['Beit ed-Dine', 'بيت الدين', 4],
  // Iraq
  98182: ['Baghdad', 'بغداد', 2], 99072: ['Mosul', 'الموصل', 2], 95446: ['Erbil', 'أربيل', 2],
  99532: ['Basra', 'البصرة', 2], 94824: ['Karbala', 'كربلاء', 3], 94787: ['Kirkuk', 'كركوك', 2],
  98463: ['Sulaymaniyah', 'السليمانية', 3], 98854: ['Nasiriyah', 'الناصرية', 3], 98860: ['Najaf', 'النجف', 3],
  99347: ['Hillah', 'الحلة', 3], 96994: ['Dohuk', 'دهوك', 3], 99608: ['Amarah', 'العمارة', 3],
  99762: ['Diwaniyah', 'الديوانية', 3], 99131: ['Kut', 'الكوت', 3], 98717: ['Ramadi', 'الرمادي', 3],
  99454: ['Fallujah', 'الفلوجة', 3], 91597: ['Samarra', 'سامراء', 3], 97990: ['Baqubah', 'بعقوبة', 3],
  90150: ['Tikrit', 'تكريت', 3], 448149: ['Sinjar', 'سنجار', 4], 89570: ['Zakho', 'زاخو', 4],
  96309: ['Haditha', 'حديثة', 4], 97783: ['Baiji', 'بيجي', 4], 95788: ['Hit', 'هيت', 4],
  // Jordan
  250441: ['Amman', 'عمان', 2], 250090: ['Zarqa', 'الزرقاء', 3], 248946: ['Irbid', 'إربد', 3],
  250336: ['Ar-Ramtha', 'الرمثا', 4], 250582: ['Mafraq', 'المفرق', 3], 248370: ['Madaba', 'مأدبا', 3],
  248382: ["Ma'an", 'معان', 3], 250774: ['Aqaba', 'العقبة', 3], 248875: ['Jerash', 'جرش', 4],
  250258: ['As-Salt', 'السلط', 4], 250799: ['Ajloun', 'عجلون', 4],
  // Israel and Palestine
  281184: ['Jerusalem', 'القدس', 2], 293397: ['Tel Aviv', 'تل أبيب', 2], 294801: ['Haifa', 'حيفا', 3],
  295530: ['Beersheba', 'بئر السبع', 3], 281133: ['Gaza', 'غزة', 3], 285066: ['Hebron', 'الخليل', 3],
  // Turkey
  745044: ['Istanbul', 'اسطنبول', 2], 323786: ['Ankara', 'أنقرة', 2], 750269: ['Bursa', null, 3],
  314830: ['Gaziantep', null, 2], 325363: ['Adana', 'أضنة', 2], 306571: ['Konya', 'قونية', 3],
  323777: ['Antalya', 'أنطاليا', 3], 308464: ['Kayseri', 'قيصرية', 3], 316541: ['Diyarbakir', 'ديار بكر', 3],
  304531: ['Mersin', null, 3], 315202: ['Eskisehir', null, 3], 298333: ['Sanliurfa', null, 3], 315808: ['Elazig', null, 3],
  304922: ['Malatya', 'ملطية', 3], 315368: ['Erzurum', 'أرضروم', 3], 740264: ['Samsun', null, 3],
  321836: ['Batman', 'باتمان', 3], 310859: ['Kahramanmaras', 'قهرمان مرعش', 3], 298117: ['Van', 'وان', 3],
  323779: ['Antakya', 'أنطاكية', 3], 311111: ['Iskenderun', 'إسكندرونة', 3], 307864: ['Kilis', 'كلس', 3],
  304797: ['Mardin', 'ماردين', 3], 303750: ['Nusaybin', 'نصيبين', 4], 302355: ['Reyhanli', 'الريحانية', 4],
  318253: ['Cizre', null, 4], 325330: ['Adiyaman', null, 4], 303195: ['Osmaniye', null, 4], 298033: ['Viransehir', null, 4],
  // Elsewhere, sparsely
  146268: ['Nicosia', 'نيقوسيا', 2], 146384: ['Limassol', 'ليماسول', 3], 146400: ['Larnaca', 'لارنكا', 4],
  360630: ['Cairo', 'القاهرة', 2], 361058: ['Alexandria', 'الإسكندرية', 3], 358619: ['Port Said', 'بورسعيد', 3],
  359796: ['Suez', 'السويس', 3], 101628: ['Tabuk', 'تبوك', 3], 113646: ['Tabriz', 'تبريز', 3],
  128226: ['Kermanshah', 'كرمانشاه', 3], 121801: ['Urmia', 'أرومية', 3], 144448: ['Ahvaz', 'الأهواز', 3],
  285787: ['Kuwait City', 'مدينة الكويت', 2], 611717: ['Tbilisi', 'تبليسي', 2], 616052: ['Yerevan', 'يريفان', 2],
  132144: ['Hamadan', 'همدان', 3], 118743: ['Rasht', null, 3]
};

/** Places of Syria and Lebanon that the rule would leave out, or districts of another city it would take. */
export const ALSO = [167375, 164052, 163434, 171126, 164717, 166227, 277226];
export const NOT = [268743];

/**
 * Lakes of the source carry no names; the point only says which shape is meant.
 * `gshhg`: the shape in OpenStreetMap's package is broken, and is taken from GSHHG instead.
 */
export const LAKES = [
  { name: 'Lake Assad', name_ar: 'بحيرة الأسد', at: [38.2, 36.0] },
  { name: 'Sea of Galilee', name_ar: 'بحيرة طبريا', at: [35.59, 32.82], gshhg: true },
  { name: 'Dead Sea', name_ar: 'البحر الميت', at: [35.49, 31.55] },
  { name: 'Lake Qattinah', name_ar: 'بحيرة قطينة', at: [36.57, 34.642], gshhg: true },
  { name: 'Sabkhat al-Jabbul', name_ar: 'سبخة الجبول', at: [37.6, 36.05] },
  { name: 'Lake Tharthar', name_ar: 'بحيرة الثرثار', at: [43.25, 33.95] },
  { name: 'Mosul Lake', name_ar: 'بحيرة الموصل', at: [42.75, 36.75] },
  { name: 'Lake Van', name_ar: 'بحيرة وان', at: [42.9, 38.6] },
  { name: 'Lake Urmia', name_ar: 'بحيرة أرومية', at: [45.4, 37.7] }
];

/** Rivers of the source carry no names either: a river is the lines that pass these points. */
export const RIVERS = [
  { name: 'Euphrates', name_ar: 'الفرات', rank: 1, at: [[41.1342, 34.3658], [38.2625, 36.5744], [37.8589, 37.1553], [38.8222, 37.6722]] },
  { name: 'Tigris', name_ar: 'دجلة', rank: 1, at: [[42.8283, 36.6356], [43.5794, 35.0017], [41.7344, 37.7242], [42.3453, 37.2386]] },
  { name: 'Orontes', name_ar: 'العاصي', rank: 2, at: [[36.4492, 34.4172], [36.6956, 34.7339], [36.545, 35.2694], [36.2258, 36.2544]] },
  { name: 'Khabur', name_ar: 'الخابور', rank: 2, at: [[40.7789, 36.3286], [40.2967, 36.6564]] },
  { name: 'Litani', name_ar: 'الليطاني', rank: 2, at: [[35.5025, 33.3075], [35.8953, 33.7819]] },
  { name: 'Jordan', name_ar: 'الأردن', rank: 2, at: [[35.5597, 32.3836], [35.5339, 31.8833], [35.6261, 32.9753]] },
  { name: 'Yarmouk', name_ar: 'اليرموك', rank: 3, at: [[35.7603, 32.7481]] },
  { name: 'Barada', name_ar: 'بردى', rank: 3, at: [[36.2503, 33.53]] },
  { name: 'Awaj', name_ar: 'الأعوج', rank: 3, at: [[36.2039, 33.3608]] },
  { name: 'Afrin', name_ar: 'عفرين', rank: 3, at: [[36.8625, 36.4906]] },
  { name: 'Nahr al-Kabir', name_ar: 'النهر الكبير', rank: 3, at: [[36.2064, 34.6342]] },
  { name: 'Great Zab', name_ar: 'الزاب الكبير', rank: 3, at: [[43.8042, 37.0219]] },
  { name: 'Little Zab', name_ar: 'الزاب الصغير', rank: 3, at: [[43.7825, 35.4814]] }
];

/** Where the label of a country stands, inside the part of it that the box shows. */
export const COUNTRY_LABELS = {
  SY: [38.6, 34.95], LB: [35.95, 34.15], TR: [34.4, 38.9], IQ: [42.4, 32.5], JO: [36.7, 30.9], IL: [34.85, 30.9],
  PS: [35.27, 32.25], CY: [33.1, 34.98], SA: [40.6, 29.6], EG: [30.2, 29.2], IR: [47.4, 35.3], KW: [47.6, 29.25],
  GE: [42.9, 41.75], AM: [44.3, 40.55], AZ: [47.6, 40.4]
};

export const SEA_LABELS = [
  { name: 'Mediterranean Sea', name_ar: 'البحر الأبيض المتوسط', at: [31.6, 33.6] },
  { name: 'Black Sea', name_ar: 'البحر الأسود', at: [38.4, 41.6] }
];
