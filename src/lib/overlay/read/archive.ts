/** What a zip archive is, by the names in it, and which of its files may have rows. */
import type { FileBytes } from './fileBytes';
import { Refusal, type Problems } from './problem';
import { entriesOf, unpacked, type ZipEntry } from './zip';

/** Endings of files with data. */
const dataInArchive =
	/\.(?:shp|kml|kmz|gpx|gml|rss|atom|georss|tcx|osm|geojson|geojsonl|geojsons|ndjson|topojson|json|csv|tsv|gpkg|sqlite|sqlite3|db|xlsx|xlsm|xlsb|xls|ods|parquet|geoparquet|fgb|zip)(?:\.gz)?$/i;
/** Endings of what accompanies data and has none, and names of what is only about them. */
const besideData =
	/\.(?:dbf|shx|prj|cpg|cst|qpj|qmd|qix|sbn|sbx|idx|ind|xml|xsd|png|jpe?g|gif|webp|tiff?|pdf|html?|css|js|mjs|md|docx?|pptx?)$|(?:^|\/)(?:readme|licen[sc]e|copying|changelog|about|terms|metadata)\b[^/]*$/i;
/** What programs and systems leave beside files. */
const besideFiles = /^__MACOSX\/|(?:^|\/)(?:\._|\.DS_Store$|Thumbs\.db$)/;
/** Of an archive without data so many files are named. */
const mostNames = 5;
/** Files whose names say nothing that are looked at. */
const mostLooked = 50;

export interface ArchiveFile {
	name: string;
	entry: ZipEntry;
	/** Of the shapes of a Shapefile: its other parts, by their endings. */
	beside: Map<string, ZipEntry> | null;
}

/** An archive that is one file to whoever wrote it, or one of files. */
export type ArchiveContent =
	| { is: 'workbook' }
	| {
			is: 'files';
			/** Those that have data by their names, in the order of the archive. */
			data: ArchiveFile[];
			/** Those whose names say nothing. */
			others: ArchiveFile[];
			/** The names of all. */
			names: string[];
			/** Whether the archive was not cut off. */
			isWhole: boolean;
	  };

/** @throws Refusal where the archive is a file of a kind that is not read, or there is nothing in it */
export async function contentOf(file: FileBytes): Promise<ArchiveContent> {
	const { entries, isWhole } = await entriesOf(file);
	const byName = new Map(entries.map((entry) => [entry.name, entry]));
	const files = [...byName.values()].filter(({ name }) => !besideFiles.test(name));
	const has = (pattern: RegExp) => files.some(({ name }) => pattern.test(name));
	const needsAll = (kind: string) => {
		if (!isWhole) throw new Refusal('damaged', kind);
	};
	if (has(/^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/)/)) {
		if (has(/^xl\//)) {
			needsAll('Excel');
			return { is: 'workbook' };
		}
		if (has(/^(?:word|ppt|visio)\//)) throw new Refusal('other-type', 'document');
		if (has(/^\[Content_Types\]/)) needsAll('Office');
	}
	const mimetype = byName.get('mimetype');
	if (
		mimetype ||
		(has(/^content\.xml$/) && has(/^(?:styles|meta|settings)\.xml$|^manifest\.rdf$|^META-INF\//))
	) {
		needsAll('OpenDocument');
		if (mimetype && !(await textOf(file, mimetype)).includes('spreadsheet'))
			throw new Refusal('other-type', 'document');
		return { is: 'workbook' };
	}
	if (has(/(?:^|\/)Index\/(?:Document|Tables\/.*)\.iwa$/)) {
		needsAll('Numbers');
		return { is: 'workbook' };
	}
	if (has(/\.gdbtable$/i)) throw new Refusal('other-type', 'File Geodatabase');
	const alone = (entry: ZipEntry): ArchiveFile => ({ name: entry.name, entry, beside: null });
	const shapefiles = shapefilesIn(files);
	const data = files
		.filter(({ name }) => dataInArchive.test(name))
		.map((entry) => shapefiles.get(entry) ?? alone(entry));
	const others = files.filter(({ name }) => !dataInArchive.test(name) && !besideData.test(name)).map(alone);
	const parts = files.flatMap(({ name }) => /\.(?:dbf|shx|prj)$/i.exec(name)?.[0].toLowerCase() ?? []);
	if (data.length === 0 && others.length === 0 && parts.some((part) => part !== '.prj'))
		throw new Refusal('shapefile-part', [...new Set(parts)].join(', '));
	if (!isWhole && data.length === 0 && others.length === 0) throw new Refusal('damaged-archive');
	return {
		is: 'files',
		data,
		others: others.slice(0, mostLooked),
		names: files.map(({ name }) => name),
		isWhole
	};
}

/** The Shapefiles among files, by the file that has their shapes: the others are called the same but for their endings. */
function shapefilesIn(files: readonly ZipEntry[]): Map<ZipEntry, ArchiveFile> {
	const byStem = new Map<string, Map<string, ZipEntry>>();
	for (const entry of files) {
		const [, stem, ending] = /^(.*)\.(shp|dbf|prj|cpg)$/i.exec(entry.name) ?? [];
		if (stem === undefined) continue;
		const key = stem.toLowerCase();
		const parts = byStem.get(key) ?? new Map<string, ZipEntry>();
		byStem.set(key, parts.set(ending!.toLowerCase(), entry));
	}
	const found = new Map<ZipEntry, ArchiveFile>();
	for (const beside of byStem.values()) {
		const entry = beside.get('shp');
		if (entry) found.set(entry, { name: entry.name, entry, beside });
	}
	return found;
}

/** Why nothing of an archive can be read: what is in it. */
export function withoutData(names: readonly string[], problems: Problems): Refusal {
	const first = names.slice(0, mostNames);
	for (const found of first) problems.add('no-data-file', { found });
	if (names.length > first.length) problems.add('no-data-file', {}, names.length - first.length);
	return new Refusal('archive-without-data', first[0] ?? null);
}

/** The beginning of a small text in an archive. */
async function textOf(file: FileBytes, entry: ZipEntry): Promise<string> {
	for await (const piece of unpacked(file, entry)) return new TextDecoder().decode(piece.subarray(0, 1000));
	return '';
}
