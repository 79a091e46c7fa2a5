/**
 * The one page that may ask other hosts. SvelteKit writes the same Content-Security-Policy into every page; the page that
 * fetches a reader's data from an address, once the reader agrees, gets its own when the site is built.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compress } from './compress';
import { languagesInPaths } from './headers';

/** The files of that page in a built site. */
export const asking: readonly string[] = ['', ...languagesInPaths.map((tag) => `${tag}/`)].map(
	(before) => `${before}fetch.html`
);

/** Whom it may ask: whoever answers safely, and the reader's own machine. */
const others = 'https: http://localhost:* http://127.0.0.1:*';

/** A page that may ask others besides its own host. @throws where its policy is not the one of all pages */
export function widened(html: string): string {
	// Beside its own host a page may ask those of the archives that the site publishes.
	const parts = html.split(/connect-src 'self'(?: https?:\/\/[^\s;*]+)*;/);
	if (parts.length !== 2)
		throw new Error('A page has another policy than expected: svelte.config.js has it.');
	return parts.join(`connect-src 'self' ${others};`);
}

/** Gives the page that asks others its policy in a built site, compressed forms included. */
export function widenPolicy(directory: string): void {
	for (const file of asking) {
		const path = join(directory, file);
		writeFileSync(path, widened(readFileSync(path, 'utf8')));
		const isCompressed = existsSync(`${path}.gz`);
		for (const ending of ['.gz', '.br']) rmSync(path + ending, { force: true });
		if (isCompressed) compress(path);
	}
}
