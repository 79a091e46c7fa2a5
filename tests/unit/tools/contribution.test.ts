/** A pull request from anybody: what it may touch, what is said of it, and that nothing of it is run. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { project } from '../../../src/tools/command';
import { checkMarkdown } from '../../../src/tools/checkMarkdown';
import { contribution } from '../../../src/tools/contribution';
import { validDirectory } from '../records';

describe('a contribution', { timeout: 30_000 }, () => {
	let folder: string;
	const git = (...options: string[]) =>
		execFileSync(
			'git',
			['-C', folder, '-c', 'user.name=T', '-c', 'user.email=t@fixture.example', ...options],
			{
				encoding: 'utf8',
				stdio: ['ignore', 'pipe', 'pipe']
			}
		);
	const commit = () => {
		git('add', '.');
		git('commit', '-qm', 'Changed');
	};
	const change = (path: string, edit: (text: string) => string) =>
		writeFileSync(join(folder, path), edit(readFileSync(join(folder, path), 'utf8')));
	const article = 'geodata/articles/fixture-one.json';
	const summary = 'The navy of Atlantis has a base in Alpha Harbour.';

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'attested-contribution-'));
		cpSync(validDirectory, join(folder, 'geodata'), { recursive: true });
		writeFileSync(join(folder, 'package.json'), '{ "scripts": {} }\n');
		git('init', '-q', '-b', 'main');
		commit();
		git('switch', '-q', '-c', 'theirs');
	});
	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	it('that is in order may be taken, together with what came meanwhile', async () => {
		change('geodata/dataset.json', (text) => text.replace('mail@fixture.example', 'desk@fixture.example'));
		commit();
		git('switch', '-q', 'main');
		change('geodata/dataset.json', (text) => text.replace('"made up"', '"made up", "fixture"'));
		commit();
		git('switch', '-q', 'theirs');
		const { passed, comment } = await contribution(folder, 'main');
		expect(comment).toContain('## The records are in order');
		expect(passed).toBe(true);
		const merged = JSON.parse(readFileSync(join(folder, 'geodata/dataset.json'), 'utf8'));
		expect([merged.publisher.contact, merged.keywords]).toEqual([
			'desk@fixture.example',
			['made up', 'fixture']
		]);
	});

	it('with faults is told each, where it is and what to do, in words that are nothing but words', async () => {
		change(article, (text) => text.replace(summary, '').replace('"base"', '"``` @everyone ![](x)"'));
		commit();
		const { passed, comment } = await contribution(folder, 'main');
		expect(passed).toBe(false);
		expect(comment).toMatch(/^## \d things to mend in \d files?\n/);
		expect(comment).toContain('reports[0].summary\n  is empty\n  To do: fill it in');
		const outside = comment.replace(/^(`{3,})text\n[\s\S]*?^\1$/gm, '');
		expect(outside).not.toMatch(/@|!\[/);
	});

	it('that touches more than records is left to a person', async () => {
		change('package.json', () => '{ "scripts": { "check": "exit 0" } }\n');
		change(article, (text) => text.replace(summary, 'Another.'));
		commit();
		const { passed, comment } = await contribution(folder, 'main');
		expect(passed).toBe(false);
		expect(comment).toContain('## Not only records');
		expect(comment).toContain('    package.json');
	});

	it('that lets pages ask another host is left to a person', async () => {
		const file = 'geodata/basemaps.json';
		writeFileSync(join(folder, file), '{ "basemaps": [{ "type": "ready", "id": "openfreemap" }] }\n');
		commit();
		const { passed, comment } = await contribution(folder, 'main');
		expect(passed).toBe(false);
		expect(comment).toContain(`    ${file}`);
	});

	it('with a link out of the folder is refused before it is followed', async () => {
		symlinkSync('/etc/hostname', join(folder, 'geodata/articles/link.json'));
		commit();
		const { passed, comment } = await contribution(folder, 'main');
		expect(passed).toBe(false);
		expect(comment).toContain('## Not only plain files');
		expect(comment).toContain('    geodata/articles/link.json');
	});

	it('that changes what was changed meanwhile says what is to be decided', async () => {
		change('geodata/dataset.json', (text) => text.replace('The Fixture', 'The First'));
		commit();
		git('switch', '-q', 'main');
		change('geodata/dataset.json', (text) => text.replace('The Fixture', 'The Second'));
		commit();
		git('switch', '-q', 'theirs');
		const { passed, comment } = await contribution(folder, 'main');
		expect(passed).toBe(false);
		expect(comment).toContain('dataset.json  publisher.name  here "The First", there "The Second"');
	});
});

it('a comment is never longer than GitHub takes, and ends its last block of code', () => {
	const problems = Array.from({ length: 2000 }, (_, index) => ({
		file: `articles/a-${index % 40}.json`,
		at: `reports[${index}]`,
		message: 'is missing',
		fix: 'add it'
	}));
	const comment = checkMarkdown({ passed: false, problems, lines: [] });
	expect(comment.length).toBeLessThan(65_536);
	expect([...comment.matchAll(/^```/gm)].length % 2).toBe(0);
	expect(comment).toContain('… and more');
});

describe('its workflow', () => {
	const workflow = readFileSync(join(project, 'hosting/github-contribution.yml'), 'utf8');
	const [checking, commenting] = workflow.split('\n  comment:\n') as [string, string];

	it('runs no word and no code of a pull request', () => {
		expect(workflow).toContain('permissions: {}\n');
		// What a run is made of is fixed; values come as variables.
		for (const [, run] of workflow.matchAll(/run: (.*)/g)) expect(run).not.toContain('${{');
		expect(checking).not.toContain('secrets.');
		expect(checking.match(/permissions:\n {6}contents: read\n/)).not.toBeNull();
		expect(checking).not.toMatch(/: write$/m);
		expect(checking.match(/persist-credentials: false/g)).toHaveLength(2);
	});

	it('comments from a job that sees nothing of it but the comment', () => {
		expect(commenting).toContain('permissions:\n      pull-requests: write\n');
		expect(commenting).not.toMatch(/checkout|npm/);
	});
});
