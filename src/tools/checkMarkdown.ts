/** What `npm run check` says, as Markdown for a comment on a contribution: `--format markdown`. */
import { printable } from '../lib/base/printable';
import type { Problem } from '../lib/geodata/validate';
import { counted } from './command';

/** GitHub takes 65,536 characters of a comment. */
const longest = 60_000;

const howTo = 'docs/contributing-records.md';

/**
 * A comment that anybody may read, whatever the records hold: their words stand in blocks of code, where nothing is a
 * link, a picture or a person's name.
 */
export function checkMarkdown({
	passed,
	problems,
	lines
}: {
	passed: boolean;
	problems: readonly Problem[];
	lines: readonly string[];
}): string {
	const files = [...new Set(problems.map(({ file }) => file))];
	const heading = passed
		? 'The records are in order'
		: problems.length > 0
			? `${counted(problems.length, 'thing')} to mend in ${counted(files.length, 'file')}`
			: 'Something is still to be done';
	const parts =
		problems.length > 0
			? files.map((file) => block(problems.filter((problem) => problem.file === file).map(told), file))
			: [block(lines)];
	const about =
		problems.length > 0
			? `Each says where it is, what is wrong, and what to do. \`npm run check -- --fix\` mends what is only a matter of form. How to go on stands in \`${howTo}\`.`
			: '';
	return `${cut([`## ${heading}`, ...parts].join('\n\n'))}\n${about === '' ? '' : `\n${about}\n`}`;
}

function told({ at, message, fix }: Problem): string {
	return [at || 'the file', `  ${message}`, `  To do: ${fix}`].map((line) => oneLine(line)).join('\n');
}

const oneLine = (line: string): string => printable(line.replace(/[\r\n]+\s*/g, ' ').slice(0, 1000));

/** A block of code that its words can't end. */
function block(entries: readonly string[], title = ''): string {
	const text = entries
		.map((entry) => (title === '' ? printable(entry) : entry))
		.join(title === '' ? '\n' : '\n\n');
	const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
	return [
		...(title === '' ? [] : [`**${oneLine(title).replace(/[^\w./-]/g, '')}**`, '']),
		`${fence}text`,
		text.trim(),
		fence
	].join('\n');
}

/** A text that fits, with its last block of code ended. */
function cut(text: string): string {
	if (text.length <= longest) return text;
	const part = text.slice(0, text.lastIndexOf('\n\n', longest));
	const open = [...part.matchAll(/^(`{3,})(text)?$/gm)];
	const fence = open.length % 2 === 1 ? `\n${open.at(-1)![1]}` : '';
	return `${part}${fence}\n\n… and more: \`npm run check\` has all of it.`;
}
