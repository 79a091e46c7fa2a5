/** What `npm run bench -- scale` measures: the data of a file on a map, by our app and by what one would else pick. */
import { DataFilterExtension } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { MapboxOverlay } from '@deck.gl/mapbox';
import { flushSync, mount } from 'svelte';
import { Map as MapLibre, setWorkerUrl, type FilterSpecification, type GeoJSONSource } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { dayOfIso, isoOfDay, type Days } from '../../lib/base/days';
import SiteMap from '../../lib/map/SiteMap.svelte';
import { FileLayer } from '../../lib/overlay/fileLayer.svelte';
import { openTable, prepareTable } from '../../lib/overlay/query/openTable';
import { prepareReading, readInWorker } from '../../lib/overlay/read/inWorker';
import { madeUpActors } from './made-up-files';
import { until } from './picture';
import { plainStyle } from './plain-style';
import { follow, props } from './props.svelte';

/** The data of a file on a map. */
export interface Subject {
	/** When all had come that the map itself does not know of, by the page's clock; infinite while something is under way. */
	busyUntil?(): number;
	/** Turns the rows of one actor off or on. */
	toggle(isOff: boolean): void;
	window(days: Days | null): void;
	/**
	 * Whether the map has, or will have with the next picture, marks that count only the rows of the window; null as long as
	 * that is not known.
	 */
	counted?(): 'as before' | 'anew' | null;
}

/** A map that is empty as yet. */
interface Opened {
	map: MapLibre;
	/** Puts a file on it. */
	put(file: File): Promise<Subject>;
}

const colours = ['#0072b2', '#e69f00', '#cc3311', '#009e73', '#56b4e9', '#aa4499', '#117733'];
const toggled = 'Iran';
const empty = URL.createObjectURL(
	new Blob(['{"type":"FeatureCollection","features":[]}'], { type: 'application/geo+json' })
);

/** Our app's own map, which keeps MapLibre's to itself: it is taken from where it asks for events. */
async function ours(): Promise<Opened> {
	let map: MapLibre;
	const { on } = MapLibre.prototype;
	MapLibre.prototype.on = function (this: MapLibre, ...given: Parameters<typeof on>) {
		// eslint-disable-next-line @typescript-eslint/no-this-alias -- there is one map on the page
		map = this;
		return on.apply(this, given);
	} as typeof on;
	const target = document.getElementById('map')!;
	Object.assign(props, { actors: [], marks: empty, shapes: empty, theme: 'light', visibleActors: new Set() });
	props.href = (site) => `#${site}`;
	mount(SiteMap, { target, props });
	await until(() => document.querySelector('[data-map="ready"]') !== null);
	// As the app does when the panel opens in which a file is chosen.
	prepareReading();
	prepareTable();
	return { map: map!, put: oursOf };
}

async function oursOf(file: File): Promise<Subject> {
	const read = await readInWorker(file, {});
	if (read.refusal) throw new Error(read.refusal.reason);
	const table = await openTable(read.table);
	let [asked, answered, last] = [0, 0, 0];
	const { ask } = table;
	table.ask = (name, ...given) => {
		asked++;
		const answer = ask(name, ...given);
		void answer.then((marks) => {
			answered++;
			// A tile without marks changes nothing that the map would draw.
			if (marks) last = performance.now();
		});
		return answer;
	};
	const layer = new FileLayer('bench', table, { name: file.name });
	follow(() => (layer.mapLayer ? [layer.mapLayer] : []));
	const { code } = layer.summary.colour!.values.find(({ value }) => value === toggled)!;
	let revision: number;
	let version: number;
	return {
		busyUntil: () => (asked > 0 && asked === answered ? last : Infinity),
		toggle: () => flushSync(() => layer.toggle(code)),
		window(days) {
			({ revision } = layer);
			flushSync(() => layer.setWindow(days));
			({ version } = layer.mapLayer!);
		},
		counted() {
			if (layer.revision === revision) return null;
			if (!layer.count!.hasMerged) return 'as before';
			return layer.mapLayer!.version > version ? 'anew' : null;
		}
	};
}

/** A plain map of MapLibre with our basemap. */
async function plainMap(): Promise<MapLibre> {
	setWorkerUrl(workerUrl);
	const map = new MapLibre({
		container: 'map',
		style: await plainStyle(),
		bounds: [35.55, 32.3, 42.4, 37.35],
		attributionControl: false,
		renderWorldCopies: false,
		fadeDuration: 120
	});
	await map.once('idle');
	return map;
}

const atOnce = { duration: 0, delay: 0 };

