/**
 * `npm run bench -- scale [ROWS …]`: a reader's own file of made-up rows, with seven actors and dates, on our map and on
 * maps as one would else make them, turn by turn in one browser: a plain map of MapLibre with one GeoJSON source, one that
 * clusters the rows of each actor, and deck.gl. `--ours` measures ours and the plain map alone.
 */
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Browser } from '@playwright/test';
import { serve } from '../serve';
import { madeUpFiles } from './made-up-files';
import { median, printTable, withBrowser, withBuiltPage } from './measure';
import { withLongestScript } from './script';
import type { Times } from './scale-page';

interface Figures extends Times {
	/** The longest time that scripts took without a pause while loading, in milliseconds. */
	script: number;
	/** MB of the page's process, with its workers, after the garbage was collected. */
	memory: number;
}

const kinds = ['ours', 'plain', 'clustered', 'deck'] as const;
type Kind = (typeof kinds)[number];
/** Null where the page crashed, as the plain one does where memory is short. */
type Result = Record<Kind, Figures | null>;
type Bench = { bench: Record<string, (given?: string) => Promise<unknown>> };

/**
 * Ours reads whole rows; the others get of them only what they need to toggle and to move a window, since with all of them
 * the plain page crashes at a million.
 */
const fileOf = (kind: Kind, count: number) =>
	kind === 'ours'
		? madeUpFiles.CSV(count)
		: madeUpFiles.GeoJSON(count, ({ actor, date }) => ({ actor, date }));

export const scale = (asked: number[]): Promise<void> =>
	withBuiltPage('scale.html', async (directory) => {
		const measured = process.argv.includes('--ours') ? kinds.slice(0, 2) : kinds;
		const counts = asked.length > 0 ? asked : [1000, 10_000, 100_000, 1_000_000];
		const { address, close } = await serve(directory, { port: 4394 });
		const files = mkdtempSync(join(tmpdir(), 'attested-bench-'));
		try {
			const results = new Map<number, Result>();
			await withBrowser(async (browser) => {
				const of = async (kind: Kind, count: number) => {
					const path = join(files, `${count}-${kind}`);
					const text = fileOf(kind, count).stream() as ReadableStream;
					await pipeline(Readable.fromWeb(text), createWriteStream(path));
					const figures = await measure(browser, `${address}src/tools/bench/scale.html`, kind, path);
					rmSync(path);
					console.log(`${count.toLocaleString('en')} ${kind}: ${JSON.stringify(figures)}`);
					return figures;
				};
				// The first pages of a browser are slower than all others.
				for (const kind of measured) await of(kind, 100);
				for (const count of counts) {
					const all: Record<Kind, (Figures | null)[]> = { ours: [], plain: [], clustered: [], deck: [] };
					for (const kind of turnsOf(measured, count))
						all[kind].push(await of(kind, count).catch(() => null));
					results.set(count, {
						ours: middle(all.ours),
						plain: middle(all.plain),
						clustered: middle(all.clustered),
						deck: middle(all.deck)
					});
				}
			});
			print(results);
		} finally {
			rmSync(files, { recursive: true });
			await close();
		}
	});

/** In both orders, so that neither gains by coming first or last. A million on the plain map take minutes: once. */
const turnsOf = (measured: readonly Kind[], count: number): Kind[] =>
	count < 1_000_000 ? [...measured, ...measured.toReversed(), ...measured] : [...measured];

/** The median of each figure; null where the page crashed each time. */
function middle(all: readonly (Figures | null)[]): Figures | null {
	const whole = all.filter((figures) => figures !== null);
	if (whole.length === 0) return null;
	const of = (figure: (figures: Figures) => number) => median(whole.map(figure));
	return {
		first: of(({ first }) => first),
		task: of(({ task }) => task),
		script: of(({ script }) => script),
		pan: of(({ pan }) => pan),
		memory: of(({ memory }) => memory),
		toggles: whole.flatMap(({ toggles }) => toggles),
		windows: whole.flatMap(({ windows }) => windows),
		exact: whole[0]!.exact && whole.flatMap(({ exact }) => exact!)
	};
}

