/** The kinds of a data set as a part of the code (`src/lib/words/kinds.ts`), so that no page carries them in its data. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Kinds } from '../lib/geodata/datasetSchema';
import { geodataDirectory } from '../lib/server/geodata';

/** What the build puts in the place of a name. What can't be read is left out: to say what is wrong is for the check. */
export const kindsInCode = { __KINDS__: JSON.stringify(kindsIn(geodataDirectory())) };

function kindsIn(directory: string): Kinds {
	try {
		return (
			(JSON.parse(readFileSync(join(directory, 'dataset.json'), 'utf8')) as { kinds?: Kinds }).kinds ?? {}
		);
	} catch {
		return {};
	}
}
