/**
 * The page that `npm run bench -- scale` measures: a file of made-up rows on the app's own map by way of the app's own
 * workers, or on a plain map of MapLibre as one GeoJSON source.
 */
import { flushSync, mount } from 'svelte';
import { Map as MapLibre, setWorkerUrl, type FilterSpecification } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import 'maplibre-gl/dist/maplibre-gl.css';
import { dayOfIso, isoOfDay } from '../../lib/base/days';
import type { OverlayLayer } from '../../lib/map/overlay/overlay';
import '../../app.css';
import SiteMap from '../../lib/map/SiteMap.svelte';
import { openTable } from '../../lib/overlay/query/openTable';
import { readInWorker } from '../../lib/overlay/read/inWorker';
import { madeUpActors } from './made-up-files';
import { frame, keepDrawings, picture, rest, until } from './picture';
import { plainStyle } from './plain-style';
import { props } from './props.svelte';

/** Milliseconds. */
export interface Times {
	/** From the choice of the file to its first full picture. */
	first: number;
	/** The longest task on the page's thread until then. */
	task: number;
	/** From a change to the picture in which it is all there; several. */
	toggles: number[];
	windows: number[];
	/** Between the frames of a moving map, the median. */
	pan: number;
}

/** What is measured: the data on a map, whatever puts it there. */
interface Subject {
	toggle(isOff: boolean): void;
	window(days: { from: number; to: number } | null): void;
	/** Whether something is asked for that the map does not know of yet. */
	isBusy(): boolean;
}

const colours = ['#0072b2', '#e69f00', '#cc3311', '#009e73', '#56b4e9', '#aa4499', '#117733'];
const empty = URL.createObjectURL(
	new Blob(['{"type":"FeatureCollection","features":[]}'], { type: 'application/geo+json' })
);

keepDrawings();

/** The map of the page; the app's own keeps it to itself, so it is taken from where it asks for events. */
let map: MapLibre;
const { on } = MapLibre.prototype;
MapLibre.prototype.on = function (this: MapLibre, ...given: Parameters<typeof on>) {
	// eslint-disable-next-line @typescript-eslint/no-this-alias -- there is one map on the page
	map = this;
	return on.apply(this, given);
} as typeof on;

/** The app's map, empty as yet; what is given back puts a file on it. */
async function ours(): Promise<(file: File) => Promise<Subject>> {
	const target = document.getElementById('map')!;
	Object.assign(props, { actors: [], marks: empty, shapes: empty, theme: 'light', visibleActors: new Set() });
	props.href = (site) => `#${site}`;
	mount(SiteMap, { target, props });
	await until(() => document.querySelector('[data-map="ready"]') !== null);
	return async (file) => {
		const read = await readInWorker(file, {});
		if (read.refusal) throw new Error(read.refusal.reason);
		const index = await openTable(read.table);
		const { summary } = index;
		let isExact = false;
		let asked = 0;
		const codes = new Map(summary.colour!.values.map(({ value, code }) => [value, code]));
		let layer: OverlayLayer = {
			id: 'bench',
			name: 'bench',
			version: 1,
			rows: summary.placed,
			bounds: summary.bounds,
			hasShapes: summary.hasShapes,
			colours: colours.reduce<string[]>((all, colour, number) => {
				all[codes.get(madeUpActors[number]!)!] = colour;
				return all;
			}, []),
			off: new Set(),
			window: null,
			selected: null,
			tile: (zoom, column, row) => index.ask('tile', zoom, column, row, { isExact })
		};
		const show = (change: Partial<OverlayLayer>) => {
			layer = { ...layer, ...change };
			flushSync(() => (props.overlays = [layer]));
		};
		show({});
		return {
			toggle: (isOff) => show({ off: new Set(isOff ? [codes.get('Iran')!] : []) }),
			// As the app does it, but for the moment that it waits for a window to rest: at once what tiles say of days, then
			// tiles with exact counts.
			window(days) {
				show({ window: days });
				asked++;
				void index.filter({ off: [], window: days, query: '' }).then(() => {
					asked--;
					isExact = days !== null;
					show({ version: layer.version + 1 });
				});
			},
			isBusy: () => asked > 0
		};
	};
}

