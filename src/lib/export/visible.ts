/**
 * A part of the data set as a file, made in the browser: what the reader has before them and nothing else. The views
 * come from one prerendered file, with each report once; the writers are those of the whole data set.
 */
import { reportedAt } from '../geodata/compile';
import type { Dataset, ReportView, SiteView } from '../geodata/views';
import { homepageOf, type Selection } from './about';
import { reportsCsv } from './formats/csv';
import { dataFiles, type PageFileName } from './registry';
import type { KmlContext } from './formats/kml';

type Data = Selection & Pick<Dataset, 'actors'>;

/** The views as a file: a site has the ids of its reports instead of the reports. */
export interface PackedViews {
	context: KmlContext;
	actors: Dataset['actors'];
	reports: ReportView[];
	sites: (Omit<SiteView, 'reports'> & { reports: string[] })[];
}

export interface VisibleFile {
	name: string;
	blob: Blob;
	sites: number;
	reports: number;
}

export interface VisibleOptions {
	/** What `packViews` gave, or the address of its file. */
	views: PackedViews | string;
	/** Ids of the reports to take, or null for all. */
	reports: readonly string[] | null;
	/** Which of the data files; it is named after it. */
	file: PageFileName;
	/** For CSV: start with a byte order mark, by which Excel knows the text for UTF-8. */
	byteOrderMark?: boolean;
	/** Address of this site without a trailing slash, for permalinks where the build was not told of one. */
	origin: string;
	signal?: AbortSignal;
}

/** @throws Error where the views can't be had, and what `signal` was aborted with */
export async function writeVisible({
	views,
	reports,
	file,
	byteOrderMark = false,
	origin,
	signal
}: VisibleOptions): Promise<VisibleFile> {
	const packed = typeof views === 'string' ? await fetchViews(views, signal) : views;
	const all = unpackViews(packed);
	const data = reports ? select(all, new Set(reports)) : all;
	const context = homepageOf(packed.context) ? packed.context : { ...packed.context, origin };
	const text =
		file === 'reports.csv'
			? reportsCsv(data, context, { byteOrderMark })
			: dataFiles[file].write(data, context);
	signal?.throwIfAborted();
	return {
		name: `attested-${file}`,
		blob: new Blob([text], { type: dataFiles[file].mediaType }),
		sites: data.sites.length,
		reports: data.reports.length
	};
}

async function fetchViews(address: string, signal?: AbortSignal): Promise<PackedViews> {
	const response = await fetch(address, { signal });
	if (!response.ok) throw new Error(`The records can’t be had (${response.status}).`);
	return (await response.json()) as PackedViews;
}

export function packViews({ actors, reports, sites }: Data, context: KmlContext): PackedViews {
	return {
		context,
		actors,
		reports,
		sites: sites.map((site) => ({ ...site, reports: site.reports.map(({ id }) => id) }))
	};
}

function unpackViews({ actors, reports, sites }: PackedViews): Data {
	const byId = new Map(reports.map((report) => [report.id, report]));
	return {
		actors,
		reports,
		sites: sites.map((site) => ({ ...site, reports: site.reports.map((id) => byId.get(id)!) }))
	};
}

/** These reports and the sites that they are about; a site says of its actors and dates what they say. */
function select({ actors, reports, sites }: Data, ids: ReadonlySet<string>): Data {
	return {
		actors,
		reports: reports.filter(({ id }) => ids.has(id)),
		sites: sites.flatMap((site) => {
			const own = site.reports.filter(({ id }) => ids.has(id));
			return own.length > 0 ? [{ ...site, ...reportedAt(own, actors) }] : [];
		})
	};
}
