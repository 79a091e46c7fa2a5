import { describe, expect, it } from 'vitest';
import { isNewFilePage, longestAddress, newFileAddress } from '../../../src/lib/draft/newFile';

const record = '{\n\t"id": "a & b",\n\t"name": "حلب"\n}\n';

describe('the page of a repository for a new file', () => {
	it.each([
		['https://github.com/o/r/new/main/geodata', 'filename', 'value'],
		['https://git.example/o/r/_new/main/geodata/', 'filename', 'value'],
		['https://gitlab.example/group/sub/r/-/new/main/geodata', 'file_name', 'content']
	])('%s takes a file with its name and its words', (page, name, words) => {
		expect(isNewFilePage(page)).toBe(true);
		const { address, hasWords } = newFileAddress(page, 'articles/a.json', record);
		const { searchParams, pathname } = new URL(address);
		expect(hasWords).toBe(true);
		expect(pathname).toBe(new URL(page).pathname.replace(/\/$/, ''));
		expect(searchParams.get(name)).toBe('articles/a.json');
		expect(searchParams.get(words)).toBe(record);
	});

	it('is no other page, and no other kind of address', () => {
		for (const other of ['', 'github.com/o/r/new/main', 'https://github.com/o/r', 'javascript:/o/r/new/main'])
			expect(isNewFilePage(other), other).toBe(false);
	});

	it('gets a long record on one line, and a longer one by its name alone', () => {
		const page = 'https://github.com/o/r/new/main/geodata';
		const listOf = (length: number) =>
			JSON.stringify(
				Array.from({ length }, () => 'x'),
				null,
				'\t'
			);
		const spaced = newFileAddress(page, 'a.json', listOf(700));
		expect(new URL(spaced.address).searchParams.get('value')).not.toContain('\n');
		expect(spaced.address.length).toBeLessThanOrEqual(longestAddress);
		const long = newFileAddress(page, 'a.json', listOf(5000));
		expect(long).toEqual({ address: `${page}?filename=a.json`, hasWords: false });
	});
});
