/** From the record of an article to a draft of it, so that what was published is corrected as it was made. Pure. */
import type { ActorRecord, ArticleRecord, PlaceRecord, ReportRecord } from '../geodata/schema';
import { newArticle } from './article';
import type { DraftActor, DraftArticle, DraftPlace, DraftReport, Mark, Origin, Span } from './article';
import { overlaps } from './recognise/span';

type Sense = ArticleRecord['passages'][number]['mentions'][number]['sense'];

/**
 * The draft that the records of an article stand for: its reports are accepted, and each place that it names is marked.
 * @param text the words of the record stand in it where the record says: `follow.ts` sees to that
 * @param known places by their ids, for the names that a quote may have
 */
export function draftOf(
	origin: Omit<Origin, 'base'>,
	text: string,
	known: ReadonlyMap<string, PlaceRecord> = new Map()
): DraftArticle {
	const { article: record, places, actors } = origin;
	const marks: Mark[] = [];
	let next = 1;
	const mark = ({ start, end }: Span, place: string, sense: Sense = 'literal'): string => {
		const id = `m${next++}`;
		marks.push({
			...{ id, start, end, decision: 'accepted', by: 'person' },
			value: { sort: 'place', place, sense, candidates: [] }
		});
		return id;
	};
	for (const { mentions } of record.passages)
		for (const mention of mentions) mark(mention, mention.place, mention.sense);
	const byId = new Map([...known, ...places.map((place) => [place.id, place] as const)]);
	const reports = record.reports.map((report): DraftReport => {
		const { quotes, place, claim, when, attribution, chain, caveats, withdrawn } = report;
		const quote = spanOf(quotes[0]!);
		return {
			id: `r${next++}`,
			decision: withdrawn ? 'rejected' : 'accepted',
			by: 'person',
			quote,
			passage: null,
			place:
				place === null ? null : (markOf(place, quote, marks) ?? mark(wordsFor(report, text, byId), place)),
			actors: report.actors.map(({ actor, role }) => ({ actor, role })),
			claim,
			claims: [claim],
			when,
			attribution,
			chain,
			summary: report.summary ?? '',
			caveats,
			inferred: [],
			record: report.id
		};
	});
	const byPlace = (a: Span, b: Span) => a.start - b.start || b.end - a.end;
	const article: DraftArticle = {
		...newArticle(text, headOf(record)),
		marks: marks.sort(byPlace),
		reports: reports.sort((a, b) => byPlace(a.quote, b.quote)),
		places: places.map(draftPlace),
		actors: actors.map(draftActor),
		next
	};
	const { head, marks: first, reports: accepted } = article;
	return { ...article, origin: { ...origin, base: { head, marks: first, reports: accepted } } };
}

// Of a draft's record anything that may wait can be missing.
function headOf(record: ArticleRecord): DraftArticle['head'] {
	const { id, title, language, publisher, author, published, url, chain, standing, rights } = record;
	return {
		...{ id, title, language, published, chain },
		publisher: publisher.name,
		site: publisher.site ?? '',
		author: author.name ?? '',
		url: url ?? '',
		standing: standing?.note ?? '',
		rights: rights ?? '',
		unknown: []
	};
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The mark in a quote that means its place; one that stands for a government is the last to be taken. */
function markOf(place: string, quote: Span, marks: readonly Mark[]): string | null {
	const found = marks.filter(
		({ value, ...mark }) => value.sort === 'place' && value.place === place && overlaps(mark, quote)
	);
	const literal = found.find(({ value }) => value.sort === 'place' && value.sense === 'literal');
	return (literal ?? found[0])?.id ?? null;
}

/** The words of a quote for its place: those that the record gives, one of its names, or else all of them. */
function wordsFor(
	{ quotes, wording, place }: ReportRecord,
	text: string,
	known: ReadonlyMap<string, PlaceRecord>
): Span {
	const { start, end } = quotes[0]!;
	const properties = known.get(place ?? '')?.properties;
	const names = [...wording, ...Object.values(properties?.name ?? {}), ...(properties?.aliases ?? [])];
	for (const name of names) {
		const at = text.indexOf(name, start);
		if (name !== '' && at >= 0 && at + name.length <= end) return { start: at, end: at + name.length };
	}
	return { start, end };
}

/** A place of the records, as an author may change it. */
export function draftPlace({ id, geometry, properties }: PlaceRecord): DraftPlace {
	const { name, aliases, kind, drawn, precision, countries, identifiers, references } = properties;
	return {
		...{ id, aliases, kind, drawn, geometry },
		name,
		precision: { ...precision, reason: precision.reason ?? '' },
		country: countries?.[0] ?? '',
		identifiers: identifiers ?? {},
		reference: references?.[0] ?? ''
	};
}

export function draftActor({ id, name, aliases }: ActorRecord): DraftActor {
	return { id, name, aliases: aliases ?? [] };
}

/** Records without the places and actors that a data set has already. */
export function newTo(
	origin: Omit<Origin, 'base'>,
	known: { places: ReadonlyMap<string, unknown>; actors: ReadonlyMap<string, unknown> }
): Omit<Origin, 'base'> {
	return {
		...origin,
		places: origin.places.filter(({ id }) => !known.places.has(id)),
		actors: origin.actors.filter(({ id }) => !known.actors.has(id))
	};
}
