/** Every page of the built site on the common hosts, by their rules: no browser is needed for that. */
import { expect, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pagesOf } from '../../../src/tools/pages';
import { faultsOf, hosts } from '../../hosts';

test('every host answers every page in every form of its address', () => {
	const files = readdirSync('build', { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => join(parentPath, name).slice('build'.length).replaceAll('\\', '/'));
	const pages = pagesOf('build');
	expect(pages.length).toBeGreaterThan(100);
	for (const [name, host] of Object.entries(hosts)) expect(faultsOf(host, files, pages), name).toEqual([]);
	// What Cloudflare Pages reads of it, at most.
	const rules = readFileSync('build/_headers', 'utf8').match(/^\//gm)!;
	expect(rules.length).toBeLessThan(100);
});
