/** `npm run tiles` of a file with several tables says which it took, and takes the one that is asked for. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeTiles } from '../../../../src/tools/tiles';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'attested-part-'));
	const files = {
		'a.csv': 'k,v\n1,x\n',
		'b.csv': 'name,lat,lon\nA,36,37\n',
		'c.csv': 'name,lat,lon\nA,36,37\nB,35,36\n'
	};
	const packed = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
	writeFileSync(join(folder, 'several.zip'), zipSync(packed));
});
afterAll(() => rmSync(folder, { recursive: true }));
const make = (part?: string) =>
	makeTiles(join(folder, 'several.zip'), { output: join(folder, 'out.pmtiles'), name: 'Several', part });

it('the first with places, or another', async () => {
	const first = await make();
	expect([first.table.rows, first.parts]).toEqual([
		1,
		'Of its parts it is “b.csv”. The others, for --part: a.csv, c.csv.'
	]);
	const other = await make('c.csv');
	expect([other.table.rows, other.parts]).toEqual([2, null]);
	await expect(make('d.csv')).rejects.toThrow(/no part “d\.csv”.*a\.csv, c\.csv/);
});
