/** From what came in to an article on the desk: its text, and what is known of it already. */
import type { Head } from '../../draft/article';
import { newArticle, type DraftArticle } from '../../draft/article';
import {
	withoutOmissions,
	type ArticleInput,
	type HeadValue,
	type Omission
} from '../../draft/input/article';
import { freeId } from '../../draft/places';

/**
 * An article that came in, with some of what was left out of it put back.
 * @param omitted what stays out, in order
 * @param taken ids of articles that there are already
 */
export function articleFrom(
	input: ArticleInput,
	omitted: readonly Omission[],
	taken: ReadonlySet<string>
): DraftArticle {
	const { title, publisher, author, published, language, address } = input.head;
	const [day] = published;
	const url = first(address);
	const site = url === '' ? '' : new URL(url).hostname.replace(/^www\./, '');
	const head: Partial<Head> = {
		title: first(title),
		publisher: first(publisher),
		author: first(author),
		url,
		site,
		language: first(language).replace(/^und$/, ''),
		published: { edtf: day?.value ?? '', stated: day?.value ?? null, inferred: null }
	};
	return newArticle(withoutOmissions(input.full, omitted), { ...head, id: articleId(head, taken) });
}

/** An id that no article has, of who published it and in which year, as far as that is known. */
export function articleId({ publisher, site, published }: Partial<Head>, taken: ReadonlySet<string>): string {
	// An id has Latin letters only, which a name in another script has none of.
	const names = [publisher, site?.replace(/\.\w+$/, '')];
	const name = names.find((name) => name && /[a-z]/i.test(name)) ?? 'article';
	return freeId(`${name} ${published?.edtf.slice(0, 4) ?? ''}`.trim(), taken);
}

const first = (values: readonly HeadValue[]): string => values[0]?.value ?? '';
