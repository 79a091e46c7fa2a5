/**
 * Reported time, as it can be drawn without claiming more than the reports do: a histogram of reports, and for
 * each site a bar with a segment for each report and nothing between two of them. All days are ISO days
 * (YYYY-MM-DD), UTC, and both ends of everything are included.
 */
import { dayOfIso, firstDayOfMonth, isoOfDay, monthOf } from '../base/days';
import type { ReportView, SiteView } from './views';
import { parseWhen } from './dates';

/** What is needed of a report to place it in time. */
export type Dated = Pick<ReportView, 'id' | 'when'>;

/** What is needed of a site to draw its bar. */
export type SiteWithReports = Pick<SiteView, 'id'> & { reports: readonly Pick<ReportView, 'id'>[] };

/**
 * `exact`: drawn solid. `imprecise`: drawn solid and as wide as the date is, but marked as such. `open`: the date
 * says “by then” or “from then”, so only its known end is here; it fades towards its `open` side, by a width
 * that is the drawing's and means nothing.
 */
export interface Segment {
	report: string;
	from: string;
	to: string;
	kind: 'exact' | 'imprecise' | 'open';
	/** Whether a date is less than certain to the day. */
	imprecise: boolean;
	open: 'start' | 'end' | null;
}

/** The bar of a site, from its first to its last reported day. Between its segments the sources are silent. */
export interface SiteBar {
	site: string;
	from: string;
	to: string;
	segments: Segment[];
}

/**
 * A year or month with the ids of the reports in it: `inside` lie wholly within it, `across` may lie in it or
 * reach beyond it, `open` have their known end in it.
 */
export interface TimeBin {
	from: string;
	to: string;
	inside: string[];
	across: string[];
	open: string[];
}

/** `from` and `to` are null where no report has a date; `undated` have none at all, all others are `segments`. */
export interface Timeline {
	from: string | null;
	to: string | null;
	segments: Segment[];
	bins: TimeBin[];
	bars: SiteBar[];
	undated: string[];
}

export type BinUnit = 'year' | 'month';

/**
 * The timeline of some reports. A site whose reports are not among them, or have no date, has no bar.
 * @throws Error where a date is not EDTF, which `validate` rules out
 */
export function timelineOf(
	reports: readonly Dated[],
	sites: readonly SiteWithReports[],
	unit: BinUnit = 'year'
): Timeline {
	const segments = new Map<string, Segment>();
	const undated: string[] = [];
	for (const report of reports) {
		const segment = segmentOf(report);
		if (segment) segments.set(report.id, segment);
		else undated.push(report.id);
	}
	const all = [...segments.values()];
	const extent = extentOf(all);
	return {
		from: extent?.from ?? null,
		to: extent?.to ?? null,
		segments: all,
		bins: extent ? binsOf(all, extent, unit) : [],
		bars: sites.flatMap((site) => {
			const own = site.reports
				.flatMap(({ id }) => segments.get(id) ?? [])
				.sort(
					(a, b) => compareText(a.from, b.from) || compareText(a.to, b.to) || compareText(a.report, b.report)
				);
			const reach = extentOf(own);
			return reach ? [{ site: site.id, ...reach, segments: own }] : [];
		}),
		undated
	};
}

/** Where a report stands in time, or null where nothing is known of its date. */
export function segmentOf({ id, when }: Dated): Segment | null {
	const span = spanOf(when.edtf);
	return span && { report: id, ...span };
}

/**
 * Whether a report may speak of a day within a window; an end that is null is not bound. A report “by then” is in
 * the windows that its known end is in, and in none before. One with no date is in no window that has an end.
 */
export function inWindow({ when }: Pick<Dated, 'when'>, from: string | null, to: string | null): boolean {
	const span = spanOf(when.edtf);
	if (!span) return from === null && to === null;
	return (from === null || span.to >= from) && (to === null || span.from <= to);
}

type Span = Omit<Segment, 'report'>;

/** A cache: while a timeline plays, every frame asks for the same few dates. */
const spans = new Map<string, Span | null>();

function spanOf(edtf: string): Span | null {
	let span = spans.get(edtf);
	if (span === undefined) {
		span = readSpan(edtf);
		spans.set(edtf, span);
	}
	return span;
}

function readSpan(edtf: string): Span | null {
	const { earliest, latest } = parseWhen(edtf);
	const sides = edtf.split('/').filter((side) => side !== '..' && side !== '');
	const imprecise = !sides.every((side) => /^\d{4}-\d{2}-\d{2}$/.test(side));
	if (earliest !== null && latest !== null) {
		return { from: earliest, to: latest, kind: imprecise ? 'imprecise' : 'exact', imprecise, open: null };
	}
	// Of an open interval only the side that has a date can be drawn, as wide as that date is.
	const [known] = sides;
	if (known === undefined) return null;
	const side = parseWhen(known);
	if (side.earliest === null || side.latest === null) return null;
	return {
		from: side.earliest,
		to: side.latest,
		kind: 'open',
		imprecise,
		open: earliest === null ? 'start' : 'end'
	};
}

function extentOf(segments: readonly Segment[]): { from: string; to: string } | null {
	if (segments.length === 0) return null;
	return segments.reduce(
		(extent, { from, to }) => ({
			from: from < extent.from ? from : extent.from,
			to: to > extent.to ? to : extent.to
		}),
		{ from: segments[0]!.from, to: segments[0]!.to }
	);
}

function binsOf(
	segments: readonly Segment[],
	extent: { from: string; to: string },
	unit: BinUnit
): TimeBin[] {
	const bins = emptyBins(extent, unit);
	const first = indexOfBin(extent.from, unit);
	for (const segment of segments) {
		const from = indexOfBin(segment.from, unit) - first;
		const to = indexOfBin(segment.to, unit) - first;
		const list = segment.open ? 'open' : from === to ? 'inside' : 'across';
		for (const bin of bins.slice(from, to + 1)) bin[list].push(segment.report);
	}
	return bins;
}

/** Whole years or months, from the first that has a day of the extent to the last. */
function emptyBins(extent: { from: string; to: string }, unit: BinUnit): TimeBin[] {
	const [first, last] = [indexOfBin(extent.from, unit), indexOfBin(extent.to, unit)];
	return Array.from({ length: last - first + 1 }, (_, step) => {
		const index = first + step;
		return {
			from: startOfBin(index, unit),
			to: isoOfDay(dayOfIso(startOfBin(index + 1, unit)) - 1),
			inside: [],
			across: [],
			open: []
		};
	});
}

/** Years, or months, since the year 0. */
function indexOfBin(day: string, unit: BinUnit): number {
	return unit === 'year' ? Number(day.slice(0, 4)) : monthOf(day);
}

function startOfBin(index: number, unit: BinUnit): string {
	return firstDayOfMonth(unit === 'year' ? index * 12 : index);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
