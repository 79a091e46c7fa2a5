/**
 * `npm run bench:own [-- ROWS …]`: how long a reader's own file takes to read and to index, for made-up rows as CSV and
 * GeoJSON, in Node. Beside the time by the clock stands that of the processor, which says more on a busy machine.
 */
import { Engine } from '../lib/own/index/engine';
import { read } from '../lib/own/read/read';
import { random } from './bench/made-up';

const actors = ['Russia', 'Iran', 'Hezbollah', 'Syrian government', 'Israel', 'United States', 'Turkey'];

interface Row {
	id: number;
	name: string;
	latitude: number;
	longitude: number;
	actor: string;
	date: string;
	quote: string;
}

function* madeUpRows(count: number): Generator<Row> {
	const next = random(count);
	const degrees = (from: number, size: number) => Math.round((from + next() * size) * 1e6) / 1e6;
	for (let id = 1; id <= count; id++) {
		yield {
			id,
			name: `Made up, no. ${id}`,
			latitude: degrees(32.5, 4.5),
			longitude: degrees(35.8, 6),
			actor: actors[Math.floor(next() * actors.length)]!,
			date: new Date(Date.UTC(2015, 0, 1 + Math.floor(next() * 3285))).toISOString().slice(0, 10),
			quote: `what was said of ${id}`
		};
	}
}

/** Text by parts of some thousand rows: a million texts in a list would be measured as well. */
function fileOf(
	count: number,
	before: string,
	line: (row: Row) => string,
	between: string,
	after: string
): Blob {
	const parts: string[] = [];
	let part = before;
	for (const row of madeUpRows(count)) {
		part += (row.id > 1 ? between : '') + line(row);
		if (part.length < 1 << 22) continue;
		parts.push(part);
		part = '';
	}
	return new Blob([...parts, part + after]);
}

const formats: Record<string, (count: number) => Blob> = {
	CSV: (count) =>
		fileOf(
			count,
			'id,name,latitude,longitude,actor,date,quote\n',
			({ id, name, latitude, longitude, actor, date, quote }) =>
				`${id},"${name}",${latitude},${longitude},${actor},${date},${quote}`,
			'\n',
			'\n'
		),
	GeoJSON: (count) =>
		fileOf(
			count,
			'{"type":"FeatureCollection","features":[\n',
			({ latitude, longitude, ...properties }) =>
				JSON.stringify({
					type: 'Feature',
					geometry: { type: 'Point', coordinates: [longitude, latitude] },
					properties
				}),
			',\n',
			'\n]}'
		)
};

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
		for (const [format, make] of Object.entries(formats)) {
			const file = make(count);
			const reading = await timed(() => read(file));
			if (reading.result.refusal) throw new Error(reading.result.refusal.reason);
			const { table } = reading.result;
			const index = await timed(() => new Engine(table));
			const engine = index.result;
			const tile = await timed(() => engine.tile(5, 19, 12));
			const nothing = { off: [], window: null, bounds: null };
			// The first search also folds the texts; it is the one a reader waits for.
			const search = await timed(() =>
				engine.show({ ...nothing, query: 'said 77' }, () => Promise.resolve())
			);
			await engine.show({ ...nothing, query: '' }, () => Promise.resolve());
			const sort = await timed(() => engine.sort(table.columns.findIndex(({ name }) => name === 'name')));
			const size = (file.size / 1e6).toFixed(1);
			const figures = [reading, index, tile, search, sort].map(({ text }) => text);
			console.log(`| ${[count.toLocaleString('en'), format, size, ...figures].join(' | ')} |`);
		}
	}
}

const asked = process.argv
	.slice(2)
	.map(Number)
	.filter((count) => count > 0);
await bench(asked.length > 0 ? asked : [10_000, 100_000, 1_000_000]);
