/** From the desk to the page that fetches, and back to where the author was. */
import { expect, it } from 'vitest';
import { deskQuery, fetchQuery } from '../../../../src/lib/features/desk/addresses';

const back = (query: string) => deskQuery(new URLSearchParams(query));

it('leads back to the correction or the article that it was asked for', () => {
	const address = 'https://news.example/a?b=1&correct=no';
	for (const [goOn, expected] of [
		[{ correct: 'paper-2022' }, '?correct=paper-2022'],
		[{ open: '0b1c-22' }, '?open=0b1c-22'],
		[null, '']
	] as const) {
		const query = fetchQuery(` ${address} `, goOn);
		expect(new URLSearchParams(query).get('article')).toBe(address);
		expect(back(query)).toBe(expected);
	}
});

it('takes ids from an address, and nothing else', () => {
	expect(back('?correct=../about&open=a b')).toBe('');
	expect(back(`?correct=${'a'.repeat(201)}`)).toBe('');
});
