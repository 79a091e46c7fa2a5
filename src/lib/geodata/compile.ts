/**
 * From valid records to what the pages and the map show. Pure: records in, views out. The views hold plain data
 * with every reference resolved, so that a page needs nothing but its own view.
 */
import { destination } from '@turf/turf';
import { wholeGeometry, wrapLongitude } from '../base/antimeridian';
import { groupBy } from '../base/groupBy';
import { shownText } from '../base/hidden';
import type {
	ActorRecord,
	ArticleRecord,
	PassageRecord,
	PlaceRecord,
	Position,
	ReportRecord
} from './schema';
import { contestedOf } from './contested';
import { isDraft, published } from './drafts';
import type { Compiled } from './drafts';
import { originsOf } from './origins';
import { reviewState } from './review';
import { checkedOn } from './verification';
import { placeKinds, type PlaceKind } from './vocabulary';
import { roles } from './recordWords';
import type {
	ActorView,
	ReportActorView,
	PlaceLink,
	SourceView,
	QuoteView,
	Extract,
	ArticleLink,
	CaveatView,
	ReportView,
	SiteView,
	PassagePart,
	ArticleView,
	Dataset
} from './views';

/**
 * Resolves valid records into views. Sites come in reading order: north to south, then west to east.
 * @param drafts whether drafts are among them, each marked as one
 * @throws Error where a record refers to something missing, which `validate` rules out.
 */
export function compile(all: Compiled, { drafts = false } = {}): Dataset {
	const records = drafts ? all : published(all);
	const { places: { added: ownKinds = {} } = {}, claims: { added: ownClaims = {} } = {} } =
		records.dataset.kinds ?? {};
	const references = index(records.references);
	const places = index(records.places);
	const actors = records.actors.map(actorView);
	const actorById = index(actors);
	const resolveReferences = (ids: string[]) => ids.map((id) => pick(references, id));
	const withReferences = <T extends { references: string[] }>(entry: T) => ({
		...entry,
		references: resolveReferences(entry.references)
	});
	const sources: SourceView[] = records.sources.map(withReferences);
	const sourceById = index(sources);
	const placeLink = (id: string) => linkTo(pick(places, id), reported);
	const checked = new Map(
		records.articles.map((article) => [article.id, checkedOn(article, records.verifications)])
	);
	const articleLink = (article: ArticleRecord): ArticleLink => {
		const { id, title, language, publisher, url, published, text } = article;
		const day = checked.get(id) ?? null;
		return {
			id,
			title,
			language,
			publisher: publisher.name,
			url,
			published,
			sha256: text.sha256,
			checked: day,
			draft: isDraft(article)
		};
	};
	const caveatView = (article: ArticleRecord, caveat: ArticleRecord['caveats'][number]): CaveatView => ({
		...withReferences(caveat),
		quotes: (caveat.quotes ?? []).map((quote) => ({
			...quoteView(article, quote),
			shown: shownText(quote.exact)
		}))
	});
	const reported = new Set(
		records.articles.flatMap((article) =>
			article.reports.filter(isStanding).flatMap(({ place }) => place ?? [])
		)
	);

	const reportView = (article: ArticleRecord, report: ReportRecord): ReportView => {
		const involved = report.actors.map(({ actor, role, note }) => ({
			actor: pick(actorById, actor),
			role,
			part: roles[role],
			note
		}));
		return {
			id: report.id,
			article: articleLink(article),
			place: report.place === null ? null : placeLink(report.place),
			unmapped: report.unmapped ?? null,
			summary: report.summary,
			claim: report.claim,
			...(ownClaims[report.claim] && { ownPlover: ownClaims[report.claim]!.plover ?? null }),
			actors: involved,
			attributed: attributedActors(involved),
			when: report.when,
			quotes: report.quotes.map((quote) => quoteView(article, quote)),
			extracts: extracts(article, report),
			attribution: report.attribution,
			chain: report.chain.map((id) => pick(sourceById, id)),
			chainNote: report.chainNote ?? null,
			caveats: report.caveats.map((caveat) => caveatView(article, caveat)),
			upstream: report.upstream.map(withReferences),
			references: resolveReferences(report.references),
			disputed: report.caveats.some((caveat) => caveat.kind === 'disputed'),
			...reviewOf(report, isDraft(article)),
			withdrawn: report.withdrawn ?? null
		};
	};

	const articles = records.articles
		.map((article): ArticleView => {
			const reports = article.reports.filter(isStanding).map((report) => reportView(article, report));
			return {
				...articleLink(article),
				author: article.author,
				publisherSite: article.publisher.site,
				publisherNote: article.publisher.note,
				urlNote: article.urlNote,
				archived: archivedCopy(article),
				chain: article.chain.map((id) => pick(sourceById, id)),
				chainNote: article.chainNote,
				standing: withReferences(article.standing),
				rights: article.rights,
				text: article.text,
				caveats: article.caveats.map((caveat) => caveatView(article, caveat)),
				passages: article.passages.map((passage) => ({
					id: passage.id,
					start: passage.start,
					end: passage.end,
					parts: passageParts(passage, placeLink),
					reports: reports.filter((report) => report.quotes.some((quote) => quote.passage === passage.id))
				})),
				reports,
				references: resolveReferences(article.references),
				recorded: article.recorded
			};
		})
		.sort((a, b) => compareText(a.published.edtf, b.published.edtf));
	const reports = articles.flatMap((article) => article.reports);
	const withdrawn = records.articles.flatMap((article) =>
		article.reports.filter((report) => !isStanding(report)).map((report) => reportView(article, report))
	);

	const reportsAt = groupBy(reports, ({ place }) => place?.id);
	const sites = records.places
		.filter((place) => reported.has(place.id) && place.properties.drawn !== 'none')
		.map((place): SiteView => {
			const own = reportsAt.get(place.id) ?? [];
			const { properties } = place;
			return {
				id: place.id,
				name: properties.name,
				aliases: properties.aliases,
				kind: properties.kind,
				...(ownKinds[properties.kind] && { ownKind: ownKinds[properties.kind] }),
				sign: ownKinds[properties.kind]?.sign ?? placeKinds[properties.kind as PlaceKind].sign,
				drawn: properties.drawn as SiteView['drawn'],
				geometry: place.geometry!,
				position: markPosition(place),
				precision: properties.precision,
				...reportedAt(own, actors),
				draft: own.every(({ article }) => article.draft),
				// Set below, when all sites are there: claims about one place may contradict those about another.
				contested: false,
				origins: originsOf(own).independent,
				related: properties.related.map(({ place, ...rest }) => ({
					...withReferences(rest),
					place: placeLink(place)
				})),
				alternatives: properties.alternatives.map(withReferences),
				upstream: properties.upstream.map(withReferences),
				identifiers: properties.identifiers,
				references: resolveReferences(properties.references),
				recorded: properties.recorded
			};
		})
		.sort(
			(a, b) => b.position[1] - a.position[1] || a.position[0] - b.position[0] || compareText(a.id, b.id)
		);
	for (const site of sites) site.contested = contestedOf(site, sites).contested;

	return { actors, sites, articles, reports, withdrawn, sources };
}

