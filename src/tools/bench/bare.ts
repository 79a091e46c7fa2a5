/** What our page is measured against: MapLibre with the same basemap and the same points as circles, and no more. */
import { Map, setWorkerUrl, type StyleSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { loadBasemap } from '../../lib/map/basemap';
import { fontFaces } from '../../lib/map/fonts';

setWorkerUrl(workerUrl);
const { sources, layers } = await loadBasemap('light', {
	actors: [],
	language: 'en',
	isMeasured: false,
	own: []
});
const style: StyleSpecification = {
	version: 8,
	'font-faces': fontFaces,
	sources: { ...sources, marks: { type: 'geojson', data: '/marks.geojson' } },
	layers: [
		...layers,
		{ id: 'marks', type: 'circle', source: 'marks', paint: { 'circle-radius': 6, 'circle-color': '#b3261e' } }
	]
};
const map = new Map({
	container: 'map',
	style,
	bounds: [35.55, 32.3, 42.4, 37.35],
	attributionControl: false
});
map.once('idle', () => (document.getElementById('map')!.dataset.map = 'ready'));
