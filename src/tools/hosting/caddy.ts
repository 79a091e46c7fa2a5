import { contentTypes, headers, headersOf, unknownPage } from '../headers';
import { forHosts, isOne, madeBy, quoted } from './table';

/** A site of Caddy. @param base path of the site */
export function caddy(base: string): string {
	const paths = (patterns: readonly string[]) => patterns.map((pattern) => base + pattern).join(' ');
	const said = headers.flatMap((header) =>
		header.rows.flatMap(({ at, value }, index) => {
			if (value === null) return [];
			if (isOne(header.rows)) return [`\theader ${header.name} ${quoted(value, '`')}`];
			const name = `@${header.name.toLowerCase()}-${index + 1}`;
			const before = header.rows.slice(0, index).flatMap((row) => row.at);
			return [
				`\t${name} {`,
				...(at.includes('/*') ? [] : [`\t\tpath ${paths(at)}`]),
				...(before.length > 0 ? [`\t\tnot path ${paths(before)}`] : []),
				'\t}',
				`\theader ${name} ${header.name} ${quoted(value, '`')}`
			];
		})
	);
	// Without a matcher with a name, `*.kml` would be read as the name of a header.
	const types = Object.entries(contentTypes).flatMap(([ending, type]) => [
		`\t@type${ending} path *${ending}`,
		`\theader @type${ending} Content-Type ${quoted(type, '`')}`
	]);
	return [
		madeBy,
		'# Set the name and the folder. Caddy sees to TLS.',
		...(base === '' ? [] : [`# What is in build/ goes to /srv/attested${base}.`]),
		'',
		'example.org {',
		'\troot * /srv/attested',
		...said,
		...types,
		'\t# For other hosts.',
		`\t@forHosts path ${paths(forHosts.map((name) => `/${name}`))}`,
		'\terror @forHosts 404',
		'\t# Pages have no slash at their end.',
		`\t@slash path_regexp slash ^${base}/(.+)/$`,
		`\tredir @slash ${base}/{re.slash.1}?{query} 308`,
		'\ttry_files {path} {path}.html',
		'\t# The build has put a .gz and a .br beside each text.',
		'\tfile_server {',
		'\t\tprecompressed br gzip',
		'\t}',
		'\thandle_errors {',
		'\t\t@missing expression {http.error.status_code} == 404',
		`\t\trewrite @missing ${base}${unknownPage}.html`,
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
