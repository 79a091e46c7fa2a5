import { error } from '@sveltejs/kit';
import { toured } from '$lib/geodata/tour';
import type { ArticleView, ReportView } from '$lib/geodata/views';
import { dataset, withLacking } from '$lib/server/dataset';
import { entriesOf } from '$lib/server/entries';
import { m } from '$lib/words';
import { describeChecked, describeDraft } from '$lib/words/checked';
import type { Locale } from '$lib/words/locale';
import { reviewStateName } from '$lib/words/review';
import { byWeight, describeDoubts } from '$lib/words/sure';
import { describeWhen } from '$lib/words/when';

export const entries = () => entriesOf(dataset().articles.map(({ id }) => ({ article: id })));

export const load = ({ locals, params }) => {
	const { articles } = dataset(locals.locale);
	const article = articles.find(({ id }) => id === params.article);
	if (!article) error(404, 'There is no such article');
	const { locale } = locals;
	// All of these are with the words of the page: no script has to bring them.
	const shown = {
		article: { ...article, caveats: byWeight(article.caveats) },
		...(!toured(articles).includes(article) && { hasNoTour: true }),
		draft: describeDraft(article, locale),
		correct: m.desk_correct({}, { locale }),
		/** What speaks against each report, in a line. */
		doubts: Object.fromEntries(article.reports.map((report) => [report.id, describeDoubts(report, locale)])),
		...reviewsOf(article, locale),
		/** What is said of it as a source. */
		source: {
			notes: notesOf(article, locale),
			checked: describeChecked(article.checked, locale),
			archived: article.archived && {
				url: article.archived.url,
				label: m.article_archived({ date: describeWhen(article.archived.on, locale) }, { locale })
			}
		}
	};
	return withLacking(shown, locals.locale);
};

/** The state of review of each report, where any says who recorded it. */
function reviewsOf({ reports }: ArticleView, locale: Locale): { reviews?: Record<string, string> } {
	if (!reports.some(({ review }) => review?.recordedBy)) return {};
	const stateOf = ({ review }: ReportView) => reviewStateName(review?.state ?? 'unsaid', locale);
	return { reviews: Object.fromEntries(reports.map((report) => [report.id, stateOf(report)])) };
}

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
