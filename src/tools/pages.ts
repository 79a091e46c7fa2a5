/** The pages of a built site: where each lies, and what is written about all of them. */
import {
	copyFileSync,
	existsSync,
	linkSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';

/**
 * The files of a built site, without their compressed forms, the second places of pages, and what is for a host alone,
 * in order: `/index.html`, `/data/reports.csv`.
 */
export function filesOf(directory: string): string[] {
	return readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(gz|br)$|^_headers$|^\./.test(entry.name))
		.map(({ parentPath, name }) => join(parentPath, name).slice(directory.length).replaceAll('\\', '/'))
		.filter((file) => !/.\/index\.html$/.test(file))
		.sort();
}

/** The path of a file in addresses: `/about` of `/about.html`. */
export const pathOf = (file: string): string => (file === '/index.html' ? '/' : file.replace(/\.html$/, ''));

const isUnknownPage = (file: string) => /^(\/[^/]+)?\/404\.html$/.test(file);

/**
 * Puts each page at a second place: `about.html` at `about/index.html` too, with its compressed forms. Beside every page
 * lies a folder of its name, and hosts differ in what they take for `/about` and `/about/`: with both, each finds the
 * page. It is the same file under two names where the disk can do that.
 */
export function writeSecondPlaces(directory: string): void {
	for (const file of filesOf(directory)) {
		if (!file.endsWith('.html') || file === '/index.html' || isUnknownPage(file)) continue;
		const folder = join(directory, pathOf(file));
		mkdirSync(folder, { recursive: true });
		for (const ending of ['', '.gz', '.br'])
			if (existsSync(join(directory, file + ending)))
				sameFile(join(directory, file + ending), join(folder, `index.html${ending}`));
	}
}

function sameFile(from: string, to: string): void {
	try {
		linkSync(from, to);
	} catch {
		copyFileSync(from, to);
	}
}

/** Pages that say themselves that they are for no search: those for the pages of others, for one. */
const isForSearch = (html: string) => !/<meta name="robots" content="noindex"/.test(html);

/** The paths of the pages that others may find and cite, in order. */
export function pagesOf(directory: string): string[] {
	return filesOf(directory)
		.filter((file) => file.endsWith('.html') && !isUnknownPage(file))
		.filter((file) => isForSearch(readFileSync(join(directory, file), 'utf8')))
		.map(pathOf);
}

/**
 * Fewer than the protocol lets one file have (https://www.sitemaps.org/protocol.html): with the addresses in other languages
 * beside each, 50,000 of them would be more bytes than it may have.
 */
const mostAddresses = 10_000;

/**
 * Lists the pages of a built site for search engines, in `sitemap.xml`, each with the same page in every other language;
 * where they are too many for one file, that lists others. At the root of a host `robots.txt` names it; below, no search
 * engine would look for that.
 * @param site address of the site, without a slash at its end
 * @param languages of the site, the first of which has no tag in its addresses
 */
export function writeSitemap(
	directory: string,
	site: string,
	languages: readonly string[],
	most = mostAddresses
): void {
	const urls = entriesOf(pagesOf(directory), site, languages);
	const parts = Array.from({ length: Math.ceil(urls.length / most) }, (_, part) =>
		urls.slice(part * most, (part + 1) * most)
	);
	const write = (name: string, text: string) => writeFileSync(join(directory, name), text);
	if (parts.length <= 1) write('sitemap.xml', sitemap('urlset', urls));
	else {
		const names = parts.map((_, part) => `sitemap-${part + 1}.xml`);
		parts.forEach((part, index) => write(names[index]!, sitemap('urlset', part)));
		write(
			'sitemap.xml',
			sitemap(
				'sitemapindex',
				names.map((name) => `<sitemap><loc>${inXml(`${site}/${name}`)}</loc></sitemap>`)
			)
		);
	}
	if (new URL(site).pathname === '/') writeRobots(directory, `${site}/sitemap.xml`);
}

/** Lets every robot read everything, as `robots.txt` at the root of a host. @param list the address of the list of pages */
export function writeRobots(directory: string, list?: string): void {
	const lines = ['User-agent: *', 'Allow: /', '', ...(list ? [`Sitemap: ${list}`, ''] : [])];
	writeFileSync(join(directory, 'robots.txt'), lines.join('\n'));
}

/** Each page as an entry of the list, with itself and the others of its kind by language. */
function entriesOf(paths: readonly string[], site: string, [first, ...others]: readonly string[]): string[] {
	const there = new Set(paths);
	const inLanguage = (tag: string, path: string) =>
		tag === first ? path : `/${tag}${path === '/' ? '' : path}`;
	const addressOf = (path: string) => inXml(encodeURI(site + path));
	return paths.map((path) => {
		const tag = others.find((other) => path === `/${other}` || path.startsWith(`/${other}/`));
		const plain = tag === undefined ? path : path.slice(tag.length + 1) || '/';
		const same = [first!, ...others]
			.map((language) => [language, inLanguage(language, plain)] as const)
			.filter(([, other]) => there.has(other));
		const links =
			same.length > 1 ? [...same, ...(there.has(plain) ? [['x-default', plain] as const] : [])] : [];
		const alternates = links.map(
			([language, other]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${addressOf(other)}"/>`
		);
		return `<url><loc>${addressOf(path)}</loc>${alternates.join('')}</url>`;
	});
}

const inXml = (address: string) => address.replaceAll('&', '&amp;');

function sitemap(list: 'urlset' | 'sitemapindex', entries: readonly string[]): string {
	const others = list === 'urlset' ? ' xmlns:xhtml="http://www.w3.org/1999/xhtml"' : '';
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<${list} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${others}>`,
		...entries,
		`</${list}>`,
		''
	].join('\n');
}
