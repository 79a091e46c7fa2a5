/**
 * `npm run bench -- many [REPORTS …] [--write]`: makes up data sets, builds the site of each, and says what
 * that takes, what it weighs and how soon it is there; then does with each what a reader would. It builds into `build/`,
 * which is gone afterwards.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../lib/geodata/compile';
import { loadRecords } from '../../lib/server/geodata';
import { project, runNode, tail } from '../command';
import { formatted } from '../format';
import { writeOutput } from '../output';
import { serve } from '../serve';
import { time, type Times } from './first-picture';
import { median, tableOf, withBrowser } from './measure';
import { sizeOf, type Size } from './many/records';
import { use, type Expected } from './many/use';
import { watch, type Watched } from './many/watch';
import { weigh, type Weight } from './many/weigh';
import { writeMadeUp } from './many/write';

const sizes = [40, 400, 4_000, 20_000];
const rounds = 5;
const most = { seconds: 600, memory: 4e9, page: 60 * 1024 };
const page = 'docs/many.md';
const marks = ['<!-- many -->', '<!-- /many -->'] as const;

interface Measured {
	size: Size;
	built: Watched;
	weight: Weight;
	still_ms: number;
	map_ms: number;
}

/** Prints the table and gives what does not hold, a line each. */
export async function many(options: string[]): Promise<string[]> {
	const asked = options.map(Number).filter((count) => count > 0);
	const measured: Measured[] = [];
	const faults: string[] = [];
	for (const reports of asked.length > 0 ? asked : sizes) {
		const found = await measure(sizeOf(reports));
		faults.push(...found.faults.map((fault) => `${reports} reports: ${fault}`));
		if (found.measured) measured.push(found.measured);
	}
	const table = tableOf(head, measured.map(rowOf));
	console.log(table);
	if (options.includes('--write')) await write(table);
	return faults;
}

async function measure(size: Size): Promise<{ measured?: Measured; faults: string[] }> {
	const directory = mkdtempSync(join(tmpdir(), 'attested-many-'));
	const build = join(project, 'build');
	try {
		console.log(`Making up ${size.reports} reports, and building their site …`);
		writeMadeUp(directory, size);
		const built = await watch('src/tools/build.ts', ['--data', directory], {});
		if (built.code !== 0) return { faults: [`the build failed:\n${tail(built.output)}`] };
		const weight = weigh(build);
		const faults = [
			...over('seconds to build', built.seconds, most.seconds),
			...over('bytes of memory', built.memory ?? 0, most.memory),
			...over('bytes of the first page', weight.page, most.page)
		];
		const { address, close } = await serve(build, { port: 4394 });
		try {
			return await withBrowser(async (browser) => {
				const times: Times[] = [];
				// The first warms the machine and does not count.
				for (let round = 0; round <= rounds; round++) times.push(await time(browser, address));
				const of = (key: 'still' | 'drawn') => median(times.slice(1).map((one) => one[key]!));
				const measured = { size, built, weight, still_ms: of('still'), map_ms: of('drawn') };
				console.log(tableOf(head, [rowOf(measured)]));
				const used = use(browser, address, expectedOf(directory, size));
				faults.push(...(await used.catch(({ message }: Error) => [message])));
				return { faults, measured };
			});
		} finally {
			await close();
		}
	} finally {
		rmSync(directory, { recursive: true, force: true });
		// Nobody should publish it by mistake, or look for its records.
		rmSync(build, { recursive: true, force: true });
		await runNode('node_modules/@sveltejs/kit/svelte-kit.js', ['sync'], { quiet: true });
	}
}

const over = (what: string, is: number, limit: number): string[] =>
	is > limit ? [`${is.toFixed(0)} ${what}, more than ${limit}`] : [];

function expectedOf(directory: string, size: Size): Expected {
	const { sites, actors } = compile(loadRecords(directory));
	const first = actors[0]!.id;
	return {
		...size,
		sites: sites.length,
		ofFirstActor: sites.filter((site) => site.actors.some(({ id }) => id === first)).length,
		name: sites[Math.floor(sites.length / 2)]!.name.en!
	};
}

const head = [
	'reports',
	'articles',
	'places',
	'build, s',
	'of processor, s',
	'memory, MB',
	'first page, KB',
	'then for the map, KB',
	'largest page of a record, KB',
	'files',
	'folder, MB',
	'first picture, ms',
	'map at rest, ms'
];

function rowOf({ size, built, weight, still_ms, map_ms }: Measured): string[] {
	const number = (value: number) => Math.round(value).toLocaleString('en');
	return [
		number(size.reports),
		number(size.articles),
		number(size.places),
		number(built.seconds),
		number(built.processor),
		built.memory === null ? 'not known' : number(built.memory / 1e6),
		number(weight.page / 1024),
		number(weight.map / 1024),
		number(weight.record / 1024),
		number(weight.files),
		number(weight.folder / 1e6),
		number(still_ms),
		number(map_ms)
	];
}

/** Puts the table into its page of docs. */
async function write(table: string): Promise<void> {
	const path = join(project, page);
	const text = readFileSync(path, 'utf8');
	const [from, to] = marks.map((mark) => text.indexOf(mark)) as [number, number];
	const whole = `${text.slice(0, from + marks[0].length)}\n\n${table}\n\n${text.slice(to)}`;
	writeOutput(path, await formatted(whole, 'md'));
}
