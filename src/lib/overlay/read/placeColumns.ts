/** Which columns of a file say where its rows are. */

/** Two columns of angles, with those beside them that belong to the same two. Columns by their number. */
export interface PairColumns {
	by: 'pair';
	latitude: number;
	longitude: number;
	/** Columns of directions, such as N and S. */
	latitudeSign?: number;
	longitudeSign?: number;
	/** Columns of minutes, and of seconds, where the degrees are whole: that of the latitude first. */
	minutes?: [number, number];
	seconds?: [number, number];
}

/** Where the place of a row is written. Columns by their number. */
export type PlaceColumns =
	/** In the geometries of the file. */
	| { by: 'geometry' }
	| PairColumns
	/** Both in one cell: two angles, MGRS or WKT. */
	| { by: 'text'; column: number };

/** What made a guess: the names of columns, what stands in their cells, or nothing but the geometries of the file. */
export type PlaceReason = 'geometry' | 'names' | 'values';

/** All columns that a pair is read from. */
export function columnsOfPair({ latitude, longitude, ...parts }: PairColumns): number[] {
	const { latitudeSign = [], longitudeSign = [], minutes = [], seconds = [] } = parts;
	return [latitude, longitude, latitudeSign, longitudeSign, minutes, seconds].flat();
}

/** Whether the columns that a place is read from are there. */
export function isPossible(place: PlaceColumns | null, isColumn: (index: number) => boolean): boolean {
	if (place === null || place.by === 'geometry') return true;
	return place.by === 'pair' ? columnsOfPair(place).every(isColumn) : isColumn(place.column);
}
