/**
 * Coordinates as people write them. Everything here takes the text of one cell and gives degrees (WGS 84) or null;
 * whether degrees lie on Earth is left to the caller, so that swapped columns and metres can be told apart.
 */
import * as mgrsLibrary from 'mgrs';
import { decimal, shortText } from './numbers';

export type Axis = 'latitude' | 'longitude';
/** Longitude and latitude. */
export type Position = [longitude: number, latitude: number];

/** Words for the four directions in English, Arabic, French, Spanish and German. `O` is west: French and Spanish. */
const directions: readonly [RegExp, Axis, 1 | -1][] = [
	[/^(?:n|north|nord|norte|ش|شمال|شمالا|شمالاً)$/, 'latitude', 1],
	[/^(?:s|south|sud|sur|süd|ج|جنوب|جنوبا|جنوباً)$/, 'latitude', -1],
	[/^(?:e|east|est|este|ost|ق|شرق|شرقا|شرقاً)$/, 'longitude', 1],
	[/^(?:w|o|west|ouest|oeste|غ|غرب|غربا|غرباً)$/, 'longitude', -1]
];

interface Direction {
	axis: Axis;
	sign: 1 | -1;
}

/** What a word or letter says: N, east, غرب. Null where it is no direction. */
export function directionOf(text: string): Direction | null {
	const plain = text.trim().replace(/\.$/, '').toLowerCase();
	const found = directions.find(([pattern]) => pattern.test(plain));
	return found ? { axis: found[1], sign: found[2] } : null;
}

interface Angle {
	degrees: number;
	/** What the direction says it is; null where there is none. */
	axis: Axis | null;
}

const number = String.raw`\d+(?:[.,]\d+)?`;
const angleGrammar = new RegExp(
	`^(?<before>[\\p{L}\\p{Mn}]+)?\\.?\\s*(?<sign>[+-])?(?<degrees>${number})\\s*` +
		`(?:(?:°|º|˚|d|deg|:|\\s)\\s*(?:(?<minutes>${number})\\s*(?:(?:'|′|’|‘|´|m|min|:|\\s)\\s*` +
		`(?:(?<seconds>${number})\\s*(?:"|″|”|“|''|′′|’’|s|sec)?)?)?)?)?\\s*(?<after>[\\p{L}\\p{Mn}]+)?\\.?$`,
	'iu'
);

const isBroken = (text: string) => /[.,]/.test(text);

/** One angle: 36.2765, 36,2765, 36°16'35.4"N, N 36 16.59, 36:16:35, ٣٦٫٢٧. Null where it is none. */
export function parseAngle(text: string): Angle | null {
	const plain = shortText(text);
	if (plain === null || plain === '' || plain.length > 60) return null;
	const alone = decimal(plain);
	if (alone !== null) return { degrees: alone, axis: null };
	const groups = angleGrammar.exec(plain)?.groups;
	if (!groups) return null;
	const word = groups.before ?? groups.after;
	if (groups.before && groups.after) return null;
	const direction = word ? directionOf(word) : null;
	if (word && !direction) return null;
	const minutes = decimal(groups.minutes ?? '0')!;
	const seconds = decimal(groups.seconds ?? '0')!;
	if (minutes >= 60 || seconds > 60) return null;
	// Of degrees, minutes and seconds only the last has decimals: 36.2 37.1 are two angles.
	if (groups.minutes && isBroken(groups.degrees!)) return null;
	if (groups.seconds && isBroken(groups.minutes!)) return null;
	const size = decimal(groups.degrees!)! + minutes / 60 + seconds / 3600;
	const isNegative = groups.sign === '-';
	// In -37.1W both say the same; in -36.1N one of them is wrong, and nobody knows which.
	if (isNegative && direction?.sign === 1) return null;
	return { degrees: (isNegative ? -1 : (direction?.sign ?? 1)) * size, axis: direction?.axis ?? null };
}

const packedGrammar = /^(?<degrees>\d{2,3})(?<minutes>\d\d)(?<seconds>\d\d)?(?<rest>\.\d+)?$/;

/**
 * An angle whose degrees, minutes and seconds stand without anything between, with its letter: 361205N, 0370600E,
 * 3612.05N, as of aviation, gazetteers and receivers. A latitude has two digits of degrees, a longitude three. Null where
 * it is none; and it may be metres as well, so that it counts where both angles of a row are written so.
 */
