/** The packed gazetteer as it is in the repository: that the names which articles use mean what they should. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { GazetteerPlace, PlaceKind } from '../../../../src/lib/draft/gazetteer/gazetteer';
import { gazetteerKey } from '../../../../src/lib/draft/gazetteer/key';
import { ownPlacesOf, withOwnPlaces } from '../../../../src/lib/draft/gazetteer/own';
import { readGazetteer } from '../../../../src/lib/draft/gazetteer/read';
import { loadRecords } from '../../../../src/lib/server/geodata';
import { countryWords } from '../../../../src/tools/gazetteer/countries';

const data = new URL('../../../../src/lib/draft/data/', import.meta.url);
const bytes = readFileSync(new URL('gazetteer.bin', data));
const packed = readGazetteer(bytes);
const gazetteer = withOwnPlaces(packed, ownPlacesOf(loadRecords().places));

const placesOf = (name: string): GazetteerPlace[] =>
	(gazetteer.candidates(gazetteerKey(name)) ?? []).map(({ place }) => gazetteer.place(place));

/** Whether a name may mean a place of these kinds in a country, within 30 km of a position. */
function isKnown(name: string, country: string, [latitude, longitude]: [number, number], kinds: PlaceKind[]) {
	return placesOf(name).some(
		(place) =>
			place.country === country &&
			kinds.includes(place.kind) &&
			Math.hypot(place.latitude - latitude, (place.longitude - longitude) * 0.8) < 0.3
	);
}

