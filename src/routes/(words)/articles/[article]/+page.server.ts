import { error } from '@sveltejs/kit';
import type { ArticleView } from '$lib/geodata/views';
import { dataset } from '$lib/server/dataset';
import { m } from '$lib/words';
import { describeChecked, describeDraft } from '$lib/words/checked';
import type { Locale } from '$lib/words/locale';
import { describeWhen } from '$lib/words/when';

export const entries = () => dataset().articles.map(({ id }) => ({ article: id }));

export const load = ({ locals, params }) => {
	const article = dataset(locals.locale).articles.find(({ id }) => id === params.article);
	if (!article) error(404, 'There is no such article');
	const { locale } = locals;
	// All of these are with the words of the page: no script has to bring them.
	return {
		article,
		draft: describeDraft(article, locale),
		checked: describeChecked(article.checked, locale),
		correct: m.desk_correct({}, { locale }),
		notes: notesOf(article, locale),
		archived: article.archived && {
			url: article.archived.url,
			label: m.article_archived({ date: describeWhen(article.archived.on, locale) }, { locale })
		}
	};
};

/** What is said of a source; where a draft says nothing yet, that. */
function notesOf({ publisherNote, author, urlNote, standing, rights }: ArticleView, locale: Locale) {
	const waits = m.draft_waits({}, { locale });
	return {
		publisher: publisherNote || waits,
		author: author.note || waits,
		address: urlNote || waits,
		standing: standing.note || waits,
		rights: rights || waits
	};
}
