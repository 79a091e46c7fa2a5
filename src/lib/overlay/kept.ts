/**
 * What the browser's store gives back is not trusted: a disk may fail, a browser may drop a part, another program may
 * write. Each part is looked at by itself, so that whatever is still there of a file can be used.
 */
import type { FileLayerState } from './fileLayerState';
import type { Problem } from './read/problem';
import type { Choices, Guesses } from './read/read';
import type { StoredFile, StoredParts } from './store';

/** A kept file that can't be shown, with what can be had of it. */
export interface DamagedFile {
	id: string;
	/** Null where not even that is there. */
	name: string | null;
	/** Milliseconds since 1970. */
	added: number;
	/** The file as it came, to be read again; null where it is lost. */
	file: Blob | null;
	choices: Choices;
	/** How it was shown; null where its columns may be others when it is read again. */
	state: FileLayerState | null;
	/** The store has not answered yet, what it has can't be used, or what opens it ended twice, as without memory. */
	why: 'late' | 'damaged' | 'ended';
}

/** A kept file that can be shown. Its bytes may be lost: then it can't be read again. */
export type UsableFile = Omit<StoredFile, 'file'> & { file: Blob | null };

/** What can be had of a kept file, and the file where that is enough to show it. */
export function usable(id: string, parts: StoredParts): { rest: DamagedFile; whole: UsableFile | null } {
	const kept = isObject(parts.kept) ? parts.kept : {};
	const fileName = typeof kept.fileName === 'string' ? kept.fileName : null;
	const added = typeof kept.added === 'number' && Number.isFinite(kept.added) ? kept.added : null;
	const file = parts.file instanceof Blob ? parts.file : null;
	const choices = isObject(kept.choices) ? (kept.choices as Choices) : null;
	const state = isState(parts.state) ? parts.state : null;
	const rest: DamagedFile = {
		id,
		name: state?.name ?? fileName,
		added: added ?? timeIn(id),
		file,
		choices: choices ?? {},
		state: choices && state,
		why: 'damaged'
	};
	const { guesses, problems } = kept;
	if (fileName === null || added === null || !choices || !isGuesses(guesses) || !isProblems(problems))
		return { rest, whole: null };
	// How it was shown is no loss that is worth a word.
	const shown = state ?? { name: fileName, colourBy: undefined, off: [], window: null, visible: true };
	return { rest, whole: { id, fileName, added, choices, guesses, problems, state: shown, file } };
}

/** An id holds when it was made, in base 36 (`newId`). */
const timeIn = (id: string): number => Number.parseInt(id.slice(3, 11), 36) || 0;

/** Whether a value says how a file is shown. */
export function isState(value: unknown): value is FileLayerState {
	if (!isObject(value)) return false;
	const { name, colourBy, off, window, visible, citation } = value;
	const isWindow =
		window === null || (isObject(window) && Number.isInteger(window.from) && Number.isInteger(window.to));
	return (
		typeof name === 'string' &&
		typeof visible === 'boolean' &&
		(citation === undefined || typeof citation === 'string') &&
		(colourBy === undefined || isIndexOrNull(colourBy)) &&
		Array.isArray(off) &&
		off.every(Number.isInteger) &&
		isWindow
	);
}

function isGuesses(value: unknown): value is Guesses {
	if (!isObject(value) || !isObject(value.roles)) return false;
	const { format, encoding, place, roles } = value;
	return (
		typeof format === 'string' &&
		(encoding === null || typeof encoding === 'string') &&
		(place === null || (isObject(place) && typeof place.by === 'string')) &&
		['name', 'actor', 'date', 'source', 'quote'].every((role) => isIndexOrNull(roles[role]))
	);
}

const isProblems = (value: unknown): value is Problem[] =>
	Array.isArray(value) &&
	value.every(
		(problem) =>
			isObject(problem) &&
			typeof problem.kind === 'string' &&
			typeof problem.count === 'number' &&
			Array.isArray(problem.examples) &&
			problem.examples.every(isObject)
	);

const isIndexOrNull = (value: unknown) => value === null || (Number.isInteger(value) && Number(value) >= 0);
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
