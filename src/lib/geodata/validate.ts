/**
 * The check of all records: what each must be (`schema.ts`) and what they must be to each other. One subject a
 * file, in `validate/`.
 */
import type { ArticleRecord, Records, Snapshot } from './schema';
import type { Boundaries } from './boundaries';
import { isDraft } from './drafts';
import { withFirst } from './names';
import { checkArchives } from './validate/archives';
import { checkActors } from './validate/actors';
import { checkCountries } from './validate/countries';
import { checkKinds } from './validate/kinds';
import { checkNames, nameToDos, untranslatedNames } from './validate/names';
import { checkPassages } from './validate/passages';
import { checkPlaces } from './validate/places';
import { checkPointers } from './validate/pointers';
import { at } from './validate/problem';
import type { Problem, SourceFile } from './validate/problem';
import { readRecords } from './validate/reading';
import type { Located, Reading } from './validate/reading';
import { checkRegion } from './validate/region';
import { checkReleases, compareVersions } from './validate/releases';
import { checkDates, checkReports } from './validate/reports';
import { schemaProblem } from './validate/schemaVersion';
import { checkSignatures } from './validate/signatures';
import { checkTranslations, translationToDos, untranslatedTexts } from './validate/translations';
import { checkVerifications } from './validate/verifications';

export { formatProblem } from './validate/problem';
export type { Problem, SourceFile } from './validate/problem';

/**
 * Checks the files of `geodata/` and gives their records, sorted by file. Never throws, whatever the files hold:
 * `problems` has everything that is wrong, and `records` is null where it has anything; `toDos` has what drafts lack, and
 * `untranslated` what is published and lacks a language of the data set.
 * @param boundaries null where positions are not held against countries and coasts
 */
export function validate(
	files: SourceFile[],
	boundaries: Boundaries | null = null
): { problems: Problem[]; toDos: Problem[]; untranslated: Problem[]; records: Records | null } {
	const sorted = [...files].sort((a, b) => compare(a.path, b.path));
	const otherSchema = schemaProblem(sorted);
	// All else that would be wrong follows from it.
	if (otherSchema) return { problems: [otherSchema], toDos: [], untranslated: [], records: null };
	const reading = readRecords(sorted);
	const problems = [
		...reading.problems,
		...checkNames(reading),
		...checkActors(reading),
		...checkPlaces(reading),
		...checkKinds(reading),
		...(boundaries ? checkRegion(reading, boundaries) : []),
		...(boundaries ? checkCountries(reading, boundaries) : []),
		...checkPassages(reading),
		...checkReports(reading),
		...checkDates(reading),
		...checkArchives(reading),
		...checkSignatures(reading),
		...checkPointers(reading),
		...checkReleases(reading),
		...checkVerifications(reading)
	];
	problems.push(...checkTranslations(reading, problems.length === 0));
	const toDos = [...reading.toDos, ...nameToDos(reading), ...translationToDos(reading)];
	toDos.push(...finishedDrafts(reading, toDos));
	const untranslated = [...untranslatedNames(reading), ...untranslatedTexts(reading)];
	for (const list of [problems, toDos, untranslated]) list.sort((a, b) => compare(a.file, b.file));
	return { problems, toDos, untranslated, records: problems.length > 0 ? null : recordsOf(reading) };
}

/** Drafts of which nothing waits any more, as far as they can be read. */
function* finishedDrafts(
	{ actors, references, places, articles }: Reading,
	toDos: Problem[]
): Iterable<Problem> {
	const heads = articles.flatMap(({ file, head }) => (head ? { file, at: '', record: head } : []));
	for (const { file, at: place, record } of [...actors, ...references, ...places, ...heads]) {
		if (!isDraft(record) || toDos.some((toDo) => toDo.file === file && toDo.at.startsWith(place))) continue;
		const fix = 'remove it, and what is written is published';
		yield { file, at: at(place, 'status'), message: 'nothing of it is still to be written', fix };
	}
}

type Added = Omit<Records, 'dataset' | 'version' | 'snapshots' | 'translations'>;

/** The records in files that are only to be added to a data set, as far as each can be read by itself. Never throws. */
export function recordsIn(files: readonly SourceFile[]): Added {
	return addedOf(readRecords(files));
}

function recordsOf(reading: Reading): Records {
	const { version, snapshots, translations } = reading;
	// Not null here: what is missing is a problem, and with problems there are no records.
	const dataset = reading.dataset!;
	const own = dataset.languages[0]!.tag;
	const { actors, places, ...others } = addedOf(reading);
	return {
		...others,
		actors: actors.map((actor) => ({ ...actor, name: withFirst(actor.name, own) })),
		places: places.map((place) => ({
			...place,
			properties: { ...place.properties, name: withFirst(place.properties.name, own) }
		})),
		dataset,
		version: version!,
		snapshots: snapshots
			.map(({ record }) => withOwnFirst(record, own))
			.sort((a, b) => compareVersions(a.version, b.version)),
		translations: translations as Records['translations']
	};
}

const withOwnFirst = (snapshot: Snapshot, own: string): Snapshot => ({
	...snapshot,
	places: snapshot.places.map((place) => ({ ...place, name: withFirst(place.name, own) }))
});

function addedOf({ actors, places, articles, sources, references, verifications }: Reading): Added {
	return {
		actors: actors.map(recordOf),
		places: places.map(recordOf),
		articles: articles.flatMap(({ head, passages, reports }): ArticleRecord[] =>
			head ? [{ ...head, passages: passages.map(recordOf), reports: reports.map(recordOf) }] : []
		),
		sources: sources.map(recordOf),
		references: references.map(recordOf),
		verifications: verifications.map(recordOf)
	};
}

function recordOf<T>({ record }: Located<T>): T {
	return record;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
