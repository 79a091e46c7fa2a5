/** A citation as plain text, to paste into a footnote or a message. */
import { licenseLine } from '../about';
import type { Citation, CitedArticle, CitedReport } from './citation';
import { oneLine, quoted } from '../formats/text';
import { articleNote, longDay } from './dates';

/** Lines of UTF-8 text, each report with its quote, its article and its permalink. */
export function plainText(citation: Citation): string {
	const { title, kind, id, recorded, accessed, version, about, permalink, reports } = citation;
	const name = oneLine(title).replace(/\.$/, '');
	const head = `${about.creator}, “${name}”. ${about.title}, ${kind} ${id}, record of ${recorded}, version ${version}. ${permalink}${accessed ? accessedLine(accessed) : ''}`;
	return [head, '', ...reports.flatMap((report) => [...reportLines(report, kind), '']), licenseLine, ''].join(
		'\n'
	);
}

/** What follows the address of our record. @param day YYYY-MM-DD */
export const accessedLine = (day: string): string => ` (accessed ${longDay(day)})`;

function reportLines(report: CitedReport, kind: Citation['kind']): string[] {
	const actors = report.actors.map(({ name, role }) => `${name} (${role})`).join('; ');
	return [
		...(kind === 'site' ? [`${oneLine(report.summary)} ${report.permalink}`] : []),
		oneLine(quoted(report.quotes)),
		articleLine(report.article),
		oneLine(`Actors: ${actors}.${report.place ? ` Place: ${report.place}.` : ''}`)
	];
}

function articleLine(article: CitedArticle): string {
	const { author, title, publisher, url } = article;
	return oneLine(`${author ?? 'No author named'}, “${title}”, ${publisher}. ${articleNote(article)}. ${url}`);
}
