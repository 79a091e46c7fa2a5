/**
 * What of a draft may still be to be written: prose, and what is looked up. What makes a mark honest (the quote, its
 * place, its chain, how it is drawn) never waits. One table, used where records are read, so that all that comes after
 * sees whole records. Pure.
 */
import { z } from 'zod';
import { isDraft } from './drafts';
import {
	actorSchema,
	articleSchema,
	fileSchemas,
	placeSchema,
	referenceSchema,
	reportSchema
} from './schema';
import type { FileKind } from './schema';

/** A key that a draft may leave out. */
export interface Waiting {
	/** Its path in the record; `[]` is each entry of a list. */
	at: string;
	/** What stands there until it is written. */
	meanwhile: unknown;
	/** What to do about it. */
	fix: string;
}

const wait = (at: string, meanwhile: unknown, fix: string): Waiting => ({ at, meanwhile, fix });

/** All that may wait, in each kind of record. A report is part of its article, and a draft where that is one. */
export const waiting = {
	article: [
		wait('publisher.site', '', 'name the site, as example.org'),
		wait('publisher.note', '', 'say who publishes it and how that is known'),
		wait('author.note', '', 'say who wrote it, or that there is no byline'),
		wait('url', '', 'give the address'),
		wait('urlNote', '', 'say how the address is known'),
		wait('chainNote', '', 'say what the article as a whole draws on'),
		wait(
			'standing',
			{ note: '', references: [] },
			'say in a neutral note what the publisher is, with references'
		),
		wait('rights', '', 'say whose the quoted words are')
	],
	report: [
		wait('summary', '', 'say what is claimed, in one neutral sentence'),
		wait('unmapped.reason', '', 'say why it is not on the map')
	],
	place: [
		wait('properties.precision.reason', '', 'say why it is there, and why no finer'),
		wait('properties.identifiers', {}, 'give identifiers, or {} where there are none'),
		wait('properties.references', [], 'name where it was looked up')
	],
	actor: [] as Waiting[],
	reference: [wait('urls', [], 'give at least one address')]
} satisfies Record<string, Waiting[]>;

export type DraftKind = keyof typeof waiting;

const strict = {
	article: articleSchema,
	report: reportSchema,
	place: placeSchema,
	actor: actorSchema,
	reference: referenceSchema
};

/** A schema by which what may wait may be missing. What else is asked of a record, it asks as well. */
function lenient<Kind extends DraftKind>(kind: Kind): (typeof strict)[Kind] {
	const schema = waiting[kind].reduce(
		(schema, { at }) => withOptional(schema, steps(at)),
		strict[kind] as z.ZodType
	);
	// Records get what is missing before anybody sees them (`filled`).
	return schema as (typeof strict)[Kind];
}

function withOptional(schema: z.ZodType, [step, ...rest]: string[]): z.ZodType {
	if (step === undefined) return schema.optional();
	if (schema instanceof z.ZodOptional)
		return withOptional(schema.unwrap() as z.ZodType, [step, ...rest]).optional();
	const { shape } = schema as z.ZodObject<Record<string, z.ZodType>>;
	return (schema as z.ZodObject).extend({ [step]: withOptional(shape[step]!, rest) });
}

/** The schemas by which drafts are read, and all other records too: of those `gapsIn` says what is missing. */
export const lenientSchemas = {
	article: lenient('article').extend({ reports: z.array(lenient('report')).min(1) }),
	report: lenient('report'),
	place: lenient('place'),
	actor: lenient('actor'),
	reference: lenient('reference')
};

/** `fileSchemas`, with what may wait left open. */
export const lenientFiles: Record<FileKind, z.ZodType> = {
	...fileSchemas,
	article: lenientSchemas.article,
	place: lenientSchemas.place,
	actors: fileSchemas.actors.extend({ actors: z.array(lenientSchemas.actor).min(1) }),
	references: fileSchemas.references.extend({ references: z.array(lenientSchemas.reference) })
};

/** Where a file has records that may be drafts. */
export const draftsOf: Partial<Record<FileKind, { kind: DraftKind; list?: string }[]>> = {
	article: [{ kind: 'article' }, { kind: 'report', list: 'reports' }],
	place: [{ kind: 'place' }],
	actors: [{ kind: 'actor', list: 'actors' }],
	references: [{ kind: 'reference', list: 'references' }]
};

/** A key that may wait in a draft and is missing. */
export interface Gap {
	path: PropertyKey[];
	fix: string;
	/** Whether the record is a draft, and it may be missing there; else it is a fault. */
	mayWait: boolean;
}

/** What is missing in the records of a file, read from JSON, whatever it is. */
export function gapsIn(file: FileKind, value: unknown): Gap[] {
	return (draftsOf[file] ?? []).flatMap(({ kind, list }) => {
		if (list === undefined) return gapsOf(kind, value, isDraft(value));
		const entries = isObject(value) ? value[list] : undefined;
		if (!Array.isArray(entries)) return [];
		return entries.flatMap((entry, index) =>
			gapsOf(kind, entry, isDraft(kind === 'report' ? value : entry)).map((gap) => ({
				...gap,
				path: [list, index, ...gap.path]
			}))
		);
	});
}

/** What is missing in a record. Where that of which it is a part is missing too, that is another's to say. */
export function gapsOf(kind: DraftKind, record: unknown, draft: boolean): Gap[] {
	return waiting[kind].flatMap(({ at, fix }): Gap[] => {
		const path = steps(at);
		const holder = valueAt(record, path.slice(0, -1));
		if (!isObject(holder) || holder[path.at(-1)!] !== undefined) return [];
		return [{ path, fix, mayWait: draft }];
	});
}

/** A record of a lenient schema with what stands there meanwhile wherever something waits. */
export function filled<T>(kind: DraftKind, record: T): T {
	return waiting[kind].reduce(
		(copy: unknown, { at, meanwhile }) => withValue(copy, steps(at), meanwhile),
		record
	) as T;
}

function withValue(record: unknown, [step, ...rest]: string[], value: unknown): unknown {
	if (step === undefined) return record === undefined ? value : record;
	if (!isObject(record)) return record;
	const inner = withValue(record[step], rest, value);
	return inner === record[step] ? record : { ...record, [step]: inner };
}

function steps(path: string): string[] {
	return path.split('.');
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function valueAt(value: unknown, path: readonly string[]): unknown {
	return path.reduce((found, step) => (isObject(found) ? found[step] : undefined), value);
}
