import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorEach, selectorOf } from '../../../src/lib/draft/anchor';

const sentences = [
	'The ministry said on Tuesday that the brigade had left its barracks.',
	'Two convoys were seen on the road that leads west of the harbour.',
	'Nobody at the embassy could be reached, and the telephones were dead.',
	'قالت الوزارة إن القاعدة تقع غرب المدينة وإن الجنود غادروها ليلا.',
	'A hangar was hit 👍 and three aircraft burned, witnesses told the paper.'
];
const text = sentences.join('\n');
const quoteOf = (words: string, whole = text) => {
	const start = whole.indexOf(words);
	return selectorOf(whole, start, start + words.length);
};
const anchored = (changed: string, quote: Parameters<typeof anchorEach>[1][number]) =>
	[...anchorEach(changed, [quote])][0]!;

describe('a quote in a text that has changed', () => {
	const quote = quoteOf('Two convoys were seen on the road');

	it('is exact where nothing moved, and moved where something was put before it', () => {
		expect(anchored(text, quote)).toEqual({
			before: quote,
			anchor: { kind: 'exact', moved: false, start: quote.start, end: quote.end },
			now: quote
		});
		const later = anchored(`UPDATED.\n${text}`, quote);
		expect(later.anchor).toMatchObject({ kind: 'exact', moved: true });
		expect(later.now).toMatchObject({ exact: quote.exact, start: quote.start + 9 });
	});

	it('is found between what stood around it, with the words of now', () => {
		const changed = text.replace(quote.exact, 'Three convoys passed along the old road');
		const { anchor, now } = anchored(changed, quote);
		expect(anchor).toMatchObject({ kind: 'by-context', difference: expect.any(Array) as unknown });
		expect(now!.exact).toBe('Three convoys passed along the old road');
		expect(changed.slice(now!.start, now!.end)).toBe(now!.exact);
	});

	it('is the closest passage, with what differs', () => {
		const { anchor } = anchored('Witnesses: two convoys were seen on a road there.', quote);
		expect(anchor.kind).toBe('fuzzy');
		expect('difference' in anchor && anchor.difference.some(({ kind }) => kind === 'added')).toBe(true);
	});

	it('is missing where it was taken out', () => {
		expect(anchored(sentences[0]!, quote)).toEqual({ before: quote, anchor: { kind: 'missing' }, now: null });
	});

	it('without a place is the one with its context', () => {
		const twice = 'near the harbour, north of the harbour, west of the harbour';
		const second = { exact: 'the harbour', prefix: 'north of ', suffix: ', west', start: null, end: null };
		expect(anchored(twice, second).now!.start).toBe(27);
	});

	it('that is a position alone is the words there', () => {
		const place = { exact: null, prefix: '', suffix: '', start: 4, end: 12 };
		expect(anchored(text, place)).toMatchObject({
			anchor: { kind: 'by-position' },
			now: { exact: 'ministry' }
		});
		expect(anchored('Short', place).now).toBeNull();
	});

	it('keeps the order of quotes, whichever kind they are', () => {
		const place = { exact: null, prefix: '', suffix: '', start: 0, end: 3 };
		const all = [...anchorEach(text, [place, quote, place])];
		expect(all.map(({ now }) => now?.exact)).toEqual(['The', quote.exact, 'The']);
	});

	it('has the context that the schema asks for, and no half of a pair in it', () => {
		const emoji = '👍'.repeat(40);
		const { prefix, suffix } = selectorOf(`${emoji}x${emoji}`, 80, 81);
		expect([prefix, suffix]).toEqual(['👍'.repeat(16), '👍'.repeat(16)]);
		const odd = selectorOf(`${emoji}.x.${emoji}`, 81, 82);
		expect([odd.prefix, odd.suffix]).toEqual([`${'👍'.repeat(15)}.`, `.${'👍'.repeat(15)}`]);
	});

	it('stays the same words through any edits elsewhere', () => {
		const edit = fc.record({
			sentence: fc.nat(sentences.length - 1),
			at: fc.nat(60),
			put: fc.constantFrom('', ' indeed', '\r\n', '\u00a0', 'الآن ', '👍'),
			cut: fc.nat(20)
		});
		fc.assert(
			fc.property(fc.nat(sentences.length - 1), fc.array(edit, { maxLength: 6 }), (kept, edits) => {
				const changed = [...sentences];
				for (const { sentence, at, put, cut } of edits)
					if (sentence !== kept)
						changed[sentence] = changed[sentence]!.slice(0, at) + put + changed[sentence]!.slice(at + cut);
				const whole = changed.join('\n');
				const { anchor, now } = anchored(whole, quoteOf(sentences[kept]!));
				expect(anchor.kind).toBe('exact');
				expect(now).toEqual(quoteOf(sentences[kept]!, whole));
			})
		);
	});

	it('is found again after a few of its own letters changed', () => {
		fc.assert(
			fc.property(
				fc.nat(sentences.length - 1),
				fc.array(fc.nat(50), { minLength: 1, maxLength: 4 }),
				(index, places) => {
					const sentence = sentences[index]!;
					const changed = [...sentence].map((letter, at) => (places.includes(at) ? 'x' : letter)).join('');
					const whole = text.replace(sentence, changed);
					const { anchor, now } = anchored(whole, quoteOf(sentence));
					expect(['exact', 'typography', 'by-context', 'fuzzy']).toContain(anchor.kind);
					expect(now!.exact).toBe(changed);
				}
			)
		);
	});
});
