import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '$lib/geodata/compile';
import { checkEach, differenceOf, type QuoteCheck, type QuoteSelector } from '$lib/geodata/quotes';
import { loadRecords } from '$lib/server/geodata';

const { articles } = compile(loadRecords());

const text =
	'The ministry gave no details. “We deployed fighter aircraft and attack helicopters outside the airport,” ' +
	'a senior official said on Monday. Nobody at the embassy could be reached for comment.';

function quoteFrom(whole: string, exact: string): QuoteSelector {
	const start = whole.indexOf(exact);
	const end = start + exact.length;
	return {
		exact,
		prefix: whole.slice(Math.max(0, start - 32), start),
		suffix: whole.slice(end, end + 32),
		start
	};
}

const quote = quoteFrom(text, 'We deployed fighter aircraft and attack helicopters outside the airport,');
const check = (inText: string, selector = quote): QuoteCheck => [...checkEach(inText, [selector])][0]!;
const found = (inText: string, result: QuoteCheck) =>
	result.kind === 'missing' ? null : inText.slice(result.start, result.end);

describe('a quote looked for in a text', () => {
	it('is exact where it was recorded', () => {
		expect(check(text)).toEqual({
			kind: 'exact',
			moved: false,
			start: quote.start,
			end: quote.start + quote.exact.length
		});
	});

	it('is exact and moved elsewhere', () => {
		expect(check(`Advertisement. ${text}`)).toMatchObject({
			kind: 'exact',
			moved: true,
			start: quote.start + 15
		});
	});

	it('is, of several, the recorded one, then the one in its context, then the nearest', () => {
		const twice = 'one Damascus two Damascus three';
		const selector = { exact: 'Damascus', prefix: 'two ', suffix: ' three', start: 4 };
		expect(check(twice, selector)).toMatchObject({ moved: false, start: 4 });
		expect(check(twice, { ...selector, start: 5 })).toMatchObject({ moved: true, start: 17 });
		expect(check(twice, { ...selector, prefix: '', suffix: '', start: 6 })).toMatchObject({ start: 4 });
	});

	it.each([
		['no-break spaces', text.replaceAll(' ', '\u00a0')],
		['line breaks and double spaces', text.replaceAll(' and', ' \n and').replaceAll('fighter ', 'fighter  ')],
		['soft hyphens', text.replace('helicopters', 'heli\u00adcopters')]
	])('is the same but for %s', (_, changed) => {
		const result = check(changed);
		expect(result.kind).toBe('typography');
		expect(found(changed, result)).toMatch(/^We.+airport,$/s);
	});

	it.each([
		['Iran’s “secret” visit – in July …', 'Iran\'s "secret" visit - in July ...'],
		['the café in Mos\u0327yaf', 'the cafe\u0301 in Mo\u015fyaf'.normalize('NFD')],
		['قاعدة حميميم', 'قاعدة حـميـميم']
	])('is the same but for typography: %s', (recorded, pasted) => {
		const result = check(`Before. ${pasted} After.`, { exact: recorded, prefix: '', suffix: '', start: 0 });
		expect(result.kind).toBe(pasted === recorded ? 'exact' : 'typography');
		expect(found(`Before. ${pasted} After.`, result)).toBe(pasted);
	});

	it('keeps to the case of letters', () => {
		expect(check(text.replace('We deployed', 'we deployed')).kind).not.toBe('typography');
	});

	it('is found by what stands around it where its words differ', () => {
		const changed = text.replace(quote.exact, 'We have withdrawn every single soldier,');
		const result = check(changed);
		expect(result.kind).toBe('by-context');
		expect(found(changed, result)).toContain('We have withdrawn every single soldier,');
		expect(
			'difference' in result && result.difference.filter(({ kind }) => kind === 'added').length
		).toBeGreaterThan(0);
	});

	it('is the closest passage, in whole words, where the context is gone too', () => {
		const alone =
			'Yesterday, we have deployed fighter aircrafts and attack helicopters outside an airport. Nothing else.';
		const result = check(alone);
		expect(result.kind).toBe('fuzzy');
		expect(found(alone, result)).toMatch(
			/\bdeployed fighter aircrafts and attack helicopters outside an airport/
		);
		if (result.kind !== 'fuzzy') return;
		expect(result.errors).toBeGreaterThan(0);
		expect(result.difference).toContainEqual({ kind: 'added', text: 'aircrafts ' });
		expect(result.difference).toContainEqual({ kind: 'removed', text: 'aircraft ' });
	});

	it('ends with a word, and not within it', () => {
		const plural = 'They attacked helicopters outsides the airports, he said.';
		const result = check(plural, {
			exact: 'attack helicopters outside the airport',
			prefix: '',
			suffix: '',
			start: 0
		});
		expect(result.kind).toBe('fuzzy');
		expect(found(plural, result)).toBe('attacked helicopters outsides the airports');
	});

	it('is missing where nothing is like it', () => {
		expect(check('The weather will be fine in the north and cloudy in the south of the country.')).toEqual({
			kind: 'missing'
		});
		expect(check('')).toEqual({ kind: 'missing' });
		expect(check(text, { exact: ' ', prefix: '', suffix: '', start: 0 })).toEqual({ kind: 'missing' });
		expect(check(text, { exact: 'Tartus', prefix: '', suffix: '', start: 0 })).toEqual({ kind: 'missing' });
	});

	it('is found exact wherever it was cut from', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (whole, a, b) => {
				const [from, to] = [a % whole.length, b % whole.length].sort((x, y) => x - y) as [number, number];
				const exact = whole.slice(from, to + 1);
				fc.pre(
					exact.trim() !== '' &&
						[...checkEach(exact, [{ exact, prefix: '', suffix: '', start: 0 }])][0]!.kind !== 'missing'
				);
				expect(check(whole, { ...quoteFrom(whole, exact), start: from })).toEqual({
					kind: 'exact',
					moved: false,
					start: from,
					end: to + 1
				});
			})
		);
	});

	it('never throws, keeps within the text, and its difference gives both texts back', () => {
		const words = fc.string({ unit: fc.constantFrom(...'ab “”\u00a0\u0301é-–\n') });
		fc.assert(
			fc.property(words, words, words, words, fc.nat(50), (whole, exact, prefix, suffix, start) => {
				const result = check(whole, { exact, prefix, suffix, start });
				if (result.kind === 'missing') return;
				expect(result.start).toBeLessThan(result.end);
				expect(result.end).toBeLessThanOrEqual(whole.length);
				if (!('difference' in result)) return;
				const side = (kind: string) =>
					result.difference
						.filter((part) => part.kind !== kind)
						.map((part) => part.text)
						.join('');
				expect(side('added')).toBe(exact);
				expect(side('removed')).toBe(whole.slice(result.start, result.end));
			}),
			{ numRuns: 500 }
		);
	});

	it('takes no longer than a moment in a long text', () => {
		const long = Array.from(
			{ length: 4000 },
			(_, index) => `Sentence ${index} of a long page of the paper.`
		).join(' ');
		const started = performance.now();
		const quotes = Array.from({ length: 20 }, (_, index) => ({ ...quote, exact: `${quote.exact} ${index}` }));
		expect([...checkEach(long, quotes)]).toHaveLength(20);
		expect(performance.now() - started).toBeLessThan(5000);
	});
});