/** What a site has from its reports: from all of them, or from those of a selection. */
export function reportedAt(
	reports: ReportView[],
	actors: ActorView[]
): Pick<SiteView, 'actors' | 'named' | 'reports' | 'firstReported' | 'lastReported' | 'disputed'> {
	const marked = new Set(reports.flatMap(({ attributed }) => attributed.map(({ id }) => id)));
	const all = new Set(reports.flatMap((report) => report.actors.map(({ actor }) => actor.id)));
	const published = reports
		.map(({ article }) => article.published)
		.sort((a, b) => compareText(a.edtf, b.edtf));
	return {
		actors: actors.filter(({ id }) => marked.has(id)),
		named: actors.filter(({ id }) => all.has(id) && !marked.has(id)),
		reports,
		firstReported: published[0]!,
		lastReported: published.at(-1)!,
		disputed: reports.some(({ disputed }) => disputed)
	};
}

/** The actor and everyone below it, by id. */
export function withDescendants(actors: Pick<ActorView, 'id' | 'parent'>[], id: string): string[] {
	return [
		id,
		...actors.filter(({ parent }) => parent === id).flatMap((child) => withDescendants(actors, child.id))
	];
}

/**
 * The address that opens the quoted words in the original, as a text fragment
 * (https://wicg.github.io/scroll-to-text-fragment/): whole when short, else its first and last five words.
 * Empty where the address is still to be found.
 */
function textFragment(url: string, exact: string): string {
	if (url === '') return '';
	const encode = (words: string[]) => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
	const words = exact.split(/\s+/u).filter(Boolean);
	const fragment =
		words.length <= 12 ? encode(words) : `${encode(words.slice(0, 5))},${encode(words.slice(-5))}`;
	return `${url.split('#')[0]}#:~:text=${fragment}`;
}

function isStanding({ withdrawn }: ReportRecord): boolean {
	return withdrawn === undefined;
}

function reviewOf(report: ReportRecord, draft: boolean): Pick<ReportView, 'review'> {
	const state = reviewState(report, draft);
	const { recordedBy = null, reviewedBy = null } = report;
	return state === 'unsaid' ? {} : { review: { state, recordedBy, reviewedBy } };
}

