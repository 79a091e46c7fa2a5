/** What the filters of a page leave: reports, sites and actors, and the counts beside the filters. */
import { asset } from '$app/paths';
import { groupBy } from '../base/groupBy';
import type { SiteSummary } from '../geodata/summaries';
import type { PageView } from './pageView.svelte';
import { facetCounts, familyCounts, actorsBySite, visibleReports } from './filter';
import { hidingOf, type Hiding } from './hidden';
import type { ListedReport } from './listing';
import type { Search, SearchDocument, SearchResults } from './search';

export { complete } from './completing';

/** What is explored. */
export interface Explored {
	reports: ListedReport[];
	sites: SiteSummary[];
	actors: { id: string; parent: string | null }[];
	/** Where a draft is laid over the records, its own documents to search. */
	laid?: { documents: SearchDocument[] };
}

export class Explorer {
	/** Reports that all filters leave. */
	readonly reports: ListedReport[];
	/** Reports that all filters but the time leave. */
	readonly anyTime: ListedReport[];
	/** Ids of visible sites, each with the actors that its visible reports are about. */
	readonly actorsBySite: ReadonlyMap<string, ReadonlySet<string>>;
	/** Visible sites, each with the reports and actors that are visible of it. */
	readonly sites: SiteSummary[];
	readonly counts: ReturnType<typeof facetCounts>;
	/** For each actor, what turning it and those below it on would leave. */
	readonly actorCounts: Record<string, number>;
	/** Ids of the sites in the free part of the picture; null while there is no map. */
	inView = $state.raw<ReadonlySet<string> | null>(null);

	/** Whether the search could not be had when it was last asked for; words filter nothing then. */
	searchFailed = $state(false);

	readonly #data: () => Explored;
	readonly #view: PageView;
	/** Ids of the reports in which the words of the search are found; null while that is not known. */
	readonly #matches: ReadonlySet<string> | null;
	// The search index comes when it is first needed; until then words filter nothing.
	#search = $state.raw<Search | null>(null);
	#loading: Promise<Search> | null = null;

	constructor(view: PageView, data: () => Explored) {
		// Going to another site of the same data must not filter it anew.
		const all = $derived(data().reports);
		const sites = $derived(data().sites);
		this.#data = data;
		this.#view = view;
		const matches = $derived.by(() => {
			const words = view.state.search;
			if (words === '') return null;
			if (!this.#search) {
				void this.#load().catch(() => undefined);
				return null;
			}
			return reportsFound(this.#search.idsOf(words), all);
		});
		this.#matches = $derived(matches);
		this.reports = $derived(visibleReports(all, view.state, matches));
		this.anyTime = $derived(visibleReports(all, { ...view.state, from: null, to: null }, matches));
		this.actorsBySite = $derived(actorsBySite(this.reports, view.state.facets.actors));
		const reportsAt = $derived(groupBy(this.reports, ({ place }) => place?.id));
		this.sites = $derived(
			sites.flatMap((site) => {
				const actors = this.actorsBySite.get(site.id);
				if (!actors) return [];
				const there = reportsAt.get(site.id) ?? [];
				return [{ ...site, reports: there.length, actors: site.actors.filter(({ id }) => actors.has(id)) }];
			})
		);
		this.counts = $derived(facetCounts(all, view.state, matches));
		this.actorCounts = $derived(familyCounts(all, data().actors, view.state, matches));
	}

	/** The filters that hide a site; none where it is on the map. */
	hidingOf(site: string): Hiding[] {
		if (this.actorsBySite.get(site)?.size) return [];
		const reports = this.#data().reports.filter(({ place }) => place?.id === site && place.mapped);
		return hidingOf(reports, this.#view.state, this.#matches);
	}

	/**
	 * Looks words up in the index.
	 * @throws Error where the index cannot be had
	 */
	async find(words: string): Promise<SearchResults> {
		return (await this.#load()).search(words);
	}

	#load() {
		this.#loading ??= (async () => {
			try {
				const [{ createSearch }, documents] = await Promise.all([
					import('./search'),
					this.#data().laid?.documents ??
						fetch(asset('/search.json')).then((response) => {
							if (!response.ok) throw new Error(`search.json: ${response.status}`);
							return response.json();
						})
				]);
				this.#search = await createSearch(documents);
				this.searchFailed = false;
				return this.#search;
			} catch (error) {
				this.#loading = null;
				this.searchFailed = true;
				throw error;
			}
		})();
		return this.#loading;
	}
}

/** Reports whose words were found, or whose site, actor or article was. */
function reportsFound(
	{ sites, actors, articles, quotes }: ReturnType<Search['idsOf']>,
	reports: readonly ListedReport[]
): Set<string> {
	return new Set(
		reports
			.filter(
				(report) =>
					quotes.has(report.id) ||
					sites.has(report.place?.id ?? '') ||
					articles.has(report.article.id) ||
					report.actors.some(({ id }) => actors.has(id))
			)
			.map(({ id }) => id)
	);
}
