/**
 * `npm run hosting [-- --check]`: writes the table of headers as settings of two web servers, into `hosting/`. With
 * --check it only says which are out of date, exit code 1. The build writes the third form, `_headers`, for static
 * hosts that read it.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isCommand, project } from './command';
import {
	contentTypes,
	headers,
	headersOf,
	languagesInPaths,
	unknownPage,
	type Header,
	type Pattern
} from './headers';
import { writeOutput } from './output';

const madeBy = '# Written by `npm run hosting` from src/tools/headers.ts.';

/** A server block of nginx with the maps that it reads: the whole of a file in `conf.d`. */
export function nginx(): string {
	const varying = headers.filter(({ rows }) => !isOne(rows));
	const types = Object.entries(contentTypes)
		.filter(([ending]) => !known.includes(ending))
		.map(([ending, type]) => `\t\t${type.split(';')[0]} ${ending.slice(1)};`);
	const withCharset = new Set(
		Object.values(contentTypes).flatMap((type) => (type.includes(';') ? [type.split(';')[0]!] : []))
	);
	return [
		madeBy,
		'# For a file of its own in /etc/nginx/conf.d: set the name and the folder, and TLS as you are used to.',
		'',
		...varying.flatMap((header) => [
			`map $uri ${variable(header)} {`,
			"\tdefault '';",
			...header.rows.flatMap(({ at, value }) =>
				at.map((pattern) => `\t~${regex(pattern)} ${quoted(value ?? '')};`)
			),
			'}',
			''
		]),
		'server {',
		'\tlisten 80;',
		'\tserver_name example.org;',
		'\troot /srv/attested;',
		'',
		'\t# The build has put a .gz and a .br beside each text.',
		'\tgzip_static on;',
		'\tgzip_vary on;',
		'\t# brotli_static on;  # with the module ngx_brotli',
		'\tetag on;',
		'\tcharset utf-8;',
		`\tcharset_types ${[...withCharset].join(' ')};`,
		'\tinclude /etc/nginx/mime.types;',
		'\ttypes {',
		...types,
		'\t}',
		'',
		...headers.map((header) => {
			const value = isOne(header.rows) ? quoted(header.rows[0]!.value!) : variable(header);
			return `\tadd_header ${header.name} ${value} always;`;
		}),
		'',
		'\t# For other hosts.',
		'\tlocation = /_headers {',
		'\t\treturn 404;',
		'\t}',
		'\t# Pages have no slash at their end.',
		'\trewrite ^/(.+)/$ /$1 permanent;',
		'\tlocation / {',
		'\t\ttry_files $uri $uri.html $uri/index.html =404;',
		'\t}',
		`\terror_page 404 ${unknownPage}.html;`,
		'}',
		''
	].join('\n');
}

