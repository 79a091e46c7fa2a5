/**
 * What `npm run check -- --fix` mends in records: first the steps from an older schema to ours, then what is missing and
 * follows from a rule. Pure.
 */
import type { Boundaries } from '../boundaries';
import { schemaVersion, versionOf } from '../schemaVersion';
import type { SourceFile } from '../validate';
import { parseJson } from '../validate/json';
import { withMarks } from './actorMarks';
import type { Files, Fix } from './fix';
import { toSchema2 } from './schema2';

/** The steps from older schemas, oldest first, each with the version that the records are of afterwards. */
const migrations: readonly { to: number; migrate: Fix }[] = [{ to: 2, migrate: toSchema2 }];

/** What is mended in records of our schema, in this order. */
const fixes: readonly Fix[] = [withMarks];

/**
 * The files that mending changes or adds, as JSON on one line, and what was done. Records of a newer schema than ours
 * and files that are no JSON stay as they are. Never throws.
 */
export function mend(
	files: readonly SourceFile[],
	boundaries: Boundaries
): { changed: SourceFile[]; done: string[] } {
	const before = new Map<string, unknown>();
	for (const { path, text } of files) {
		const { value } = parseJson(text);
		if (value !== undefined) before.set(path, value);
		// What it says of the schema can't be read then.
		else if (path === 'dataset.json') return { changed: [], done: [] };
	}
	const version = versionOf(before.get('dataset.json'));
	if (typeof version !== 'number' || version > schemaVersion) return { changed: [], done: [] };
	const steps = migrations.filter(({ to }) => to > version).map(({ migrate }) => migrate);
	let now: Files = before;
	const done: string[] = [];
	for (const fix of [...steps, ...fixes]) {
		const mended = fix(now, boundaries);
		if (!mended) continue;
		now = new Map([...now, ...mended.files]);
		done.push(...mended.done);
	}
	const changed = [...now]
		.filter(([path, value]) => value !== before.get(path))
		.map(([path, value]) => ({ path, text: JSON.stringify(value) }));
	return { changed, done };
}
