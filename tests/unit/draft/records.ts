/** Articles with accepted reports, made by chance, and the data set that they are for. */
import fc from 'fast-check';
import { newArticle } from '../../../src/lib/draft/article';
import type { DraftArticle, DraftPlace, MarkValue } from '../../../src/lib/draft/article';
import { apply } from '../../../src/lib/draft/commands';
import type { Command } from '../../../src/lib/draft/commands';
import type { Known } from '../../../src/lib/draft/record';
import { validate } from '../../../src/lib/geodata/validate';
import { validFiles } from '../records';
import { seed } from './desk';

/** The records of the fixtures. */
export const known: Known = validate(validFiles).records!;
export const on = '2030-01-02';

export const hill: DraftPlace = {
	id: 'zeta-hill',
	name: { en: 'Zeta Hill', ar: '' },
	aliases: ['the hill'],
	kind: 'positions',
	drawn: 'ring',
	geometry: { type: 'Point', coordinates: [38.5, 35] },
	precision: { where_prec: 3, radius_km: 15, reason: '' },
	country: 'SY',
	identifiers: {},
	reference: 'https://fixture.example/hills'
};

const head = {
	id: 'made-up-2020',
	title: 'Made up',
	language: 'en',
	publisher: 'The Fixture',
	published: { edtf: '2020-05-04', stated: null, inferred: null }
};

/** An article that has a place and an actor of its own, before anything is marked in it. */
export function articleOf(text: string): DraftArticle {
	return {
		...newArticle(text, head),
		places: [hill],
		actors: [{ id: 'mu', name: { en: 'Mu', ar: '' }, aliases: [] }]
	};
}

export const placeMark = (place: string): MarkValue => ({
	sort: 'place',
	place,
	sense: 'literal',
	candidates: []
});

/** Marks words as a place and reports on it with a quote, both given by offsets or as words of the text. */
export function reported(
	article: DraftArticle,
	quote: string,
	words: string | null,
	{ place = 'zeta-hill', actor = 'lemuria' } = {}
): DraftArticle {
	const start = article.text.indexOf(quote);
	const at = words === null ? -1 : start + quote.indexOf(words);
	const marked =
		words === null
			? article
			: apply(article, { do: 'mark', start: at, end: at + words.length, value: placeMark(place) });
	const mark = marked.marks.find((other) => other.start === at)?.id ?? null;
	const report = {
		...seed(start, start + quote.length),
		actors: [{ actor, role: 'deployed' as const }],
		when: { edtf: '2020-05', stated: null, inferred: null },
		place: mark
	};
	return apply(marked, { do: 'report', report });
}

/** Words, spaces and ends of lines of every kind that may come to offsets. */
const piece = fc.constantFrom(
	...[
		'Alpha Harbour',
		'Zeta Hill',
		'the hill',
		'حلب',
		'قاعدة في حماة',
		'שלום',
		'cafe\u0301',
		'naïve',
		'東京'
	],
	...[
		'🚀',
		'👩‍👩‍👧',
		'🇸🇾',
		'e',
		'struck',
		'said',
		'“quoted”',
		'(and)',
		'12.5',
		'U.S.',
		'\u200f',
		'\u00ad',
		'\ufeff'
	],
	...[' ', ' ', ' ', '\u00a0', '\r\n', '\n\n', '\t', '. ', '. ', '! ', '؟ ', '.\r\n\r\n', ', ']
);

/** A text, half of the time with so much after it that nearly all of it may be quoted. */
const text = fc
	.tuple(fc.array(piece, { minLength: 6, maxLength: 120 }), fc.boolean())
	.map(
		([pieces, isLong]) => `A ${pieces.join('')} b.${isLong ? '\nNothing more was said.'.repeat(120) : ''}`
	);

const part = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 120 }));
const place = fc.constantFrom('alpha-harbour', 'zeta-hill', 'epsilon', 'beta-plain');
const chosen = fc.record({
	quote: part,
	/** Where in the quote its place is named, or null where it has none. */
	mark: fc.option(part),
	place,
	actor: fc.constantFrom('atlantis', 'lemuria', 'mu'),
	summary: fc.constantFrom('', 'Somebody was there.')
});

/** Articles in which a person marked places and accepted reports anywhere, and left others open. */
export const article: fc.Arbitrary<DraftArticle> = fc
	.tuple(
		text,
		fc.array(chosen, { minLength: 1, maxLength: 6 }),
		fc.array(fc.tuple(part, place), { maxLength: 6 })
	)
	.map(([text, reports, others]) => {
		const span = (within: { start: number; end: number }, [at, length]: [number, number]) => {
			const start = Math.min(within.end - 1, within.start + Math.floor(at * (within.end - within.start)));
			return { start, end: Math.min(within.end, start + length) };
		};
		const first = Math.min(text.length, 900);
		const whole = { start: 0, end: first };
		const made = reports.reduce((article, { quote, mark, place, actor, summary }) => {
			const words = span(whole, quote);
			const named = mark && span(words, mark);
			const marked = named ? apply(article, { do: 'mark', ...named, value: placeMark(place) }) : article;
			const found = marked.marks.find(
				({ start, end }) => named && start === named.start && end === named.end
			);
			const report = {
				...seed(words.start, words.end, { summary }),
				actors: [{ actor, role: 'operates' as const }],
				when: { edtf: '2020-05-03', stated: 'May', inferred: 'From the day.' },
				place: found?.id ?? null
			};
			return apply(marked, { do: 'report', report });
		}, articleOf(text));
		return others.reduce((article, [part, place]) => {
			const command: Command = { do: 'mark', ...span(whole, part), value: placeMark(place) };
			return apply(article, command);
		}, made);
	})
	// Where no words could be one there is no report.
	.filter(({ reports }) => reports.length > 0);
