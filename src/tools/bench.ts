/**
 * `npm run bench`: how long the picture takes to change when an actor is turned off or the time window moves, for our
 * data and for 10,000 made-up reports, in one run of one browser. Ratios between rows of one run mean something;
 * milliseconds are those of this machine, where the map is drawn in software.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import { compile } from '../lib/geodata/compile';
import { summariseReports } from '../lib/geodata/summaries';
import { markFeatures, shapeFeatures } from '../lib/export/geojson';
import { loadRecords } from '../lib/server/geodata';
import { madeUp } from './bench/made-up';
import type { Change, Job } from './bench/page';
import { browserArguments, findBrowser } from './browser';
import { project } from './command';
import { serve } from './serve';

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function bench(): Promise<void> {
	const directory = mkdtempSync(join(tmpdir(), 'attested-bench-'));
	try {
		console.log('Building the page that is measured …');
		await build({
			configFile: false,
			root: project,
			logLevel: 'error',
			plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
			resolve: { alias: { $lib: join(project, 'src/lib') } },
			worker: { format: 'es' },
			build: {
				outDir: directory,
				emptyOutDir: true,
				assetsInlineLimit: 0,
				chunkSizeWarningLimit: 5000,
				rolldownOptions: { input: join(project, 'src/tools/bench/index.html') }
			}
		});
		const { address, close } = await serve(directory, { port: 4390, host: '127.0.0.1' });
		const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
		try {
			const dataset = compile(loadRecords());
			const actors = dataset.actors.map(({ id, name, letter, hue, parent }) => ({
				id,
				name,
				letter,
				hue,
				parent
			}));
			const none = { type: 'FeatureCollection' as const, features: [] };
			const ours: Job = {
				actors,
				marks: markFeatures(dataset.sites),
				shapes: shapeFeatures(dataset.sites),
				reports: summariseReports(dataset)
			};
			const many = madeUp(
				10_000,
				actors.slice(0, 7).map(({ id }) => id)
			);
			const jobs: [string, Job][] = [
				[`our ${ours.reports.length} reports`, ours],
				['10,000 made-up reports', { actors, shapes: none, ...many }]
			];
			const rows: [string, string, Change][] = [];
			for (const [name, job] of jobs) {
				const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
				page.on('pageerror', (error) => console.error(error.message));
				await page.goto(`${address}src/tools/bench/index.html`);
				await page.addStyleTag({ content: '#map { position: fixed; inset: 0 }' });
				const { toggle, window } = await page.evaluate(
					(given) =>
						(globalThis as unknown as { run(job: Job): Promise<Record<'toggle' | 'window', Change[]>> }).run(
							given
						),
					job
				);
				rows.push([name, 'actor off or on', summary(toggle)], [name, 'time window moved', summary(window)]);
				await page.close();
			}
			print(rows);
		} finally {
			await browser.close();
			await close();
		}
	} finally {
		rmSync(directory, { recursive: true, force: true });
	}
}

function summary(changes: Change[]): Change {
	const of = (key: keyof Change) => median(changes.map((change) => change[key]));
	return { sync_ms: of('sync_ms'), changed_ms: of('changed_ms'), frames: of('frames') };
}

function print(rows: [string, string, Change][]): void {
	console.log(
		'\n| data | change | picture changed in frame | ms until then | of which blocking | ratio to ours |'
	);
	console.log('|---|---|---|---|---|---|');
	for (const [name, change, { sync_ms, changed_ms, frames }] of rows) {
		const own = rows.find(([, other]) => other === change)![2];
		const ratio = (changed_ms / own.changed_ms).toFixed(1);
		console.log(
			`| ${name} | ${change} | ${frames} | ${changed_ms.toFixed(0)} | ${sync_ms.toFixed(1)} | ${ratio} |`
		);
	}
	console.log('\nMedians of six changes each, in one run of one browser.');
}

await bench();
