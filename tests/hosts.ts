/**
 * How the common hosts of static sites find the file for an address, as each says it of itself: small models, which are
 * asked without a network. `npm run torture -- hosts` asks the real servers, as far as a machine has them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from '../src/tools/command';

/** What a host does: sends a file, sends the reader on, or has nothing. */
export type Reply = { file: string } | { to: string } | null;

/**
 * @param has whether there is such a file below the folder that the host publishes, or such a folder: `/about.html`, `/about/`
 * @param base path of the site on its host
 */
export type Host = (path: string, has: (file: string) => boolean, base: string) => Reply;

const isSlash = (path: string) => path.endsWith('/');
const withoutSlash = (path: string) => path.replace(/\/$/, '');
const index = (path: string) => `${withoutSlash(path)}/index.html`;

/** The first of some files that is there. */
const first = (has: (file: string) => boolean, ...files: string[]): Reply => {
	const file = files.find((each) => !isSlash(each) && has(each));
	return file === undefined ? null : { file };
};

/** What most web servers do by themselves: a folder is its index, and is asked for with a slash. */
const plain: Host = (path, has) => {
	if (isSlash(path)) return first(has, index(path));
	return first(has, path) ?? (has(index(path)) ? { to: `${path}/` } : null);
};

export const hosts: Record<string, Host> = {
	// What it does with all forms was tried out for https://github.com/slorber/trailing-slash-guide (the table in its
	// README); that it finds /about.html for /about is in Jekyll's guide to permalinks, “Extensionless permalinks”
	// (https://jekyllrb.com/docs/permalinks/#extensionless-permalinks).
	'GitHub Pages': (path, has) =>
		isSlash(path)
			? first(has, index(path))
			: (first(has, path, `${path}.html`) ?? (has(index(path)) ? { to: `${path}/` } : null)),

	// https://docs.gitlab.com/user/project/pages/introduction/#resolving-ambiguous-urls, and for a folder beside a page
	// https://gitlab.com/gitlab-org/gitlab-pages/-/issues/1130: the folder comes first, whether or not it has an index.
	'GitLab Pages': (path, has) => {
		if (isSlash(path)) return first(has, index(path));
		if (has(path)) return { file: path };
		return has(`${path}/`) ? { to: `${path}/` } : first(has, `${path}.html`);
	},

	// https://docs.netlify.com/manage/routing/redirects/redirect-options/#trailing-slash, and the table of
	// trailing-slash-guide: a page with an address of its own loses the slash.
	Netlify: (path, has) => {
		if (!isSlash(path))
			return first(has, path, `${path}.html`) ?? (has(index(path)) ? { to: `${path}/` } : null);
		const page = withoutSlash(path);
		return page !== '' && has(`${page}.html`) ? { to: page } : first(has, index(path));
	},

	// https://developers.cloudflare.com/pages/configuration/serving-pages/#route-matching: no address has .html or
	// index.html at its end.
	'Cloudflare Pages': (path, has) => {
		if (/\/index\.html$/.test(path) && has(path)) return { to: path.slice(0, -'index.html'.length) };
		if (/\.html$/.test(path) && has(path)) return { to: path.slice(0, -'.html'.length) };
		if (!isSlash(path))
			return first(has, path, `${path}.html`) ?? (has(index(path)) ? { to: `${path}/` } : null);
		const page = withoutSlash(path);
		return first(has, index(path)) ?? (has(`${page}.html`) ? { to: page } : null);
	},

	// https://docs.aws.amazon.com/AmazonS3/latest/userguide/IndexDocumentSupport.html: the website endpoint of a bucket,
	// which CloudFront may have as its origin. A folder without a slash is answered with 302.
	'S3 website': plain,

	// A bucket knows the names of its objects alone; hosting/cloudfront.js is run before it
	// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html).
	'S3 and CloudFront with hosting/cloudfront.js': (path, has) => {
		const { uri } = onRequest({ context: { eventType: 'viewer-request' }, request: { uri: path } });
		return first(has, uri);
	},

	// https://nginx.org/en/docs/http/ngx_http_core_module.html#try_files, as hosting/nginx.conf has it.
	'nginx with hosting/nginx.conf': (path, has, base) => {
		if (isSlash(path) && path !== `${base}/`) return { to: withoutSlash(path) };
		return first(has, path, `${path}.html`, index(path));
	},
	// As a package of it comes: `try_files $uri $uri/ =404`.
	'nginx as it comes': plain,

	// https://caddyserver.com/docs/caddyfile/directives/try_files and file_server (`canonical_uris`).
	'Caddy with hosting/Caddyfile': (path, has, base) => {
		if (isSlash(path) && path !== `${base}/`) return { to: withoutSlash(path) };
		return first(has, path, `${path}.html`) ?? plain(path, has, base);
	},
	'Caddy as it comes': (path, has, base) => {
		if (/\/index\.html$/.test(path) && has(path)) return { to: path.slice(0, -'index.html'.length) };
		return plain(path, has, base);
	},

	// https://httpd.apache.org/docs/2.4/mod/mod_dir.html#directoryslash
	'Apache as it comes': plain,
	// The build's .htaccess: https://httpd.apache.org/docs/2.4/mod/mod_rewrite.html#rewriteoptions
	'Apache with .htaccess': (path, has, base) =>
		!isSlash(path) && has(`${path}.html`) ? { file: `${path}.html` } : plain(path, has, base),

	// https://docs.python.org/3/library/http.server.html#http.server.SimpleHTTPRequestHandler.do_GET: a folder without an
	// index is listed, which is not the page.
	'python3 -m http.server': plain
};

