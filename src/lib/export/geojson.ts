/** The data set as GeoJSON (RFC 7946): what the map draws, and the layers that anybody may take away. */
import { circle } from '@turf/turf';
import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import { withDescendants, type ActorView, type Dataset, type ReportView, type SiteView } from '../geodata/compile';
import { claimKinds } from '../geodata/vocabulary';

/** Properties of a mark on the map. Lists are joined by spaces, since a tile holds no arrays. */
export interface MarkProperties {
	site: string;
	name: string;
	name_ar: string;
	sign: string;
	/** True for a ring, region or line: its mark is hollow and stands beside it, not at it. */
	hollow: boolean;
	disputed: boolean;
	/** Ids of the actors with a mark here, in drawing order, joined by spaces. */
	actors: string;
	reports: number;
}

/** Properties of what is drawn beneath the marks: rings, regions, lines and the uncertainty of points. */
export interface ShapeProperties {
	site: string;
	shape: 'ring' | 'region' | 'line' | 'uncertainty';
	actors: string;
	disputed: boolean;
}

/** Properties of a report in the public layers. Dates are EDTF; distances km. */
export interface ReportProperties {
	report: string;
	site: string | null;
	name: string | null;
	name_ar: string | null;
	kind: string | null;
	where_prec: number | null;
	radius_km: number | null;
	precision_reason: string | null;
	unmapped_reason: string | null;
	actor: string;
	actor_name: string;
	role: string;
	part: string;
	actors: string[];
	claim: string;
	plover: string | null;
	summary: string;
	date: string;
	date_stated: string | null;
	date_inferred: string | null;
	quote: string;
	quotes: string[];
	article: string;
	article_title: string;
	publisher: string;
	published: string;
	article_url: string;
	chain: string[];
	attribution: string;
	disputed: boolean;
	caveats: { kind: string; note: string }[];
	permalink: string;
	license: string;
}

const circleSteps = 96;

/** One point feature for each site: where its mark stands. */
export function markFeatures(sites: SiteView[]): FeatureCollection<Point, MarkProperties> {
	return collection(
		sites.map((site) => ({
			type: 'Feature',
			id: site.id,
			geometry: { type: 'Point', coordinates: site.position },
			properties: {
				site: site.id,
				name: site.name.en,
				name_ar: site.name.ar,
				sign: site.sign,
				hollow: site.drawn !== 'point',
				disputed: site.disputed,
				actors: actorIds(site),
				reports: site.reports.length
			}
		}))
	);
}

/** The ring, region or line of each site that is not a point, and the circle of uncertainty of each that is. */
export function shapeFeatures(sites: SiteView[]): FeatureCollection<Geometry, ShapeProperties> {
	return collection(
		sites
			.filter((site) => site.drawn !== 'point' || site.precision.radius_km !== null)
			.map((site) => ({
				type: 'Feature',
				geometry: drawnGeometry(site),
				properties: {
					site: site.id,
					shape: site.drawn === 'point' ? 'uncertainty' : site.drawn,
					actors: actorIds(site),
					disputed: site.disputed
				}
			}))
	);
}

/**
 * The public layer of one actor and those below it: a feature for each report and actor in it that has a part
 * there. A ring is a polygon with its reason, never a naked point; a report with no place has a null geometry.
 * @param origin address of the site without a trailing slash, for permalinks
 */
export function actorLayer(dataset: Dataset, actor: string, origin: string): FeatureCollection<Geometry | null, ReportProperties> {
	const ids = new Set(withDescendants(dataset.actors, actor));
	return reportLayer(dataset, origin, (id) => ids.has(id));
}

/** Every report, a feature for each of its actors. */
export function allLayer(dataset: Dataset, origin: string): FeatureCollection<Geometry | null, ReportProperties> {
	return reportLayer(dataset, origin, () => true);
}

function reportLayer(
	dataset: Dataset,
	origin: string,
	wanted: (actor: string) => boolean
): FeatureCollection<Geometry | null, ReportProperties> {
	const sites = new Map(dataset.sites.map((site) => [site.id, site]));
	return collection(
		dataset.reports.flatMap((report) =>
			report.actors
				.filter(({ actor }) => wanted(actor.id))
				.map((involved) => reportFeature(report, involved, sites.get(report.place?.id ?? ''), origin))
		)
	);
}

function reportFeature(
	report: ReportView,
	involved: ReportView['actors'][number],
	site: SiteView | undefined,
	origin: string
): Feature<Geometry | null, ReportProperties> {
	return {
		type: 'Feature',
		id: `${report.id}/${involved.actor.id}/${involved.role}`,
		geometry: site ? (site.drawn === 'point' ? site.geometry : drawnGeometry(site)) : null,
		properties: {
			report: report.id,
			site: site?.id ?? null,
			name: report.place?.name.en ?? null,
			name_ar: report.place?.name.ar ?? null,
			kind: report.place?.kind ?? null,
			where_prec: site?.precision.where_prec ?? null,
			radius_km: site?.precision.radius_km ?? null,
			precision_reason: site?.precision.reason ?? null,
			unmapped_reason: report.unmapped?.reason ?? null,
			actor: involved.actor.id,
			actor_name: involved.actor.name.en,
			role: involved.role,
			part: involved.part,
			actors: [...new Set(report.actors.map(({ actor }) => actor.id))],
			claim: report.claim,
			plover: claimKinds[report.claim].plover,
			summary: report.summary,
			date: report.when.edtf,
			date_stated: report.when.stated,
			date_inferred: report.when.inferred,
			quote: report.quotes[0]!.exact,
			quotes: report.quotes.map(({ exact }) => exact),
			article: report.article.id,
			article_title: report.article.title,
			publisher: report.article.publisher,
			published: report.article.published.edtf,
			article_url: report.article.url,
			chain: report.chain.map(({ name }) => name),
			attribution: report.attribution,
			disputed: report.disputed,
			caveats: report.caveats.map(({ kind, note }) => ({ kind, note })),
			permalink: `${origin}/reports/${report.id}`,
			license: 'CC-BY-4.0; quotations their publishers’'
		}
	};
}

/** A site's geometry as it is drawn: a ring or the uncertainty of a point as a circle of its radius. */
function drawnGeometry(site: SiteView): Geometry {
	if (site.geometry.type !== 'Point' || site.precision.radius_km === null) return site.geometry;
	const { geometry } = circle(site.geometry.coordinates, site.precision.radius_km, {
		steps: circleSteps,
		units: 'kilometers'
	});
	return {
		type: 'Polygon',
		coordinates: geometry.coordinates.map((ring) =>
			ring.map((position) => position.map((degrees) => Number(degrees.toFixed(5))))
		)
	};
}

function actorIds(site: { actors: ActorView[] }): string {
	return site.actors.map(({ id }) => id).join(' ');
}

function collection<G extends Geometry | null, P>(features: Feature<G, P>[]): FeatureCollection<G, P> {
	return { type: 'FeatureCollection', features };
}
