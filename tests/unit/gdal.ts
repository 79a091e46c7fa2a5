/** GDAL where it is installed (Debian and Ubuntu: gdal-bin), to make files that are read and to read ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasGdal = spawnSync('ogr2ogr', ['--version']).status === 0;

/**
 * A file as GDAL writes it.
 * @param source a text that GDAL reads
 * @param name what the source is called, whose ending says its format
 * @param out what the result is called
 */
export function madeByGdal(source: string, name: string, out: string, options: string[]): Uint8Array {
	const folder = mkdtempSync(join(tmpdir(), 'attested-gdal-'));
	try {
		writeFileSync(join(folder, name), source);
		execFileSync('ogr2ogr', [join(folder, out), join(folder, name), ...options], { stdio: 'ignore' });
		return new Uint8Array(readFileSync(join(folder, out)));
	} finally {
		rmSync(folder, { recursive: true });
	}
}
