/** A citation in CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html), for Zotero, pandoc and others. */
import { licenseLine } from '../about';
import type { Citation, CitedArticle } from './citation';
import { quoted } from '../formats/text';
import { articleNote, cslDate, cslDay, type CslDate } from './dates';

/** An item of CSL-JSON; only what is used here. */
export interface CslItem {
	id: string;
	type: 'dataset' | 'webpage';
	title: string;
	author?: { literal: string }[];
	'container-title': string;
	publisher: string;
	issued: CslDate;
	version?: string;
	/** None in a draft whose address is still to be found. */
	URL?: string;
	language: string;
	keyword?: string;
	abstract?: string;
	note: string;
	accessed?: CslDate;
}

/** An array of items: our record, then each article. */
function cslItems(citation: Citation): CslItem[] {
	return [recordItem(citation), ...citation.articles.map(articleItem)];
}

/** The items as JSON text. */
export function cslJson(citation: Citation): string {
	return `${JSON.stringify(cslItems(citation), null, '\t')}\n`;
}

function recordItem(citation: Citation): CslItem {
	const { kind, id, title, permalink, recorded, accessed, version, about, reports } = citation;
	return {
		id: `attested-${kind}-${id}`,
		type: 'dataset',
		title,
		author: [{ literal: about.creator }],
		'container-title': about.title,
		publisher: about.creator,
		issued: cslDay(recorded),
		version,
		URL: permalink,
		language: 'en',
		keyword: [...new Set(reports.flatMap(({ actors }) => actors.map(({ name }) => name)))].join(', '),
		abstract: reports.map(({ quotes }) => quoted(quotes)).join(' '),
		note: `Record of ${recorded}, version ${version}. ${licenseLine}`,
		...(accessed && { accessed: cslDay(accessed) })
	};
}

function articleItem(article: CitedArticle): CslItem {
	const { id, title, author, publisher, published, url, language, checked } = article;
	return {
		id: `attested-article-${id}`,
		type: 'webpage',
		title,
		...(author && { author: [{ literal: author }] }),
		'container-title': publisher,
		publisher,
		issued: cslDate(published),
		...(url && { URL: url }),
		language,
		note: articleNote(article),
		...(url && checked && { accessed: cslDay(checked) })
	};
}
