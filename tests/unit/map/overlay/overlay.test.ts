import { createExpression, featureFilter, latest } from '@maplibre/maplibre-gl-style-spec';
import type { Map as MapLibre } from 'maplibre-gl';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlayPoints, textOn } from '../../../../src/lib/map/layers/overlayPoints';
import { layersOf } from '../../../../src/lib/map/zorder';
import { layerChanges } from '../../../../src/lib/map/overlay/styleChanges';
import { groupsOf, restColour } from '../../../../src/lib/map/overlay/groups';
import { hitOf } from '../../../../src/lib/map/overlay/hits';
import { isOutside } from '../../../../src/lib/map/overlay/outOfWindow';
import type { OverlayLayer } from '../../../../src/lib/map/overlay/overlay';
import { Overlays } from '../../../../src/lib/map/overlay/overlays';
import {
	selectedFeatures,
	overlayMaxZoom,
	overlaySources,
	OverlayTiles,
	overlayTiles,
	requestOf,
	tilesOf
} from '../../../../src/lib/map/overlay/source';
import { grey } from '../../../../src/lib/overlay/colours';
import { palettes } from '../../../../src/lib/map/style/palette';
import { buildStyle } from '../../../../src/lib/map/style/style';
import { actors, overlays, overlayLayer } from '../fixtures';

const options = (layers: readonly OverlayLayer[]) => ({
	actors,
	language: 'en' as const,
	isMeasured: false,
	overlays: layers
});
const layersFor = (...layers: OverlayLayer[]) => layersOf('overlay', palettes.light, options(layers));
const plain: OverlayLayer = { ...overlayLayer, off: new Set(), window: null, selected: null };

const clear = 'rgba(0, 0, 0, 0)';

/** Which of a layer's circles a mark is drawn by, and how opaque, by the state that the map was given. */
function drawn(
	layer: OverlayLayer,
	properties: Record<string, number>,
	state: Record<string, boolean> = {}
): { colour: string; opacity: number }[] {
	return overlayPoints(palettes.light, options([layer])).flatMap((one) => {
		if (one.type !== 'circle') return [];
		const feature = { type: 1 as const, properties };
		if (!featureFilter(one.filter as never, 'layers[0].filter').filter({ zoom: 6 }, feature)) return [];
		const parsed = createExpression(
			one.paint!['circle-opacity'],
			'layers[0].paint.circle-opacity',
			latest.paint_circle['circle-opacity'] as never
		);
		if (parsed.result === 'error') throw new Error('no expression');
		const colour = one.paint!['circle-color'] as string;
		expect(colour === clear).toBe(one.paint!['circle-stroke-color'] === clear);
		const opacity = parsed.value.evaluate({ zoom: 6 }, feature, state) as number;
		return [{ colour, opacity: colour === clear ? 0 : opacity }];
	});
}

describe('a mark of a reader’s own data', () => {
	it('is drawn once, in the colour of its value, or grey', () => {
		fc.assert(
			fc.property(
				fc.array(fc.option(fc.constantFrom('#cf6e78', '#0f7e22'), { nil: undefined }), { maxLength: 30 }),
				fc.nat(40),
				(colours, actor) => {
					const circles = drawn({ ...plain, colours }, { actor, count: 1 });
					expect(circles).toHaveLength(1);
					expect(circles[0]!.opacity).toBe(1);
					const coloured = colours.flatMap((colour, code) => (colour ? [code] : [])).slice(0, 12);
					expect(circles[0]!.colour).toBe(
						coloured.includes(actor) ? colours[actor] : groupsOf({ ...plain, colours })[0]!.colour
					);
				}
			)
		);
	});

	it('is not seen while its value is off, whether that has a colour or not', () => {
		const colours = ['#cf6e78', '#0f7e22'];
		const off = new Set([1, 5]);
		for (const actor of [0, 1, 4, 5])
			expect(drawn({ ...plain, colours, off }, { actor, count: 1 })[0]!.opacity).toBe(off.has(actor) ? 0 : 1);
	});

	it('is there where its days meet the window, and without a date in none', () => {
		const day = fc.integer({ min: -40_000, max: 40_000 });
		fc.assert(
			fc.property(day, day, day, day, (a, b, c, d) => {
				const [from, to, first, last] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
				const window = { from: first, to: last };
				expect(isOutside({ actor: 1, count: 2, from, to }, window)).toBe(!(from <= last && to >= first));
				expect(isOutside({ actor: 1, count: 2, undated: 2 }, window)).toBe(true);
			})
		);
	});

	it('is not seen while the map knows it to be outside the window', () => {
		expect(drawn(plain, { actor: 2, count: 1 }, { out: true })[0]!.opacity).toBe(0);
		expect(drawn(plain, { actor: 2, count: 1 }, { out: false })[0]!.opacity).toBe(1);
	});

	it('is as grey as lists say where its value has no colour', () => {
		expect(restColour).toBe(grey);
	});

	it('has a number that is read on its colour', () => {
		expect(textOn('#16278d')).toBe('#ffffff');
		expect(textOn('#ffecab')).toBe('#14181b');
	});
});

