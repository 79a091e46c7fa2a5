/** Gathers the gazetteer from its sources: countries, regions, divisions, districts, towns, airports and their names. */
import type { PlaceKind } from '../../lib/draft/gazetteer/gazetteer';
import { gazetteerKey, otherArticle } from '../../lib/draft/gazetteer/key';
import { Collection } from './collect';
import { arabicCountries, arabicRegions } from './arabic';
import { countryWords } from './countries';
import { divisionWords } from './divisions';
import { englishName, plainName } from './english';
import { middleOf, middlesOfGeoNames, TownBox, type Middle } from './positions';
import { regionWords } from './regions';
import type { Airport, Division, Sources, Town } from './sources';
import { townSpellings } from './spellings';
import { stateAbbreviations } from './states';

/** Where every name of every town counts. */
const region = new Set('SY IQ LB JO IL PS TR IR EG SA YE SD LY'.split(' '));
/** Around it, where every Arabic name of every town counts. */
const neighbours = new Set('KW QA BH AE OM CY GE AM AZ TM AF PK DJ ER ET SO SS TD NE DZ TN MA MR'.split(' '));

/** Elsewhere: towns of so many people have a place, or are looked for under their other names as well. */
const fewestPeople = 500;
const fewestForAliases = 5_000;
const isCity = 100_000;
/** In the region: towns that Arabic texts name with the article or without. */
const wellKnownPeople = 20_000;

/** How much a name counts, as often as it is meant. */
const weights = {
	alias: 0.4,
	aliasOfCity: 0.7,
	withoutOf: 0.9,
	withoutCity: 0.7,
	bare: 0.8,
	spelling: 0.8,
	arabic: 0.9,
	otherArticle: 0.5
};

/** What countries, regions and airports count as, beside the people of towns. */
const nominal = { sovereign: 30_000_000, dependent: 100_000, region: 20_000_000, airport: 1000 };

export function gather(sources: Sources): Collection {
	const collection = new Collection();
	const boxes = boxesOf(sources.towns);
	addCountries(collection, sources, boxes);
	addRegions(collection);
	for (const town of sources.towns) addTown(collection, town);
	const seats = seatsOf(sources.towns);
	for (const division of sources.divisions) addDivision(collection, division, boxes, seats);
	addSpellings(collection);
	for (const district of sources.districts) addDistrict(collection, district, boxes);
	addAbbreviations(collection);
	for (const airport of sources.airports) addAirport(collection, airport);
	return collection;
}

/** Boxes of countries, divisions and districts, by code. */
function boxesOf(towns: Town[]): Map<string, TownBox> {
	const boxes = new Map<string, TownBox>();
	for (const town of towns) {
		const division = `${town.country}.${town.division}`;
		for (const code of [town.country, division, ...(town.district ? [`${division}.${town.district}`] : [])]) {
			let box = boxes.get(code);
			if (!box) boxes.set(code, (box = new TownBox()));
			box.add(town);
		}
	}
	return boxes;
}

function addCountries(collection: Collection, sources: Sources, boxes: Map<string, TownBox>): void {
	const outlines = new Map(sources.outlines.map((outline) => [outline.number, outline]));
	for (const { code, sovereign, names, demonyms } of countryWords) {
		const given = middlesOfGeoNames[code];
		const outline = outlines.get(sources.numbers[code] ?? code) ?? outlines.get(code);
		let middle: Middle | undefined = boxes.get(code)?.middle;
		if (outline) middle = middleOf(outline);
		if (given) middle = { latitude: given[0], longitude: given[1] };
		if (!middle) continue;
		const english = namesOf(sources.territories.en, code);
		const row = collection.add({
			name: english[0]!,
			...middle,
			country: code,
			division: '',
			kind: 'country',
			population: sovereign ? nominal.sovereign : nominal.dependent
		});
		for (const name of [...english, ...names]) collection.name(row, name, 1);
		for (const demonym of demonyms) collection.demonym(row, demonym);
		const arabic = arabicCountries.get(code);
		for (const name of namesOf(sources.territories.ar, code)) addArabic(collection, row, name);
		for (const name of arabic?.names ?? []) addArabic(collection, row, name);
		for (const demonym of arabic?.demonyms ?? []) collection.demonym(row, demonym);
	}
}

