/** The records of what was accepted, and what other programs read of them. Their code comes when it is asked for. */
import type { DraftArticle } from '../../draft/article';
import type { Known, RecordFault } from '../../draft/record';
import type { SourceFile } from '../../geodata/validate';
import { tagsOf, type DeskRecords } from './records';

/** @param by who records it, or empty @throws Error where the code can't be had */
export async function madeRecords(
	article: DraftArticle,
	records: DeskRecords,
	by: string
): Promise<{ files: SourceFile[]; faults: RecordFault[] }> {
	const { recordsOf } = await import('../../draft/record');
	return recordsOf(article, knownOf(records), new Date().toISOString().slice(0, 10), by);
}

const knownOf = (records: DeskRecords): Known => ({
	...records,
	actors: [...records.actors.values()],
	places: [...records.places.values()]
});

/** Files for other programs, as the site has them of what it publishes (export/registry.ts). */
export type OtherFile = 'reports.geojson' | 'reports.csv';

/**
 * @param files what `madeRecords` gave
 * @throws Error where the code can't be had
 */
export async function otherFile(
	name: OtherFile,
	files: readonly SourceFile[],
	records: DeskRecords,
	{ byteOrderMark = false } = {}
): Promise<Blob> {
	const [{ draftedViews }, { reportsCsv }, { reportFeatures }] = await Promise.all([
		import('../../draft/views'),
		import('../../export/formats/csv'),
		import('../../export/formats/geojson')
	]);
	const views = draftedViews(files, knownOf(records));
	// Addresses are where the reports will be, once a site has them.
	const context = { origin: '', about: { languages: tagsOf(records) } };
	return name === 'reports.csv'
		? new Blob([reportsCsv(views, context, { byteOrderMark })], { type: 'text/csv' })
		: new Blob([JSON.stringify(reportFeatures(views, context))], { type: 'application/geo+json' });
}
