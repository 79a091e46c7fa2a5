/**
 * `npm run hosting [-- --check]`: writes the table of headers as settings of web servers, into `hosting/`. With --check it
 * only says which are out of date, exit code 1. The build writes the other forms, `_headers` and `.htaccess`, for hosts
 * that read them in the site itself.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { home } from '../../svelte.config.js';
import { isCommand, project } from './command';
import { caddy } from './hosting/caddy';
import { cloudfront } from './hosting/cloudfront';
import { nginx } from './hosting/nginx';
import { writeOutput } from './output';

const files: Record<string, (base: string) => string> = {
	'hosting/nginx.conf': nginx,
	'hosting/Caddyfile': caddy,
	'hosting/cloudfront.js': cloudfront
};

/** Names of the files in `hosting/` that are not what the table says. */
export function outdatedHosting(): string[] {
	return Object.keys(files).filter((name) => {
		try {
			return readFileSync(join(project, name), 'utf8') !== files[name]!(home.base);
		} catch {
			return true;
		}
	});
}

if (isCommand(import.meta.url)) {
	const outdated = outdatedHosting();
	if (process.argv.includes('--check')) {
		for (const name of outdated)
			console.error(`${name} is not what src/tools/headers.ts says: npm run hosting`);
		process.exitCode = outdated.length > 0 ? 1 : 0;
	} else {
		for (const name of outdated) {
			mkdirSync(dirname(join(project, name)), { recursive: true });
			writeOutput(join(project, name), files[name]!(home.base));
			console.log(`${name} written`);
		}
	}
}