/** Which of CLDR's forms is the plain English one, where that is not the first. */
const plainForm: Record<string, string> = {
	CD: '-alt-variant',
	CG: '-alt-variant',
	CI: '-alt-variant',
	HK: '-alt-short',
	MM: '-alt-short',
	MO: '-alt-short',
	PS: '-alt-short',
	TR: '-alt-variant'
};

/** The names of a territory in CLDR, the plain one first. */
function namesOf(territories: Record<string, string>, code: string): string[] {
	const forms = [plainForm[code] ?? '', '', '-alt-short', '-alt-variant'];
	return forms.flatMap((form) => territories[code + form] ?? []);
}

function addRegions(collection: Collection): void {
	for (const { name, latitude, longitude, names, demonyms } of regionWords) {
		const row = collection.add({
			name,
			latitude,
			longitude,
			country: '',
			division: '',
			kind: 'region',
			population: nominal.region
		});
		for (const each of [name, ...names]) collection.name(row, each, 1);
		for (const demonym of demonyms) collection.demonym(row, demonym);
		const arabic = arabicRegions.get(name);
		for (const each of arabic?.names ?? []) addArabic(collection, row, each);
		for (const demonym of arabic?.demonyms ?? []) collection.demonym(row, demonym);
	}
}

/** A name in Arabic; where the place is well known, with and without the article too. */
function addArabic(
	collection: Collection,
	row: number,
	name: string,
	{ weight = 1, isWellKnown = true } = {}
): void {
	const key = gazetteerKey(name);
	// Two letters are an ordinary word more often than a town.
	if (key.length < 3) return;
	collection.key(row, key, weight);
	if (isWellKnown) collection.key(row, otherArticle(key), weights.otherArticle);
}

const kindOfCode: Record<string, PlaceKind> = { PPLC: 'capital', PPLA: 'seat' };

function addTown(collection: Collection, town: Town): void {
	const { name, ascii, latitude, longitude, country, division, population } = town;
	const kind = kindOfCode[town.code] ?? 'town';
	if (kind === 'town' && population < fewestPeople && !region.has(country)) return;
	const shown = englishName(town);
	const row = collection.add({ name: shown, latitude, longitude, country, division, kind, population });
	collection.name(row, name, 1);
	collection.name(row, ascii, 1);
	if (shown !== name) collection.name(row, shown, weights.alias);
	const withoutOf = name.replace(/^(City|Town|Borough) of /i, '');
	if (withoutOf !== name) collection.name(row, withoutOf, weights.withoutOf);
	const withoutCity = name.replace(/ City$/, '');
	if (withoutCity !== name) collection.name(row, withoutCity, weights.withoutCity);
	const isNear = region.has(country);
	const isAround = neighbours.has(country);
	if (population < fewestForAliases && !isNear && !isAround) return;
	const isWellKnown = isNear && (kind !== 'town' || population >= wellKnownPeople);
	for (const alias of town.aliases) {
		if (isLatinName(alias)) {
			if (population < fewestForAliases && !isNear) continue;
			collection.name(row, alias, population > isCity ? weights.aliasOfCity : weights.alias);
		} else if (isNear ? isArabicName(alias) : (isAround || population > isCity) && isPlainArabic(alias)) {
			addArabic(collection, row, alias, { weight: weights.arabic, isWellKnown });
		}
	}
}

/** The name of a town in Arabic letters, and not the one of its province. */
function isArabicName(alias: string): boolean {
	return /^[\p{Script=Arabic}\p{Mn}\s]+$/u.test(alias) && !/^(محافظة|شعبية|استان|شهرستان|ولاية) /.test(alias);
}

/** Without the letters that only other languages have: it is the name in Arabic, or might be. */
function isPlainArabic(alias: string): boolean {
	return /^[\u0621-\u063a\u0641-\u0652 ]+$/.test(alias) && isArabicName(alias);
}

