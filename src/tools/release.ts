/**
 * `npm run release -- 1.1.0 --note "What is new" --note-ar "…"`: makes the records as they are a version. Writes
 * version.json, the snapshot `changes/1.1.0.json`, with which later records are compared, and what the note says in
 * each other language. The same version can be made again with --again, as long as nobody has it yet. Exit code 1 where
 * the records have problems, an article was not compared with its full text, or the version is not later. Drafts are no
 * part of a version.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compare, snapshotOf } from '../lib/geodata/changes';
import type { Change } from '../lib/geodata/changes';
import { languageName } from '../lib/geodata/names';
import { versionSchema } from '../lib/geodata/schema';
import type { Records } from '../lib/geodata/schema';
import { translate } from '../lib/geodata/translate';
import { formatProblem, validate } from '../lib/geodata/validate';
import { translationsFile } from '../lib/geodata/validate/reading';
import { compareVersions } from '../lib/geodata/validate/releases';
import { boundaries } from '../lib/server/boundaries';
import { geodataDirectory, readSourceFiles } from '../lib/server/geodata';
import { unfinishedLines } from './check';
import { counted, isCommand, optionValue } from './command';
import { formatted, recordText } from './format';
import { datasetLanguages } from './languages';
import { writeOutputs } from './output';

interface Wanted {
	version: string;
	note: string | undefined;
	/** The note in the other languages. */
	notes?: Readonly<Record<string, string | undefined>>;
	/** The day, YYYY-MM-DD. */
	released: string;
	again?: boolean;
}

/** @param tags of the other languages of the data set */
const example = (tags: readonly string[]) =>
	`npm run release -- 1.1.0 --note "What is new"${tags.map((tag) => ` --note-${tag} "…"`).join('')}`;

/**
 * Writes a version and gives the line to print.
 * @throws Error with a sentence that says what to do; nothing is written then
 */
export async function release(
	{ version, note, notes = {}, released, again = false }: Wanted,
	directory = geodataDirectory()
): Promise<string> {
	const files = readSourceFiles(directory);
	const records = recordsIn(files);
	const unfinished = unfinishedLines(records);
	if (unfinished.length > 0) throw new Error(unfinished.join('\n').trim());
	const tags = records.dataset.languages.slice(1).map(({ tag }) => tag);
	// version.json may have been written first, by hand.
	const words = note ?? (records.version.version === version ? records.version.note : '');
	const parsed = versionSchema.safeParse({ version, released, note: words });
	if (!parsed.success) {
		const issue = parsed.error.issues[0];
		throw new Error(`${issue?.path.join('.')} ${issue?.message}: ${example(tags)}`);
	}
	const latest = records.snapshots.at(-1);
	const isAgain = latest?.version === version && again;
	if (latest && !isAgain && compareVersions(version, latest.version) <= 0) {
		throw new Error(`${latest.version} is there already: give a later version.`);
	}
	const snapshot = snapshotOf(records, parsed.data);
	const before = isAgain ? records.snapshots.at(-2) : latest;
	const snapshots = [...records.snapshots.filter((other) => other.version !== version), snapshot];
	const after: Records = { ...records, version: parsed.data, snapshots };
	const schema = (kind: string, up: string) => `${up}static/schemas/${kind}.schema.json`;
	const outputs = [
		{
			path: `changes/${version}.json`,
			text: await formatted(JSON.stringify({ $schema: schema('changes', '../../'), ...snapshot }))
		},
		{
			path: 'version.json',
			text: await formatted(JSON.stringify({ $schema: schema('version', '../'), ...parsed.data }))
		},
		...(await Promise.all(
			tags.map(async (tag) => {
				const texts = textsOf(after, tag, { note: notes[tag], before: records.version.note });
				return {
					path: translationsFile(tag),
					text: await recordText({ $schema: schema('translations', '../../'), license: 'CC-BY-4.0', texts })
				};
			})
		))
	];
	// What is left has to be in order as well: that is seen before anything is written.
	recordsIn([...files.filter(({ path }) => outputs.every((output) => output.path !== path)), ...outputs]);
	mkdirSync(join(directory, 'changes'), { recursive: true });
	// A version without its snapshot, or the reverse, would be a broken record.
	writeOutputs(outputs.map(({ path, text }) => ({ path: join(directory, path), content: text })));
	const sum = `${counted(snapshot.reports.length, 'report')}, ${counted(snapshot.places.length, 'place')}`;
	return `Version ${version}: ${sum}; ${before ? changed(compare(before, snapshot)) : 'the first'}.`;
}

/** @throws Error with every problem */
function recordsIn(files: Parameters<typeof validate>[0]): Records {
	const { problems, records } = validate(files, boundaries());
	if (!records) throw new Error(`The records have problems:\n${problems.map(formatProblem).join('\n')}`);
	return records;
}

/**
 * The sentences of a language with the note of the new version, and without that of the one before where nothing says it
 * any more.
 * @throws Error where the note is not given in the language
 */
function textsOf(
	after: Records,
	tag: string,
	{ note, before }: { note: string | undefined; before: string }
): Record<string, string> {
	const all = after.translations[tag] ?? {};
	const words = note?.trim() || all[after.version.note];
	if (!words) {
		const others = after.dataset.languages.slice(1).map(({ tag }) => tag);
		throw new Error(`Say what is new in ${languageName(tag)} too: ${example(others)}`);
	}
	const { [before]: old, ...others } = all;
	const { missing } = translate({ ...after, translations: { ...after.translations, [tag]: others } }, tag);
	return { ...(old !== undefined && missing.has(before) ? all : others), [after.version.note]: words };
}

function changed(changes: Change[]): string {
	const kinds = [...new Set(changes.map(({ kind }) => kind))];
	const counts = kinds.map((kind) => `${changes.filter((change) => change.kind === kind).length} ${kind}`);
	return counts.join(', ') || 'nothing changed';
}

if (isCommand(import.meta.url)) {
	const directory = optionValue('--data');
	const wanted = {
		version: process.argv[2] ?? '',
		note: optionValue('--note'),
		notes: Object.fromEntries(
			datasetLanguages(directory && resolve(directory)).map(({ tag }) => [tag, optionValue(`--note-${tag}`)])
		),
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
