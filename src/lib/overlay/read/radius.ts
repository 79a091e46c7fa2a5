/** The column that says how far from its position a row may be. */
import { cellText } from '../cells';
import type { Column } from '../table';
import { angleWordOf } from './angleNames';
import { wordsOf } from './columnNames';
import { decimal, shortText } from './numbers';
import { added } from './ours';
import type { PlaceColumns } from './placeColumns';
import type { Rows } from './rows';
import { mostly } from './sample';

export interface RadiusColumn {
	/** By its number. */
	column: number;
	unit: 'm' | 'km';
}

const measures = /^(?:accuracy|uncertainty|radius|genauigkeit|exactitude|incertitude|rayon|الدقة|دقة)$/;
const units: Record<string, RadiusColumn['unit']> = {
	m: 'm',
	meter: 'm',
	meters: 'm',
	metre: 'm',
	metres: 'm',
	km: 'km',
	kilometers: 'km',
	kilometres: 'km'
};
/** Words that may stand beside, and say nothing else. */
const beside =
	/^(?:gps|horizontal|h|location|position|coordinate|coordinates|geo|geopoint|in|est|estimated)$/;

/**
 * The column by its name: an accuracy, or a radius or uncertainty that has its unit. Classes of precision, which many
 * data sets have, are none: only a survey tool's, whose name is that of its latitude (`_gps_latitude`,
 * `_gps_precision`), is in metres.
 */
export function guessRadius(rows: Rows, place: PlaceColumns | null): RadiusColumn | null {
	const latitude = place?.by === 'pair' ? rows.columns[place.latitude]?.name : undefined;
	const surveyed = latitude === undefined ? '' : (angleWordOf('latitude', latitude)?.rest ?? '');
	const own = rows.columns.findIndex(({ name }) => name === added.radius);
	if (own >= 0) return { column: own, unit: 'm' };
	for (const [column, raw] of rows.columns.entries()) {
		const unit = unitOf(raw.name, surveyed);
		if (unit && mostly(raw, (text) => metresOf(text, 1) !== null)) return { column, unit };
	}
	return null;
}

function unitOf(name: string, surveyed: string): RadiusColumn['unit'] | null {
	const words = wordsOf(name.replace(/[()[\]]/g, ' '));
	if (surveyed !== '' && words.join(' ') === `${surveyed} precision`) return 'm';
	const measure = words.find((word) => measures.test(word));
	if (measure === undefined) return null;
	const others = words.filter((word) => word !== measure && !beside.test(word));
	if (others.length === 0) return measure === 'radius' || measure === 'uncertainty' ? null : 'm';
	return others.length === 1 ? (units[others[0]!] ?? null) : null;
}

/** Metres of a cell; null where it is no distance. A distance of 0 says that nobody measured it. */
function metresOf(text: string, size: number): number | null {
	const value = decimal(shortText(text) ?? '');
	return value !== null && value >= 0 ? value * size : null;
}

/** The radius of each row in metres, NaN where it has none; null where no row has one. */
export function radiiOf(
	columns: readonly Column[],
	count: number,
	{ column, unit }: RadiusColumn
): Float32Array | null {
	const from = columns[column];
	let radii: Float32Array | null = null;
	if (!from) return null;
	for (let row = 0; row < count; row++) {
		const metres = metresOf(cellText(from, row), unit === 'km' ? 1000 : 1);
		if (metres) (radii ??= new Float32Array(count).fill(NaN))[row] = metres;
	}
	return radii;
}
