import { parquetMetadataAsync } from 'hyparquet';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvColumns } from '../../../src/lib/export/formats/csv';
import { dataPackage } from '../../../src/lib/export/datapackage';
import { writeFile } from '../../../src/lib/export/onServer';
import { dataFiles, isDataFile } from '../../../src/lib/export/registry';
import { context, real } from './data';

describe('the data package', () => {
	const files = Object.entries(dataFiles).map(([name, file]) => ({
		...file,
		name,
		bytes: 10,
		sha256: 'ab'.repeat(32)
	}));
	const written = JSON.parse(JSON.stringify(dataPackage(real, files, context)));

	it('lists every file with its length and digest, by relative paths', () => {
		expect(written.resources.map(({ path }: { path: string }) => path)).toEqual(Object.keys(dataFiles));
		for (const { name, bytes, hash } of written.resources) {
			expect(name).toMatch(/^[a-z0-9._-]+$/);
			expect(bytes).toBe(10);
			expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
		}
	});

	it('says version, licence and sources', () => {
		expect(written).toMatchObject({
			profile: 'data-package',
			name: 'attested-syria',
			version: '1.2.3',
			licenses: [{ name: 'CC-BY-4.0' }]
		});
		expect(written.sources.map(({ path }: { path: string }) => path)).toEqual(
			real.articles.map(({ url }) => url)
		);
	});

	it('describes the columns that the table has, with types that its cells keep', () => {
		const { schema } = written.resources.find(({ path }: { path: string }) => path === 'reports.csv');
		const { data } = Papa.parse<string[]>(dataFiles['reports.csv'].write(real, context), {
			skipEmptyLines: true
		});
		expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(data[0]);
		const patterns: Record<string, RegExp> = {
			number: /^-?\d+(\.\d+)?$/,
			integer: /^\d+$/,
			boolean: /^(true|false)$/,
			date: /^\d{4}-\d\d-\d\d$/,
			string: /^/
		};
		for (const row of data.slice(1)) {
			row.forEach((cell, index) => {
				if (cell !== '') expect(cell).toMatch(patterns[csvColumns(context.about)[index]!.type]!);
			});
		}
		expect(new Set(data.slice(1).map(([report]) => report)).size).toBe(real.reports.length);
	});

	it('describes the columns of the GeoParquet, with the types that are in it', async () => {
		const { schema } = written.resources.find(({ path }: { path: string }) => path === 'reports.parquet');
		const { buffer } = writeFile('reports.parquet', real, context);
		const [, ...elements] = (await parquetMetadataAsync(buffer)).schema;
		expect(schema.fields.map(({ name }: { name: string }) => name)).toEqual(elements.map(({ name }) => name));
		const types: Record<string, string | undefined> = { string: 'BYTE_ARRAY', any: 'BYTE_ARRAY' };
		Object.assign(types, { number: 'DOUBLE', integer: 'INT32', boolean: 'BOOLEAN' });
		expect(schema.fields.map(({ type }: { type: string }) => types[type])).toEqual(
			elements.map(({ type }) => type)
		);
	});

	it('knows its own files alone', () => {
		expect(isDataFile('reports.csv')).toBe(true);
		expect(isDataFile('constructor')).toBe(false);
	});
});
