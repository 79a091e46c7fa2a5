/**
 * What pages are about in the words of schema.org, as JSON-LD for search engines: the data set as Google Dataset Search asks
 * for it (https://developers.google.com/search/docs/appearance/structured-data/dataset), sites, articles, and reports as
 * claims that rest on quotations. Pure.
 */
import {
	homepageOf,
	lastRecorded,
	recordLicense,
	siteLink,
	reportLink,
	titleOf,
	type ExportContext
} from '../export/about';
import { dateParts } from '../export/citations/dates';
import { dataFiles } from '../export/registry';
import { parseWhen } from '../geodata/dates';
import { ownName } from '../geodata/names';
import { decimalsFor } from '../geodata/precision';
import type { DatasetRecord } from '../geodata/datasetSchema';
import type { ArticleLink, ArticleView, Dataset, ReportView, SiteView, SourceView } from '../geodata/views';
import type { Name, Position } from '../geodata/schema';

/** A node of the graph. */
export type Node = Record<string, unknown>;

/** What a page has to know of itself and of the data set. */
export interface Surroundings extends ExportContext {
	/** The language of the page. */
	locale: string;
	/** The whole address of the page. */
	address: string;
	/** Its title, and that of the site. */
	title: string;
	siteTitle: string;
	/** What the data set says of itself, in the language of the page. */
	said: DatasetRecord;
	/** The day of its release. */
	released: string;
}

/** Of more reports than these a site names the newest. */
const mostNamed = 40;

const dataId = ({ origin }: Surroundings) => `${origin}/about#data`;
const siteId = ({ origin }: Surroundings) => `${origin}/#site`;
const publisherOf = (around: Surroundings): Node => {
	const { name, url } = around.said.publisher;
	return { '@type': 'Organization', name, url: url ?? homepageOf(around) ?? undefined };
};
const namedIn = (name: Name, { locale }: Surroundings) => name[locale] ?? ownName(name);

/** The page itself, which is about one thing. */
export function pageNode(around: Surroundings, type: string, mainEntity?: string): Node {
	const { address, title, locale } = around;
	return {
		'@type': type,
		'@id': address,
		url: address,
		name: title,
		inLanguage: locale,
		isPartOf: { '@type': 'WebSite', '@id': siteId(around), name: around.siteTitle, url: `${around.origin}/` },
		...(mainEntity && { mainEntity: { '@id': mainEntity } })
	};
}

/** The site as a whole, on its first page. */
export function siteNodes(around: Surroundings): Node[] {
	const { siteTitle, locale, said, origin } = around;
	return [
		{
			'@type': 'WebSite',
			'@id': siteId(around),
			name: siteTitle,
			alternateName: around.about.title,
			description: `${said.introduction} ${said.disclaimer}`,
			url: `${origin}/`,
			inLanguage: locale,
			publisher: publisherOf(around),
			license: recordLicense.url,
			mainEntity: { '@id': dataId(around) }
		}
	];
}

/** The data set with its files. */
export function datasetNodes(
	data: Pick<Dataset, 'reports' | 'articles' | 'sites'>,
	around: Surroundings
): Node[] {
	const { about, said, origin, version, released } = around;
	const [west, south, east, north] = said.region.box;
	const time = spanOf(data.reports);
	return [
		{
			'@type': 'Dataset',
			'@id': dataId(around),
			name: [`${said.publisher.name}: ${said.title}`, ...(said.subtitle ? [said.subtitle] : [])].join(', '),
			description: `${said.introduction} ${said.disclaimer}`,
			url: `${origin}/about`,
			identifier: about.id,
			keywords: said.keywords,
			inLanguage: about.languages,
			isAccessibleForFree: true,
			license: recordLicense.url,
			creator: publisherOf(around),
			publisher: publisherOf(around),
			version,
			datePublished: released,
			dateModified: lastRecorded([...data.articles, ...data.sites]) ?? released,
			spatialCoverage: {
				'@type': 'Place',
				geo: { '@type': 'GeoShape', box: `${south} ${west} ${north} ${east}` }
			},
			...(time && { temporalCoverage: time }),
			variableMeasured: ['place', 'actor', 'claim', 'date', 'quotation', 'source'],
			distribution: Object.entries(dataFiles).map(([name, { title, description, mediaType }]) => ({
				'@type': 'DataDownload',
				name: title,
				description,
				encodingFormat: mediaType.split(';')[0],
				contentUrl: `${origin}/data/${name}`
			}))
		}
	];
}

