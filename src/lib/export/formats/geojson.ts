/** The data set as GeoJSON (RFC 7946): the files of `/data`, and the public layers, which anybody may put on a map. */
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import { withDescendants } from '../../geodata/compile';
import type { About } from '../../geodata/about';
import { ownName } from '../../geodata/names';
import type { Dataset, ReportView, SiteView } from '../../geodata/views';
import { parseWhen } from '../../geodata/dates';
import { claimMeaning } from '../../geodata/kinds';
import {
	licenseLine,
	otherNames,
	reportLink,
	siteOf,
	sitesById,
	type ExportContext,
	type Selection
} from '../about';
import { collection, exportGeometry } from '../geometry';
import { siteProperties, type SiteProperties } from './siteProperties';

/** What a file has to know from outside. */
type FileContext = Pick<ExportContext, 'origin'> & { about: Pick<About, 'languages'> };

/**
 * Properties of a report, whichever of its actors it is shown for. Dates are EDTF; distances km. What has the name of a
 * column of the CSV means the same; a list is a list here.
 */
export interface ReportFileProperties {
	/** Names in the other languages of the data set. */
	[other: `name_${string}`]: string | null;
	report: string;
	site: string | null;
	name: string | null;
	kind: string | null;
	where_prec: number | null;
	radius_km: number | null;
	precision_reason: string | null;
	unmapped_reason: string | null;
	drawn: string | null;
	/** Names of the actors, in the order of the report; the next three go with them, one by one. */
	actors: string[];
	actor_ids: string[];
	roles: string[];
	parts: string[];
	claim: string;
	claim_group: string;
	plover: string | null;
	summary: string;
	date: string;
	/** First and last day that the date may mean, YYYY-MM-DD; null where it is open. */
	date_earliest: string | null;
	date_latest: string | null;
	date_stated: string | null;
	date_inferred: string | null;
	quote: string;
	quotes: string[];
	article: string;
	article_title: string;
	publisher: string;
	published: string;
	published_inferred: string | null;
	article_url: string;
	chain: string[];
	attribution: string;
	disputed: boolean;
	/** Whether some of it is still to be written. */
	draft: boolean;
	/** Day (UTC) on which the words of the article were compared with its full text, or null. */
	checked: string | null;
	/** `draft`, `recorded`, or `reviewed` by a second person; null where the record does not say. */
	review: string | null;
	recorded_by: string | null;
	recorded_on: string | null;
	reviewed_by: string | null;
	reviewed_on: string | null;
	/** `quotes` are words of the article that speak against the report. */
	caveats: { kind: string; note: string; quotes: string[] }[];
	permalink: string;
	license: string;
}

/** Properties of a report in the public layers: one feature for each of its actors. */
export interface ReportProperties extends ReportFileProperties {
	actor: string;
	actor_name: string;
	role: string;
	part: string;
}

/**
 * The public layer of one actor and those below it: a feature for each report that is about one of them. Reports that
 * only name the actor are in the layer of all. A ring is a polygon with its reason, never a naked point; a report with
 * no place has a null geometry.
 */
export function actorLayer(
	dataset: Dataset,
	actor: string,
	context: FileContext
): FeatureCollection<Geometry | null, ReportProperties> {
	const ids = new Set(withDescendants(dataset.actors, actor));
	return reportLayer(
		dataset,
		context,
		(actor, report) => ids.has(actor) && report.attributed.some(({ id }) => id === actor)
	);
}

/** Every report, a feature for each of its actors. */
export function allLayer(
	dataset: Dataset,
	context: FileContext
): FeatureCollection<Geometry | null, ReportProperties> {
	return reportLayer(dataset, context, () => true);
}

/**
 * One feature for each report, with all that is known of it. A ring is a polygon with its reason, never a naked
 * point; a report that is not drawn has a null geometry and says why.
 */
