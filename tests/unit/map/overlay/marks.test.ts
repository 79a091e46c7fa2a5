/** The marks of overlays: in which order they are drawn and how, and what is under a point. */
import type { Map as MapLibre } from 'maplibre-gl';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { markFlags } from '../../../../src/lib/base/markTile';
import { latitudeAt, longitudeAt, mercatorX, mercatorY } from '../../../../src/lib/base/mercator';
import { isSeen, markHit } from '../../../../src/lib/map/overlay/hits';
import { restColour } from '../../../../src/lib/map/overlay/groups';
import { Overlays } from '../../../../src/lib/map/overlay/overlays';
import type { OverlayLayer } from '../../../../src/lib/map/overlay/overlay';
import { MarkLayer } from '../../../../src/lib/map/overlay/marks/markLayer';
import { paletteOf, paletteWidth, textOn } from '../../../../src/lib/map/overlay/marks/palette';
import {
	corners,
	glyphNumbers,
	glyphs,
	markNumbers,
	numberOf,
	verticesOf
} from '../../../../src/lib/map/overlay/marks/vertices';
import { palettes } from '../../../../src/lib/map/style/palette';
import { plain, placed, tileOf, type GivenMark } from './made';

describe('the corners of marks', () => {
	const advances = [...glyphs].map(() => 0.5);
	const columnOf = (list: Float32Array, numbers: number, at: number) =>
		Array.from(
			{ length: list.length / numbers / corners },
			(_, mark) => list[mark * corners * numbers + at]!
		);

	it('are four of each, the values without a colour lowest, then by their codes', () => {
		const codes = fc.array(fc.nat(20), { maxLength: 40 });
		fc.assert(
			fc.property(codes, codes, (first, second) => {
				const colours = Array.from({ length: 18 }, (_, code) => (code % 3 ? '#cf6e78' : undefined));
				const tiles = [first, second].map((codes, column) =>
					placed(tileOf(...codes.map((code) => ({ code, row: code }))), { zoom: 1, column })
				);
				const { marks } = verticesOf(tiles, colours, advances);
				const drawn = columnOf(marks, markNumbers, 6);
				// A colour for the first twelve, which end with 17.
				const rank = (code: number) => (colours[code] ? code : 0);
				expect(drawn).toHaveLength(first.length + second.length);
				expect(drawn.map(rank)).toEqual([...first, ...second].map(rank).sort((a, b) => a - b));
				for (let at = 0; at < drawn.length; at++) {
					const [one, ...others] = Array.from({ length: corners }, (_, corner) =>
						marks.slice((at * corners + corner) * markNumbers, (at * corners + corner + 1) * markNumbers)
					);
					for (const other of others) expect(other).toEqual(one);
				}
			})
		);
	});

	it('count their places from the first tile, also where the world is drawn a second time', () => {
		const tiles = [
			placed(tileOf({ x: 10, y: 20 }), { zoom: 3, column: 7, row: 2 }),
			placed(tileOf({ x: 30, y: 40 }), { zoom: 3, column: 0, row: 3, wrap: 1 })
		];
		const { zoom, column, row, marks } = verticesOf(tiles, [], advances);
		expect({ zoom, column, row }).toEqual({ zoom: 3, column: 7, row: 2 });
		expect(columnOf(marks, markNumbers, 0)).toEqual([10, 4096 + 30]);
		expect(columnOf(marks, markNumbers, 1)).toEqual([20, 4096 + 40]);
	});

	it('without a date are in no window, as wide as it may be', () => {
		const { marks } = verticesOf([placed(tileOf({}, { from: 5, to: 7 }))], [], advances);
		expect(columnOf(marks, markNumbers, 4)[0]).toBeGreaterThan(2 ** 31);
		expect(columnOf(marks, markNumbers, 5)[0]).toBeLessThan(-(2 ** 31));
		expect([columnOf(marks, markNumbers, 4)[1], columnOf(marks, markNumbers, 5)[1]]).toEqual([5, 7]);
	});

	it('of numbers are written in the middle: where there are many rows, or several at the place, and nothing lies on it', () => {
		const textOf = (mark: GivenMark) => {
			const list = verticesOf([placed(tileOf(mark))], [], advances).glyphs;
			const shifts = columnOf(list, glyphNumbers, 7);
			expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeCloseTo(0, 6);
			return columnOf(list, glyphNumbers, 8)
				.map((glyph) => glyphs[glyph])
				.join('');
		};
		expect(textOf({ count: 9 })).toBe('');
		expect(textOf({ count: 10 })).toBe('10');
		expect(textOf({ count: 2, flags: markFlags.stack })).toBe('2');
		expect(textOf({ count: 200, flags: markFlags.under })).toBe('');
		expect(textOf({ count: 12_345 })).toBe('12k');
		expect(numberOf(9999)).toBe('9999');
	});
});

