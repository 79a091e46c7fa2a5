/** The commands of the README, each block typed into a shell in a scratch folder: they work, and spoil no file they read. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reportFeatures } from '../../../src/lib/export/formats/geojson';
import { project } from '../../../src/tools/command';
import { context, real } from '../export/data';

/** The blocks of shell commands of a page, in order. */
const blocksOf = (page: string) =>
	[...readFileSync(join(project, page), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(
		([, text]) => text!
	);

/** What the page's reader has before: a table of their own, and a site that was built. */
const files: Record<string, string> = {
	'incidents.csv': 'name,lat,lon,actor,date\nA,36.1,37.1,Iran,2016-05-01\nB,35.2,36.4,Russia,2017-01-31\n',
	'build/data/reports.geojson': JSON.stringify(reportFeatures(real, context))
};

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'attested-blocks-'));
	for (const name of ['src', 'geodata', 'node_modules', 'svelte.config.js', 'tsconfig.json'])
		symlinkSync(join(project, name), join(folder, name));
	const { scripts, ...rest } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
	// A build takes a minute and has tests of its own: here it says what it would be given.
	const build = 'node -e "console.log(process.env.VITE_TILES)"';
	writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...rest, scripts: { ...scripts, build } }));
	for (const name of ['static', 'build/data', 'bin']) mkdirSync(join(folder, name), { recursive: true });
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A command that the machine need not have, in the place of the real one. */
function stub(name: string, script: string) {
	writeFileSync(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
	chmodSync(join(folder, 'bin', name), 0o755);
}

/** Types a block into a shell that stops at the first fault. Gives back what it said. */
function type(block: string, before: string[] = []): string {
	const [command, ...options] = [...before, 'sh', '-e', '-c', block];
	const { status, stdout, stderr } = spawnSync(command!, options, {
		cwd: folder,
		encoding: 'utf8',
		env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}`, NO_COLOR: '1' }
	});
	expect(status, stdout + stderr).toBe(0);
	for (const [name, text] of Object.entries(files))
		expect(readFileSync(join(folder, name), 'utf8') === text, `${name} is as it was`).toBe(true);
	return stdout;
}

/** Whether a command is there and ends well. */
const has = (command: string, ...options: string[]) => spawnSync(command, options).status === 0;
// Debian: postgresql-common and postgresql-15-postgis-3 or newer, gdal-bin. As root, a server needs a user of its own.
const hasPostgis =
	has('pg_virtualenv', '-h') &&
	has('ogrinfo', '--version') &&
	has('sh', '-c', 'ls /usr/share/postgresql/*/extension/postgis.control');

describe('the README', () => {
	const blocks = blocksOf('README.md');

	it('has these blocks of commands, and no other', () => {
		expect(blocks).toHaveLength(3);
		// That is what `.ci/run` does, on a new machine.
		expect(blocks[0]).toMatch(/^npm ci && npm start .*\nnpm ci && npm test .*\n$/);
	});

	it('makes tiles of a table, and a site with them', () => {
		expect(type(blocks[1]!)).toMatch(/^\/incidents\.pmtiles$/m);
		expect(readFileSync(join(folder, 'static/incidents.pmtiles')).subarray(0, 7).toString()).toBe('PMTiles');
	}, 120_000);

	it.skipIf(!hasPostgis)(
		hasPostgis
			? 'puts the reports into PostGIS, and makes tiles of what is there'
			: 'skipped: PostGIS or GDAL is missing',
		() => {
			// Martin serves the columns that the database knows for geometries.
			stub('martin', 'psql -At "$1" -c "SELECT f_table_name, f_geometry_column FROM geometry_columns"');
			expect(type(blocks[2]!, ['pg_virtualenv', '-t'])).toContain('reports|geometry');
			const rows = readFileSync(join(folder, 'from-postgis.csv'), 'utf8');
			expect(rows).toMatch(/^WKT,/);
			for (const { id } of real.reports) expect(rows).toContain(id);
			expect(readFileSync(join(folder, 'from-postgis.pmtiles')).subarray(0, 7).toString()).toBe('PMTiles');
		},
		120_000
	);
});

it('docs/many.md writes the reports for programs', () => {
	type(blocksOf('docs/many.md')[1]!);
	expect(readFileSync(join(folder, 'reports/reports.parquet')).subarray(0, 4).toString()).toBe('PAR1');
	expect(readFileSync(join(folder, 'reports/reports.geojson'), 'utf8')).toBe(
		JSON.stringify(reportFeatures(real, { ...context, origin: '' }))
	);
}, 120_000);
