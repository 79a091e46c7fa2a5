import { diff } from '@maplibre/maplibre-gl-style-spec';
import type { StyleSpecification } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { restoreAddresses } from '../../../../src/lib/map/style/fileAddresses';

const styleWith = (data: string | GeoJSON.GeoJSON): StyleSpecification => ({
	version: 8,
	sources: {
		ground: { type: 'geojson', data },
		drawn: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } },
		tiles: { type: 'vector', tiles: ['https://example.org/{z}/{x}/{y}'] }
	},
	layers: [{ id: 'land', type: 'fill', source: 'ground' }]
});

it('has no file loaded anew with another style, since MapLibre has its content in the place of its address', () => {
	const put = styleWith('/map/ground.json');
	const now = styleWith({ type: 'FeatureCollection', features: [] });
	expect(diff(structuredClone(now), put).map(({ command }) => command)).toEqual(['setGeoJSONSourceData']);
	restoreAddresses(now, put);
	expect(diff(now, put)).toEqual([]);
	expect(diff(now, styleWith('/map/other.json')), 'another file is').toHaveLength(1);
});
