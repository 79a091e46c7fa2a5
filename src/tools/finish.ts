/** The last step of the build: files that are about all others. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { minifySync } from 'vite';
import { home } from '../../svelte.config.js';
import { pack, parcelAddress, type KeptFile, type ParcelFile } from '../lib/offline/parcel';
import { compressFirstViews, compressTexts } from './compress';
import { contentTypes, headersOf } from './headers';
import { apache } from './hosting/apache';
import { headersFile } from './hosting/headersFile';
import { siteLanguages } from './languages';
import { splitLanguages } from './oneLanguage';
import { pathOf, filesOf, writeRobots, writeSecondPlaces, writeSitemap } from './pages';
import { widenPolicy } from './policy';
import { sbom } from './sbom';
import { isLarge, isOfOneRecord } from './size';

/**
 * Gives each language its own scripts and one page its own policy, shortens the script that runs before all others, and
 * adds to a built site: what is kept of it for reading without a network, the licences, the list of packages and of pages,
 * what hosts read of it (`_headers`, `.htaccess`, `.nojekyll`), compressed forms of the texts that the build has left as
 * they are, and each page at a second place.
 */
export async function finish(directory: string): Promise<void> {
	// What is kept without a network is the page as it is served.
	splitLanguages(directory);
	widenPolicy(directory);
	shorten(join(directory, 'early.js'));
	// The tests serve the files as they are.
	const isCompressed = process.env.UNCOMPRESSED !== '1';
	if (isCompressed) await compressFirstViews(directory);
	writeParcel(directory);
	writeFileSync(join(directory, 'sbom.cdx.json'), sbom());
	if (home.origin) writeSitemap(directory, home.origin + home.base, siteLanguages());
	else if (home.base === '') writeRobots(directory);
	writeFileSync(join(directory, '_headers'), headersFile(filesOf(directory).map(pathOf), home.base));
	writeFileSync(join(directory, '.htaccess'), apache(home.base));
	// GitHub Pages leaves out folders such as _app without it.
	writeFileSync(join(directory, '.nojekyll'), '');
	if (isCompressed) compressTexts(directory);
	writeSecondPlaces(directory);
}

/** Takes the comments out of a script that the bundler does not see, and what else no browser needs. */
function shorten(script: string): void {
	writeFileSync(script, minifySync(script, readFileSync(script, 'utf8'), { module: false }).code);
}

/** Types that a server would give, by ending. */
const types: Record<string, string> = {
	...contentTypes,
	'.html': 'text/html; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm'
};

/** Endings of what is no text. */
const binary = /\.(parquet|png|jpg|webp|ico|woff2|wasm)$/;

/**
 * Of no use without a network (feeds, and pictures of links, among others), old forms of fonts beside new ones, tiles that may be as large as they like, and what the
 * desk alone needs, which keeps it itself (`draft/suggest.worker.ts`).
 */
const notKept =
	/^\/(service-worker\.js|sbom\.cdx\.json|robots\.txt|sitemap[^/]*\.xml|_app\/[^/]+)$|^\/(cards|oembed)\/|\/changes\.(atom|json)$|\.(woff|pmtiles|bin)$/;

/**
 * What is not kept of a large site: the pages and citations of single records, and files of all of them for programs. The
 * map, the lists, the filters and the search work without a network all the same.
 */
const isLeftOut = (file: string): boolean =>
	isOfOneRecord(file) ||
	(/^\/(data|desk|layers)\/.*\.\w+$/.test(file) && !/^\/data\/(listing|words)\.json$/.test(file));

/**
 * Writes what is kept of a built site without a network, with the hash of each file. Files with a hash in their name stay
 * by themselves, since a page may have fetched them already and a newer version may have them as well.
 */
export function writeParcel(directory: string): void {
	const { version } = JSON.parse(readFileSync(join(directory, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	const large = isLarge(directory);
	const packed: (KeptFile & ParcelFile)[] = [];
	const others: KeptFile[] = [];
	for (const file of filesOf(directory)) {
		if (notKept.test(file) || (large && isLeftOut(file))) continue;
		const bytes = readFileSync(join(directory, file));
		// As browsers write it in an address.
		const path = new URL(pathOf(file), 'https://attested.example').pathname;
		const type = types[extname(file)];
		const headers = { 'Content-Type': type ?? 'application/octet-stream', ...keptHeaders(path) };
		const kept = {
			path: home.base + path,
			headers,
			sha256: createHash('sha256').update(bytes).digest('hex')
		};
		const text = bytes.toString('utf8');
		const isText = type !== undefined && !binary.test(file) && Buffer.from(text).equals(bytes);
		if (isText && !file.startsWith('/_app/')) packed.push({ ...kept, text });
		else others.push(kept);
	}
	writeFileSync(join(directory, parcelAddress(version)), pack(version, packed, others));
}

/** The headers that a kept file needs as much as one from the server: all but how long to keep it. */
function keptHeaders(path: string): Record<string, string> {
	return Object.fromEntries(Object.entries(headersOf(path)).filter(([name]) => name !== 'Cache-Control'));
}
