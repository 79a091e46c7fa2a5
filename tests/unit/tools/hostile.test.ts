/** What the tools print and read, where records and files are anybody's. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatProblem } from '../../../src/lib/geodata/validate';
import { check } from '../../../src/tools/check';
import { project } from '../../../src/tools/command';
import { main as exportMain } from '../../../src/tools/export';
import { main as tilesMain } from '../../../src/tools/tiles';
import { verify } from '../../../src/tools/verify';

const valid = fileURLToPath(new URL('../../fixtures/valid', import.meta.url));
/** Steers a terminal, begins a line of its own, turns the direction, can't be seen. */
const hostile =
	'\u001B]0;owned\u0007\u001B[2J\nThe records are in order\u009B31m\u202Etxt\u200B\u{E0041}\uD800';
const steering = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'attested-hostile-'));
	cpSync(valid, at('records'), { recursive: true });
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true, force: true });
});

async function said(main: (options: string[]) => number | Promise<number>, options: string[]) {
	const lines: string[] = [];
	for (const channel of ['log', 'error'] as const)
		vi.spyOn(console, channel).mockImplementation((text) => void lines.push(...String(text).split('\n')));
	expect(await main(options)).toBe(1);
	return lines;
}

describe('what a tool prints', () => {
	it('of a record never steers a terminal, turns a line round or begins another', async () => {
		const path = at('records/actors.json');
		const text = readFileSync(path, 'utf8');
		writeFileSync(path, text.replace(/"id": "[^"]*"/, `"id": ${JSON.stringify(hostile)}`));
		writeFileSync(at(`records/places/${'a\u001B[2Jb\u202E'}.geojson`), `{"${hostile}`);
		const { passed, lines } = check(at('records'));
		expect(passed).toBe(false);
		expect(lines.join(' ')).toContain('<U+001B>[2J');
		expect(lines.filter((line) => steering.test(line))).toEqual([]);
		expect(lines.filter((line) => line.startsWith('The records are in order'))).toEqual([]);
		const exported = await said(exportMain, ['geoparquet', '--data', at('records'), '-o', at('x')]);
		expect(exported.length).toBeGreaterThan(1);
		expect(exported.filter((line) => steering.test(line))).toEqual([]);
	});

	it('of a file for tiles neither', async () => {
		// With ESC it would be no text.
		const name = '\u202Etxt\u200B\u{E0041}\u009B31m';
		writeFileSync(at('rows.csv'), `"name","lat","lon","${name}"\nA,35,36,x\n`);
		const told = await said(tilesMain, [at('rows.csv'), '-o', at('x'), '--colour', 'none']);
		expect(told.join('')).toContain('<U+202E>');
		expect(told.filter((line) => steering.test(line))).toEqual([]);
		const lines = await said(tilesMain, []);
		expect(lines[0]).toBe('Say which file, and one only.');
		expect(lines).toContain('Where tippecanoe is installed it cuts the lines and areas.');
	});

	it('of the text of an article neither', async () => {
		const path = at('records/articles/fixture-one.json');
		const article = JSON.parse(readFileSync(path, 'utf8'));
		article.passages = [{ ...article.passages[0], start: 0, end: 4, text: '\u202E\u009Bab', mentions: [] }];
		writeFileSync(path, JSON.stringify(article));
		writeFileSync(at('text.txt'), `\u202E\u009Bac. ${'Another text. '.repeat(20)}`);
		const { lines } = await verify({
			article: 'fixture-one',
			text: at('text.txt'),
			directory: at('records'),
			write: true,
			on: '2030-01-01'
		});
		expect(lines.join('')).toContain('<U+202E>');
		expect(lines.filter((line) => steering.test(line))).toEqual([]);
	});

	it('stays short, and takes no longer for a text of blanks', () => {
		const blanks = ' '.repeat(2_000_000);
		const line = formatProblem({ file: 'a', at: '', message: `is ${blanks}x`, fix: 'shorten it' });
		expect(line.length).toBeLessThan(1100);
		expect(line).toMatch(/ … — shorten it$/);
	});
});

describe.runIf(process.platform !== 'win32')('what is no file', () => {
	it.each(['pipe', 'device'])('a %s among records is told and not waited for', (kind) => {
		const path = at('records/articles/strange.json');
		if (kind === 'pipe') execFileSync('mkfifo', [path]);
		else symlinkSync('/dev/zero', path);
		// As a command, since what waits for a pipe never comes back.
		const { status, stdout } = spawnSync(
			process.execPath,
			['--import', 'tsx', join(project, 'src/tools/check.ts'), '--data', at('records')],
			{ encoding: 'utf8', timeout: 30_000, cwd: project }
		);
		expect(status).toBe(1);
		expect(stdout).toContain('articles/strange.json is no file');
	});

	it.each(['gone', valid])('a link to %s among records is told', (target) => {
		symlinkSync(target, at('records/articles/strange.json'));
		const { passed, lines } = check(at('records'));
		expect(passed).toBe(false);
		expect(lines[0]).toContain('articles/strange.json is no file');
	});

	it('is not read for tiles', async () => {
		execFileSync('mkfifo', [at('rows.csv')]);
		expect(await said(tilesMain, [at('rows.csv'), '-o', at('x')])).toEqual([
			`${at('rows.csv')} is not a file.`
		]);
	});
});
