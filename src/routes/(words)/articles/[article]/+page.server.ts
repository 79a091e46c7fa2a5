import { error } from '@sveltejs/kit';
import { dataset } from '$lib/server/dataset';
import { m } from '$lib/words';
import { describeChecked, describeDraft } from '$lib/words/checked';

export const entries = () => dataset().articles.map(({ id }) => ({ article: id }));

export const load = ({ locals, params }) => {
	const article = dataset(locals.locale).articles.find(({ id }) => id === params.article);
	if (!article) error(404, 'There is no such article');
	return {
		article,
		draft: describeDraft(article, locals.locale),
		checked: describeChecked(article.checked, locals.locale),
		// With the words of the page: no script has to bring it.
		correct: m.desk_correct({}, { locale: locals.locale })
	};
};
