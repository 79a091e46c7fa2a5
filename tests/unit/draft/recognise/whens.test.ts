import { describe, expect, it } from 'vitest';
import { findDates } from '$lib/draft/recognise/dates';
import { whensIn } from '$lib/draft/recognise/whens';
import type { ClaimKind } from '$lib/geodata/vocabulary';

/** The values for the sentence of a text that has these words. */
function whens(text: string, words: string, published: string | null, kind?: ClaimKind) {
	const start = text.indexOf(words);
	const whensOf = whensIn(text, findDates(text, published), published);
	return whensOf({ start, end: start + words.length }, kind && [kind]).map(({ edtf }) => edtf);
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

	it('is in the days before the report where it was a strike, a battle or the like', () => {
		const text = 'A June 19 report says that jets struck a depot.';
		expect(whens(text, text, '2023-06-21', 'strike').slice(0, 2)).toEqual([
			'2023-06?/2023-06-19?',
			'../2023-06-19?'
		]);
	});

	it('is told from the day of the report, where the report says “in recent weeks”', () => {
		const text = 'On Dec. 11, Bloomberg quoted officials that they left in recent weeks.';
		expect(whens(text, text, '2015-12-20')[0]).toBe('../2015-12-11?');
		const bracket = 'They left, the paper reported on Friday [September 9].';
		expect(whens(bracket, bracket, '2022-09?')[0]).toBe('../2022-09-09?');
	});

	describe('goes on from the date of the sentence before', () => {
		const before = 'Two generals met in Hama on 31 August 2022. ';

		it.each([
			['They asked the other side to leave the camp.', 'demand'],
			['Jets hit a depot nearby.', 'strike']
		] as const)('where an event is told in the simple past: %s', (words, kind) => {
			expect(whens(before + words, words, '2022-09-20', kind)[0]).toBe('2022-08-31');
		});

		it.each([
			['It has hit a depot nearby.', 'strike'],
			['Jets regularly struck the road.', 'strike'],
			['Soldiers were based in a camp.', 'base'],
			['Jets struck a depot recently.', 'strike']
		] as const)('and not where it lasts, returns or is at another time: %s', (words, kind) => {
			expect(whens(before + words, words, '2022-09-20', kind)[0]).toBe('../2022-09-20');
		});

		it('and not from the date of a report, a month, or a date far before', () => {
			const words = 'Jets struck a depot.';
			const others = [
				'Two generals met in August 2022. ',
				'A statement of 31 August 2022 followed. The ministry said on 31 August 2022. ',
				before + 'The talk of the town was the price of bread. '.repeat(10)
			];
			for (const other of others)
				expect(whens(other + words, words, '2022-09-20', 'strike')[0]).toBe('../2022-09-20');
		});
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
