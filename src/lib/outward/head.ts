/** What of the data set a page's head says to those who read no page: search engines, chats, other sites. */
import { shownText } from '../base/hidden';
import { base } from '../base/home';
import { wholeWords } from '../base/shorten';
import { dataset, reportById, saidOfItself } from '../server/dataset';
import { counted, m } from '../words';
import { locales, type Locale } from '../words/locale';
import { describeWhen } from '../words/when';
import { pictureOf } from './cards';
import { oembedPath } from './oembed';
import { escaped, tagsOf, titleOf } from './tags';

/** Of a description search engines and chats show about so many characters. */
const mostOfQuote = 220;

export interface Asked {
	/** The route with its parameters, as SvelteKit names them. */
	route: string;
	params: Partial<Record<string, string>>;
	locale: Locale;
	/** As `readPath` gives it. */
	path: string;
	/** The host that the site is built for, or ''. */
	origin: string;
}

/** The tags of a page's head that are about the page, from its HTML and what it is about. */
export function headOf(html: string, asked: Asked): string {
	const { route, params, locale, path, origin } = asked;
	const embeddable = origin ? oembedPath(route, params, locale) : null;
	const discovery =
		embeddable &&
		`<link rel="alternate" type="application/json+oembed" title="${escaped(titleIn(html))}" href="${escaped(origin + base + embeddable)}" />`;
	const tags = tagsOf(html, {
		locale,
		path,
		origin,
		languages: locales.map((tag) => ({ tag, openGraph: openGraphLocale(tag) })),
		site: m.site_name(),
		description: descriptionOf(asked),
		picture: pictureOf({ route, params, locale, title: titleIn(html) }, origin + base),
		isArticle: /\/(reports|articles)\/\[/.test(route)
	});
	return tags + (discovery ?? '');
}

/** The title of a page from its HTML, as plain text. */
export const titleIn = (html: string): string =>
	titleOf(html, m.site_name()).replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** “en_GB”: Open Graph wants a country beside every language. */
function openGraphLocale(tag: Locale): string {
	const { language, region } = new Intl.Locale(tag).maximize();
	const country = saidOfItself().languages.find((other) => other.tag === tag)?.region ?? region;
	return country ? `${language}_${country}` : language;
}

/** Of pages whose own head says nothing. */
function descriptionOf({ route, params, locale }: Asked): string {
	const { sites, reports, articles } = dataset(locale);
	const quoted = (text: string) => wholeWords(shownText(text), mostOfQuote);
	if (route.endsWith('/reports/[report]')) {
		const report = reportById(params.report!, locale);
		if (!report) return m.home_description();
		const { quotes, article } = report;
		return m.report_description({
			quote: quoted(quotes[0]!.exact),
			publisher: article.publisher,
			date: describeWhen(article.published.edtf, locale)
		});
	}
	if (route.endsWith('/articles/[article]')) {
		const article = articles.find(({ id }) => id === params.article);
		if (!article) return m.home_description();
		return m.article_description({
			publisher: article.publisher,
			date: describeWhen(article.published.edtf, locale),
			reports: m.count_reports(counted(article.reports.length))
		});
	}
	const count = { reports: m.count_reports(counted(reports.length)) };
	if (route.endsWith('/about'))
		return m.about_lead({
			...count,
			articles: m.count_articles(counted(articles.length)),
			places: m.count_places(counted(sites.length))
		});
	if (route.endsWith('/changes')) return m.changes_how();
	return m.home_description();
}
