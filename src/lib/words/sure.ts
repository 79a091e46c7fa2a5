/** How sure a report is: what speaks against taking it for certain, in one line, and in the order of that line. */
import type { CaveatView, ReportView } from '../geodata/views';
import type { CaveatKind } from '../geodata/vocabulary';
import { m } from './compiled/messages.js';
import { doubtLabels } from './doubts';
import { common } from './languages/common';
import type { Locale } from './locale';
import { digits } from './numbers';

/** A caveat, or what another field of the report says; then the note may be empty. */
export type Doubt = Pick<CaveatView, 'kind' | 'note' | 'quotes' | 'references'>;

/** From what would make a report false to what makes it hard to read. */
const weights: Record<CaveatKind, number> = {
	disputed: 0,
	overstated: 1,
	inconsistent: 2,
	'number-conflict': 3,
	'date-corrected': 4,
	'date-inferred': 5,
	ambiguous: 6,
	'two-places-one-name': 7,
	'place-not-given': 8,
	'not-a-strike-here': 9,
	metonym: 10,
	unsourced: 11,
	'source-misdescribed': 12,
	'paraphrase-drift': 13,
	'same-site': 14,
	'text-damage': 15,
	author: 16
};

/** The weightiest first; those of one kind stay as they are recorded. */
export const byWeight = <T extends Pick<Doubt, 'kind'>>(doubts: readonly T[]): T[] =>
	doubts.toSorted((a, b) => weights[a.kind] - weights[b.kind]);

type Sourced = Pick<ReportView, 'caveats' | 'when' | 'attribution'>;

/** Whether a caveat says already that the date is not that of the text. */
export const isDateDoubted = ({ caveats }: Pick<ReportView, 'caveats'>): boolean =>
	caveats.some(({ kind }) => kind === 'date-inferred' || kind === 'date-corrected');

/** The caveats of a report, and where none says so: that its date is inferred, that it gives no source. */
export function doubtsOf(report: Sourced): Doubt[] {
	const { caveats, when, attribution } = report;
	const of = (kind: CaveatKind, note: string): Doubt => ({ kind, note, quotes: [], references: [] });
	const isUnsourced = attribution === 'unsourced' && !caveats.some(({ kind }) => kind === 'unsourced');
	return byWeight([
		...caveats,
		...(when.inferred && !isDateDoubted(report) ? [of('date-inferred', when.inferred)] : []),
		...(isUnsourced ? [of('unsourced', '')] : [])
	]);
}

/**
 * One line: “Disputed by one source; date inferred; no source given”. Null where nothing speaks against the report.
 * A dispute has as many sources as its references name. That nobody has compared the quotes with their text comes first.
 */
export function describeDoubts(
	report: Sourced & Pick<ReportView, 'quotes'> & { article: Pick<ReportView['article'], 'checked'> },
	locale: Locale
): string | null {
	const doubts = doubtsOf(report);
	const count = report.quotes.length;
	const unchecked = m.quotes_unchecked({ count, n: digits(count, locale) }, { locale });
	const sources = new Set(
		doubts.flatMap(({ kind, references }) => (kind === 'disputed' ? references.map(({ id }) => id) : []))
	).size;
	const kinds = [...new Set(doubts.map(({ kind }) => kind))];
	const labels = kinds.map((kind) =>
		kind === 'disputed' && sources > 0
			? m.sure_disputed({ count: sources, n: digits(sources, locale) }, { locale })
			: doubtLabels(locale).caveatKinds[kind]
	);
	return (
		[...(report.article.checked ? [] : [unchecked]), ...labels]
			.map((label, index) =>
				index === 0 ? label : label.charAt(0).toLocaleLowerCase(locale) + label.slice(1)
			)
			.join(common(locale).semicolon) || null
	);
}
