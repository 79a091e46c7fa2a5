/** An article to try commands on, and commands of every kind that fit it, made by chance. */
import fc from 'fast-check';
import { newArticle } from '../../../src/lib/draft/article';
import type { MarkValue } from '../../../src/lib/draft/article';
import { blankReport, type Command, type ReportSeed } from '../../../src/lib/draft/commands';

export const text =
	'Troops came to Hama on Friday. An officer said that Hama and Tartus had been struck. Nobody was seen in Homs.';

export const place = (id: string | null): MarkValue => ({
	sort: 'place',
	place: id,
	sense: 'literal',
	candidates: []
});

export const seed = (start: number, end: number, over: Partial<ReportSeed> = {}): ReportSeed => ({
	...blankReport({ start, end }),
	...over
});

export const article = newArticle(text, { id: 'made-up-2020', language: 'en' });

const span = fc
	.tuple(fc.integer({ min: -1, max: text.length + 1 }), fc.integer({ min: 0, max: 40 }))
	.map(([start, length]) => ({ start, end: start + length }));
const id = fc.tuple(fc.constantFrom('m', 'r'), fc.integer({ min: 1, max: 12 })).map(([a, b]) => a + b);
const value: fc.Arbitrary<MarkValue> = fc.oneof(
	fc.constantFrom('hama', 'homs', null).map(place),
	fc.constantFrom('russia', null).map((actor) => ({ sort: 'actor' as const, actor, candidates: [] }))
);
const report = span.map(({ start, end }) => seed(start, end, { inferred: ['when', 'place'] }));
const decision = fc.constantFrom('open' as const, 'same' as const, 'accepted' as const, 'rejected' as const);

export const command: fc.Arbitrary<Command> = fc.oneof(
	fc.record({ do: fc.constant('describe' as const), head: fc.record({ title: fc.string() }) }),
	fc.record({
		do: fc.constant('suggest' as const),
		marks: fc.array(
			fc.tuple(span, value).map(([at, value]) => ({ ...at, value })),
			{ maxLength: 6 }
		),
		reports: fc.array(
			fc
				.tuple(report, fc.option(fc.integer({ min: 0, max: 5 })))
				.map(([seed, place]) => ({ ...seed, place })),
			{ maxLength: 3 }
		)
	}),
	fc.record({ do: fc.constant('date' as const), reports: fc.array(report, { maxLength: 3 }) }),
	fc.tuple(span, value).map(([at, value]) => ({ do: 'mark' as const, ...at, value })),
	fc.record({ do: fc.constant('decide' as const), id, decision }),
	fc.record({ do: fc.constant('mean' as const), id, value }),
	fc.tuple(id, span).map(([id, at]) => ({ do: 'move' as const, id, ...at })),
	fc.record({ do: fc.constant('spread' as const), id }),
	fc.record({ do: fc.constant('alike' as const), id }),
	fc.tuple(report, fc.option(id)).map(([report, place]) => ({
		do: 'report' as const,
		report: { ...report, place }
	})),
	fc
		.tuple(id, fc.option(id))
		.map(([id, place]) => ({ do: 'change' as const, id, changes: { place, summary: 'Said.' } })),
	fc.record({ do: fc.constant('confirm' as const), id, inference: fc.constantFrom('when' as const) }),
	fc.record({ do: fc.constant('merge' as const), id, other: id }),
	fc.record({ do: fc.constant('withdraw' as const), record: id, reason: fc.string() }),
	fc.tuple(id, id, span).map(([one, other, at]) => ({
		do: 'newer' as const,
		text: `A word. ${text}`,
		reports: [{ id: one, ...at }],
		marks: [{ id: other, ...at }]
	})),
	fc.record({ do: fc.constant('split' as const), id, at: fc.integer({ min: 0, max: text.length }) })
);
