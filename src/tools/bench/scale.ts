/**
 * `npm run bench -- scale [ROWS …]`: a reader's own file of made-up rows, with seven actors and dates, on our map and on
 * a plain map of MapLibre as one GeoJSON source, turn by turn in one browser.
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
import type { Times } from './scale-page';

interface Figures extends Times {
	/** MB of the page's process, with its workers, after the garbage was collected. */
	memory: number;
}

type Kind = 'ours' | 'plain';
/** Null where the plain page crashed, as it does where memory is short. */
type Result = { ours: Figures; plain: Figures | null };
type Bench = { bench: Record<string, (given?: string) => Promise<unknown>> };

/**
 * Ours reads whole rows; the plain page gets of them only what it needs to toggle and to move a window, since with all
 * of them it crashes at a million.
 */
const fileOf = {
	ours: (count: number) => madeUpFiles.CSV(count),
	plain: (count: number) => madeUpFiles.GeoJSON(count, ({ actor, date }) => ({ actor, date }))
};

export const scale = (asked: number[]): Promise<void> =>
	withBuiltPage('scale.html', async (directory) => {
		const counts = asked.length > 0 ? asked : [1000, 10_000, 100_000, 1_000_000];
		const { address, close } = await serve(directory, { port: 4394 });
		const files = mkdtempSync(join(tmpdir(), 'attested-bench-'));
		try {
			const results = new Map<number, Result>();
			await withBrowser(async (browser) => {
				for (const count of counts) {
					const of = async (kind: Kind) => {
						const path = join(files, `${count}-${kind}`);
						const text = fileOf[kind](count).stream() as ReadableStream;
						await pipeline(Readable.fromWeb(text), createWriteStream(path));
						const figures = await measure(browser, `${address}src/tools/bench/scale.html`, kind, path);
						rmSync(path);
						console.log(`${count.toLocaleString('en')} ${kind}: ${JSON.stringify(figures)}`);
						return figures;
					};
					results.set(count, { ours: await of('ours'), plain: await of('plain').catch(() => null) });
				}
			});
			print(results);
		} finally {
			rmSync(files, { recursive: true });
			await close();
		}
	});

async function measure(browser: Browser, address: string, kind: Kind, path: string): Promise<Figures> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
	try {
		const page = await context.newPage();
		page.setDefaultTimeout(600_000);
		page.on('pageerror', (error) => console.error(error.message));
		await page.goto(address);
		const run = <T>(name: string, given?: string): Promise<T> =>
			page.evaluate(([name, given]) => (globalThis as unknown as Bench).bench[name!]!(given) as Promise<T>, [
				name,
				given
			] as const);
		await run('open', kind);
		await page.setInputFiles('input', path);
		const loaded = await run<Pick<Times, 'first' | 'task'>>('load');
		const devtools = await context.newCDPSession(page);
		await devtools.send('HeapProfiler.collectGarbage');
		const memory = memoryOf(await processes(browser));
		const changes = await run<Pick<Times, 'toggles' | 'windows'>>('change');
		return { ...loaded, memory, ...changes, pan: await run<number>('pan') };
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
		['longest task while loading, ms', ({ task }) => task, round]
	];
	const counts = [...results.keys()];
	printTable(
		['', ...counts.map((count) => `${count.toLocaleString('en')} rows`)],
		rows.map(([name, of, text]) => [
			name,
			...counts.map((count) => {
				const { ours, plain } = results.get(count)!;
				if (!plain) return `${text(of(ours))} : crashed`;
				const ratio = of(plain) > 0 ? (of(ours) / of(plain)).toPrecision(2) : '–';
				return `**${ratio}** (${text(of(ours))} : ${text(of(plain))})`;
			})
		])
	);
	console.log(
		'\nOurs as a part of the plain source (ours : plain source), medians of six toggles and three windows, in one run of one browser.'
	);
	const [few, many] = [results.get(10_000), results.get(1_000_000)];
	if (!few || !many) return;
	const growth = median(many.ours.toggles) / median(few.ours.toggles);
	console.log(`A toggle at a million rows takes ${growth.toFixed(2)} times one at ten thousand.`);
}
