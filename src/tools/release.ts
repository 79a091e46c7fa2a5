/**
 * `npm run release -- 1.1.0 --note "What is new"`: makes the records as they are a version. Writes version.json and
 * the snapshot `changes/1.1.0.json`, with which later records are compared. The same version can be made again with
 * --again, as long as nobody has it yet. Exit code 1 where the records have problems or the version is not later.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format } from 'prettier';
import { compare, snapshotOf } from '../lib/geodata/changes';
import type { Change } from '../lib/geodata/changes';
import { versionSchema } from '../lib/geodata/schema';
import { compareVersions } from '../lib/geodata/validate/releases';
import { geodataDirectory, loadRecords } from '../lib/server/geodata';
import { counted, isCommand, optionValue } from './command';
import { writeOutputs } from './output';

interface Wanted {
	version: string;
	note: string | undefined;
	/** The day, YYYY-MM-DD. */
	released: string;
	again?: boolean;
}

/**
 * Writes a version and gives the line to print.
 * @throws Error with a sentence that says what to do
 */
export async function release(
	{ version, note, released, again = false }: Wanted,
	directory = geodataDirectory()
): Promise<string> {
	const records = loadRecords(directory);
	// version.json may have been written first, by hand.
	const words = note ?? (records.version.version === version ? records.version.note : '');
	const parsed = versionSchema.safeParse({ version, released, note: words });
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new Error(
			`${issue?.path.join('.')} ${issue?.message}: npm run release -- 1.1.0 --note "What is new"`
		);
	}
	const latest = records.snapshots.at(-1);
	const isAgain = latest?.version === version && again;
	if (latest && !isAgain && compareVersions(version, latest.version) <= 0) {
		throw new Error(`${latest.version} is there already: give a later version.`);
	}
	const snapshot = snapshotOf(records, parsed.data);
	const before = isAgain ? records.snapshots.at(-2) : latest;
	const schema = (kind: string, up: string) => `${up}static/schemas/${kind}.schema.json`;
	mkdirSync(join(directory, 'changes'), { recursive: true });
	// A version without its snapshot, or the reverse, would be a broken record.
	writeOutputs([
		{
			path: join(directory, 'changes', `${version}.json`),
			content: await formatted({ $schema: schema('changes', '../../'), ...snapshot })
		},
		{
			path: join(directory, 'version.json'),
			content: await formatted({ $schema: schema('version', '../'), ...parsed.data })
		}
	]);
	const sum = `${counted(snapshot.reports.length, 'report')}, ${counted(snapshot.places.length, 'place')}`;
	return `Version ${version}: ${sum}; ${before ? changed(compare(before, snapshot)) : 'the first'}.`;
}

function changed(changes: Change[]): string {
	const kinds = [...new Set(changes.map(({ kind }) => kind))];
	const counts = kinds.map((kind) => `${changes.filter((change) => change.kind === kind).length} ${kind}`);
	return counts.join(', ') || 'nothing changed';
}

/** As the formatter of the project would have it. */
function formatted(value: unknown): Promise<string> {
	return format(JSON.stringify(value), { parser: 'json', useTabs: true, printWidth: 110 });
}

if (isCommand(import.meta.url)) {
	const directory = optionValue('--dir');
	const wanted = {
		version: process.argv[2] ?? '',
		note: optionValue('--note'),
		released: optionValue('--on') ?? new Date().toISOString().slice(0, 10),
		again: process.argv.includes('--again')
	};
	try {
		console.log(await release(wanted, directory ? resolve(directory) : undefined));
	} catch (error) {
		console.error((error as Error).message);
		process.exitCode = 1;
	}
}
