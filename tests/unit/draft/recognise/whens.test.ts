import { describe, expect, it } from 'vitest';
import { findDates } from '$lib/draft/recognise/dates';
import { whensOf } from '$lib/draft/recognise/whens';

/** The values for the sentence of a text that has these words. */
function whens(text: string, words: string, published: string | null) {
	const start = text.indexOf(words);
	return whensOf(text, { start, end: start + words.length }, findDates(text, published), published).map(
		({ edtf }) => edtf
	);
}

describe('when a claim was', () => {
	it('is its own date first', () => {
		expect(whens('They met on 3 May 2020.', 'They met on 3 May 2020.', '2020-05-09')[0]).toBe('2020-05-03');
	});

	it('is open up to the day on which it was reported', () => {
		const text = 'On Dec. 11, Bloomberg quoted officials that they left.';
		expect(whens(text, text, '2015-12?').slice(0, 2)).toEqual(['../2015-12-11?', '2015-12?/2015-12-11?']);
		const other = 'A June 1 report says that they plan it.';
		expect(whens(other, other, '2023-06?')[0]).toBe('../2023-06-01?');
	});

	it('is open up to the time of writing without a date, and dates around it are offered', () => {
		const text = 'They met on 3 May 2020. It has a base at Tanf.';
		expect(whens(text, 'It has a base at Tanf.', '2020-05-09')).toEqual([
			'../2020-05-09',
			'2020-05/2020-05-09',
			'2020-05-03'
		]);
	});

	it('goes from “after” a date to the time of writing', () => {
		const text = 'After Washington in December declared its plan, they sought a deal.';
		expect(whens(text, text, '2019-03?')[0]).toBe('2018-12?/2019-03?');
	});

	it('drops the doubt of a month of publication that the text states', () => {
		const text = 'JNS, September 4, 2022. It is a base.';
		expect(whens(text, 'It is a base.', '2022-09?')[0]).toBe('../2022-09');
	});

	it('is unknown where nobody knows the day of publication', () => {
		expect(whens('It is a base.', 'It is a base.', null)).toEqual([]);
	});
});
