/**
 * `npm run merge-records [-- --data DIR]`: ends a merge of git that stopped at records. What both sides changed is put
 * together by entries and values rather than by lines, checked, and added to the index; what both changed to something
 * else is listed, and stays to be decided. It works in a merge, a rebase and a cherry-pick. Exit code 1 where something is
 * left to do.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '../lib/base/printable';
import { inPlace } from '../lib/draft/inPlace';
import { fieldsOf } from '../lib/geodata/loose';
import { parseJson } from '../lib/geodata/validate/json';
import { geodataDirectory } from '../lib/server/geodata';
import { check } from './check';
import { counted, isCommand, useData } from './command';
import { formatted } from './format';
import { entriesOf, gitIn, type Git } from './git';
import { mergedStamp, mergeFile } from './merge/threeWay';
import type { Conflict } from './merge/threeWay';
import { writeOutputs } from './output';

/** What is merged into our commit: git names it by what it is doing. */
const others = ['MERGE_HEAD', 'REBASE_HEAD', 'CHERRY_PICK_HEAD'] as const;

/**
 * Puts together what both sides of a merge changed in the records of a folder, and says what was done.
 * @throws Error with a sentence where git is not merging
 */
export async function mergeRecords(
	directory = geodataDirectory()
): Promise<{ passed: boolean; lines: string[] }> {
	const git = gitIn(directory);
	const { base, theirs } = sidesOf(git);
	const conflicts: { path: string; conflict: Conflict }[] = [];
	/** What is put together, by its path, with ours where the two conflict. */
	const values = new Map<string, unknown>();
	// Stamps follow from their articles, which come before them.
	const stopped = unmergedIn(git).sort();
	const uncompared: string[] = [];
	for (const path of stopped.filter((path) => /\.(geo)?json$/.test(path))) {
		const at = (commit: string, of = path) => valueAt(git, commit, of);
		if (path.startsWith('verified/')) {
			const of = path.replace(/^verified/, 'articles');
			const article = values.get(of) ?? parseJson(readFileSync(join(directory, of), 'utf8')).value;
			const sides = ['HEAD', theirs].map((commit) => ({ article: at(commit, of), stamp: at(commit) }));
			const stamp = mergedStamp(article, sides);
			if (!stamp) uncompared.push(of);
			// One that does not fit says that the article is to be compared again.
			values.set(path, stamp ? { ...fieldsOf(at('HEAD')), ...stamp } : (at('HEAD') ?? at(theirs)));
			continue;
		}
		const { value, conflicts: found } = mergeFile({ base: at(base), ours: at('HEAD'), theirs: at(theirs) });
		conflicts.push(...found.map((conflict) => ({ path, conflict })));
		// Of a file that one took away there is nothing to put together.
		if (value !== undefined && !found.some(({ at }) => at === '')) values.set(path, value);
	}
	const open = new Set(conflicts.map(({ path }) => path));
	const done = [...values.keys()].filter((path) => !open.has(path));
	const outputs: { path: string; content: string }[] = [];
	for (const [path, value] of values) {
		const text = inPlace(textAt(git, 'HEAD', path), JSON.stringify(value));
		outputs.push({ path: join(directory, path), content: await formatted(text) });
	}
	writeOutputs(outputs);
	if (done.length > 0) git('add', '--', ...done);
	const left = unmergedIn(git);
	const checked = left.length === 0 ? check(directory) : { passed: false, lines: [] };
	return {
		passed: checked.passed,
		lines: [
			`Put together: ${done.length === 0 ? 'nothing' : counted(done.length, 'file')}.`,
			...done,
			...(uncompared.length > 0
				? ['', 'To be compared with the full text again (npm run verify):', ...uncompared]
				: []),
			...(conflicts.length > 0
				? ['', 'Both changed these, each to something else. The file has what is here: decide, and save it.']
				: []),
			...conflicts.map(({ path, conflict }) => conflictLine(path, conflict)),
			...(left.length > 0
				? ['', `Still to be decided, then “git add”: ${left.join(', ')}`]
				: ['', ...checked.lines])
		].map(printable)
	};
}

const conflictLine = (path: string, { at, ours, theirs }: Conflict): string =>
	`${path}  ${at}  here ${shown(ours)}, there ${shown(theirs)}`;

const shown = (value: unknown): string => {
	const text = JSON.stringify(value) ?? 'nothing';
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

/** The commit that is merged into ours, and the one that both began at. */
function sidesOf(git: Git): { base: string; theirs: string } {
	const head = (name: string) => {
		try {
			return git('rev-parse', '--verify', '--quiet', name).trim();
		} catch {
			return '';
		}
	};
	for (const name of others) {
		const theirs = head(name);
		if (theirs === '') continue;
		const base = name === 'MERGE_HEAD' ? git('merge-base', 'HEAD', theirs).trim() : head(`${theirs}^`);
		if (base !== '') return { base, theirs };
	}
	throw new Error(
		'git is not merging here. First “git merge BRANCH”; where it stops at records, this goes on.'
	);
}

/** The files in which a merge stopped. */
const unmergedIn = (git: Git): string[] =>
	entriesOf(git('diff', '--name-only', '--diff-filter=U', '--relative', '-z'));

function textAt(git: Git, commit: string, path: string): string | null {
	try {
		return git('show', `${commit}:./${path}`);
	} catch {
		return null;
	}
}

/** What a file holds in a commit; undefined where it is not there. @throws Error where it is no JSON */
function valueAt(git: Git, commit: string, path: string): unknown {
	const text = textAt(git, commit, path);
	if (text === null) return undefined;
	const { value } = parseJson(text);
	if (value === undefined) throw new Error(`${path} is no JSON in ${commit}: mend it there first.`);
	return value;
}

async function main(): Promise<number> {
	if (!useData()) return 1;
	try {
		const directory = geodataDirectory();
		if (!existsSync(directory)) throw new Error(`${directory} is not there.`);
		const { passed, lines } = await mergeRecords(directory);
		console.log(lines.join('\n'));
		return passed ? 0 : 1;
	} catch (error) {
		console.error(printable((error as Error).message));
		return 1;
	}
}

if (isCommand(import.meta.url)) process.exitCode = await main();