/** One GeoJSON source, and a layer of circles for each actor, since turning one off by opacity is the quickest. */
async function plain(): Promise<Opened> {
	const map = await plainMap();
	const filterOf = (actor: string, dates: FilterSpecification[] = []) =>
		['all', ['==', ['get', 'actor'], actor], ...dates] as FilterSpecification;
	return {
		map,
		put(file) {
			map.addSource('plain', { type: 'geojson', data: URL.createObjectURL(file) });
			for (const [number, actor] of madeUpActors.entries())
				map.addLayer({
					id: actor,
					type: 'circle',
					source: 'plain',
					filter: filterOf(actor),
					paint: {
						'circle-radius': 4,
						'circle-color': colours[number]!,
						'circle-opacity-transition': atOnce
					}
				});
			return Promise.resolve({
				toggle: (isOff) => map.setPaintProperty(toggled, 'circle-opacity', isOff ? 0 : 1),
				window(days) {
					const dates: FilterSpecification[] = days
						? [
								['>=', ['get', 'date'], isoOfDay(days.from)],
								['<=', ['get', 'date'], isoOfDay(days.to)]
							]
						: [];
					for (const actor of madeUpActors) map.setFilter(actor, filterOf(actor, dates));
				}
			});
		}
	};
}

type Rows = GeoJSON.FeatureCollection<GeoJSON.Point, { actor: string; date: string }>;

/** A GeoJSON source for each actor that clusters its points; a window gives it other data. */
async function clustered(): Promise<Opened> {
	const map = await plainMap();
	return {
		map,
		async put(file) {
			const { features } = JSON.parse(await file.text()) as Rows;
			const of = (actor: string, days: Days | null): Rows => ({
				type: 'FeatureCollection',
				features: features.filter(({ properties }) => {
					if (properties.actor !== actor) return false;
					return !days || (properties.date >= isoOfDay(days.from) && properties.date <= isoOfDay(days.to));
				})
			});
			for (const [number, actor] of madeUpActors.entries()) {
				map.addSource(actor, { type: 'geojson', data: of(actor, null), cluster: true, clusterRadius: 32 });
				map.addLayer({
					id: actor,
					type: 'circle',
					source: actor,
					paint: {
						'circle-radius': [
							'interpolate',
							['linear'],
							['coalesce', ['get', 'point_count'], 1],
							1,
							4,
							1000,
							12
						],
						'circle-color': colours[number]!,
						'circle-opacity-transition': atOnce
					}
				});
			}
			return {
				toggle: (isOff) => map.setPaintProperty(toggled, 'circle-opacity', isOff ? 0 : 1),
				window(days) {
					for (const actor of madeUpActors)
						void map.getSource<GeoJSONSource>(actor)!.setData(of(actor, days));
				}
			};
		}
	};
}

/** deck.gl's circles from typed arrays in the map's own picture, with its filter of data on the graphics card. */
async function deck(): Promise<Opened> {
	const map = await plainMap();
	// deck.gl 9.4 asks the map for what MapLibre 6 keeps in its camera.
	const camera = (map as unknown as { _camera: { transform: unknown } })._camera;
	Object.defineProperty(map, 'transform', { get: () => camera.transform });
	return {
		map,
		async put(file) {
			const { features } = JSON.parse(await file.text()) as Rows;
			const { length } = features;
			const positions = new Float32Array(2 * length);
			const fill = new Uint8Array(4 * length);
			const actors = new Float32Array(length);
			const days = new Float32Array(length);
			const rgb = colours.map((colour) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)));
			features.forEach(({ geometry, properties }, index) => {
				const actor = madeUpActors.indexOf(properties.actor);
				positions.set(geometry.coordinates, 2 * index);
				fill.set([...rgb[actor]!, 255], 4 * index);
				actors[index] = actor;
				days[index] = dayOfIso(properties.date);
			});
			const all = [0, 100_000] as const;
			let shown = madeUpActors.map((_, actor) => actor);
			let range: readonly [number, number] = all;
			const overlay = new MapboxOverlay({ interleaved: true, layers: [] });
			const extension = new DataFilterExtension({ filterSize: 1, categorySize: 1 });
			const data = {
				length,
				attributes: {
					getPosition: { value: positions, size: 2 },
					getFillColor: { value: fill, size: 4 },
					getFilterValue: { value: days, size: 1 },
					getFilterCategory: { value: actors, size: 1 }
				}
			};
			const draw = () => {
				const props = {
					id: 'rows',
					data,
					radiusUnits: 'pixels',
					getRadius: 4,
					extensions: [extension],
					filterRange: range,
					filterCategories: shown
				};
				overlay.setProps({ layers: [new ScatterplotLayer(props as never)] });
			};
			map.addControl(overlay);
			draw();
			return {
				toggle(isOff) {
					shown = madeUpActors.flatMap((actor, number) => (isOff && actor === toggled ? [] : [number]));
					draw();
				},
				window(days) {
					range = days ? [days.from, days.to] : all;
					draw();
				}
			};
		}
	};
}

export const subjects = { ours, plain, clustered, deck };
