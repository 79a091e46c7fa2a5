/**
 * Sites in the Linked Places Format, version 1.2 (https://github.com/LinkedPasts/linked-places-format), which
 * gazetteers such as the World Historical Gazetteer read: GeoJSON that is JSON-LD as well.
 */
import { ownName } from '../../geodata/names';
import type { ReportView, SiteView } from '../../geodata/views';
import { parseWhen, type Bounds } from '../../geodata/dates';
import { kindName } from '../../geodata/kinds';
import type { PlaceKind, Sign } from '../../geodata/vocabulary';
import { common as en } from '../../words/labels/en/common';
import { evidence } from '../../words/labels/en/evidence';
import { recordLicense, reportLink, siteLink, type ExportContext, stateLine } from '../about';
import { exportGeometry } from '../geometry';
import { siteProperties, type SiteProperties } from './siteProperties';

/** How sure a geometry is, in the words of the format. */
type Certainty = 'certain' | 'less-certain' | 'uncertain';

interface Citation {
	label: string;
	'@id': string;
}

interface LinkedWhen {
	timespans: { start: LinkedDate; end?: LinkedDate }[];
	certainty?: Certainty;
}

type LinkedDate = { in: string } | { earliest?: string; latest?: string };

/** A place of the format; only what is used here. */
export interface LinkedPlace {
	'@id': string;
	type: 'Feature';
	/** Those that the format knows, and all that our other files of sites have. */
	properties: SiteProperties & { title: string; fclasses: string[] };
	when?: LinkedWhen;
	names: { toponym: string; lang?: string; citations?: Citation[] }[];
	types: { identifier?: string; label: string; sourceLabels: { label: string; lang: string }[] }[];
	geometry: SiteView['geometry'] & { certainty: Certainty; citations: Citation[] };
	relations: { relationType: string; relationTo: string; label: string }[];
	links: { type: string; identifier: string }[];
	descriptions: { '@id': string; value: string; lang: string }[];
}

export interface LinkedPlaces {
	type: 'FeatureCollection';
	'@context': string;
	title: string;
	version: string;
	license: string;
	features: LinkedPlace[];
}

interface Term {
	term?: readonly [id: string, label: string];
	featureClass: string;
}

/** Terms of the Getty Art & Architecture Thesaurus and GeoNames feature classes, where one fits a kind of place. */
const thesaurus: Record<PlaceKind, Term> = {
	'air-base': { term: ['aat:300000455', 'military base'], featureClass: 'S' },
	airport: { term: ['aat:300000681', 'airport'], featureClass: 'S' },
	'naval-base': { term: ['aat:300000455', 'military base'], featureClass: 'S' },
	port: { term: ['aat:300120599', 'port'], featureClass: 'P' },
	garrison: { term: ['aat:300164060', 'military installation'], featureClass: 'S' },
	'air-defence': { term: ['aat:300164060', 'military installation'], featureClass: 'S' },
	positions: { term: ['aat:300164060', 'military installation'], featureClass: 'S' },
	plant: { featureClass: 'S' },
	store: { featureClass: 'S' },
	headquarters: { term: ['aat:300164060', 'military installation'], featureClass: 'S' },
	'meeting-place': { term: ['aat:300000809', 'site'], featureClass: 'S' },
	'event-place': { term: ['aat:300000809', 'site'], featureClass: 'S' },
	region: { term: ['aat:300182722', 'region (geographic)'], featureClass: 'L' },
	governorate: { term: ['aat:300000774', 'province'], featureClass: 'A' },
	highway: { term: ['aat:300008217', 'road'], featureClass: 'R' },
	border: { term: ['aat:300387143', 'borderland'], featureClass: 'A' },
	city: { term: ['aat:300008389', 'city'], featureClass: 'P' },
	country: { term: ['aat:300387506', 'country'], featureClass: 'A' }
};

/** Of a kind that the data set adds no thesaurus knows; its sign says whether it is a spot, an area or a line. */
const ownTerm = (sign: Sign): Term => ({ featureClass: sign === 'area' ? 'L' : sign === 'line' ? 'R' : 'S' });

/** A collection of places, one for each site. Identifiers are absolute where the origin is known. */
export function linkedPlaces(sites: SiteView[], context: ExportContext): LinkedPlaces {
	return {
		type: 'FeatureCollection',
		'@context':
			'https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld',
		title: context.about.title,
		version: context.version,
		license: recordLicense.url,
		features: sites.map((site) => linkedPlace(site, context))
	};
}

