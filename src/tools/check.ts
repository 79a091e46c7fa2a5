/**
 * `npm run check [-- --data DIR]`: checks all records and prints every problem, grouped by file, or one line of counts,
 * with the articles whose words were not yet compared with their full texts, with the reports that no second person
 * reviewed, where the data set asks for one, with what is not translated, and with what drafts lack. With `--strict` the
 * first three are problems too; what is to do never is.
 * With `--links` the addresses of articles and references are asked for. With `--fix` records of an older schema are brought
 * up to date, actors get a hue and a letter where they have none, and all records the white space that `npm run lint` wants.
 * With `--format markdown` it is a comment for those who contribute records. Exit code 1 where there is a problem.
 */
import { join } from 'node:path';
import { printable } from '../lib/base/printable';
import { inPlace } from '../lib/draft/inPlace';
import { published } from '../lib/geodata/drafts';
import { mend } from '../lib/geodata/mend/mend';
import type { Records } from '../lib/geodata/schema';
import { formatProblem, validate } from '../lib/geodata/validate';
import type { Problem, SourceFile } from '../lib/geodata/validate';
import { hiddenInQuotes } from '../lib/geodata/validate/characters';
import { parseJson } from '../lib/geodata/validate/json';
import { unreviewed } from '../lib/geodata/review';
import { checkedOn } from '../lib/geodata/verification';
import { boundaries } from '../lib/server/boundaries';
import { geodataDirectory, loadRecords, readSourceFiles } from '../lib/server/geodata';
import { basemapNotes, basemapProblems } from './basemap/missing';
import { checkMarkdown } from './checkMarkdown';
import { counted, isCommand, optionValue, useData } from './command';
import { folderFault } from './folder';
import { formatted } from './format';
import { untranslatedLines } from './untranslated';
import { writeOutputs } from './output';

/** What came of a check: whether the records are in order, what is wrong with them, all lines to print, and how many reports there are. */
interface Checked {
	passed: boolean;
	problems: Problem[];
	lines: string[];
	reports: number;
}

/** Checks a folder of records. Never throws. */
export function check(directory = geodataDirectory(), { strict = false } = {}): Checked {
	const fault = folderFault(directory);
	if (fault) return { passed: false, problems: [], lines: [fault], reports: 0 };
	let files;
	try {
		files = readSourceFiles(directory);
	} catch (error) {
		const line = printable(`${directory} can't be read: ${(error as Error).message}`);
		return { passed: false, problems: [], lines: [line], reports: 0 };
	}
	const { problems: ofRecords, toDos, untranslated, records } = validate(files, boundaries());
	const problems = [...ofRecords, ...basemapProblems(directory)];
	const hidden = hiddenLines(files);
	if (records && problems.length === 0) {
		const unfinished = unfinishedLines(records);
		const sum = `The records are in order: ${countsOf(records)}.`;
		const languages = untranslatedLines(records, grouped(untranslated), untranslated.length);
		return {
			passed: !strict || (unfinished.length === 0 && languages.length === 0),
			problems,
			lines: [sum, ...unfinished, ...languages, ...toDoLines(toDos), ...hidden, ...basemapNotes(directory)],
			reports: records.articles.reduce((sum, { reports }) => sum + reports.length, 0)
		};
	}
	const broken = new Set(problems.map(({ file }) => file)).size;
	const sum = `${counted(problems.length, 'problem')} in ${counted(broken, 'file')}.`;
	const lines = [...grouped(problems), '', sum, ...chosenLines(problems), ...toDoLines(toDos), ...hidden];
	return { passed: false, problems, lines, reports: 0 };
}

/** What the command can do about it. */
function chosenLines(problems: Problem[]): string[] {
	const lacks = problems.some(
		({ file, at, message }) =>
			file === 'actors.json' && /\.(hue|letter)$/.test(at) && message === 'is missing'
	);
	return lacks ? ['npm run check -- --fix chooses a hue and a letter for actors that have none.'] : [];
}

/** What drafts lack, apart from what is wrong. */
function toDoLines(toDos: Problem[]): string[] {
	if (toDos.length === 0) return [];
	return ['', `Still to do in drafts: ${counted(toDos.length, 'thing')}.`, ...grouped(toDos)];
}

/** The articles whose words, as they are, were not compared with their full texts. */
function uncheckedIn({ articles, verifications }: Records): string[] {
	return articles.filter((article) => checkedOn(article, verifications) === null).map(({ id }) => id);
}

