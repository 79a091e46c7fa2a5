/**
 * Where the records say that what is reported about a site does not agree, with itself or with somebody else. A
 * difference alone is no disagreement: two reports may speak of two years, of two things, or each of a part. So
 * there are three reasons and no others: a caveat that says so; a tie to a place that may be the one meant, of
 * which other things are claimed; and two accounts of one event whose dates exclude each other.
 */
import { groupBy } from '../base/groupBy';
import type { ArticleLink, PlaceLink, ReportView, SiteView } from './views';
import { parseWhen } from './dates';
import type { ReferenceRecord } from './schema';
import { claimMeaning } from './kinds';
import type { CaveatKind, RelationKind } from './vocabulary';

/** What the disagreement is about: where, when, what happened, or what the words mean. */
export type Matter = 'place' | 'date' | 'what' | 'reading';

/** Which of the two sides a column has. */
export type ColumnTitle = 'reported' | 'unclear' | 'against' | 'elsewhere' | 'otherDate';

/** A caveat of one of these kinds says that somebody or something speaks against the report. */
const mattersOfCaveats: Partial<Record<CaveatKind, Matter>> = {
	disputed: 'what',
	overstated: 'what',
	inconsistent: 'what',
	'number-conflict': 'what',
	'date-corrected': 'date',
	ambiguous: 'reading'
};

/** Being near or being the same under another name is no disagreement. */
const relationsInDoubt: readonly RelationKind[] = ['confusable', 'probably-same'];

export interface ContestedNote {
	text: string;
	/** What the article itself says against the report, as a denial in it. */
	words: { shown: string; language: string; url: string }[];
	references: ReferenceRecord[];
}

/** One side: the reports that say it, and what the records say beside them. */
export interface ContestedColumn {
	title: ColumnTitle;
	reports: ReportView[];
	notes: ContestedNote[];
}

/** One disagreement. The first column is what is reported here, the second what speaks against it. */
export interface ContestedReason {
	cause: 'caveat' | 'relation' | 'dates';
	/** The kind of the caveat or of the relation; none where two dates exclude each other. */
	kind: CaveatKind | RelationKind | null;
	matter: Matter;
	columns: [ContestedColumn, ContestedColumn];
}

export interface Contested {
	contested: boolean;
	reasons: ContestedReason[];
}

/** A report in short, as it stands in a column. `words` are its quotes, none where an earlier column has them. */
export interface ReportInShort {
	id: string;
	summary: string;
	words: string[];
	article: ArticleLink;
	place: PlaceLink | null;
}

/** What the records say in a column, and what sort of objection it is. */
export interface Objection extends ContestedNote {
	kind: CaveatKind | RelationKind;
}

/** One pair of columns: all that is said for and against the same reports. */
export interface ContestedGroup {
	matters: Matter[];
	columns: [
		{ title: ColumnTitle; reports: ReportInShort[] },
		{ title: ColumnTitle; reports: ReportInShort[]; notes: Objection[] }
	];
}

/**
 * Puts reasons about the same reports into one pair of columns, so that a side has no report twice. Groups that only
 * ask how words are meant come last.
 */
export function groupReasons(reasons: readonly ContestedReason[]): ContestedGroup[] {
	const idsOf = ({ columns }: ContestedReason) =>
		columns.map(({ reports }) => reports.map(({ id }) => id).join(' ')).join(' | ');
	const groups = new Map<string, ContestedReason[]>();
	for (const reason of reasons) {
		const key = idsOf(reason);
		groups.set(key, [...(groups.get(key) ?? []), reason]);
	}
	const isReading = (group: ContestedReason[]) => group.every(({ matter }) => matter === 'reading');
	const sorted = [...groups.values()].sort((a, b) => Number(isReading(a)) - Number(isReading(b)));
	const quoted = new Set<string>();
	const inShort = ({ id, summary, quotes, article, place }: ReportView): ReportInShort => {
		const words = quoted.has(id) ? [] : quotes.map(({ exact }) => exact);
		quoted.add(id);
		return { id, summary, words, article, place };
	};
	return sorted.map((group) => {
		const [ours, theirs] = group[0]!.columns;
		const unclear = isReading(group) && theirs.reports.length === 0;
		return {
			matters: [...new Set(group.map(({ matter }) => matter))],
			columns: [
				{ title: ours.title, reports: ours.reports.map(inShort) },
				{
					title: unclear ? 'unclear' : theirs.title,
					reports: theirs.reports.map(inShort),
					notes: group.flatMap(({ kind, columns }) =>
						kind ? columns[1].notes.map((note) => ({ ...note, kind })) : []
					)
				}
			]
		};
	});
}

