import { featureFilter } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { ground, groundFeatures } from '../../../../src/lib/map/style/ground';
import { groundSource } from '../../../../src/lib/map/style/sources';
import { layersOf } from '../../../../src/lib/map/zorder';
import { palettes } from '../../../../src/lib/map/style/palette';

const { features } = groundFeatures();
const layers = layersOf('base', palettes.light, {
	actors: [],
	language: 'en',
	isMeasured: false,
	overlays: []
});

/** The features that a layer of the ground draws. */
function drawnBy(id: string) {
	const layer = layers.find((layer) => layer.id === id);
	if (layer?.type !== 'line' && layer?.type !== 'fill') throw new Error(`${id} draws no line and no area`);
	expect(layer.source).toBe(groundSource);
	const { filter } = featureFilter(layer.filter, 'filter');
	return features.filter(({ properties }) => filter({ zoom: 6 }, { type: 1, properties: properties ?? {} }));
}

describe('the ground in one file', () => {
	it('has all that is in the files of the basemap, each with its part', () => {
		for (const [part, { features: expected }] of Object.entries(ground)) {
			const here = features.filter(({ properties }) => properties?.part === part);
			expect(here.map(({ geometry }) => geometry)).toEqual(expected.map(({ geometry }) => geometry));
		}
		expect(features.every(({ properties }) => Object.keys(ground).includes(properties?.part))).toBe(true);
	});

	it('has no more beside it than the layers ask for, and whose it is', () => {
		const names = new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})));
		expect([...names].sort()).toEqual(['disputed', 'home', 'part', 'source']);
	});

	it('is drawn by layers that leave out nothing and draw no area twice', () => {
		const count = (id: string) => drawnBy(id).length;
		expect(count('home')).toBe(1);
		expect(count('land') + count('home')).toBe(ground.land.features.length);
		expect(count('coast')).toBe(ground.land.features.length);
		expect(count('borders') + count('borders-disputed')).toBe(ground.borders.features.length);
		expect(count('borders-disputed')).toBe(3);
		expect(count('lakes')).toBe(ground.water.features.length);
		expect(count('rivers')).toBe(ground.rivers.features.length);
		expect(count('governorates')).toBe(ground.governorates.features.length);
	});
});