/** What of published records was not compared with its full text, or not reviewed where that is asked: what to do about it. */
export function unfinishedLines(records: Records): string[] {
	const unchecked = uncheckedIn(published(records));
	const open = unreviewed(records);
	const reports = open.flatMap((article) => article.reports);
	return [
		...(unchecked.length > 0
			? ['', `Not yet checked against the full text: ${counted(unchecked.length, 'article')}.`]
			: []),
		...unchecked.map((id) => `articles/${id}.json  npm run verify -- --article ${id} --text FILE`),
		...(reports.length > 0
			? [
					'',
					`Not yet reviewed by a second person, who says so as reviewedBy: ${counted(reports.length, 'report')}.`
				]
			: []),
		...open.map(({ article, reports }) => `articles/${article}.json  ${reports.join(', ')}`)
	];
}

/**
 * Mends what follows from a rule in the records of a folder, and gives them the form that the formatter wants; lines that
 * stay are not touched, nor is what is no JSON. Gives a line for each thing that was done.
 * @throws Error with a sentence where something can't be read or written; nothing is written then
 */
export async function fix(directory = geodataDirectory()): Promise<string[]> {
	const fault = folderFault(directory);
	if (fault) throw new Error(fault);
	const files = readSourceFiles(directory);
	const { changed, done } = mend(files, boundaries());
	const mended = new Map(changed.map(({ path, text }) => [path, text]));
	const texts = new Map(files.map(({ path, text }) => [path, text]));
	const outputs: { path: string; content: string }[] = [];
	for (const path of new Set([...texts.keys(), ...mended.keys()])) {
		const before = texts.get(path) ?? null;
		const after = mended.get(path);
		const text = after === undefined ? before! : inPlace(before, after);
		if (!/\.(geo)?json$/.test(path) || parseJson(text).value === undefined) continue;
		const content = await formatted(text);
		if (content !== before) outputs.push({ path, content });
	}
	writeOutputs(outputs.map(({ path, content }) => ({ path: join(directory, path), content })));
	const onlyFormatted = outputs.filter(({ path }) => !mended.has(path));
	return [...done, ...onlyFormatted.map(({ path }) => `Formatted: ${path}`)];
}

/** What nobody sees in the words of others: they stay as they were published, and whoever checks them has to know. */
function hiddenLines(files: SourceFile[]): string[] {
	const found = files.flatMap(({ path, text }) =>
		hiddenInQuotes(parseJson(text).value).map((hidden) => ({ path, ...hidden }))
	);
	if (found.length === 0) return [];
	const count = found.reduce((sum, { names }) => sum + names.length, 0);
	return [
		'',
		`Words of others hold ${counted(count, 'character')} that nobody sees. Pages show each as a mark.`,
		...found.map(({ path, at, names }) => printable(`${path}  ${at}  ${[...new Set(names)].join(', ')}`))
	];
}

/** One line a problem, an empty line between files. */
function grouped(problems: Problem[]): string[] {
	return problems.flatMap((problem, index) => {
		const isNewFile = index > 0 && problems[index - 1]?.file !== problem.file;
		return isNewFile ? ['', formatProblem(problem)] : [formatProblem(problem)];
	});
}

function countsOf({ actors, places, articles }: Records): string {
	const reports = articles.flatMap((article) => article.reports);
	const quotes = reports.flatMap((report) => report.quotes);
	return [
		counted(actors.length, 'actor'),
		counted(places.length, 'place'),
		counted(articles.length, 'article'),
		counted(reports.length, 'report'),
		counted(quotes.length, 'quote')
	].join(', ');
}

async function main(): Promise<number> {
	if (!useData()) return 1;
	const directory = geodataDirectory();
	try {
		if (process.argv.includes('--fix')) for (const line of await fix(directory)) console.log(printable(line));
	} catch (error) {
		console.error(printable((error as Error).message));
		return 1;
	}
	const checked = check(directory, { strict: process.argv.includes('--strict') });
	const { passed, lines } = checked;
	const format = optionValue('--format');
	if (format !== undefined && format !== 'markdown') {
		console.error('Say --format markdown, or leave it out.');
		return 1;
	}
	console.log(format ? checkMarkdown(checked) : lines.join('\n'));
	if (passed && process.argv.includes('--links')) {
		const { linkLines } = await import('./links');
		console.log(['', ...(await linkLines(loadRecords(directory)))].join('\n'));
	}
	return passed ? 0 : 1;
}

if (isCommand(import.meta.url)) process.exitCode = await main();
