/**
 * From a reviewed article to the files of its records: what leaves the desk. Everything that follows from the text is
 * computed here. What may wait is left out, and makes a draft of the record (`geodata/drafts.ts`). Pure.
 */
import { anchor } from '../geodata/anchoring';
import type { FullText } from '../geodata/anchoring';
import { parseWhen } from '../geodata/dates';
import { isDraft } from '../geodata/drafts';
import type { Region } from '../geodata/datasetSchema';
import { edtfFault } from '../geodata/edtf';
import { filled, gapsOf, lenientSchemas } from '../geodata/waiting';
import type { DraftKind } from '../geodata/waiting';
import { sourceSchema } from '../geodata/schema';
import type { ActorRecord, ArticleRecord, PlaceRecord, ReferenceRecord } from '../geodata/schema';
import type { ReportRecord, SourceRecord, VerificationRecord } from '../geodata/schema';
import type { SourceFile } from '../geodata/validate';
import { deceptions } from '../geodata/validate/characters';
import { faultsOfPlace } from '../geodata/validate/places';
import { pathText } from '../geodata/validate/problem';
import type { FaultCode, FaultValues } from '../geodata/validate/problem';
import { readShape, type ShapeFault } from '../geodata/validate/shape';
import { verificationOf } from '../geodata/verification';
import type { DraftArticle, DraftReport } from './article';
import { articleRecord, passageAt, wordsAt } from './articleRecord';
import type { Parts } from './articleRecord';
import { correctedPassages, correctedRecord, quotesIn, unreasoned } from './correction';
import { hashOf } from './fitting';
import { draftActor, draftPlace } from './fromRecord';
import { corrected, isSame } from './kept';
import { isNamed } from './names';
import { beside, fileOf, withOrigin } from './origin';
import type { Known } from './origin';
import { newActor, newPlace, newSource, referenceFor } from './newRecords';
import type { Loose } from './newRecords';
import { passagesOf } from './passages';
import type { PassageFault } from './passages';
import { obstaclesOf, placeToDos } from './toDo';
import { reviewOf } from './reviewing';
import type { ToDoCode } from './toDo';

/** With `refused`: what is wrong with a record that was made, and where in it. */
export interface RecordProblem {
	/** Its path in the record, such as `properties.name.en`. */
	at: string;
	code: FaultCode;
	values: FaultValues;
	/** The same in English, as `npm run check` says it. */
	message: string;
	fix: string;
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
		| 'reason-missing-withdrawn'
		| 'recorder-missing'
		| 'refused';
	/** Id of the report, mark, place or actor that it is about; null for the article as a whole. */
	id: string | null;
	problem?: RecordProblem;
}

export type { Known };

type Recorded = { files: SourceFile[]; faults: RecordFault[] };

/**
 * The files of an article, each with its path below `geodata/`; lists have only entries that are new. Where anything
 * keeps it from leaving there are no files. Only accepted reports leave, with the places and actors that they need, and
 * with the stamp of the comparison with the text, which is made here.
 * @param on the day, YYYY-MM-DD, UTC @param by who records it; empty where that is not said
 */
export function recordsOf(article: DraftArticle, of: Known, on: string, by = ''): Recorded {
	const { text, head, origin } = article;
	const known = origin ? withOrigin(of, origin) : of;
	const reports = article.reports.filter(({ decision }) => decision === 'accepted');
	const hash = hashOf(text);
	const faults = [...obstacles(article, reports, known, on)];
	for (const id of unreasoned(article)) faults.push({ code: 'reason-missing-withdrawn', id });
	// What somebody recorded and another has changed is recorded by nobody else.
	for (const report of by === '' ? reports : [])
		if (reviewOf(article, report, '')?.state === 'changed')
			faults.push({ code: 'recorder-missing', id: report.id });
	const there = known.articles.find(({ id }) => id === head.id);
	const isOther = origin ? origin.article.id !== head.id : there?.text.sha256 !== hash;
	if (there && isOther) faults.push({ code: 'id-taken', id: null });
	if (faults.length > 0) return { files: [], faults };

	const { passages, faults: tooMuch } = passagesFor(article, reports);
	if (tooMuch.length > 0) return { files: [], faults: tooMuch };
	const used = usedIn(article, reports, passages);
	const missing = [...missingIn(article, used, known)];
	if (missing.length > 0) return { files: [], faults: missing };

	const { made, places, actors } = newRecords(article, used, known, on);
	const parts = { reports, passages, places, sha256: hash, before: recordedIn(article, there), on, by };
	const record = recordFor(article, parts);
	const sources = newSources(article, reports, known);
	const needsDraft =
		sources.length > 0 ||
		used.places.some((id) => isDraft(places.get(id))) ||
		used.actors.some((id) => isDraft(actors.get(id)));
	const isKept = origin !== undefined && isSame(record, origin.article);
	made.push({ kind: 'article', record: isKept ? record : withStatus('article', record, known, needsDraft) });
	const refused = [
		...made.flatMap((one) => refusals(one, reports, known.dataset.region)),
		...sources.flatMap(refusalsOfSource)
	];
	if (refused.length > 0) return { files: [], faults: refused };
	return { files: beside(origin, filesOf(made, sources, { content: text, sha256: hash }, on)), faults: [] };
}

