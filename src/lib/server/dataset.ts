/** The data set that every page and file of the site is made from, compiled once. */
import { aboutOf } from '../geodata/about';
import { historyOf } from '../geodata/changes';
import { compile } from '../geodata/compile';
import { translate } from '../geodata/translate';
import type { Dataset } from '../geodata/views';
import { published } from '../geodata/drafts';
import type { Records, VersionRecord } from '../geodata/schema';
import type { Locale } from '../words/locale';
import { loadRecords } from './geodata';

const compiled = new Map<Locale, Dataset>();

/** Whether drafts are shown, marked as drafts: `VITE_DRAFTS=1` at build time. */
const drafts = import.meta.env.VITE_DRAFTS === '1';

/** The records that the site shows. @throws as `dataset` does */
export const records = (): Records => (drafts ? loadRecords() : published(loadRecords()));

/**
 * The data set with its texts in a language. Data files are in English, the language of the records.
 * @throws Error listing every problem where a record is broken, so that the build fails
 */
export function dataset(locale: Locale = 'en'): Dataset {
	const made = compiled.get(locale) ?? compile(translate(loadRecords(), locale).records, { drafts });
	compiled.set(locale, made);
	return made;
}

/** The version of the records, and the day of its release. */
export function release(): Pick<VersionRecord, 'version' | 'released'> {
	const { version, released } = loadRecords().version;
	return { version, released };
}

/** What the exports of the data set say of it. */
export function exportContext() {
	const { dataset, version } = loadRecords();
	return { origin, version: version.version, about: aboutOf(dataset) };
}

/** All versions with what each changed, in a language. */
export function history(locale: Locale): ReturnType<typeof historyOf> {
	return historyOf(translate(loadRecords(), locale).records);
}

/** Where the site will live, without a trailing slash: `VITE_SITE_ORIGIN` at build time, else '' for relative links. */
export const origin = (import.meta.env.VITE_SITE_ORIGIN ?? '').replace(/\/$/, '');