interface CloudFrontEvent {
	context: { eventType: 'viewer-request' | 'viewer-response' };
	request: { uri: string };
	response?: { headers: Record<string, { value: string }> };
}

const handler = new Function(
	`${readFileSync(join(project, 'hosting/cloudfront.js'), 'utf8')}\nreturn handler;`
)() as (event: CloudFrontEvent) => unknown;

const onRequest = (event: CloudFrontEvent) => handler(event) as { uri: string };

/** The headers that hosting/cloudfront.js adds to an answer, by name in small letters. */
export function cloudFrontHeaders(path: string): Record<string, string> {
	const { uri } = onRequest({ context: { eventType: 'viewer-request' }, request: { uri: path } });
	const { headers } = handler({
		context: { eventType: 'viewer-response' },
		request: { uri },
		response: { headers: {} }
	}) as NonNullable<CloudFrontEvent['response']>;
	return Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name, value]));
}

/** The forms in which a page may be asked for. */
export const formsOf = (path: string): string[] =>
	path === '/' ? ['/', '/index.html'] : [path, `${path}/`, `${path}.html`, `${path}/index.html`];

/**
 * What a host does wrong with the pages of a site, a line for each address.
 * @param files what lies in the published folder: `/about.html`, and with the path of the site before it
 * @param base path of the site on its host
 */
export function faultsOf(
	host: Host,
	files: readonly string[],
	pages: readonly string[],
	base = ''
): string[] {
	const all = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
	const has = (file: string) => all.has(file);
	return pages.flatMap((page) =>
		formsOf(page).flatMap((form) => {
			const right = [`${base}${page === '/' ? '/index' : page}.html`, index(base + page)];
			const found = follow(base + form, (way) => host(way, has, base));
			return found !== null && right.includes(found) ? [] : [`${base + form} leads to ${found ?? 'nothing'}`];
		})
	);
}

const foldersOf = (file: string) => [...file.matchAll(/\//g)].map(({ index: at }) => file.slice(0, at + 1));

/** The file that a reader is led to, in no more than three steps; null where there is none. */
function follow(path: string, host: (path: string) => Reply): string | null {
	for (let way: string = path, times = 0; times <= 3; times++) {
		const reply = host(way);
		if (reply === null) return null;
		if ('file' in reply) return reply.file;
		way = reply.to;
	}
	return null;
}
