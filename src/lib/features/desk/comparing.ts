/** Compares an open article with the record that it was made from. */
import type { DraftArticle } from '../../draft/article';
import { differencesOf, type Difference } from '../../draft/differences';
import { recordNow } from '../../draft/record';
import type { DeskRecords } from './records';

export function differences(
	article: DraftArticle,
	before: DeskRecords['articles'][number],
	records: DeskRecords
): Difference[] {
	const known = { ...records, actors: [...records.actors.values()], places: [...records.places.values()] };
	return differencesOf(before, recordNow(article, known, new Date().toISOString().slice(0, 10)));
}