/** A site of Caddy. */
export function caddy(): string {
	const said = headers.flatMap((header) =>
		header.rows.flatMap(({ at, value }, index) => {
			if (value === null) return [];
			if (isOne(header.rows)) return [`\theader ${header.name} ${quoted(value, '`')}`];
			const name = `@${header.name.toLowerCase()}-${index + 1}`;
			const before = header.rows.slice(0, index).flatMap((row) => row.at);
			return [
				`\t${name} {`,
				...(at.includes('/*') ? [] : [`\t\tpath ${at.join(' ')}`]),
				...(before.length > 0 ? [`\t\tnot path ${before.join(' ')}`] : []),
				'\t}',
				`\theader ${name} ${header.name} ${quoted(value, '`')}`
			];
		})
	);
	const types = Object.entries(contentTypes).map(
		([ending, type]) => `\theader *${ending} Content-Type ${quoted(type, '`')}`
	);
	return [
		madeBy,
		'# Set the name and the folder. Caddy sees to TLS.',
		'',
		'example.org {',
		'\troot * /srv/attested',
		...said,
		...types,
		'\t# For other hosts.',
		'\terror /_headers 404',
		'\t# Pages have no slash at their end.',
		'\t@slash path_regexp slash ^/(.+)/$',
		'\tredir @slash /{re.slash.1}?{query} 308',
		'\ttry_files {path} {path}.html',
		'\t# The build has put a .gz and a .br beside each text.',
		'\tfile_server {',
		'\t\tprecompressed br gzip',
		'\t}',
		'\thandle_errors {',
		'\t\t@missing expression {http.error.status_code} == 404',
		`\t\trewrite @missing ${unknownPage}.html`,
		...headers
			.filter(({ name, rows }) => !isOne(rows) && headersOf(unknownPage)[name])
			.map(({ name }) => `\t\theader @missing ${name} ${quoted(headersOf(unknownPage)[name]!, '`')}`),
		'\t\tfile_server @missing {',
		'\t\t\tprecompressed br gzip',
		'\t\t}',
		'\t}',
		'}',
		''
	].join('\n');
}

/**
 * The `_headers` file of Netlify, Cloudflare Pages and their like. All rules that fit are added up there and none
 * can take a header away, so that what is not the same everywhere is said for each part of the site by itself.
 * @param addresses paths of everything that the site has, as they stand in addresses: `/about`, `/data/reports.csv`
 * @throws Error where two addresses of one part have different headers
 */
export function headersFile(addresses: string[]): string {
	const common = Object.fromEntries(
		headers.filter(({ rows }) => isOne(rows)).map(({ name, rows }) => [name, rows[0]!.value!])
	);
	const rules = new Map<Pattern, Record<string, string>>();
	for (const address of addresses.toSorted()) {
		const pattern = partOf(address);
		const own = Object.fromEntries(Object.entries(headersOf(address)).filter(([name]) => !(name in common)));
		const before = rules.get(pattern);
		if (before && JSON.stringify(before) !== JSON.stringify(own))
			throw new Error(`${pattern} of _headers would say the wrong thing of ${address}`);
		rules.set(pattern, own);
	}
	return [['/*', common] as const, ...rules]
		.map(([pattern, own]) =>
			[pattern, ...Object.entries(own).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n')
		)
		.join('\n');
}

/** The address itself at the top of the site, else the folder that it is in, in each language. */
function partOf(address: string): Pattern {
	const [, ...parts] = address.split('/');
	const language = languagesInPaths.includes(parts[0]!) ? 1 : 0;
	// Of these not everything has the same headers.
	const depth = language + (['_app', 'embed'].includes(parts[language]!) ? 2 : 1);
	return parts.length <= depth ? address : `/${parts.slice(0, depth).join('/')}/*`;
}

const isOne = (rows: Header['rows']) => rows.length === 1 && rows[0]!.at.includes('/*');
const variable = ({ name }: Header) => `$attested_${name.toLowerCase().replaceAll('-', '_')}`;
const quoted = (text: string, mark = text.includes("'") ? '"' : "'") => mark + text + mark;
// Tried on the file that was found, never on what was asked for: `/embed/..%2fabout` is not below /embed.
const regex = (pattern: Pattern) =>
	pattern.endsWith('*') ? `^${pattern.slice(0, -1)}` : `^${pattern}(\\.html)?$`;

/** Endings that nginx has a type for. */
const known = ['.kml', '.txt', '.js', '.css'];

const files: Record<string, () => string> = { 'hosting/nginx.conf': nginx, 'hosting/Caddyfile': caddy };

/** Names of the files in `hosting/` that are not what the table says. */
export function outdatedHosting(): string[] {
	return Object.keys(files).filter((name) => {
		try {
			return readFileSync(join(project, name), 'utf8') !== files[name]!();
		} catch {
			return true;
		}
	});
}

if (isCommand(import.meta.url)) {
	const outdated = outdatedHosting();
	if (process.argv.includes('--check')) {
		for (const name of outdated)
			console.error(`${name} is not what src/tools/headers.ts says: npm run hosting`);
		process.exitCode = outdated.length > 0 ? 1 : 0;
	} else {
		for (const name of outdated) {
			mkdirSync(dirname(join(project, name)), { recursive: true });
			writeOutput(join(project, name), files[name]!());
			console.log(`${name} written`);
		}
	}
}
