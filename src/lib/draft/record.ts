/**
 * From a reviewed article to the files of its records: what leaves the desk. Everything that follows from the text is
 * computed here. What may wait is left out, and makes a draft of the record (`geodata/drafts.ts`). Pure.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { anchor } from '../geodata/anchoring';
import type { FullText } from '../geodata/anchoring';
import { parseWhen } from '../geodata/dates';
import { isDraft } from '../geodata/drafts';
import { filled, gapsOf, lenientSchemas } from '../geodata/waiting';
import type { DraftKind } from '../geodata/waiting';
import { sourceSchema, translated } from '../geodata/schema';
import type { ActorRecord, ArticleRecord, PlaceRecord, ReferenceRecord } from '../geodata/schema';
import type { SourceRecord, Translated, VerificationRecord } from '../geodata/schema';
import { textsOf } from '../geodata/translate';
import type { Problem, SourceFile } from '../geodata/validate';
import { deceptions } from '../geodata/validate/characters';
import { faultsOfPlace } from '../geodata/validate/places';
import { pathText } from '../geodata/validate/problem';
import { readShape, type ShapeFault } from '../geodata/validate/shape';
import { verificationOf } from '../geodata/verification';
import type { DraftArticle, DraftReport } from './article';
import { articleRecord, passageAt, wordsAt } from './articleRecord';
import { newActor, newPlace, newSource, referenceFor } from './newRecords';
import type { Loose } from './newRecords';
import { passagesOf } from './passages';
import type { PassageFault } from './passages';
import { obstaclesOf, placeToDos } from './toDo';
import type { ToDoCode } from './toDo';

/** The records of the data set that the article is for. */
export interface Known {
	actors: readonly ActorRecord[];
	places: readonly PlaceRecord[];
	sources: readonly SourceRecord[];
	references: readonly ReferenceRecord[];
	articles: readonly ArticleRecord[];
	/** What is translated already; without it nothing is. */
	translations?: Partial<Record<Translated, Readonly<Record<string, string>>>>;
}

/** What keeps an article from leaving. */
export interface RecordFault {
	/** `id-taken`: another text is there by that id. `refused`: `npm run check` would say the problem that is given. */
	code:
		| ToDoCode
		| PassageFault['code']
		| 'report-missing'
		| 'text-damaged'
		| 'id-taken'
		| 'date-later'
		| 'place-unknown'
		| 'actor-unknown'
		| 'source-unknown'
		| 'refused';
	/** Id of the report, mark, place or actor that it is about; null for the article as a whole. */
	id: string | null;
	/** With `refused`, in English. */
	problem?: Omit<Problem, 'file'>;
}

type Recorded = { files: SourceFile[]; faults: RecordFault[] };

/**
 * The files of an article, each with its path below `geodata/`; lists have only entries that are new. Where anything
 * keeps it from leaving there are no files. Only accepted reports leave, with the places and actors that they need, and
 * with the stamp of the comparison with the text, which is made here.
 * @param on the day, YYYY-MM-DD, UTC
 */
export function recordsOf(article: DraftArticle, known: Known, on: string): Recorded {
	const { text, head } = article;
	const reports = article.reports.filter(({ decision }) => decision === 'accepted');
	const hash = bytesToHex(sha256(utf8ToBytes(text)));
	const before = known.articles.find(({ id }) => id === head.id);
	const faults = [...obstacles(article, reports, known, on)];
	if (before && before.text.sha256 !== hash) faults.push({ code: 'id-taken', id: null });
	if (faults.length > 0) return { files: [], faults };

	const quotes = reports.map(({ quote }) => wordsAt(article, quote));
	const denials = reports.flatMap(({ caveats }) => caveats.flatMap((caveat) => caveat.quotes ?? []));
	const chosen = reports.flatMap(({ passage }) => (passage ? [wordsAt(article, passage)] : []));
	const kept = passagesOf(text, [...quotes, ...denials.map((quote) => wordsAt(article, quote))], chosen);
	const idOf = ({ code, quote }: PassageFault) => ({
		code,
		id: reports[quotes.findIndex((other) => other === quote)]?.id ?? null
	});
	if (kept.faults.length > 0) return { files: [], faults: kept.faults.map(idOf) };

	const passages = kept.passages.map((span, index) => passageAt(article, span, `p${index + 1}`));
	const used = usedIn(article, reports, passages);
	const missing = [...missingIn(article, used, known)];
	if (missing.length > 0) return { files: [], faults: missing };

	const { made, places, actors } = newRecords(article, used, known, on);
	const record = articleRecord(article, { reports, passages, places, sha256: hash, before, on });
	const sources = newSources(article, reports, known);
	const needsDraft =
		sources.length > 0 ||
		used.places.some((id) => isDraft(places.get(id))) ||
		used.actors.some((id) => isDraft(actors.get(id)));
	made.push({ kind: 'article', record: withStatus('article', record, known, needsDraft) });
	const refused = [...made.flatMap(refusals), ...sources.flatMap(refusalsOfSource)];
	if (refused.length > 0) return { files: [], faults: refused };
	return { files: filesOf(made, sources, { content: text, sha256: hash }, on), faults: [] };
}

