/** What the page of all sites says of the whole data set. */
import type { Dataset } from '../geodata/views';
import { counted, m } from '.';

/** Its first sentence, and how many reports are on no map; null where there are none. In the language of the page. */
export function homeWords({ sites, articles, reports }: Pick<Dataset, 'sites' | 'articles' | 'reports'>) {
	const unmapped = reports.filter(({ place }) => !place?.mapped).length;
	return {
		lead: m.home_lead({
			places: m.count_places(counted(sites.length)),
			articles: m.count_articles(counted(articles.length))
		}),
		unplaced: unmapped > 0 ? m.home_unplaced(counted(unmapped)) : null
	};
}
