import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixtures } from '../../export/data';
import { validFiles } from '../../records';
import { readText, rowsOf, wholeOf } from '../made';
import { zipOf } from '../../../../src/lib/draft/zip';
import { exportGeometry } from '../../../../src/lib/export/geometry';
import { cellText } from '../../../../src/lib/overlay/cells';
import type { OwnPlaces } from '../../../../src/lib/overlay/read/article';
import { read } from '../../../../src/lib/overlay/read/read';
import type { Table } from '../../../../src/lib/overlay/table';

const article = (report: unknown, publisher: unknown = { name: 'P' }) => ({
	title: 'T',
	publisher,
	passages: [],
	reports: Array.isArray(report) ? report : [report]
});

const bytesOf = (document: unknown) => new Blob([JSON.stringify(document)]);
const filesIn = (folder: string) =>
	Object.fromEntries(
		validFiles.filter(({ path }) => path.startsWith(folder)).map(({ path, text }) => [path, text])
	);
const placeRecords = Object.values(filesIn('places/')).map((text) => JSON.parse(text) as unknown);

/** What an article of the fixtures says: of each report that is not withdrawn where it is drawn. */
const wanted = fixtures.reports.filter(({ article: { id } }) => id === 'fixture-one');
const articleOne = validFiles.find(({ path }) => path === 'articles/fixture-one.json')!.text;

async function readWith(file: Blob, ownPlaces?: OwnPlaces) {
	const result = await read(file, {}, { ownPlaces });
	if (result.refusal) throw new Error(`refused: ${result.refusal.reason}`);
	return result;
}

function expectPlaced(table: Table) {
	const rows = new Map(rowsOf(table).map((row) => [row.cells.id!, row]));
	for (const { id, place } of wanted) {
		const site = fixtures.sites.find((each) => each.id === place?.id);
		const row = rows.get(id)!;
		expect(row.geometry, id).toEqual(site ? exportGeometry(site) : null);
		expect(row.radius && row.radius / 1000, id).toBe(site?.precision.radius_km ?? null);
		expect(row.cells.where_prec ?? '', id).toBe(String(site?.precision.where_prec ?? ''));
		if (site) expect(row.cells.precision_reason, id).toBe(site.precision.reason);
	}
}

describe('an article file with the places of the data set', () => {
	it('is on the map, each report as finely as its place', async () => {
		const result = await readWith(new Blob([articleOne]), async () => placeRecords);
		expectPlaced(result.table);
		expect(wanted.length).toBeGreaterThan(1);
	});

	it('brings places of its own, as it leaves the desk', async () => {
		const files = {
			...filesIn('articles/fixture-one'),
			...filesIn('places/'),
			'actors.json': '[{"id":"a"}]'
		};
		const sources = Object.entries(files).map(([path, text]) => ({ path, text }));
		const result = await readWith(new Blob([zipOf(sources, 'what this is').slice()]));
		expectPlaced(result.table);
	});

	it('finds a place by its name, in any of its languages', async () => {
		const document = article([
			{ id: 'r1', place: 'Alpha Harbour', actors: [] },
			{ id: 'r2', place: fixtures.sites.find(({ id }) => id === 'alpha-harbour')!.name.ar, actors: [] },
			{ id: 'r3', place: 'nowhere that is known', actors: [] }
		]);
		const { table } = await readWith(bytesOf(document), async () => placeRecords);
		const [one, two, three] = rowsOf(table);
		expect(one!.geometry).not.toBeNull();
		expect(two!.geometry).toEqual(one!.geometry);
		expect(three!.geometry).toBeNull();
	});

	it('places nothing that was withdrawn, and nothing whose place is not drawn', async () => {
		const at = { type: 'Point', coordinates: [36, 35] };
		const precision = { where_prec: 1, radius_km: null, reason: 'r' };
		const places = [
			{ id: 'known', geometry: at, properties: { drawn: 'point', precision } },
			{ id: 'vague', geometry: at, properties: { drawn: 'none', precision } },
			{ id: 'ring', geometry: at, properties: { drawn: 'ring', precision } }
		];
		const document = article([
			{ id: 'r1', place: 'known' },
			{ id: 'r2', place: 'known', withdrawn: { reason: 'It was wrong.' } },
			{ id: 'r3', place: 'vague' },
			{ id: 'r4', place: 'ring' }
		]);
		const { table } = await readWith(bytesOf(document), async () => places);
		expect(rowsOf(table).map(({ geometry }) => geometry !== null)).toEqual([true, false, false, false]);
		expect(rowsOf(table)[1]!.cells.withdrawn).toBe('It was wrong.');
	});

	it('is read without the places where they can’t be had, and says so', async () => {
		const lost = () => Promise.reject(new Error('503'));
		const { table, problems } = await readWith(new Blob([articleOne]), lost);
		expect(table.rows).toBeGreaterThan(0);
		expect(problems.map(({ kind }) => kind)).toContain('own-places-lost');
	});
});

describe('an article file', () => {
	it('whose texts are no texts is read all the same', async () => {
		const odd = { toString: 1, valueOf: null };
		const content = JSON.stringify(
			article({ id: 'r', actors: [{ actor: odd }], quotes: [{ exact: [odd] }] }, { name: odd })
		);
		const { table } = await wholeOf(content);
		const cells = table.columns.map((column) => cellText(column, 0));
		expect(cells).toContain('{"toString":1,"valueOf":null}');
		expect(cells).toContain('[{"toString":1,"valueOf":null}]');
	});

	it('is read or refused, whatever JSON stands in it', async () => {
		const key = fc.constantFrom('toString', 'valueOf', '__proto__', 'constructor', 'toJSON', 'length', 'a');
		const { value } = fc.letrec((tie) => ({
			value: fc.oneof(
				{ maxDepth: 3 },
				fc.constantFrom(null, true, 1, 'x'),
				fc.array(tie('value'), { maxLength: 3 }),
				fc.dictionary(key, tie('value'), { maxKeys: 3 })
			)
		}));
		const report = fc.record(
			{
				id: value,
				place: value,
				summary: value,
				claim: value,
				actors: fc.oneof(value, fc.array(fc.record({ actor: value }))),
				when: fc.oneof(value, fc.record({ edtf: value })),
				quotes: fc.oneof(value, fc.array(fc.record({ exact: value })))
			},
			{ requiredKeys: [] }
		);
		await fc.assert(
			fc.asyncProperty(
				fc.oneof(report, value),
				fc.oneof(value, fc.record({ name: value })),
				async (each, by) => {
					expect(await readText(JSON.stringify(article(each, by)))).toHaveProperty('problems');
				}
			),
			{ numRuns: 200 }
		);
	});
});
