/**
 * The files of `/data` as a Frictionless Data Package, version 1 (https://specs.frictionlessdata.io/data-package/):
 * what they are, whose, how many bytes, and what each column of the table means.
 */
import type { About } from '../geodata/about';
import type { Dataset } from '../geodata/views';
import { homepageOf, lastRecorded, recordLicense, type ExportContext } from './about';
import { csvColumns, reportColumns, type Column } from './formats/csv';
import type { DataFile } from './registry';

/** A file to list: its row of the registry, its length, and its digest in hexadecimal. */
export interface PackagedFile extends Omit<DataFile, 'write'> {
	name: string;
	bytes?: number;
	sha256?: string;
}

/** The name of the descriptor, beside the files. */
export const dataPackageName = 'datapackage.json';

/** The descriptor. Paths are relative to it, so that the folder can be copied as a whole. */
export function dataPackage({ articles, sites }: Dataset, files: PackagedFile[], context: ExportContext) {
	const { about } = context;
	const homepage = homepageOf(context);
	const recorded = lastRecorded([...articles, ...sites]);
	return {
		profile: 'data-package',
		name: about.id,
		title: about.title,
		description: about.description,
		version: context.version,
		...(homepage && { homepage }),
		...(recorded && { created: `${recorded}T00:00:00Z` }),
		licenses: [{ name: recordLicense.id, title: recordLicense.title, path: recordLicense.url }],
		contributors: [{ title: about.creator, role: 'publisher' }],
		sources: articles.map(({ title, publisher, url }) => ({ title: `${title} (${publisher})`, path: url })),
		keywords: about.keywords,
		resources: files.map((file) => resource(file, context))
	};
}

function resource(
	{ name, title, description, format, mediaType, bytes, sha256 }: PackagedFile,
	{ about }: ExportContext
) {
	const tabular = format === 'csv';
	return {
		// Names are for identifiers, so the dot before the extension becomes a hyphen.
		name: name.replaceAll('.', '-'),
		path: name,
		title,
		description,
		profile: tabular ? 'tabular-data-resource' : 'data-resource',
		format,
		mediatype: mediaType.split(';')[0],
		...(format !== 'parquet' && { encoding: 'utf-8' }),
		...(bytes !== undefined && { bytes }),
		...(sha256 && { hash: `sha256:${sha256}` }),
		...(tabular && { dialect, schema: tableSchema(csvColumns(about)) }),
		...(format === 'parquet' && { schema: parquetSchema(about) })
	};
}

/** How the table is written (https://specs.frictionlessdata.io/csv-dialect/). */
const dialect = { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true };

const tableSchema = (columns: readonly Column[]) => ({
	fields: columns.map(({ name, type, format, description }) => ({
		name,
		type,
		...(format && { format }),
		description,
		...(name === 'report' && { constraints: { required: true, unique: true } })
	})),
	missingValues: [''],
	primaryKey: 'report'
});

/** The columns of the GeoParquet: those of the table, whose days are text there, and the geometry. */
const parquetSchema = (about: About) => {
	const { fields, primaryKey } = tableSchema(reportColumns(about));
	return {
		fields: [
			...fields.map((field) => (field.type === 'date' ? { ...field, type: 'string' } : field)),
			{
				name: 'geometry',
				type: 'any',
				description:
					'WKB, WGS 84: the point of the site, or the ring, region or line that it is inside; null where the report is not drawn.'
			}
		],
		primaryKey
	};
};