describe('a change', () => {
	it('of what is off is of the colours of that value alone, which the next frame has', () => {
		const changes = layerChanges(layersFor(plain), layersFor({ ...plain, off: new Set([2]) }))!;
		expect(changes.length).toBeGreaterThan(0);
		for (const change of changes) {
			expect(change.layer).toMatch(/^overlay-a1-\w+-2$/);
			expect(change).toMatchObject({ value: clear });
			expect((change as { property: string }).property).toMatch(/color$/);
		}
	});

	it('of the window, the version or the chosen row is none', () => {
		for (const change of [
			{ window: { from: 1, to: 2 } },
			{ version: 9 },
			{ selected: { at: [1, 2] as [number, number], radius: 5 } }
		])
			expect(layerChanges(layersFor(plain), layersFor({ ...plain, ...change }))).toEqual([]);
	});

	it('of the layers or their colours’ number takes a new style', () => {
		expect(layerChanges(layersFor(plain), layersFor(...overlays))).toBeNull();
		expect(layerChanges(layersFor(plain), layersFor({ ...plain, colours: ['#cf6e78'] }))).toBeNull();
	});
});

describe('the style', () => {
	const base = {
		sources: {},
		layers: [
			{ id: 'land', type: 'background' as const },
			{ id: 'names', type: 'symbol' as const, source: 'x' }
		]
	};
	const styleOf = (layers: readonly OverlayLayer[]) =>
		buildStyle(
			{
				theme: 'light',
				language: 'en',
				actors,
				data: null,
				measure: { type: 'FeatureCollection', features: [] },
				overlays: layers
			},
			base
		);

	it('has a reader’s own data above the ground and beneath the names, the first layer lowest', () => {
		const ids = styleOf(overlays).layers.map(({ id }) => id);
		expect(ids[0]).toBe('land');
		expect(ids.at(-1)).toBe('names');
		expect(ids.findLastIndex((id) => id.startsWith('overlay-a1-points'))).toBeLessThan(
			ids.findIndex((id) => id.startsWith('overlay-b2-points'))
		);
		expect(ids.at(-2)).toBe('overlay-selected');
	});

	it('says neither land nor sea of what lies beyond a basemap that ends', () => {
		const grounds = (bounds: [number, number, number, number], isPart: boolean) =>
			buildStyle(
				{
					theme: 'light',
					language: 'en',
					actors,
					data: null,
					measure: { type: 'FeatureCollection', features: [] },
					overlays: [{ ...overlayLayer, bounds }]
				},
				{ ...base, isPart }
			).layers.filter(({ id }) => id === 'overlay-ground').length;
		expect(grounds([2, 48, 3, 49], true)).toBe(1);
		expect(grounds([2, 48, 3, 49], false)).toBe(0);
		expect(grounds([36, 33, 40, 36], true)).toBe(0);
	});

	it('has nothing of it where there is none', () => {
		expect(styleOf([])).toMatchObject({ sources: {}, layers: base.layers });
	});

	it('asks for other tiles with each version', () => {
		expect(tilesOf(overlayLayer)).not.toEqual(tilesOf({ ...overlayLayer, version: 4 }));
		expect(Object.keys(overlaySources(overlays))).toEqual(['overlay-a1', 'overlay-b2']);
		expect(selectedFeatures(overlays).features.map(({ geometry }) => geometry.coordinates)).toEqual([
			[36.5, 34]
		]);
	});
});