export function reportFeatures(
	{ reports, sites }: Selection,
	context: FileContext
): FeatureCollection<Geometry | null, ReportFileProperties> {
	const byId = sitesById(sites);
	return collection(
		reports.map((report) => {
			const site = siteOf(report, byId);
			return {
				type: 'Feature',
				id: report.id,
				geometry: site ? exportGeometry(site) : null,
				properties: reportProperties(report, site, context)
			};
		})
	);
}

/** One feature for each site: a point where the place is known, else the ring, region or line that it is inside. */
export function siteFeatures(
	sites: SiteView[],
	context: FileContext
): FeatureCollection<Geometry, SiteProperties> {
	return collection(
		sites.map((site) => ({
			type: 'Feature',
			id: site.id,
			geometry: exportGeometry(site),
			properties: siteProperties(site, context)
		}))
	);
}

function reportLayer(
	dataset: Selection,
	context: FileContext,
	wanted: (actor: string, report: ReportView) => boolean
): FeatureCollection<Geometry | null, ReportProperties> {
	const byId = sitesById(dataset.sites);
	return collection(
		dataset.reports.flatMap((report) =>
			report.actors
				.filter(({ actor }) => wanted(actor.id, report))
				.map((involved) => involvedFeature(report, involved, siteOf(report, byId), context))
		)
	);
}

function involvedFeature(
	report: ReportView,
	{ actor, role, part }: ReportView['actors'][number],
	site: SiteView | undefined,
	context: FileContext
): Feature<Geometry | null, ReportProperties> {
	return {
		type: 'Feature',
		id: `${report.id}/${actor.id}/${role}`,
		geometry: site ? exportGeometry(site) : null,
		properties: {
			...reportProperties(report, site, context),
			actor: actor.id,
			actor_name: ownName(actor.name),
			role,
			part
		}
	};
}

function reportProperties(
	report: ReportView,
	site: SiteView | undefined,
	context: FileContext
): ReportFileProperties {
	return {
		report: report.id,
		site: site?.id ?? null,
		name: report.place ? ownName(report.place.name) : null,
		...otherNames(report.place?.name, context),
		kind: report.place?.kind ?? null,
		where_prec: site?.precision.where_prec ?? null,
		radius_km: site?.precision.radius_km ?? null,
		precision_reason: site?.precision.reason ?? null,
		unmapped_reason: report.unmapped?.reason ?? null,
		drawn: site?.drawn ?? null,
		actors: report.actors.map(({ actor }) => ownName(actor.name)),
		actor_ids: report.actors.map(({ actor }) => actor.id),
		roles: report.actors.map(({ role }) => role),
		parts: report.actors.map(({ part }) => part),
		claim: report.claim,
		claim_group: claimMeaning(report).group,
		plover: claimMeaning(report).plover,
		summary: report.summary,
		date: report.when.edtf,
		date_earliest: parseWhen(report.when.edtf).earliest,
		date_latest: parseWhen(report.when.edtf).latest,
		date_stated: report.when.stated,
		date_inferred: report.when.inferred,
		quote: report.quotes[0]!.exact,
		quotes: report.quotes.map(({ exact }) => exact),
		article: report.article.id,
		article_title: report.article.title,
		publisher: report.article.publisher,
		published: report.article.published.edtf,
		published_inferred: report.article.published.inferred,
		article_url: report.article.url,
		chain: report.chain.map(({ name }) => name),
		attribution: report.attribution,
		disputed: report.disputed,
		draft: report.article.draft,
		checked: report.article.checked,
		review: report.review?.state ?? null,
		recorded_by: report.review?.recordedBy?.name ?? null,
		recorded_on: report.review?.recordedBy?.on ?? null,
		reviewed_by: report.review?.reviewedBy?.name ?? null,
		reviewed_on: report.review?.reviewedBy?.on ?? null,
		caveats: report.caveats.map(({ kind, note, quotes }) => ({
			kind,
			note,
			quotes: quotes.map(({ exact }) => exact)
		})),
		permalink: reportLink(report.id, context),
		license: licenseLine
	};
}
