/** Broken and hostile records for `npm run check`. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from '../../check';
import { project } from '../../command';
import type { Circumstances, Part, Row } from '../part';

const part: Part = { title: 'Hostile records', minutes: 3, rows };
export default part;

const steering = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const promise = 'check ends, and prints plain lines only';

async function* rows({ folder, random }: Circumstances): AsyncGenerator<Row> {
	const fresh = copier(folder);
	for (const [input, value] of Object.entries(values)) yield replaced(input, value, fresh, random);
	for (const [input, make] of Object.entries(files)) {
		const records = fresh();
		const path = join(records, 'articles', 'strange.json');
		writeFileSync(path, make(readFileSync(join(records, 'actors.json')), random));
		yield judged(input, [check(records)], (passed) => !passed);
	}
	if (process.platform !== 'win32') yield* noFiles(fresh);
}

/** Gives a new copy of the records each time. */
function copier(folder: string): () => string {
	const records = join(folder, 'records');
	return () => {
		rmSync(records, { recursive: true, force: true });
		cpSync(join(project, 'geodata'), records, {
			recursive: true,
			filter: (path) => !path.endsWith('basemap')
		});
		return records;
	};
}

/** What stands in the place of texts of records. */
const values: Record<string, unknown> = {
	'escape sequences in the place of a text': '\u001B]0;x\u0007\u001B[2J\u001B[31m',
	'C1 escape sequences in the place of a text': '\u009B31m\u009D0;x\u009C',
	'line breaks in the place of a text': 'x\nThe records are in order: \r\n\u2028\u2029\u0085',
	'directions of writing in the place of a text': '\u202Etxt.exe\u2066\u200F',
	'signs that nobody sees in the place of a text': '\u200B\u{E0041}\uFEFF\u00AD',
	'half a character in the place of a text': '\uD800',
	'NUL in the place of a text': 'a\u0000b',
	'300 KB of blanks in the place of a text': `a${' '.repeat(300_000)}b`,
	'300 KB without a blank in the place of a text': 'a'.repeat(300_000),
	'20,000 marks on one letter in the place of a text': `a${'\u0301'.repeat(20_000)}`,
	'markup in the place of a text': '<script>alert(1)</script>',
	'names of an object’s own in the place of a text': '__proto__',
	'a number in the place of a text': 1e308,
	'a list in the place of a text': [[[[]]]],
	'nothing in the place of a text': null
};

/** Puts a value into the place of texts that the seed chooses, one at a time. */
function replaced(input: string, value: unknown, fresh: () => string, random: () => number): Row {
	const records = fresh();
	const paths = readdirSync(records, { recursive: true, encoding: 'utf8' })
		.filter((name) => /\.(geo)?json$/.test(name))
		.map((name) => join(records, name))
		.sort();
	const results = Array.from({ length: 8 }, () => {
		const path = paths[Math.floor(random() * paths.length)]!;
		const text = readFileSync(path, 'utf8');
		const texts = [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)];
		const { index, 0: old } = texts[Math.floor(random() * texts.length)]!;
		const isKey = /^\s*:/.test(text.slice(index + old.length, index + old.length + 3));
		const written = isKey && typeof value !== 'string' ? '"1"' : JSON.stringify(value);
		writeFileSync(path, text.slice(0, index) + written + text.slice(index + old.length));
		const result = check(records);
		writeFileSync(path, text);
		return result;
	});
	return judged(input, results, () => true);
}

/** Whole files. All are refused. */
const files: Record<string, (whole: Buffer, random: () => number) => string | Buffer> = {
	'an empty file': () => '',
	'a file that is cut off': (whole, random) => whole.subarray(0, Math.floor(random() * whole.length)),
	'100,000 brackets within each other': () => '['.repeat(100_000),
	'10,000 objects within each other': () => '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000),
	'a key that stands twice': () => '{"id":"strange","id":"strange"}',
	'__proto__ as a key': () => '{"__proto__":{"id":"strange"},"constructor":{"prototype":1}}',
	'50,000 keys that nobody knows': () =>
		`{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join()}}`,
	'a number beyond all numbers': () => '{"id":1e999}',
	'a byte order mark': (whole) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), whole]),
	'bytes that are no UTF-8': () => Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
	'UTF-16': () => Buffer.from('{"id":"strange"}', 'utf16le'),
	'20,000 bytes from the seed': (_, random) =>
		Buffer.from(Array.from({ length: 20_000 }, () => Math.floor(random() * 256))),
	'5 MB of blanks': () => ' '.repeat(5_000_000),
	'a number instead of a record': () => '1',
	'nothing instead of a record': () => 'null'
};

function judged(
	input: string,
	results: { passed: boolean; lines: string[] }[],
	isExpected: (passed: boolean) => boolean
): Row {
	const lines = results.flatMap((result) => result.lines);
	const strange = lines.find((line) => steering.test(line));
	const forged = results.some(
		({ passed, lines }) => !passed && lines.some((line) => line.startsWith('The records are in order'))
	);
	const held = strange === undefined && !forged && results.every(({ passed }) => isExpected(passed));
	const refused = results.filter(({ passed }) => !passed).length;
	return {
		input,
		promise,
		held,
		detail: held ? `${refused} of ${results.length} refused` : (strange ?? 'it passed, or seemed to')
	};
}

/** As a command: what waits for a pipe never comes back. */
async function* noFiles(fresh: () => string): AsyncGenerator<Row> {
	const make: Record<string, (path: string) => void> = {
		'a pipe among the records': (path) => spawnSync('mkfifo', [path]),
		'a device among the records': (path) => symlinkSync('/dev/zero', path),
		'a link to nothing among the records': (path) => symlinkSync('gone', path),
		'a folder with the name of a record': (path) => mkdirSync(path),
		'a link that leads to its own folder': (path) => symlinkSync('.', path)
	};
	for (const [input, put] of Object.entries(make)) {
		const records = fresh();
		put(join(records, 'articles/strange.json'));
		const { status, signal, stdout } = spawnSync(
			process.execPath,
			['--import', 'tsx', join(project, 'src/tools/check.ts'), '--data', records],
			{ cwd: project, encoding: 'utf8', timeout: 20_000 }
		);
		const isEmptyFolder = input.startsWith('a folder');
		yield {
			input,
			promise: 'check comes to an end and says so',
			held: isEmptyFolder ? status === 0 : status === 1 && stdout.includes('strange.json is no file'),
			detail: signal
				? 'it did not end'
				: isEmptyFolder
					? 'an empty folder is no record'
					: 'refused by its name'
		};
	}
}
