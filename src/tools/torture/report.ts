/** The tables of `npm run torture`, for the terminal and for docs/reliability.md. */
import { printable } from '../../lib/base/printable';
import { counted } from '../command';
import { formatted } from '../format';
import type { Row } from './part';

export interface Section {
	name: string;
	title: string;
	rows: readonly Row[];
}

/** A row for the terminal. */
export function lineOf({ input, held, detail }: Row): string {
	return `${held ? 'held  ' : 'FAILED'}  ${printable(input)}: ${printable(detail)}`;
}

/** “12 of 13 held”. */
export function sumOf(rows: readonly Row[]): string {
	return `${rows.filter(({ held }) => held).length} of ${counted(rows.length, 'row')} held`;
}

/** A section of Markdown between its markers. */
function markdownOf({ name, title, rows }: Section): string {
	return [
		`<!-- torture:${name} -->`,
		'',
		`### ${title}`,
		'',
		`\`npm run torture -- ${name}\`: ${sumOf(rows)}.`,
		'',
		'| input | promise | held | what was seen |',
		'| --- | --- | --- | --- |',
		...rows.map(
			({ input, promise, held, detail }) =>
				`| ${cell(input)} | ${cell(promise)} | ${held ? 'yes' : '**no**'} | ${cell(detail)} |`
		),
		'',
		`<!-- /torture:${name} -->`
	].join('\n');
}

/** Text that stays text in Markdown. */
function cell(text: string): string {
	return printable(text).replaceAll(/[\\|`*_<>[\]]/g, '\\$&');
}

const end = '<!-- /torture -->';

/**
 * A page with sections in the place of those of the same parts, or after all others where it has none yet.
 * @throws where the page has no place for them
 */
export async function withSections(page: string, sections: readonly Section[]): Promise<string> {
	if (!page.includes(end)) throw new Error(`There is no ${end} before which the tables could stand.`);
	let text = page;
	for (const section of sections) {
		const closing = `<!-- /torture:${section.name} -->`;
		const from = text.indexOf(`<!-- torture:${section.name} -->`);
		const to = text.indexOf(closing, from);
		if (from !== -1 && to !== -1)
			text = text.slice(0, from) + markdownOf(section) + text.slice(to + closing.length);
		else text = text.replace(end, () => `${markdownOf(section)}\n\n${end}`);
	}
	return formatted(text, 'md');
}
