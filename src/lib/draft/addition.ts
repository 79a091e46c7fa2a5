/** What adding records to those of a data set would do, before any of it is written. Pure. */
import type { Boundaries } from '../geodata/boundaries';
import { validate } from '../geodata/validate';
import type { Problem, SourceFile } from '../geodata/validate';
import { merge } from './merge';
import type { Merged } from './merge';

export interface Addition extends Merged {
	/** What would be wrong with the whole. */
	problems: Problem[];
	/** What is still to be written in the files that come in. */
	toDos: Problem[];
}

/**
 * Adds files to those of a data set and checks the whole. Never throws.
 * @param replace whether what differs takes the place of what is there
 * @param boundaries null where positions are not held against countries and coasts
 */
export function addition(
	before: readonly SourceFile[],
	added: readonly SourceFile[],
	{ replace = false, boundaries = null as Boundaries | null } = {}
): Addition {
	const merged = merge(before, added, { replace });
	const paths = new Set(merged.files.map(({ path }) => path));
	const after = [...before.filter(({ path }) => !paths.has(path)), ...merged.files];
	const { problems, toDos } = validate(after, boundaries);
	return {
		...merged,
		problems,
		toDos: toDos.filter(({ file }) => added.some(({ path }) => path === file))
	};
}
