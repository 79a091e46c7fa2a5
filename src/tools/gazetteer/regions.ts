/**
 * Regions larger than a country or across countries, seas and rivers that news name: name, latitude and longitude of a
 * place about the middle (degrees; a mark on a world map, not a position of anything), names besides, adjectives.
 */
const table = `
Africa|7.2|21||African, Africans
Europe|48.7|9.1||European, Europeans
Asia|29.8|89||Asian, Asians
North America|46|-100||North American, North Americans
South America|-14.6|-57.7||South American, South Americans
Latin America|-14.6|-57.7||Latin American, Latin Americans
Central America|14|-87||Central American, Central Americans
Middle East|29.3|42.6|Near East, Mideast|Middle Eastern
Antarctic Peninsula|-69|-65||
Arctic|80|0||
Mediterranean Sea|35.5|18|Mediterranean|
Red Sea|20.3|38||
Black Sea|43|34||
Caspian Sea|42|50||
Baltic Sea|58|20||
North Sea|56|3||
South China Sea|14|115||
East China Sea|29|125||
Arabian Sea|15|65||
Sea of Azov|46|36.5||
Sea of Japan|40|135||
Persian Gulf|27|51|Gulf, Arabian Gulf|
Gulf of Mexico|25|-90||
Gulf of Aden|12|47||
Gulf of Oman|25|58||
Strait of Hormuz|26.6|56.5|Hormuz Strait|
Bab el-Mandeb|12.6|43.3|Bab al-Mandab, Bab el-Mandeb Strait|
Taiwan Strait|24.5|119.5||
English Channel|50.2|-0.5||
Suez Canal|30.5|32.3||
Panama Canal|9.1|-79.7||
Bay of Bengal|15|88||
Atlantic Ocean|10|-25|Atlantic|
Pacific Ocean|0|-160|Pacific|
Indian Ocean|-10|75||
Euphrates|35|40|Euphrates River|
Tigris|34.5|43.5|Tigris River|
Nile|25|32.5|Nile River|
Danube|45|28|Danube River|
Dnieper|48.5|34.5|Dnipro River, Dnieper River|
Mississippi River|35|-90.5||
Litani River|33.4|35.5|Litani|
Orontes River|35.2|36.4|Orontes|
West Bank|31.67|35.25||
Gaza Strip|31.42|34.33|Gaza|Gazan, Gazans
Golan Heights|33|35.75|Golan|
Kurdistan|37|44||
West Africa|12|-3||West African, West Africans
East Africa|0|37||East African, East Africans
Southern Africa|-22|24||
North Africa|28|10||North African, North Africans
Sub-Saharan Africa|0|20||
Southeast Asia|10|105|South East Asia|Southeast Asian
South Asia|23|80||South Asian
Central Asia|45|65||Central Asian
East Asia|35|115||East Asian
Western Europe|48|5||
Eastern Europe|50|25||Eastern European
European Union|50.1|9.7|EU, E.U.|
Scandinavia|62|15||Scandinavian, Scandinavians
Balkans|42.5|21||Balkan
Caribbean|15|-75||
Levant|34|37||
Horn of Africa|8|46||
Maghreb|32|3||
Sahel|14|5||
Sahara|23|10|Sahara Desert|
Darfur|13|24||
Himalayas|28|84||
Alps|46.5|9||
Siberia|60|100||Siberian, Siberians
Caucasus|42.5|44||
South Ossetia|42.3|44||
Abkhazia|43|41||
Nagorno-Karabakh|39.8|46.7|Karabakh|
Transnistria|46.9|29.5|Transdniestria|
Chechnya|43.3|45.7||
Crimea|45.3|34.4|Crimean Peninsula|Crimean
Donbas|48|38|Donbass|
Kashmir|34|76||Kashmiri, Kashmiris
Sinai|29.5|33.8|Sinai Peninsula|
Midwest|41.5|-93||
New England|44|-71||
`;

export interface RegionWords {
	name: string;
	/** Degrees. */
	latitude: number;
	longitude: number;
	names: string[];
	demonyms: string[];
}

export const regionWords: RegionWords[] = table
	.trim()
	.split('\n')
	.map((line) => {
		const [name, latitude, longitude, names, demonyms] = line.split('|') as [
			string,
			string,
			string,
			string,
			string
		];
		return {
			name,
			latitude: Number(latitude),
			longitude: Number(longitude),
			names: names.split(', ').filter(Boolean),
			demonyms: demonyms.split(', ').filter(Boolean)
		};
	});
