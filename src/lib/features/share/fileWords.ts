/** What the files of `/data` are called, and what each is for. */
import type { PageFileName, ServerFileName } from '$lib/export/registry';
import { m } from '$lib/words';

export interface FileWords {
	name: string;
	what: string;
	/** Whether it begins with a byte order mark. */
	bom?: boolean;
}

/** Files that pages write too, in the order of their menu: one may be offered in several ways, the first is the file itself. */
export const pageFiles = (): Record<PageFileName, FileWords[]> => ({
	'reports.geojson': [{ name: 'GeoJSON', what: m.export_what_geojson() }],
	'sites.geojson': [{ name: m.export_geojson_sites(), what: m.export_what_sites() }],
	'reports.csv': [
		{ name: 'CSV', what: m.export_what_csv() },
		{ name: m.export_excel(), bom: true, what: m.export_what_excel() }
	],
	'sites.kml': [{ name: 'KML', what: m.export_what_kml() }],
	'sites.gpx': [{ name: 'GPX', what: m.export_what_gpx() }],
	'sites.lpf.json': [{ name: 'Linked Places', what: m.export_what_linked() }]
});

/** Files that the build alone writes. */
export const serverFiles = (): Record<ServerFileName, FileWords[]> => ({
	'reports.csvt': [{ name: 'CSVT', what: m.export_what_csvt() }],
	'reports.parquet': [{ name: 'GeoParquet', what: m.export_what_parquet() }]
});
