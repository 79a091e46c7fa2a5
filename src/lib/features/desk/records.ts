/** The records of the data set, as the desk needs them: to name places and actors, and to check what is drafted. */
import type { ActorRecord, PlaceRecord, Records } from '../../geodata/schema';

/** All records but the history of released versions. */
type Fetched = Omit<Records, 'snapshots'>;

export interface DeskRecords extends Omit<Fetched, 'actors' | 'places'> {
	places: ReadonlyMap<string, PlaceRecord>;
	actors: ReadonlyMap<string, ActorRecord>;
	/** The page of a repository for new files (`draft/newFile.ts`), where the site is set up with one. */
	newFile?: string;
}

/**
 * Fetches the records, which were checked when the site was built.
 * @throws Error where they can't be had
 */
export async function fetchRecords(address: string): Promise<DeskRecords> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	const { actors, places, ...others } = (await response.json()) as Fetched & Pick<DeskRecords, 'newFile'>;
	return {
		...others,
		places: new Map(places.map((place) => [place.id, place])),
		actors: new Map(actors.map((actor) => [actor.id, actor]))
	};
}

/** Tags of the languages of the data set, that of the records first. */
export const tagsOf = ({ dataset }: Pick<DeskRecords, 'dataset'>): string[] =>
	dataset.languages.map(({ tag }) => tag);

export const idsOf = (records: ReadonlyMap<string, unknown>): ReadonlySet<string> => new Set(records.keys());
