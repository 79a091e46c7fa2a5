/**
 * Reports as GeoParquet 1.1 (https://geoparquet.org/releases/v1.1.0/), for DuckDB, GeoPandas and QGIS: the columns of
 * the CSV with their types, and the geometry. Only the server has its writer.
 */
import { parquetWriteBuffer, type BasicType } from 'hyparquet-writer';
import { siteOf, sitesById, type ExportContext, type Selection } from '../about';
import { reportColumns, type Column } from './csv';
import { exportGeometry } from '../geometry';

/** Days stay ISO text, as in the CSV. */
const parquetTypes: Record<Column['type'], BasicType> = {
	string: 'STRING',
	date: 'STRING',
	number: 'DOUBLE',
	integer: 'INT32',
	boolean: 'BOOLEAN'
};

/** The bytes of the file. Text is as it is in the records: nothing here is run as a formula. */
export function reportsGeoParquet(
	{ reports, sites }: Selection,
	context: ExportContext
): Uint8Array<ArrayBuffer> {
	const byId = sitesById(sites);
	const drawnAt = reports.map((report) => siteOf(report, byId));
	const geometries = drawnAt.map((site) => (site ? exportGeometry(site) : null));
	const types = [...new Set(geometries.flatMap((geometry) => geometry?.type ?? []))].sort();
	const geo = {
		version: '1.1.0',
		primary_column: 'geometry',
		columns: { geometry: { encoding: 'WKB', geometry_types: types } }
	};
	const buffer = parquetWriteBuffer({
		columnData: [
			...reportColumns(context.about).map(({ name, type, value }) => ({
				name,
				type: parquetTypes[type],
				data: reports.map((report, index) => value(report, drawnAt[index], context))
			})),
			{ name: 'geometry', type: 'GEOMETRY' as const, data: geometries }
		],
		kvMetadata: [
			{ key: 'geo', value: JSON.stringify(geo) },
			{ key: 'title', value: context.about.title },
			{ key: 'version', value: context.version }
		]
	});
	return new Uint8Array(buffer);
}
