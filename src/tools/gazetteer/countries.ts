/**
 * What English texts call countries and those who belong to them, written for this table: code (ISO 3166-1 alpha-2, with
 * XK for Kosovo), names besides those of Unicode CLDR, demonyms. A plural with -s is added where English has one. A star
 * marks what is not a sovereign state, as most states see it: a name that is also a town's is less likely to mean it.
 */
const table = `
AD||Andorran
AE|UAE, U.A.E., Emirates|Emirati, Emirian
AF|Islamic Emirate of Afghanistan, Islamic Republic of Afghanistan|Afghan, Afghani
AG|Antigua, Barbuda|Antiguan, Barbudan
AI*||Anguillan
AL|Republic of Albania|Albanian
AM|Republic of Armenia|Armenian
AO|Republic of Angola|Angolan
AQ*|Antarctic|
AR|Argentine Republic|Argentine, Argentinian, Argentinean
AS*||American Samoan, American Samoans
AT|Republic of Austria|Austrian
AU|Commonwealth of Australia|Australian, Aussie
AW*||Aruban
AX*|Aland Islands, Aland|Alander
AZ|Republic of Azerbaijan|Azerbaijani, Azeri
BA|Bosnia, Bosnia-Herzegovina, Bosnia and Herzegovina, Herzegovina|Bosnian, Herzegovinian, Bosniak
BB||Barbadian
BD|People's Republic of Bangladesh|Bangladeshi
BE|Kingdom of Belgium|Belgian
BF|Burkina|Burkinabe, Burkinabes
BG|Republic of Bulgaria|Bulgarian
BH|Kingdom of Bahrain|Bahraini
BI|Republic of Burundi|Burundian
BJ|Republic of Benin|Beninese, Beninois
BL*|Saint Barthelemy, St Barts|Barthelemois
BM*||Bermudian, Bermudan
BN|Brunei Darussalam|Bruneian
BO|Plurinational State of Bolivia|Bolivian
BQ*|Bonaire|
BR|Federative Republic of Brazil|Brazilian
BS|The Bahamas, Commonwealth of the Bahamas|Bahamian
BT|Kingdom of Bhutan|Bhutanese
BV*||
BW|Republic of Botswana|Botswanan, Motswana, Batswana
BY|Belorussia, Byelorussia, Republic of Belarus|Belarusian, Belarussian, Belorussian
BZ||Belizean
CA||Canadian
CC*|Cocos (Keeling) Islands|
CD|DRC, DR Congo, D.R. Congo, Democratic Republic of Congo, Democratic Republic of the Congo, Congo, Zaire, Congo-Kinshasa|Congolese, Zairean
CF|CAR, C.A.R.|Central African
CG|Republic of the Congo, Republic of Congo, Congo-Brazzaville, Congo Brazzaville|
CH|Swiss Confederation|Swiss
CI|Ivory Coast, Cote d'Ivoire, Republic of Cote d'Ivoire|Ivorian, Ivoirian
CK*||Cook Islander
CL|Republic of Chile|Chilean
CM|Republic of Cameroon|Cameroonian
CN|People's Republic of China, PRC, P.R.C., Mainland China, Communist China|Chinese, Uighur, Uyghur
CO|Republic of Colombia|Colombian
CR|Republic of Costa Rica|Costa Rican
CU|Republic of Cuba|Cuban
CV|Cape Verde, Cabo Verde|Cape Verdean, Cabo Verdean
CW*||Curacaoan
CX*||Christmas Islander
CY|Republic of Cyprus|Cypriot, Greek Cypriot, Turkish Cypriot
CZ|Czech Republic, Czechia|Czech
DE|Federal Republic of Germany, West Germany, East Germany|German
DJ|Republic of Djibouti|Djiboutian
DK|Kingdom of Denmark|Danish, Dane
DM|Commonwealth of Dominica|
DO||Dominican
DZ|People's Democratic Republic of Algeria|Algerian
EC|Republic of Ecuador|Ecuadorian, Ecuadorean, Ecuadoran
EE|Republic of Estonia|Estonian
EG|Arab Republic of Egypt|Egyptian
EH*|Sahrawi Arab Democratic Republic|Sahrawi, Western Saharan
ER|State of Eritrea|Eritrean
ES|Kingdom of Spain|Spanish, Spaniard
ET|Federal Democratic Republic of Ethiopia, Abyssinia|Ethiopian
FI|Republic of Finland|Finnish, Finn
FJ|Fiji Islands|Fijian
FK*|Falklands, Falkland Islands, Malvinas|Falkland Islander
FM|Federated States of Micronesia|Micronesian
FO*|Faroes|Faroese
FR|French Republic|French, Frenchman, Frenchmen, Frenchwoman
GA|Gabonese Republic|Gabonese
GB|U.K., UK, Britain, Great Britain|British, Briton, English, Scottish, Welsh, Scots, Scot, Anglo, Brit, Englishman, Englishmen
GD||Grenadian
GE|Republic of Georgia|Georgian, Ossetian, South Ossetian, Abkhaz, Abkhazian
GF*||French Guianese, Guianan
GG*||
GH|Republic of Ghana|Ghanaian, Ghanian
GI*||Gibraltarian
GL*||Greenlandic, Greenlander
GM|The Gambia|Gambian
GN|Republic of Guinea, Guinea-Conakry|Guinean
GP*||Guadeloupean
GQ|Republic of Equatorial Guinea|Equatorial Guinean, Equatoguinean
GR|Hellenic Republic|Greek, Hellenic
GS*|South Georgia|
GT|Republic of Guatemala|Guatemalan
GU*||Guamanian
GW|Republic of Guinea-Bissau, Guinea Bissau|Bissau-Guinean
GY|Co-operative Republic of Guyana|Guyanese
HK*|Hong Kong, HK|Hong Konger, Hongkonger
HM*||
HN|Republic of Honduras|Honduran
HR|Republic of Croatia|Croatian, Croat
HT|Republic of Haiti|Haitian
HU|Republic of Hungary|Hungarian
ID|Republic of Indonesia|Indonesian
IE|Republic of Ireland, Irish Republic, Eire|Irish, Irishman, Irishmen
IL|State of Israel|Israeli
IM*||Manx
IN|Republic of India|Indian
IO*||Chagossian
IQ|Republic of Iraq|Iraqi
IR|Islamic Republic of Iran, Islamic Republic, Persia|Iranian, Persian
IS|Republic of Iceland|Icelandic, Icelander
IT|Italian Republic|Italian
JE*||
JM||Jamaican
JO|Hashemite Kingdom of Jordan, Hashemite Kingdom|Jordanian
JP||Japanese
KE|Republic of Kenya|Kenyan
KG|Kyrgyz Republic, Kirghizia|Kyrgyz, Kyrgyzstani, Kirghiz
KH|Kingdom of Cambodia, Kampuchea|Cambodian, Khmer
KI|Republic of Kiribati|I-Kiribati
KM|Union of the Comoros, Comoro Islands|Comoran, Comorian
KN|Saint Kitts and Nevis, St. Kitts, Saint Kitts, Nevis|Kittitian, Nevisian
KP|DPRK, D.P.R.K., Democratic People's Republic of Korea|North Korean
KR|Republic of Korea, ROK, Korea|South Korean, Korean
KW|State of Kuwait|Kuwaiti
KY*|Caymans, Caymanas|Caymanian
KZ|Republic of Kazakhstan|Kazakh, Kazakhstani
LA|Lao People's Democratic Republic, Lao PDR|Laotian, Lao
LB|Lebanese Republic|Lebanese
LC|Saint Lucia, St Lucia|Saint Lucian, St. Lucian
LI|Principality of Liechtenstein|Liechtensteiner
LK|Democratic Socialist Republic of Sri Lanka, Ceylon|Sri Lankan, Lankan
LR|Republic of Liberia|Liberian
LS|Kingdom of Lesotho|Basotho, Mosotho
LT|Republic of Lithuania|Lithuanian
LU|Grand Duchy of Luxembourg|Luxembourger, Luxembourgish
LV|Republic of Latvia|Latvian
LY|State of Libya, Libyan Arab Jamahiriya|Libyan
MA|Kingdom of Morocco|Moroccan
MC|Principality of Monaco|Monegasque, Monacan
MD|Republic of Moldova, Moldavia|Moldovan, Moldavian
ME|Republic of Montenegro|Montenegrin
MF*|Saint Martin|
MG|Republic of Madagascar|Malagasy, Madagascan
MH|Republic of the Marshall Islands|Marshallese
MK|Macedonia, Republic of Macedonia, Republic of North Macedonia, FYROM|Macedonian, North Macedonian
ML|Republic of Mali|Malian
MM|Burma, Myanmar, Republic of the Union of Myanmar|Burmese, Myanmarese
MN||Mongolian, Mongol
MO*|Macau, Macao|Macanese
MP*|Northern Marianas|Northern Mariana Islander
MQ*||Martinican, Martiniquais
MR|Islamic Republic of Mauritania|Mauritanian
MS*||Montserratian
MT|Republic of Malta|Maltese
MU|Republic of Mauritius|Mauritian
MV|Republic of Maldives, The Maldives|Maldivian
MW|Republic of Malawi|Malawian
MX|United Mexican States|Mexican
MY||Malaysian
MZ|Republic of Mozambique|Mozambican, Mozambiquan
NA|Republic of Namibia|Namibian
NC*||New Caledonian
NE|Republic of Niger|Nigerien
NF*||Norfolk Islander
NG|Federal Republic of Nigeria|Nigerian
NI|Republic of Nicaragua|Nicaraguan
NL|Holland, The Netherlands, Kingdom of the Netherlands|Dutch, Dutchman, Dutchmen, Netherlander
NO|Kingdom of Norway|Norwegian
NP|Federal Democratic Republic of Nepal|Nepalese, Nepali
NR||Nauruan
NU*||Niuean
NZ|Aotearoa|New Zealander, Kiwi
OM|Sultanate of Oman|Omani
PA|Republic of Panama|Panamanian
PE|Republic of Peru|Peruvian
PF*|Tahiti|French Polynesian, Tahitian
PG|Independent State of Papua New Guinea, Papua|Papua New Guinean, Papuan
PH|The Philippines, Republic of the Philippines|Filipino, Philippine, Filipina
PK|Islamic Republic of Pakistan|Pakistani
PL|Republic of Poland|Polish, Pole
PM*|Saint Pierre and Miquelon|
PN*|Pitcairn Islands|Pitcairner
PR*|Commonwealth of Puerto Rico|Puerto Rican
PS|Palestine, Palestinian Territories, Palestinian Territory, State of Palestine, Occupied Palestinian Territory, Occupied Territories|Palestinian
PT|Portuguese Republic|Portuguese
PW|Republic of Palau|Palauan
PY|Republic of Paraguay|Paraguayan
QA|State of Qatar|Qatari
RE*|Reunion|Reunionese
RO|Rumania|Romanian, Rumanian
RS|Republic of Serbia|Serbian, Serb
RU|Russian Federation, Soviet Union, USSR, U.S.S.R.|Russian, Soviet, Chechen
RW|Republic of Rwanda|Rwandan, Rwandese
SA|Kingdom of Saudi Arabia, KSA|Saudi, Saudi Arabian
SB|Solomons|Solomon Islander
SC||Seychellois
SD|Republic of Sudan, Republic of the Sudan, The Sudan|Sudanese
SE|Kingdom of Sweden|Swedish, Swede
SG|Republic of Singapore|Singaporean
SH*|Saint Helena|Saint Helenian
SI|Republic of Slovenia|Slovenian, Slovene
SJ*|Svalbard|
SK|Slovak Republic|Slovak, Slovakian
SL|Republic of Sierra Leone|Sierra Leonean
SM|Republic of San Marino|Sammarinese
SN|Republic of Senegal|Senegalese
SO|Federal Republic of Somalia, Somaliland, Puntland|Somali, Somalian, Somalilander
SR|Republic of Suriname, Surinam|Surinamese
SS|Republic of South Sudan|South Sudanese
ST|Sao Tome and Principe, Sao Tome|Sao Tomean
SV|Republic of El Salvador, Salvador|Salvadoran, Salvadorean, Salvadorian
SX*|Sint Maarten|
SY|Syrian Arab Republic|Syrian
SZ|Swaziland, Kingdom of Eswatini|Swazi
TC*|Turks and Caicos|Turks and Caicos Islander
TD|Republic of Chad|Chadian
TF*||
TG|Togolese Republic|Togolese
TH|Kingdom of Thailand, Siam|Thai
TJ|Republic of Tajikistan|Tajik, Tajikistani
TK*||Tokelauan
TL|East Timor|Timorese, East Timorese
TM||Turkmen, Turkmenistani
TN|Tunisian Republic|Tunisian
TO|Kingdom of Tonga|Tongan
TR|Turkey, Turkiye, Republic of Turkey, Republic of Turkiye|Turkish, Turk
TT|Trinidad and Tobago, Trinidad, Tobago|Trinidadian, Tobagonian
TV||Tuvaluan
TW|Republic of China, Formosa, Chinese Taipei|Taiwanese
TZ|United Republic of Tanzania|Tanzanian
UA|The Ukraine|Ukrainian
UG|Republic of Uganda|Ugandan
UM*||
US|U.S., US, U.S.A., USA, United States of America, The United States, America, The States|American
UY|Oriental Republic of Uruguay|Uruguayan
UZ|Republic of Uzbekistan|Uzbek, Uzbekistani
VA|Vatican, Holy See, Vatican City State|
VC|Saint Vincent and the Grenadines, Saint Vincent, Grenadines|Vincentian
VE|Bolivarian Republic of Venezuela|Venezuelan
VG*||British Virgin Islander
VI*|United States Virgin Islands, Virgin Islands|Virgin Islander
VN|Viet Nam, Socialist Republic of Vietnam, North Vietnam, South Vietnam|Vietnamese
VU|Republic of Vanuatu|Ni-Vanuatu
WF*||Wallisian, Futunan
WS|Independent State of Samoa, Western Samoa|Samoan
XK|Republic of Kosovo, Kosova|Kosovar, Kosovan
YE|Republic of Yemen|Yemeni, Yemenite
YT*||Mahoran
ZA|RSA, Republic of South Africa|South African
ZM|Republic of Zambia|Zambian
ZW|Republic of Zimbabwe, Rhodesia|Zimbabwean
`;

