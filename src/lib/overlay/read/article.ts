/** An article file of ours (`geodata/articles/*.json`) as rows: one for each report, to be looked at before it is added. */

/**
 * The reports of an article, or null where the document is none. Its places are records of their own and not in the
 * file, so that the rows have the ids of places and no coordinates.
 */
export function articleRows(document: Record<string, unknown>): Record<string, unknown>[] | null {
	const { reports, passages, title, publisher } = document;
	if (!isList(reports) || !isList(passages) || typeof title !== 'string') return null;
	return reports.filter(isObject).map((report) => ({
		id: report.id,
		place: report.place,
		summary: report.summary,
		claim: report.claim,
		actor: isList(report.actors)
			? report.actors
					.filter(isObject)
					.map(({ actor }) => textOf(actor))
					.join('; ')
			: null,
		date: isObject(report.when) ? report.when.edtf : null,
		quote: isList(report.quotes)
			? report.quotes
					.filter(isObject)
					.map(({ exact }) => textOf(exact))
					.join(' […] ')
			: null,
		source: isObject(publisher) ? `${textOf(publisher.name)}: ${title}` : title
	}));
}

/** As `String`, which throws for an object whose `toString` is not a function: JSON may bring one. */
const textOf = (value: unknown): string =>
	isObject(value) || isList(value) ? JSON.stringify(value) : String(value);
const isList = (value: unknown): value is unknown[] => Array.isArray(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
