/**
 * What a link to a page shows where somebody puts it, in a chat or on another site: Open Graph (https://ogp.me), the card of
 * Twitter and those who read the same tags, and the one address that a page has, whatever its query says. Pure.
 */
import { pathIn, type Locale } from '../words/locale';

/** A picture for a link, with its address and what is on it. */
export interface Picture {
	address: string;
	type: 'image/png';
	width: number;
	height: number;
	description: string;
}

export interface PageFacts {
	locale: Locale;
	/** All languages that the page is written in, the first of the site first, with their names in Open Graph. */
	languages: readonly { tag: Locale; openGraph: string }[];
	/** The path as the first language has it at the root of a host, as `readPath` gives it. */
	path: string;
	/** The host that the site is built for, such as https://example.org; '' where that is not known. */
	origin: string;
	/** The name of the site, which ends the titles of its pages. */
	site: string;
	/** What is said of the page where its own head says nothing. */
	description: string;
	/** Whether the page is about one article or one report. */
	isArticle: boolean;
	picture?: Picture | undefined;
}

/** Pages that are made for those of others stand for the page of the same thing. */
const ownPath = (path: string): string => path.replace(/^\/embed(?=\/|$)/, '') || '/';

/**
 * The tags of a page.
 * @param html the page with its title and, where it has one, its description, as HTML; what of it is for search engines to
 * leave out has no canonical address
 */
export function tagsOf(html: string, facts: PageFacts): string {
	const { locale, languages, path, origin, site, isArticle, picture } = facts;
	const found = (pattern: RegExp) => pattern.exec(html)?.[1];
	const isLeftOut = html.includes('<meta name="robots" content="noindex"');
	const title = titleOf(html, site);
	const said = found(/<meta name="description" content="([^"]*)"/);
	const description = said ?? escaped(facts.description);
	const address = origin + pathIn(locale, ownPath(path));
	const openGraph = [
		['og:type', isArticle ? 'article' : 'website'],
		['og:site_name', escaped(site)],
		['og:title', title],
		['og:description', description],
		['og:url', escaped(address)],
		...languages.map(
			({ tag, openGraph }) => [tag === locale ? 'og:locale' : 'og:locale:alternate', openGraph] as const
		),
		...(picture
			? ([
					['og:image', escaped(picture.address)],
					['og:image:type', picture.type],
					['og:image:width', String(picture.width)],
					['og:image:height', String(picture.height)],
					['og:image:alt', escaped(picture.description)]
				] as const)
			: [])
	] as const;
	const twitter = [
		['twitter:card', picture ? 'summary_large_image' : 'summary'],
		['twitter:title', title],
		['twitter:description', description],
		...(picture
			? ([
					['twitter:image', escaped(picture.address)],
					['twitter:image:alt', escaped(picture.description)]
				] as const)
			: [])
	] as const;
	return [
		...(said === undefined ? [`<meta name="description" content="${description}" />`] : []),
		...(isLeftOut ? [] : [`<link rel="canonical" href="${escaped(origin + pathIn(locale, path))}" />`]),
		...openGraph.map(([name, content]) => `<meta property="${name}" content="${content}" />`),
		...twitter.map(([name, content]) => `<meta name="${name}" content="${content}" />`)
	].join('');
}

/** The title of a page without the name of the site at its end, as the value of an attribute. */
export function titleOf(html: string, site: string): string {
	const own = ` · ${escaped(site)}`;
	const whole = /<title>([^<]*)<\/title>/.exec(html)?.[1]!.replaceAll('"', '&quot;') ?? escaped(site);
	return whole.endsWith(own) ? whole.slice(0, -own.length) : whole;
}

/** A text as the value of an attribute. */
export const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
