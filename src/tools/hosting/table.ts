/** What the settings of all servers take from the table of headers. */
import { contentTypes, type Header, type Pattern } from '../headers';

export const madeBy = '# Written by `npm run hosting` from src/tools/headers.ts.';

/** What is in a built site for one kind of host, and is no part of the site. */
export const forHosts = ['_headers', '.htaccess', '.nojekyll'] as const;

/** Those as a regular expression. */
export const forHostsPattern = `(${forHosts.map((name) => name.replace('.', '\\.')).join('|')})`;

/** Whether a header is the same everywhere. */
export const isOne = (rows: Header['rows']) => rows.length === 1 && rows[0]!.at.includes('/*');

export const quoted = (text: string, mark = text.includes("'") ? '"' : "'") => mark + text + mark;

/** A regular expression for the files of a pattern: of a page that is `/embed.html`. @param base path of the site */
export const regex = (pattern: Pattern, base: string, page = '(\\.html)?') => {
	const path = (base + pattern).replaceAll('.', '\\.');
	return pattern.endsWith('*') ? `^${path.slice(0, -1)}` : `^${path}${page}$`;
};

/** Types that are said with their encoding. */
export const typesWithCharset = [
	...new Set(Object.values(contentTypes).flatMap((type) => (type.includes(';') ? [type.split(';')[0]!] : [])))
];