/** What keeps it from leaving before anything is computed. */
function* obstacles(
	article: DraftArticle,
	reports: readonly DraftReport[],
	known: Known,
	on: string
): Iterable<RecordFault> {
	for (const { id, toDo } of obstaclesOf(article)) yield { code: toDo.code, id };
	if (reports.length === 0) yield { code: 'report-missing', id: null };
	// Half of a pair has no bytes in UTF-8, so that no file could have the text.
	if (/\p{Cs}/u.test(article.text)) yield { code: 'text-damaged', id: null };
	const isLater = (edtf: string) => (parseWhen(edtf.trim()).earliest ?? '') > on;
	if (isLater(article.head.published.edtf)) yield { code: 'date-later', id: null };
	const sources = new Set([...known.sources, ...article.sources].map(({ id }) => id));
	const references = new Set(known.references.map(({ id }) => id));
	if (article.head.chain.some((id) => !sources.has(id))) yield { code: 'source-unknown', id: null };
	for (const { id, when, chain, caveats } of reports) {
		if (isLater(when.edtf)) yield { code: 'date-later', id };
		if (chain.some((source) => !sources.has(source))) yield { code: 'source-unknown', id };
		if (caveats.some((caveat) => caveat.references.some((reference) => !references.has(reference))))
			yield { code: 'reference-missing', id };
	}
}

/** Ids of the places and actors that go with the reports, each once. */
interface Used {
	places: string[];
	actors: string[];
}

function usedIn(
	article: DraftArticle,
	reports: readonly DraftReport[],
	passages: ArticleRecord['passages']
): Used {
	const named = passages.flatMap(({ mentions }) => mentions.map(({ place }) => place));
	const marked = reports.flatMap(({ place }) => {
		const value = article.marks.find(({ id }) => id === place)?.value;
		return value?.sort === 'place' && value.place !== null ? value.place : [];
	});
	const actors = reports.flatMap((report) => report.actors.map(({ actor }) => actor));
	return { places: [...new Set([...named, ...marked])], actors: [...new Set(actors)] };
}

/** Places and actors that nobody knows, and places that nobody could draw or name. */
function* missingIn({ places, actors }: DraftArticle, used: Used, known: Known): Iterable<RecordFault> {
	const has = (list: readonly { id: string }[], wanted: string) => list.some(({ id }) => id === wanted);
	for (const id of used.places) {
		if (has(known.places, id)) continue;
		const place = places.find((drafted) => drafted.id === id);
		if (!place) yield { code: 'place-unknown', id };
		else for (const { code, isWrong } of placeToDos(place)) if (isWrong) yield { code, id };
	}
	for (const id of used.actors)
		if (!has(known.actors, id) && !has(actors, id)) yield { code: 'actor-unknown', id };
}

/** A record as it is written. */
interface Made {
	kind: Exclude<DraftKind, 'report'>;
	record: Loose;
}

/** The records that the data set lacks, and all places and actors by their ids. */
function newRecords(article: DraftArticle, used: Used, known: Known, on: string) {
	const made: Made[] = [];
	const places = new Map(known.places.map((place) => [place.id, place]));
	const actors = new Map(known.actors.map((actor) => [actor.id, actor]));
	const references = [...known.references];
	const make = <T>(kind: Made['kind'], loose: Loose, needsDraft = false): T => {
		const record = withStatus(kind, loose, known, needsDraft);
		made.push({ kind, record });
		return filled(kind, record) as unknown as T;
	};
	for (const place of article.places) {
		if (!used.places.includes(place.id) || places.has(place.id)) continue;
		const found = referenceFor(place.reference, references);
		const isNew = found !== null && !references.some(({ id }) => id === found.id);
		const reference = isNew ? make<ReferenceRecord>('reference', found as Loose) : found;
		if (isNew) references.push(reference as ReferenceRecord);
		const loose = newPlace(place, reference?.id ?? null, on);
		places.set(place.id, make<PlaceRecord>('place', loose, isDraft(reference)));
	}
	for (const actor of article.actors) {
		if (!used.actors.includes(actor.id) || actors.has(actor.id)) continue;
		actors.set(actor.id, make<ActorRecord>('actor', newActor(actor, [...actors.values()])));
	}
	return { made, places, actors };
}

