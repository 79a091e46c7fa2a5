/** Compiled made-up records of any number, as `npm run bench -- many` measures with. */
import { compile } from '../../src/lib/geodata/compile';
import type { Dataset } from '../../src/lib/geodata/views';
import { boundaries } from '../../src/lib/server/boundaries';
import { loadRecords } from '../../src/lib/server/geodata';
import { madeUpRecords, sizeOf } from '../../src/tools/bench/many/records';

export function madeUp(reports: number): Dataset {
	const { dataset, version } = loadRecords();
	const made = madeUpRecords(sizeOf(reports), dataset.region, boundaries());
	return compile({ ...made, dataset, verifications: [], version } as Parameters<typeof compile>[0]);
}