export function parsePackedAngle(text: string): Angle | null {
	const plain = shortText(text)?.replace(/\s+/g, '') ?? '';
	const parts = /^(?:(?<before>\p{L}+)(?<number>[\d.]+)|(?<alone>[\d.]+)(?<after>\p{L}+))$/u.exec(
		plain
	)?.groups;
	if (!parts) return null;
	const direction = directionOf((parts.before ?? parts.after)!);
	const written = (parts.number ?? parts.alone)!;
	const isLatitude = direction?.axis === 'latitude';
	const digits = written.split('.', 1)[0]!.length;
	if (!direction || digits !== (isLatitude ? 4 : 5) + (digits > 5 ? 2 : 0)) return null;
	const size = isLatitude ? 2 : 3;
	const found = packedGrammar.exec(written.slice(size - 2))?.groups;
	if (!found) return null;
	const degrees = Number(written.slice(0, size));
	const tail = Number(`0${found.rest ?? ''}`);
	const minutes = Number(found.minutes) + (found.seconds ? 0 : tail);
	const seconds = found.seconds ? Number(found.seconds) + tail : 0;
	if (degrees > (isLatitude ? 90 : 180) || minutes >= 60 || seconds >= 60) return null;
	return { degrees: direction.sign * (degrees + minutes / 60 + seconds / 3600), axis: direction.axis };
}

/** Two angles in one cell, and what says which of them is the latitude. */
export interface Pair {
	at: Position;
	/** Letters; square brackets, in which GeoJSON has longitude first; or nothing but custom, which has latitude first. */
	order: 'letters' | 'brackets' | 'custom';
}

const jsonNumber = String.raw`"?(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)"?`;
/** A position of GeoJSON (RFC 7946, 3.1.1): longitude, latitude and perhaps an altitude. */
const jsonPosition = new RegExp(
	String.raw`^\[\s*${jsonNumber}\s*,\s*${jsonNumber}\s*(?:,\s*${jsonNumber}\s*)?\]$`
);

/**
 * Two angles in one cell: "36.2, 37.1", "36,2; 37,1", "(36.2 37.1)", "geo:36.2,37.1", 36°12'N 37°9'E, and as JSON has
 * them [37.1, 36.2].
 */
export function readPair(text: string): Pair | null {
	const short = shortText(text);
	if (short === null) return null;
	const json = jsonPosition.exec(short);
	if (json) return { at: [Number(json[1]), Number(json[2])], order: 'brackets' };
	const labelled = readLabelled(short);
	if (labelled) return labelled;
	const plain = short.replace(/^geo:/i, '').replace(/^[([]\s*|\s*[)\]]$/g, '');
	for (const [first, second] of halves(plain)) {
		const packed = [parsePackedAngle(first), parsePackedAngle(second)] as const;
		const arePacked = packed[0] !== null && packed[1] !== null && packed[0].axis !== packed[1].axis;
		const a = arePacked ? packed[0] : parseAngle(first);
		const b = a && (arePacked ? packed[1] : parseAngle(second));
		if (!a || !b) continue;
		if (a.axis && a.axis === b.axis) return null;
		const longitudeFirst = a.axis === 'longitude' || b.axis === 'latitude';
		const at: Position = longitudeFirst ? [a.degrees, b.degrees] : [b.degrees, a.degrees];
		return { at, order: a.axis || b.axis ? 'letters' : 'custom' };
	}
	return null;
}

const labels = {
	latitude: String.raw`(?:lat(?:itude|\.)?|خط العرض)\s*[:=]?\s*`,
	longitude: String.raw`(?:lon(?:g(?:itude)?)?\.?|lng|خط الطول)\s*[:=]?\s*`
};
const labelled = [
	new RegExp(`^${labels.latitude}(.+?)[\\s,;/]+${labels.longitude}(.+)$`, 'i'),
	new RegExp(`^${labels.longitude}(.+?)[\\s,;/]+${labels.latitude}(.+)$`, 'i')
];

/** Two angles with a word before each: Lat: 36.2, Lon: 37.1. Null where they are none. */
function readLabelled(text: string): Pair | null {
	if (!/^(?:l|خ)/i.test(text)) return null;
	for (const [at, pattern] of labelled.entries()) {
		const [, first, second] = pattern.exec(text) ?? [];
		const [a, b] = [first, second].map((each) => (each === undefined ? null : parseAngle(each)));
		if (!a || !b) continue;
		const [latitude, longitude] = at === 0 ? [a, b] : [b, a];
		if (latitude.axis === 'longitude' || longitude.axis === 'latitude') return null;
		return { at: [longitude.degrees, latitude.degrees], order: 'letters' };
	}
	return null;
}

