/**
 * `npm run build [-- --data DIR]`: checks the records and builds the site into `build/`, as it is put on a host. Nothing is
 * built of records that have a problem. Exit code 1 where it fails.
 */
import { home } from '../../svelte.config.js';
import { buildSite } from './buildSite';
import { check } from './check';
import { isCommand, useData } from './command';

/** What is in the files of a site that does not know its own address. */
const withoutOrigin =
	'The site was not told where it will live: permalinks in files, citations, identifiers and what a link to a page shows ' +
	`(canonical addresses, previews in chats) are relative, and no sitemap is written. For whole ones, build with VITE_SITE_ORIGIN=https://example.org${home.base}`;

async function build(): Promise<number> {
	if (!useData()) return 1;
	const { passed, lines, reports } = check();
	console.log(lines.join('\n'));
	if (!passed) return 1;
	const { code } = await buildSite(reports);
	if (code === 0 && home.base) console.log(`\nThe site is for the path ${home.base}/ of its host.`);
	if (code === 0 && !home.origin) console.log(`\n${withoutOrigin}`);
	return code;
}

if (isCommand(import.meta.url)) process.exitCode = await build();
