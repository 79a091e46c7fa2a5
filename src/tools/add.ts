/**
 * `npm run add -- FILE.zip [--dir DIR] [--replace]`: takes the records of an archive from the desk into `geodata/`. What
 * is new is listed, and what of it is still to be written. Nothing is written where the whole would have a problem, or
 * where something is there already and differs; with --replace it takes its place. Exit code 1 then.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { printable } from '../lib/base/printable';
import { merge } from '../lib/draft/merge';
import type { News } from '../lib/draft/merge';
import { readZip } from '../lib/draft/zip';
import type { ZipFault } from '../lib/draft/zip';
import { formatProblem, validate } from '../lib/geodata/validate';
import { boundaries } from '../lib/server/boundaries';
import { geodataDirectory, readSourceFiles } from '../lib/server/geodata';
import { counted, isCommand } from './command';
import { recordText } from './format';
import { writeOutputs } from './output';

const help = `npm run add -- FILE.zip [--dir DIR] [--replace]

Takes the records of an archive from the desk into geodata/.

      --dir DIR  the records; without it geodata/
      --replace  overwrite what is there already and differs
`;

const refusals: Record<ZipFault['code'], string> = {
	damaged: 'is no zip archive, or a damaged one — take the archive that the desk made',
	empty: 'has no records — take the archive that the desk made',
	large: 'is larger than any record — take the archive that the desk made',
	many: 'has more files than any article — take the archive that the desk made',
	name: 'is no path of a record — remove it from the archive, or correct its name',
	twice: 'is in the archive twice — remove one of the two',
	text: 'is not a text in UTF-8 — save it as one'
};

/**
 * Adds the records of an archive to those of a folder.
 * @throws Error with a sentence where something can't be read or written; nothing is written then
 */
export async function add(
	archive: string,
	{ directory = geodataDirectory(), replace = false } = {}
): Promise<{ passed: boolean; lines: string[] }> {
	const { files, faults } = readZip(readFileSync(archive));
	if (faults.length > 0)
		return failed(faults.map(({ path, code }) => `${path ?? archive}  ${refusals[code]}`));

	const before = readSourceFiles(directory);
	const { files: changed, news, conflicts } = merge(before, files, { replace });
	const after = [...before.filter(({ path }) => !changed.some((file) => file.path === path)), ...changed];
	const { problems, toDos } = validate(after, boundaries());
	const wrong = [...conflicts, ...problems];
	if (wrong.length > 0) return failed(wrong.map(formatProblem));

	const outputs = await Promise.all(
		changed.map(async ({ path, text }) => ({
			path: join(directory, path),
			content: await recordText(JSON.parse(text))
		}))
	);
	for (const { path } of outputs) mkdirSync(dirname(path), { recursive: true });
	writeOutputs(outputs, { reads: [archive] });
	const left = toDos.filter(({ file }) => files.some(({ path }) => path === file)).map(formatProblem);
	return {
		passed: true,
		lines: [
			...(news.length > 0 ? news.map(line) : ['All of it is there already.']),
			...(left.length > 0 ? ['', `Still to do: ${counted(left.length, 'thing')}.`, ...left] : [])
		]
	};
}

const line = ({ path, entry, isReplaced }: News): string =>
	printable([path, entry, isReplaced ? 'replaced' : 'new'].filter((word) => word !== null).join('  '));

function failed(lines: string[]): { passed: boolean; lines: string[] } {
	const sum = `${counted(lines.length, 'problem')}. Nothing was written.`;
	return { passed: false, lines: [...lines.map(printable), '', sum] };
}

/** The command: prints, and gives the exit code. */
async function main(options: string[]): Promise<number> {
	try {
		const { values, positionals } = parseArgs({
			args: options,
			allowPositionals: true,
			options: {
				dir: { type: 'string' },
				replace: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h' }
			}
		});
		if (values.help) {
			console.log(help);
			return 0;
		}
		const [archive] = positionals;
		if (positionals.length !== 1 || !archive) {
			console.error(`Say which archive to add.\n\n${help}`);
			return 1;
		}
		const directory = values.dir === undefined ? geodataDirectory() : resolve(values.dir);
		const { passed, lines } = await add(archive, { directory, replace: values.replace });
		console.log(lines.join('\n'));
		return passed ? 0 : 1;
	} catch (error) {
		console.error(printable((error as Error).message));
		return 1;
	}
}

if (isCommand(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
