/**
 * The only reader of `geodata/`. SvelteKit's server modules and the command-line tools both use it, so its
 * imports are relative and it knows nothing of either.
 */
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Records } from '../geodata/schema';
import { formatProblem, validate } from '../geodata/validate';
import type { SourceFile } from '../geodata/validate';
import { boundaries } from './boundaries';

/**
 * Where the records are: the folder that `ATTESTED_DATA` names, which a command sets for `--data DIR`, or else
 * `geodata/`, of the folder that the command was given in.
 */
export function geodataDirectory(): string {
	return resolve(process.cwd(), process.env.ATTESTED_DATA || 'geodata');
}

/**
 * Reads all files of a folder of records. The basemap is derived data, checked by its recipe, and hidden files
 * are those of editors and file managers: both stay out.
 * @throws Error where the folder can't be read, or has what is no file
 */
export function readSourceFiles(directory = geodataDirectory()): SourceFile[] {
	return filesBelow(directory, ['basemap']).map((path) => {
		const name = relative(directory, path).split(sep).join('/');
		// A pipe would be waited for, and a device has no end.
		if (!statSync(path, { throwIfNoEntry: false })?.isFile())
			throw new Error(`${name} is no file, but a pipe, a device or a link to none: remove it.`);
		return { path: name, text: readFileSync(path, 'utf8') };
	});
}

function filesBelow(directory: string, except: string[] = []): string[] {
	return readdirSync(directory, { withFileTypes: true })
		.filter(({ name }) => !name.startsWith('.') && !except.includes(name))
		.flatMap((entry) => {
			const path = join(directory, entry.name);
			return entry.isDirectory() ? filesBelow(path) : [path];
		});
}

const loaded = new Map<string, Records>();

/**
 * The records of a folder, read and checked once.
 * @throws Error with every problem, so that a broken record never builds
 */
export function loadRecords(directory = geodataDirectory()): Records {
	const before = loaded.get(directory);
	if (before) return before;
	const { problems, records } = validate(readSourceFiles(directory), boundaries());
	if (!records) throw new Error(`The records have problems:\n${problems.map(formatProblem).join('\n')}`);
	loaded.set(directory, records);
	return records;
}
