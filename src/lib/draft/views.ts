/** What the site would show of an article that is drafted: its reports, and the sites that they are at. Pure. */
import { compile } from '../geodata/compile';
import type { SourceFile } from '../geodata/validate';
import { readRecords } from '../geodata/validate/reading';
import type { Located } from '../geodata/validate/reading';
import type { Dataset } from '../geodata/views';
import type { Known } from './record';

/**
 * The views of the article in the files that `recordsOf` made, and of no other. All of it counts as a draft: no site has
 * published it.
 * @throws Error where the files refer to what is neither among them nor known, which `recordsOf` rules out
 */
export function draftedViews(
	files: readonly SourceFile[],
	known: Known
): Pick<Dataset, 'actors' | 'reports' | 'sites'> {
	const drafted = readRecords([...files]);
	const together = <T extends { id: string }>(there: readonly T[], added: Located<T>[]): T[] => {
		const records = added.map(({ record }) => record);
		return [...there.filter(({ id }) => !records.some((other) => other.id === id)), ...records];
	};
	const { actors, reports, sites } = compile(
		{
			actors: together(known.actors, drafted.actors),
			places: together(known.places, drafted.places),
			references: together(known.references, drafted.references),
			sources: [...known.sources],
			articles: drafted.articles.flatMap(({ head, ...parts }) =>
				head
					? {
							...head,
							status: 'draft' as const,
							passages: parts.passages.map(({ record }) => record),
							reports: parts.reports.map(({ record }) => record)
						}
					: []
			),
			verifications: drafted.verifications.map(({ record }) => record)
		},
		{ drafts: true }
	);
	return { actors, reports, sites };
}
