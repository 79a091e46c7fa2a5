/** Of a FlatGeobuf file the rows of a region are had without the rest of it. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { partInBox, type TakeBytes } from '../../../../src/lib/overlay/read/flatGeobufPart';
import { hasGdal, madeByGdal } from '../../gdal';
import { placesOf, rowFields, wholeOf } from '../made';

const asked: [number, number][] = [];
const from =
	(file: Uint8Array): TakeBytes =>
	async (start, end) => {
		asked.push([start, end]);
		return file.slice(start, end);
	};
const syria = [35, 32, 43, 38] as const;

it('a file without an index, and one of another kind, can only be read whole', async () => {
	const path = new URL('../../../fixtures/own/gdal/places.fgb', import.meta.url);
	expect(await partInBox(from(new Uint8Array(readFileSync(path))), syria)).toBeNull();
	for (const text of ['', 'fgb', 'name,lat,lon\n'])
		expect(await partInBox(from(new TextEncoder().encode(text)), syria)).toBeNull();
});

describe.skipIf(!hasGdal)('of a file that GDAL wrote', () => {
	/** Points all over the Earth, a degree and a half apart, with a long text each. */
	const points = Array.from({ length: 28_800 }, (_, index) => [
		(index % 240) * 1.5 - 179,
		Math.floor(index / 240) * 1.5 - 89
	]);
	const source = JSON.stringify({
		type: 'FeatureCollection',
		features: points.map((coordinates, index) => ({
			type: 'Feature',
			properties: { name: `N${index}`, text: 'x'.repeat(150) },
			geometry: { type: 'Point', coordinates }
		}))
	});
	const inside = points.filter(([x, y]) => x! >= 35 && x! <= 43 && y! >= 32 && y! <= 38);
	let file: Uint8Array;
	beforeAll(() => {
		file = madeByGdal(source, 'a.geojson', 'b.fgb', ['-f', 'FlatGeobuf']);
	});

	it('the rows of the region are found and had by few bytes of it', async () => {
		asked.splice(0);
		const part = (await partInBox(from(file), syria))!;
		expect([part.rows, part.allRows]).toEqual([inside.length, points.length]);
		expect(Math.abs(part.wholeSize - file.length)).toBeLessThan(1000);
		const seen: number[] = [];
		const own = await part.take((done) => seen.push(done));
		expect(seen.at(-1)).toBe(part.size);
		const bytes = asked.reduce((sum, [start, end]) => sum + (end - start), 0);
		expect(bytes).toBeLessThan(file.length / 5);
		expect(asked.length).toBeLessThan(20);
		const { table, problems } = await wholeOf(new Uint8Array(await own.arrayBuffer()));
		expect(problems).toEqual([]);
		const sorted = (places: unknown[]) => places.map(String).sort();
		expect(sorted(placesOf(table))).toEqual(sorted(inside));
		for (const [row, place] of placesOf(table).entries()) {
			const index = points.findIndex(([x, y]) => x === place![0] && y === place![1]);
			expect(rowFields(table, row)[0]!.text).toBe(`N${index}`);
		}
	});

	it('a region over the antimeridian has both of its sides, and one without rows none', async () => {
		const far = (await partInBox(from(file), [178, 0, -178, 3]))!;
		const own = await wholeOf(new Uint8Array(await (await far.take(() => undefined)).arrayBuffer()));
		expect(new Set(placesOf(own.table).map((place) => Math.sign(place![0])))).toEqual(new Set([1, -1]));
		const none = (await partInBox(from(file), [35.1, 32.1, 35.2, 32.2]))!;
		expect(none.rows).toBe(0);
	});

	it('in metres it can only be read whole', async () => {
		const metres = madeByGdal(source, 'a.geojson', 'b.fgb', ['-f', 'FlatGeobuf', '-t_srs', 'EPSG:3395']);
		expect(await partInBox(from(metres), syria)).toBeNull();
	});

	it('that is cut off or damaged, it throws what the page takes for a file to be read whole', async () => {
		for (const share of [0.0001, 0.05, 0.15]) {
			const cut = file.slice(0, Math.floor(file.length * share));
			const found = await partInBox(from(cut), syria).catch((error: unknown) => error);
			expect(found === null || found instanceof RangeError).toBe(true);
		}
	});
});
