/** The histogram of the timeline: its bins, and the boxes that stand in them. Pure. */
import { firstDayOfMonth, lastDayOfMonth, monthOf } from '$lib/base/days';
import type { TimeBin } from '$lib/geodata/timeline';

/** Bins of years from bins of months: what is across two months may be inside one year. */
export function yearsOf(months: readonly TimeBin[]): TimeBin[] {
	const years = new Map<string, TimeBin[]>();
	for (const bin of months) {
		const year = bin.from.slice(0, 4);
		years.set(year, [...(years.get(year) ?? []), bin]);
	}
	const spread = new Map<string, number>();
	const groups = [...years.values()];
	for (const bins of groups)
		for (const id of unique(bins, 'across')) spread.set(id, (spread.get(id) ?? 0) + 1);
	return [...years].map(([year, bins]) => {
		const across = unique(bins, 'across');
		return {
			from: `${year}-01-01`,
			to: `${year}-12-31`,
			inside: [...unique(bins, 'inside'), ...across.filter((id) => spread.get(id) === 1)],
			across: across.filter((id) => spread.get(id)! > 1),
			open: unique(bins, 'open')
		};
	});
}

/** The month or year of a day, empty where no report is in it. `bins` are months. */
export function binAt(day: string, bins: readonly TimeBin[], unit: 'month' | 'year'): TimeBin {
	const from = unit === 'year' ? `${day.slice(0, 4)}-01-01` : firstDayOfMonth(monthOf(day));
	const found = (unit === 'year' ? yearsOf(bins) : bins).find((bin) => bin.from === from);
	const to = unit === 'year' ? `${day.slice(0, 4)}-12-31` : lastDayOfMonth(monthOf(day));
	return found ?? { from, to, inside: [], across: [], open: [] };
}

/** A box of the histogram: `low` and `high` count reports from the ground. */
export interface Box {
	from: string;
	to: string;
	low: number;
	high: number;
	kind: 'inside' | 'across' | 'open';
}

/** `tops` are the heights of the bins, in the order of the bins. */
export interface Stacks {
	boxes: Box[];
	tops: number[];
}

/**
 * Stacks the reports of bins. A report that may be in several bins is one box as wide as they are, at the bottom so
 * that it stays in one piece. Above it come the reports inside a bin, and on top those that are open.
 */
export function stacksOf(bins: readonly TimeBin[]): Stacks {
	const tops = bins.map(() => 0);
	const bands = bandsOf(bins);
	const wide = new Set(bands.map(({ id }) => id));
	const lanes: number[] = [];
	const boxes: Box[] = bands.map(({ first, last, kind }) => {
		let lane = lanes.findIndex((end) => end < first);
		if (lane === -1) lane = lanes.length;
		lanes[lane] = last;
		for (let index = first; index <= last; index++) tops[index] = Math.max(tops[index]!, lane + 1);
		return { from: bins[first]!.from, to: bins[last]!.to, low: lane, high: lane + 1, kind };
	});
	for (const [index, { from, to, inside, open }] of bins.entries()) {
		const narrow = [
			{ kind: 'inside', count: inside.length },
			{ kind: 'open', count: open.filter((id) => !wide.has(id)).length }
		] as const;
		for (const { kind, count } of narrow) {
			if (count === 0) continue;
			const low = tops[index]!;
			tops[index] = low + count;
			boxes.push({ from, to, low, high: low + count, kind });
		}
	}
	return { boxes, tops };
}

/** Where to draw the one guide line: at the largest of 1, 2, 5, 10, 20, 50 ... that is not above the height. */
export function guideOf(height: number): number {
	if (height < 1) return 0;
	const power = 10 ** Math.floor(Math.log10(height));
	return [5, 2, 1].map((factor) => factor * power).find((value) => value <= height) ?? 0;
}

interface Band {
	id: string;
	first: number;
	last: number;
	kind: 'across' | 'open';
}

/** Reports in more than one bin. Of those that begin together the longest comes first, so that they nest. */
function bandsOf(bins: readonly TimeBin[]): Band[] {
	const bands = new Map<string, Band>();
	for (const [index, bin] of bins.entries()) {
		for (const kind of ['across', 'open'] as const) {
			for (const id of bin[kind]) {
				const band = bands.get(id);
				if (band) band.last = index;
				else bands.set(id, { id, first: index, last: index, kind });
			}
		}
	}
	return [...bands.values()]
		.filter(({ first, last, kind }) => kind === 'across' || last > first)
		.sort((a, b) => a.first - b.first || b.last - a.last);
}

function unique(bins: readonly TimeBin[], kind: 'inside' | 'across' | 'open'): string[] {
	return [...new Set(bins.flatMap((bin) => bin[kind]))];
}
