/**
 * What reads each of the formats that are no text, loaded when a file of it comes. A reader finds the tables of a file, and
 * puts the rows of the one that is wanted where those of a text go; what they mean is guessed, told and corrected in the
 * same way.
 */
import type { OpenBinary } from './layer';
import type { BinaryFormat } from './sniff';

export const binaryFormats: Record<BinaryFormat, () => Promise<OpenBinary>> = {
	geopackage: async () => (await import('./geopackage')).openGeoPackage,
	workbook: async () => (await import('./workbook')).openWorkbook,
	parquet: async () => (await import('./parquet')).openParquet,
	flatgeobuf: async () => (await import('./flatGeobuf')).openFlatGeobuf,
	// Its shapes alone; in an archive the other parts are beside them.
	shapefile: async () => {
		const { openShapefile } = await import('./shapefile');
		return async (shp, given) => [await openShapefile({ shp }, '', given)];
	}
};
