/**
 * What a page carries of the lists that it filters. A small data set is in each page, which then needs nothing else. Of a
 * large one a page has what it is about and the first rows of its list, so that no page grows with the data set; the rest
 * is one file for all of them (`view/listing.ts`), which is fetched once the words are there. Pure.
 */
import { dateKey } from '../geodata/dates';
import { ownName } from '../geodata/names';
import { publishersOf } from '../geodata/publishers';
import { summariseSite, type ReportSummary } from '../geodata/summaries';
import type { Dataset, SiteView } from '../geodata/views';
import type { Locale } from '../words/locale';

/** A data set with more reports or sites than this is not carried. */
const mostCarried = 150;

/** Rows of a list that stand in its page all the same. */
const firstRows = 100;

/** Of more reports than this a reader's copy for reading without a network has no pages of single records. */
export const mostKept = 1000;

export const isCarried = ({ reports, sites }: Pick<Dataset, 'reports' | 'sites'>): boolean =>
	Math.max(reports.length, sites.length) <= mostCarried;

/**
 * For the pages with the map.
 * @param reports all of them in short
 * @param isHome whether the page lists the sites
 */
export function carriedByMap(
	data: Dataset,
	reports: ReportSummary[],
	{ isHome, locale }: { isHome: boolean; locale: Locale }
) {
	const { sites, articles } = data;
	if (isCarried(data)) {
		return { sites: sites.map(summariseSite), reports, publishers: publishersOf(articles) };
	}
	const total = { sites: sites.length, articles: articles.length };
	const nameOf = ({ name }: SiteView) => name[locale] ?? ownName(name);
	// In the order that the list has before anybody chooses another.
	const byName = isHome
		? sites.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), locale)).slice(0, firstRows)
		: [];
	return { sites: byName.map(summariseSite), total };
}

/** For the table of reports. */
export function carriedByTable(data: Dataset, reports: ReportSummary[]) {
	const { sites, articles } = data;
	if (isCarried(data)) {
		return { sites: sites.map(summariseSite), reports, publishers: publishersOf(articles) };
	}
	const total = { reports: reports.length, sites: sites.length, articles: articles.length };
	// In the order that the table has before anybody chooses another.
	return { reports: reports.toSorted(byDate).slice(0, firstRows), total };
}

/** For the map in other sites' pages: what the filters in its address are applied to. */
export function carriedByEmbeds(data: Dataset, reports: ReportSummary[]) {
	const { sites, articles } = data;
	if (isCarried(data)) return { sites: sites.map(summariseSite), reports };
	return { sites: [], total: { sites: sites.length, articles: articles.length } };
}

function byDate({ when: a }: ReportSummary, { when: b }: ReportSummary): number {
	const [first, second] = [dateKey(a.edtf), dateKey(b.edtf)];
	return first < second ? -1 : first > second ? 1 : 0;
}
