/** Which files of a built site there are more of with every record, and whether a site has too many for all to be treated alike. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { mostKept } from '../lib/server/carried';
import { languagesInPaths } from './headers';

const language = `(?:(?:${languagesInPaths.join('|')})/)?`;

const ofOneRecord = new RegExp(`^/${language}(?:articles|cards|cite|embed|oembed|reports|sites|tour)/.`);

/** Whether a file of a site (`/ar/reports/x-1.html`) is about one record: seldom asked for, and one of very many. */
export const isOfOneRecord = (file: string): boolean => ofOneRecord.test(file);

/** Whether a built site has more reports than are kept without a network, compressed in advance and put at second places. */
export function isLarge(directory: string): boolean {
	try {
		const reports = readdirSync(join(directory, 'reports')).filter((name) => name.endsWith('.html'));
		return reports.length > mostKept;
	} catch {
		return false;
	}
}
