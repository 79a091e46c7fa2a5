/** Lays an article that the desk keeps in this browser over the published records, by the code that the site is built by. */
import { aboutOf } from '$lib/geodata/about';
import { asset } from '$app/paths';
import { previewOf } from '$lib/draft/preview';
import type { RecordFault } from '$lib/draft/record';
import { historyOf } from '$lib/draft/history';
import { markFeatures, shapeFeatures } from '$lib/export/mapData';
import { packViews } from '$lib/export/visible';
import { fetchRecords } from '$lib/features/desk/records';
import { DeskStore } from '$lib/features/desk/store';
import { compile } from '$lib/geodata/compile';
import type { Records } from '$lib/geodata/schema';
import { publishersOf } from '$lib/geodata/publishers';
import { summariseReports, summariseSite } from '$lib/geodata/summaries';
import { translate } from '$lib/geodata/translate';
import type { Dataset } from '$lib/geodata/views';
import { palettes } from '$lib/map/style/palette';
import { facetsOf } from '$lib/view/facets';
import { searchDocuments } from '$lib/view/search';
import { getLocale, labels } from '$lib/words';
import { homeWords } from '$lib/words/home';
import { sitePage, type SitePage } from '../../sites/[site]/sitePage';

/** What the page says of the draft besides what readers would see. */
export interface DraftOnMap {
	title: string;
	/** How many of its reports are shown, and the words of those accepted that are not. */
	shown: number;
	left: string[];
	faults: RecordFault[];
	/** The sites that the draft reports on, in reading order. */
	sites: { id: string; name: Dataset['sites'][number]['name'] }[];
	/** What the panel shows of a site; null where there is none. */
	site: (id: string) => SitePage | null;
}

/** `gone`: this browser does not have it. `refused`: it gives nothing of what it keeps. */
export type LayFailure = 'gone' | 'refused' | 'records';

interface Laid {
	/** The data of the map's pages, with the draft in them. */
	data: Partial<App.PageData> & {
		publishers: { id: string; name: string }[];
		said: ReturnType<typeof homeWords>;
	};
	draft: DraftOnMap;
}

/** Gives the draft on the map, or why there is none. @param id of the draft, as the desk keeps it */
export async function lay(id: string): Promise<Laid | LayFailure> {
	const [kept, published] = await Promise.all([
		new DeskStore().get(id).catch(() => 'refused' as const),
		fetchRecords(asset('/desk/geodata.json')).catch(() => null)
	]);
	if (kept === 'refused') return kept;
	if (kept === null) return 'gone';
	if (published === null) return 'records';
	const { article } = historyOf(kept.first, kept.commands, kept.kept.done);
	const on = new Date().toISOString().slice(0, 10);
	const all = {
		...published,
		actors: [...published.actors.values()],
		places: [...published.places.values()]
	};
	const preview = previewOf(article, all, on);
	const accepted = article.reports.filter(({ decision }) => decision === 'accepted');
	const left = accepted.filter((report) => preview.left.includes(report.id));
	const locale = getLocale();
	const data = compile(translate(preview.records, locale).records, { drafts: true });
	const drafted = data.reports.filter((report) => report.article.id === preview.article);
	const places = new Set(drafted.map(({ place }) => place?.id));
	return {
		data: {
			...pagesOf(data),
			laid: {
				draft: id,
				ids: new Set([preview.article ?? '', ...drafted.map((report) => report.id)]),
				...filesOf(preview.records, data)
			}
		},
		draft: {
			title: kept.kept.title,
			shown: drafted.length,
			left: left.map(({ quote }) => article.text.slice(quote.start, quote.end)),
			faults: preview.faults,
			sites: data.sites.filter((site) => places.has(site.id)).map(({ id, name }) => ({ id, name })),
			site(id) {
				const found = sitePage(data, id, locale);
				// Nobody can look up what is in this browser alone.
				return found && places.has(id) ? { ...found, citations: [] } : found;
			}
		}
	};
}

/** What the pages of the map get when the site is built. */
function pagesOf(data: Dataset) {
	const reports = summariseReports(data);
	return {
		actors: data.actors,
		facets: facetsOf(reports, data),
		sites: data.sites.map(summariseSite),
		reports,
		publishers: publishersOf(data.articles),
		said: homeWords(data)
	};
}

/** What pages fetch later. Files are in the language of the records. */
function filesOf(records: Records, { sites }: Dataset) {
	const data = compile(records, { drafts: true });
	const colours = Object.entries(palettes.light.hues).map(([hue, { fill }]) => [hue, fill]);
	return {
		marks: markFeatures(sites),
		shapes: shapeFeatures(sites),
		places: sites.map(({ id, name, geometry, precision }) => ({ id, name, geometry, precision })),
		documents: searchDocuments(data, records.actors),
		views: packViews(data, {
			origin: '',
			version: records.version.version,
			about: aboutOf(records.dataset),
			kindNames: { [getLocale()]: labels().placeKinds },
			colours: Object.fromEntries(colours)
		})
	};
}
