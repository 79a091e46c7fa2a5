/** The tools that write, as commands: what they are told to write over, and what ends them half-way. */
import { spawnSync } from 'node:child_process';
import { cpSync, linkSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { project } from '../../command';
import type { Circumstances, Part, Row } from '../part';

const part: Part = { title: 'The tools that write files', minutes: 3, rows };
export default part;

const isWindows = process.platform === 'win32';
const tool = (name: string) => [process.execPath, '--import', 'tsx', join(project, `src/tools/${name}.ts`)];

/** Runs a command, for half a minute at most. Gives its exit code, or what ended it. */
function run(command: string[], environment: NodeJS.ProcessEnv = {}): number | string {
	const { status, signal } = spawnSync(command[0]!, command.slice(1), {
		cwd: project,
		env: { ...process.env, ...environment },
		timeout: 30_000,
		stdio: 'ignore'
	});
	return status ?? signal ?? 'nothing';
}

async function* rows({ folder, random }: Circumstances): AsyncGenerator<Row> {
	yield* overSource(folder, random);
	yield* overRecords(folder);
	yield* halfWay(folder, random);
}

/** A file of rows with places from the seed. */
function made(count: number, random: () => number): string {
	const lines = Array.from({ length: count }, (_, index) => {
		return `Row ${index},${(30 + random() * 10).toFixed(5)},${(30 + random() * 10).toFixed(5)}`;
	});
	return ['name,lat,lon', ...lines, ''].join('\n');
}

async function* overSource(folder: string, random: () => number): AsyncGenerator<Row> {
	const source = join(folder, 'rows.csv');
	const content = made(100, random);
	writeFileSync(source, content);
	const spelled: Record<string, string> = {
		'its own path': source,
		'its path from here': relative(project, source),
		'its path with a way around': `${folder}//.//x/../rows.csv`
	};
	mkdirSync(join(folder, 'x'));
	linkSync(source, join(folder, 'hard.pmtiles'));
	spelled['another name of the same file'] = join(folder, 'hard.pmtiles');
	if (!isWindows) {
		symlinkSync(source, join(folder, 'link.pmtiles'));
		symlinkSync('link.pmtiles', join(folder, 'far.pmtiles'));
		symlinkSync(folder, join(folder, 'way'));
		spelled['a link'] = join(folder, 'link.pmtiles');
		spelled['a link to a link'] = join(folder, 'far.pmtiles');
		spelled['a path through a linked folder'] = join(folder, 'way/rows.csv');
	}
	for (const [how, output] of Object.entries(spelled)) {
		const code = run([...tool('tiles'), source, '-o', output]);
		const isWhole = readFileSync(source, 'utf8') === content;
		yield {
			input: `tiles of a file to ${how}`,
			promise: 'refused, and the file is as it was',
			held: code === 1 && isWhole,
			detail: isWhole ? `exit code ${code}, unchanged` : 'overwritten'
		};
	}
}

async function* overRecords(folder: string): AsyncGenerator<Row> {
	const records = join(folder, 'records');
	cpSync(join(project, 'geodata'), records, {
		recursive: true,
		filter: (path) => !path.endsWith('basemap')
	});
	const content = () =>
		readdirSync(records, { recursive: true, encoding: 'utf8', withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => name + readFileSync(join(parentPath, name), 'utf8'))
			.sort()
			.join('\n');
	const before = content();
	linkSync(join(records, 'sources.json'), join(folder, 'sources.parquet'));
	for (const [how, output] of Object.entries({
		'a record': join(records, 'actors.json'),
		'the folder of records': join(records, 'places/new.parquet'),
		'another name of a record': join(folder, 'sources.parquet')
	})) {
		const code = run([...tool('export'), 'geoparquet', '--data', records, '-o', output]);
		const isWhole = content() === before;
		yield {
			input: `export to ${how}`,
			promise: 'refused, and the records are as they were',
			held: code === 1 && isWhole,
			detail: isWhole ? `exit code ${code}, unchanged` : 'changed'
		};
	}
	mkdirSync(join(records, 'changes/99.0.0.json'));
	const code = run([...tool('release'), '99.0.0', '--note', 'New.', '--on', '2099-01-01', '--data', records]);
	const isWhole = content() === before;
	yield {
		input: 'release, where its snapshot can’t be written',
		promise: 'the version is as it was',
		held: code === 1 && isWhole,
		detail: isWhole ? `exit code ${code}, unchanged` : 'changed'
	};
}

/** What is there stays, whatever ends the tool. */
async function* halfWay(folder: string, random: () => number): AsyncGenerator<Row> {
	const [source, output] = [join(folder, 'many.csv'), join(folder, 'old.pmtiles')];
	writeFileSync(source, made(20_000, random));
	writeFileSync(output, 'what was there');
	const trials: [string, string[]][] = [
		['tiles of a file without places', [...tool('tiles'), join(project, 'package.json'), '-o', output]]
	];
	if (!isWindows)
		trials.push([
			'tiles, where no file may have more than 50 KB',
			['sh', '-c', 'ulimit -f 100; exec "$@"', 'sh', ...tool('tiles'), source, '-o', output]
		]);
	for (const [input, command] of trials) {
		// The cache of tsx would be under the limit too.
		const code = run(command, { TSX_DISABLE_CACHE: '1' });
		const isWhole = readFileSync(output, 'utf8') === 'what was there';
		yield {
			input,
			promise: 'the old archive is as it was',
			held: code !== 0 && isWhole,
			detail: isWhole ? 'failed, unchanged' : 'overwritten'
		};
	}
	const code = run([...tool('tiles'), source, '-o', output]);
	const isNew = readFileSync(output).subarray(0, 7).toString() === 'PMTiles';
	yield {
		input: 'tiles to an archive that is there',
		promise: 'the new one in its place',
		held: code === 0 && isNew,
		detail: isNew ? 'replaced' : `exit code ${code}`
	};
}
