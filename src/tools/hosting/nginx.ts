import { contentTypes, headers, unknownPage, type Header } from '../headers';
import { forHostsPattern, isOne, madeBy, quoted, regex, typesWithCharset } from './table';

/** Endings that nginx has a type for. */
const known = ['.kml', '.txt', '.js', '.css'];

/** A server block of nginx with the maps that it reads: the whole of a file in `conf.d`. @param base path of the site */
export function nginx(base: string): string {
	const varying = headers.filter(({ rows }) => !isOne(rows));
	const types = Object.entries(contentTypes)
		.filter(([ending]) => !known.includes(ending))
		.map(([ending, type]) => `\t\t${type.split(';')[0]} ${ending.slice(1)};`);
	return [
		madeBy,
		'# For a file of its own in /etc/nginx/conf.d: set the name and the folder, and TLS as you are used to.',
		...(base === '' ? [] : [`# What is in build/ goes to /srv/attested${base}.`]),
		'',
		// Tried on the file that was found, never on what was asked for: `/embed/..%2fabout` is not below /embed.
		...varying.flatMap((header) => [
			`map $uri ${variable(header)} {`,
			"\tdefault '';",
			...header.rows.flatMap(({ at, value }) =>
				at.map((pattern) => `\t~${regex(pattern, base)} ${quoted(value ?? '')};`)
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
		'\t# Behind a proxy nginx does not know its own address.',
		'\tabsolute_redirect off;',
		'\tcharset utf-8;',
		`\tcharset_types ${typesWithCharset.join(' ')};`,
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
		`\tlocation ~ ^${base}/${forHostsPattern}$ {`,
		'\t\treturn 404;',
		'\t}',
		'\t# Pages have no slash at their end.',
		`\trewrite ^${base}/(.+)/$ ${base}/$1 permanent;`,
		'\tlocation / {',
		'\t\ttry_files $uri $uri.html $uri/index.html =404;',
		'\t}',
		`\terror_page 404 ${base}${unknownPage}.html;`,
		'}',
		''
	].join('\n');
}

const variable = ({ name }: Header) => `$attested_${name.toLowerCase().replaceAll('-', '_')}`;
