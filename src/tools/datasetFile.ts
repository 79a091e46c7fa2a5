import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fieldsOf, type Fields } from '../lib/geodata/loose';
import { geodataDirectory } from '../lib/server/geodata';

/** What a file of JSON holds; nothing where it can't be read or is no object: to say what is wrong with it is for the check. */
export function fieldsIn(path: string): Fields {
	try {
		return fieldsOf(JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		return {};
	}
}

/** `dataset.json` as it stands, before anybody has checked it. */
export const datasetFields = (directory = geodataDirectory()): Fields =>
	fieldsIn(join(directory, 'dataset.json'));
