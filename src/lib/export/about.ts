/** What every export says about itself: whose it is, under which licence, and where its records can be read. */
import type { About } from '../geodata/about';
import type { Name } from '../geodata/schema';
import type { PlaceKind } from '../geodata/vocabulary';
import type { ArticleView, Dataset, ReportView, SiteView } from '../geodata/views';

/** What an export is made of: the whole data set, or the part of it that is in view. */
export type Selection = Pick<Dataset, 'reports' | 'sites'>;

/** What an export has to know from outside. */
export interface ExportContext {
	/**
	 * Address of the site without a trailing slash, such as https://example.org/map. Where its host is not known it is the
	 * path alone, '' at the root, and links are relative.
	 */
	origin: string;
	/** Version of the data set, such as 1.2.0. */
	version: string;
	about: About;
	/** What kinds of place are called, by language. */
	kindNames: Readonly<Record<string, Record<PlaceKind, string>>>;
}

/** What a name in another language than that of the records is called in files: name_ar, name_zh_Hant. */
export const nameKey = (tag: string) => `name_${tag.replaceAll('-', '_')}` as const;

/** Names beside that in the language of the records, by the name of the property or column: name_ar, name_fr. */
export const otherNames = (name: Name | undefined, { about }: { about: Pick<About, 'languages'> }) =>
	Object.fromEntries(
		about.languages.slice(1).map((tag) => [nameKey(tag), name?.[tag] ?? null] as const)
	) as OtherNames;

export type OtherNames = Record<`name_${string}`, string | null>;

/** Licence of the records (SPDX). */
export const recordLicense = {
	id: 'CC-BY-4.0',
	title: 'Creative Commons Attribution 4.0 International',
	url: 'https://creativecommons.org/licenses/by/4.0/'
} as const;

/** The licence in one line, for a property or a cell. */
export const licenseLine = `${recordLicense.id}; quotations their publishers’`;

/** Whether an article is a draft, and its words were compared with its full text, for a note. The day is ISO 8601. */
export function stateLine({ checked, draft }: { checked: string | null; draft: boolean }): string {
	const state = checked
		? `Quotes checked against the full text on ${checked}`
		: 'Quotes not yet checked against the full text';
	return draft ? `A draft, still to be finished. ${state}` : state;
}

/** The address of the site's first page, as far as its host is known. */
export function homepageOf({ origin }: Pick<ExportContext, 'origin'>): string | null {
	return origin.startsWith('http') ? `${origin}/` : null;
}

export function reportLink(id: string, { origin }: Pick<ExportContext, 'origin'>): string {
	return `${origin}/reports/${id}`;
}

export function siteLink(id: string, { origin }: Pick<ExportContext, 'origin'>): string {
	return `${origin}/sites/${id}`;
}

/** What a report claims; its id where that of a draft is still to be written. */
export function titleOf({ id, summary }: Pick<ReportView, 'id' | 'summary'>): string {
	return summary || `Report ${id}`;
}

/** The sites of a selection by id, to find the one of a report. */
export function sitesById(sites: SiteView[]): Map<string, SiteView> {
	return new Map(sites.map((site) => [site.id, site]));
}

/** The site that a report is drawn at, or undefined where it is not drawn. */
export function siteOf(report: ReportView, sites: ReadonlyMap<string, SiteView>): SiteView | undefined {
	return report.place ? sites.get(report.place.id) : undefined;
}

/** The latest day on which a record was made or changed, YYYY-MM-DD; undefined where there are none. */
export function lastRecorded(records: Pick<SiteView | ArticleView, 'recorded'>[]): string | undefined {
	return records
		.map(({ recorded }) => recorded)
		.sort()
		.at(-1);
}