describe('tiles', () => {
	const ask = (tiles: OverlayTiles, layer: OverlayLayer, abort = new AbortController()) =>
		tiles.answer(
			{ url: tilesOf(layer)[0]!.replace('{z}', '3').replace('{x}', '4').replace('{y}', '2') },
			abort
		);

	it('come from the layer that the address names', async () => {
		const tiles = new OverlayTiles();
		const asked: number[][] = [];
		const layer: OverlayLayer = {
			...overlayLayer,
			tile: (...tile) => {
				asked.push(tile);
				return Promise.resolve(new Uint8Array([0, 1, 2, 3]).subarray(1, 3));
			}
		};
		tiles.layers = [layer];
		expect([...new Uint8Array((await ask(tiles, layer)).data)]).toEqual([1, 2]);
		expect(asked).toEqual([[3, 4, 2]]);
	});

	it('are empty where there is nothing, and of a layer that is gone', async () => {
		const tiles = new OverlayTiles();
		tiles.layers = [overlayLayer];
		expect((await ask(tiles, overlayLayer)).data.byteLength).toBe(0);
		const failing: OverlayLayer = {
			...overlayLayer,
			tile: () => {
				tiles.layers = [];
				return Promise.reject(new Error('closed'));
			}
		};
		tiles.layers = [failing];
		expect((await ask(tiles, failing)).data.byteLength).toBe(0);
		expect((await ask(tiles, failing)).data.byteLength).toBe(0);
	});

	it('of few rows do not wait for each other', async () => {
		const tiles = new OverlayTiles();
		const going: ((tile: null) => void)[] = [];
		const layer: OverlayLayer = {
			...overlayLayer,
			tile: () => new Promise((resolve) => going.push(resolve))
		};
		tiles.layers = [layer];
		const all = Array.from({ length: 9 }, () => ask(tiles, layer));
		expect(going).toHaveLength(9);
		going.forEach((go) => go(null));
		await Promise.all(all);
	});

	it('that were given up while they waited are not cut', async () => {
		const tiles = new OverlayTiles();
		let cut = 0;
		const going: ((tile: null) => void)[] = [];
		const layer: OverlayLayer = {
			...overlayLayer,
			rows: 1_000_000,
			tile: () => {
				cut++;
				return new Promise((resolve) => going.push(resolve));
			}
		};
		tiles.layers = [layer];
		const abort = new AbortController();
		const running = [ask(tiles, layer), ask(tiles, layer)];
		const waiting = ask(tiles, layer, abort);
		abort.abort();
		expect(cut).toBe(2);
		going.forEach((go) => go(null));
		await Promise.all(running);
		await expect(waiting).rejects.toThrow();
		expect(cut).toBe(2);
		const next = ask(tiles, layer);
		going.at(-1)!(null);
		going.forEach((go) => go(null));
		await next;
		expect(cut).toBe(3);
	});

	it('fail where the layer fails', async () => {
		const tiles = new OverlayTiles();
		const layer: OverlayLayer = { ...overlayLayer, tile: () => Promise.reject(new Error('broken')) };
		tiles.layers = [layer];
		await expect(ask(tiles, layer)).rejects.toThrow('broken');
		expect(requestOf('https://example.org/3/4/2')).toBeNull();
	});
});

describe('a hit', () => {
	const position: [number, number] = [36.7, 34.3];

	it('on one row is where the row is', () => {
		expect(hitOf(plain, { id: 5, properties: { actor: 1, count: 1 }, state: {}, position }, 7.3)).toEqual({
			layer: 'a1',
			row: 5,
			count: 1,
			code: 1,
			longitude: 36.7,
			latitude: 34.3,
			degrees: 0
		});
	});

	it('on several is the cell that they are in', () => {
		fc.assert(
			fc.property(
				fc.double({ min: -179, max: 179, noNaN: true }),
				fc.double({ min: -80, max: 80, noNaN: true }),
				fc.double({ min: 0, max: 20, noNaN: true }),
				(longitude, latitude, zoom) => {
					const hit = hitOf(
						plain,
						{
							id: 5,
							properties: { actor: 1, count: 9, across: 16 },
							state: {},
							position: [longitude, latitude]
						},
						zoom
					)!;
					expect(hit.degrees).toBeCloseTo(360 / 16 / 2 ** Math.min(overlayMaxZoom, Math.floor(zoom)), 12);
					expect(Math.abs(hit.longitude - longitude)).toBeLessThanOrEqual(hit.degrees / 2 + 1e-9);
					// In Web Mercator cells are never higher than wide.
					expect(Math.abs(hit.latitude - latitude)).toBeLessThanOrEqual(hit.degrees / 2 + 1e-9);
				}
			)
		);
	});

	it('is none on what is turned off', () => {
		expect(
			hitOf(overlayLayer, { id: 5, properties: { actor: 2, count: 1 }, state: {}, position }, 7)
		).toBeNull();
		const outside = { id: 5, properties: { actor: 1, count: 1 }, state: { out: true }, position };
		expect(hitOf(plain, outside, 7)).toBeNull();
	});
});

it('tiles of overlays that were there before the map are answered as those of later ones', async () => {
	const layer = { ...overlayLayer, tile: () => Promise.resolve(Uint8Array.of(1, 2, 3)) };
	const ask = () =>
		overlayTiles.answer({ url: tilesOf(layer)[0]!.replace('{z}/{x}/{y}', '0/0/0') }, new AbortController());
	const overlays = new Overlays({ on: () => {} } as unknown as MapLibre);
	overlays.take([layer]);
	expect((await ask()).data.byteLength).toBe(3);
	overlays.destroy();
	expect((await ask()).data.byteLength).toBe(0);
});
