/** All that the page of a site shows, from the compiled data set; its words are in a language. */
import { bbox } from '@turf/turf';
import { wholeGeometry, wrapLongitude } from '$lib/base/antimeridian';
import { haversine_km } from '$lib/base/haversine';
import { shownText } from '$lib/base/hidden';
import type { OpenedPlace } from '$lib/base/openIn';
import { drawChains } from '$lib/features/evidence/chainDrawing';
import { citationNames } from '$lib/export/citations/citations';
import { daysAbout } from '$lib/geodata/dates';
import { contestedOf, groupReasons } from '$lib/geodata/contested';
import { nearest } from '$lib/geodata/near';
import { chainTree, dependentRoots, originsOf } from '$lib/geodata/origins';
import { coordinateForms } from '$lib/geodata/precision';
import type { Position } from '$lib/geodata/schema';
import type { Dataset, ReportView, SiteView } from '$lib/geodata/views';
import type { Locale } from '$lib/words/locale';
import { describeNear } from '$lib/words/near';
import { summariseOrigins } from '$lib/words/origins';
import { describeWhen } from '$lib/words/when';

export type SitePage = NonNullable<ReturnType<typeof sitePage>>;

/** Null where there is no such site. */
export function sitePage({ sites }: Pick<Dataset, 'sites'>, id: string, locale: Locale) {
	const site = sites.find((other) => other.id === id);
	if (!site) return null;
	const { reports, geometry, precision } = site;
	const newestFirst = reports.toSorted((a, b) =>
		a.article.published.edtf < b.article.published.edtf ? 1 : -1
	);
	const whole = reports.length <= mostWhole ? reports : newestFirst.slice(0, mostWhole);
	const tree = chainTree(whole);
	const latest = reports.reduce((a, b) => (b.article.published.edtf > a.article.published.edtf ? b : a));
	return {
		site: { ...site, reports: whole },
		...(whole.length < reports.length && { earlier: newestFirst.slice(mostWhole).map(inShort) }),
		latestQuote: shownText(latest.quotes[0]!.exact),
		contested: groupReasons(contestedOf(site, sites).reasons),
		origins: {
			...summariseOrigins(originsOf(reports), dependentRoots(tree), reports.length, locale),
			lines: tree.lines
		},
		drawing: drawChains(tree, locale),
		...nearTo(site, sites, locale),
		coordinates:
			geometry.type === 'Point' ? coordinateForms(geometry.coordinates, precision.radius_km) : null,
		opened: openedPlace(site),
		pictured: picturedDays(newestFirst, locale),
		citations: citationNames
	};
}

/** Where other maps are to look, and how near: at a point, or at all of an area or line. */
function openedPlace({ geometry, precision }: SiteView): OpenedPlace {
	if (geometry.type === 'Point') {
		const [longitude, latitude] = geometry.coordinates;
		return { longitude, latitude, radius_km: precision.radius_km };
	}
	const [west, south, east, north] = bbox(wholeGeometry(geometry));
	const middle: Position = [(west + east) / 2, (south + north) / 2];
	return {
		longitude: wrapLongitude(middle[0]),
		latitude: middle[1],
		radius_km: haversine_km(middle, [east, north])
	};
}

/** The days about which satellite pictures are offered: those of the newest reports, with what they are called. */
function picturedDays(newestFirst: readonly ReportView[], locale: Locale) {
	const dates = [...new Set(newestFirst.map(({ when }) => when.edtf))];
	return dates.slice(0, mostPictured).flatMap((edtf) => {
		const days = daysAbout(edtf, daysBetweenPictures);
		return days ? [{ ...days, label: describeWhen(edtf, locale) }] : [];
	});
}
const mostPictured = 4;
/** Sentinel-2 passes every ten days at the latest. */
const daysBetweenPictures = 10;

/** Of more reports than these the newest are shown whole, with the drawing of their sources, and the others are listed. */
const mostWhole = 40;

const inShort = ({ id, summary, claim, when, article }: ReportView) => ({
	id,
	summary,
	claim,
	when,
	publisher: article.publisher,
	language: article.language
});

/** Of many sites as many as somebody reads, and those that the records tie it to. */
const mostNear = 25;

/** The others, nearest first. `nearReach_km`: where some are left out, all that is nearer is among them. */
function nearTo(site: SiteView, sites: readonly SiteView[], locale: Locale) {
	const near = nearest(site, sites, mostNear);
	const describe = (found: typeof near) => describeNear(found, site.related, locale);
	if (near.length < mostNear) return { near: describe(near) };
	const listed = new Set(near.map((other) => other.site.id));
	const tied = new Set(site.related.map(({ place }) => place.id));
	const beyond = sites.filter(({ id }) => tied.has(id) && !listed.has(id));
	return {
		near: describe([...near, ...nearest(site, beyond)]),
		nearReach_km: near.at(-1)!.distance.least_km
	};
}
