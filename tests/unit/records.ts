/** The records of the tests: a small valid set, and broken ones that are laid over it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Records } from '../../src/lib/geodata/schema';
import type { SourceFile } from '../../src/lib/geodata/validate';
import { loadRecords, readSourceFiles } from '../../src/lib/server/geodata';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));

export const validDirectory = `${fixtures}valid`;
export const textsDirectory = `${fixtures}texts`;
export const validFiles = readSourceFiles(validDirectory);
/** An article with a place and an actor of its own, all of them drafts, to be laid over the valid set. */
export const draftsDirectory = `${fixtures}drafts`;
export const draftFiles = readSourceFiles(draftsDirectory);

/** Names of all cases of broken records. */
export const caseNames = readdirSync(`${fixtures}invalid`);

/** The valid set with the files of a case over it, and without those that its `case.json` removes. */
export function brokenFiles(caseName: string): SourceFile[] {
	const directory = `${fixtures}invalid/${caseName}`;
	const own = ['case.json', 'expected.txt'];
	const changed = readSourceFiles(directory).filter(({ path }) => !own.includes(path));
	const removed: string[] = existsSync(`${directory}/case.json`)
		? JSON.parse(readFileSync(`${directory}/case.json`, 'utf8')).remove
		: [];
	return laidOver(validFiles, changed).filter(({ path }) => !removed.includes(path));
}

/** The problems that a case must give, as `npm run check` prints them. */
export function expectedLines(caseName: string): string[] {
	return readFileSync(`${fixtures}invalid/${caseName}/expected.txt`, 'utf8').split('\n').filter(Boolean);
}

/** Files, some of them replaced or added. */
export function laidOver(files: SourceFile[], changed: SourceFile[]): SourceFile[] {
	return [...files.filter(({ path }) => !changed.some((file) => file.path === path)), ...changed];
}

/**
 * The records of the first release, as they are now: what a test says of its articles stays true when others are
 * added.
 */
export function firstRecords(): Records {
	const records = loadRecords();
	const first = new Set(records.snapshots[0]!.reports.map(({ id }) => id));
	const articles = records.articles
		.map((article) => ({ ...article, reports: article.reports.filter(({ id }) => first.has(id)) }))
		.filter(({ reports }) => reports.length > 0);
	return { ...records, articles };
}
