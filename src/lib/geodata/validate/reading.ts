/**
 * From files to records, as far as each file allows: a file with a fault in one record still gives its other
 * records, so that the checks between records can go on and one fault is not reported twice.
 */
import { z } from 'zod';
import { datasetSchema, type DatasetRecord, type Kinds } from '../datasetSchema';
import { isDraft } from '../drafts';
import { filled, gapsIn, gapsOf, lenientFiles, lenientSchemas } from '../waiting';
import type { DraftKind } from '../waiting';
import { id, languageTag } from '../schemaParts';
import {
	passageSchema,
	snapshotSchema,
	sourceSchema,
	translationsSchema,
	verificationSchema,
	versionSchema
} from '../schema';
import type {
	ActorRecord,
	ArticleRecord,
	FileKind,
	PassageRecord,
	PlaceRecord,
	ReferenceRecord,
	ReportRecord,
	Snapshot,
	SourceRecord,
	Translations,
	VerificationRecord,
	VersionRecord
} from '../schema';
import { deceptions } from './characters';
import { parseJson } from './json';
import { at, pathText, quoted } from './problem';
import type { Problem, SourceFile } from './problem';
import { readShape } from './shape';
import type { ShapeFault } from './shape';

/** A record and where it stands. */
export interface Located<T> {
	file: string;
	/** Path inside the file; empty where the record is the file. */
	at: string;
	record: T;
}

/** An article without its passages and reports: those may be in order where the rest is not, and vice versa. */
const headSchema = lenientSchemas.article.extend({ passages: z.unknown(), reports: z.unknown() });
type ArticleHead = Omit<ArticleRecord, 'passages' | 'reports'> & { passages: unknown; reports: unknown };

export interface ArticleParts {
	file: string;
	/** Its id. Where its file has another name, both: one fault, and neither may be the wrong one. */
	ids: string[];
	isDraft: boolean;
	/** Null where it has a fault. */
	head: ArticleHead | null;
	passages: Located<PassageRecord>[];
	reports: Located<ReportRecord>[];
	/** Ids of all passages, of faulty ones too; null where one stands twice, so that it can't be known. */
	passageIds: ReadonlySet<string> | null;
}

/** What a reference can lead to. */
export type Target = 'actor' | 'place' | 'source' | 'reference';

export interface Reading {
	problems: Problem[];
	/** What is still to be written in drafts. */
	toDos: Problem[];
	actors: Located<ActorRecord>[];
	sources: Located<SourceRecord>[];
	references: Located<ReferenceRecord>[];
	places: Located<PlaceRecord>[];
	articles: ArticleParts[];
	/** Kinds as records name them, of faulty records too. */
	kinds: { file: string; at: string; of: keyof Kinds; kind: string }[];
	/** Null where it is missing or has a fault. */
	dataset: DatasetRecord | null;
	/** Null where it is missing or has a fault. */
	version: VersionRecord | null;
	snapshots: Located<Snapshot>[];
	verifications: Located<VerificationRecord>[];
	/** By tag of a language that has a file; null where that has a fault. */
	translations: Record<string, Translations['texts'] | null>;
	/** Every id that exists, of faulty records too; null where a list can't be read or has an id twice. */
	known: Record<Target, Set<string> | null>;
	/** What files with a fault may refer to: all words in them that could be ids. */
	perhapsUsed: Set<string>;
}

const listFiles = ['actors', 'sources', 'references'] as const;

/** Files of one record, and what to do where one is missing. */
const single = [
	[
		'dataset.json',
		'add it, with title, languages, publisher and region: what the data set is about; npm run check -- --fix writes one that fits the places'
	],
	['version.json', 'add it, with version, released and note']
] as const;

/** Reads all files. Never throws; what is wrong is in `problems`. */
export function readRecords(files: readonly SourceFile[]): Reading {
	const reading: Reading = {
		problems: [],
		toDos: [],
		actors: [],
		sources: [],
		references: [],
		places: [],
		articles: [],
		kinds: [],
		dataset: null,
		version: null,
		snapshots: [],
		verifications: [],
		translations: {},
		known: { actor: null, place: new Set(), source: null, reference: null },
		perhapsUsed: new Set()
	};
	for (const file of files) readFile(file, reading);
	for (const name of listFiles) {
		if (files.some(({ path }) => path === `${name}.json`)) continue;
		const fix = `add it, with the list “${name}”`;
		reading.problems.push({ file: `${name}.json`, at: '', message: 'this file is missing', fix });
	}
	for (const [path, fix] of single) {
		if (files.some((file) => file.path === path)) continue;
		reading.problems.push({ file: path, at: '', message: 'this file is missing', fix });
	}
	return reading;
}

