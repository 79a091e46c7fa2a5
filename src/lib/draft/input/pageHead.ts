/** What a page says of its article: JSON-LD, meta elements (Open Graph, Dublin Core, Highwire), and its own elements. */
import { addressIn } from '../../base/webAddress';
import type { ArticleHead, HeadValue, Origin } from './article';
import { linkedArticles } from './jsonLd';
import { guessLanguage, isWrittenIn, languageTag, scriptOf } from './language';
import { publishedOn } from './published';

/** In characters; longer values are no values of a head. */
const longest = 500;

type Found = readonly [value: string | null | undefined, origin: Origin];

/**
 * The head of a page.
 * @param linkedData what its scripts of JSON-LD hold
 * @param text the article's own text
 * @param address where the page was fetched from, or where it says that it was saved from
 */
export function headOfPage(
	page: Document,
	linkedData: readonly string[],
	text: string,
	address?: HeadValue
): ArticleHead {
	const meta = metaOf(page);
	const articles = linkedArticles(linkedData);
	const linked = (
		name: string,
		valueOf: (article: (typeof articles)[number]) => string | undefined
	): Found[] => articles.map((article) => [valueOf(article), { in: 'json-ld', name }]);
	const named = (...names: string[]): Found[] =>
		names.flatMap((name) => (meta.get(name) ?? []).map((value): Found => [value, { in: 'meta', name }]));
	const element = (selector: string, name: string, attribute?: string): Found[] =>
		[...page.querySelectorAll(selector)]
			.slice(0, 3)
			.map((found): Found => [
				attribute ? found.getAttribute(attribute) : found.textContent,
				{ in: 'element', name }
			]);

	const addresses = values(
		[
			...element('link[rel="canonical"]', 'canonical', 'href'),
			...named('og:url'),
			...linked('url', ({ url }) => url),
			...(address ? [[address.value, address.origin] as const] : []),
			...named('citation_public_url', 'dc.identifier')
		],
		(value) => absolute(value, address?.value)
	);
	const publisher = values([
		...linked('publisher', (article) => article.publisher),
		...named(
			'og:site_name',
			'citation_journal_title',
			'citation_publisher',
			'dc.publisher',
			'application-name'
		),
		...addresses.slice(0, 1).map(({ value }): Found => [hostOf(value), { in: 'address', name: 'host' }])
	]);
	const language = values(
		[
			...element('html[lang]', 'lang', 'lang'),
			...linked('inLanguage', ({ inLanguage }) => inLanguage),
			...named('content-language', 'dc.language', 'citation_language', 'og:locale')
		],
		languageTag
	);
	return {
		title: values([
			...linked('headline', ({ headline }) => headline),
			...named('og:title', 'citation_title', 'dc.title', 'twitter:title'),
			...element('h1', 'h1'),
			...element('title', 'title').map(([value, origin]): Found => [withoutSite(value, publisher), origin])
		]),
		publisher,
		author: values(
			[
				...linked('author', ({ authors }) => authors.join(', ')),
				...joined(named('author')),
				...joined(named('citation_author', 'dc.creator', 'article:author', 'parsely-author')),
				...element('[rel="author"]', 'rel=author'),
				...element('[itemprop="author"]', 'itemprop=author'),
				...element('[class~="byline"]', 'byline').map(([value, origin]): Found => [withoutBy(value), origin])
			].filter(([value]) => !addressIn(value ?? ''))
		),
		published: values(
			[
				...linked('datePublished', ({ datePublished }) => datePublished),
				...named(
					'article:published_time',
					'og:article:published_time',
					'citation_publication_date',
					'citation_online_date',
					'citation_date',
					'dc.date',
					'dcterms.created',
					'dcterms.issued',
					'parsely-pub-date',
					'pubdate',
					'date'
				),
				...element('[itemprop="datePublished"]', 'itemprop=datePublished', 'content'),
				...element('time[datetime]', 'time', 'datetime'),
				...element('time', 'time')
			],
			publishedOn
		),
		language: ranked(language, text),
		address: addresses,
		dateline: null
	};
}

/** Values that differ, in their order, each with where it stood first. */
function values(found: readonly Found[], read: (value: string) => string | null = tidied): HeadValue[] {
	const all = new Map<string, HeadValue>();
	for (const [raw, origin] of found) {
		if (!raw || raw.length > longest * 4) continue;
		const value = read(raw.trim());
		if (value && value.length <= longest && !all.has(value)) all.set(value, { value, origin });
	}
	return [...all.values()];
}

const tidied = (value: string) => value.replace(/[\s\u00a0]+/g, ' ').trim();

/** The contents of meta elements by their names in lower case, of whichever attribute has them. */
function metaOf(page: Document): Map<string, string[]> {
	const all = new Map<string, string[]>();
	for (const meta of page.querySelectorAll('meta[content]')) {
		const content = meta.getAttribute('content')!;
		for (const attribute of ['property', 'name', 'http-equiv', 'itemprop']) {
			const name = meta.getAttribute(attribute)?.trim().toLowerCase().replace(/^dc:/, 'dc.');
			if (name) all.set(name, [...(all.get(name) ?? []), content]);
		}
	}
	return all;
}

/** Authors who stand in several meta elements of one name. */
function joined(found: readonly Found[]): Found[] {
	const first = found[0];
	return first ? [[found.map(([value]) => value).join(', '), first[1]]] : [];
}

function absolute(value: string, base: string | undefined): string | null {
	try {
		return addressIn(new URL(value, base).href);
	} catch {
		return null;
	}
}

const hostOf = (address: string) => new URL(address).hostname.replace(/^www\./, '');

/** A title without the name of the site that pages put behind it. */
function withoutSite(title: string | null | undefined, publisher: readonly HeadValue[]): string | undefined {
	if (!title || title.length > longest) return undefined;
	const at = Math.max(...[' | ', ' - ', ' – ', ' — ', ' :: '].map((sign) => title.lastIndexOf(sign)));
	if (at < 0) return title;
	const site = title
		.slice(at + 3)
		.trim()
		.toLowerCase();
	return publisher.some(({ value }) => value.toLowerCase() === site) ? title.slice(0, at) : title;
}

const withoutBy = (value: string | null | undefined) =>
	value?.trim().replace(/^(?:by|par|von|بقلم|كتب)\s*:?\s+/i, '');

/** What the page says comes first, but where its letters are of another script. */
function ranked(said: readonly HeadValue[], text: string): HeadValue[] {
	const script = scriptOf(text);
	const guessed = { value: guessLanguage(text), origin: { in: 'text', name: 'words' } } as const;
	const fitting = said.filter(({ value }) => script === null || isWrittenIn(value, script));
	if (fitting.length > 0) return [...fitting, ...said.filter((value) => !fitting.includes(value))];
	return [guessed, ...said];
}
