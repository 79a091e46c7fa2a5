import { describe, expect, it } from 'vitest';
import { textOf, type DraftArticle } from '../../../src/lib/draft/article';
import { apply, type Command } from '../../../src/lib/draft/commands';
import { acceptingAll } from '../../../src/lib/draft/places';
import { isWaiting, progressOf, step } from '../../../src/lib/draft/review';
import { sameQuote, spreadsTo } from '../../../src/lib/draft/same';
import { article, place, seed, text } from './desk';

const at = (words: string, from = 0) => {
	const start = text.indexOf(words, from);
	return { start, end: start + words.length };
};
const second = at('An officer said that Hama and Tartus had been struck.');
const candidate = (name: string) => ({
	id: null,
	name,
	country: 'SY',
	kind: 'city' as const,
	position: { longitude: 36, latitude: 35 },
	precision: { where_prec: 2 as const, radius_km: null },
	reasons: []
});
const city = (name: string) =>
	({ ...place(null), candidates: [candidate(name)] }) as ReturnType<typeof place>;
/** Hama twice, the second time in a list with Tartus; each is a report. */
const draft = apply(article, {
	do: 'suggest',
	marks: [
		{ ...at('Hama'), value: city('Hama') },
		{ ...at('Hama', at('Hama').end), value: city('Hama') },
		{ ...at('Tartus'), value: city('Tartus') }
	],
	reports: [
		seed(0, at('Friday.').end, { place: 0 }),
		seed(second.start, second.end, { place: 1, inferred: ['when', 'actors'] }),
		seed(second.start, second.end, { place: 2, inferred: ['when', 'actors'] })
	]
});
const [one, two] = draft.marks.map(({ id }) => id) as [string, string];
const [first, hama, tartus] = draft.reports.map(({ id }) => id) as [string, string, string];
const after = (...commands: Command[]): DraftArticle => commands.reduce(apply, draft);
const decide = (id: string, decision: 'accepted' | 'rejected'): Command => ({ do: 'decide', id, decision });
const decisions = ({ marks }: DraftArticle) => marks.map(({ decision }) => decision);

describe('one decision for the same words', () => {
	it('is taken over where it is a refusal too, and is still to be looked at there', () => {
		const refused = after(decide(one, 'rejected'));
		expect(spreadsTo(refused, one).map(({ id }) => id)).toEqual([two]);
		const spread = apply(refused, { do: 'spread', id: one });
		expect(decisions(spread)).toEqual(['rejected', 'same-rejected', 'open']);
		expect(spreadsTo(spread, one)).toEqual([]);
		expect(progressOf(spread).takenOver).toBe(1);
	});

	it('is taken over again where it changed, from what was accepted there as well', () => {
		const spread = after(
			decide(two, 'accepted'),
			{ do: 'mean', id: one, value: place('hama-airport') },
			{ do: 'spread', id: one },
			{ do: 'mean', id: one, value: place('hama-city') }
		);
		expect(spreadsTo(spread, one)).toHaveLength(1);
		const again = apply(spread, { do: 'spread', id: one });
		expect(again.marks[1]).toMatchObject({ decision: 'same', value: { place: 'hama-city' } });
	});

	it('is nothing where nobody has decided, or where it holds already', () => {
		expect(spreadsTo(draft, one)).toEqual([]);
		expect(after({ do: 'spread', id: one })).toBe(draft);
		const both = after(
			{ do: 'mean', id: one, value: place('hama') },
			{ do: 'mean', id: two, value: place('hama') }
		);
		expect(spreadsTo(both, one)).toEqual([]);
	});

	it('brings back to an accepted report whose place it changed', () => {
		const accepted = after(
			decide(hama, 'accepted'),
			{ do: 'mean', id: two, value: place('hama') },
			decide(first, 'accepted'),
			decide(tartus, 'rejected')
		);
		const waits = (state: DraftArticle) => step(state, null, 1, (item) => isWaiting(state, item))?.id;
		expect(waits(accepted)).toBeUndefined();
		const spread = after(
			decide(hama, 'accepted'),
			{ do: 'mean', id: one, value: place('hama-airport') },
			decide(first, 'accepted'),
			decide(tartus, 'rejected'),
			{ do: 'spread', id: one }
		);
		expect(waits(spread)).toBe(two);
		expect(
			isWaiting(
				spread,
				spread.reports.find(({ id }) => id === hama)!
			)
		).toBe(true);
	});
});

describe('a list of places', () => {
	it('has a report for each, of the same words', () => {
		expect(draft.reports.map(({ quote }) => quote)).toEqual([draft.reports[0]!.quote, second, second]);
		expect(sameQuote(draft, hama).map(({ id }) => id)).toEqual([tartus]);
	});

	it('is one decision: what is said of the first is said of all, each of its own place', () => {
		const ready = after(
			{ do: 'change', id: hama, changes: { claim: 'strike', actors: [{ actor: 'russia', role: 'struck' }] } },
			{ do: 'confirm', id: hama, inference: 'when' }
		);
		const all = apply(ready, acceptingAll(ready, hama, new Set())!);
		const [, a, b] = all.reports;
		expect([a!.decision, b!.decision]).toEqual(['accepted', 'accepted']);
		expect(b).toEqual({ ...a, id: tartus, place: b!.place });
		const named = all.marks.map((mark) => [
			textOf(all, mark),
			mark.value.sort === 'place' && mark.value.place
		]);
		expect(named).toEqual([
			['Hama', null],
			['Hama', 'hama'],
			['Tartus', 'tartus']
		]);
	});

	it('leaves what is finer than the words to be looked at by itself', () => {
		const near = {
			...draft,
			reports: draft.reports.map((report) =>
				report.id === tartus ? { ...report, inferred: ['place' as const] } : report
			)
		};
		const all = apply(near, acceptingAll(near, hama, new Set())!);
		expect(all.reports[2]).toMatchObject({ decision: 'open', inferred: ['place', 'when', 'actors'] });
	});

	it('is suggested again only for the places that nobody has decided on', () => {
		const again: Command = {
			do: 'suggest',
			marks: draft.marks.map(({ start, end, value }) => ({ start, end, value })),
			reports: [seed(second.start, second.end, { place: 1 }), seed(second.start, second.end, { place: 2 })]
		};
		const { reports } = after(decide(hama, 'rejected'), again);
		expect(reports.map(({ decision }) => decision)).toEqual(['rejected', 'open']);
		const whole = after(decide(first, 'accepted'), {
			...again,
			reports: [seed(0, at('Friday.').end, { place: 0 })]
		});
		expect(whole.reports.map(({ id }) => id)).toEqual([first]);
	});
});