describe('the gazetteer', () => {
	const settled: PlaceKind[] = ['town', 'seat', 'capital'];
	it.each<[string, [number, number], string[]]>([
		['SY', [35.52, 35.79], ['Latakia', 'Lattakia', 'اللاذقية', 'لاذقية']],
		['SY', [34.89, 35.89], ['Tartus', 'Tartous', 'طرطوس']],
		['SY', [35.34, 40.14], ['Deir ez-Zor', 'Deir al-Zour', 'Deir Ezzor', 'Deir ez-Zour', 'دير الزور']],
		['SY', [35.06, 36.34], ['Masyaf', 'Masyef', 'Maşyāf', 'مصياف']],
		['SY', [34.51, 36.58], ['Qusayr', 'Al-Qusayr', 'al-Qusair', 'القصير']],
		['SY', [34.45, 40.92], ['Albu Kamal', 'Abu Kamal', 'Boukamal', 'al-Bukamal', 'البوكمال', 'أبو كمال']],
		['SY', [35.95, 39.01], ['Raqqa', 'Raqa', 'Ar-Raqqah', 'Al Raqqa', 'الرقة', 'الرقه', 'رقة']],
		['SY', [36.2, 37.16], ['Aleppo', 'Halab', 'حلب', 'حـلب']],
		['SY', [35.13, 36.76], ['Hama', 'Hamah', 'Ḩamāh', 'حماة', 'حماه']],
		['SY', [33.51, 36.29], ['Damascus', 'Dimashq', 'دمشق']],
		['SY', [35.93, 36.63], ['Idlib', 'Idleb', 'إدلب', 'ادلب']],
		['SY', [34.56, 38.28], ['Palmyra', 'Tadmur', 'تدمر']],
		['UA', [50.45, 30.52], ['Kyiv', 'Kiev', 'كييف']],
		['UA', [46.48, 30.72], ['Odesa', 'Odessa', 'أوديسا']],
		['SD', [15.55, 32.53], ['Khartoum', 'الخرطوم']],
		['SD', [13.63, 25.35], ['El Fasher', 'Al-Fashir', 'El-Fashir', 'الفاشر']],
		['SD', [19.62, 37.22], ['Port Sudan', 'بورتسودان']],
		['YE', [14.8, 42.95], ['Hodeidah', 'Al Hudaydah', 'Hudaydah', 'الحديدة']],
		['RU', [55.75, 37.62], ['Moscow', 'موسكو']]
	])('of %s near %j knows %j', (country, position, names) => {
		expect(names.filter((name) => !isKnown(name, country, position, settled))).toEqual([]);
	});

	it('knows governorates with and without the word, in both languages', () => {
		const names = [
			...['Hama', 'Hama Governorate', 'Hama province', 'محافظة حماة', 'حماة'],
			...['Homs Governorate', 'حمص', 'Deir Ezzor governorate', 'محافظة دير الزور', 'Rif Dimashq', 'ريف دمشق'],
			...['Anbar', 'Al-Anbar province', 'الأنبار', 'Nineveh', 'نينوى', 'Hadramawt', 'حضرموت'],
			...['North Darfur', 'شمال دارفور', 'ولاية الخرطوم', 'Khuzestan', 'خوزستان', 'منطقة الرياض']
		];
		const unknown = names.filter((name) => !placesOf(name).some(({ kind }) => kind === 'division'));
		expect(unknown).toEqual([]);
	});

	it.each([
		[
			'US',
			['U.S.', 'US', 'USA', 'United States', 'the United States', 'America', 'الولايات المتحدة', 'أمريكا']
		],
		['GB', ['UK', 'U.K.', 'Britain', 'United Kingdom', 'بريطانيا']],
		['AE', ['UAE', 'United Arab Emirates', 'Emirates', 'الإمارات']],
		['CD', ['DRC', 'Democratic Republic of Congo', 'Congo']],
		['TR', ['Turkey', 'Türkiye', 'تركيا']],
		['SY', ['Syria', 'سوريا', 'سورية', 'Syrian Arab Republic']],
		['SA', ['Saudi Arabia', 'السعودية']],
		['CI', ['Ivory Coast', 'Côte d’Ivoire']],
		['CZ', ['Czechia', 'Czech Republic']],
		['MM', ['Burma', 'Myanmar']],
		['PS', ['Palestine', 'فلسطين']]
	])('knows the country %s as %j', (country, names) => {
		const isCountry = (name: string) =>
			placesOf(name).some((place) => place.kind === 'country' && place.country === country);
		expect(names.filter((name) => !isCountry(name))).toEqual([]);
	});

	it('knows every country and its people', () => {
		const countryOf = (row: number | undefined) => (row === undefined ? '' : packed.place(row).country);
		for (const { code, names, demonyms } of countryWords) {
			for (const name of names) expect(placesOf(name).map(({ country }) => country)).toContain(code);
			if (demonyms.length > 0) {
				expect(demonyms.map((word) => countryOf(packed.demonym(gazetteerKey(word))))).toContain(code);
			}
		}
		const peoples = countryWords.filter(({ sovereign, demonyms }) => sovereign && demonyms.length > 0);
		expect(peoples.length).toBeGreaterThan(190);
	});

	it.each([
		['Russian', 'RU'],
		['Russians', 'RU'],
		['Syrians', 'SY'],
		['Iranian', 'IR'],
		['Israelis', 'IL'],
		['Turks', 'TR'],
		['Chinese', 'CN'],
		['Poles', 'PL'],
		['New Zealanders', 'NZ'],
		['روسي', 'RU'],
		['الروس'.slice(2), 'RU'],
		['سورية', 'SY'],
		['إيرانيون', 'IR'],
		['ايرانيين', 'IR'],
		['أميركية', 'US'],
		['كورية جنوبية', 'KR']
	])('“%s” is of %s', (word, country) => {
		expect(gazetteer.place(gazetteer.demonym(gazetteerKey(word))!).country).toBe(country);
	});

	it.each([
		['Calif.', 'California'],
		['N.Y.', 'New York'],
		['TX', 'Texas'],
		['D.C.', 'District of Columbia'],
		['NSW', 'New South Wales'],
		['OSDI', 'Damascus International Airport']
	])('“%s” is %s', (word, name) => {
		expect(packed.place(packed.abbreviation(word)!).name).toBe(name);
	});

	it('has the data set’s own places first, in every spelling', () => {
		for (const [name, id] of [
			['Hmeimim', 'hmeimim'],
			['Khmeimim Air Base', 'hmeimim'],
			['حميميم', 'hmeimim'],
			['Al-Tanf', 'tanf'],
			['Tanf', 'tanf'],
			['التنف', 'tanf'],
			['تنف', 'tanf'],
			['Masyaf', 'masyaf-facility']
		] as const) {
			expect(placesOf(name)[0]?.ownId, name).toBe(id);
		}
	});

	it('is what its description says, and as small as promised', () => {
		const description = readFileSync(new URL('GAZETTEER.md', data), 'utf8');
		expect(description).toContain(createHash('sha256').update(bytes).digest('hex'));
		expect(bytes.length).toBeLessThan(8e6);
		expect(gzipSync(bytes).length).toBeLessThan(3.2e6);
	});
});
