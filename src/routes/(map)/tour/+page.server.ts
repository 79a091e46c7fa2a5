import { toured, tourSteps } from '$lib/geodata/tour';
import { dataset } from '$lib/server/dataset';

export const load = ({ locals }) => {
	const { articles, sites } = dataset(locals.locale);
	return {
		tours: toured(articles).map((article) => ({
			id: article.id,
			title: article.title,
			language: article.language,
			publisher: article.publisher,
			published: article.published,
			steps: tourSteps(article, sites).length + 1
		})),
		...(toured(articles).length < articles.length && { articles: articles.length })
	};
};
