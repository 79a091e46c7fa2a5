/** Tables that this app wrote. */

/** Names of the columns that it adds to the rows of a reader's file: where a row is, when, and whose it is. */
export const added = {
	longitude: 'WGS84_longitude',
	latitude: 'WGS84_latitude',
	/** Well-known text; only where there are lines or areas. */
	geometry: 'WGS84_geometry',
	/** How far from there a row may be, in metres; only where a row says so. */
	radius: 'WGS84_radius_m',
	/** Only where the file writes its dates otherwise. */
	date: 'EDTF_date',
	/** Whose data it is, in every row; only where somebody has said it. */
	citation: 'cite_as'
} as const;

/** The name of the column that has the addresses behind the cells of another, which a workbook keeps apart from their texts. */
export const linksOf = (name: string): string => `${name} (link)`;

/** Whether a table has the columns of one that we wrote, of a reader's rows or of reports. */
export function isOurs(names: readonly string[]): boolean {
	const has = (...wanted: string[]) => wanted.every((name) => names.includes(name));
	return has(added.longitude, added.latitude) || has('report', 'where_prec', 'permalink', 'license');
}
