/**
 * `npm run bench`: how long the picture takes to change when an actor is turned off or the time window moves, for our
 * data and for 10,000 made-up reports, in one run of one browser. Ratios between rows of one run mean something;
 * milliseconds are those of this machine, where the map is drawn in software.
 */
import { compile } from '../../lib/geodata/compile';
import { summariseReports } from '../../lib/geodata/summaries';
import { markFeatures, shapeFeatures } from '../../lib/export/mapData';
import { loadRecords } from '../../lib/server/geodata';
import { serve } from '../serve';
import { madeUp } from './made-up';
import { median, printTable, withBrowser, withBuiltPage } from './measure';
import type { Change, Job } from './page';

export const changes = (): Promise<void> => withBuiltPage('changes.html', measureAll);

async function measureAll(directory: string): Promise<void> {
	const { address, close } = await serve(directory, { port: 4390 });
	try {
		const rows: [string, string, Change][] = [];
		await withBrowser(async (browser) => {
			for (const [name, job] of jobs()) {
				const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
				page.on('pageerror', (error) => console.error(error.message));
				await page.goto(`${address}src/tools/bench/changes.html`);
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
		});
		print(rows);
	} finally {
		await close();
	}
}

function jobs(): [string, Job][] {
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
	return [
		[`our ${ours.reports.length} reports`, ours],
		['10,000 made-up reports', { actors, shapes: none, ...many }]
	];
}

function summary(changes: Change[]): Change {
	const of = (key: keyof Change) => median(changes.map((change) => change[key]));
	return { sync_ms: of('sync_ms'), changed_ms: of('changed_ms'), frames: of('frames') };
}

function print(rows: [string, string, Change][]): void {
	printTable(
		['data', 'change', 'picture changed in frame', 'ms until then', 'of which blocking', 'ratio to ours'],
		rows.map(([name, change, { sync_ms, changed_ms, frames }]) => {
			const own = rows.find(([, other]) => other === change)![2];
			const ratio = (changed_ms / own.changed_ms).toFixed(1);
			return [name, change, String(frames), changed_ms.toFixed(0), sync_ms.toFixed(1), ratio];
		})
	);
	console.log('\nMedians of six changes each, in one run of one browser.');
}
