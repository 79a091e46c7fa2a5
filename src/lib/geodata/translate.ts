/**
 * The records in another language. They are written in the first language of the data set; `translations/<tag>.json` says
 * what each of their sentences is in another. The words of articles are never translated, nor are names and titles as they were
 * published. Pure.
 */
import type { Records } from './schema';
import { at } from './validate/problem';

/** The paths of our own texts in each kind of record; `[]` is each entry of a list. */
export const translatable = {
	dataset: ['title', 'subtitle', 'introduction', 'disclaimer', 'since', 'region.where'],
	actor: ['note'],
	place: [
		'properties.precision.reason',
		'properties.related[].reason',
		'properties.alternatives[].note',
		'properties.upstream[].note'
	],
	/** Without its reports. */
	article: [
		'publisher.note',
		'author.note',
		'published.inferred',
		'urlNote',
		'chainNote',
		'standing.note',
		'rights',
		'caveats[].note'
	],
	report: [
		'summary',
		'unmapped.reason',
		'actors[].note',
		'when.inferred',
		'chainNote',
		'caveats[].note',
		'upstream[].note',
		'withdrawn.reason'
	],
	source: ['name', 'note'],
	reference: ['note'],
	version: ['note'],
	snapshot: [
		'note',
		'places[].reason',
		'reports[].summary',
		'reports[].caveats[].note',
		'reports[].withdrawn.reason'
	]
} as const satisfies Record<string, readonly string[]>;

export type TranslatableKind = keyof typeof translatable;

/** The texts of a record that are translated, each with its path, such as caveats[0].note. */
export function textsOf(kind: TranslatableKind, record: object): { at: string; text: string }[] {
	const texts: { at: string; text: string }[] = [];
	withTexts(kind, record, (text, place) => {
		texts.push({ at: place, text });
		return text;
	});
	return texts;
}

/**
 * The same records in a language, and the texts that have no translation, which stay as they are.
 * @param tag a language of the interface
 */
export function translate(records: Records, tag: string): { records: Records; missing: Set<string> } {
	const missing = new Set<string>();
	if (tag === records.dataset.languages[0]!.tag) return { records, missing };
	const texts = records.translations[tag] ?? {};
	const translated = <T extends object>(kind: TranslatableKind, record: T): T =>
		withTexts(kind, record, (text) => {
			if (Object.hasOwn(texts, text)) return texts[text]!;
			missing.add(text);
			return text;
		});
	return {
		records: {
			...records,
			dataset: translated('dataset', records.dataset),
			actors: records.actors.map((record) => translated('actor', record)),
			places: records.places.map((record) => translated('place', record)),
			articles: records.articles.map((article) => ({
				...translated('article', article),
				reports: article.reports.map((report) => translated('report', report))
			})),
			sources: records.sources.map((record) => translated('source', record)),
			references: records.references.map((record) => translated('reference', record)),
			version: translated('version', records.version),
			snapshots: records.snapshots.map((record) => translated('snapshot', record))
		},
		missing
	};
}

type Change = (text: string, at: string) => string;

/** A copy of a record with each text that is translated replaced. */
function withTexts<T extends object>(kind: TranslatableKind, record: T, change: Change): T {
	return translatable[kind].reduce(
		(copy, path) => replaced(copy, path.split(/\.|(?=\[\])/), change, '') as T,
		record
	);
}

/** A copy of a value with the texts at a path replaced. What is absent or null stays so. */
function replaced(value: unknown, [step, ...rest]: string[], change: Change, place: string): unknown {
	if (step === undefined) return typeof value === 'string' && value !== '' ? change(value, place) : value;
	if (step === '[]') {
		if (!Array.isArray(value)) return value;
		return value.map((entry, index) => replaced(entry, rest, change, `${place}[${index}]`));
	}
	if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return value;
	const inner = (value as Record<string, unknown>)[step];
	return { ...value, [step]: replaced(inner, rest, change, at(place, step)) };
}
