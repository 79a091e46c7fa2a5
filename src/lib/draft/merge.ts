/** Records that are added to those of a data set: what is new, and what is there already and differs. Pure. */
import { fieldsOf, isFields, listIn } from '../geodata/loose';
import type { Fields } from '../geodata/loose';
import { textsOf } from '../geodata/translate';
import type { Problem, SourceFile } from '../geodata/validate';
import { parseJson } from '../geodata/validate/json';
import { at, quoted } from '../geodata/validate/problem';

/** A file, an entry of a list (by its id) or a translation (by its sentence) that is new, or takes another's place. */
export interface News {
	path: string;
	/** Null for a whole file. */
	entry: string | null;
	isReplaced: boolean;
}

export interface Merged {
	/** The files that change, whole, as JSON on one line; all others stay as they are. */
	files: SourceFile[];
	news: News[];
	/** What is there already and differs; none of it is in `files`. */
	conflicts: Problem[];
}

const lists = new Map([
	['actors.json', 'actors'],
	['sources.json', 'sources'],
	['references.json', 'references']
]);

/**
 * Adds files to those of a data set. Whether the whole is in order is for `validate` to say. Never throws.
 * @param replace whether what differs takes the place of what is there
 */
export function merge(
	before: readonly SourceFile[],
	added: readonly SourceFile[],
	{ replace = false } = {}
): Merged {
	const merged: Merged = { files: [], news: [], conflicts: [] };
	const byPath = new Map(before.map((file) => [file.path, parseJson(file.text).value]));
	for (const file of added) {
		const [there, value] = [byPath.get(file.path), parseJson(file.text).value];
		if (isFields(there) && isFields(value)) mergeFile(file, there, value, replace, merged);
		else {
			merged.files.push(file);
			merged.news.push({ path: file.path, entry: null, isReplaced: byPath.has(file.path) });
		}
	}
	return withoutUnsaid(before, merged);
}

/** Sentences of records that are replaced have no translation any more, unless another record says them. */
function withoutUnsaid(before: readonly SourceFile[], merged: Merged): Merged {
	const replaced = new Set(merged.news.filter(({ isReplaced }) => isReplaced).map(({ path }) => path));
	const unsaid = new Set(before.filter(({ path }) => replaced.has(path)).flatMap(sentencesOf));
	if (unsaid.size === 0) return merged;
	const changed = new Set(merged.files.map(({ path }) => path));
	const after = [...before.filter(({ path }) => !changed.has(path)), ...merged.files];
	for (const file of after) for (const text of sentencesOf(file)) unsaid.delete(text);
	const mended = after.flatMap((file) => {
		if (!file.path.startsWith('translations/')) return [];
		const value = fieldsOf(parseJson(file.text).value);
		const said = Object.entries(fieldsOf(value.texts)).filter(([text]) => !unsaid.has(text));
		if (said.length === Object.keys(fieldsOf(value.texts)).length) return [];
		return fileOf(file.path, { ...value, texts: Object.fromEntries(said) });
	});
	const others = merged.files.filter(({ path }) => !mended.some((file) => file.path === path));
	return { ...merged, files: [...others, ...mended] };
}

/** All that a file says that is translated. */
function sentencesOf({ path, text }: SourceFile): string[] {
	const value = parseJson(text).value;
	if (!isFields(value)) return [];
	const said = (kind: Parameters<typeof textsOf>[0], entries: unknown[]) =>
		entries.filter(isFields).flatMap((entry) => textsOf(kind, entry).map((found) => found.text));
	if (path.startsWith('articles/'))
		return [...said('article', [value]), ...said('report', listIn(value, 'reports'))];
	if (path.startsWith('places/')) return said('place', [value]);
	if (path.startsWith('changes/')) return said('snapshot', [value]);
	if (path === 'version.json') return said('version', [value]);
	const kinds = { actors: 'actor', sources: 'source', references: 'reference' } as const;
	const list = lists.get(path) as keyof typeof kinds | undefined;
	return list ? said(kinds[list], listIn(value, list)) : [];
}

function mergeFile(
	file: SourceFile,
	there: Fields,
	value: Fields,
	replace: boolean,
	{ files, news, conflicts }: Merged
): void {
	const { path } = file;
	/** Whether it goes in. */
	const isTaken = (before: unknown, after: unknown, entry: string | null, place: string): boolean => {
		if (before !== undefined && isSame(path, before, after)) return false;
		const isReplaced = before !== undefined;
		// A stamp belongs to its article: where that may not change, it says so.
		if (isReplaced && !replace && !path.startsWith('verified/')) {
			const message =
				entry === null ? 'is there already and differs' : `${quoted(entry)} is there already and differs`;
			conflicts.push({ file: path, at: place, message, fix: 'give it another id, or add it with --replace' });
			return false;
		}
		news.push({ path, entry, isReplaced });
		return true;
	};
	const list = lists.get(path);
	if (list !== undefined) {
		const entries = listIn(there, list);
		const taken = listIn(value, list).filter((entry, index) => {
			const id = idOf(entry);
			const same = entries.find((other) => idOf(other) === id);
			return isTaken(same, entry, String(id), at(`${list}[${index}]`, 'id'));
		});
		if (taken.length === 0) return;
		const after = entries.map((entry) => taken.find((other) => idOf(other) === idOf(entry)) ?? entry);
		const isNew = (entry: unknown) => !entries.some((other) => idOf(other) === idOf(entry));
		files.push(fileOf(path, { ...there, [list]: [...after, ...taken.filter(isNew)] }));
	} else if (path.startsWith('translations/')) {
		const [texts, others] = [fieldsOf(there.texts), Object.entries(fieldsOf(value.texts))];
		const own = (text: string) => (Object.hasOwn(texts, text) ? texts[text] : undefined);
		const taken = others.filter(([text, words]) => isTaken(own(text), words, text, 'texts'));
		if (taken.length > 0)
			files.push(fileOf(path, { ...there, texts: { ...texts, ...Object.fromEntries(taken) } }));
	} else if (isTaken(there, value, null, '')) files.push(file);
}

/** A stamp that says the same of the same words is the same, whenever it was made. */
function isSame(path: string, a: unknown, b: unknown): boolean {
	if (!path.startsWith('verified/')) return canonical(a) === canonical(b);
	const compared = ({ text, words, comparison }: Fields) => canonical([text, words, comparison]);
	return compared(fieldsOf(a)) === compared(fieldsOf(b));
}

/** A value as text, whatever the order of its keys. */
function canonical(value: unknown): string {
	const sorted = (_: string, inner: unknown) =>
		isFields(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner;
	return JSON.stringify(value, sorted);
}

const fileOf = (path: string, value: unknown): SourceFile => ({ path, text: JSON.stringify(value) });

const idOf = (entry: unknown): unknown => fieldsOf(entry).id;
