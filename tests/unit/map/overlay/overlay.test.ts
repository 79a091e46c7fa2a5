import { createExpression, featureFilter, latest } from '@maplibre/maplibre-gl-style-spec';
import type { Map as MapLibre } from 'maplibre-gl';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlayShapes } from '../../../../src/lib/map/layers/overlayShapes';
import { layersOf } from '../../../../src/lib/map/zorder';
import { layerChanges } from '../../../../src/lib/map/overlay/styleChanges';
import { groupsOf, restColour } from '../../../../src/lib/map/overlay/groups';
import { shapeHit } from '../../../../src/lib/map/overlay/hits';
import { isOutside } from '../../../../src/lib/map/overlay/outOfWindow';
import type { OverlayLayer } from '../../../../src/lib/map/overlay/overlay';
import { Overlays } from '../../../../src/lib/map/overlay/overlays';
import {
	selectedFeatures,
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

/** Which of an overlay's layers a line is drawn by, and how opaque, by the state that the map was given. */
function drawn(
	layer: OverlayLayer,
	properties: Record<string, number>,
	state: Record<string, boolean> = {}
): { colour: string; opacity: number }[] {
	return overlayShapes(palettes.light, options([layer])).flatMap((one) => {
		if (one.type !== 'line') return [];
		const feature = { type: 2 as const, properties };
		if (!featureFilter(one.filter as never, 'layers[0].filter').filter({ zoom: 6 }, feature)) return [];
		const parsed = createExpression(
			one.paint!['line-opacity'],
			'layers[0].paint.line-opacity',
			latest.paint_line['line-opacity'] as never
		);
		if (parsed.result === 'error') throw new Error('no expression');
		const colour = one.paint!['line-color'] as string;
		const opacity = parsed.value.evaluate({ zoom: 6 }, feature, state) as number;
		return [{ colour, opacity: colour === clear ? 0 : opacity }];
	});
}

describe('a line of a reader’s own data', () => {
	it('is drawn once, in the colour of its value, or grey', () => {
		fc.assert(
			fc.property(
				fc.array(fc.option(fc.constantFrom('#cf6e78', '#0f7e22'), { nil: undefined }), { maxLength: 30 }),
				fc.nat(40),
				(colours, actor) => {
					const lines = drawn({ ...plain, colours }, { actor, count: 1 });
					expect(lines).toHaveLength(1);
					expect(lines[0]!.opacity).toBe(0.9);
					const coloured = colours.flatMap((colour, code) => (colour ? [code] : [])).slice(0, 12);
					expect(lines[0]!.colour).toBe(
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
			expect(drawn({ ...plain, colours, off }, { actor, count: 1 })[0]!.opacity).toBe(
				off.has(actor) ? 0 : 0.9
			);
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
		expect(drawn(plain, { actor: 2, count: 1 }, { out: false })[0]!.opacity).toBe(0.9);
	});

	it('is as grey as lists say where its value has no colour', () => {
		expect(restColour).toBe(grey);
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
	const styleOf = (layers: readonly OverlayLayer[], hasSelected = false) =>
		buildStyle(
			{
				hasSelected,
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
		expect(ids.findLastIndex((id) => id.startsWith('overlay-a1-lines'))).toBeLessThan(
			ids.findIndex((id) => id.startsWith('overlay-b2-lines'))
		);
		// Marks are put beneath this one.
		expect(ids.at(-2)).toBe('overlay-points');
	});

	it('has a source for lines and areas alone, and one for what is selected once something is', () => {
		const points = overlays.map((layer) => ({ ...layer, hasShapes: false }));
		expect(Object.keys(styleOf(points).sources)).toEqual([]);
		expect(Object.keys(styleOf(overlays).sources)).toEqual(['overlay-a1', 'overlay-b2']);
		expect(Object.keys(styleOf(points, true).sources)).toEqual(['overlay-selected']);
		expect(styleOf(points, true).layers.at(-2)!.id).toBe('overlay-selected');
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

	it('has no more than a place for it where there is none', () => {
		const { sources, layers } = styleOf([]);
		expect(sources).toEqual({});
		expect(layers.filter(({ layout }) => layout?.visibility !== 'none')).toEqual(base.layers);
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
	const ask = (tiles: OverlayTiles, layer: OverlayLayer) =>
		tiles.answer({ url: tilesOf(layer)[0]!.replace('{z}', '3').replace('{x}', '4').replace('{y}', '2') });

	it('come from the layer that the address names', async () => {
		const tiles = new OverlayTiles();
		const asked: number[][] = [];
		const layer: OverlayLayer = {
			...overlayLayer,
			shapes: (...tile) => {
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
			shapes: () => {
				tiles.layers = [];
				return Promise.reject(new Error('closed'));
			}
		};
		tiles.layers = [failing];
		expect((await ask(tiles, failing)).data.byteLength).toBe(0);
		expect((await ask(tiles, failing)).data.byteLength).toBe(0);
	});

	it('fail where the layer fails', async () => {
		const tiles = new OverlayTiles();
		const layer: OverlayLayer = { ...overlayLayer, shapes: () => Promise.reject(new Error('broken')) };
		tiles.layers = [layer];
		await expect(ask(tiles, layer)).rejects.toThrow('broken');
		expect(requestOf('https://example.org/3/4/2')).toBeNull();
	});
});

describe('a hit on a line', () => {
	const position: [number, number] = [36.7, 34.3];

	it('is where the pointer is', () => {
		expect(shapeHit(plain, { id: 5, properties: { actor: 1 }, state: {} }, position)).toEqual({
			layer: 'a1',
			row: 5,
			count: 1,
			code: 1,
			longitude: 36.7,
			latitude: 34.3,
			degrees: 0
		});
	});

	it('is none on what is turned off or outside the window', () => {
		expect(shapeHit(overlayLayer, { id: 5, properties: { actor: 2 }, state: {} }, position)).toBeNull();
		expect(shapeHit(plain, { id: 5, properties: { actor: 1 }, state: { out: true } }, position)).toBeNull();
	});
});

it('tiles of overlays that were there before the map are answered as those of later ones', async () => {
	const layer = { ...overlayLayer, shapes: () => Promise.resolve(Uint8Array.of(1, 2, 3)) };
	const ask = () => overlayTiles.answer({ url: tilesOf(layer)[0]!.replace('{z}/{x}/{y}', '0/0/0') });
	const map = {
		on: () => {},
		coveringTiles: () => [],
		triggerRepaint: () => {},
		getLayer: () => undefined,
		getCanvasContainer: () => new EventTarget()
	};
	const callbacks = { onmarks: () => {}, onfail: () => {} };
	const overlays = new Overlays(map as unknown as MapLibre, callbacks);
	overlays.take([layer], palettes.light);
	expect((await ask()).data.byteLength).toBe(3);
	overlays.destroy();
	expect((await ask()).data.byteLength).toBe(0);
});
