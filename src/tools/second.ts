/**
 * A site of the second data set of the tests, below a path of its host, built beside ours: in a copy of the project, since a
 * build writes into folders of the project, and what it writes there is of one data set.
 */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { project, run } from './command';

/** The folder of its records, from that of the project. */
export const secondData = 'tests/fixtures/islands';

/** What no build reads. */
const left = [
	'.git',
	'.svelte-kit',
	'build',
	'node_modules',
	'tests',
	'geodata',
	'docs',
	'src/lib/words/compiled'
];

/**
 * Builds it in a folder.
 * @param data the folder of its records
 * @returns the exit code, what was said, and where the site is
 */
export async function buildSecond(
	folder: string,
	data = join(project, secondData)
): Promise<{ code: number; output: string; site: string }> {
	mkdirSync(folder, { recursive: true });
	cpSync(project, folder, {
		recursive: true,
		filter: (path) => !left.includes(relative(project, path).split(sep).join('/'))
	});
	symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'), 'dir');
	cpSync(data, join(folder, 'geodata'), { recursive: true });
	const { code, output } = await run(process.execPath, ['node_modules/vite/bin/vite.js', 'build'], {
		folder,
		quiet: true,
		environment: { UNCOMPRESSED: '1', ATTESTED_DATA: '', VITE_SITE_ORIGIN: '', BASE_PATH: '/islands' }
	});
	return { code, output, site: join(folder, 'build') };
}
