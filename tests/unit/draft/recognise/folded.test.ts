import { expect, it } from 'vitest';
import fc from 'fast-check';
import { foldText } from '$lib/base/foldText';
import { folded } from '$lib/draft/recognise/folded';

it('folds as searches do and knows where each letter stood', () => {
	const text = 'قُصِفَت الحسكة في ٣ آذار';
	const { text: plain, spanOf } = folded(text);
	expect(plain).toBe(foldText(text));
	const start = plain.indexOf('الحسكه');
	const span = spanOf({ start, end: start + 6 });
	expect(text.slice(span.start, span.end)).toBe('الحسكة');
	const day = plain.indexOf('3');
	expect(text.slice(spanOf({ start: day, end: day + 1 }).start)).toMatch(/^٣/);
});

it('maps the whole to the whole, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
			const { text: plain, spanOf } = folded(text);
			const spans = Array.from(plain, (_, at) => spanOf({ start: at, end: at + 1 }));
			for (const [index, { start, end }] of spans.entries()) {
				expect(start).toBeLessThan(end);
				expect(end).toBeLessThanOrEqual(text.length);
				if (index > 0) expect(start).toBeGreaterThanOrEqual(spans[index - 1]!.start);
			}
		})
	);
});
