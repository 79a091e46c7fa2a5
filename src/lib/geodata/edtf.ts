/**
 * The whole check of a date, with the `edtf` library. Kept apart from `dates.ts` so that no page of the site
 * carries the library.
 */
import edtf from 'edtf';
import { parseWhen } from './dates';

/** What was found of a date: thousands of records share a few hundred of them, and the library takes its time. */
const found = new Map<string, string | null>();

/** What is wrong with a date, as a clause (“… is not a date in EDTF level 1”), or null where nothing is. */
export function edtfFault(date: string): string | null {
	if (!found.has(date)) found.set(date, faultOf(date));
	return found.get(date)!;
}

function faultOf(date: string): string | null {
	try {
		parseWhen(date);
	} catch (error) {
		return (error as Error).message;
	}
	try {
		edtf(date, { level: 1 });
	} catch {
		return `“${date}” is not a date in EDTF level 1`;
	}
	return null;
}
