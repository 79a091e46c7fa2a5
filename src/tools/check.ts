/**
 * `npm run check [-- --dir DIR]`: checks all records and prints every problem, grouped by file, or one line of
 * counts. Exit code 1 where there is a problem.
 */
import { resolve } from 'node:path';
import { printable } from '../lib/base/printable';
import type { Records } from '../lib/geodata/schema';
import { formatProblem, validate } from '../lib/geodata/validate';
import type { Problem, SourceFile } from '../lib/geodata/validate';
import { hiddenInQuotes } from '../lib/geodata/validate/characters';
import { parseJson } from '../lib/geodata/validate/json';
import { geodataDirectory, readSourceFiles } from '../lib/server/geodata';
import { counted, isCommand, optionValue } from './command';

/** Checks a folder of records: whether they are in order, and the lines to print. Never throws. */
export function check(directory = geodataDirectory()): { passed: boolean; lines: string[] } {
	let files;
	try {
		files = readSourceFiles(directory);
	} catch (error) {
		return { passed: false, lines: [printable(`${directory} can't be read: ${(error as Error).message}`)] };
	}
	const { problems, records } = validate(files);
	const hidden = hiddenLines(files);
	if (records) return { passed: true, lines: [`The records are in order: ${countsOf(records)}.`, ...hidden] };
	const broken = new Set(problems.map(({ file }) => file)).size;
	const sum = `${counted(problems.length, 'problem')} in ${counted(broken, 'file')}.`;
	return { passed: false, lines: [...grouped(problems), '', sum, ...hidden] };
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

if (isCommand(import.meta.url)) {
	const directory = optionValue('--dir');
	if (directory === '') {
		console.error('Say which folder to check: npm run check -- --dir DIR');
		process.exitCode = 1;
	} else {
		const { passed, lines } = check(directory === undefined ? undefined : resolve(directory));
		console.log(lines.join('\n'));
		if (!passed) process.exitCode = 1;
	}
}
