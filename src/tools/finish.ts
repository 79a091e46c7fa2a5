/** The last step of the build: files that are about all others. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compressTexts } from './compress';
import { headersFile } from './hosting';

/** Adds to a built site: `_headers`, and compressed forms of the texts that the build has left as they are. */
export function finish(directory: string): void {
	writeFileSync(join(directory, '_headers'), headersFile(addressesOf(directory)));
	compressTexts(directory);
}

/** The addresses of a built site's files, in order: `/`, `/about`, `/data/reports.csv`. */
export function addressesOf(directory: string): string[] {
	return readdirSync(directory, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && !/\.(gz|br)$|^_headers$/.test(entry.name))
		.map(({ parentPath, name }) => addressOf(join(parentPath, name).slice(directory.length)))
		.sort();
}

function addressOf(path: string): string {
	const slashed = path.replaceAll('\\', '/');
	return slashed === '/index.html' ? '/' : slashed.replace(/\.html$/, '');
}
