/** Whether records are of the schema that this code reads. */
import { isFields } from '../loose';
import { schemaVersion, versionOf } from '../schemaVersion';
import { parseJson } from './json';
import type { Problem, SourceFile } from './problem';

/** Records of an older or a newer schema: all else that is wrong with them may follow from that. Null where they are of ours. */
export function schemaProblem(files: readonly SourceFile[]): Problem | null {
	const file = files.find(({ path }) => path === 'dataset.json');
	const dataset = file ? parseJson(file.text).value : undefined;
	// That it is missing or no record is told with its other faults.
	if (!isFields(dataset)) return null;
	const version = versionOf(dataset);
	if (typeof version !== 'number' || version === schemaVersion) return null;
	const isNewer = version > schemaVersion;
	const message = `the records are of schema ${version}, which is ${isNewer ? 'newer' : 'older'} than ${schemaVersion}, the one that this version of the app reads`;
	const fix = isNewer
		? 'take a newer version of the app, as docs/updating.md says'
		: 'npm run check -- --fix brings them up to date; docs/schema-changelog.md says what changes';
	return { file: 'dataset.json', at: 'schemaVersion', message, fix };
}
