/** Metres of a grid that the file does not name are asked about, and never become an archive by a guess. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTiles } from '../../../../src/tools/tiles';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'attested-crs-'));
	writeFileSync(join(folder, 'metres.csv'), 'name,x,y\nA,330000,4010000\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

const make = (crs?: string) =>
	makeTiles(join(folder, 'metres.csv'), { output: join(folder, 'metres.pmtiles'), name: 'Metres', crs });

it('the command says which systems it may be', async () => {
	await expect(make()).rejects.toThrow(/--crs EPSG:32637 {2}WGS 84 \/ UTM zone 37N .*36\.220, 37\.109/);
	await expect(make('EPSG:99999')).rejects.toThrow('nothing that is known says of which grid');
});

it.each(['EPSG:32637', '32637', 'UTM 37N', 'WGS 84 / UTM zone 37N'])('and takes %s', async (crs) => {
	const { table } = await make(crs);
	expect(table.longitude[0]).toBeCloseTo(37.108625, 5);
	expect(table.latitude[0]).toBeCloseTo(36.219924, 5);
});
