/** Which pages have a card of their own, what stands on it, and the picture of it. */
import { shownText } from '../base/hidden';
import { ownName } from '../geodata/names';
import type { ReportView, SiteView } from '../geodata/views';
import { dataset, onceFor, release, reportById } from '../server/dataset';
import { canDraw } from '../server/fonts';
import { pngOf, widthOf } from '../server/pictures';
import { counted, list, m } from '../words';
import { placeKindName } from '../words/kinds';
import { directionOf, locales, type Locale } from '../words/locale';
import { summaryOf } from '../words/summary';
import { describeWhen } from '../words/when';
import { cardHeight, cardSvg, cardWidth, type Card } from './card/card';
import { runsLeft } from './card/text';
import type { Picture } from './tags';

/** What a card is about; `map` is the whole of it. */
export const cardKinds = ['sites', 'reports', 'articles', 'map'] as const;
export type CardKind = (typeof cardKinds)[number];

/** A card takes a twentieth of a second: of more sites, reports or articles than this, in all languages, none has its own. */
const mostCards = 600;

/** Each language is one that the fonts of the cards have letters for. */
const isReadable = (locale: Locale) => canDraw(m.home_heading({}, { locale }));

interface Entry {
	kind: CardKind;
	id: string;
}

/** The cards that a language has: that of the map, and those of records while they are not too many. */
export const cardsOf = onceFor((locale): Entry[] => {
	const { sites, reports, withdrawn, articles } = dataset(locale);
	const of = (kind: CardKind, all: readonly { id: string }[]): Entry[] => all.map(({ id }) => ({ kind, id }));
	const entries: Entry[] = [{ kind: 'map', id: 'all' }];
	if (!isReadable(locale) || !canDrawCards()) return entries;
	for (const more of [
		of('sites', sites),
		of('articles', articles),
		of('reports', [...reports, ...withdrawn])
	])
		if ((entries.length + more.length) * locales.length <= mostCards) entries.push(...more);
	return entries;
});

const keysOf = onceFor((locale) => new Set(cardsOf(locale).map(({ kind, id }) => `${kind}/${id}`)));

/** Whether this machine can draw cards at all, found out once. */
let works: boolean | undefined;

/** A site is whole without cards: where none can be drawn its pages name none, and the build says so. */
export function canDrawCards(): boolean {
	if (works !== undefined) return works;
	try {
		pngOf('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>');
		return (works = true);
	} catch (error) {
		console.warn(
			`Links to pages show no pictures, since none can be drawn here: ${(error as Error).message}`
		);
		return (works = false);
	}
}

/**
 * The picture for a page, with its address.
 * @param home address of the site, without a slash at its end
 */
export function pictureOf(
	asked: { route: string; params: Partial<Record<string, string>>; locale: Locale; title: string },
	home: string
): Picture | undefined {
	const { route, params, locale, title } = asked;
	if (!canDrawCards() || !isReadable(locale)) return undefined;
	const kind = cardKinds.find((name) => new RegExp(`/${name}/\\[`).test(route));
	const id = kind === 'sites' ? params.site : kind === 'reports' ? params.report : params.article;
	const own = kind && id !== undefined && keysOf(locale).has(`${kind}/${id}`) ? `${kind}/${id}` : 'map/all';
	return {
		// Who shows links keeps their pictures: what a new version of the records changed is asked for anew.
		address: `${home}/cards/${locale}/${own}.png?v=${release().version}`,
		type: 'image/png',
		width: cardWidth,
		height: cardHeight,
		description: own === 'map/all' ? m.home_heading() : title
	};
}

/** An empty picture, which stands where no card can be drawn, and which no page names. */
const blank = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
	'base64'
);

/**
 * The card of a record as PNG; that of the map where it can't be drawn, and where that can't, an empty picture: no build
 * fails for a picture. Null where there is no such card.
 */
