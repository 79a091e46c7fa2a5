import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { project } from '../../../src/tools/command';
import { formatted } from '../../../src/tools/format';
import { partNames } from '../../../src/tools/torture';
import { lineOf, sumOf, withSections } from '../../../src/tools/torture/report';

const row = { input: 'a | pipe\u001B', promise: 'it *holds*', held: true, detail: '<b>seen</b>' };
const section = (name: string, rows = [row]) => ({ name, title: `Part ${name}`, rows });
const page = '# Page\n\n<!-- torture -->\n\n<!-- /torture -->\n\nEnd.\n';

describe('the tables of npm run torture', () => {
	it('are put into the page, each in its own place', async () => {
		const first = await withSections(page, [section('a'), section('b')]);
		const again = await withSections(first, [section('a', [row, { ...row, held: false }])]);
		expect(again.indexOf('### Part a')).toBeLessThan(again.indexOf('### Part b'));
		expect(again.match(/### Part/g)).toHaveLength(2);
		expect(again).toContain('`npm run torture -- a`: 1 of 2 rows held.');
		expect(again).toContain('**no**');
		expect(again.endsWith('\n\nEnd.\n')).toBe(true);
		expect(await withSections(again, [section('a', [row, { ...row, held: false }])])).toBe(again);
	});

	it('hold text and nothing else', async () => {
		const text = await withSections(page, [section('a')]);
		expect(text).toContain(String.raw`a \| pipe\<U+001B\>`);
		expect(text).toContain(String.raw`\<b\>seen`);
		expect(lineOf(row)).toBe('held    a | pipe<U+001B>: <b>seen</b>');
		expect(sumOf([row, { ...row, held: false }])).toBe('1 of 2 rows held');
	});

	it('need a page that has a place for them', async () => {
		await expect(withSections('# Page\n', [])).rejects.toThrow('There is no');
	});
});

it('docs/reliability.md has the table of every part, all held, as the formatter would have it', async () => {
	const text = readFileSync(`${project}/docs/reliability.md`, 'utf8');
	for (const name of partNames()) expect(text).toContain(`<!-- torture:${name} -->`);
	expect(text).not.toContain('**no**');
	expect(await withSections(text, [])).toBe(text);
	expect(await formatted(text, 'md')).toBe(text);
});
