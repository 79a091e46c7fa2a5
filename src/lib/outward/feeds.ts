/**
 * What changed as feeds, for readers who follow a site: Atom (RFC 4287) and JSON Feed 1.1 (https://www.jsonfeed.org), with an
 * entry for each report that was added, corrected or taken back. Pure.
 */
import { element, elements, textElement, xmlDeclaration, escapeXml } from '../export/formats/xml';

export interface FeedEntry {
	/** A URN that stays the same when the site moves. */
	id: string;
	/** The address of the page of the report, or that of all changes where it has none any more. */
	address: string;
	title: string;
	/** As HTML. */
	content: string;
	/** added, corrected or withdrawn. */
	kind: string;
	/** YYYY-MM-DD */
	on: string;
}

export interface Feed {
	id: string;
	title: string;
	subtitle: string;
	language: string;
	publisher: { name: string; url?: string | undefined };
	/** The page that says the same, and where the feed itself is, without its ending. */
	page: string;
	address: string;
	icon: string;
	/** The day of the last release, for a feed without entries. */
	released: string;
	license: { name: string; url: string };
	/** Newest first. */
	entries: readonly FeedEntry[];
}

const timeOf = (day: string) => `${day}T00:00:00Z`;

/** The feed as Atom. */
export function atom(feed: Feed): string {
	const { id, title, subtitle, language, publisher, page, address, icon, released, license, entries } = feed;
	const link = (rel: string, type: string, href: string) => element('link', { rel, type, href });
	const { markup } = element(
		'feed',
		{ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language },
		textElement('id', id),
		textElement('title', title),
		textElement('subtitle', subtitle),
		textElement('updated', timeOf(entries[0]?.on ?? released)),
		link('self', 'application/atom+xml', `${address}.atom`),
		link('alternate', 'text/html', page),
		element('link', { rel: 'license', href: license.url }),
		textElement('icon', icon),
		textElement('rights', license.name),
		element('author', {}, textElement('name', publisher.name), textElement('uri', publisher.url)),
		elements(
			entries.map((entry) =>
				element(
					'entry',
					{},
					textElement('id', entry.id),
					textElement('title', entry.title),
					textElement('updated', timeOf(entry.on)),
					link('alternate', 'text/html', entry.address),
					element('category', { term: entry.kind }),
					element('content', { type: 'html' }, entry.content)
				)
			)
		)
	);
	return `${xmlDeclaration}${markup}\n`;
}

/** The feed as JSON Feed. */
export function jsonFeed(feed: Feed): string {
	const { title, subtitle, language, publisher, page, address, icon, entries } = feed;
	return `${JSON.stringify(
		{
			version: 'https://jsonfeed.org/version/1.1',
			title,
			description: subtitle,
			language,
			home_page_url: page,
			feed_url: `${address}.json`,
			icon,
			authors: [{ name: publisher.name, ...(publisher.url && { url: publisher.url }) }],
			items: entries.map(({ id, address, title, content, kind, on }) => ({
				id,
				url: address,
				title,
				content_html: content,
				date_published: timeOf(on),
				tags: [kind]
			}))
		},
		null,
		'\t'
	)}\n`;
}

/** Paragraphs of text as HTML, those that are quotes as such. */
export const paragraphs = (
	texts: readonly { text: string; language?: string; isQuote?: boolean }[]
): string =>
	texts
		.filter(({ text }) => text !== '')
		.map(({ text, language, isQuote }) => {
			const name = isQuote ? 'blockquote' : 'p';
			const lang = language ? ` lang="${escapeXml(language)}" dir="auto"` : '';
			return `<${name}${lang}>${escapeXml(text)}</${name}>`;
		})
		.join('');