/** The time that reports are about, as ISO 8601 has an interval; one that is open begins or ends with `..`. */
function spanOf(reports: readonly Pick<ReportView, 'when'>[]): string | null {
	const days = reports.flatMap(({ when }) => {
		const { earliest, latest } = parseWhen(when.edtf);
		return [earliest, latest].filter((day) => day !== null && day !== undefined);
	});
	const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)];
	return first && last ? (first === last ? first : `${first}/${last}`) : null;
}

/** A site: where it is, no finer than it is known, and what was reported there. */
export function placeNodes(site: SiteView, around: Surroundings): Node[] {
	const { id, name, aliases, identifiers, precision, reports } = site;
	const address = siteLink(id, around);
	const newest = reports.toSorted((a, b) => (a.article.published.edtf < b.article.published.edtf ? 1 : -1));
	const { Wikidata, GeoNames } = identifiers;
	const sameAs = [
		...(Wikidata ? [`http://www.wikidata.org/entity/${Wikidata}`] : []),
		...(GeoNames ? [`https://www.geonames.org/${GeoNames}`] : [])
	];
	return [
		{
			'@type': 'Place',
			'@id': `${address}#place`,
			name: namedIn(name, around),
			alternateName: [...Object.values(name), ...aliases].filter((other) => other !== namedIn(name, around)),
			description: precision.reason,
			url: address,
			hasMap: address,
			geo: geoOf(site),
			additionalProperty: [
				{ '@type': 'PropertyValue', name: 'where_prec', value: precision.where_prec },
				...(precision.radius_km === null
					? []
					: [{ '@type': 'PropertyValue', name: 'radius', value: precision.radius_km, unitCode: 'KMT' }])
			],
			identifier: Object.entries(identifiers).map(([propertyID, value]) => ({
				'@type': 'PropertyValue',
				propertyID,
				value
			})),
			...(sameAs.length > 0 && { sameAs }),
			subjectOf: newest.slice(0, mostNamed).map((report) => ({
				'@type': 'Claim',
				'@id': claimId(report.id, around),
				text: titleOf(report),
				url: reportLink(report.id, around)
			}))
		}
	];
}

/** A point that is one, a circle that the place is somewhere inside, or the box about an area or a line. */
function geoOf({ geometry, drawn, precision: { radius_km } }: SiteView): Node {
	if (geometry.type !== 'Point') return { '@type': 'GeoShape', box: boxOf(geometry.coordinates) };
	const decimals = decimalsFor(radius_km);
	const [longitude, latitude] = geometry.coordinates.map((degrees) => Number(degrees.toFixed(decimals)));
	const middle = { '@type': 'GeoCoordinates', latitude, longitude };
	if (drawn === 'point' || radius_km === null) return middle;
	return { '@type': 'GeoCircle', geoMidpoint: middle, geoRadius: Math.round(radius_km * 1000) };
}

/** South, west, north and east, as schema.org has a box. */
function boxOf(coordinates: unknown[]): string {
	const positions = positionsIn(coordinates);
	const side = (axis: 0 | 1, of: (a: number, b: number) => number) =>
		positions.map((position) => position[axis]).reduce(of);
	const [least, most] = [(a: number, b: number) => Math.min(a, b), (a: number, b: number) => Math.max(a, b)];
	return [side(1, least), side(0, least), side(1, most), side(0, most)]
		.map((degrees) => Number(degrees.toFixed(2)))
		.join(' ');
}

const positionsIn = (coordinates: unknown[]): Position[] =>
	typeof coordinates[0] === 'number'
		? [coordinates as unknown as Position]
		: coordinates.flatMap((inner) => positionsIn(inner as unknown[]));

const claimId = (report: string, around: Surroundings) => `${reportLink(report, around)}#claim`;
const articleId = (article: string, { origin }: Surroundings) => `${origin}/articles/${article}#article`;

