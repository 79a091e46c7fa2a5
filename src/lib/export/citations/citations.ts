/**
 * The citation kit: a report or a site as plain text, BibTeX, RIS, CSL-JSON and W3C Web Annotation. First what is
 * cited is gathered once (`Citation`), then each format writes it down.
 *
 * Two works are always cited together: our record, with its date and the version of the data set, and the article
 * that it quotes. An article's date that was inferred says so in every format. The day of access of an article is that on
 * which its quotes were compared with its text; that of our record is the reader's own (`taken.ts`).
 */
import { ownName } from '../../geodata/names';
import type { ActorView, ArticleView, ReportView, SiteView } from '../../geodata/views';
import type { Role } from '../../geodata/vocabulary';
import { evidence } from '../../words/labels/en/evidence';
import { reportLink, siteLink, titleOf, type ExportContext } from '../about';
import { annotation } from './annotation';
import { bibtex } from './bibtex';
import type { Citation, CitedReport } from './citation';
import { cslJson } from './csl';
import { plainText } from './plain';
import { ris } from './ris';

/** A format of the kit under the extension of its files. */
interface CitationFormat {
	name: string;
	mediaType: string;
	write: (citation: Citation) => string;
}

/** The formats of the kit, by the extension of their files: the routes and the buttons both read them here. */
export const citationFormats = {
	txt: { name: 'Plain text', mediaType: 'text/plain; charset=utf-8', write: plainText },
	bib: { name: 'BibTeX', mediaType: 'application/x-bibtex; charset=utf-8', write: bibtex },
	ris: { name: 'RIS', mediaType: 'application/x-research-info-systems; charset=utf-8', write: ris },
	json: { name: 'CSL-JSON', mediaType: 'application/vnd.citationstyles.csl+json', write: cslJson },
	jsonld: {
		name: 'W3C Web Annotation',
		mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
		write: annotation
	}
} as const satisfies Record<string, CitationFormat>;

export type CitationFormatId = keyof typeof citationFormats;

/** What pages say of the formats, in their order. */
export const citationNames = Object.entries(citationFormats).map(([format, { name }]) => ({
	format: format as CitationFormatId,
	name
}));

export function isCitationFormat(extension: string): extension is CitationFormatId {
	return Object.hasOwn(citationFormats, extension);
}

/**
 * What is cited with a report.
 * @param articles must hold the report's article
 * @throws Error where it does not
 */
export function reportCitation(
	report: ReportView,
	articles: ArticleView[],
	context: ExportContext
): Citation {
	const cited = citedReport(report, articles, context);
	return {
		kind: 'report',
		id: report.id,
		title: titleOf(report),
		permalink: cited.permalink,
		address: context.origin + addressOf('report', report.id),
		origin: context.origin,
		recorded: cited.recorded,
		accessed: null,
		version: context.version,
		about: context.about,
		reports: [cited],
		articles: [cited.article]
	};
}

/**
 * What is cited with a site: its record and every report about it.
 * @param articles must hold the articles of its reports
 * @throws Error where one is missing
 */
export function siteCitation(site: SiteView, articles: ArticleView[], context: ExportContext): Citation {
	const reports = site.reports.map((report) => citedReport(report, articles, context));
	return {
		kind: 'site',
		id: site.id,
		title: ownName(site.name),
		permalink: siteLink(site.id, context),
		address: context.origin + addressOf('site', site.id),
		origin: context.origin,
		recorded: site.recorded,
		accessed: null,
		version: context.version,
		about: context.about,
		reports,
		articles: [...new Map(reports.map(({ article }) => [article.id, article])).values()]
	};
}

function addressOf(kind: Citation['kind'], id: string): string {
	return `/cite/${kind}s/${id}`;
}

function citedReport(report: ReportView, articles: ArticleView[], context: ExportContext): CitedReport {
	const article = articles.find(({ id }) => id === report.article.id);
	if (!article) throw new Error(`the article ${report.article.id} of the report ${report.id} is missing`);
	return {
		id: report.id,
		summary: titleOf(report),
		actors: report.actors.map(namedActor),
		place: report.place ? ownName(report.place.name) : null,
		when: report.when,
		quotes: report.quotes,
		article: {
			id: article.id,
			title: article.title,
			language: article.language,
			publisher: article.publisher,
			author: article.author.name,
			url: article.url,
			published: article.published,
			rights: article.rights,
			text: article.text,
			checked: article.checked,
			draft: article.draft
		},
		permalink: reportLink(report.id, context),
		recorded: article.recorded
	};
}

function namedActor({ actor, role }: { actor: ActorView; role: Role }): CitedReport['actors'][number] {
	return { id: actor.id, name: ownName(actor.name), role: evidence.roles[role] };
}
