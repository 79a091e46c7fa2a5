import { describe, expect, it } from 'vitest';
import { writeFile } from '../../../src/lib/export/onServer';
import { dataFiles, type DataFileName } from '../../../src/lib/export/registry';
import { context, fixtures } from './data';

describe('a file of /data', () => {
	it.each(Object.keys(dataFiles) as DataFileName[])('%s is written from its row', (name) => {
		const bytes = writeFile(name, fixtures, context);
		const { write } = dataFiles[name];
		if (write) expect(new TextDecoder().decode(bytes)).toBe(write(fixtures, context));
		// What only the server writes.
		else
			expect(new TextDecoder().decode(bytes.slice(0, 4))).toBe(name.endsWith('.parquet') ? 'PAR1' : '"Str');
	});
});
