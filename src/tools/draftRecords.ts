/** A text alone as records: what `npm run add -- article.txt` makes, with the code of the desk and nobody looking. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseHTML } from 'linkedom';
import type { Head } from '../lib/draft/article';
import { apply } from '../lib/draft/commands';
import { ownPlacesOf, withOwnPlaces } from '../lib/draft/gazetteer/own';
import type { Gazetteer } from '../lib/draft/gazetteer/gazetteer';
import { readGazetteer } from '../lib/draft/gazetteer/read';
import { InputFault, type InputFaultCode } from '../lib/draft/input/article';
import { readArticle } from '../lib/draft/input/readArticle';
import { readTagger, type Tagger } from '../lib/draft/recognise/tagger';
import type { Known, RecordFault } from '../lib/draft/record';
import { suggest } from '../lib/draft/suggest';
import { unseenRecords, type LeftOut, type Unseen } from '../lib/draft/unseen';
import { articleFrom, articleId } from '../lib/features/desk/intake';
import { formatProblem } from '../lib/geodata/validate';
import { quoted } from '../lib/geodata/validate/problem';
import { project } from './command';

/** What finds the places of a text. */
export interface Recognition {
	gazetteer: Gazetteer;
	tagger: Tagger;
}

export function recognition(): Recognition {
	const data = (name: string) => readFileSync(join(project, 'src/lib/draft/data', name));
	return { gazetteer: readGazetteer(data('gazetteer.bin')), tagger: readTagger(data('tagger.bin')) };
}

/** What a person says of an article on the command line; the rest is read from the text. */
export type Said = Partial<Pick<Head, 'id' | 'title' | 'publisher' | 'url' | 'language'>> & {
	/** EDTF. */
	published?: string;
};

/**
 * The records that a file with an article makes, as a draft.
 * @param on the day, YYYY-MM-DD, UTC
 * @throws Error with a sentence where nothing can be read from it
 */
export async function draftRecords(
	file: string,
	known: Known,
	said: Said,
	on: string,
	{ gazetteer, tagger }: Recognition
): Promise<Unseen> {
	const bytes = readFileSync(file);
	const input = await readArticle(
		{ kind: 'file', file: new Blob([bytes]), name: basename(file) },
		parseHtml
	).catch((error: unknown) => {
		throw error instanceof InputFault ? new Error(`${file}  ${inputFaults[error.code]}`) : error;
	});
	// The id of an article that is there is given again only where it is asked for: then it is that article.
	const taken = new Set(known.articles.map(({ id }) => id));
	const read = articleFrom(input, input.omitted, taken);
	const { published, ...head } = given(said);
	const when = published ? { edtf: published, stated: null, inferred: null } : read.head.published;
	const whole = { ...read.head, ...head, published: when };
	const article = { ...read, head: { ...whole, id: said.id ?? articleId(whole, taken) } };
	const found = suggest(article.text, article.head.published.edtf || null, {
		gazetteer: withOwnPlaces(gazetteer, ownPlacesOf(known.places)),
		tagger,
		actors: known.actors,
		places: known.places,
		home: known.dataset.region.countries
	});
	return unseenRecords(apply(article, { do: 'suggest', ...found }), known, on);
}

const given = (said: Said): Said =>
	Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));

/** A browser makes the elements that a page leaves out; this DOM does not. */
function parseHtml(html: string): Document {
	const whole = /<html/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
	return parseHTML(whole).document as unknown as Document;
}

/** Why a suggestion was left out, in a line. */
export const leftLine = ({ quote, why }: LeftOut): string =>
	`left out: ${quoted(quote)} — ${sentenceOf(why)}`;

/** What keeps the article from becoming a record, in a line. */
export function faultLine(file: string, { code, problem }: RecordFault): string {
	return problem ? formatProblem({ file, ...problem }) : `${file}  ${sentenceOf(code)}`;
}

const sentenceOf = (code: RecordFault['code']): string => whys[code] ?? `make it at the desk (${code})`;

/** All that a text alone can come to; an author meets the others at the desk. */
const whys: Partial<Record<RecordFault['code'], string>> = {
	'quote-long': 'its sentence has more than 75 words — make it at the desk',
	'passage-long': 'its words and those beside it are more than 75 — make it at the desk',
	'quote-repeated': 'the same words stand twice in its passage — make it at the desk',
	'half-of-text': 'the quotes would be half of the article or more',
	'place-open': 'which place it is about is not known',
	'place-outside-quote': 'its sentence does not name the place',
	'place-too-fine': 'its place is known less well than a point says',
	'place-unknown': 'its place is not known',
	'actor-missing': 'whom it is about is not known',
	'actor-unknown': 'whom it is about is not known',
	'date-missing': 'when it was is not known — give the day of the article with --published',
	'date-wrong': 'the date is no EDTF — write it as 2022-08-31',
	'date-later': 'the date lies after today',
	'id-missing': 'give it an id of small letters, digits and hyphens, with --id paper-2022',
	'id-taken': 'is the id of another article — give another with --id',
	'title-missing': 'give its title, with --title "…"',
	'publisher-missing': 'say who published it, with --publisher "…"',
	'url-wrong': 'the address is none of the web — give the whole of it with --url, with https:// before it',
	'language-missing': 'say its language, with --language en',
	'letters-mixed': 'a name or a sentence has letters of two alphabets — type it again',
	'published-missing': 'say when it was published, with --published 2022-08-31',
	'report-missing':
		'nothing in it could be made a report — open it at the desk (/desk), and make them by hand',
	'text-damaged': 'has broken characters, which no file can hold — save it again from its source',
	'source-unknown': 'a source is not known'
};

const inputFaults: Record<InputFaultCode, string> = {
	empty: 'is empty — give a file with the text of an article',
	'too-large': 'is larger than any article — give the text alone',
	binary: 'is no text — save the article as text',
	pdf: 'is a PDF — save its words as text',
	picture: 'is a picture — type its words',
	'other-document': 'is a document of another program — save it as a web page or as text',
	damaged: 'is damaged and can’t be opened — save the page again'
};
