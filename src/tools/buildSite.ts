/**
 * Builds the site. Of very many records SvelteKit writes one page of each kind, in the first language; all others are written
 * apart, by a process for each processor, where it would write them alone, on one.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { mostKept } from '../lib/server/carried';
import { project, runNode, tail } from './command';
import { finish } from './finish';

/** Each has the whole data set in its memory. */
const mostWorkers = 4;

/**
 * Builds the site of a data set with so many reports, into `build/`. Gives the exit code, and the output where it is not
 * printed.
 */
export async function buildSite(
	reports: number,
	{ quiet = false } = {}
): Promise<{ code: number; output: string }> {
	const isApart = reports > mostKept;
	const environment = isApart ? { ATTESTED_APART: '1' } : {};
	const built = await runNode('node_modules/vite/bin/vite.js', ['build'], { environment, quiet });
	if (built.code !== 0 || !isApart) return built;
	const site = join(project, 'build');
	try {
		// Once Vite has given back its memory.
		await writeApart(site);
		await finish(site);
		return built;
	} catch (error) {
		// A site is whole, or there is none.
		rmSync(site, { recursive: true, force: true });
		const output = (error as Error).message;
		if (!quiet) console.error(output);
		return { code: 1, output };
	}
}

/** @param directory a built site that lacks them @throws Error where one can't be written */
async function writeApart(directory: string): Promise<void> {
	const workers = Math.min(mostWorkers, availableParallelism());
	const environment = { ATTESTED_APART: '' };
	const results = await Promise.all(
		Array.from({ length: workers }, (_, index) =>
			runNode('src/tools/apart/worker.ts', [directory, String(index), String(workers)], {
				environment,
				quiet: true
			})
		)
	);
	for (const { code, output } of results) if (code !== 0) throw new Error(tail(output));
}
