/**
 * `npm run torture [-- PART ...] [--seed N] [--write]`: hostile inputs, made from a seed, against what is promised in
 * docs/reliability.md. Each part is a file in `torture/parts/` and runs in a process of its own, for a bounded time.
 * One that takes long (soak) runs only where it is named. With --write the tables are put into docs/reliability.md.
 * Exit code 1 where something did not hold.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { random } from './bench/made-up';
import { isCommand, project } from './command';
import { writeOutput } from './output';
import { lineOf, sumOf, withSections, type Section } from './torture/report';
import type { Part, Row } from './torture/part';

const folderOfParts = join(project, 'src/tools/torture/parts');
const page = join(project, 'docs/reliability.md');

/** Names of all parts. */
export function partNames(): string[] {
	return readdirSync(folderOfParts)
		.filter((name) => name.endsWith('.ts'))
		.map((name) => basename(name, '.ts'))
		.sort();
}

/** Those that run where none is named. */
async function usual(names: string[]): Promise<string[]> {
	const parts = await Promise.all(names.map(partOf));
	return names.filter((_, index) => !parts[index]!.isByName);
}

async function partOf(name: string): Promise<Part> {
	const address = pathToFileURL(join(folderOfParts, `${name}.ts`)).href;
	return ((await import(address)) as { default: Part }).default;
}

/** Runs a part in a process of its own, and gives its rows as far as it came. */
async function run(name: string, seed: number): Promise<Section> {
	const { title, minutes } = await partOf(name);
	console.log(`\n== ${title}`);
	const rows: Row[] = [];
	const take = (row: Row) => {
		rows.push(row);
		console.log(lineOf(row));
	};
	const failed = (detail: string) =>
		take({ input: 'the part itself', promise: 'it comes to its end', held: false, detail });
	const folder = mkdtempSync(join(tmpdir(), 'attested-torture-'));
	const child = fork(fileURLToPath(import.meta.url), ['--only', name, '--seed', String(seed)], {
		execArgv: ['--import', 'tsx'],
		env: { ...process.env, TORTURE_FOLDER: folder },
		// With all that it has started, so that all of it can be ended.
		detached: true,
		stdio: ['ignore', 'inherit', 'inherit', 'ipc']
	});
	child.on('message', (row) => take(row as Row));
	const endAll = () => {
		try {
			process.kill(-child.pid!, 'SIGKILL');
		} catch {
			// It has ended.
		}
	};
	process.once('exit', endAll);
	const timer = setTimeout(() => {
		failed(`ended after ${minutes} minutes`);
		endAll();
	}, minutes * 60_000);
	const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
	clearTimeout(timer);
	process.off('exit', endAll);
	if (code !== 0 && !rows.some(({ held }) => !held)) failed(`ended with ${signal ?? `exit code ${code}`}`);
	endAll();
	rmSync(folder, { recursive: true, force: true });
	console.log(`== ${title}: ${sumOf(rows)}`);
	return { name, title, rows };
}

/** In the process of a part. */
async function runHere(name: string, seed: number): Promise<void> {
	const tell = (row: Row) => new Promise<void>((done) => process.send!(row, () => done()));
	const folder = process.env.TORTURE_FOLDER!;
	try {
		for await (const row of (await partOf(name)).rows({ folder, seed, random: random(seed) }))
			await tell(row);
	} catch (error) {
		const detail = (error as Error).message;
		await tell({ input: 'the part itself', promise: 'it comes to its end', held: false, detail });
	}
	// What it has left open must not keep it.
	process.exit();
}

async function main(options: string[]): Promise<number> {
	const { values, positionals } = parseArgs({
		args: options,
		allowPositionals: true,
		options: { seed: { type: 'string', default: '1' }, write: { type: 'boolean' }, only: { type: 'string' } }
	});
	const seed = Number(values.seed);
	if (values.only !== undefined) {
		await runHere(values.only, seed);
		return 0;
	}
	const names = partNames();
	const unknown = positionals.filter((name) => !names.includes(name));
	if (unknown.length > 0 || !Number.isInteger(seed)) {
		console.error(`There is no such part or seed. Parts: ${names.join(', ')}; a seed is a whole number.`);
		return 1;
	}
	const sections: Section[] = [];
	for (const name of positionals.length > 0 ? positionals : await usual(names))
		sections.push(await run(name, seed));
	if (values.write) writeOutput(page, await withSections(readFileSync(page, 'utf8'), sections));
	const rows = sections.flatMap((section) => section.rows);
	console.log(`\n${sumOf(rows)}.`);
	return rows.every(({ held }) => held) ? 0 : 1;
}

if (isCommand(import.meta.url)) {
	// Else the processes of a part would go on alone.
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	process.exitCode = await main(process.argv.slice(2));
}
