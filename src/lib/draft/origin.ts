/** A data set, and what an article that came from records brings to it and takes along. Pure. */
import type { DatasetRecord } from '../geodata/datasetSchema';
import type { ActorRecord, ArticleRecord, PlaceRecord, ReferenceRecord } from '../geodata/schema';
import type { SourceRecord } from '../geodata/schema';
import type { SourceFile } from '../geodata/validate';
import { translationsFile } from '../geodata/validate/reading';
import type { Origin } from './article';
import { merge } from './merge';

type Fields = Record<string, unknown>;

/** The records of the data set that the article is for. */
export interface Known {
	dataset: DatasetRecord;
	actors: readonly ActorRecord[];
	places: readonly PlaceRecord[];
	sources: readonly SourceRecord[];
	references: readonly ReferenceRecord[];
	articles: readonly ArticleRecord[];
	/** What is translated already; without it nothing is. */
	translations?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const fileOf = (path: string, value: unknown): SourceFile => ({
	path,
	text: `${JSON.stringify(value, null, '\t')}\n`
});

/** A data set with the lists that came with an article. */
export function withOrigin(known: Known, { files }: Origin): Known {
	const read = (path: string) => JSON.parse(files.find((file) => file.path === path)?.text ?? '{}') as Fields;
	const list = <T>(name: string) => (read(`${name}.json`)[name] ?? []) as T[];
	const texts = (tag: string) => read(translationsFile(tag)).texts as Record<string, string> | undefined;
	return {
		...known,
		sources: [...known.sources, ...list<SourceRecord>('sources')],
		references: [...known.references, ...list<ReferenceRecord>('references')],
		translations: Object.fromEntries(
			known.dataset.languages
				.slice(1)
				.map(({ tag }) => [tag, { ...known.translations?.[tag], ...texts(tag) }])
		)
	};
}

/** The files of an article together with the lists that it came with. */
export function beside(origin: Origin | undefined, files: SourceFile[]): SourceFile[] {
	if (!origin) return files;
	const merged = merge(origin.files, files, { replace: true }).files;
	const kept = origin.files.filter(({ path }) => !merged.some((file) => file.path === path));
	return [...merged, ...kept].map(({ path, text }) => fileOf(path, JSON.parse(text)));
}
