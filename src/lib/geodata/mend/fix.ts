/** What mends records: one kind of thing each. */
import type { Boundaries } from '../boundaries';

/** What files hold, read from JSON, by their paths in the folder. */
export type Files = ReadonlyMap<string, unknown>;

/** Files that are new or take another's place, and a sentence for each thing that was done. */
export interface Mended {
	files: Files;
	done: string[];
}

/**
 * Mends one kind of thing in the files of a folder, which may hold anything; null where there is nothing to do. Pure: it
 * changes no value that it is given, and files that it leaves alone are not among what it gives.
 */
export type Fix = (files: Files, boundaries: Boundaries) => Mended | null;
