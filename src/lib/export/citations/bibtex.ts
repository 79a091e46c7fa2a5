/**
 * A citation in BibTeX: an entry for our record and one for each article. Only `@misc` and fields that both BibTeX
 * and biblatex know. Unicode is kept, as Biber and every reference manager read it.
 */
import { licenseLine } from '../about';
import type { Citation, CitedArticle } from './citation';
import { oneLine, quoted } from '../formats/text';
import { articleNote, dateParts } from './dates';

/** The entries as text. Fields that have nothing to say are left out. */
export function bibtex(citation: Citation): string {
	return [recordEntry(citation), ...citation.articles.map(articleEntry)].join('\n');
}

function recordEntry({
	kind,
	id,
	title,
	permalink,
	recorded,
	version,
	about,
	reports,
	accessed
}: Citation): string {
	const [year, month, day] = recorded.split('-').map(Number);
	return bibtexEntry(`attested-${kind}-${id}`, {
		// The second pair of braces says that the name is one, and the title's capitals are meant.
		author: protect(about.creator),
		title: protect(title),
		howpublished: escapeBibtex(about.title),
		year: String(year),
		month: String(month),
		day: String(day),
		version: escapeBibtex(version),
		url: verbatim(permalink),
		urldate: accessed ?? undefined,
		abstract: escapeBibtex(reports.map(({ quotes }) => quoted(quotes)).join(' ')),
		keywords: escapeBibtex(
			[...new Set(reports.flatMap(({ actors }) => actors.map(({ name }) => name)))].join(', ')
		),
		note: escapeBibtex(`Record of ${recorded}, version ${version}. ${licenseLine}`)
	});
}

function articleEntry(article: CitedArticle): string {
	const { id, title, author, publisher, published, url, language, checked } = article;
	const parts = dateParts(published.edtf);
	return bibtexEntry(`attested-article-${id}`, {
		author: author ? protect(author) : undefined,
		title: protect(title),
		howpublished: escapeBibtex(publisher),
		year: parts ? String(parts.year) : undefined,
		month: parts?.month ? String(parts.month) : undefined,
		day: parts?.day ? String(parts.day) : undefined,
		url: verbatim(url),
		urldate: (url && checked) || undefined,
		langid: escapeBibtex(language),
		note: escapeBibtex(articleNote(article))
	});
}

/** An entry of BibTeX. Fields that have nothing to say are left out. */
export function bibtexEntry(key: string, fields: Record<string, string | undefined>): string {
	const lines = Object.entries(fields)
		.filter(([, value]) => value)
		.map(([name, value]) => `\t${name} = {${value}}`);
	return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

/** A name or a title whose capitals are meant. */
export function protect(text: string): string {
	return `{${escapeBibtex(text)}}`;
}

/**
 * Text for a field. Braces become commands, since BibTeX counts even escaped ones; pairs that TeX would join into
 * another character (-- to a dash, '' to a quotation mark) are parted by an empty group.
 */
export function escapeBibtex(text: string): string {
	return oneLine(text)
		.replace(/[\\{}~^#$%&_]/g, (character) => commands[character]!)
		.replace(/([-'`,<>])(?=\1)|([?!])(?=`)/g, '$&{}');
}

const commands: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'#': '\\#',
	$: '\\$',
	'%': '\\%',
	'&': '\\&',
	_: '\\_'
};

/** An address: taken as it stands by BibTeX, so what could end the field is percent-encoded. */
export function verbatim(url: string): string {
	return oneLine(url).replace(/[\\{}\s]/g, (character) => encodeURIComponent(character));
}