describe('the colours of marks', () => {
	const colourAt = (bytes: Uint8Array, code: number, right = 0) => {
		const at = (Math.floor(code / paletteWidth) * 2 * paletteWidth + (code % paletteWidth) + right) * 4;
		const [red, green, blue, alpha] = bytes.subarray(at, at + 4);
		return alpha === 0
			? null
			: `#${[red!, green!, blue!].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
	};

	it('are those of their values, or grey, and none while they are off', () => {
		const hex = fc.constantFrom('#cf6e78', '#0f7e22');
		fc.assert(
			fc.property(
				fc.array(fc.option(hex, { nil: undefined }), { maxLength: 30 }),
				fc.uniqueArray(fc.nat(600)),
				(colours, off) => {
					const { bytes, rows } = paletteOf({ colours, off: new Set(off) }, 600);
					expect(bytes).toHaveLength(rows * 2 * paletteWidth * 4);
					const coloured = colours.flatMap((colour, code) => (colour ? [code] : [])).slice(0, 12);
					for (const code of [0, 1, 5, 29, 255, 256, 599, ...off.slice(0, 3)]) {
						const colour = coloured.includes(code) ? colours[code]! : restColour;
						const isOff = off.includes(code);
						expect(colourAt(bytes, code)).toBe(isOff ? null : colour);
						expect(colourAt(bytes, code, paletteWidth)).toBe(isOff ? null : textOn(colour));
					}
				}
			)
		);
	});

	it('have numbers that are read on them', () => {
		expect(textOn('#16278d')).toBe('#ffffff');
		expect(textOn('#ffecab')).toBe('#14181b');
	});
});

describe('the programs that draw marks', () => {
	it('are missed once where the graphics card does not take them, and not where it is lost', () => {
		const onbroken = vi.fn();
		const layer = new MarkLayer(onbroken);
		let isLost = false;
		const gl = new Proxy({}, { get: (_, name) => () => name === 'isContextLost' && isLost });
		const render = () => layer.render(gl as WebGL2RenderingContext);
		layer.onAdd({} as MapLibre);
		render();
		expect(onbroken, 'nothing to draw').not.toHaveBeenCalled();
		layer.overlays = [{ layer: plain, tiles: [placed(tileOf({}))] }];
		render();
		render();
		expect(onbroken).toHaveBeenCalledTimes(1);
		layer.retry();
		render();
		render();
		expect(onbroken, 'asked again').toHaveBeenCalledTimes(2);
		isLost = true;
		layer.onAdd({} as MapLibre);
		render();
		expect(onbroken).toHaveBeenCalledTimes(2);
	});
});

describe('a mark', () => {
	it('is seen where its days meet the window, and without a date in none', () => {
		const day = fc.integer({ min: -40_000, max: 40_000 });
		fc.assert(
			fc.property(day, day, day, day, (a, b, c, d) => {
				const [from, to, first, last] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
				const layer = { off: new Set<number>(), window: { from: first, to: last } };
				const marks = tileOf({ from, to }, {});
				expect(isSeen(layer, marks, 0)).toBe(from <= last && to >= first);
				expect(isSeen(layer, marks, 1)).toBe(false);
				expect(isSeen({ ...layer, window: null }, marks, 1)).toBe(true);
				expect(isSeen({ ...layer, window: null, off: new Set([0]) }, marks, 0)).toBe(false);
			})
		);
	});

	it('of one row is hit where the row is', () => {
		const tile = placed(tileOf({ x: 2048, y: 1024, row: 5, code: 1, across: 16 }), {
			zoom: 2,
			column: 1,
			row: 1
		});
		expect(markHit(plain, tile, 0)).toEqual({
			layer: 'a1',
			row: 5,
			count: 1,
			code: 1,
			longitude: longitudeAt(1.5 / 4),
			latitude: latitudeAt(1.25 / 4),
			degrees: 0
		});
	});

	it('of several is hit in the middle of the cell that they are in', () => {
		fc.assert(
			fc.property(fc.nat(4095), fc.nat(4095), fc.nat(12), (x, y, zoom) => {
				const column = (2 ** zoom) >> 1;
				const tile = placed(tileOf({ x, y, count: 9, across: 16 }), { zoom, column, row: column });
				const hit = markHit(plain, tile, 0);
				expect(hit.degrees).toBeCloseTo(360 / 16 / 2 ** zoom, 12);
				const side = 1 / 16 / 2 ** zoom;
				const share = (tile: number, units: number) => (tile + units / 4096) / 2 ** zoom;
				expect(Math.abs(mercatorX(hit.longitude) - share(column, x))).toBeLessThanOrEqual(side / 2 + 1e-9);
				expect(Math.abs(mercatorY(hit.latitude) - share(column, y))).toBeLessThanOrEqual(side / 2 + 1e-9);
			})
		);
	});
});

describe('what lies under a point', () => {
	/** A map of the whole world in 512 pixels, whose corner is that of the picture. */
	const map = {
		on: () => {},
		coveringTiles: () => [{ wrap: 0, canonical: { z: 0, x: 0, y: 0 } }],
		triggerRepaint: () => {},
		getLayer: () => undefined,
		getCanvasContainer: () => new EventTarget(),
		getZoom: () => 0,
		project: () => ({ x: 256, y: 256 })
	} as unknown as MapLibre;
	const overlaysWith = async (layers: OverlayLayer[]) => {
		const onmarks = vi.fn();
		const overlays = new Overlays(map, { onmarks, onfail: () => {} });
		overlays.take(layers, palettes.light);
		await vi.waitFor(() => expect(onmarks.mock.calls.length).toBeGreaterThan(layers.length));
		return overlays;
	};
	// Eight units of a tile are a pixel.
	const layerWith = (id: string, ...marks: GivenMark[]): OverlayLayer => ({
		...plain,
		id,
		marks: () => Promise.resolve(tileOf(...marks))
	});
	const point = (x: number, y: number) => ({ x, y }) as never;

	it('is the nearest mark of the topmost overlay, as far as its circle reaches', async () => {
		const overlays = await overlaysWith([
			layerWith('low', { x: 800, y: 800, row: 1 }),
			layerWith('high', { x: 848, y: 800, row: 2 }, { x: 880, y: 800, row: 3 })
		]);
		expect(overlays.hitAt(point(107, 100), 2)).toMatchObject({ layer: 'high', row: 2 });
		expect(overlays.hitAt(point(109, 100), 2)).toMatchObject({ layer: 'high', row: 3 });
		expect(overlays.hitAt(point(97, 100), 2)).toMatchObject({ layer: 'low', row: 1 });
		expect(overlays.hitAt(point(100, 107), 2)).toBeNull();
		expect(overlays.marksAt({ x: 100, y: 100 }, { x: 7, y: 3 }).map(({ hit }) => hit.row)).toEqual([2, 1]);
	});

	it('is nothing that is turned off', async () => {
		const overlays = await overlaysWith([
			{ ...layerWith('a1', { x: 800, y: 800, row: 1, code: 2 }), off: new Set([2]) }
		]);
		expect(overlays.hitAt(point(100, 100), 2)).toBeNull();
		expect(overlays.marksAt({ x: 100, y: 100 }, { x: 9, y: 9 })).toEqual([]);
	});
});