describe('the words that differ', () => {
	it('are told word by word, in Arabic too', () => {
		expect(differenceOf('seen in Tartus', 'seen near Tartus')).toEqual([
			{ kind: 'same', text: 'seen ' },
			{ kind: 'removed', text: 'in ' },
			{ kind: 'added', text: 'near ' },
			{ kind: 'same', text: 'Tartus' }
		]);
		expect(differenceOf('قاعدة حميميم', 'قاعدة طرطوس').map(({ text }) => text)).toEqual([
			'قاعدة ',
			'حميميم',
			'طرطوس'
		]);
	});
});

describe('the quotes of the records', () => {
	it.each(articles.map((article) => [article.id, article] as const))(
		'of %s stand where they were recorded',
		(_, article) => {
			// The articles are their publishers’, so all that is known of the rest of the text is its length.
			const characters = Array.from({ length: article.text.length }, () => '\n');
			for (const { start, parts } of article.passages) {
				const words = parts.map(({ text }) => text).join('');
				for (let index = 0; index < words.length; index++) characters[start + index] = words[index]!;
			}
			const quotes = article.reports.flatMap(({ quotes }) => quotes);
			const results = [...checkEach(characters.join(''), quotes)];
			expect(results).toEqual(quotes.map(({ start, end }) => ({ kind: 'exact', moved: false, start, end })));
		}
	);
});
