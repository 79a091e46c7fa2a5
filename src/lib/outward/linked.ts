/** Which things of the data set a page says it is about, in the words of schema.org, and the policy that lets it say so. */
import { createHash } from 'node:crypto';
import { base } from '../base/home';
import { exportContext, dataset, release, reportById, saidOfItself } from '../server/dataset';
import { m } from '../words';
import { pathIn } from '../words/locale';
import { titleIn, type Asked } from './head';
import {
	articleNodes,
	claimNodes,
	datasetNodes,
	idOf,
	pageNode,
	placeNodes,
	scriptOf,
	siteNodes,
	type Node,
	type Surroundings
} from './schemaOrg';

/** A page with what it is about, for search engines; unchanged where it is about nothing, or none may find it. */
export function withLinkedData(html: string, asked: Asked): string {
	const text = linkedData(titleIn(html), asked);
	return text === null ? html : withScript(html, text);
}

/** Puts a script that no browser runs into a page, and its hash into the policy of the page. */
function withScript(html: string, text: string): string {
	const hash = createHash('sha256').update(text).digest('base64');
	return html
		.replace(
			/(<meta http-equiv="content-security-policy" content="[^"]*?script-src[^;"]*)/,
			`$1 'sha256-${hash}'`
		)
		.replace('</head>', () => `<script type="application/ld+json">${text}</script></head>`);
}

/** @param title of the page, as plain text */
function linkedData(title: string, { route, params, locale, path, origin }: Asked): string | null {
	const around: Surroundings = {
		...exportContext(),
		origin: origin + base,
		locale,
		address: origin + pathIn(locale, path),
		title,
		siteTitle: m.site_name(),
		said: saidOfItself(locale),
		released: release().released
	};
	const data = dataset(locale);
	const nodes = ((): Node[] | null => {
		switch (route.replaceAll(/\/\([^)]+\)/g, '')) {
			case '/':
			case '':
				return [pageNode(around, 'WebPage', idOf.data(around)), ...siteNodes(around)];
			case '/about':
				return [pageNode(around, 'AboutPage', idOf.data(around)), ...datasetNodes(data, around)];
			case '/table':
			case '/data':
				return [pageNode(around, 'CollectionPage', idOf.data(around)), ...datasetNodes(data, around)];
			case '/sites/[site]': {
				const site = data.sites.find(({ id }) => id === params.site);
				return site
					? [pageNode(around, 'WebPage', idOf.place(site, around)), ...placeNodes(site, around)]
					: null;
			}
			case '/reports/[report]': {
				const report = reportById(params.report!, locale);
				return report
					? [pageNode(around, 'WebPage', idOf.claim(report, around)), ...claimNodes(report, around)]
					: null;
			}
			case '/articles/[article]': {
				const article = data.articles.find(({ id }) => id === params.article);
				return article
					? [pageNode(around, 'WebPage', idOf.article(article, around)), ...articleNodes(article, around)]
					: null;
			}
			default:
				return null;
		}
	})();
	return nodes && scriptOf(nodes);
}
