/** What our page is measured against: MapLibre with the same basemap and the same points as circles, and no more. */
import { Map, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { plainStyle } from './plain-style';

setWorkerUrl(workerUrl);
const style = await plainStyle();
style.sources.marks = { type: 'geojson', data: '/marks.geojson' };
style.layers.push({
	id: 'marks',
	type: 'circle',
	source: 'marks',
	paint: { 'circle-radius': 6, 'circle-color': '#b3261e' }
});
const map = new Map({
	container: 'map',
	style,
	bounds: [35.55, 32.3, 42.4, 37.35],
	attributionControl: false
});
map.once('idle', () => (document.getElementById('map')!.dataset.map = 'ready'));
