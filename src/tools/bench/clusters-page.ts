/** The page of `npm run bench -- clusters`: the same points on a plain map of MapLibre, and as an archive on our map. */
import { mount } from 'svelte';
import { Map as MapLibre, setWorkerUrl, type ExpressionSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import '../../app.css';
import SiteMap from '../../lib/map/SiteMap.svelte';
import { openArchive } from '../../lib/overlay/archive/archive';
import { marksOf } from '../../lib/overlay/archive/marks';
import { coloursOf } from '../../lib/overlay/colours';
import { frame } from './picture';
import { plainStyle } from './plain-style';
import { props } from './props.svelte';

const empty = URL.createObjectURL(
	new Blob(['{"type":"FeatureCollection","features":[]}'], { type: 'application/geo+json' })
);
const camera = { zoom: 5.6, latitude: 34.9, longitude: 38.7 };

async function plain(colourOf: [value: string, colour: string][]): Promise<void> {
	setWorkerUrl(workerUrl);
	const map = new MapLibre({
		container: 'plain',
		style: await plainStyle(),
		center: [camera.longitude, camera.latitude],
		zoom: camera.zoom,
		attributionControl: false,
		renderWorldCopies: false
	});
	await map.once('load');
	const colour = ['match', ['get', 'value'], ...colourOf.flat(), '#8a8f98'];
	map.addSource('points', { type: 'geojson', data: '/points.geojson' });
	map.addLayer({
		id: 'points',
		type: 'circle',
		source: 'points',
		paint: {
			'circle-radius': 4,
			'circle-color': colour as unknown as ExpressionSpecification,
			'circle-stroke-color': '#fff',
			'circle-stroke-width': 0.6
		}
	});
	await map.once('idle');
}

async function draw(): Promise<void> {
	const archive = await openArchive('/points.pmtiles');
	const { values, written } = archive.colour!;
	const colours = coloursOf(values, written);
	await plain(values.flatMap(({ code, value }) => (colours[code] ? [[value, colours[code]]] : [])));
	let [asked, answered] = [0, 0];
	Object.assign(props, {
		actors: [],
		visibleActors: new Set(),
		marks: empty,
		shapes: empty,
		theme: 'light',
		camera,
		insets: { top: 0, right: 0, bottom: 0, left: 0 },
		interactive: false,
		href: (site: string) => `#${site}`,
		overlays: [
			{
				id: 'clusters',
				name: archive.name,
				version: 1,
				rows: archive.placed,
				bounds: archive.bounds,
				hasShapes: false,
				maxzoom: archive.maxzoom,
				colours,
				off: new Set<number>(),
				window: null,
				selected: null,
				marks: async (...tile: [number, number, number]) => {
					asked++;
					return marksOf(archive, ...tile).finally(() => answered++);
				},
				shapes: archive.tile
			}
		]
	});
	mount(SiteMap, { target: document.getElementById('ours')!, props });
	const isBusy = () =>
		document.querySelector('#ours [data-map="ready"]') === null || asked === 0 || asked !== answered;
	// Tiles that have come are laid out and drawn some frames later.
	for (let quiet = 0; quiet < 60; quiet = isBusy() ? 0 : quiet + 1) await frame();
}

Object.assign(window, { draw });
