/**
 * What messages say of the data set: `%publisher%`, `%title%` (`%Title%` with a capital), `%Subtitle%` and `%where%` as
 * `dataset.json` has them, in the language of the messages, and `%years%`, in which its articles were published, first to last.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseWhen } from '../lib/geodata/dates';
import { datasetFields, fieldsIn } from './datasetFile';
import { intlTagOf } from './languages';
import { isDraft } from '../lib/geodata/drafts';
import { fieldsOf, type Fields } from '../lib/geodata/loose';

/** The first and the last year; null without any article. */
export type Years = { first: number; last: number } | null;

/**
 * The years of the articles in a folder. Drafts do not count unless the site shows them. What can't be read is left out:
 * to say what is wrong with it is for the check.
 */
export function yearsOfArticles(directory: string, drafts = process.env.VITE_DRAFTS === '1'): Years {
	const years = articlesIn(directory).flatMap((article) => {
		if (isDraft(article) && !drafts) return [];
		const edtf = (article as { published?: { edtf?: unknown } } | null)?.published?.edtf;
		const { earliest, latest } =
			typeof edtf === 'string' ? parseWhen(edtf) : { earliest: null, latest: null };
		return [earliest, latest].flatMap((day) => (day === null ? [] : Number(day.slice(0, 4))));
	});
	return years.length === 0 ? null : { first: Math.min(...years), last: Math.max(...years) };
}

function articlesIn(directory: string): unknown[] {
	const names = readdirSync(directory).filter((name) => name.endsWith('.json'));
	return names.flatMap((name): unknown[] => {
		try {
			return [JSON.parse(readFileSync(join(directory, name), 'utf8'))];
		} catch {
			return [];
		}
	});
}

/** The messages of a language with what the data set says of itself; what can't be read is left out. */
export function withDataset(messages: string, directory: string, tag: string): string {
	const dataset = datasetFields(directory);
	const texts = fieldsOf(fieldsIn(join(directory, `translations/${tag}.json`)).texts);
	const said = (path: string): string => {
		const words = path
			.split('.')
			.reduce<unknown>((value, key) => (value as Fields | undefined)?.[key], dataset);
		if (typeof words !== 'string') return '';
		const translated = texts[words];
		// Within a text of JSON.
		return JSON.stringify(typeof translated === 'string' ? translated : words).slice(1, -1);
	};
	const capital = (words: string) => words.charAt(0).toLocaleUpperCase(tag) + words.slice(1);
	return messages
		.replaceAll('%publisher%', said('publisher.name'))
		.replaceAll('%title%', said('title'))
		.replaceAll('%Title%', capital(said('title')))
		.replaceAll('%Subtitle%', capital(said('subtitle')))
		.replaceAll('%where%', said('region.where'));
}

/** The messages of a language with the years in its digits: 2015–2023, or one year alone. */
export function withYears(messages: string, years: Years, tag: string): string {
	const { format } = new Intl.NumberFormat(intlTagOf(tag), { useGrouping: false });
	const shown = years ? [...new Set([years.first, years.last])].map((year) => format(year)).join('–') : '';
	return messages.replaceAll('%years%', shown);
}
