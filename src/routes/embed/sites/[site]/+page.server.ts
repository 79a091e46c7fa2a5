import { error } from '@sveltejs/kit';
import { shownText } from '$lib/base/hidden';
import { dataset, withLacking } from '$lib/server/dataset';
import { entriesOf } from '$lib/server/entries';
import { describeDraft } from '$lib/words/checked';
import { describeDoubts } from '$lib/words/sure';

export const entries = () => entriesOf(dataset().sites.map(({ id }) => ({ site: id })));

export const load = ({ locals, params }) => {
	const site = dataset(locals.locale).sites.find(({ id }) => id === params.site);
	if (!site) error(404, 'There is no such site');
	const { id, name, reports } = site;
	const [newest] = reports.toSorted((a, b) => (a.article.published.edtf < b.article.published.edtf ? 1 : -1));
	const { article, attributed, claim, quotes, when, disputed } = newest!;
	const shown = {
		site: { id, name, reports: reports.length },
		newest: {
			article,
			actors: attributed,
			claim,
			when,
			disputed,
			doubts: describeDoubts(newest!, locals.locale),
			quote: shownText(quotes[0]!.exact)
		},
		draft: describeDraft(article, locals.locale)
	};
	return withLacking(shown, locals.locale);
};
