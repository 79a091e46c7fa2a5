/** What the timeline says in words. Pure. */
import { describeWhen } from '$lib/geodata/dates';
import type { Segment, TimeBin, Timeline } from '$lib/geodata/timeline';
import { firstDayOfMonth, lastDayOfMonth, monthOf, type TimeWindow } from './layout';

/** “July – December 2015”, “up to September 2022”, “from July 2015”, “All dates”. */
export function windowText({ from, to }: TimeWindow): string {
	if (from === null && to === null) return 'All dates';
	if (from === null) return `up to ${describeWhen(last(to!), 'en')}`;
	if (to === null) return `from ${describeWhen(first(from), 'en')}`;
	return describeWhen(spanEdtf(from, to), 'en');
}

/** A day for a slider: “1 July 2015”. */
export function dayText(day: string): string {
	return describeWhen(day, 'en');
}

/** What a bar's segment means: “by September 2022”, “31 August 2022”, “18 March 2019 (uncertain)”. */
export function segmentText({ from, to, open, imprecise }: Segment): string {
	const span = spanEdtf(from, to);
	const date = span === from && imprecise ? `${span}?` : span;
	return describeWhen(open === 'start' ? `../${date}` : open === 'end' ? `${date}/..` : date, 'en');
}

/** “September 2022: 1 in it, 4 perhaps, 9 by then”. */
export function binText({ from, to, inside, across, open }: TimeBin): string {
	const parts = [
		inside.length > 0 && `${inside.length} in it`,
		across.length > 0 && `${across.length} perhaps`,
		open.length > 0 && `${open.length} by then`
	].filter((part) => part !== false);
	const count = inside.length + across.length + open.length;
	const when = describeWhen(spanEdtf(from, to), 'en');
	return count === 0 ? `${when}: nothing reported` : `${when}: ${parts.join(', ')}`;
}

export function reportsText(count: number): string {
	return `${count} ${count === 1 ? 'report' : 'reports'}`;
}

/** “12 of 41 reports”. */
export function countText(count: number, all: number): string {
	return count === all ? reportsText(all) : `${count} of ${reportsText(all)}`;
}

/** What becomes of the reports without a date; '' where there are none. */
export function undatedText(count: number, { from, to }: TimeWindow): string {
	if (count === 0) return '';
	const bound = from !== null || to !== null;
	return `${count} without a date ${bound ? 'left out' : 'not drawn'}`;
}

/** The drawing in a sentence: “41 reports from July 2015 to June 2023; most in September 2022.” */
export function summaryText({ from, to, segments, bins }: Timeline): string {
	if (from === null || to === null) return 'Nothing is reported with these filters.';
	const [beginning, end] = [first(firstDayOfMonth(monthOf(from))), last(lastDayOfMonth(monthOf(to)))];
	const span =
		beginning === end
			? `in ${describeWhen(beginning, 'en')}`
			: `from ${describeWhen(beginning, 'en')} to ${describeWhen(end, 'en')}`;
	const size = ({ inside, across, open }: TimeBin) => inside.length + across.length + open.length;
	const most = bins.reduce<TimeBin | null>(
		(best, bin) => (best && size(best) >= size(bin) ? best : bin),
		null
	);
	const peak = most && bins.length > 1 ? `; most in ${describeWhen(spanEdtf(most.from, most.to), 'en')}` : '';
	return `${reportsText(segments.length)} ${span}${peak}.`;
}

/** Two days as EDTF, as coarse as they allow: whole years and whole months are written as such. */
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
