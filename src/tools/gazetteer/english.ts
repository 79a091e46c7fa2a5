/**
 * What an English text calls a town of which GeoNames has a transliteration letter by letter: “Hama” for “Ḩamāh”. Where
 * news agreed on a spelling that no rule gives, it is in the table: country, GeoNames' name, spelling. Written for this.
 */
import { withoutMarks } from '../../lib/base/foldText';
import type { Town } from './sources';

const table = `
SY|Dar‘ā|Daraa
SY|Tadmur|Palmyra
SY|Ālbū Kamāl|Al-Bukamal
SY|I‘zāz|Azaz
SY|‘Ayn al ‘Arab|Kobani
SY|Jablah|Jableh
SY|Dūmā|Douma
SY|Dārayyā|Daraya
SY|Ma‘arrat an Nu‘mān|Maarat al-Numan
SY|Khān Shaykhūn|Khan Sheikhoun
SY|Jisr ash Shughūr|Jisr al-Shughur
SY|Al Qāmishlī|Qamishli
SY|Al Qunayţirah|Quneitra
SY|Ath Thawrah|Tabqa
SY|As-Suwayda|Suwayda
SY|Al Bāb|Al-Bab
SY|Abū az̧ Z̧uhūr|Abu al-Duhur
SY|Ra’s al ‘Ayn|Ras al-Ain
SY|Muḩradah|Mhardeh
SY|Tall Rif‘at|Tel Rifaat
IQ|Al Fallūjah|Fallujah
IQ|As Sulaymānīyah|Sulaymaniyah
IQ|Abū Ghurayb|Abu Ghraib
IQ|Ad Dīwānīyah|Diwaniyah
IQ|Al Qā’im|Al-Qaim
IQ|Tall ‘Afar|Tal Afar
IQ|Bayjī|Baiji
YE|Al Ḩudaydah|Hodeidah
EG|Al Manşūrah|Mansoura
EG|Al Fayyūm|Faiyum
EG|Banī Suwayf|Beni Suef
EG|Madīnat Sittah Uktūbar|6th of October City
PS|Khān Yūnis|Khan Younis
PS|Dayr al Balaḩ|Deir al-Balah
PS|Jabālyā|Jabalia
IR|Orūmīyeh|Urmia
`;

/** By country and GeoNames' name. */
const spellings: ReadonlyMap<string, string> = new Map(
	table
		.trim()
		.split('\n')
		.map((line) => {
			const [country, name, spelling] = line.split('|') as [string, string, string];
			return [`${country}|${name}`, spelling];
		})
);

/** Where names are written in other letters, so that a Latin one is a transliteration. */
const transliterated = new Set('SY IQ LB JO IL PS IR EG SA YE SD LY KW QA BH AE OM AF PK'.split(' '));
const article = /^(?:Al|El|Ad|An|Ar|As|Ash|At|Ath|Az)[ -](?=\p{L}{5})/u;

/** A name as it is, or in a country whose names are transliterated without the marks and signs of that. */
export const plainName = (name: string, country: string): string =>
	transliterated.has(country) ? withoutMarks(name.normalize('NFKD')).replace(/[‘’ʻʼʿʾ'`]/g, '') : name;

/**
 * The name that a town is shown by. News leaves out the article and writes “-a” for “-ah”: so it is where GeoNames has the
 * town under that name as well.
 */
export function englishName({ name, aliases, country }: Pick<Town, 'name' | 'aliases' | 'country'>): string {
	const known = spellings.get(`${country}|${name}`);
	if (known !== undefined || !transliterated.has(country)) return known ?? name;
	const plain = plainName(name, country);
	if (plain === name && !article.test(name)) return name;
	const bare = plain.replace(article, '');
	const usual = [bare.replace(/ah$/, 'a'), bare, plain.replace(/ah$/, 'a')];
	return usual.find((each) => aliases.includes(each)) ?? plain;
}

/** @throws Error where the table has a town that GeoNames does not */
export function checkSpellings(towns: readonly Town[]): void {
	const names = new Set(towns.map(({ country, name }) => `${country}|${name}`));
	for (const town of spellings.keys()) if (!names.has(town)) throw new Error(`GeoNames has no town ${town}.`);
}
