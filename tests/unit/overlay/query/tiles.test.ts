/** The marks of tiles: all rows, thinned, counted and hit. */
import { PbfReader } from 'pbf';
import { VectorTile } from '@mapbox/vector-tile';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TableIndex } from '../../../../src/lib/overlay/query/tableIndex';
import { Points } from '../../../../src/lib/overlay/query/points';
import { Tiles } from '../../../../src/lib/overlay/query/tiles';
import { noDay } from '../../../../src/lib/base/days';
import { markFlags } from '../../../../src/lib/base/markTile';
import { tableOf } from '../made';
import { tableFrom, given, allMarks, countsOf } from './rows';

describe('the marks of all tiles of a zoom', () => {
	it('count every placed row once, by actor, thinned or not, masked or not', () => {
		fc.assert(
			fc.property(
				given,
				fc.integer({ min: 0, max: 4 }),
				fc.constantFrom(0, 20, 4000),
				fc.constantFrom(512, 32, 5),
				fc.boolean(),
				(rows, zoom, most, across, isMasked) => {
					const table = tableFrom(rows);
					const mask = isMasked ? Uint8Array.from(rows, (_, row) => row % 2) : null;
					const marks = allMarks(new Points(table), zoom, { most, across, mask });
					const expected = [0, 0, 0, 0];
					rows.forEach((row, index) => {
						if (!Number.isNaN(row.longitude) && (!mask || mask[index])) expected[row.actor]!++;
					});
					expect(countsOf(marks)).toEqual(expected);
					for (const { x, y } of marks) expect(x >= 0 && y >= 0 && x < 4096 && y < 4096).toBe(true);
					expect(new Set(marks.map(({ row }) => row)).size).toBe(marks.length);
				}
			),
			{ numRuns: 200 }
		);
	});

	it('hold the first and the last day of their rows, and say how many have none', () => {
		fc.assert(
			fc.property(given, (rows) => {
				const marks = new Points(tableFrom(rows)).marks(0, 0, 0, { most: 0, across: 1 }).marks;
				for (const mark of marks) {
					const own = rows.filter(({ actor, longitude }) => actor === mark.actor && !Number.isNaN(longitude));
					const days = own.flatMap(({ day }) => day ?? []);
					expect(mark.undated).toBe(own.length - days.length);
					expect(mark.from).toBe(days.length > 0 ? Math.min(...days) : noDay);
					expect(mark.to).toBe(days.length > 0 ? Math.max(...days) + 2 : noDay);
				}
			})
		);
	});

	it('are as many as the cells and actors at most, and one for each row where there are few', () => {
		const rows = Array.from({ length: 20_000 }, (_, index) => ({
			longitude: ((index * 7919) % 3600) / 100 + 20,
			latitude: ((index * 104_729) % 3000) / 100 + 20,
			actor: index % 4,
			day: index
		}));
		const points = new Points(tableFrom(rows));
		const thinned = points.marks(3, 4, 3).marks;
		expect(thinned.length).toBeLessThanOrEqual(16 * 16 * 4);
		expect(thinned.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(9000);
		const complete = points.marks(7, 76, 50).marks;
		expect(complete.length).toBeGreaterThan(10);
		expect(complete.every(({ spot }) => spot >= 0)).toBe(true);
		expect(points.marks(7, 76, 50, { isApart: true }).marks.every(({ count }) => count === 1)).toBe(true);
		// Cells so small that there are too many for a table of them.
		const fine = points.marks(3, 4, 3, { across: 1024 }).marks;
		expect(fine.length).toBeGreaterThan(thinned.length);
		expect(countsOf(fine)).toEqual(countsOf(thinned));
	});

	it('are found where they are, in Web Mercator', () => {
		const points = new Points(tableFrom([{ longitude: 36.3, latitude: 33.5, actor: 1, day: null }]));
		const [mark] = points.marks(6, 38, 25).marks;
		// Tile and pixel by the formula of OpenStreetMap's wiki.
		expect(mark!.x).toBe(Math.floor((((36.3 + 180) / 360) * 64 - 38) * 4096));
		const y = ((1 - Math.asinh(Math.tan((33.5 * Math.PI) / 180)) / Math.PI) / 2) * 64;
		expect(mark!.y).toBe(Math.floor((y - 25) * 4096));
	});

	it('near a place are its rows', () => {
		fc.assert(
			fc.property(
				given,
				fc.double({ min: -170, max: 170, noNaN: true }),
				fc.double({ min: 1, max: 60, noNaN: true }),
				(rows, x, radius) => {
					const found = new Points(tableFrom(rows)).near(x, 0, radius);
					rows.forEach((row, index) => {
						if (
							row.latitude !== 0 ||
							Math.abs(Math.abs(row.longitude - x) - radius) < 1e-6 ||
							Math.abs(row.longitude) > 179.99
						)
							return;
						expect(found.includes(index)).toBe(Math.abs(row.longitude - x) < radius);
					});
					expect([...found]).toEqual([...found].sort((a, b) => a - b));
				}
			)
		);
	});
});

describe('the rows of a mark', () => {
	it('are as many as it says, of its value, and its first row is the first of them', () => {
		fc.assert(
			fc.property(given, fc.integer({ min: 0, max: 3 }), (rows, zoom) => {
				const points = new Points(tableFrom(rows));
				for (const { row, count, actor } of allMarks(points, zoom, { most: 0 })) {
					const found = points.inCell(row, 360 / 16 / 2 ** zoom);
					expect(found[0]).toBe(row);
					expect(found).toHaveLength(count);
					for (const other of found) expect(rows[other]!.actor).toBe(actor);
				}
			})
		);
	});

	it('are, for a mark of one, all that stand where it stands', async () => {
		const index = new TableIndex(
			await tableOf('name,lat,lon,actor\nA,36,37,Iran\nB,36,37,Russia\nC,36.0001,37,Iran\nD,,,Iran\n')
		);
		expect(index.group(0, 0)).toMatchObject({ count: 2, rows: [{ row: 0 }, { row: 1 }] });
		expect(index.group(2, 0)).toMatchObject({ count: 1, rows: [{ row: 2 }] });
		expect(index.group(0, 360 / 16, 1)).toMatchObject({ count: 2, rows: [{ row: 0 }] });
		await index.filter({ off: [1], window: null, query: '' }, () => Promise.resolve());
		expect(index.group(0, 0).rows.map(({ row }) => row)).toEqual([1]);
	});
});

describe('a tile', () => {
	it('is a vector tile with what toggles and times need', async () => {
		const table = await tableOf(
			'name;wkt;actor;date\nA;POINT(36 35);Iran;2015-09-24\nB;LINESTRING(36 35,37 36);Iran;\nC;POINT(36.5 35.5);Russia;2015-10\n'
		);
		const bytes = new Tiles(table).cut(0, 0, 0).bytes!;
		const { layers } = new VectorTile(new PbfReader(bytes));
		const features = Array.from({ length: layers.points!.length }, (_, index) =>
			layers.points!.feature(index)
		);
		const day = (iso: string) => Date.parse(iso) / 86_400_000;
		const byRow = new Map(features.map(({ id, properties }) => [id, properties]));
		const own = (row: number) => {
			const { fixed, growing, ...properties } = byRow.get(row)!;
			expect([fixed, growing].every((part) => typeof part === 'number' && part >= 0)).toBe(true);
			return properties;
		};
		expect(own(0)).toEqual({ actor: 1, count: 1, from: day('2015-09-24'), to: day('2015-09-24') });
		// The point that stands on the middle of the line covers it.
		expect(own(1)).toEqual({ actor: 1, count: 1, undated: 1, under: 1 });
		expect(own(2)).toEqual({ actor: 2, count: 1, from: day('2015-10-01'), to: day('2015-10-31') });
		const [x, y] = (
			features.find(({ id }) => id === 0)!.toGeoJSON(0, 0, 0).geometry as { coordinates: number[] }
		).coordinates;
		expect(x).toBeCloseTo(36, 0);
		expect(y).toBeCloseTo(35, 0);
		expect(layers.shapes!.length).toBe(1);
		expect(layers.shapes!.feature(0)).toMatchObject({ id: 1, type: 2, properties: { actor: 1 } });
	});

	it('is null where there is nothing, or nothing that passes', async () => {
		const table = await tableOf('name;wkt\nA;POINT(36 35)\nB;LINESTRING(36 35,37 36)\n');
		const tiles = new Tiles(table);
		expect(tiles.cut(3, 0, 0).bytes).toBeNull();
		for (const part of ['marks', 'shapesOf'] as const) {
			expect(tiles[part](3, 0, 0)).toBeNull();
			expect(tiles[part](0, 0, 0, { mask: Uint8Array.of(0, 0) })).toBeNull();
			expect(tiles[part](0, 0, 0, { mask: Uint8Array.of(0, 1) })).not.toBeNull();
		}
		expect(
			tiles.shapesOf(0, 0, 0, { mask: Uint8Array.of(0, 0), apart: [Uint8Array.of(0, 1)] })
		).not.toBeNull();
		expect(new Tiles(tableFrom([])).cut(0, 0, 0).bytes).toBeNull();
	});

	it('has the same marks as lists', () => {
		fc.assert(
			fc.property(given, fc.constantFrom(0, 4000), (rows, most) => {
				const tiles = new Tiles(tableFrom(rows));
				const { bytes, marks: count } = tiles.cut(0, 0, 0, { most });
				const marks = tiles.marks(0, 0, 0, { most });
				expect(marks?.row.length ?? 0).toBe(count);
				const points = bytes && new VectorTile(new PbfReader(bytes)).layers.points;
				for (let at = 0; at < count; at++) {
					const feature = points!.feature(at);
					const { properties, id } = feature;
					const { x, y } = feature.loadGeometry()[0]![0]!;
					expect([x, y, id]).toEqual([marks!.x[at], marks!.y[at], marks!.row[at]]);
					expect(marks!.code[at]).toBe(properties.actor);
					expect(marks!.count[at]).toBe(properties.count);
					expect(marks!.from[at]).toBe(properties.from ?? noDay);
					expect(marks!.to[at]).toBe(properties.to ?? noDay);
					expect(marks!.fixed[at]).toBeCloseTo(properties.fixed as number, 4);
					expect(marks!.growing[at]).toBeCloseTo(properties.growing as number, 4);
					expect(marks!.across[at]).toBe(properties.across ?? 0);
					const flag = (name: string) => (properties[name] ? 1 : 0);
					expect(marks!.flags[at]).toBe(flag('stack') * markFlags.stack + flag('under') * markFlags.under);
				}
			}),
			{ numRuns: 60 }
		);
	});
});
