/** What every file of sites says of a site, whatever its format. */
import type { About } from '../../geodata/about';
import { parseWhen } from '../../geodata/dates';
import { ownName } from '../../geodata/names';
import type { ReportView, SiteView } from '../../geodata/views';
import { licenseLine, otherNames, siteLink, type ExportContext } from '../about';

/** Properties of a site. Dates are EDTF; distances km. */
export interface SiteProperties {
	/** Names in the other languages of the data set. */
	[other: `name_${string}`]: string | null;
	site: string;
	name: string;
	aliases: string[];
	kind: string;
	drawn: string;
	where_prec: number;
	radius_km: number | null;
	precision_reason: string;
	/** Names of the actors that were reported there, and their ids in the same order. */
	actors: string[];
	actor_ids: string[];
	/** The same of those that reports only name. */
	named: string[];
	named_ids: string[];
	reports: string[];
	/** When it was according to each report, in the same order. */
	dates: string[];
	/** When it was according to all of them: one date, or from the first to the last day that they may mean. */
	date: string | null;
	/** First and last day that the dates may mean, YYYY-MM-DD; null where that is open. */
	date_earliest: string | null;
	date_latest: string | null;
	/** When the first and the last of the articles were published. */
	first_reported: string;
	last_reported: string;
	disputed: boolean;
	/** Whether some of it is still to be written. */
	draft: boolean;
	identifiers: Record<string, string>;
	recorded: string;
	permalink: string;
	license: string;
}

/** @param reports those that count: all of the site, or those about one actor */
export function siteProperties(
	site: SiteView,
	context: Pick<ExportContext, 'origin'> & { about: Pick<About, 'languages'> },
	reports: readonly ReportView[] = site.reports
): SiteProperties {
	return {
		site: site.id,
		name: ownName(site.name),
		...otherNames(site.name, context),
		aliases: site.aliases,
		kind: site.kind,
		drawn: site.drawn,
		where_prec: site.precision.where_prec,
		radius_km: site.precision.radius_km,
		precision_reason: site.precision.reason,
		actors: site.actors.map(({ name }) => ownName(name)),
		actor_ids: site.actors.map(({ id }) => id),
		named: site.named.map(({ name }) => ownName(name)),
		named_ids: site.named.map(({ id }) => id),
		reports: reports.map(({ id }) => id),
		dates: reports.map(({ when }) => when.edtf),
		...datesOf(reports),
		first_reported: site.firstReported.edtf,
		last_reported: site.lastReported.edtf,
		disputed: site.disputed,
		draft: site.draft,
		identifiers: site.identifiers,
		recorded: site.recorded,
		permalink: siteLink(site.id, context),
		license: licenseLine
	};
}

function datesOf(
	reports: readonly ReportView[]
): Pick<SiteProperties, 'date' | 'date_earliest' | 'date_latest'> {
	const [only, ...others] = new Set(reports.map(({ when }) => when.edtf));
	const { earliest, latest } = boundsOf(reports);
	const span = earliest !== null && earliest === latest ? earliest : `${earliest ?? '..'}/${latest ?? '..'}`;
	const isKnown = earliest !== null || latest !== null;
	return {
		date: isKnown ? (others.length === 0 ? only! : span) : null,
		date_earliest: earliest,
		date_latest: latest
	};
}

/** The first and the last day that reports may mean. One open end opens the whole. */
export function boundsOf(reports: readonly ReportView[]): { earliest: string | null; latest: string | null } {
	const bounds = reports.map(({ when }) => parseWhen(when.edtf));
	const sorted = (side: 'earliest' | 'latest') => {
		const days = bounds.map((each) => each[side]);
		return days.includes(null) ? [] : (days as string[]).toSorted();
	};
	return { earliest: sorted('earliest').at(0) ?? null, latest: sorted('latest').at(-1) ?? null };
}