/** The position of two angles in one cell, as `readPair` has it. */
export const parsePair = (text: string): Position | null => readPair(text)?.at ?? null;

/** The ways to cut a cell in two, the surest first. */
function* halves(text: string): Generator<[string, string]> {
	for (const separator of [/\s*[;|/]\s*/, /\s*,\s+/, /\s*,\s*/]) {
		const parts = text.split(separator);
		if (parts.length === 2) yield parts as [string, string];
	}
	const commas = text.split(',');
	// 36,2,37,1: decimal commas and a comma between.
	if (commas.length === 4) yield [`${commas[0]},${commas[1]}`, `${commas[2]},${commas[3]}`.trim()];
	const lettered = /^(.*?\d.*?[NSnsشج]\.?)[\s,]+(.+)$/.exec(text) ?? /^(.+[EWewقغ]\.?)[\s,]+(.+)$/.exec(text);
	if (lettered) yield [lettered[1]!, lettered[2]!];
	const words = text.split(/\s+/);
	if (words.length % 2 === 0)
		yield [words.slice(0, words.length / 2).join(' '), words.slice(words.length / 2).join(' ')];
}

// The package is a module to a bundler and CommonJS to Node, which sees no named exports in it.
const { toPoint } = (Reflect.get(mgrsLibrary, 'default') as typeof mgrsLibrary | undefined) ?? mgrsLibrary;

const mgrsGrammar = /^(?:0?[1-9]|[1-5]\d|60)[C-HJ-NP-X][A-HJ-NP-Z][A-HJ-NP-V](?:\d\d){0,5}$/;

/** A reference of the Military Grid Reference System (NGA.STND.0037), as the middle of its square. */
export function parseMgrs(text: string): Position | null {
	const plain = shortText(text)?.replace(/\s+/g, '').toUpperCase();
	if (plain === undefined || !mgrsGrammar.test(plain)) return null;
	try {
		const [longitude, latitude] = toPoint(plain);
		return isFinite(longitude) && isFinite(latitude) ? [longitude, latitude] : null;
	} catch {
		// The library throws where the letters name no square of their zone.
		return null;
	}
}

const zoneWord = String.raw`(?<zone>0?[1-9]|[1-5]\d|60)\s?(?<band>[C-HJ-NP-X])`;
const metres = (name: string, digits: string, letter: string) =>
	String.raw`(?<${name}>${digits}(?:[.,]\d+)?)\s?(?:m\s?)?${letter}?`;
const utmMetres = String.raw`${metres('easting', String.raw`\d{6}`, 'E')}[\s,;/]+${metres('northing', String.raw`\d{6,8}`, 'N')}`;
const utmGrammars = [`${zoneWord}[\\s,;/]+${utmMetres}`, `${utmMetres}[\\s,;/]+${zoneWord}`].map(
	(pattern) => new RegExp(`^(?:UTM[\\s:]*)?(?:zone\\s*)?${pattern}$`, 'i')
);

/**
 * Metres of UTM on WGS 84 with their zone: 37S 330000 4010000, 330000mE 4010000mN 37N. The letter is that of a band of
 * MGRS or of a hemisphere: S is the band where its metres lie in it.
 * @returns easting and northing with the number of their system in EPSG; null where it is none
 */
export function parseUtm(text: string): { at: Position; system: number } | null {
	const plain = shortText(text);
	if (plain === null) return null;
	for (const grammar of utmGrammars) {
		const found = grammar.exec(plain)?.groups;
		if (!found) continue;
		const at: Position = [decimal(found.easting!)!, decimal(found.northing!)!];
		const band = found.band!.toUpperCase();
		// From 32 to 40 degrees north.
		const isBandS = band === 'S' && at[1] >= 3_540_000 && at[1] <= 4_432_000;
		return {
			at,
			system:
				(band >= 'N' && band !== 'S') || isBandS ? 32600 + Number(found.zone) : 32700 + Number(found.zone)
		};
	}
	return null;
}

/** Whether a position is on Earth. 180.0000001 and 90.0000001, as rounding gives them, are. */
export function isOnEarth(longitude: number, latitude: number): boolean {
	return Math.abs(longitude) <= 180.000001 && Math.abs(latitude) <= 90.000001;
}

/** A longitude between 180° and 360°, as some programs count them, between -180° and 180°; any other as it is. */
export function aroundEarth(longitude: number): number {
	if (longitude > 180.000001 && longitude <= 360) return longitude - 360;
	return longitude < -180.000001 && longitude >= -360 ? longitude + 360 : longitude;
}
