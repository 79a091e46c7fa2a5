/** Which tiles of an overlay's marks are asked for, and which are shown. */
import { describe, expect, it } from 'vitest';
import { MarkTiles } from '../../../../src/lib/map/overlay/marks/markTiles';
import type { OverlayLayer } from '../../../../src/lib/map/overlay/overlay';
import { plain, tileOf } from './made';

describe('the tiles of marks', () => {
	const at = (zoom: number, ...columns: number[]) =>
		columns.map((column) => ({ zoom, column, row: 0, wrap: 0 }));

	/** Tiles that come when the test lets them, each with a mark whose row is 100 times the zoom and the column. */
	function loading(given: Partial<OverlayLayer> = {}) {
		const going = new Map<string, { come(): void; fail(): void }>();
		const seen = { asked: 0, changes: 0, failed: 0 };
		const source: OverlayLayer = {
			...plain,
			...given,
			marks: (zoom, column) =>
				new Promise((resolve, reject) => {
					seen.asked++;
					const name = `${zoom}/${column}`;
					going.set(name, {
						come: () => resolve(tileOf({ row: 100 * zoom + column })),
						fail: () => reject(new Error('broken'))
					});
				})
		};
		const tiles = new MarkTiles(
			source,
			() => seen.changes++,
			() => seen.failed++
		);
		const settle = async (how: 'come' | 'fail', ...names: string[]) => {
			for (const name of names) going.get(name)![how]();
			await new Promise((done) => setTimeout(done));
		};
		return {
			source,
			tiles,
			seen,
			going,
			come: (...names: string[]) => settle('come', ...names),
			fail: (...names: string[]) => settle('fail', ...names),
			rows: () => tiles.shown.map(({ marks }) => marks.row[0])
		};
	}

	it('appear as they come, and are not asked for twice', async () => {
		const { tiles, seen, come, rows } = loading();
		tiles.cover(at(6, 1, 2));
		tiles.cover(at(6, 1, 2, 3));
		expect(seen.asked).toBe(3);
		await come('6/2');
		expect(rows()).toEqual([602]);
		await come('6/1', '6/3');
		expect(rows()).toEqual([601, 602, 603]);
		tiles.cover(at(6, 2, 3));
		tiles.cover(at(6, 1, 2));
		expect(rows()).toEqual([601, 602]);
		expect(seen.asked).toBe(3);
	});

	it('of another zoom take the place of those that are there once all have come', async () => {
		const { tiles, come, rows } = loading();
		tiles.cover(at(6, 1));
		await come('6/1');
		tiles.cover(at(7, 2, 3));
		await come('7/2');
		expect(rows()).toEqual([601]);
		await come('7/3');
		expect(rows()).toEqual([702, 703]);
	});

	it('of another version too, and those of the older are forgotten', async () => {
		const { tiles, source, seen, come, rows } = loading();
		tiles.cover(at(6, 1));
		await come('6/1');
		tiles.follow({ ...source, version: source.version + 1, marks: source.marks });
		expect(seen.asked).toBe(2);
		expect(rows()).toEqual([601]);
		await come('6/1');
		expect(seen.changes).toBe(2);
		tiles.follow(source);
		expect(seen.asked).toBe(3);
	});

	it('of one that is opened anew are asked for again, and those that were there stay meanwhile', async () => {
		const { tiles, source, seen, come, fail, rows } = loading();
		tiles.cover(at(6, 1, 2));
		await come('6/1');
		await fail('6/2');
		tiles.follow({ ...source });
		expect(seen.asked, 'the same').toBe(2);
		tiles.follow({ ...source, marks: (...tile) => source.marks(...tile) });
		expect(seen.asked).toBe(4);
		await come('6/2');
		expect(rows()).toEqual([601]);
		await come('6/1');
		expect(rows()).toEqual([601, 602]);
	});

	it('that come of an older version are let go', async () => {
		const { tiles, source, going, rows } = loading();
		tiles.cover(at(6, 1));
		const { come } = going.get('6/1')!;
		tiles.follow({ ...source, version: source.version + 1 });
		come();
		await new Promise((done) => setTimeout(done));
		expect(rows()).toEqual([]);
	});

	it('of few rows do not wait for each other; of many, those that are not wanted any more are never made', async () => {
		const few = loading();
		few.tiles.cover(at(6, 1, 2, 3, 4));
		expect(few.seen.asked).toBe(4);
		const { tiles, seen, going, come } = loading({ rows: 1_000_000 });
		tiles.cover(at(6, 1, 2, 3, 4));
		expect([...going.keys()]).toEqual(['6/1', '6/2']);
		tiles.cover(at(7, 8));
		expect(seen.asked).toBe(2);
		await come('6/1');
		expect([...going.keys()]).toEqual(['6/1', '6/2', '7/8']);
	});

	it('that could not be had are told, and had when asked again', async () => {
		const { tiles, seen, come, fail, rows } = loading();
		tiles.cover(at(6, 1, 2));
		await fail('6/1');
		await come('6/2');
		tiles.cover(at(6, 1, 2));
		expect(seen).toMatchObject({ asked: 2, failed: 1 });
		expect(rows()).toEqual([602]);
		tiles.retry();
		await come('6/1');
		expect(rows()).toEqual([601, 602]);
	});

	it('of an overlay that is gone change nothing, and its failures are nobody’s', async () => {
		const { tiles, seen, come, fail } = loading();
		tiles.cover(at(6, 1, 2));
		tiles.end();
		await come('6/1');
		await fail('6/2');
		expect(seen).toMatchObject({ changes: 0, failed: 0 });
	});
});
