/** The folder of a data set: whether there is one, before anything is read of it. */
import { readdirSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { printable } from '../lib/base/printable';

/** What every data set has some of. */
const marksOfRecords = ['dataset.json', 'actors.json', 'articles', 'places'];

/** Why a folder can have no records, with what to do about it, or null. Never throws. */
export function folderFault(directory: string): string | null {
	const shown = printable(relative(process.cwd(), directory) || '.');
	const say = 'say which folder has the records with --data DIR, or make one with npm run new -- DIR';
	try {
		const stats = statSync(directory, { throwIfNoEntry: false });
		if (!stats) return `The folder ${shown} does not exist — ${say}.`;
		if (!stats.isDirectory()) return `${shown} is a file, and records are a folder — ${say}.`;
		const names = readdirSync(directory);
		if (names.every((name) => name.startsWith('.')))
			return `The folder ${shown} is empty — put records into it, or make some: npm run new -- ${shown}.`;
		if (!names.some((name) => marksOfRecords.includes(name)))
			return `The folder ${shown} has no records: neither dataset.json nor articles — ${say}.`;
		return null;
	} catch (error) {
		return printable(`The folder ${shown} can't be read: ${(error as Error).message}`);
	}
}