export interface CountryWords {
	/** ISO 3166-1 alpha-2. */
	code: string;
	sovereign: boolean;
	/** Besides those of CLDR. */
	names: string[];
	/** Singular and plural. */
	demonyms: string[];
}

/** Whom English calls by a word without -s in the plural: “the Chinese”, “the Swiss”, “the British”, “Frenchmen”. */
const hasNoPlural = /(s|sh|ch|ese|x|z|man|men)$/i;
/** What the rule would have otherwise. */
const isPlural: Record<string, string> = {
	Czech: 'Czechs',
	Frenchwoman: 'Frenchwomen',
	German: 'Germans',
	Turkmen: 'Turkmens'
};

function withPlurals(demonym: string): string[] {
	const own = isPlural[demonym];
	if (own) return [demonym, own];
	return hasNoPlural.test(demonym) ? [demonym] : [demonym, `${demonym}s`];
}

const listed = (text: string) =>
	text
		.split(', ')
		.map((part) => part.trim())
		.filter(Boolean);

/** All countries, by code. */
export const countryWords: CountryWords[] = table
	.trim()
	.split('\n')
	.map((line) => {
		const [code, names, demonyms] = line.split('|') as [string, string, string];
		return {
			code: code.replace('*', ''),
			sovereign: !code.includes('*'),
			names: listed(names),
			demonyms: listed(demonyms).flatMap(withPlurals)
		};
	});
