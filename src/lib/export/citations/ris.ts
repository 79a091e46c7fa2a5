/**
 * A citation in RIS, the tagged format of reference managers
 * (https://en.wikipedia.org/wiki/RIS_(file_format)): a record for our record and one for each article. A field is
 * one line, so no field holds a line break, nor two spaces in a row, which some readers take for a tag.
 */
import { licenseLine } from '../about';
import type { Citation, CitedArticle } from './citation';
import { oneLine, quoted } from '../formats/text';
import { articleNote, dateParts, isInferred } from './dates';

export type RisField = [tag: string, value: string | null | undefined];

/** The records as text with CRLF line ends. */
export function ris(citation: Citation): string {
	return [recordFields(citation), ...citation.articles.map(articleFields)].map(risRecord).join('');
}

function recordFields(citation: Citation): RisField[] {
	const { kind, id, title, permalink, recorded, accessed, version, about, reports } = citation;
	return [
		['TY', 'DATA'],
		['ID', `attested-${kind}-${id}`],
		['TI', title],
		['AU', about.creator],
		['T2', about.title],
		['PB', about.creator],
		['PY', recorded.slice(0, 4)],
		['DA', risDay(recorded)],
		['ET', version],
		['UR', permalink],
		['Y2', accessed && risDay(accessed)],
		['AB', reports.map(({ quotes }) => quoted(quotes)).join(' ')],
		...[...new Set(reports.flatMap(({ actors }) => actors.map(({ name }) => name)))].map((name): RisField => [
			'KW',
			name
		]),
		['N1', `Record of ${recorded}, version ${version}. ${licenseLine}`]
	];
}

function articleFields(article: CitedArticle): RisField[] {
	const { id, title, author, publisher, published, url, language, checked } = article;
	const parts = dateParts(published.edtf);
	const twoDigits = (part: number | undefined) => (part === undefined ? '' : String(part).padStart(2, '0'));
	return [
		['TY', 'ELEC'],
		['ID', `attested-article-${id}`],
		['TI', title],
		['AU', author],
		// The site of a web page: of a publisher, reference managers make a note.
		['T2', publisher],
		['PY', parts && String(parts.year)],
		// The last part of a RIS date is free: the place to say that it was inferred.
		[
			'DA',
			parts &&
				[
					parts.year,
					twoDigits(parts.month),
					twoDigits(parts.day),
					isInferred(published) ? 'inferred' : ''
				].join('/')
		],
		['UR', url],
		['Y2', url && checked && risDay(checked)],
		['LA', language],
		['N1', articleNote(article)]
	];
}

/** A day, YYYY-MM-DD, as RIS writes dates. */
export const risDay = (day: string): string => day.replaceAll('-', '/');

/** A record of RIS. Fields that have nothing to say are left out. */
export function risRecord(fields: RisField[]): string {
	const lines = fields
		.map(([tag, value]): RisField => [tag, value && oneLine(value)])
		.filter(([, value]) => value)
		.map(([tag, value]) => `${tag}  - ${value}\r\n`);
	return `${lines.join('')}ER  - \r\n\r\n`;
}
