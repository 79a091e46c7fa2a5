import { datasetFields } from './datasetFile';

/**
 * The kinds of a data set as a part of the code (`src/lib/words/kinds.ts`), so that no page carries them in its data: what the
 * build puts in the place of a name.
 */
export const kindsInCode = { __KINDS__: JSON.stringify(datasetFields().kinds ?? {}) };
