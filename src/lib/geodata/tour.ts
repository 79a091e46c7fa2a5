/**
 * The story of an article as a few steps over the map, made from its reports and nothing else: what it says of
 * which place, in the order of its text. Pure.
 */
import { distance } from '@turf/turf';
import type { ArticleView, ReportView, SiteView } from './views';

export interface TourStep {
	/** The site that the map goes to, or null for the whole map. */
	site: string | null;
	reports: ReportView[];
}

/** Without the last step, which has what could not be placed. */
const mostSteps = 8;
const fewestSteps = 3;
const mostReports = 3;

/** Of more articles than these the newest have a tour: each has a page for each of its steps. */
const mostTours = 100;

/** The articles that have a tour, in the order of the data set: by the day of publication. */
export const toured = <Article>(articles: readonly Article[]): readonly Article[] =>
	articles.slice(-mostTours);

/**
 * The steps of an article without the last. A step has the reports of one passage on one site. Where that makes too
 * many, neighbouring steps are joined: first those of one site, then those of one passage, then those that lie nearest
 * to each other. An article with few reports on the map gets steps for all its reports.
 */
export function tourSteps({ reports }: Pick<ArticleView, 'reports'>, sites: SiteView[]): TourStep[] {
	const inOrder = reports.toSorted((a, b) => firstWord(a) - firstWord(b));
	const placed = stepsOf(inOrder.filter((report) => siteOf(report) !== null));
	const steps = placed.length < fewestSteps ? stepsOf(inOrder) : placed;
	const positions = new Map(sites.map(({ id, position }) => [id, position]));
	while (steps.length > mostSteps) {
		const costs = steps.slice(1).map((step, index) => costOfJoining(steps[index]!, step, positions));
		const at = costs.indexOf(Math.min(...costs));
		const [first, second] = [steps[at]!, steps[at + 1]!];
		steps.splice(at, 2, { site: first.site ?? second.site, reports: [...first.reports, ...second.reports] });
	}
	return steps;
}

function stepsOf(reports: ReportView[]): TourStep[] {
	const steps: TourStep[] = [];
	for (const report of reports) {
		const last = steps.at(-1);
		const site = siteOf(report);
		if (last && last.site === site && passageOf(last.reports.at(-1)!) === passageOf(report)) {
			last.reports.push(report);
		} else steps.push({ site, reports: [report] });
	}
	return steps;
}

/** A distance in km, with penalties far above any distance for another passage and for too many reports in a step. */
function costOfJoining(first: TourStep, second: TourStep, positions: Map<string, [number, number]>): number {
	const tooMany = first.reports.length + second.reports.length > mostReports ? 1e6 : 0;
	if (first.site === second.site) return tooMany;
	const [from, to] = [first.site, second.site].map((site) =>
		site === null ? undefined : positions.get(site)
	);
	const kilometres = from && to ? distance(from, to, { units: 'kilometers' }) : 1e4;
	const isOnePassage = passageOf(first.reports.at(-1)!) === passageOf(second.reports[0]!);
	return tooMany + kilometres + (isOnePassage ? 0 : 1e5);
}

function siteOf({ place }: ReportView): string | null {
	return place?.mapped ? place.id : null;
}

function passageOf({ quotes }: ReportView): string {
	return quotes[0]!.passage;
}

/** Where its first quote stands in the text. */
function firstWord({ quotes }: ReportView): number {
	return quotes[0]!.start;
}
