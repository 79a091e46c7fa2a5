import adapter from '@sveltejs/adapter-static';
import { loadEnv } from 'vite';
import { basemapsIn, hostsOf } from './src/tools/basemaps.js';
import { homeOf } from './src/tools/home.js';

/** The settings of whoever builds the site: of the environment, or of a file `.env`. */
const mode = process.env.NODE_ENV === 'development' ? 'development' : 'production';
const settings = loadEnv(mode, import.meta.dirname, ['VITE_', 'BASE_PATH']);

/** Where the site will live. */
export const home = homeOf(settings);

/**
 * Other hosts that have archives of the site, or a background of its map: VITE_TILES names the former, as
 * /reports.pmtiles,https://tiles.example/more.pmtiles, VITE_BASEMAP and the data set's basemaps.json the latter.
 */
const { VITE_TILES = '', VITE_BASEMAP = '' } = settings;
const mapHosts = [...VITE_TILES.split(','), VITE_BASEMAP]
	.map((address) => address.trim())
	.filter((address) => /^https?:\/\//i.test(address))
	.map((address) => new URL(address).origin)
	.concat(basemapsIn().flatMap(hostsOf))
	.map((origin) => /** @type {`https://${string}.${string}`} */ (origin));

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		// The data set; see src/lib/server/geodata.ts. Its region and the background of its map are part of the code.
		alias: { $geodata: process.env.ATTESTED_DATA || 'geodata' },
		// Compressed is what src/tools/finish.ts says: of many records not every page.
		adapter: adapter({ precompress: false }),
		// The page for unknown addresses is served at any depth, so nothing may be relative to it.
		paths: { base: home.base, relative: false },
		prerender: {
			// Links lead to all records, of which very many are written by src/tools/buildSite.ts.
			crawl: process.env.ATTESTED_APART !== '1',
			handleHttpError: 'fail',
			handleMissingId: 'fail',
			handleUnseenRoutes: 'fail'
		},
		// The page does it itself, later: see src/lib/offline/keeper.svelte.ts.
		serviceWorker: { register: false },
		// In each page as a <meta>, with the hash of the one script that is written into it. Who may put a page into a
		// frame, and what a worker may do, can only be said by the host: see the headers in src/tools/headers.ts.
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['none'],
				'script-src': ['self'],
				'style-src': ['self'],
				// The one style attribute there is: SvelteKit's own, of the region that tells a screen reader the new title.
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'worker-src': ['self'],
				'connect-src': ['self', ...new Set(mapHosts)],
				'img-src': ['self', 'data:', 'blob:'],
				'font-src': ['self'],
				'manifest-src': ['self'],
				'base-uri': ['none'],
				'form-action': ['none'],
				'object-src': ['none'],
				// Svelte's own, which makes its templates, and ours: src/lib/base/trusted.ts.
				'require-trusted-types-for': ['script'],
				'trusted-types': ['svelte-trusted-html', 'default', 'attested-markup-to-read']
			}
		}
	}
};
