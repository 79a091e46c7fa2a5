import { describe, expect, it } from 'vitest';
import { findAttributions, findSpeech } from '$lib/draft/recognise/attributions';

const sources = (text: string) => findAttributions(text).map(({ source }) => source.text);

describe('who says it', () => {
	it.each([
		['It was hit, according to the London-based Arabic daily.', 'the London-based Arabic daily'],
		['US officials have said the Russians came.', 'US officials'],
		['“We assume it”, said a senior US official, who left.', 'a senior US official'],
		['A Russian news agency reported on Monday that they left.', 'A Russian news agency'],
		['A baker in Tyre said he saw it.', 'A baker in Tyre'],
		['Two residents told this newspaper.', 'Two residents'],
		['Walid al-Moallem told state media last week.', 'Walid al-Moallem'],
		['بحسب مصدر أمني', 'مصدر أمني'],
		['وقالت وزارة الدفاع إن القاعدة أخليت', 'وزارة الدفاع']
	])('in “%s”', (text, source) => {
		expect(sources(text)).toEqual([source]);
	});

	it('is nobody behind a pronoun, a weekday or a place', () => {
		expect(sources('They said so. It stated that. On Monday said the same.')).toEqual([]);
		expect(sources('The minister, speaking in Cairo, said no.')).toEqual([]);
	});

	it('is hearsay where nobody is named', () => {
		expect(findAttributions('It was reportedly hit.')[0]!.isHearsay).toBe(true);
	});

	it('takes time in proportion to what repeats', () => {
		for (const words of ['A ', 'the ', 'the senior ', 'said ', 'Gen. '])
			expect(sources(words.repeat(5000)).length).toBeLessThan(5001);
	});
});

it('speech is what stands between quotation marks, and a term is none', () => {
	const text = 'He said: “We saw two tanks there.” The “resistance” left. «رأينا دبابتين هناك»';
	expect(findSpeech(text).map(({ start, end }) => text.slice(start, end))).toEqual([
		'We saw two tanks there.',
		'رأينا دبابتين هناك'
	]);
});