/** The sources that the data set lacks, of those that the article and its reports have something from. */
function newSources(
	{ head, sources }: DraftArticle,
	reports: readonly DraftReport[],
	known: Known
): SourceRecord[] {
	const named = new Set([...head.chain, ...reports.flatMap(({ chain }) => chain)]);
	return sources
		.filter(({ id }) => named.has(id) && !known.sources.some((other) => other.id === id))
		.map(newSource);
}

/** A record, as a draft where anything of it waits, its translation too, or where it needs one that is a draft. */
function withStatus(kind: Made['kind'], record: Loose, known: Known, needsDraft: boolean): Loose {
	const parts: [DraftKind, object][] = [[kind, record]];
	if (kind === 'article') for (const report of record.reports as object[]) parts.push(['report', report]);
	const isSaid = (text: string) =>
		translated.every((tag) => Object.hasOwn(known.translations?.[tag] ?? {}, text));
	const waits = parts.some(
		([kind, part]) =>
			gapsOf(kind, part, true).length > 0 || textsOf(kind, part).some(({ text }) => !isSaid(text))
	);
	if (!waits && !needsDraft) return record;
	const { $schema, type, id, ...rest } = record;
	return { $schema, type, id, status: 'draft', ...rest };
}

/** What the check would say of a record by itself. */
function refusals({ kind, record }: Made): RecordFault[] {
	const json = JSON.parse(JSON.stringify(record)) as unknown;
	const gaps = gapsOf(kind, json, true).filter(({ mayWait }) => !mayWait);
	const { faults, record: read } = readShape(lenientSchemas[kind], json);
	const found = [
		...[...gaps.map((gap) => ({ ...gap, message: 'is missing' })), ...faults, ...deceptions(json)].map(
			located
		),
		...(kind === 'place' && read ? faultsOfPlace(read as PlaceRecord) : [])
	];
	return found.map((problem) => ({ code: 'refused', id: kind === 'article' ? null : record.id, problem }));
}

function refusalsOfSource(source: SourceRecord): RecordFault[] {
	const faults = [...readShape(sourceSchema, source).faults, ...deceptions(source)];
	return faults.map((fault) => ({ code: 'refused', id: source.id, problem: located(fault) }));
}

const located = ({ path, message, fix }: Pick<ShapeFault, 'path' | 'message' | 'fix'>) => ({
	at: pathText(path),
	message,
	fix
});

function filesOf(made: readonly Made[], sources: SourceRecord[], text: FullText, on: string): SourceFile[] {
	const of = (wanted: Made['kind']) => made.filter(({ kind }) => kind === wanted).map(({ record }) => record);
	const file = (path: string, value: unknown) => ({ path, text: `${JSON.stringify(value, null, '\t')}\n` });
	const list = (name: 'actors' | 'sources' | 'references', entries: object[]) =>
		entries.length === 0
			? []
			: file(`${name}.json`, {
					$schema: `../static/schemas/${name}.schema.json`,
					license: 'CC-BY-4.0',
					[name]: entries
				});
	const [article] = of('article');
	return [
		file(`articles/${article!.id}.json`, article),
		...of('place').map((place) => file(`places/${place.id}.geojson`, place)),
		list('actors', of('actor')),
		list('sources', sources),
		list('references', of('reference')),
		stampOf(JSON.parse(JSON.stringify(article)) as Compared, text, on).map((stamp) =>
			file(`verified/${stamp.article}.json`, {
				$schema: '../../static/schemas/verified.schema.json',
				...stamp
			})
		)
	].flat();
}

type Compared = Parameters<typeof verificationOf>[0] & Record<string, unknown>;

/** The stamp of an article that agrees with its text, by the code that `npm run verify` compares with. */
function stampOf(article: Compared, text: FullText, on: string): [VerificationRecord] | [] {
	const { mended, open } = anchor(article, text);
	return mended.length + open.length === 0 ? [verificationOf(article, on)] : [];
}
