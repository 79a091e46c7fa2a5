/** The words for kinds of places, and for where something is from a place, with how finely they say it. */
import type { DrawnAs, PlaceKind, Precision } from '../../../geodata/vocabulary';

/** Nouns of what is at a place; the longer forms first, as patterns in small letters. */
export const siteNouns: readonly (readonly [string, PlaceKind])[] = [
	['air ?bases?|airfields?|air ?strips?|aerodromes?', 'air-base'],
	['naval (?:bases?|facility|facilities|support point)|naval station', 'naval-base'],
	['airports?', 'airport'],
	['sea ?ports?|ports?|harbou?rs?|docks?|shipyards?|terminals?', 'port'],
	[
		'air[- ]defen[cs]e (?:sites?|positions?|systems?|batter(?:y|ies)|bases?)|radar (?:sites?|stations?)|missile (?:sites?|batter(?:y|ies)|bases?)',
		'air-defence'
	],
	['headquarters|hq|command (?:cent(?:er|re)s?|posts?)|operations rooms?', 'headquarters'],
	['store ?houses?|warehouses?|depots?|bunkers?|dumps?|arsenals?|stores|stockpiles?|caches?', 'store'],
	[
		'factory|factories|plants?|refiner(?:y|ies)|manufacturing (?:sites?|facility|facilities)|workshops?|laborator(?:y|ies)|research cent(?:er|re)s?',
		'plant'
	],
	[
		'(?:border |front |front-line )?(?:positions?|outposts?|posts?|checkpoints?)|trenches|front ?lines?|fronts?',
		'positions'
	],
	[
		'bases?|garrisons?|barracks|camps?|compounds?|facility|facilities|installations?|sites?|academy|training (?:grounds?|cent(?:er|re)s?)',
		'garrison'
	],
	['battles?', 'event-place']
];

/** Nouns of areas that stand after or before a name. */
export const areaNouns: readonly (readonly [
	string,
	{ kind: PlaceKind; precision: Precision; drawn: DrawnAs }
])[] = [
	[
		'provinces?|governorates?|oblasts?|states?|regions?|departments?',
		{ kind: 'governorate', precision: 4, drawn: 'region' }
	],
	[
		'districts?|count(?:y|ies)|townships?|cercles?|raions?|localit(?:y|ies)|municipalit(?:y|ies)',
		{ kind: 'region', precision: 3, drawn: 'region' }
	],
	[
		'countryside|valley|plains?|desert|steppe|mountains?|peninsula|basin|delta|coast|coastline|hills|highlands|triangle|axis|area',
		{ kind: 'region', precision: 5, drawn: 'region' }
	],
	[
		'cit(?:y|ies)|towns?|villages?|capital|port city|suburbs?|neighbou?rhoods?|hamlet|settlements?',
		{ kind: 'city', precision: 2, drawn: 'none' }
	],
	['borders?|frontiers?', { kind: 'border', precision: 5, drawn: 'line' }],
	['highways?|roads?|motorways?|railways?|corridor|route', { kind: 'highway', precision: 5, drawn: 'line' }],
	[
		'crossings?|border crossing|checkpoint|dam|bridge|junction|oil ?fields?|gas ?fields?|island',
		{ kind: 'positions', precision: 2, drawn: 'point' }
	]
];

/** Small words before a noun that belong to its description. */
export const modifiers =
	'(?:military|naval|air|army|navy|civilian|civil|international|underground|weapons?|arms|ammunition|munitions|missiles?|rockets?|drones?|fuel|oil|gas|border|training|logistics?|supply|main|key|large|small|new|former|old|abandoned|other|several|nearby|forward|front|joint|secret|permanent|strategic|special|armou?red|tank|artillery|infantry|radar|command|operations|manufacturing|storage|production|chemical|coastal|mountain|desert|local|regional|central|provincial|vast|makeshift|fortified|alleged|suspected|important)';

export const directions =
	'(?:north|south|east|west|northeast|northwest|southeast|southwest|north-east|north-west|south-east|south-west)';
export const directionAdjectives =
	'(?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|central|upper|lower|coastal|rural|greater|inner|far)';

/** Degrees clockwise from north. */
export function bearingOf(direction: string): number {
	const plain = direction.toLowerCase().replace(/-|ern$/g, '');
	return (
		['north', 'northeast', 'east', 'southeast', 'south', 'southwest', 'west', 'northwest'].indexOf(plain) * 45
	);
}

/** Where something is from the place that is named. */
export type Relation =
	| 'at'
	| 'in'
	| 'part'
	| 'near'
	| 'outside'
	| 'direction'
	| 'distance'
	| 'between'
	| 'along'
	| 'described';

/** How finely a relation says where, with no word on the kind. A ring where it is near, and never a point. */
export const finenessOf: Record<
	Relation,
	{ precision: Precision | null; radius_km: number | null; drawn: DrawnAs | null }
> = {
	at: { precision: 2, radius_km: 5, drawn: 'point' },
	in: { precision: null, radius_km: null, drawn: null },
	part: { precision: 5, radius_km: null, drawn: 'region' },
	near: { precision: 5, radius_km: 25, drawn: 'ring' },
	outside: { precision: 5, radius_km: 15, drawn: 'ring' },
	direction: { precision: 4, radius_km: 25, drawn: 'ring' },
	distance: { precision: 3, radius_km: null, drawn: 'ring' },
	between: { precision: 5, radius_km: null, drawn: 'line' },
	along: { precision: 5, radius_km: null, drawn: 'line' },
	described: { precision: null, radius_km: null, drawn: null }
};