/** A plain map, empty as yet: a layer of circles for each actor, since turning one off by opacity is the quickest. */
async function plain(): Promise<(file: File) => Promise<Subject>> {
	setWorkerUrl(workerUrl);
	map = new MapLibre({
		container: 'map',
		style: await plainStyle(),
		bounds: [35.55, 32.3, 42.4, 37.35],
		attributionControl: false,
		renderWorldCopies: false,
		fadeDuration: 120
	});
	await map.once('idle');
	const filterOf = (actor: string, dates: FilterSpecification[] = []) =>
		['all', ['==', ['get', 'actor'], actor], ...dates] as FilterSpecification;
	return (file) => {
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
					'circle-opacity-transition': { duration: 0, delay: 0 }
				}
			});
		return Promise.resolve({
			toggle: (isOff) => map.setPaintProperty('Iran', 'circle-opacity', isOff ? 0 : 1),
			window(days) {
				const dates: FilterSpecification[] = days
					? [
							['>=', ['get', 'date'], isoOfDay(days.from)],
							['<=', ['get', 'date'], isoOfDay(days.to)]
						]
					: [];
				for (const actor of madeUpActors) map.setFilter(actor, filterOf(actor, dates));
			},
			isBusy: () => false
		});
	};
}

const kinds = { ours, plain };
let put: (file: File) => Promise<Subject>;
let subject: Subject;

async function open(kind: keyof typeof kinds): Promise<void> {
	put = await kinds[kind]();
	await frame();
}

/** Puts the file that was chosen on the map. */
async function load(): Promise<Pick<Times, 'first' | 'task'>> {
	const input = document.querySelector('input')!;
	let task = 0;
	const longest = (entries: PerformanceEntryList) => {
		for (const { duration } of entries) task = Math.max(task, duration);
	};
	const observer = new PerformanceObserver((list) => longest(list.getEntries()));
	observer.observe({ type: 'longtask' });
	const start = performance.now();
	subject = await put(input.files![0]!);
	await map.once('idle');
	await frame();
	longest(observer.takeRecords());
	observer.disconnect();
	picture();
	return { first: performance.now() - start, task };
}

async function change(): Promise<Pick<Times, 'toggles' | 'windows'>> {
	const timed = async (act: () => void) => {
		await frame();
		const start = performance.now();
		act();
		return (await rest(() => subject.isBusy() || !map.loaded())) - start;
	};
	const toggles: number[] = [];
	const windows: number[] = [];
	for (const isOff of [true, false, true, false, true, false])
		toggles.push(await timed(() => subject.toggle(isOff)));
	for (const [from, to] of [
		['2016-01-01', '2018-12-31'],
		['2016-06-01', '2019-06-01'],
		['2017-01-01', '2019-12-31']
	] as const)
		windows.push(await timed(() => subject.window({ from: dayOfIso(from), to: dayOfIso(to) })));
	await timed(() => subject.window(null));
	return { toggles, windows };
}

/** Moves the map to and fro by its arrow keys; the median of the milliseconds between frames. */
async function pan(): Promise<number> {
	const canvas = document.querySelector('canvas')!;
	canvas.focus();
	const between: number[] = [];
	for (let step = 0; step < 6; step++) {
		const keyCode = step % 2 ? 37 : 39;
		canvas.dispatchEvent(new KeyboardEvent('keydown', { keyCode, bubbles: true }));
		let last = performance.now();
		const end = last + 280;
		do {
			await frame();
			const now = performance.now();
			between.push(now - last);
			last = now;
		} while (last < end);
		if (map.isMoving() || !map.areTilesLoaded()) await map.once('idle');
		picture();
	}
	return between.sort((a, b) => a - b)[Math.floor(between.length / 2)]!;
}

Object.assign(window, { bench: { open, load, change, pan, map: () => map } });
