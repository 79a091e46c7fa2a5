/**
 * `npm run contribution -- --in FOLDER --base COMMIT`: checks what somebody contributes and prints the comment on it. FOLDER
 * is a checkout of the contribution beside our own code, of which nothing is ever run: it has to touch `geodata/` alone, in
 * plain files, is put together with COMMIT, and checked. Exit code 1 where it can't be taken as it is.
 */
import { join } from 'node:path';
import { printable } from '../lib/base/printable';
import { check } from './check';
import { checkMarkdown } from './checkMarkdown';
import { isCommand, optionValue } from './command';
import { entriesOf, gitIn } from './git';
import { mergeRecords } from './merge-records';

const records = 'geodata';
/** It names the hosts that pages may ask, which is for whoever publishes the site to say. */
const hosts = `${records}/basemaps.json`;

/** Whether a contribution can be taken as it is, and the comment on it in Markdown. */
export async function contribution(
	folder: string,
	base: string
): Promise<{ passed: boolean; comment: string }> {
	const git = gitIn(folder, ...author);
	const listed = (...options: string[]) => entriesOf(git(...options));
	const changed = (...where: string[]) =>
		listed('diff', '--name-only', '--no-renames', '-z', `${base}...HEAD`, '--', ...where);
	const others = [...changed('.', `:!${records}`), ...changed(hosts)];
	if (others.length > 0)
		return refused(
			'Not only records',
			'A contribution of records changes files in `geodata/` alone, and not the hosts in `basemaps.json`. This one changes others too, so that a person has to look at it before anything of it is tried:',
			others
		);
	// A link could lead out of the folder, and what it leads to would stand in the comment.
	const odd = listed('ls-tree', '-r', '-z', 'HEAD', '--', records)
		.filter((line) => !line.startsWith('100644 blob'))
		.map((line) => line.split('\t')[1]!);
	if (odd.length > 0) return refused('Not only plain files', 'Links and programs are no records:', odd);
	const directory = join(folder, records);
	try {
		git('merge', '--quiet', '--no-edit', base);
	} catch {
		const { passed, lines } = await mergeRecords(directory);
		if (!passed && git('diff', '--name-only', '--diff-filter=U') !== '')
			return refused(
				'Somebody else has changed the same',
				'Since this was begun the same values were changed to something else. Whoever takes the contribution decides, with `npm run merge-records`:',
				lines
			);
	}
	const checked = check(directory);
	return { passed: checked.passed, comment: checkMarkdown(checked) };
}

/** Who merges is of no matter: it is thrown away. */
const author = ['-c', 'user.name=check', '-c', 'user.email=check@example.org'];

function refused(heading: string, why: string, lines: readonly string[]) {
	const shown = lines.slice(0, 100).map((line) => `    ${printable(line)}`);
	return { passed: false, comment: [`## ${heading}`, '', why, '', ...shown, ''].join('\n') };
}

async function main(): Promise<number> {
	const [folder, base] = [optionValue('--in'), optionValue('--base')];
	if (!folder || !base) {
		console.error('Say where the contribution is, and what it is for: --in FOLDER --base COMMIT');
		return 1;
	}
	try {
		const { passed, comment } = await contribution(folder, base);
		console.log(comment);
		return passed ? 0 : 1;
	} catch (error) {
		console.error(printable((error as Error).message));
		return 1;
	}
}

if (isCommand(import.meta.url)) process.exitCode = await main();
