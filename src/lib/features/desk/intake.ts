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
	const name = [head.publisher || site.replace(/\.\w+$/, '') || 'article', day?.value.slice(0, 4)];
	return newArticle(withoutOmissions(input.full, omitted), {
		...head,
		id: freeId(name.filter(Boolean).join(' '), taken)
	});
}

const first = (values: readonly HeadValue[]): string => values[0]?.value ?? '';
