/** What the records hold, so that no test has to be told when an article is added. */
import { ownName } from '../../../src/lib/geodata/names';
import { compile } from '../../../src/lib/geodata/compile';
import { distance } from '@turf/turf';
import { parseWhen } from '../../../src/lib/geodata/dates';
import type { ActorView, SiteView } from '../../../src/lib/geodata/views';
import { loadRecords } from '../../../src/lib/server/geodata';

const dataset = compile(loadRecords());

export const sites = dataset.sites.length;
export const siteIds = dataset.sites.map(({ id }) => id);
export const reports = dataset.reports.length;
/** Sites whose reports have at least two independent origins. */
export const twoOrigins = dataset.sites.filter(({ origins }) => origins >= 2).length;
/** Sites with a mark of an actor that has nobody below it. */
export const sitesOf = (actor: string) =>
	dataset.sites.filter(({ actors }) => actors.some(({ id }) => id === actor)).length;
/** “21 of 21 shown”. */
export const allShown = `${sites} of ${sites} shown`;
/** “41 of 41 reports shown”. */
export const allReportsShown = `${reports} of ${reports} reports shown`;
export const articles = dataset.articles.length;

/** The first year that a date of a report is bounded by. */
export const firstYear = dataset.reports
	.flatMap(({ when }) => parseWhen(when.edtf).earliest ?? parseWhen(when.edtf).latest ?? [])
	.sort()[0]!
	.slice(0, 4);

/** The first site of which something holds; there has to be one. */
function siteWhere(holds: (site: SiteView) => boolean): { id: string; name: RegExp } {
	const { id, name } = dataset.sites.find(holds)!;
	return { id, name: new RegExp(`^${ownName(name).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`) };
}
export const quietSite = siteWhere(({ contested }) => !contested);
export const siteWithout = (claim: string) =>
	siteWhere(({ reports }) => reports.every((report) => report.claim !== claim));
export const siteOnlyAfter = (day: string) =>
	siteWhere(({ reports }) => reports.every(({ when }) => (parseWhen(when.edtf).earliest ?? '') > day));

/** How far from a site the nearest other one is, in km. */
const solitude = (site: SiteView) =>
	Math.min(
		...dataset.sites
			.filter((other) => other !== site)
			.map(({ position }) => distance(site.position, position))
	);
const isAlone = ({ id, parent }: ActorView) =>
	parent === null && dataset.actors.every((other) => other.parent !== id);
const [lone] = dataset.sites
	.filter(({ actors, drawn }) => drawn === 'point' && actors.length === 1 && isAlone(actors[0]!))
	.sort((a, b) => solitude(b) - solitude(a));
/** A site of one actor alone, far from the others, so that its mark goes with that actor; above and below it is nobody. */
export const loneSite = {
	id: lone!.id,
	actor: lone!.actors[0]!.id,
	actorName: ownName(lone!.actors[0]!.name)
};
