/** The data set that every page and file of the site is made from, compiled once. */
import { base, origin } from '../base/home';
import { aboutOf } from '../geodata/about';
import { historyOf, newsOf, type News } from '../geodata/changes';
import { compile } from '../geodata/compile';
import type { DatasetRecord } from '../geodata/datasetSchema';
import { translate } from '../geodata/translate';
import { summariseReports, type ReportSummary } from '../geodata/summaries';
import type { Dataset, ReportView } from '../geodata/views';
import { published } from '../geodata/drafts';
import type { Records, VersionRecord } from '../geodata/schema';
import { shortHash } from '../base/shortHash';
import { kindNames } from '../words/kindNames';
import { noteLacking } from '../words/said';
import type { Locale } from '../words/locale';
import { loadRecords } from './geodata';

/** The sentences that a language has no translation of. */
const lacking = new Map<string, ReadonlySet<string>>();

/** What the data set says of itself in a language. */
const said = new Map<string, DatasetRecord>();

/** Whether drafts are shown, marked as drafts: `VITE_DRAFTS=1` at build time. */
const drafts = import.meta.env.VITE_DRAFTS === '1';

/** The records that the site shows. @throws as `dataset` does */
export const records = (): Records => (drafts ? loadRecords() : published(loadRecords()));

/** Makes something of a language when it is first asked for, and keeps it: a build asks for each page. */
export function onceFor<T>(make: (locale: Locale) => T): (locale: Locale) => T {
	const made = new Map<Locale, T>();
	return (locale) => {
		if (!made.has(locale)) made.set(locale, make(locale));
		return made.get(locale)!;
	};
}

const compiled = onceFor((locale) => {
	const { records, missing } = translate(loadRecords(), locale);
	lacking.set(locale, missing);
	noteLacking(locale, [...missing].map(shortHash));
	said.set(locale, records.dataset);
	return compile(records, { drafts });
});

/** The first of the data set. Data files are in it too. */
export const languageOfRecords = (): Locale => loadRecords().dataset.languages[0]!.tag as Locale;

/**
 * The data set with its texts in a language. Data files are in the language of the records.
 * @throws Error listing every problem where a record is broken, so that the build fails
 */
export const dataset = (locale?: Locale): Dataset => compiled(locale ?? languageOfRecords());

const reportsById = onceFor((locale) => {
	const { reports, withdrawn } = dataset(locale);
	return new Map([...reports, ...withdrawn].map((report) => [report.id, report]));
});

/** A report by its id, taken back or not: each has a page. */
export const reportById = (id: string, locale?: Locale): ReportView | undefined =>
	reportsById(locale ?? languageOfRecords()).get(id);

/** All reports of a language in short. */
export const summaries = onceFor((locale): ReportSummary[] => summariseReports(dataset(locale)));

/** Of the sentences in what a page gets, the hashes of those that its language lacks (`words/said.ts`). */
function lackingIn(data: unknown, locale: Locale): string[] {
	dataset(locale);
	const missing = lacking.get(locale);
	const found = new Set<string>();
	const look = (value: unknown): void => {
		if (typeof value === 'string') {
			if (missing!.has(value)) found.add(shortHash(value));
		} else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
	};
	if (missing && missing.size > 0) look(data);
	return [...found];
}

/** What a page gets, with what of it is not in its language, where anything is. */
export function withLacking<Data extends object>(data: Data, locale: Locale): Data & { lacking?: string[] } {
	const hashes = lackingIn(data, locale);
	return hashes.length > 0 ? { ...data, lacking: hashes } : data;
}

/** What the data set says of itself, in a language. */
export function saidOfItself(locale = languageOfRecords()): DatasetRecord {
	dataset(locale);
	return said.get(locale)!;
}

/** The version of the records, and the day of its release. */
export function release(): Pick<VersionRecord, 'version' | 'released'> {
	const { version, released } = loadRecords().version;
	return { version, released };
}

/** What the exports of the data set say of it. */
export function exportContext() {
	const { dataset, version } = loadRecords();
	return { origin: home, version: version.version, about: aboutOf(dataset), kindNames: kindNames() };
}

/** All versions with what each changed, in a language. */
export function history(locale: Locale): ReturnType<typeof historyOf> {
	return historyOf(translate(loadRecords(), locale).records);
}

/** What happened to reports, newest first, in a language. */
export function news(locale: Locale): News[] {
	return newsOf(translate(loadRecords(), locale).records);
}

/** Where the site will live, as `ExportContext` has it. */
export const home = origin + base;
