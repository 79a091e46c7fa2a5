import { describe, expect, it } from 'vitest';
import { newArticle, textOf, type DraftArticle } from '../../../src/lib/draft/article';
import { apply } from '../../../src/lib/draft/commands';
import { actorCalled, reportFor, sameWordsAgain, select, type Sort } from '../../../src/lib/draft/selecting';
import type { NamedActor } from '../../../src/lib/draft/recognise/actors';
import type { SourceRecord } from '../../../src/lib/geodata/schema';
import { place, seed } from './desk';

const text =
	'On Monday the Made-up Army and Russian officers came to Hama and to Homs, a baker said. Nobody else came.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const quote = at('came to Hama and to Homs');
const published = { edtf: '2021-05-09', stated: null, inferred: null };
const draft = apply(newArticle(text, { id: 'made-up', language: 'en', published }), {
	do: 'suggest',
	marks: [
		{ ...at('Hama'), value: { ...place(null), candidates: [] } as never },
		{ ...at('Homs'), value: place(null) }
	],
	reports: [seed(quote.start, quote.end, { place: 0, inferred: ['when', 'actors'] })]
});
const id = draft.reports[0]!.id;
const actors = [
	{ id: 'russia', name: { en: 'Russia', ar: 'روسيا' }, aliases: [], demonyms: ['Russian'], seats: [] }
];
const languages = ['en', 'ar'];
const sources: SourceRecord[] = [
	{ id: 'the-baker', name: 'Baker', kind: 'person', date: null, references: [] }
];

function taken(sort: Sort, words: string, article: DraftArticle = draft) {
	const report = reportFor(article, id, at(words), sort);
	const selected = select(sort, { article, words: at(words), report, actors, sources, languages });
	const after = selected.commands.reduce(apply, article);
	return { ...selected, after, report: after.reports.find((other) => other.id === id)! };
}

describe('words that are selected', () => {
	it('as the place of the report: which one it is, is still to be said', () => {
		const { after, report, look } = taken('place', 'Homs');
		const mark = after.marks.find((other) => other.id === report.place)!;
		expect(textOf(after, mark)).toBe('Homs');
		expect(mark.decision).toBe('open');
		expect(look).toBe(id);
		// The words of the report's place may be more or fewer; the mark is the same.
		const wider = taken('place', 'to Hama');
		expect(wider.report.place).toBe(draft.reports[0]!.place);
		expect(
			textOf(
				wider.after,
				wider.after.marks.find((m) => m.id === wider.report.place)!
			)
		).toBe('to Hama');
		// The very same words are what they were.
		const chosen = apply(draft, { do: 'mean', id: draft.reports[0]!.place!, value: place('hama') });
		expect(taken('place', 'Hama', chosen).after).toEqual(chosen);
	});

	it('as a date are read: what only the day of publication gives is to be confirmed', () => {
		const { report, asks } = taken('date', 'On Monday');
		expect(report.when).toMatchObject({ edtf: '2021-05-03?', stated: 'On Monday' });
		expect(report.inferred).toContain('when');
		expect(asks).toBe(false);
		const none = taken('date', 'Nobody else');
		expect(none.report.when).toEqual({ edtf: '', stated: 'Nobody else', inferred: null });
		expect([none.asks, none.report.inferred]).toEqual([true, ['actors']]);
	});

	it('as an actor are one of the data set, or a new one', () => {
		expect(taken('actor', 'Russian officers').report.actors).toEqual([{ actor: 'russia', role: 'deployed' }]);
		const { after, report, asks } = taken('actor', 'the Made-up Army');
		expect(after.actors).toEqual([{ id: 'made-up-army', name: { en: 'Made-up Army' }, aliases: [] }]);
		expect(report.actors).toEqual([{ actor: 'made-up-army', role: 'deployed' }]);
		expect(asks).toBe(true);
		// The second time it is there.
		expect(taken('actor', 'the Made-up Army', after).after.actors).toHaveLength(1);
	});

	it('as who says it are a source that there is by that name, or a new one', () => {
		const { report, after } = taken('source', 'a baker');
		expect(report).toMatchObject({ chain: ['the-baker'], attribution: 'attributed' });
		expect(after.sources).toEqual([]);
		const other = taken('source', 'Russian officers');
		expect(other.after.sources).toEqual([
			{ id: 'russian-officers', name: 'Russian officers', kind: 'unnamed-officials' }
		]);
		expect(other.report.chain).toEqual(['russian-officers']);
	});

	it('as a passage reach around the quote, and say nothing without a report', () => {
		expect(textOf(draft, taken('passage', 'On Monday').report.passage!)).toBe(
			'On Monday the Made-up Army and Russian officers came to Hama and to Homs'
		);
		const words = at('Nobody');
		expect(
			select('passage', { article: draft, words, report: null, actors, sources, languages }).commands
		).toEqual([]);
	});

	it('are marked where no report is meant', () => {
		const words = at('Nobody');
		expect(reportFor(draft, id, words, 'place')).toBeNull();
		expect(reportFor(draft, id, words, 'date')?.id).toBe(id);
		expect(reportFor(draft, null, words, 'place')).toBeNull();
		expect(reportFor(draft, null, at('Hama'), 'date')?.id).toBe(id);
		const { commands, look } = select('place', {
			article: draft,
			words,
			report: null,
			actors,
			sources,
			languages
		});
		expect(commands.reduce(apply, draft).marks.map(({ id }) => id)).toContain(look);
	});
});

it('the same words again are another report of theirs, of another place where there is one', () => {
	const { reports, marks } = apply(draft, sameWordsAgain(draft, draft.reports[0]!));
	expect(reports.map(({ quote }) => quote)).toEqual([quote, quote]);
	const words = reports.map((report) =>
		textOf(
			draft,
			marks.find(({ id }) => id === report.place)!
		)
	);
	expect(words).toEqual(['Hama', 'Homs']);
	expect(reports[1]).toMatchObject({ inferred: ['when', 'actors'], summary: '' });
});

it('somebody is known by any name, in any letters, and by no part of one', () => {
	const all: NamedActor[] = [
		{
			id: 'guard',
			name: { en: 'Made-up Guard / its allies', ar: 'الحرس المختلق' },
			aliases: ['MUG', 'Pasdārān']
		},
		{ id: 'army', name: { en: 'Made-up Army' }, aliases: [] }
	];
	const called = (name: string) => actorCalled(name, all)?.id;
	expect(['mug', 'the Made-up guard', 'Its Allies', 'الحرس المُختلق', 'pasdaran'].map(called)).toEqual(
		Array(5).fill('guard')
	);
	expect(['Guard', '', 'the', 'Made-up Navy'].map(called)).toEqual(Array(4).fill(undefined));
});
