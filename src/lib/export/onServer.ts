/** The files of `/data` as the server writes them: those of the registry, with the formats that no page carries. */
import type { Dataset } from '../geodata/views';
import type { ExportContext, Selection } from './about';
import { columnTypes } from './formats/csvt';
import { reportsGeoParquet } from './formats/geoparquet';
import type { KmlContext } from './formats/kml';
import { dataFiles, type DataFileName, type ServerFileName } from './registry';

export const serverWriters: Record<
	ServerFileName,
	(data: Selection, context: ExportContext) => Uint8Array<ArrayBuffer>
> = {
	'reports.csvt': (_, context) => new TextEncoder().encode(columnTypes(context)),
	'reports.parquet': reportsGeoParquet
};

/** The bytes of a file; texts are in UTF-8. */
export function writeFile(
	name: DataFileName,
	data: Pick<Dataset, 'actors' | 'reports' | 'sites'>,
	context: KmlContext
): Uint8Array<ArrayBuffer> {
	const { write } = dataFiles[name];
	if (write) return new TextEncoder().encode(write(data, context));
	return serverWriters[name as ServerFileName](data, context);
}