export function cardPng(kind: CardKind, id: string, locale: Locale): Uint8Array<ArrayBuffer> | null {
	const card = cardOf(kind, id, locale);
	if (!card) return null;
	if (!canDrawCards()) return new Uint8Array(blank);
	try {
		return pngOf(cardSvg(readable(card), widthOf));
	} catch (error) {
		console.warn(`The card of ${kind}/${id} could not be drawn: ${(error as Error).message}`);
		return kind === 'map' ? new Uint8Array(blank) : cardPng('map', 'all', locale);
	}
}

/** Without the words that the fonts have no letters for. */
function readable(card: Card): Card {
	const known = (text: string) => (canDraw(text) ? text : '');
	return {
		...card,
		warning: card.warning && known(card.warning),
		site: known(card.site),
		above: known(card.above),
		title: known(card.title),
		quote: known(card.quote),
		below: known(card.below),
		foot: known(card.foot),
		actors: card.actors.filter(({ name }) => canDraw(name))
	};
}

const quoted = (text: string) => {
	const shown = shownText(text).replaceAll(/\s+/gu, ' ').trim();
	return runsLeft(shown) ? `«${shown}»` : `“${shown}”`;
};

function cardOf(kind: CardKind, id: string, locale: Locale): Card | null {
	const { sites, articles, reports } = dataset(locale);
	const nameOf = (name: SiteView['name']) => name[locale] ?? ownName(name);
	const common: Card = {
		left: directionOf(locale) === 'rtl',
		site: m.site_name(),
		above: '',
		warning: null,
		title: '',
		quote: '',
		below: '',
		foot: '',
		actors: [],
		map: { sites: [], others: sites.slice(0, mostCards), locale }
	};
	const actorsOf = ({ actors }: Pick<SiteView, 'actors'>) =>
		actors.map((actor) => ({ actor, name: nameOf(actor.name) }));
	const source = ({ article }: ReportView) =>
		list([article.publisher, describeWhen(article.published.edtf, locale)]);
	if (kind === 'sites') {
		const site = sites.find((other) => other.id === id);
		if (!site) return null;
		const latest = site.reports.reduce((a, b) =>
			b.article.published.edtf > a.article.published.edtf ? b : a
		);
		return {
			...common,
			above: site.contested ? `${placeKindName(site.kind)} · ${m.contested()}` : placeKindName(site.kind),
			title: nameOf(site.name),
			quote: quoted(latest.quotes[0]!.exact),
			below: source(latest),
			actors: actorsOf(site),
			map: { sites: [site], others: sites.filter((other) => other !== site).slice(0, mostCards), locale }
		};
	}
	if (kind === 'reports') {
		const report = reportById(id, locale);
		if (!report) return null;
		const site = report.place?.mapped ? sites.find((other) => other.id === report.place!.id) : undefined;
		return {
			...common,
			above: source(report),
			warning: report.withdrawn
				? `${m.change_withdrawn()}: ${describeWhen(report.withdrawn.on, locale)}`
				: null,
			quote: quoted(report.quotes[0]!.exact),
			below: summaryOf(report),
			actors: actorsOf({ actors: report.attributed }),
			map: {
				sites: site ? [{ ...site, actors: report.attributed }] : [],
				others: sites.filter((other) => other !== site).slice(0, mostCards),
				locale
			}
		};
	}
	if (kind === 'articles') {
		const article = articles.find((other) => other.id === id);
		if (!article) return null;
		const there = new Set(article.reports.flatMap(({ place }) => (place?.mapped ? [place.id] : [])));
		const own = sites.filter((site) => there.has(site.id));
		return {
			...common,
			above: list([article.publisher, describeWhen(article.published.edtf, locale)]),
			title: article.title,
			below: list([m.count_reports(counted(article.reports.length)), m.count_places(counted(own.length))]),
			map: { sites: own, others: sites.filter((site) => !there.has(site.id)).slice(0, mostCards), locale }
		};
	}
	return {
		...common,
		above: m.share_title(),
		title: m.home_heading(),
		below: m.home_description(),
		foot: list([
			m.count_reports(counted(reports.length)),
			m.count_places(counted(sites.length)),
			m.count_articles(counted(articles.length))
		]),
		map: { sites: sites.slice(0, mostCards), others: [], locale }
	};
}
