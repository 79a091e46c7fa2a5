/** The records of the data set, as the desk needs them: to name places and actors, and to check what is drafted. */
import type {
	ActorRecord,
	ArticleRecord,
	PlaceRecord,
	ReferenceRecord,
	SourceRecord,
	Translations
} from '../../geodata/schema';
import type { SourceFile } from '../../geodata/validate';

export interface DeskRecords {
	places: ReadonlyMap<string, PlaceRecord>;
	actors: ReadonlyMap<string, ActorRecord>;
	sources: readonly SourceRecord[];
	references: readonly ReferenceRecord[];
	articles: readonly ArticleRecord[];
	translations: { ar: Translations['texts'] };
}

/** Reads the files of a data set that was checked when the site was built. */
function recordsFrom(files: readonly SourceFile[]): DeskRecords {
	const read = <Value>(path: string) => JSON.parse(files.find((file) => file.path === path)!.text) as Value;
	const all = <Value>(folder: string) =>
		files.filter(({ path }) => path.startsWith(folder)).map(({ text }) => JSON.parse(text) as Value);
	const places = all<PlaceRecord>('places/');
	const { actors } = read<{ actors: ActorRecord[] }>('actors.json');
	return {
		places: new Map(places.map((place) => [place.id, place])),
		actors: new Map(actors.map((actor) => [actor.id, actor])),
		sources: read<{ sources: SourceRecord[] }>('sources.json').sources,
		references: read<{ references: ReferenceRecord[] }>('references.json').references,
		articles: all<ArticleRecord>('articles/'),
		translations: { ar: read<Translations>('translations/ar.json').texts }
	};
}

/**
 * Fetches them.
 * @throws Error where they can't be had
 */
export async function fetchRecords(address: string): Promise<DeskRecords> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return recordsFrom((await response.json()) as SourceFile[]);
}
