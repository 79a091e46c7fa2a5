/** Archived copies of articles and references: each with its day. */
import { at } from './problem';
import type { Problem } from './problem';
import type { Reading } from './reading';

export function* checkArchives({ articles, references }: Reading): Iterable<Problem> {
	const heads = articles.flatMap(({ file, head }) => (head ? [{ file, at: '', record: head }] : []));
	for (const { file, at: place, record } of [...heads, ...references]) {
		const { archivedUrl, archivedOn } = record;
		if (archivedUrl && !archivedOn)
			yield {
				file,
				at: at(place, 'archivedUrl'),
				message: 'is a copy of no day',
				fix: 'give the day of the copy as archivedOn'
			};
		if (archivedOn && !archivedUrl)
			yield {
				file,
				at: at(place, 'archivedOn'),
				message: 'is the day of no copy',
				fix: 'give the address of the copy as archivedUrl, or remove the day'
			};
	}
}
