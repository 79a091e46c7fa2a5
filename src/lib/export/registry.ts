/**
 * The files of `/data`: one row for each format, under addresses that never change. A new format is a row here and a
 * file in `formats/`; a page writes it too, and `features/share/fileWords.ts` asks for its name.
 */
import type { Dataset } from '../geodata/views';
import { reportsCsv } from './formats/csv';
import { reportFeatures, siteFeatures } from './formats/geojson';
import { sitesGpx } from './formats/gpx';
import { sitesKml, type KmlContext } from './formats/kml';
import { linkedPlaces } from './formats/linkedPlaces';

export interface DataFile {
	title: string;
	description: string;
	/** Short name of the format, as in the data package. */
	format: string;
	mediaType: string;
	/** Writes the data set, or a part of it such as what is in view; null where `onServer.ts` does. */
	write: ((data: Pick<Dataset, 'actors' | 'reports' | 'sites'>, context: KmlContext) => string) | null;
}

/** The files by name, in the order of the data package. */
export const dataFiles = {
	'reports.csv': {
		title: 'Reports as a table',
		description:
			'One row for each report. Text that a spreadsheet would run as a formula has an apostrophe before it.',
		format: 'csv',
		mediaType: 'text/csv; charset=utf-8; header=present',
		write: (data, context) => reportsCsv(data, context)
	},
	'reports.csvt': {
		title: 'Types of the table’s columns',
		description: 'GDAL and QGIS read it beside reports.csv: numbers, days, and the column of geometries.',
		format: 'csvt',
		mediaType: 'text/csv; charset=utf-8; header=absent',
		write: null
	},
	'reports.geojson': {
		title: 'Reports as GeoJSON',
		description: 'One feature for each report; those that are not drawn have no geometry and say why.',
		format: 'geojson',
		mediaType: 'application/geo+json',
		write: (data, context) => JSON.stringify(reportFeatures(data, context))
	},
	'sites.geojson': {
		title: 'Sites as GeoJSON',
		description:
			'One feature for each site: a point, or the ring, region or line that it is somewhere inside.',
		format: 'geojson',
		mediaType: 'application/geo+json',
		write: ({ sites }, context) => JSON.stringify(siteFeatures(sites, context))
	},
	'sites.kml': {
		title: 'Sites as KML',
		description:
			'For Google Earth: a folder for each actor, with a site in the folder of each actor reported there.',
		format: 'kml',
		mediaType: 'application/vnd.google-earth.kml+xml',
		write: ({ sites, actors }, context) => sitesKml(sites, actors, context)
	},
	'sites.gpx': {
		title: 'Sites as GPX waypoints',
		description: 'One waypoint for each site; its name says where the point is not the place.',
		format: 'gpx',
		mediaType: 'application/gpx+xml',
		write: ({ sites }, context) => sitesGpx(sites, context)
	},
	'sites.lpf.json': {
		title: 'Sites in the Linked Places Format',
		description:
			'For gazetteers: names, types, time spans, links and sources of each site, as GeoJSON and JSON-LD.',
		format: 'json',
		mediaType: 'application/geo+json',
		write: ({ sites }, context) => JSON.stringify(linkedPlaces(sites, context))
	},
	'reports.parquet': {
		title: 'Reports as GeoParquet',
		description:
			'One row for each report, with the geometry of its site; those that are not drawn have none.',
		format: 'parquet',
		mediaType: 'application/vnd.apache.parquet',
		write: null
	}
} as const satisfies Record<string, DataFile>;

export type DataFileName = keyof typeof dataFiles;

/** Files that the server alone writes, so that no page carries their writers. */
export type ServerFileName = {
	[Name in DataFileName]: (typeof dataFiles)[Name]['write'] extends null ? Name : never;
}[DataFileName];

/** Files that a page can write as well. */
export type PageFileName = Exclude<DataFileName, ServerFileName>;

export function isDataFile(name: string): name is DataFileName {
	return Object.hasOwn(dataFiles, name);
}
