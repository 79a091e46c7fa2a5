/** Records that are added to those of a data set: what is new, and what is there already and differs. Pure. */
import { canonical, fieldsOf, isFields, listIn } from '../geodata/loose';
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
		const all = placed(after, taken.filter(isNew), (entry) => String(idOf(entry)));
		files.push(fileOf(path, { ...there, [list]: all }));
	} else if (path.startsWith('translations/')) {
		const [texts, others] = [fieldsOf(there.texts), Object.entries(fieldsOf(value.texts))];
		const own = (text: string) => (Object.hasOwn(texts, text) ? texts[text] : undefined);
		const taken = others.filter(([text, words]) => isTaken(own(text), words, text, 'texts'));
		if (taken.length > 0) files.push(fileOf(path, { ...there, texts: withTexts(texts, taken) }));
	} else if (isTaken(there, value, null, '')) files.push(file);
}

/**
 * A list with new entries, each after the last that comes before it by its key: two people who add at the same time then
 * rarely write at the same line, and version control puts both in. The order of the others stays.
 */
function placed<T>(list: readonly T[], added: readonly T[], keyOf: (entry: T) => string): T[] {
	const all = [...list];
	for (const entry of added) {
		const key = keyOf(entry);
		let before: T | undefined;
		for (const other of all)
			if (keyOf(other) < key && (before === undefined || keyOf(other) > keyOf(before))) before = other;
		all.splice(before === undefined ? 0 : all.indexOf(before) + 1, 0, entry);
	}
	return all;
}

function withTexts(texts: Fields, taken: readonly [string, unknown][]): Fields {
	const kept = { ...texts, ...Object.fromEntries(taken.filter(([text]) => Object.hasOwn(texts, text))) };
	const added = taken.filter(([text]) => !Object.hasOwn(texts, text));
	return Object.fromEntries(placed(Object.entries(kept), added, ([text]) => text));
}

/** A stamp that says the same of the same words is the same, whenever it was made. */
function isSame(path: string, a: unknown, b: unknown): boolean {
	if (!path.startsWith('verified/')) return canonical(a) === canonical(b);
	const compared = ({ text, words, comparison }: Fields) => canonical([text, words, comparison]);
	return compared(fieldsOf(a)) === compared(fieldsOf(b));
}

const fileOf = (path: string, value: unknown): SourceFile => ({ path, text: JSON.stringify(value) });

const idOf = (entry: unknown): unknown => fieldsOf(entry).id;