function readFile(file: SourceFile, reading: Reading): void {
	const kind = kindOfFile(file.path);
	if (kind === 'ignored') return;
	if (kind === 'unknown') {
		const message = 'this file belongs to no kind of record';
		const fix = 'remove it, or move it to places/<id>.geojson or articles/<id>.json';
		reading.problems.push({ file: file.path, at: '', message, fix });
		return;
	}
	const { value, faults } = parseJson(file.text);
	if (kind === 'place') reading.known.place?.add(stem(file.path));
	reading.problems.push(...faults.map((fault) => ({ file: file.path, ...fault })));
	if (value === undefined) return notePerhapsUsed(file, reading);

	const gaps = gapsIn(kind, value);
	const missing = gaps.filter(({ mayWait }) => !mayWait).map((gap) => ({ ...gap, message: 'is missing' }));
	const shape = [...missing, ...readShape(lenientFiles[kind], value).faults];
	const toDos = gaps.filter(({ mayWait }) => mayWait);
	const located = ({ path, message, fix }: Omit<ShapeFault, 'code'>): Problem => ({
		file: file.path,
		at: pathText(path),
		message,
		fix
	});
	reading.problems.push(...[...shape, ...deceptions(value)].map(located));
	reading.toDos.push(...toDos.map((gap) => located({ ...gap, message: 'is still to be written' })));
	if (shape.length > 0) notePerhapsUsed(file, reading);
	if (kind === 'place') readPlace(file, value, reading);
	else if (kind === 'article') readArticle(file, value, reading);
	else if (kind === 'dataset') reading.dataset = sound(file, '', datasetSchema, value)[0]?.record ?? null;
	else if (kind === 'version') reading.version = sound(file, '', versionSchema, value)[0]?.record ?? null;
	else if (kind === 'changes') reading.snapshots.push(...sound(file, '', snapshotSchema, value));
	else if (kind === 'verified') reading.verifications.push(...sound(file, '', verificationSchema, value));
	else if (kind === 'translations') readTranslations(file, value, reading);
	// It is for the map, and no record leads to it.
	else if (kind === 'basemaps') return;
	else if (kind === 'actors') readList(file, value, kind, draftable(file, 'actor'), 'actor', reading);
	else if (kind === 'sources') {
		const source = (at: string, entry: unknown) => sound(file, at, sourceSchema, entry);
		readList(file, value, kind, source, 'source', reading);
	} else readList(file, value, kind, draftable(file, 'reference'), 'reference', reading);
}

/** The kind of record at a path. The licence, the README and the basemap are none. */
function kindOfFile(path: string): FileKind | 'ignored' | 'unknown' {
	if (/^places\/[^/]+\.geojson$/.test(path)) return 'place';
	if (/^articles\/[^/]+\.json$/.test(path)) return 'article';
	if (/^verified\/[^/]+\.json$/.test(path)) return 'verified';
	if (/^changes\/[^/]+\.json$/.test(path)) return 'changes';
	if (languageTag.safeParse(/^translations\/([^/]+)\.json$/.exec(path)?.[1]).success) return 'translations';
	if (path === 'dataset.json') return 'dataset';
	if (path === 'version.json') return 'version';
	if (path === 'basemaps.json') return 'basemaps';
	if (/^(LICENSE|README)(\.md|\.txt)?$/.test(path) || path.startsWith('basemap/')) return 'ignored';
	return listFiles.find((name) => path === `${name}.json`) ?? 'unknown';
}

/** Where the translations into a language are. */
export function translationsFile(tag: string): string {
	return `translations/${tag}.json`;
}

