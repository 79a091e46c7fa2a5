/**
 * Labels in English that many pages need at once: what the vocabularies of the records are called, and how dates and
 * lists are written. Its type is what every other language must have.
 */
import type { Season } from '../../../geodata/dates';
import type { ClaimKind, PlaceKind, UnmappedScope } from '../../../geodata/vocabulary';

export const common = {
	/** Between the entries of a list. */
	comma: ', ',
	/** Between parts that have commas of their own. */
	semicolon: '; ',
	when: {
		about: (date: string) => `about ${date}`,
		uncertain: (date: string) => `${date} (uncertain)`,
		by: (date: string) => `by ${date}`,
		since: (date: string) => `from ${date}`,
		sinceUnknownEnd: (date: string) => `from ${date}, end not known`,
		unknown: 'date not known',
		years: (first: string, last: string) => `some time in ${first}–${last}`,
		missing: {
			month: (date: string) => `${date}, month not known`,
			day: (date: string) => `${date}, day not known`
		}
	},
	/** In lists; a note says it with the other kinds, in `doubts.ts`. */
	disputed: 'Disputed',
	seasons: { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' } satisfies Record<Season, string>,
	placeKinds: {
		'air-base': 'Air base',
		airport: 'Airport',
		'naval-base': 'Naval base',
		port: 'Port',
		garrison: 'Garrison',
		'air-defence': 'Air-defence site',
		positions: 'Military positions',
		plant: 'Weapons plant',
		store: 'Weapons store',
		headquarters: 'Headquarters',
		'meeting-place': 'Meeting place',
		'event-place': 'Place of an event',
		region: 'Region',
		governorate: 'Governorate',
		highway: 'Highway',
		border: 'Border',
		city: 'City',
		country: 'Country'
	} satisfies Record<PlaceKind, string>,
	claimKinds: {
		base: 'Operates a base',
		deployment: 'Forces deployed',
		headquarters: 'Headquarters',
		storage: 'Stores weapons',
		production: 'Makes weapons',
		transfer: 'Used for transfers',
		administration: 'Runs the area',
		strike: 'Strike',
		battle: 'Battle',
		casualty: 'Casualty',
		test: 'Weapons test',
		operation: 'Start of operations',
		meeting: 'Meeting',
		agreement: 'Agreement',
		plan: 'Joint plan',
		announcement: 'Announcement',
		demand: 'Demand to withdraw',
		refusal: 'Demand not met',
		withdrawal: 'Withdrawal',
		tension: 'Tension between allies'
	} satisfies Record<ClaimKind, string>,
	/** Why a report has no place on the map. */
	unmappedScopes: {
		country: 'Country-wide',
		foreign: 'Outside the map’s region',
		city: 'A city, no site in it',
		none: 'No place named'
	} satisfies Record<UnmappedScope, string>
};

export type CommonLabels = typeof common;
