/** Archived copies of articles and references: each with its day. */
import { at } from './problem';
import type { Problem } from './problem';
import type { Reading } from './reading';

export function* checkArchives({ articles, references }: Reading): Iterable<Problem> {
	const heads = articles.flatMap(({ file, head }) => (head ? [{ file, at: '', record: head }] : []));
	for (const { file, at: place, record } of [...heads, ...references]) {
		const { archivedUrl, archivedOn } = record;
		if (Boolean(archivedUrl) === Boolean(archivedOn)) continue;
		const [alone, message, fix] = archivedUrl
			? (['archivedUrl', 'is a copy of no day', 'give the day of the copy as archivedOn'] as const)
			: ([
					'archivedOn',
					'is the day of no copy',
					'give the address of the copy as archivedUrl, or remove the day'
				] as const);
		yield { file, at: at(place, alone), message, fix };
	}
}
