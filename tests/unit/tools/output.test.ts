/** No tool writes over what it reads, and one that fails leaves the file that was there. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	chmodSync,
	cpSync,
	linkSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync
} from 'node:fs';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { project } from '../../../src/tools/command';
import { main as exportMain } from '../../../src/tools/export';
import { openOutput, writeOutput, writeOutputs } from '../../../src/tools/output';
import { release } from '../../../src/tools/release';
import { main as tilesMain } from '../../../src/tools/tiles';

const valid = fileURLToPath(new URL('../../fixtures/valid', import.meta.url));
const rows = 'name,lat,lon\nA,35,36\nB,34,37\n';
let folder: string;
let source: string;
const at = (name: string) => join(folder, name);

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'attested-output-'));
	source = at('rows.csv');
	writeFileSync(source, rows);
	writeFileSync(at('old.pmtiles'), 'what was there');
});
afterEach(() => {
	vi.restoreAllMocks();
	rmSync(folder, { recursive: true, force: true });
});

/** What a tool says, and its exit code. */
async function run(main: (options: string[]) => number | Promise<number>, options: string[]) {
	const said: string[] = [];
	for (const channel of ['log', 'error'] as const)
		vi.spyOn(console, channel).mockImplementation((text) => void said.push(String(text)));
	const code = await main(options);
	vi.restoreAllMocks();
	return { code, said: said.join('\n') };
}

describe('npm run tiles', () => {
	const spellings: Record<string, () => string> = {
		'as it is': () => source,
		relative: () => relative(process.cwd(), source),
		'with a way around': () => `${folder}/../${folder.split('/').at(-1)}//./rows.csv`,
		'through a link': () => (symlinkSync(source, at('link.pmtiles')), at('link.pmtiles')),
		'through a link to a link': () => {
			symlinkSync(source, at('one'));
			symlinkSync('one', at('two.pmtiles'));
			return at('two.pmtiles');
		},
		'by its other name': () => (linkSync(source, at('hard.pmtiles')), at('hard.pmtiles')),
		'through a linked folder': () => {
			symlinkSync(folder, at('folder'));
			return join(folder, 'folder', 'rows.csv');
		}
	};

	it.each(Object.entries(spellings))('does not write over what it reads, %s', async (_, spell) => {
		const { code, said } = await run(tilesMain, [source, '-o', spell()]);
		expect(code).toBe(1);
		expect(said).toContain('is what is read');
		expect(readFileSync(source, 'utf8')).toBe(rows);
	});

	it('does not write over a link through which it reads', async () => {
		symlinkSync(source, at('link.csv'));
		expect((await run(tilesMain, [at('link.csv'), '-o', source])).code).toBe(1);
		expect(readFileSync(source, 'utf8')).toBe(rows);
	});

	it('reads a file of the name that it once gave what was not whole', async () => {
		const part = at('rows.pmtiles.part');
		writeFileSync(part, rows);
		expect((await run(tilesMain, [part, '-o', at('rows.pmtiles')])).code).toBe(0);
		expect(readFileSync(part, 'utf8')).toBe(rows);
	});

	it('keeps the old file where the new one can’t be made, and leaves nothing beside it', async () => {
		writeFileSync(at('bad.csv'), 'name\nnowhere\n');
		const before = readdirSync(folder);
		expect((await run(tilesMain, [at('bad.csv'), '-o', at('old.pmtiles')])).code).toBe(1);
		expect(readFileSync(at('old.pmtiles'), 'utf8')).toBe('what was there');
		expect(readdirSync(folder)).toEqual([...before]);
	});

	it('puts the new one in the place of the old, in one go', async () => {
		chmodSync(at('old.pmtiles'), 0o600);
		symlinkSync('old.pmtiles', at('link'));
		expect((await run(tilesMain, [source, '-o', at('link')])).code).toBe(0);
		expect(readFileSync(at('old.pmtiles')).subarray(0, 7).toString()).toBe('PMTiles');
		expect(statSync(at('old.pmtiles')).mode & 0o777).toBe(0o600);
		expect(readdirSync(folder).sort()).toEqual(['link', 'old.pmtiles', 'rows.csv']);
	});

	it.runIf(process.platform !== 'win32')('writes files only, and to no link that leads nowhere', async () => {
		execFileSync('mkfifo', [at('pipe')]);
		symlinkSync('gone', at('lost'));
		for (const path of [at('pipe'), folder, at('lost'), at('no/folder/x')]) {
			const { code, said } = await run(tilesMain, [source, '-o', path]);
			expect([path, code]).toEqual([path, 1]);
			expect(said).toContain("can't be written");
		}
		expect(statSync(at('pipe')).isFIFO()).toBe(true);
	});
});

