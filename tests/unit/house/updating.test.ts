/** The commands of docs/updating.md, in a fork whose folder is another than ours. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { project } from '../../../src/tools/command';
import { validDirectory } from '../records';

const commands = /```sh upstream\n([\s\S]*?)```/.exec(
	readFileSync(join(project, 'docs/updating.md'), 'utf8')
)![1]!;

it(
	'a fork takes a new version of the app and keeps its folder, whatever happened to ours',
	{ timeout: 30_000 },
	() => {
		const folder = mkdtempSync(join(tmpdir(), 'attested-update-'));
		const [ours, fork] = [join(folder, 'ours'), join(folder, 'fork')];
		const person = { GIT_AUTHOR_NAME: 'T', GIT_AUTHOR_EMAIL: 't@fixture.example' };
		const env = {
			...process.env,
			...person,
			GIT_COMMITTER_NAME: person.GIT_AUTHOR_NAME,
			GIT_COMMITTER_EMAIL: person.GIT_AUTHOR_EMAIL,
			GIT_CONFIG_GLOBAL: join(folder, 'none')
		};
		const run = (cwd: string, command: string, ...options: string[]) =>
			execFileSync(command, options, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
		const commit = (where: string) => {
			run(where, 'git', 'add', '-A');
			run(where, 'git', 'commit', '-qm', 'Changed');
		};
		const filesOf = () => run(fork, 'git', 'ls-tree', '-r', 'HEAD:geodata');
		try {
			mkdirSync(ours);
			run(ours, 'git', 'init', '-q', '-b', 'main');
			cpSync(validDirectory, join(ours, 'geodata'), { recursive: true });
			writeFileSync(join(ours, 'app.ts'), 'one');
			commit(ours);
			run(folder, 'git', 'clone', '-q', ours, fork);
			// The fork has other records, some by the same names.
			rmSync(join(fork, 'geodata/articles'), { recursive: true });
			writeFileSync(join(fork, 'geodata/dataset.json'), '{ "title": "theirs" }\n');
			writeFileSync(join(fork, 'geodata/actors.json'), '{ "actors": [] }\n');
			commit(fork);
			const before = filesOf();
			// A new version changes the app, and our own records: some change, one goes, one is new.
			writeFileSync(join(ours, 'app.ts'), 'two');
			writeFileSync(join(ours, 'geodata/dataset.json'), '{ "title": "ours" }\n');
			writeFileSync(join(ours, 'geodata/articles/fixture-one.json'), '{}\n');
			writeFileSync(join(ours, 'geodata/articles/fixture-three.json'), '{}\n');
			rmSync(join(ours, 'geodata/places/epsilon.geojson'));
			commit(ours);
			run(fork, 'bash', '-ec', commands.replaceAll('ADDRESS', ours));
			expect(readFileSync(join(fork, 'app.ts'), 'utf8')).toBe('two');
			expect(filesOf()).toBe(before);
			expect(existsSync(join(fork, 'geodata/articles'))).toBe(false);
			expect(run(fork, 'git', 'status', '--porcelain')).toBe('');
			expect(run(fork, 'git', 'log', '--format=%P', '-1').trim().split(' ')).toHaveLength(2);
		} finally {
			rmSync(folder, { recursive: true, force: true });
		}
	}
);
