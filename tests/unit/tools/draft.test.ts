import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { draftFiles, draftSpans, readOptions, readText, type DraftSpan } from '../../../src/tools/draft';
import { project } from '../../../src/tools/command';
import type { Tagger } from '../../../src/lib/draft/recognise/tagger';
import { smallGazetteer } from '../draft/gazetteers';

const folder = mkdtempSync(join(tmpdir(), 'attested-draft-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Takes each word with a capital for a place. */
const capitals: Tagger = {
	firstNames: new Set<string>(),
	tag: (tokens) => ({
		entities: new Float32Array(9 * tokens.length),
		toponyms: Float32Array.from(tokens.flatMap(({ text }) => (/^\p{Lu}/u.test(text) ? [0, 1, 0] : [1, 0, 0])))
	})
};

it('gives each place with its position, and null where none is known', () => {
	expect(draftSpans('a Syrian at Hama, near Foo', smallGazetteer, capitals)).toEqual([
		{
			...{ start: 2, end: 8, text: 'Syrian', kind: 'place', longitude: 38, latitude: 35, score: 1 },
			...{ name: 'Syria', country: 'SY', demonym: true }
		},
		{
			...{ start: 12, end: 16, text: 'Hama', kind: 'place', longitude: 36.76, latitude: 35.13, score: 1 },
			...{ name: 'Hama', country: 'SY' }
		},
		{ start: 23, end: 26, text: 'Foo', kind: 'place', longitude: null, latitude: null, score: 1 }
	]);
});

it.each([
	[
		'a byte order mark is a unit of it, what is no UTF-8 a sign',
		[0xef, 0xbb, 0xbf, 0x48, 0xff, 0x0d, 0x0a],
		'\ufeffH\ufffd\r\n'
	],
	['the marks of UTF-16 are known', [0xff, 0xfe, 0x48, 0x00], '\ufeffH'],
	['the other order too', [0xfe, 0xff, 0x00, 0x48], '\ufeffH'],
	['what has zero bytes is no text', [0x48, 0x00, 0x49], '']
])('reads a file as a text: %s', (_, bytes, expected) => {
	const path = join(folder, 'odd');
	writeFileSync(path, Buffer.from(bytes));
	expect(readText(path)).toBe(expected);
});

it('prints a line for each file of a folder, whatever is in it', { timeout: 60_000 }, async () => {
	const texts = join(folder, 'texts');
	mkdirSync(texts);
	writeFileSync(
		join(texts, 'b.txt'),
		'\ufeffTroops left Damascus for Aleppo on Monday, the ministry said in Moscow.'
	);
	writeFileSync(join(texts, 'a.txt'), '');
	writeFileSync(
		join(texts, 'c.bin'),
		Buffer.from(Array.from({ length: 3000 }, (_, index) => (index * 7919) % 256))
	);
	const output = await printed(texts, '--json');
	const lines = output
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as { file: string; spans: DraftSpan[] });
	expect(lines.map(({ file }) => file)).toEqual(['a.txt', 'b.txt', 'c.bin']);
	expect(lines[0]!.spans).toEqual([]);
	const text = readText(join(texts, 'b.txt'));
	expect(lines[1]!.spans.map(({ start, end, name }) => [text.slice(start, end), name])).toEqual([
		['Damascus', 'Damascus'],
		['Aleppo', 'Aleppo'],
		['Moscow', 'Moscow']
	]);
});

describe('the command line', () => {
	it.each([
		[['a.txt', '--json'], { path: 'a.txt', home: [] }],
		[['--json', '--home', 'SY,IQ', 'a.txt'], { path: 'a.txt', home: ['SY', 'IQ'] }],
		[['a.txt', '--home=SY', '--json'], { path: 'a.txt', home: ['SY'] }],
		[[], null],
		[['a.txt'], null],
		[['--json'], null],
		[['a.txt', 'b.txt', '--json'], null],
		[['a.txt', '--json', '--hom', 'SY'], null],
		[['a.txt', '--json', '--home', 'Syria'], null]
	])('%j', (options, expected) => {
		expect(readOptions(options)).toEqual(expected);
	});
});

it('says what it can’t read, and reads the rest', () => {
	const [lines, complaints]: string[][] = [[], []];
	const run = (path: string, spansOf = (): DraftSpan[] => []) =>
		draftFiles(
			path,
			spansOf,
			(line) => lines!.push(line),
			(line) => complaints!.push(line)
		);
	expect(run(join(folder, 'none.txt'))).toBe(1);
	expect(complaints!.at(-1)).toContain('none.txt');

	const mixed = join(folder, 'mixed');
	mkdirSync(join(mixed, 'below'), { recursive: true });
	for (const name of ['a.txt', 'b.txt']) writeFileSync(join(mixed, name), 'x');
	let count = 0;
	const failsOnce = () => {
		if (count++ === 0) throw new Error('too much');
		return [];
	};
	expect(run(mixed, failsOnce)).toBe(1);
	expect(complaints!.at(-1)).toBe('too much');
	expect(lines).toEqual(['{"file":"b.txt","spans":[]}']);
	expect(run(mixed)).toBe(0);
});

function printed(...options: string[]): Promise<string> {
	return new Promise((done, fail) => {
		const script = join(project, 'src/tools/draft.ts');
		execFile(process.execPath, ['--import', 'tsx', script, ...options], { cwd: project }, (error, output) =>
			error ? fail(error) : done(output)
		);
	});
}