describe('npm run export', () => {
	it('writes over none of its records, and puts nothing among them', async () => {
		const records = at('records');
		cpSync(valid, records, { recursive: true });
		linkSync(join(records, 'actors.json'), at('elsewhere.parquet'));
		symlinkSync(records, at('way'));
		const actors = readFileSync(join(records, 'actors.json'), 'utf8');
		const paths = [
			'records/actors.json',
			'records/new.parquet',
			'way/places/new.parquet',
			'elsewhere.parquet'
		];
		for (const path of paths) {
			const options = ['geoparquet', '--data', records, '-o', at(path)];
			expect([path, (await run(exportMain, options)).code]).toEqual([path, 1]);
		}
		expect(readFileSync(join(records, 'actors.json'), 'utf8')).toBe(actors);
		expect(readdirSync(records)).not.toContain('new.parquet');
	});
});

describe('npm run release', () => {
	it('leaves the version as it was where its snapshot can’t be written', async () => {
		const records = at('records');
		cpSync(valid, records, { recursive: true });
		const version = readFileSync(join(records, 'version.json'), 'utf8');
		// A folder stands where the snapshot would.
		mkdirSync(join(records, 'changes/9.0.0.json'), { recursive: true });
		const wanted = { version: '9.0.0', note: 'New.', notes: { ar: 'جديد.' }, released: '2030-01-01' };
		await expect(release(wanted, records)).rejects.toThrow("can't be written: it is not a file");
		expect(readFileSync(join(records, 'version.json'), 'utf8')).toBe(version);
	});
});

describe('an output', () => {
	it('of several files has all or none', () => {
		mkdirSync(at('taken'));
		const files = ['old.pmtiles', 'new', 'taken'].map((name) => ({ path: at(name), content: 'new' }));
		expect(() => writeOutputs(files)).toThrow('it is not a file');
		expect(readFileSync(at('old.pmtiles'), 'utf8')).toBe('what was there');
		expect(readdirSync(folder).sort()).toEqual(['old.pmtiles', 'rows.csv', 'taken']);
		writeOutput(at('old.pmtiles'), 'new');
		expect(readFileSync(at('old.pmtiles'), 'utf8')).toBe('new');
	});

	it('that is given up leaves nothing, and asks no more for signals', () => {
		const before = process.listenerCount('SIGINT');
		const output = openOutput(at('x'));
		expect(process.listenerCount('SIGINT')).toBe(before + 1);
		output.discard();
		expect(process.listenerCount('SIGINT')).toBe(before);
		expect(readdirSync(folder).sort()).toEqual(['old.pmtiles', 'rows.csv']);
	});

	it.runIf(process.platform !== 'win32')('leaves nothing when the tool is interrupted', async () => {
		const script = at('script.ts');
		const module = pathToFileURL(join(project, 'src/tools/output.ts')).href;
		writeFileSync(
			script,
			`import { openOutput } from '${module}';
			openOutput('${at('old.pmtiles')}');
			process.stdout.write('begun');
			setInterval(() => {}, 1000);`
		);
		const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: project });
		await once(child.stdout, 'data');
		expect(readdirSync(folder)).toHaveLength(4);
		child.kill('SIGINT');
		const [, signal] = (await once(child, 'close')) as [number | null, string];
		expect(signal).toBe('SIGINT');
		expect(readdirSync(folder).sort()).toEqual(['old.pmtiles', 'rows.csv', 'script.ts']);
		expect(readFileSync(at('old.pmtiles'), 'utf8')).toBe('what was there');
	});
});

it('no tool writes a file in another way', () => {
	const tools = join(project, 'src/tools');
	// The build's own folder is empty when it begins, and what is temporary is nobody's.
	const allowed = [
		'output.ts',
		'finish.ts',
		'oneLanguage.ts',
		'pages.ts',
		'apart/worker.ts',
		'export.ts',
		'bench/many/write.ts',
		'policy.ts',
		'tiles/tippecanoe.ts',
		'bench/clusters.ts',
		'bench/measure.ts',
		'bench/scale.ts',
		// Each writes what it makes into a folder of its own.
		'basemap/packages.ts',
		'gazetteer/sources.ts',
		'train/prepare.ts'
	];
	const writing = readdirSync(tools, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts') && !name.startsWith('torture'))
		.filter((name) =>
			/\b(writeFile(Sync)?|appendFile(Sync)?|createWriteStream|openSync|renameSync|copyFileSync)\b|screenshot\(\{ path/.test(
				readFileSync(join(tools, name), 'utf8')
			)
		);
	expect(writing.sort()).toEqual(allowed.toSorted());
});
