/** What somebody else's file says a file was corrected to: nothing of it is certain, and what is no choice is left out. */
import { labelOf } from '../../base/encoding';
import type { LookedUp, LookedUpPlace } from '../read/lookedUp';
import type { PlaceColumns } from '../read/placeColumns';
import type { Choices } from '../read/read';
import type { ColumnRoles } from '../table';

type Known = Required<Choices>;
/** Gives a value back where it is a choice, else undefined. A kind of choice that is new must be looked at here. */
const checks: { [Name in keyof Known]: (value: unknown) => Choices[Name] | undefined } = {
	encoding: (value) => (isText(value, 40) ? (labelOf(value) ?? undefined) : undefined),
	delimiter: (value) => (isText(value, 10) && value !== '' ? value : undefined),
	header: boolean,
	firstLine: (value) => (isIndex(value) && value >= 1 && value <= 1000 ? value : undefined),
	part: (value) => (isText(value, 300) ? value : undefined),
	place: (value) => (value === null ? null : placeOf(value)),
	radius: (value) => {
		if (value === null) return null;
		if (!isObject(value) || !isIndex(value.column)) return undefined;
		return { column: value.column, unit: value.unit === 'km' ? 'km' : 'm' };
	},
	roles: (value) => {
		if (!isObject(value)) return undefined;
		const names: (keyof ColumnRoles)[] = ['name', 'actor', 'date', 'source', 'quote'];
		const roles = names.flatMap((name) => (isIndexOrNull(value[name]) ? [[name, value[name]]] : []));
		return Object.fromEntries(roles) as Partial<ColumnRoles>;
	},
	until: (value) => (isIndexOrNull(value) ? value : undefined),
	dayOrder: (value) => oneOf(value, ['day-first', 'month-first']),
	yearPairs: (value) => oneOf(value, ['span', 'first', 'last', 'none']),
	source: (value) => (value === null ? null : undefined),
	projection: (value) =>
		isText(value, 20) && /^(?:degrees|web-mercator|by-row|unknown|EPSG:\d{1,6}|UTM:\d{1,2}S)$/.test(value)
			? value
			: undefined,
	swap: boolean,
	names: (value) => namesOf(value),
	// Much work is allowed by who sees it being made, each time.
	effort: () => undefined
};

/** The choices in a value of anybody's. */
export function choicesOf(value: unknown): Choices {
	if (!isObject(value)) return {};
	const found = (Object.keys(checks) as (keyof Known)[]).flatMap((name) => {
		const choice = Object.hasOwn(value, name) ? checks[name](value[name]) : undefined;
		return choice === undefined ? [] : [[name, choice] as const];
	});
	return Object.fromEntries(found) as Choices;
}

function placeOf(value: unknown): PlaceColumns | undefined {
	if (!isObject(value)) return undefined;
	const { by, latitude, longitude, column } = value;
	if (by === 'geometry') return { by };
	if (by === 'text') return isIndex(column) ? { by, column } : undefined;
	if (by !== 'pair' || !isIndex(latitude) || !isIndex(longitude)) return undefined;
	const { latitudeSign, longitudeSign, minutes, seconds } = value;
	return {
		by,
		latitude,
		longitude,
		...(isIndex(latitudeSign) && { latitudeSign }),
		...(isIndex(longitudeSign) && { longitudeSign }),
		...(isPair(minutes) && { minutes }),
		...(isPair(seconds) && { seconds })
	};
}

/** No more names are looked up at once. */
const mostNames = 20_000;
/** Half of the way around the Earth, in km. */
const farthest = 20_100;

function namesOf(value: unknown): LookedUp | undefined {
	if (!isObject(value) || !isIndex(value.column) || !isObject(value.places)) return undefined;
	const places = Object.entries(value.places)
		.slice(0, mostNames)
		.flatMap(([text, place]) => (isPlace(place) ? [[text, place] as const] : []));
	return { column: value.column, places: Object.fromEntries(places) };
}

function isPlace(value: unknown): value is LookedUpPlace {
	if (!isObject(value)) return false;
	const { name, country, longitude, latitude, radius_km } = value;
	return (
		isText(name, 300) &&
		isText(country, 10) &&
		isWithin(longitude, -180, 180) &&
		isWithin(latitude, -90, 90) &&
		isWithin(radius_km, 0, farthest)
	);
}

function boolean(value: unknown): boolean | undefined {
	return typeof value === 'boolean' ? value : undefined;
}

const oneOf = <Text extends string>(value: unknown, texts: readonly Text[]): Text | undefined =>
	texts.find((text) => text === value);
const isText = (value: unknown, most: number): value is string =>
	typeof value === 'string' && value.length <= most;
const isWithin = (value: unknown, least: number, most: number) =>
	typeof value === 'number' && value >= least && value <= most;
const isIndex = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const isIndexOrNull = (value: unknown): value is number | null => value === null || isIndex(value);
const isPair = (value: unknown): value is [number, number] =>
	Array.isArray(value) && value.length === 2 && value.every(isIndex);
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
