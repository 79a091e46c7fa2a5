/** The data set that every page and file of the site is made from, compiled once. */
import { historyOf } from '../geodata/changes';
import { compile } from '../geodata/compile';
import type { Dataset } from '../geodata/views';
import type { VersionRecord } from '../geodata/schema';
import { loadRecords } from './geodata';

let compiled: Dataset | undefined;

/** @throws Error listing every problem where a record is broken, so that the build fails */
export function dataset(): Dataset {
	compiled ??= compile(loadRecords());
	return compiled;
}

/** The version of the records, and the day of its release. */
export function release(): Pick<VersionRecord, 'version' | 'released'> {
	const { version, released } = loadRecords().version;
	return { version, released };
}

/** All versions with what each changed. */
export function history(): ReturnType<typeof historyOf> {
	return historyOf(loadRecords());
}

/** Where the site will live, without a trailing slash: `VITE_SITE_ORIGIN` at build time, else '' for relative links. */
export const origin = (import.meta.env.VITE_SITE_ORIGIN ?? '').replace(/\/$/, '');
