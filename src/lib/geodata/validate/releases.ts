/** Released versions: their order, and that whatever was published keeps its address. */
import { quoted } from './problem';
import type { Problem } from './problem';
import { stem } from './reading';
import type { Reading } from './reading';

export function* checkReleases(reading: Reading): Iterable<Problem> {
	const { version, snapshots } = reading;
	for (const { file, record } of snapshots) {
		if (stem(file) !== record.version) {
			const message = `is ${quoted(record.version)}, but the file is named ${quoted(stem(file))}`;
			yield { file, at: 'version', message, fix: 'give both the same name' };
		} else if (version && compareVersions(record.version, version.version) > 0) {
			const message = `${quoted(record.version)} is later than ${quoted(version.version)} of version.json`;
			yield { file, at: 'version', message, fix: 'correct version.json, or remove this file' };
		}
	}
	yield* checkGone(reading);
}

/** A published address may be cited somewhere: its report can be withdrawn, but not removed. */
function* checkGone({ snapshots, articles, perhapsUsed }: Reading): Iterable<Problem> {
	const there = new Set(articles.flatMap(({ reports }) => reports.map(({ record }) => record.id)));
	for (const { record: snapshot } of snapshots) {
		for (const { id } of snapshot.reports) {
			// It may stand in a file that could not be read.
			if (there.has(id) || perhapsUsed.has(id)) continue;
			there.add(id);
			const article = articles.find(({ ids }) => ids.includes(id.replace(/-\d+$/, '')));
			yield {
				file: article?.file ?? `articles/${id.replace(/-\d+$/, '')}.json`,
				at: 'reports',
				message: `the report ${quoted(id)} of version ${snapshot.version} is gone`,
				fix: 'put it back and withdraw it instead: "withdrawn" with on and reason'
			};
		}
	}
}

/** Orders versions of three numbers. */
export function compareVersions(a: string, b: string): number {
	const [left, right] = [a, b].map((version) => version.split('.').map(Number));
	for (const [index, number] of left!.entries()) {
		const difference = number - (right![index] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