/** What an article is on its way out, whatever still keeps it: to be compared with the record that it was. */
export function recordNow(article: DraftArticle, of: Known, on: string): Loose {
	const known = article.origin ? withOrigin(of, article.origin) : of;
	const reports = article.reports.filter(({ decision }) => decision === 'accepted');
	const { passages } = passagesFor(article, reports);
	const places = new Map(known.places.map((place) => [place.id, place]));
	const there = known.articles.find(({ id }) => id === article.head.id);
	const before = recordedIn(article, there);
	return recordFor(article, { reports, passages, places, sha256: hashOf(article.text), before, on, by: '' });
}

/** Reports whose numbers are used. */
const recordedIn = ({ origin }: DraftArticle, there: ArticleRecord | undefined) => [
	...(origin?.article.reports ?? []),
	...(there?.reports ?? [])
];

const recordFor = (article: DraftArticle, parts: Parts): Loose =>
	article.origin ? correctedRecord(article, parts) : articleRecord(article, parts);

/** The passages that the accepted reports need, with what is named in them. */
function passagesFor(article: DraftArticle, reports: readonly DraftReport[]) {
	const quotes = reports.map(({ quote }) => wordsAt(article, quote));
	const all = [...quotes, ...quotesIn(article, reports)];
	const chosen = reports.flatMap(({ passage }) => (passage ? [wordsAt(article, passage)] : []));
	const idOf = ({ code, quote }: PassageFault): RecordFault => ({
		code,
		id: reports[quotes.findIndex((other) => other === quote)]?.id ?? null
	});
	if (article.origin) {
		const { passages, faults } = correctedPassages(article, all, chosen);
		return { passages, faults: faults.map(idOf) };
	}
	const { passages, faults } = passagesOf(article.text, all, chosen);
	return {
		passages: passages.map((span, index) => passageAt(article, span, `p${index + 1}`)),
		faults: faults.map(idOf)
	};
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
	// One that is missing or can't be read is an obstacle already.
	const isLater = (edtf: string) =>
		edtfFault(edtf.trim()) === null && (parseWhen(edtf.trim()).earliest ?? '') > on;
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
		else
			for (const { code, isWrong } of placeToDos(place, known.dataset.languages[0]!.tag))
				if (isWrong) yield { code, id };
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
	const take = <T>(kind: Made['kind'], record: T): T => {
		made.push({ kind, record: record as Loose });
		return filled(kind, record);
	};
	const make = <T>(kind: Made['kind'], loose: Loose, needsDraft = false): T => {
		const record = withStatus(kind, loose, known, needsDraft);
		made.push({ kind, record });
		return filled(kind, record) as unknown as T;
	};
	const { region } = known.dataset;
	for (const place of article.places) {
		const before = article.origin?.places.find(({ id }) => id === place.id);
		if (!(before || used.places.includes(place.id)) || places.has(place.id)) continue;
		if (before && isSame(place, draftPlace(before))) {
			places.set(place.id, take('place', before));
			continue;
		}
		const found = referenceFor(place.reference, references);
		const isNew = found !== null && !references.some(({ id }) => id === found.id);
		const reference = isNew ? make<ReferenceRecord>('reference', found as Loose) : found;
		if (isNew) references.push(reference as ReferenceRecord);
		const isFirst = reference?.id === before?.properties.references?.[0];
		const loose = before
			? corrected<Loose>(
					before,
					newPlace(draftPlace(before), null, region, on),
					newPlace(place, isFirst ? null : (reference?.id ?? null), region, on)
				)
			: newPlace(place, reference?.id ?? null, region, on);
		places.set(place.id, make<PlaceRecord>('place', loose, isDraft(reference)));
	}
	for (const actor of article.actors) {
		const before = article.origin?.actors.find(({ id }) => id === actor.id);
		if (!(before || used.actors.includes(actor.id)) || actors.has(actor.id)) continue;
		const loose = newActor(actor, [...actors.values()]);
		const isAsItWas = before && isSame(actor, draftActor(before));
		const record = isAsItWas
			? take<ActorRecord>('actor', before)
			: make<ActorRecord>('actor', before ? { ...before, name: loose.name, aliases: loose.aliases } : loose);
		actors.set(actor.id, record);
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

/** A record, as a draft where anything of it waits, or where it needs one that is a draft. A translation may come later. */
function withStatus(kind: Made['kind'], record: Loose, known: Known, needsDraft: boolean): Loose {
	const parts: [DraftKind, object][] = [[kind, record]];
	if (kind === 'article') for (const report of record.reports as object[]) parts.push(['report', report]);
	const language = known.dataset.languages[0]!.tag;
	const waits =
		parts.some(([kind, part]) => gapsOf(kind, part, true).length > 0) || !isNamed(kind, record, language);
	const { $schema, type, id, ...rest } = record;
	delete rest.status;
	return { $schema, type, id, ...((waits || needsDraft) && { status: 'draft' }), ...rest };
}

/** What the check would say of a record by itself. */
function refusals({ kind, record }: Made, reports: readonly DraftReport[], region: Region): RecordFault[] {
	const json = JSON.parse(JSON.stringify(record)) as unknown;
	const gaps = gapsOf(kind, json, true).filter(({ mayWait }) => !mayWait);
	const { faults, record: read } = readShape(lenientSchemas[kind], json);
	const missing = gaps.map(({ path, fix }) => ({
		path,
		fix,
		message: 'is missing',
		code: 'missing' as const
	}));
	const found: RecordProblem[] = [
		...[...missing, ...faults, ...deceptions(json)].map(located),
		...(kind === 'place' && read ? faultsOfPlace(read as PlaceRecord, region) : []).map((fault) => ({
			...fault,
			values: {}
		}))
	];
	const made = (record.reports ?? []) as ReportRecord[];
	const reportAt = (at: string) => {
		const index = Number(/^reports\[(\d+)\]/.exec(at)?.[1] ?? NaN);
		return Number.isNaN(index) ? null : draftOfMade(made, index, reports);
	};
	return found.map((problem) => ({
		code: 'refused',
		id: kind === 'article' ? reportAt(problem.at) : record.id,
		problem
	}));
}

/** Id of the report of the draft that one of the record was made from; null where that was taken back. */
function draftOfMade(
	made: readonly Pick<ReportRecord, 'id' | 'withdrawn'>[],
	index: number,
	reports: readonly DraftReport[]
): string | null {
	const numberOf = (id: string) => id.slice(id.lastIndexOf('-') + 1);
	const correctedBy = ({ id }: { id: string }) =>
		reports.find(({ record }) => record !== undefined && numberOf(record) === numberOf(id));
	const isNew = (report: (typeof made)[number]) => !report.withdrawn && !correctedBy(report);
	const corrected = correctedBy(made[index]!);
	if (corrected || !isNew(made[index]!)) return corrected?.id ?? null;
	// New ones stand in both in the order of their quotes.
	const added = reports.filter(({ record }) => record === undefined);
	return added[made.slice(0, index).filter(isNew).length]?.id ?? null;
}

function refusalsOfSource(source: SourceRecord): RecordFault[] {
	const faults = [...readShape(sourceSchema, source).faults, ...deceptions(source)];
	return faults.map((fault) => ({ code: 'refused', id: source.id, problem: located(fault) }));
}

/** A fault with its path as text. */
const located = ({
	path,
	...fault
}: Omit<RecordProblem, 'at' | 'values'> & { path: ShapeFault['path'] }) => ({
	at: pathText(path),
	values: {},
	...fault
});

function filesOf(made: readonly Made[], sources: SourceRecord[], text: FullText, on: string): SourceFile[] {
	const of = (wanted: Made['kind']) => made.filter(({ kind }) => kind === wanted).map(({ record }) => record);
	const list = (name: 'actors' | 'sources' | 'references', entries: object[]) =>
		entries.length === 0
			? []
			: fileOf(`${name}.json`, {
					$schema: `../static/schemas/${name}.schema.json`,
					license: 'CC-BY-4.0',
					[name]: entries
				});
	const [article] = of('article');
	return [
		fileOf(`articles/${article!.id}.json`, article),
		...of('place').map((place) => fileOf(`places/${place.id}.geojson`, place)),
		list('actors', of('actor')),
		list('sources', sources),
		list('references', of('reference')),
		stampOf(JSON.parse(JSON.stringify(article)) as Compared, text, on).map((stamp) =>
			fileOf(`verified/${stamp.article}.json`, {
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
