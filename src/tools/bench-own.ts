/**
 * `npm run bench:own [-- ROWS …]`: how long a reader's own file takes to read and to index, for made-up rows as CSV and
 * GeoJSON, in Node. Beside the time by the clock stands that of the processor, which says more on a busy machine.
 */
import { TableIndex } from '../lib/overlay/query/tableIndex';
import { read } from '../lib/overlay/read/read';
import { madeUpFiles } from './bench/made-up-files';

async function timed<T>(work: () => T | Promise<T>): Promise<{ result: T; text: string }> {
	const [clock, processor] = [performance.now(), process.cpuUsage()];
	const result = await work();
	const { user } = process.cpuUsage(processor);
	const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2);
	return { result, text: `${seconds(performance.now() - clock)} (${seconds(user / 1000)})` };
}

async function bench(counts: number[]): Promise<void> {
	console.log('Seconds by the clock (and of the processor)\n');
	console.log('| rows | file | MB | read | index | first tile | search | sort by name |');
	console.log('| ---: | ---- | -: | ---: | ----: | ---------: | -----: | -----------: |');
	for (const count of counts) {
		for (const [format, make] of Object.entries(madeUpFiles)) {
			const file = make(count);
			const reading = await timed(() => read(file));
			if (reading.result.refusal) throw new Error(reading.result.refusal.reason);
			const { table } = reading.result;
			const indexing = await timed(() => new TableIndex(table));
			const index = indexing.result;
			const tile = await timed(() => index.marks(5, 19, 12));
			const nothing = { off: [], window: null };
			// The first search also folds the texts; it is the one a reader waits for.
			const search = await timed(() =>
				index.filter({ ...nothing, query: 'said 77' }, () => Promise.resolve())
			);
			await index.filter({ ...nothing, query: '' }, () => Promise.resolve());
			index.sort(table.columns.findIndex(({ name }) => name === 'name'));
			const sort = await timed(() => index.page(0, 100));
			const size = (file.size / 1e6).toFixed(1);
			const figures = [reading, indexing, tile, search, sort].map(({ text }) => text);
			console.log(`| ${[count.toLocaleString('en'), format, size, ...figures].join(' | ')} |`);
		}
	}
}

const asked = process.argv
	.slice(2)
	.map(Number)
	.filter((count) => count > 0);
await bench(asked.length > 0 ? asked : [10_000, 100_000, 1_000_000]);
