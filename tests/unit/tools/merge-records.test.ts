/** Two people’s work in the same records, merged by git itself, and by `npm run merge-records` where git stops. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { apply, blankReport, type Command } from '../../../src/lib/draft/commands';
import { draftOf } from '../../../src/lib/draft/fromRecord';
import { inPlace } from '../../../src/lib/draft/inPlace';
import { merge } from '../../../src/lib/draft/merge';
import { recordsOf } from '../../../src/lib/draft/record';
import type { ArticleRecord } from '../../../src/lib/geodata/schema';
import { formatProblem, validate, type SourceFile } from '../../../src/lib/geodata/validate';
import { checkedOn } from '../../../src/lib/geodata/verification';
import { readSourceFiles } from '../../../src/lib/server/geodata';
import { formatted } from '../../../src/tools/format';
import { mergeRecords } from '../../../src/tools/merge-records';
import { textsDirectory, validDirectory } from '../records';

const id = 'fixture-one';
const path = `articles/${id}.json`;
const text = readFileSync(join(textsDirectory, `${id}.txt`), 'utf8');

describe('two people', { timeout: 30_000 }, () => {
	let repository: string;
	let records: string;
	const git = (...options: string[]) =>
		execFileSync(
			'git',
			['-C', repository, '-c', 'user.name=T', '-c', 'user.email=t@fixture.example', ...options],
			{
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'pipe']
			}
		);
	beforeEach(() => {
		repository = mkdtempSync(join(tmpdir(), 'attested-merge-'));
		records = join(repository, 'geodata');
		cpSync(validDirectory, records, { recursive: true });
		git('init', '-q', '-b', 'main');
		git('add', '.');
		git('commit', '-qm', 'The records');
	});
	afterEach(() => rmSync(repository, { recursive: true, force: true }));

	/** Adds files as the desk and `npm run add` do, on a branch of their own. */
	async function on(branch: string, added: (before: SourceFile[]) => SourceFile[]) {
		git('switch', '-q', '-c', branch, 'main');
		const before = readSourceFiles(records);
		const { files } = merge(before, added(before), { replace: true });
		for (const file of files) {
			const there = before.find((other) => other.path === file.path)?.text ?? null;
			mkdirSync(dirname(join(records, file.path)), { recursive: true });
			writeFileSync(join(records, file.path), await formatted(inPlace(there, file.text)));
		}
		git('add', '.');
		git('commit', '-qm', branch);
		expect(problems()).toEqual([]);
	}

	/** A correction of the article at the desk. */
	const corrected =
		(day: string, ...commands: ((draft: ReturnType<typeof draftOf>, article: ArticleRecord) => Command)[]) =>
		(before: SourceFile[]) => {
			const { records: all } = validate(before);
			const article = all!.articles.find((other) => other.id === id)!;
			const origin = { article, places: [], actors: [], files: [] };
			const draft = draftOf(origin, text, new Map(all!.places.map((place) => [place.id, place])));
			const after = commands.map((command) => command(draft, article)).reduce(apply, draft);
			const { files, faults } = recordsOf(after, { ...all!, newFile: null } as never, day, 'A. B.');
			expect(faults).toEqual([]);
			return files;
		};
	/** A report of some words of a passage. */
	const report =
		(passage: number, offset: number, length: number) =>
		({ reports: [first] }: ReturnType<typeof draftOf>, { passages }: ArticleRecord): Command => {
			const start = passages.at(passage)!.start + offset;
			const { actors, when } = first!;
			const summary = 'The navy of Atlantis has a base in Alpha Harbour.';
			const said = { ...blankReport({ start, end: start + length }), actors, when, summary };
			return { do: 'report', report: { ...said, claim: 'meeting', place: null } };
		};
	const list = (name: string, entry: object) => () => [
		{ path: `${name}.json`, text: JSON.stringify({ license: 'CC-BY-4.0', [name]: [entry] }) }
	];

	const problems = () => validate(readSourceFiles(records)).problems.map(formatProblem);
	const mergedByGit = (branch: string) =>
		spawnSync(
			'git',
			[
				'-C',
				repository,
				'-c',
				'user.name=T',
				'-c',
				'user.email=t@fixture.example',
				'merge',
				'-q',
				'--no-edit',
				branch
			],
			{ encoding: 'utf8' }
		).status === 0;
	const read = <T>(file: string) => JSON.parse(readFileSync(join(records, file), 'utf8')) as T;
	const article = () => read<ArticleRecord>(path);

	it('add a place, an actor, a source, a reference and a translation each: git puts all of it together', async () => {
		const one = (name: string) => () => {
			const place = read<{ id: string }>('places/alpha-harbour.geojson');
			return [
				...list('actors', { ...actorLike(name), letter: name === 'aa' ? 'X' : 'Y' })(),
				...list('sources', {
					...read<{ sources: object[] }>('sources.json').sources[0],
					id: `${name}-source`
				})(),
				...list('references', {
					...read<{ references: object[] }>('references.json').references[0],
					id: `${name}-reference`
				})(),
				{ path: `places/${name}-place.geojson`, text: JSON.stringify({ ...place, id: `${name}-place` }) },
				{
					path: 'translations/ar.json',
					text: JSON.stringify({ license: 'CC-BY-4.0', texts: { [`${name} said so.`]: 'هكذا قيل.' } })
				}
			];
		};
		const actorLike = (name: string) => ({
			...read<{ actors: object[] }>('actors.json').actors[0],
			id: `${name}-actor`,
			aliases: [],
			demonyms: [],
			seats: []
		});
		// Nothing refers to any of them, which is no matter of merging.
		const write = async (branch: string, name: string) => {
			git('switch', '-q', '-c', branch, 'main');
			const before = readSourceFiles(records);
			for (const file of merge(before, one(name)()).files) {
				const there = before.find((other) => other.path === file.path)?.text ?? null;
				writeFileSync(join(records, file.path), await formatted(inPlace(there, file.text)));
			}
			git('add', '.');
			git('commit', '-qm', branch);
		};
		await write('one', 'aa');
		await write('two', 'zz');
		expect(mergedByGit('one')).toBe(true);
		for (const name of ['actors', 'sources', 'references']) {
			const ids = read<Record<string, { id: string }[]>>(`${name}.json`)[name]!.map((entry) => entry.id);
			expect(ids).toContain(`aa-${name.slice(0, -1)}`);
			expect(ids).toContain(`zz-${name.slice(0, -1)}`);
		}
		expect(Object.keys(read<{ texts: object }>('translations/ar.json').texts)).toEqual(
			expect.arrayContaining(['aa said so.', 'zz said so.'])
		);
	});

	it.each([
		['at different places of one article: git stops at its stamp alone', 0, '2030-01-01', ['verified']],
		['at its end, on two days: git stops', -1, '2030-01-02', ['articles', 'verified']]
	])('add a report each %s, and both are put together with one stamp', async (_, first, day, stops) => {
		await on('one', corrected('2030-01-01', report(first, 0, 14)));
		await on('two', corrected(day, report(-1, 15, 14)));
		const before = article().reports.length;
		expect(mergedByGit('one')).toBe(false);
		const stopped = git('diff', '--name-only', '--diff-filter=U').trim().split('\n');
		expect(stopped).toEqual(stops.map((folder) => `geodata/${folder}/${id}.json`));
		const { passed, lines } = await mergeRecords(records);
		expect(lines.join('\n')).toContain('The records are in order');
		expect(passed).toBe(true);
		expect(article().reports).toHaveLength(before + 1);
		expect(article().recorded).toBe(day);
		// Each of its words was compared with the text by one of the two.
		const { records: all } = validate(readSourceFiles(records));
		expect(checkedOn(article(), all!.verifications)).toBe('2030-01-01');
		git('commit', '-q', '--no-edit');
		expect(git('status', '--porcelain')).toBe('');
	});

	it('change a quote and add a report', async () => {
		await on(
			'one',
			corrected('2030-01-01', ({ reports: [first] }) => ({
				do: 'move',
				id: first!.id,
				start: first!.quote.start,
				end: first!.quote.end - 1
			}))
		);
		await on('two', corrected('2030-01-01', report(-1, 0, 20)));
		mergedByGit('one');
		expect((await mergeRecords(records)).passed).toBe(true);
		const quotes = article().reports.map(({ quotes }) => quotes[0]!);
		expect(quotes.map(({ end, start }) => end - start)).toContain(20);
		expect(problems()).toEqual([]);
	});

	it('change one value to two: it is told, the rest is put together, and nothing is decided for them', async () => {
		const when = (edtf: string) =>
			corrected('2030-01-01', ({ reports: [first] }) => ({
				do: 'change',
				id: first!.id,
				changes: { when: { ...first!.when, edtf } }
			}));
		await on('one', (before) => when('2018')(before));
		await on('two', (before) => when('2019')(before));
		mergedByGit('one');
		const { passed, lines } = await mergeRecords(records);
		expect(passed).toBe(false);
		expect(lines.join('\n')).toMatch(
			/articles\/fixture-one\.json {2}reports\[fixture-one-\d\]\.when {2}here .*2019.*there .*2018/
		);
		expect(git('diff', '--name-only', '--diff-filter=U').trim()).toBe(`geodata/${path}`);
		expect(article().id).toBe(id);
	});

	it('merge nothing: that is said', async () => {
		await expect(mergeRecords(records)).rejects.toThrow('git is not merging here');
	});
});
