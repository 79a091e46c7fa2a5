/** The timeline in words, in the language of the page. Pure. */
import { describeWhen } from '$lib/words/when';
import type { Segment, TimeBin, Timeline } from '$lib/geodata/timeline';
import { counted, getLocale, list, m, number } from '$lib/words';
import type { TimeWindow } from './window';
import { firstDayOfMonth, lastDayOfMonth, monthOf } from '$lib/base/days';

/** An EDTF string: “31 August 2022”. */
export function dateText(edtf: string): string {
	return describeWhen(edtf, getLocale());
}

/** “July – December 2015”, “up to September 2022”, “from July 2015”, “All dates”. */
export function windowText({ from, to }: TimeWindow): string {
	if (from === null && to === null) return m.timeline_all();
	if (from === null) return m.timeline_up_to({ date: dateText(last(to!)) });
	return dateText(to === null ? `${first(from)}/..` : spanEdtf(from, to));
}

/** What a bar's segment means: “by September 2022”, “31 August 2022”, “18 March 2019 (uncertain)”. */
export function segmentText({ from, to, open, imprecise }: Segment): string {
	const span = spanEdtf(from, to);
	const date = span === from && imprecise ? `${span}?` : span;
	return dateText(open === 'start' ? `../${date}` : open === 'end' ? `${date}/..` : date);
}

/** “September 2022: 1 in it, 4 perhaps, 9 by then”. */
export function binText({ from, to, inside, across, open }: TimeBin): string {
	const kinds = [
		[inside, m.timeline_inside],
		[across, m.timeline_perhaps],
		[open, m.timeline_by_then]
	] as const;
	const parts = kinds.flatMap(([ids, say]) => (ids.length > 0 ? [say({ n: number(ids.length) })] : []));
	return m.timeline_bin({
		when: dateText(spanEdtf(from, to)),
		what: parts.length > 0 ? list(parts) : m.timeline_none()
	});
}

/** “12 of 41 reports”. */
export function countText(count: number, all: number): string {
	return count === all
		? m.count_reports(counted(all))
		: m.count_reports_of({ ...counted(all), part: number(count) });
}

/** That reports without a date are left out or not drawn; '' where there are none. */
export function undatedText(count: number, { from, to }: TimeWindow): string {
	if (count === 0) return '';
	const n = number(count);
	return from !== null || to !== null ? m.timeline_left_out({ n }) : m.timeline_not_drawn({ n });
}

/** The histogram in a sentence: “41 reports, July 2015 – June 2023; most in September 2022.” */
export function summaryText({ from, to, segments, bins }: Timeline): string {
	if (from === null || to === null) return m.timeline_nothing();
	const size = ({ inside, across, open }: TimeBin) => inside.length + across.length + open.length;
	const most = bins.reduce((best, bin) => (size(best) >= size(bin) ? best : bin), bins[0]!);
	const reports = m.count_reports(counted(segments.length));
	const span = dateText(spanEdtf(firstDayOfMonth(monthOf(from)), lastDayOfMonth(monthOf(to))));
	return bins.length > 1
		? m.timeline_summary({ reports, span, most: dateText(spanEdtf(most.from, most.to)) })
		: list([reports, span]);
}

/** Two days as EDTF: whole years and whole months are written as such. */
export function spanEdtf(from: string, to: string): string {
	const years = from.endsWith('-01-01') && to.endsWith('-12-31');
	const months = from === firstDayOfMonth(monthOf(from)) && to === lastDayOfMonth(monthOf(to));
	const length = years ? 4 : months ? 7 : 10;
	const [beginning, end] = [from.slice(0, length), to.slice(0, length)];
	return beginning === end ? beginning : `${beginning}/${end}`;
}

function first(day: string): string {
	return day === firstDayOfMonth(monthOf(day)) ? day.slice(0, 7) : day;
}

function last(day: string): string {
	return day === lastDayOfMonth(monthOf(day)) ? day.slice(0, 7) : day;
}
