import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check, fix } from '../../../src/tools/check';
import { verify } from '../../../src/tools/verify';
import { textsDirectory, validDirectory } from '../records';

let folder: string;
let directory: string;
const at = (...path: string[]) => join(directory, ...path);
const read = (path: string) => readFileSync(at(path), 'utf8');
const textOne = join(textsDirectory, 'fixture-one.txt');
const on = '2030-01-02';

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'attested-verify-'));
	directory = join(folder, 'records');
	cpSync(validDirectory, directory, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const all = () => verify({ texts: textsDirectory, directory, write: false, on });
const one = ({ write = false, text = textOne } = {}) =>
	verify({ article: 'fixture-one', text, directory, write, on });

// A record as it stands in a file is whatever the test makes of it.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function change(path: string, edit: (record: any) => void): void {
	const record = JSON.parse(read(path));
	edit(record);
	writeFileSync(at(path), JSON.stringify(record));
}

describe('verify', () => {
	it('leaves a stamp that fits, with its day', async () => {
		const before = read('verified/fixture-one.json');
		const { passed, lines } = await all();
		expect(passed).toBe(true);
		expect(lines).toHaveLength(2);
		expect(lines[0]).toMatch(
			/^articles\/fixture-one\.json {2}agrees with its text: 11 extracts, as on 2026-11-29\.$/
		);
		expect(read('verified/fixture-one.json')).toBe(before);
	});

	it('stamps an article that was changed, or never stamped, and check --strict asks for that', async () => {
		change('articles/fixture-one.json', ({ reports }) => (reports[0].quotes[0].suffix = ','));
		rmSync(at('verified/fixture-two.json'));
		const told = check(directory, { strict: true });
		expect(told.passed).toBe(false);
		expect(told.lines).toContain('Not yet checked against the full text: 2 articles.');
		expect(told.lines).toContain(
			'articles/fixture-two.json  npm run verify -- --article fixture-two --text FILE'
		);
		// To change an article is no fault.
		expect(check(directory).passed).toBe(true);
		expect((await all()).passed).toBe(true);
		expect(check(directory, { strict: true })).toMatchObject({ passed: true, problems: [] });
		expect(JSON.parse(read('verified/fixture-two.json'))).toMatchObject({ article: 'fixture-two', on });
	});

	it('does not stamp what differs', async () => {
		rmSync(at('verified/fixture-one.json'));
		change('articles/fixture-one.json', ({ passages }) => (passages[0].text += ' Or so.'));
		const { passed, lines } = await one();
		expect(passed).toBe(false);
		expect(lines[0]).toMatch(
			/^articles\/fixture-one\.json {2}passages\[0\]\.text {2}differs from the text after /
		);
		expect(lines).toContain('1 difference.');
		expect(existsSync(at('verified/fixture-one.json'))).toBe(false);
	});

	it('completes an article with nothing but its words, before check passes and without other texts', async () => {
		const whole = JSON.parse(read('articles/fixture-one.json'));
		rmSync(at('verified/fixture-one.json'));
		writeFileSync(at('articles/fixture-two.json'), '{"id":');
		change('articles/fixture-one.json', (article) => {
			delete article.text;
			for (const passage of article.passages) {
				passage.start = passage.end = 0;
				for (const mention of passage.mentions) mention.start = mention.end = 0;
			}
			for (const { quotes } of article.reports)
				for (const quote of quotes) for (const key of ['start', 'end', 'prefix']) delete quote[key];
		});
		expect(check(directory).passed).toBe(false);
		const told = await one();
		expect(told.lines.at(-1)).toMatch(
			/^\d+ right values can be put in: give the same command with --write\.$/
		);
		expect(told.passed).toBe(false);
		const { passed } = await one({ write: true });
		expect(passed).toBe(true);
		cpSync(join(validDirectory, 'articles/fixture-two.json'), at('articles/fixture-two.json'));
		expect(check(directory, { strict: true }).passed).toBe(true);
		const { passages, text } = JSON.parse(read('articles/fixture-one.json'));
		expect({ passages, text }).toEqual({ passages: whole.passages, text: whole.text });
		// It is as the formatter wants it.
		expect(await fix(directory)).toEqual([]);
	});

	it('says that other line ends would fit, and keeps the SHA-256', async () => {
		const text = join(folder, 'text.txt');
		writeFileSync(text, readFileSync(textOne, 'utf8').replaceAll('\n', '\r\n'));
		const { passed, lines } = await one({ text, write: true });
		expect(passed).toBe(false);
		expect(lines[0]).toContain('text.sha256  the same words with LF line ends would fit');
	});

	it('finds the text of an article by its words where the SHA-256 is wrong', async () => {
		change('articles/fixture-one.json', ({ text }) => (text.sha256 = '0'.repeat(64)));
		const { lines } = await all();
		expect(lines.filter((line) => line.includes('sha256'))).toEqual([
			expect.stringMatching(/text\.sha256 {2}is “0{64}”, that of the text is e5652d/)
		]);
	});

	it('says which text is not there, and what is no text', async () => {
		const empty = mkdtempSync(join(folder, 'empty-'));
		const { passed, lines } = await verify({ texts: empty, directory, write: false, on });
		expect(passed).toBe(false);
		expect(lines[0]).toContain('text.sha256  no file there has this SHA-256 or any of the words: e5652d');
		const binary = join(folder, 'binary.txt');
		writeFileSync(binary, new Uint8Array([0xff, 0xfe, 0]));
		await expect(one({ text: binary })).rejects.toThrow('is not a text in UTF-8');
		writeFileSync(binary, ' \n');
		await expect(one({ text: binary })).rejects.toThrow('is empty');
		await expect(verify({ article: 'x', text: textOne, directory, write: false, on })).rejects.toThrow(
			'There is no articles/x.json. There are: fixture-one, fixture-two.'
		);
	});
});

describe('check --fix', () => {
	it('formats records and nothing else, and leaves what is not JSON', async () => {
		const before = read('articles/fixture-one.json');
		writeFileSync(at('articles/fixture-one.json'), JSON.stringify(JSON.parse(before), null, 7));
		writeFileSync(at('places/torn.geojson'), '{"id": ');
		expect(await fix(directory)).toEqual(['Formatted: articles/fixture-one.json']);
		expect(read('articles/fixture-one.json')).toBe(before);
	});
});