/** @throws Error where the town is not among those of the country */
function addSpellings(collection: Collection): void {
	const { places, keys } = collection;
	for (const { country, name, spellings } of townSpellings) {
		const [row] = [...(keys.get(gazetteerKey(name))?.keys() ?? [])]
			.filter((row) => places[row]!.country === country && isSettled(places[row]!.kind))
			.sort((a, b) => places[b]!.population - places[a]!.population);
		if (row === undefined) throw new Error(`GeoNames has no town “${name}” in ${country}.`);
		for (const spelling of spellings) {
			if (/\p{Script=Arabic}/u.test(spelling))
				addArabic(collection, row, spelling, { weight: weights.arabic });
			else collection.name(row, spelling, weights.spelling);
		}
	}
}

const isSettled = (kind: PlaceKind) => kind === 'capital' || kind === 'seat' || kind === 'town';

/**
 * Whether an alias is a name in Latin letters: no code (“DAM”), and no transliteration letter by letter (“dmshq”), which
 * GeoNames writes small.
 */
function isLatinName(alias: string): boolean {
	if (alias.length < 4 || !/^[\p{Script=Latin}\p{M}\s'’`.\-‘ʼ]+$/u.test(alias)) return false;
	return (
		!/^[A-Z]{3,4}$/.test(alias) &&
		/^(['’`‘ʼ]?\p{Lu}|(al|el|ad|an|ar|as|ash|at|az|ez|es|er)[ -]\p{Lu})/u.test(alias)
	);
}

const wordsForDivisions =
	/\b(governorate|province|region|state of|state|oblast|krai|republic of|muhafazat|prefecture|department|county|district|parish|borough|municipality)\b/g;

/** A key without the words for divisions. */
const bareOf = (key: string) => key.replace(wordsForDivisions, '').replace(/\s+/g, ' ').trim();

/** Where divisions are not called a province or a region. */
const ownWords = new Set(['US', 'CA', 'AU', 'GB']);

function addDivision(
	collection: Collection,
	{ code, name }: Division,
	boxes: Map<string, TownBox>,
	seats: Map<string, Town>
): void {
	const box = boxes.get(code);
	if (!box) return;
	const [country, division] = code.split('.') as [string, string];
	const { population } = box;
	const shown = plainName(name, country);
	const row = collection.add({ name: shown, ...box.middle, country, division, kind: 'division', population });
	const key = gazetteerKey(name);
	const bare = bareOf(key);
	collection.key(row, key, 1);
	if (bare !== key) collection.key(row, bare, weights.bare);
	else if (!ownWords.has(country)) {
		for (const word of ['province', 'governorate', 'region']) collection.key(row, `${key} ${word}`, 1);
	}
	addDivisionWords(collection, row, code);
	if (neighbours.has(country)) addNamesOfSeat(collection, row, bare, seats.get(code));
	if (country === 'US' && /^[A-Z]{2}$/.test(division)) collection.abbreviations.set(division, row);
}

/** What Arabic texts call a division of the first level. */
const arabicForDivision = ['محافظة', 'ولاية', 'منطقة', 'إقليم'];

function addDivisionWords(collection: Collection, row: number, code: string): void {
	const words = divisionWords.get(code);
	if (!words) return;
	for (const spelling of words.spellings) {
		for (const end of ['', ' province', ' governorate'])
			collection.name(row, spelling + end, weights.spelling);
	}
	for (const name of words.arabic) addArabic(collection, row, name);
	for (const name of [...words.arabic, ...words.arabicWords]) {
		for (const word of arabicForDivision) collection.name(row, `${word} ${name}`, 1);
	}
}

/** Seats of divisions, by code. */
function seatsOf(towns: Town[]): Map<string, Town> {
	const seats = towns.filter(({ code }) => code === 'PPLC' || code === 'PPLA');
	return new Map(seats.map((town) => [`${town.country}.${town.division}`, town]));
}

/** A division that has its name from its seat is called as the seat is, in Arabic too. */
function addNamesOfSeat(collection: Collection, row: number, key: string, seat: Town | undefined): void {
	if (!seat || ![seat.name, seat.ascii, ...seat.aliases].some((name) => gazetteerKey(name) === key)) return;
	for (const alias of seat.aliases.filter(isPlainArabic)) {
		addArabic(collection, row, alias, { weight: weights.arabic, isWellKnown: false });
		for (const word of arabicForDivision) collection.name(row, `${word} ${alias}`, weights.arabic);
	}
}

/** Of smaller districts only these, and those of the United States, are in. */
const withSmallDistricts = new Set(['US', 'SY', 'IQ', 'LB', 'IL', 'JO', 'TR', 'IR']);
/** Of districts without a word such as “District” only these are in. */
const withBareDistricts = new Set(['GB', 'IE', 'SY', 'IQ', 'TR']);

function addDistrict(collection: Collection, { code, name }: Division, boxes: Map<string, TownBox>): void {
	const box = boxes.get(code);
	if (!box) return;
	const [country, division] = code.split('.') as [string, string];
	const { population } = box;
	const key = gazetteerKey(name);
	const bare = bareOf(key);
	if (bare === key && !withBareDistricts.has(country)) return;
	if (population < 50_000 && !withSmallDistricts.has(country)) return;
	const shown = plainName(name, country);
	const row = collection.add({ name: shown, ...box.middle, country, division, kind: 'district', population });
	collection.key(row, key, 1);
	if (bare !== key) collection.key(row, bare, country === 'US' ? 0.3 : 0.5);
	if (country === 'GB' || country === 'IE') collection.key(row, `county ${bare}`, 0.9);
}

function addAbbreviations(collection: Collection): void {
	for (const [abbreviation, state] of Object.entries(stateAbbreviations.ofStates)) {
		const row = collection.abbreviations.get(state);
		if (row !== undefined) collection.abbreviations.set(abbreviation, row);
	}
	for (const [abbreviation, name] of Object.entries(stateAbbreviations.ofOthers)) {
		const rows = [...(collection.keys.get(gazetteerKey(name))?.keys() ?? [])];
		const isDivision = (row: number) => Number(collection.places[row]!.kind === 'division');
		const people = (row: number) => collection.places[row]!.population;
		rows.sort((a, b) => isDivision(b) - isDivision(a) || people(b) - people(a));
		if (rows[0] !== undefined) collection.abbreviations.set(abbreviation, rows[0]);
	}
}

const isMilitary = /air ?base|air force|army|naval|military|AFB|RAF |NAS /i;

/** How an airport is called as well: what ends its key, and what may stand there. */
const endings: [RegExp, string][] = [
	[/ international airport$/, ' airport'],
	[/ air ?base$/, ' airbase'],
	[/ air ?base$/, ' air base'],
	[/ air ?base$/, ' military airport'],
	[/ airport$/, ' military airport']
];

function addAirport(collection: Collection, airport: Airport): void {
	const { name, latitude, longitude, country, icao, keywords } = airport;
	const row = collection.add({
		name,
		latitude,
		longitude,
		country,
		division: '',
		kind: isMilitary.test(name) ? 'military' : 'airport',
		population: nominal.airport
	});
	const key = gazetteerKey(name);
	collection.key(row, key, 1);
	for (const [ending, other] of endings) {
		if (ending.test(key)) collection.key(row, key.replace(ending, other), 0.8);
	}
	for (const keyword of keywords) {
		if (isArabicName(keyword) && keyword.startsWith('مطار'))
			addArabic(collection, row, keyword, { isWellKnown: false });
		else if (isAirfield.test(keyword) && isLatinName(keyword))
			collection.name(row, keyword, weights.spelling);
	}
	if (/^[A-Z]{4}$/.test(icao)) collection.abbreviations.set(icao, row);
}

/** The end of a name that an airport goes by, and nothing else does. */
const isAirfield = / (airport|air ?base|airfield|afb)$/i;