function linkedPlace(site: SiteView, context: ExportContext): LinkedPlace {
	const kind = kindName(site, en.placeKinds);
	const { term, featureClass } = site.ownKind ? ownTerm(site.sign) : thesaurus[site.kind as PlaceKind];
	const when = linkedWhen(site.reports);
	const references = site.references.map(({ title, urls }): Citation => ({ label: title, '@id': urls[0]! }));
	return {
		'@id': siteLink(site.id, context),
		type: 'Feature',
		properties: {
			title: ownName(site.name),
			fclasses: [featureClass],
			...siteProperties(site, context)
		},
		...(when && { when }),
		names: [
			...Object.entries(site.name).map(([lang, toponym]) => ({ toponym, lang, citations: references })),
			...site.aliases.map((toponym) => ({ toponym, ...languageOf(toponym) }))
		],
		types: [
			{
				...(term && { identifier: term[0] }),
				label: term ? term[1] : kind,
				sourceLabels: Object.entries(context.kindNames).map(([lang, names]) => ({
					label: kindName(site, names, lang),
					lang
				}))
			}
		],
		geometry: { ...exportGeometry(site), certainty: certainty(site), citations: references },
		// A place that is not drawn has no address to relate to.
		relations: site.related
			.filter(({ place }) => place.mapped)
			.map(({ place, relation, reason }) => ({
				relationType: 'gvp:tgn3000_related_to',
				relationTo: siteLink(place.id, context),
				label: `${evidence.relationKinds[relation]}: ${ownName(place.name)}. ${reason}`
			})),
		links: links(site),
		descriptions: site.reports.map((report) => ({
			'@id': reportLink(report.id, context),
			value: `${report.summary} “${report.quotes[0]!.exact}” (${report.article.publisher}, “${report.article.title}”, ${report.article.url}). ${stateLine(report.article)}.`,
			lang: context.about.languages[0]!
		}))
	};
}

/** Exact is certain, near a known place less so, and everything coarser is uncertain. */
function certainty({ precision }: SiteView): Certainty {
	if (precision.where_prec === 1) return 'certain';
	return precision.where_prec === 2 ? 'less-certain' : 'uncertain';
}

/** A span for each report with a date that is bounded on some side: what is reported, never what lies between. */
function linkedWhen(reports: ReportView[]): LinkedWhen | null {
	const timespans = [...new Set(reports.map(({ when }) => when.edtf))]
		.map((edtf) => timespan(edtf))
		.filter((span) => span !== null);
	if (timespans.length === 0) return null;
	const unsure = reports.some(({ when }) => when.inferred !== null || /[?~%]/.test(when.edtf));
	return { timespans, ...(unsure && { certainty: 'less-certain' as const }) };
}

function timespan(edtf: string): LinkedWhen['timespans'][number] | null {
	const bounds = parseWhen(edtf);
	if (!bounds.earliest && !bounds.latest) return null;
	if (!edtf.includes('/')) return { start: linkedDate(bounds) };
	const [from, to] = edtf.split('/').map((side) => (side === '' || side === '..' ? null : parseWhen(side)));
	// The format needs a start. One that is open began no later than the end may have come.
	if (!from) return { start: { latest: bounds.latest! } };
	return { start: linkedDate(from), ...(to && { end: linkedDate(to) }) };
}

function linkedDate({ earliest, latest }: Bounds): LinkedDate {
	if (earliest && earliest === latest) return { in: earliest };
	return { ...(earliest && { earliest }), ...(latest && { latest }) };
}

/** A script tells that a name is in it, not in which language: und is BCP 47 for a language that is not known. */
function languageOf(toponym: string): { lang?: string } {
	if (/\p{Script=Arabic}/u.test(toponym)) return { lang: 'und-Arab' };
	if (/\p{Script=Cyrillic}/u.test(toponym)) return { lang: 'und-Cyrl' };
	return {};
}

/** Records of the same place in gazetteers, and the pages that the record refers to. */
function links({ identifiers, references }: SiteView): LinkedPlace['links'] {
	const { GeoNames, Wikidata } = identifiers;
	const wikipedia = references
		.flatMap(({ urls }) => urls)
		.filter((url) => /^https?:\/\/[a-z-]+\.wikipedia\.org\//.test(url));
	return [
		...(GeoNames ? [{ type: 'closeMatch', identifier: `https://www.geonames.org/${GeoNames}` }] : []),
		...(Wikidata ? [{ type: 'closeMatch', identifier: `http://www.wikidata.org/entity/${Wikidata}` }] : []),
		...[...new Set(wikipedia)].map((identifier) => ({ type: 'seeAlso', identifier }))
	];
}