/** A report: a claim, the quotations that it rests on, and the article that has them. */
export function claimNodes(report: ReportView, around: Surroundings): Node[] {
	const { id, article, quotes, place, attributed, withdrawn, disputed, chain } = report;
	const address = reportLink(id, around);
	const quotations = quotes.map(({ exact, original }, index) => ({
		'@type': 'Quotation',
		'@id': `${address}#quote-${index + 1}`,
		text: exact,
		inLanguage: article.language,
		...(original && { url: original }),
		isPartOf: { '@id': articleId(article.id, around) },
		isBasedOn: { '@id': articleId(article.id, around) }
	}));
	const status = withdrawn ? 'Withdrawn' : disputed ? 'Disputed' : null;
	return [
		{
			'@type': 'Claim',
			'@id': claimId(id, around),
			text: titleOf(report),
			identifier: id,
			url: address,
			...(status && { creativeWorkStatus: status }),
			about: [
				...(place
					? [
							{
								'@type': 'Place',
								...(place.mapped && { '@id': `${siteLink(place.id, around)}#place` }),
								name: namedIn(place.name, around)
							}
						]
					: []),
				...attributed.map(({ name }) => ({ '@type': 'Organization', name: namedIn(name, around) }))
			],
			author: { '@type': 'Organization', name: article.publisher },
			appearance: { '@id': articleId(article.id, around) },
			claimInterpreter: publisherOf(around),
			isBasedOn: quotations.map((quotation) => ({ '@id': quotation['@id'] })),
			isPartOf: { '@id': dataId(around) },
			license: recordLicense.url
		},
		...quotations,
		articleNode(article, chain, around)
	];
}

/** An article, in whose words all of it is, with what it drew on. */
function articleNode(article: ArticleLink, chain: readonly SourceView[], around: Surroundings): Node {
	const { id, title, language, publisher, url, published } = article;
	const date = isoDate(published.edtf);
	return {
		'@type': 'Article',
		'@id': articleId(id, around),
		headline: title,
		inLanguage: language,
		...(url && { url }),
		...(date && { datePublished: date }),
		publisher: { '@type': 'Organization', name: publisher },
		...(chain.length > 0 && { isBasedOn: chain.map(sourceNode) })
	};
}

function sourceNode({ name, date, references }: SourceView): Node {
	const day = date === null ? null : isoDate(date);
	const [url] = references.flatMap(({ urls }) => urls);
	return { '@type': 'CreativeWork', name, ...(day && { datePublished: day }), ...(url && { url }) };
}

/** The page of an article: the article with its byline, and the claims that are read in it. */
export function articleNodes(article: ArticleView, around: Surroundings): Node[] {
	const { author, archived, rights, reports, chain } = article;
	return [
		{
			...articleNode(article, chain, around),
			...(author.name && { author: { '@type': 'Person', name: author.name } }),
			...(archived && { archivedAt: archived.url }),
			copyrightNotice: rights,
			hasPart: reports.slice(0, mostNamed).map((report) => ({
				'@type': 'Claim',
				'@id': claimId(report.id, around),
				text: titleOf(report),
				url: reportLink(report.id, around)
			}))
		}
	];
}

export const idOf = {
	data: dataId,
	site: siteId,
	place: (site: SiteView, around: Surroundings) => `${siteLink(site.id, around)}#place`,
	claim: (report: ReportView, around: Surroundings) => claimId(report.id, around),
	article: (article: ArticleView, around: Surroundings) => articleId(article.id, around)
};

/** A date that is certain, as ISO 8601 has it; null where it is none, or a span. */
function isoDate(edtf: string): string | null {
	const parts = dateParts(edtf);
	if (!parts) return null;
	const { year, month, day } = parts;
	return [
		String(year).padStart(4, '0'),
		...[month, day].flatMap((part) => (part ? [String(part).padStart(2, '0')] : []))
	].join('-');
}

/** The nodes as the text of a script that no browser runs. What could end the script is written as JSON allows. */
export const scriptOf = (nodes: readonly Node[]): string =>
	JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c');