function attributedActors(involved: ReportActorView[]): ActorView[] {
	const placed = involved.filter(({ part }) => part !== 'named');
	const actors = (placed.length > 0 ? placed : involved).map(({ actor }) => actor);
	return [...new Map(actors.map((actor) => [actor.id, actor])).values()];
}

function actorView({ id, name, letter, hue, parent, note }: ActorRecord): ActorView {
	return { id, name, letter, hue, parent, note };
}

function linkTo(place: PlaceRecord, reported: ReadonlySet<string>): PlaceLink {
	const { name, kind, drawn } = place.properties;
	return { id: place.id, name, kind, mapped: drawn !== 'none' && reported.has(place.id) };
}

function quoteView(article: ArticleRecord, quote: ReportRecord['quotes'][number]): QuoteView {
	return { ...quote, original: textFragment(article.url, quote.exact) };
}

function extracts(article: ArticleRecord, report: ReportRecord): Extract[] {
	const ids = new Set(report.quotes.map(({ passage }) => passage));
	return article.passages
		.filter(({ id }) => ids.has(id))
		.map((passage) => {
			const parts: Extract['parts'] = [];
			let at = passage.start;
			const add = (until: number, quoted: boolean) => {
				if (until > at) {
					const words = passage.text.slice(at - passage.start, until - passage.start);
					parts.push({ text: shownText(words), quoted });
					at = until;
				}
			};
			for (const quote of report.quotes.toSorted((a, b) => a.start - b.start)) {
				if (quote.passage !== passage.id) continue;
				add(quote.start, false);
				add(quote.end, true);
			}
			add(passage.end, false);
			return { passage: passage.id, parts };
		});
}

const archivedCopy = ({ archivedUrl, archivedOn }: ArticleRecord): ArticleView['archived'] =>
	archivedUrl && archivedOn ? { url: archivedUrl, on: archivedOn } : null;

function passageParts(passage: PassageRecord, placeLink: (id: string) => PlaceLink): PassagePart[] {
	const parts: PassagePart[] = [];
	let at = passage.start;
	const plain = (until: number) => {
		if (until > at)
			parts.push({
				text: shownText(passage.text.slice(at - passage.start, until - passage.start)),
				mention: null
			});
	};
	for (const { place, exact, start, end, sense } of passage.mentions.toSorted((a, b) => a.start - b.start)) {
		plain(start);
		parts.push({ text: shownText(exact), mention: { place: placeLink(place), sense } });
		at = end;
	}
	plain(passage.end);
	return parts;
}

/**
 * Where the mark of a place stands: a point on itself; a ring on its edge at the label's bearing, so that the
 * mark cannot be read as the centre; a region or line at the middle of its box or of its points.
 */
function markPosition(place: PlaceRecord): Position {
	const { properties } = place;
	const geometry = place.geometry && wholeGeometry(place.geometry);
	if (!geometry) throw new Error(`${place.id} is drawn without a geometry`);
	switch (geometry.type) {
		case 'Point':
			if (properties.drawn !== 'ring') return geometry.coordinates;
			return round(
				destination(
					geometry.coordinates,
					properties.precision.radius_km ?? 0,
					properties.label?.bearing ?? 0,
					{
						units: 'kilometers'
					}
				).geometry.coordinates as Position
			);
		case 'LineString':
			return geometry.coordinates[Math.floor(geometry.coordinates.length / 2)]!;
		case 'MultiLineString': {
			const longest = geometry.coordinates.toSorted((a, b) => b.length - a.length)[0]!;
			return longest[Math.floor(longest.length / 2)]!;
		}
		case 'Polygon':
			return middle(geometry.coordinates[0]!);
		case 'MultiPolygon':
			return middle(
				geometry.coordinates.map(([outer]) => outer!).toSorted((a, b) => b.length - a.length)[0]!
			);
	}
}

function middle(ring: Position[]): Position {
	const longitudes = ring.map(([longitude]) => longitude);
	const latitudes = ring.map(([, latitude]) => latitude);
	return round([
		(Math.min(...longitudes) + Math.max(...longitudes)) / 2,
		(Math.min(...latitudes) + Math.max(...latitudes)) / 2
	]);
}

function round([longitude, latitude]: Position): Position {
	return [Number(wrapLongitude(longitude).toFixed(4)), Number(latitude.toFixed(4))];
}

function index<T extends { id: string }>(entries: T[]): Map<string, T> {
	return new Map(entries.map((entry) => [entry.id, entry]));
}

function pick<T>(map: Map<string, T>, id: string): T {
	const found = map.get(id);
	if (!found) throw new Error(`nothing has the id ${id}`);
	return found;
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
