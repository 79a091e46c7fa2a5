/**
 * What a host says beside each file of the site: one table, from which the server of `npm start`, the `_headers` file
 * of the build and the snippets in `hosting/` are made.
 */
import config from '../../svelte.config.js';
import { siteLanguages } from './languages';

/** One address (`/embed`) or all below a folder (`/embed/*`). */
export type Pattern = string;

export interface Header {
	name: string;
	/** The first row with a pattern that fits decides; null, or no row that fits: the header is not sent. */
	rows: { at: Pattern[]; value: string | null }[];
}

const everywhere = ['/*'];

/** The tags of the languages that stand before a path: all of the site but the first. */
export const languagesInPaths: string[] = siteLanguages().slice(1);

/** The same address in every language. */
const inAll = (path: string): string[] =>
	['', ...languagesInPaths.map((tag) => `/${tag}`)].map((before) => before + path);

/** Pages that are made to be shown inside those of others. */
const framed = [...inAll('/embed'), ...inAll('/embed/sites/*')];

/**
 * What those pages fetch. A publisher may show them in a frame without an origin (`sandbox="allow-scripts"`): then all of
 * it comes from elsewhere for the browser, modules and fonts as well, and has to say that anybody may read it.
 */
const forFrames = [
	...framed,
	...['', ...languagesInPaths.map((tag) => `/${tag}`)].map((before) => `${before}/embed/__data.json`),
	'/_app/immutable/*',
	'/map/*'
];

/** Scripts, those of the workers among them: a page's own policy does not reach a worker. */
const scripts = ['/_app/immutable/*', '/early.js'];

/** The policy of the pages, as far as it is the same for all of them, as a header. */
function policy({ connect }: { connect?: string[] } = {}): string {
	const { directives = {} } = config.kit?.csp ?? {};
	const all = { ...directives, ...(connect && { 'connect-src': connect }), 'frame-ancestors': ['none'] };
	return Object.entries(all)
		.map(([name, sources]) => [name, ...(sources as string[]).map(inPolicy)].join(' '))
		.join('; ');
}

/** Keywords and hashes stand between quotes, which SvelteKit's settings leave out. */
const inPolicy = (source: string) =>
	/^(self|none|script|unsafe-hashes|sha256-.*)$/.test(source) ? `'${source}'` : source;

/** Files that are there for other people's programs and pages as much as for ours. */
const shared = [
	'/data/*',
	'/layers/*',
	'/cite/*',
	'/schemas/*',
	'/oembed/*',
	...inAll('/changes.atom'),
	...inAll('/changes.json')
];

/** What a browser may do that this site never asks for. Copying to the clipboard is left to the site itself. */
const permissions = [
	...[
		'accelerometer',
		'autoplay',
		'camera',
		'display-capture',
		'encrypted-media',
		'fullscreen',
		'geolocation',
		'gyroscope',
		'magnetometer',
		'microphone',
		'midi',
		'payment',
		'picture-in-picture',
		'screen-wake-lock',
		'usb',
		'xr-spatial-tracking'
	].map((feature) => `${feature}=()`),
	'clipboard-write=(self)'
].join(', ');

export const headers: Header[] = [
	{ name: 'X-Content-Type-Options', rows: [{ at: everywhere, value: 'nosniff' }] },
	{ name: 'Referrer-Policy', rows: [{ at: everywhere, value: 'no-referrer' }] },
	{ name: 'Permissions-Policy', rows: [{ at: everywhere, value: permissions }] },
	{
		name: 'Cache-Control',
		rows: [
			// Their names change with their content.
			{ at: ['/_app/immutable/*'], value: 'public, max-age=31536000, immutable' },
			// Kept, but asked for again each time, by its ETag.
			{ at: everywhere, value: 'no-cache' }
		]
	},
	{
		// All else of a page's policy is in the page itself, with the hash of its script; a <meta> can't say who may frame
		// it. A worker has the policy that its script comes with, and no other.
		name: 'Content-Security-Policy',
		rows: [
			{ at: scripts, value: policy() },
			{ at: ['/service-worker.js'], value: policy({ connect: ['self'] }) },
			{ at: framed, value: null },
			{ at: everywhere, value: "frame-ancestors 'none'" }
		]
	},
	{
		// A page that opened one of ours, or that ours opened, has no hold on it.
		name: 'Cross-Origin-Opener-Policy',
		rows: [
			{ at: framed, value: null },
			{ at: everywhere, value: 'same-origin' }
		]
	},
	{ name: 'Access-Control-Allow-Origin', rows: [{ at: [...shared, ...forFrames], value: '*' }] }
];

/** Types that hosts do not know by a file's ending, or give without an encoding. */
export const contentTypes: Record<string, string> = {
	'.atom': 'application/atom+xml; charset=utf-8',
	'.kml': 'application/vnd.google-earth.kml+xml',
	'.gpx': 'application/gpx+xml',
	'.parquet': 'application/vnd.apache.parquet',
	'.bib': 'application/x-bibtex; charset=utf-8',
	'.ris': 'application/x-research-info-systems; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.csvt': 'text/csv; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.md': 'text/markdown; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.jsonld': 'application/ld+json',
	'.geojson': 'application/geo+json',
	'.webmanifest': 'application/manifest+json',
	'.pmtiles': 'application/vnd.pmtiles'
};

/** Whether a path, as it stands in an address, fits a pattern. */
export function fits(path: string, pattern: Pattern): boolean {
	return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/** The page that says that there is nothing at an address. Its headers are those of every such address. */
export const unknownPage = '/404';

/** The headers of a path that has a file. */
export function headersOf(path: string): Record<string, string> {
	return Object.fromEntries(
		headers.flatMap(({ name, rows }) => {
			const value = rows.find(({ at }) => at.some((pattern) => fits(path, pattern)))?.value;
			return value ? [[name, value]] : [];
		})
	);
}
