/** Texts with the words that were found in them, as a list of results shows them. */
import type { MarkedText } from '$lib/view/search';

/** A text cut into runs that were found and runs that were not. */
export function runsOf({ text, ranges }: MarkedText): { text: string; found: boolean }[] {
	const cut: { text: string; found: boolean }[] = [];
	let from = 0;
	for (const [start, end] of ranges) {
		cut.push({ text: text.slice(from, start), found: false }, { text: text.slice(start, end), found: true });
		from = end;
	}
	return [...cut, { text: text.slice(from), found: false }].filter((run) => run.text !== '');
}

/** A long text shortened to what stands around the first word found. */
export function around(marked: MarkedText): MarkedText {
	const [first] = marked.ranges;
	if (marked.text.length <= 110 || !first) return marked;
	const start = Math.max(0, first[0] - 40);
	const end = Math.min(marked.text.length, start + 110);
	const before = start > 0 ? '… ' : '';
	const after = end < marked.text.length ? ' …' : '';
	return {
		text: before + marked.text.slice(start, end) + after,
		ranges: marked.ranges
			.filter(([from, to]) => from >= start && to <= end)
			.map(([from, to]) => [from - start + before.length, to - start + before.length])
	};
}
