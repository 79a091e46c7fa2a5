import { contentTypes, headers, unknownPage } from '../headers';
import { forHostsPattern, isOne, regex } from './table';

/**
 * The `.htaccess` of a built site, for Apache 2.4: the folder is copied as it is, whoever runs the server. What a module
 * does that is not there, or that the server does not leave to the folder, the site does without.
 * @param base path of the site
 */
export function apache(base: string): string {
	const said = headers.flatMap(({ name, rows }) =>
		rows.flatMap(({ at, value }, index) => {
			if (value === null) return [];
			if (isOne(rows)) return [`\tHeader always set ${name} "${value}"`];
			const before = rows.slice(0, index).flatMap((row) => row.at);
			const conditions = [
				...(at.includes('/*') ? [] : [`%{REQUEST_URI} =~ ${anyOf(at, base)}`]),
				...before.map((pattern) => `%{REQUEST_URI} !~ ${anyOf([pattern], base)}`)
			];
			return [`\tHeader always set ${name} "${value}" "expr=${conditions.join(' && ')}"`];
		})
	);
	return [
		'# Written by `npm run build` from src/tools/headers.ts, for Apache 2.4.',
		`ErrorDocument 404 ${base}${unknownPage}.html`,
		'DirectoryIndex index.html',
		'',
		'<IfModule mod_rewrite.c>',
		'\tRewriteEngine On',
		'\tRewriteOptions AllowNoSlash',
		'\t# Each page has a folder of its name: without a slash at its end the page is meant.',
		'\tRewriteCond %{REQUEST_FILENAME}.html -f',
		'\tRewriteRule [^/]$ %{REQUEST_URI}.html [L]',
		'\t# For other hosts.',
		`\tRewriteRule ^${forHostsPattern}$ - [R=404,L]`,
		'</IfModule>',
		'',
		'<IfModule mod_mime.c>',
		...Object.entries(contentTypes).map(([ending, type]) => `\tAddType "${type}" ${ending}`),
		'\t# Compressed forms that lie beside the files, for other servers.',
		'\tAddEncoding gzip .gz',
		'\tAddEncoding br .br',
		'</IfModule>',
		'',
		'<IfModule mod_headers.c>',
		...said,
		'</IfModule>',
		'',
		'<IfModule mod_filter.c>',
		'\t<IfModule mod_deflate.c>',
		`\t\tAddOutputFilterByType DEFLATE ${compressed.join(' ')}`,
		'\t</IfModule>',
		'</IfModule>',
		''
	].join('\n');
}

/** One regular expression for the addresses of several patterns: those of a page are `/embed`, `/embed/`, `/embed.html`. */
const anyOf = (patterns: readonly string[], base: string) =>
	`m#${patterns.map((pattern) => regex(pattern, base, '(/|/index\\.html|\\.html)?')).join('|')}#`;

/** Types of what becomes smaller. */
const compressed = [
	'text/html',
	'application/json',
	'image/svg+xml',
	...new Set(
		Object.values(contentTypes)
			.map((type) => type.split(';')[0]!)
			.filter((type) => !/parquet|pmtiles/.test(type))
	)
];
