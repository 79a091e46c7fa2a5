/** `%years%` in a message: the years in which the articles of the data set were published, first to last. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseWhen } from '../lib/geodata/dates';
import { isDraft } from '../lib/geodata/drafts';

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

/** The messages of a language with the years in its digits: 2015–2023, or one year alone. */
export function withYears(messages: string, years: Years, tag: string): string {
	// As the pages have them (words/labels): in Arabic with Arabic digits.
	const { format } = new Intl.NumberFormat(tag === 'ar' ? 'ar-u-nu-arab' : tag, { useGrouping: false });
	const shown = years ? [...new Set([years.first, years.last])].map((year) => format(year)).join('–') : '';
	return messages.replaceAll('%years%', shown);
}
