/** Labels in English that only the evidence needs: they stay out of the script that every page begins with. */
import type { ColumnTitle, Matter } from '../../../geodata/contested';
import type { Compass } from '../../../geodata/near';
import type { DrawnAs, Precision, RelationKind, Role } from '../../../geodata/vocabulary';

export const evidence = {
	/** What a report says that an actor did, was or had. */
	roles: {
		operates: 'operates it',
		deployed: 'has forces there',
		headquartered: 'has a headquarters there',
		'holds-positions': 'holds positions',
		stores: 'stores weapons',
		produces: 'makes and stores weapons',
		shares: 'shares the facility',
		transfers: 'brings weapons through',
		uses: 'uses it',
		partner: 'is the partner on the ground',
		administers: 'runs the area',
		stronghold: 'has its stronghold there',
		struck: 'struck',
		tested: 'tested a weapon',
		met: 'took part in a meeting',
		demanded: 'demanded a withdrawal',
		announced: 'announced',
		attacked: 'attacked',
		fought: 'fought',
		pressed: 'put pressure on the area',
		withdrew: 'withdrew forces',
		planned: 'made plans',
		refused: 'had not met the demand',
		hit: 'was hit',
		casualty: 'had casualties',
		host: 'was the host',
		recipient: 'was to receive the weapons',
		threat: 'was named as a possible attacker',
		target: 'was the target of a demand or plan',
		nearby: 'is nearby',
		supported: 'was supported',
		source: 'is the source',
		beneficiary: 'stood to benefit'
	} satisfies Record<Role, string>,
	/** UCDP `where_prec`. */
	precisions: {
		'1': 'The exact place is known',
		'2': 'Near a known place',
		'3': 'Within a district',
		'4': 'Within a governorate',
		'5': 'A larger or relative area',
		'6': 'Only the country is known',
		'7': 'At sea or in the air'
	} satisfies Record<Precision, string>,
	relationKinds: {
		same: 'The same place under another name',
		'probably-same': 'Probably one place',
		confusable: 'May have been confused',
		nearby: 'Close by'
	} satisfies Record<RelationKind, string>,
	drawnAs: {
		point: 'Point',
		ring: 'Ring: somewhere inside',
		region: 'Region',
		line: 'Line',
		none: 'Not drawn'
	} satisfies Record<DrawnAs, string>,
	/** What a disagreement is about. */
	matters: {
		place: 'Where',
		date: 'When',
		what: 'What happened',
		reading: 'What the words mean'
	} satisfies Record<Matter, string>,
	/** Headings over the two sides of a disagreement. */
	columns: {
		reported: 'What is reported',
		unclear: 'What is unclear about it',
		against: 'What speaks against it',
		elsewhere: 'What is reported of the other place',
		otherDate: 'Reported with another date'
	} satisfies Record<ColumnTitle, string>,
	/** After “to the”. */
	compass: {
		n: 'north',
		ne: 'north-east',
		e: 'east',
		se: 'south-east',
		s: 'south',
		sw: 'south-west',
		w: 'west',
		nw: 'north-west'
	} satisfies Record<Compass, string>
};

export type EvidenceLabels = typeof evidence;