async function measure(browser: Browser, address: string, kind: Kind, path: string): Promise<Figures> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(300_000);
		page.on('pageerror', (error) => console.error(error.message));
		await page.goto(address);
		const run = <T>(name: string, given?: string): Promise<T> =>
			page.evaluate(([name, given]) => (globalThis as unknown as Bench).bench[name!]!(given) as Promise<T>, [
				name,
				given
			] as const);
		await run('open', kind);
		await page.setInputFiles('input', path);
		const devtools = await context.newCDPSession(page);
		const { result: loaded, script } = await withLongestScript(devtools, () =>
			run<Pick<Times, 'first' | 'task'>>('load')
		);
		await devtools.send('HeapProfiler.collectGarbage');
		const memory = memoryOf(await processes(browser));
		const changes = await run<Pick<Times, 'toggles' | 'windows' | 'exact'>>('change');
		return { ...loaded, script, memory, ...changes, pan: await run<number>('pan') };
	} finally {
		await context.close();
	}
}

/** The processes that pages run in. */
async function processes(browser: Browser): Promise<number[]> {
	const devtools = await browser.newBrowserCDPSession();
	const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
	await devtools.detach();
	return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

/** The resident memory of the largest of some processes, in MB: others wait for a page to come. */
function memoryOf(ids: number[]): number {
	const kilobytes = ids.map((id) =>
		Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0)
	);
	return Math.max(...kilobytes) / 1024;
}

function print(results: Map<number, Result>): void {
	const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
	const round = (value: number) => value.toFixed(0);
	const rows: [string, (figures: Figures) => number, (value: number) => string][] = [
		['file to first full picture, s', ({ first }) => first, seconds],
		['toggle, ms', ({ toggles }) => median(toggles), round],
		['time window moved, ms', ({ windows }) => median(windows), round],
		['frame of a moving map, ms', ({ pan }) => pan, round],
		['memory of the page, MB', ({ memory }) => memory, round],
		['longest task while loading, ms', ({ task }) => task, round],
		['scripts in one go while loading, ms', ({ script }) => script, round]
	];
	const counts = [...results.keys()];
	const table = (
		cell: (result: Result, of: (figures: Figures) => number, text: (value: number) => string) => string
	) =>
		printTable(
			['', ...counts.map((count) => `${count.toLocaleString('en')} rows`)],
			rows.map(([name, of, text]) => [name, ...counts.map((count) => cell(results.get(count)!, of, text))])
		);
	table(({ ours, plain }, of, text) => {
		if (!ours || !plain)
			return `${ours ? text(of(ours)) : 'crashed'} : ${plain ? text(of(plain)) : 'crashed'}`;
		const ratio = of(plain) > 0 ? (of(ours) / of(plain)).toPrecision(2) : '–';
		return `**${ratio}** (${text(of(ours))} : ${text(of(plain))})`;
	});
	const exact = counts.map((count) => round(median(results.get(count)!.ours?.exact ?? [NaN])));
	console.log(
		`\nOurs as a part of the plain source (ours : plain source), medians of three rounds in one browser, of six toggles and three windows each. From a window to exact counts, ms: ${exact.join(', ')}.`
	);
	for (const kind of kinds.slice(2)) {
		if (counts.every((count) => results.get(count)![kind] === null)) continue;
		table(({ ours, [kind]: other }, of, text) => {
			if (!ours || !other) return other ? text(of(other)) : 'crashed';
			return of(other) > 0 ? `**${(of(ours) / of(other)).toPrecision(2)}** (: ${text(of(other))})` : '–';
		});
		console.log(`\nOurs as a part of ${kind}.`);
	}
	const [few, many] = [results.get(10_000)?.ours, results.get(1_000_000)?.ours];
	if (!few || !many) return;
	const growth = median(many.toggles) / median(few.toggles);
	console.log(`A toggle at a million rows takes ${growth.toFixed(2)} times one at ten thousand.`);
}