/**
 * The disagreements about one site.
 * @param sites all sites: what is claimed of the places that it may have been confused with
 */
export function contestedOf(site: SiteView, sites: readonly SiteView[]): Contested {
	const reasons = [...caveatReasons(site), ...relationReasons(site, sites), ...dateReasons(site)];
	return { contested: reasons.length > 0, reasons };
}

/** The same note on several reports is one reason. */
function caveatReasons(site: SiteView): ContestedReason[] {
	const reasons = new Map<string, ContestedReason>();
	for (const report of site.reports) {
		for (const { kind, note, quotes, references } of report.caveats) {
			const matter = mattersOfCaveats[kind];
			if (!matter) continue;
			const key = `${kind} ${note}`;
			const { language, url } = report.article;
			const words = quotes.map(({ shown }) => ({ shown, language, url }));
			const known = reasons.get(key);
			if (known) {
				known.columns[0].reports.push(report);
				const said = known.columns[1].notes[0]!.words;
				said.push(...words.filter(({ shown }) => said.every((other) => other.shown !== shown)));
			} else {
				reasons.set(key, {
					cause: 'caveat',
					kind,
					matter,
					columns: [
						{ title: 'reported', reports: [report], notes: [] },
						{ title: 'against', reports: [], notes: [{ text: note, words, references }] }
					]
				});
			}
		}
	}
	return [...reasons.values()];
}

function relationReasons(site: SiteView, sites: readonly SiteView[]): ContestedReason[] {
	return site.related.flatMap(({ place, relation, reason, references }): ContestedReason[] => {
		if (!relationsInDoubt.includes(relation)) return [];
		const other = sites.find(({ id }) => id === place.id);
		if (!other || claimsOf(site) === claimsOf(other)) return [];
		return [
			{
				cause: 'relation',
				kind: relation,
				matter: 'place',
				columns: [
					{ title: 'reported', reports: site.reports, notes: [] },
					{ title: 'elsewhere', reports: other.reports, notes: [{ text: reason, words: [], references }] }
				]
			}
		];
	});
}

/** All that is claimed of a site and of whom, sorted, so that two sites can be compared. */
function claimsOf({ reports }: SiteView): string {
	const claims = reports.map((report) => `${report.claim} ${castOf(report)}`);
	return [...new Set(claims)].sort().join('; ');
}

function dateReasons({ reports }: SiteView): ContestedReason[] {
	const alike = groupBy(reports, (report) =>
		claimMeaning(report).group === 'event' ? `${report.claim} ${castOf(report)}` : undefined
	);
	const groups = [...alike.values()];
	const groupOf = new Map(
		groups.flatMap((group) => group.map((report, index) => [report, { group, index }]))
	);
	return reports.flatMap((report) => {
		const found = groupOf.get(report);
		if (!found) return [];
		return found.group
			.slice(found.index + 1)
			.filter((other) => areOneEvent(report, other) && excludeEachOther(report, other))
			.map((other): ContestedReason => ({
				cause: 'dates',
				kind: null,
				matter: 'date',
				columns: [
					{ title: 'reported', reports: [report], notes: [] },
					{ title: 'otherDate', reports: [other], notes: [] }
				]
			}));
	});
}

/**
 * Whether two reports of the same kind of event, with the same actors in the same parts, tell of one: two articles tell
 * of it, and share a source or a reference. Without something shared they may as well be two strikes on one airport.
 */
function areOneEvent(a: ReportView, b: ReportView): boolean {
	return (
		a.article.id !== b.article.id && (shareAny(a.chain, b.chain) || shareAny(a.references, b.references))
	);
}

/** The actors that are not only named, each with its role, in one text that can be compared. */
function castOf({ actors }: ReportView): string {
	const cast = actors.filter(({ part }) => part !== 'named').map(({ actor, role }) => `${actor.id} ${role}`);
	return cast.sort().join(', ');
}

function excludeEachOther(a: ReportView, b: ReportView): boolean {
	const [first, second] = [parseWhen(a.when.edtf), parseWhen(b.when.edtf)];
	const isBefore = (latest: string | null, earliest: string | null) =>
		latest !== null && earliest !== null && latest < earliest;
	return isBefore(first.latest, second.earliest) || isBefore(second.latest, first.earliest);
}

function shareAny(a: readonly { id: string }[], b: readonly { id: string }[]): boolean {
	return a.some(({ id }) => b.some((other) => other.id === id));
}