/** The name of a file without folder and ending. */
export function stem(path: string): string {
	return path.replace(/^.*\//, '').replace(/\.[^.]*$/, '');
}

function notePerhapsUsed(file: SourceFile, reading: Reading): void {
	for (const [, word] of file.text.matchAll(/"([a-z0-9-]+)"/g)) if (word) reading.perhapsUsed.add(word);
}

function readPlace(file: SourceFile, value: unknown, reading: Reading): void {
	checkFileName(file, value, reading);
	const id = property(value, 'id');
	if (typeof id === 'string') reading.known.place?.add(id);
	// Its id may be wrong; other records refer to it by the name of its file.
	const named = (located: Located<PlaceRecord>) => ({
		...located,
		record: { ...located.record, id: stem(file.path) }
	});
	noteKind(file, 'properties.kind', 'places', property(property(value, 'properties'), 'kind'), reading);
	reading.places.push(...draftable(file, 'place')('', value).map(named));
}

function readArticle(file: SourceFile, value: unknown, reading: Reading): void {
	checkFileName(file, value, reading);
	const id = property(value, 'id');
	const passages = items(value, 'passages');
	const draft = isDraft(value);
	const hasGap = gapsOf('article', value, draft).some(({ mayWait }) => !mayWait);
	const head = hasGap ? undefined : sound(file, '', headSchema, value)[0]?.record;
	reading.articles.push({
		file: file.path,
		ids: [...new Set([stem(file.path), ...strings([id])])],
		isDraft: draft,
		head: head ? filled('article', head) : null,
		passages: passages.flatMap((item, index) => sound(file, `passages[${index}]`, passageSchema, item)),
		reports: items(value, 'reports').flatMap((item, index) =>
			draftable(file, 'report', draft)(`reports[${index}]`, item)
		),
		passageIds: idsOf(passages)
	});
	checkTwice(file, 'passages', passages, reading);
	for (const [index, item] of items(value, 'reports').entries())
		noteKind(file, `reports[${index}].claim`, 'claims', property(item, 'claim'), reading);
}

/** What is no word at all is a fault of the shape. */
function noteKind(file: SourceFile, place: string, of: keyof Kinds, kind: unknown, reading: Reading): void {
	if (id.safeParse(kind).success)
		reading.kinds.push({ file: file.path, at: place, of, kind: kind as string });
}

function readTranslations(file: SourceFile, value: unknown, reading: Reading): void {
	const [found] = sound(file, '', translationsSchema, value);
	reading.translations[stem(file.path)] = found?.record.texts ?? null;
}

function readList<Name extends (typeof listFiles)[number]>(
	file: SourceFile,
	value: unknown,
	name: Name,
	read: (at: string, entry: unknown) => Reading[Name],
	target: Target,
	reading: Reading
): void {
	const list = items(value, name);
	(reading[name] as Located<unknown>[]).push(
		...list.flatMap((entry, index): Located<unknown>[] => read(`${name}[${index}]`, entry))
	);
	reading.known[target] = Array.isArray(property(value, name)) ? idsOf(list) : null;
	checkTwice(file, name, list, reading);
}

/** The ids in a list, or null where one of them stands twice. */
function idsOf(list: unknown[]): Set<string> | null {
	const ids = strings(list.map((item) => property(item, 'id')));
	const unique = new Set(ids);
	return unique.size === ids.length ? unique : null;
}

/**
 * Reads records of a kind that may be drafts: what waits is filled in. A record that lacks what it may not lack gives
 * nothing; the check of its file reports that.
 * @param draft whether it is one, where it does not say so itself
 */
function draftable<Kind extends DraftKind>(file: SourceFile, kind: Kind, draft?: boolean) {
	type Found = Located<z.infer<(typeof lenientSchemas)[Kind]>>[];
	return (place: string, value: unknown): Found => {
		if (gapsOf(kind, value, draft ?? isDraft(value)).some(({ mayWait }) => !mayWait)) return [];
		const found: Located<unknown>[] = sound(file, place, lenientSchemas[kind], value);
		return found.map((located) => ({ ...located, record: filled(kind, located.record) })) as Found;
	};
}

/** The record in a value, or nothing where its shape is wrong; the check of its file reports that. */
function sound<Schema extends z.ZodType>(
	file: SourceFile,
	place: string,
	schema: Schema,
	value: unknown
): Located<z.infer<Schema>>[] {
	const { record } = readShape(schema, value);
	return record === null ? [] : [{ file: file.path, at: place, record }];
}

function checkFileName(file: SourceFile, value: unknown, reading: Reading): void {
	const id = property(value, 'id');
	const name = stem(file.path);
	if (typeof id !== 'string' || id === name) return;
	const message = `is ${quoted(id)}, but the file is named ${quoted(name)}`;
	reading.problems.push({ file: file.path, at: 'id', message, fix: 'give both the same name' });
}

function checkTwice(file: SourceFile, name: string, list: unknown[], reading: Reading): void {
	const firsts = new Map<string, number>();
	list.forEach((item, index) => {
		const id = property(item, 'id');
		if (typeof id !== 'string') return;
		const first = firsts.get(id);
		if (first === undefined) return void firsts.set(id, index);
		const message = `${quoted(id)} is the id of ${name}[${first}] already`;
		reading.problems.push({
			file: file.path,
			at: at(`${name}[${index}]`, 'id'),
			message,
			fix: 'choose another id, or remove one of the two'
		});
	});
}

function items(value: unknown, key: string): unknown[] {
	const list = property(value, key);
	return Array.isArray(list) ? list : [];
}

function property(value: unknown, key: string): unknown {
	return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}

function strings(values: unknown[]): string[] {
	return values.filter((value) => typeof value === 'string');
}
