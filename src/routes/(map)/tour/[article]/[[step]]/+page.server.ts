import { error } from '@sveltejs/kit';
import { toured, tourSteps } from '$lib/geodata/tour';
import { dataset, withLacking } from '$lib/server/dataset';
import { entriesOf } from '$lib/server/entries';
import { describeUnfinished } from '$lib/words/checked';
import { describeDoubts } from '$lib/words/sure';
import { describeWhen } from '$lib/words/when';

/** An address without a number is the first step. */
export const entries = () => {
	const { articles, sites } = dataset();
	const all = toured(articles).flatMap((article) => [
		{ article: article.id },
		...Array.from({ length: tourSteps(article, sites).length + 1 }, (_, index) => ({
			article: article.id,
			step: String(index + 1)
		}))
	]);
	return entriesOf(all);
};

export const load = ({ locals, params }) => {
	const { sites, articles: all } = dataset(locals.locale);
	const articles = toured(all);
	const index = articles.findIndex(({ id }) => id === params.article);
	const article = articles[index];
	if (!article) error(404, 'There is no such tour');
	const steps = tourSteps(article, sites);
	const count = steps.length + 1;
	const step = Number(params.step ?? '1');
	if (!/^[1-9]\d*$/.test(params.step ?? '1') || step > count) error(404, 'There is no such step');
	const focused = steps[step - 1];
	const next = articles[index + 1];
	const { id, title, language, publisher } = article;
	const shown = {
		article: { id, title, language, publisher },
		published: describeWhen(article.published.edtf, locals.locale),
		/** Said where it is so; that an article was checked stands with each report. */
		unfinished: describeUnfinished(article, locals.locale),
		step,
		count,
		/** The site that the map goes to. */
		focus: focused?.site ?? null,
		/** Those of this step; `reports` of the layout are all, for the timeline. */
		stepReports: (focused?.reports ?? []).map((report, index, all) => ({
			...report,
			/** What speaks against it, in a line. */
			doubts: describeDoubts(report, locals.locale),
			/** Whether its words are those of the one before: they stand once, above both. */
			repeats: JSON.stringify(report.extracts) === JSON.stringify(all[index - 1]?.extracts)
		})),
		/** The last step has no place: it lists what is not on the map. */
		isLast: focused === undefined,
		unplaced: focused ? [] : article.reports.filter(({ place }) => !place?.mapped),
		next: next ? { id: next.id, title: next.title, language: next.language } : null
	};
	return withLacking(shown, locals.locale);
};
