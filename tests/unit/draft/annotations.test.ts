import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnnotations, toAnnotations, type AnnotatedQuote } from '../../../src/lib/draft/annotations';

const quote = { type: 'TextQuoteSelector', exact: 'air base', prefix: 'the ', suffix: ' west' };
const position = { type: 'TextPositionSelector', start: 10, end: 18 };
const words = { exact: 'air base', prefix: 'the ', suffix: ' west', start: 10, end: 18 };

/** As the API of Hypothesis answers a search. */
const hypothesis = {
	total: 3,
	rows: [
		{
			id: 'abc',
			created: '2024-01-02T03:04:05.000000+00:00',
			user: 'acct:jane@hypothes.is',
			uri: 'https://news.example/a',
			text: 'Which one?',
			tags: ['base', 'west'],
			group: '__world__',
			document: { title: ['A page'] },
			target: [
				{
					source: 'https://news.example/a',
					selector: [
						{
							type: 'RangeSelector',
							startContainer: '/p[1]',
							endContainer: '/p[1]',
							startOffset: 10,
							endOffset: 18
						},
						position,
						quote
					]
				}
			],
			references: []
		},
		{
			id: 'note',
			uri: 'https://news.example/a',
			text: 'About all',
			tags: [],
			target: [{ source: 'https://news.example/a' }]
		},
		{ id: 'picture', target: [{ selector: [{ type: 'FragmentSelector', value: 'xywh=0,0,1,1' }] }] }
	]
};
/** As RecogitoJS and Recogito write it. */
const recogito = [
	{
		'@context': 'http://www.w3.org/ns/anno.jsonld',
		id: '#1',
		type: 'Annotation',
		body: [
			{ type: 'TextualBody', value: 'Which one?', purpose: 'commenting' },
			{ type: 'TextualBody', value: 'base', purpose: 'tagging' }
		],
		target: { selector: [{ type: 'TextQuoteSelector', exact: 'air base' }, position] }
	}
];
/** As the text annotator of Recogito keeps it. */
const annotator = [
	{
		id: 'x',
		bodies: [{ id: 'y', annotation: 'x', purpose: 'commenting', value: 'Which one?' }],
		target: {
			annotation: 'x',
			selector: [
				{ quote: 'air base', start: 10, end: 18 },
				{ quote: 'west', start: 19, end: 23 }
			]
		}
	}
];

describe('a list of annotations', () => {
	it('of Hypothesis is read with comment, tags and origin; what is about no words is told', () => {
		expect(readAnnotations(hypothesis)).toEqual({
			quotes: [
				{
					...words,
					comment: 'Which one?',
					tags: ['base', 'west'],
					id: 'abc',
					source: 'https://news.example/a',
					creator: 'acct:jane@hypothes.is',
					created: '2024-01-02T03:04:05.000000+00:00'
				}
			],
			skipped: [
				{ place: 1, why: 'no-words' },
				{ place: 2, why: 'other-selector' }
			]
		});
		expect(readAnnotations(hypothesis.rows)).toEqual(readAnnotations(hypothesis));
	});

	it('of Recogito is read in both of its shapes', () => {
		expect(readAnnotations(recogito)!.quotes).toEqual([
			{ ...words, prefix: '', suffix: '', comment: 'Which one?', tags: ['base'], id: '#1' }
		]);
		expect(readAnnotations(annotator)!.quotes).toEqual([
			{ ...words, prefix: '', suffix: '', comment: 'Which one?', tags: [], id: 'x' },
			{ exact: 'west', prefix: '', suffix: '', start: 19, end: 23, comment: 'Which one?', tags: [], id: 'x' }
		]);
	});

	it.each([
		['a page', (items: object[]) => ({ type: 'AnnotationPage', items })],
		[
			'a collection',
			(items: object[]) => ({ type: 'AnnotationCollection', first: { type: 'AnnotationPage', items } })
		],
		['one alone', ([item]: object[]) => item],
		['pages in an array', (items: object[]) => [{ type: 'AnnotationPage', items }]],
		['a page with the next in it', (items: object[]) => ({ items: [], next: { items } })]
	])('of the standard is read as %s', (_, made) => {
		const item = {
			type: 'Annotation',
			body: 'Which one?',
			target: {
				source: { id: 'https://news.example/a' },
				selector: { type: 'XPathSelector', value: '/p', refinedBy: quote }
			}
		};
		expect(readAnnotations(made([item]))).toEqual({
			quotes: [
				{
					...words,
					start: null,
					end: null,
					comment: 'Which one?',
					tags: [],
					source: 'https://news.example/a'
				}
			],
			skipped: []
		});
	});

	it('may have positions alone, and offsets that are none', () => {
		const only = (selector: object) => readAnnotations([{ target: { selector } }])!;
		expect(only(position).quotes[0]).toMatchObject({ exact: null, start: 10, end: 18 });
		expect(only([quote, { ...position, start: -1 }]).quotes[0]).toMatchObject({
			exact: 'air base',
			start: null
		});
		expect(only({ ...position, end: 3 }).skipped).toEqual([{ place: 0, why: 'other-selector' }]);
	});

	it.each([null, 'text', 3, {}, { items: 'no' }, [1, 2], { type: 'FeatureCollection', features: [] }])(
		'is not what %j is',
		(document) => {
			expect(readAnnotations(document)).toBeNull();
		}
	);

	it('is read without a fault, whatever it is', () => {
		const parts = fc.constantFrom(
			'target',
			'selector',
			'items',
			'rows',
			'first',
			'next',
			'body',
			'exact',
			'type',
			'refinedBy'
		);
		fc.assert(
			fc.property(fc.object({ key: parts, maxDepth: 6 }), (document) => {
				readAnnotations(document);
			})
		);
	});

	it('comes back as it was written', () => {
		const text = fc.string({ minLength: 1 });
		const offsets = fc.tuple(fc.nat(), fc.nat()).map(([a, b]) => ({ start: a, end: a + b }));
		const optional = fc.record(
			{ id: text, source: text, creator: text, created: text },
			{ requiredKeys: ['id'] }
		);
		const quotes: fc.Arbitrary<AnnotatedQuote> = fc
			.tuple(
				fc.record({
					exact: text,
					prefix: fc.string(),
					suffix: fc.string(),
					comment: fc.string(),
					tags: fc.array(text)
				}),
				fc.option(offsets, { nil: { start: null, end: null } }),
				optional
			)
			.map(([quote, place, own]) => ({ ...quote, ...place, ...own }));
		fc.assert(
			fc.property(fc.array(quotes, { minLength: 1 }), (all) => {
				const written: unknown = JSON.parse(JSON.stringify(toAnnotations(all)));
				expect(readAnnotations(written)).toEqual({ quotes: all, skipped: [] });
			})
		);
	});
});
