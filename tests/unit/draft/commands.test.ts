import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/lib/draft/article';
import { overlaps } from '../../../src/lib/draft/recognise/span';
import type { DraftArticle } from '../../../src/lib/draft/article';
import { apply } from '../../../src/lib/draft/commands';
import { sameWords } from '../../../src/lib/draft/same';
import type { Command } from '../../../src/lib/draft/commands';
import { article, command, place, seed, text } from './desk';

const after = (...commands: Command[]): DraftArticle => commands.reduce(apply, article);
const spanOf = (words: string, from = 0) => {
	const start = text.indexOf(words, from);
	return { start, end: start + words.length };
};
const hama = spanOf('Hama');
const hamaAgain = spanOf('Hama', hama.end);
const tartus = spanOf('Tartus');
const first = spanOf('Troops came to Hama on Friday.');
const suggested: Command = {
	do: 'suggest',
	marks: [
		{ ...hamaAgain, value: place('hama') },
		{ ...hama, value: place('hama') },
		{ ...tartus, value: place('tartus') }
	],
	reports: [seed(first.start, first.end, { place: 1, inferred: ['when'] })]
};

describe('what a program suggests', () => {
	it('is in the order of the text, and open', () => {
		const { marks, reports } = after(suggested);
		expect(marks.map((mark) => [textOf(article, mark), mark.decision])).toEqual([
			['Hama', 'open'],
			['Hama', 'open'],
			['Tartus', 'open']
		]);
		expect(reports[0]!.place).toBe(marks[0]!.id);
	});

	it('takes the place of what it suggested before, and of nothing that an author decided', () => {
		const before = after(suggested);
		const [one, two] = before.marks;
		const again = [
			{ do: 'decide', id: one!.id, decision: 'rejected' },
			{ do: 'suggest', marks: [{ ...hama, value: place('hama-city') }], reports: [] }
		] satisfies Command[];
		const { marks } = again.reduce(apply, before);
		expect(marks).toEqual([{ ...one!, decision: 'rejected' }]);
		expect(marks.map(({ id }) => id)).not.toContain(two!.id);
	});
});

describe('another day of publication', () => {
	const friday = { edtf: '../2021-05-07?', stated: 'Friday', inferred: 'date: from the day of publication' };
	const dated: Command = {
		do: 'date',
		reports: [seed(first.start, first.end, { when: friday, inferred: ['when', 'claim'] })]
	};

	it('says when something was where no author did, and nothing else', () => {
		const before = after(suggested);
		const { reports, marks } = apply(before, dated);
		expect(reports).toEqual([{ ...before.reports[0]!, when: friday, inferred: ['when'] }]);
		expect(marks).toEqual(before.marks);
	});

	it('takes nothing away that an author said, confirmed or decided', () => {
		const { id } = after(suggested).reports[0]!;
		const said = { edtf: '2021-05-06', stated: null, inferred: null };
		for (const own of [
			{ do: 'change', id, changes: { when: said } },
			{ do: 'decide', id, decision: 'accepted' }
		] satisfies Command[]) {
			const before = after(suggested, own);
			expect(apply(before, dated).reports).toEqual(before.reports);
		}
	});
});

describe('an author', () => {
	it('marks words over what was found there, but not over the place of a report', () => {
		const { marks } = after(suggested, { do: 'mark', ...spanOf('Hama and Tartus'), value: place('both') });
		expect(marks.map((mark) => textOf(article, mark))).toEqual(['Hama', 'Hama and Tartus']);
		const kept = after(suggested, { do: 'mark', ...spanOf('to Hama'), value: place('other') });
		expect(kept.marks.map((mark) => textOf(article, mark))).toEqual(['Hama', 'Hama', 'Tartus']);
	});

	it('takes a decision over to the same words, which wait to be looked at', () => {
		const before = after(suggested);
		const [one] = before.marks;
		expect(sameWords(before, one!.id)).toHaveLength(1);
		const { marks } = [
			{ do: 'mean', id: one!.id, value: place('hama-airport') },
			{ do: 'spread', id: one!.id }
		].reduce<DraftArticle>((state, command) => apply(state, command as Command), before);
		expect(marks.map(({ decision, value }) => [decision, value.sort === 'place' && value.place])).toEqual([
			['accepted', 'hama-airport'],
			['same', 'hama-airport'],
			['open', 'tartus']
		]);
	});

	it('confirms a conclusion by changing it', () => {
		const before = after(suggested);
		const id = before.reports[0]!.id;
		const when = { edtf: '2020-05-01', stated: 'on Friday', inferred: null };
		expect(apply(before, { do: 'change', id, changes: { when } }).reports[0]!.inferred).toEqual([]);
		expect(apply(before, { do: 'confirm', id, inference: 'when' }).reports[0]!.inferred).toEqual([]);
		expect(apply(before, { do: 'change', id, changes: { summary: 'Said.' } }).reports[0]!.inferred).toEqual([
			'when'
		]);
	});

	it('splits a report at a word, and merges two', () => {
		const whole = spanOf('Hama and Tartus');
		const before = after({ do: 'report', report: seed(whole.start, whole.end) as never });
		const { id } = before.reports[0]!;
		const two = apply(before, { do: 'split', id, at: whole.start + 'Hama '.length });
		expect(two.reports.map(({ quote }) => textOf(article, quote))).toEqual(['Hama', 'and Tartus']);
		const one = apply(two, { do: 'merge', id, other: two.reports[1]!.id });
		expect(one.reports.map(({ quote }) => quote)).toEqual([whole]);
	});
});

it('whatever is done, spans are words of the text, ids are unique and marks of a sort never overlap', () => {
	fc.assert(
		fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
			// The text may be a newer one by then.
			const { text, marks, reports } = after(...commands);
			const ids = [...marks, ...reports].map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			for (const { start, end } of [...marks, ...reports.map(({ quote }) => quote)])
				expect(text.slice(Math.max(0, start), end).trim()).not.toBe('');
			for (const mark of marks)
				for (const other of marks)
					if (mark !== other && mark.value.sort === other.value.sort)
						expect(overlaps(mark, other)).toBe(false);
			for (const { place } of reports) if (place) expect(marks.map(({ id }) => id)).toContain(place);
		})
	);
});

it('nothing that is done changes what was there before', () => {
	fc.assert(
		fc.property(fc.array(command, { maxLength: 10 }), command, (commands, last) => {
			const before = after(...commands);
			const copy = structuredClone(before);
			apply(before, last);
			expect(before).toEqual(copy);
		})
	);
});
