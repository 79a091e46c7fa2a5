/**
 * The view of a page as plain data, and its form in the address. Pure: the one reader and writer of the query string.
 * Defaults are never written, and what cannot be read is ignored.
 */

import { facetNames, facets, mapFacets, type FacetName, type Facets } from './facets';

/** Where the map looks: zoom level, and degrees. */
export interface Camera {
	zoom: number;
	latitude: number;
	longitude: number;
}

/** A position in degrees. */
export interface Spot {
	latitude: number;
	longitude: number;
}

/** The state that an address carries. Days are ISO days, UTC; null is without bound. */
export interface ViewState {
	/** The visible values of each facet. */
	facets: Record<FacetName, ReadonlySet<string>>;
	/** Only contested sites and disputed reports. */
	contested: boolean;
	/** Sites with at least this many independent origins. */
	origins: number;
	/** Words that are searched for. */
	search: string;
	from: string | null;
	to: string | null;
	/** `window`: reported between from and to; `upto`: reported up to then. */
	mode: 'window' | 'upto';
	/** Colours of the map; null follows the page. */
	basemap: 'light' | 'dark' | null;
	/** Id of the map's background; null is the map's own. Which there are only the map knows. */
	background: string | null;
	camera: Camera | null;
	/** A position that is marked on the map, in degrees: where a reader asked to go. */
	at: Spot | null;
}

/** The keys of the query string besides those of the facets. */
export const keys = {
	contested: 'contested',
	origins: 'origins',
	search: 'q',
	from: 'from',
	to: 'to',
	mode: 'time',
	basemap: 'basemap',
	background: 'background',
	camera: 'map',
	at: 'at'
} as const satisfies Record<Exclude<keyof ViewState, 'facets'>, string>;

const longestSearch = 200;

/** Everything is visible: what an address without a query means. */
export function defaultView(all: Facets): ViewState {
	return {
		facets: mapFacets((name) => new Set(all[name])),
		contested: false,
		origins: 1,
		search: '',
		from: null,
		to: null,
		mode: 'window',
		basemap: null,
		background: null,
		camera: null,
		at: null
	};
}

/**
 * Reads a view from a query string; it never throws. A facet is a list of visible values (`actors=russia,iran`), or
 * of hidden ones (`actors=-israel`), or `none`.
 */
export function parseView(query: URLSearchParams, all: Facets): ViewState {
	const from = readDay(query.get(keys.from));
	const to = readDay(query.get(keys.to));
	const basemap = query.get(keys.basemap);
	const mode = query.get(keys.mode) === 'upto' ? 'upto' : 'window';
	return {
		facets: mapFacets((name) => readFacet(query.get(facets[name].key), all[name])),
		contested: query.get(keys.contested) === '1',
		origins: query.get(keys.origins) === '2' ? 2 : 1,
		search: (query.get(keys.search) ?? '').trim().slice(0, longestSearch).trim(),
		// A window that ends before it begins is ignored; a view up to a day has no beginning.
		from: mode === 'upto' || (from !== null && to !== null && from > to) ? null : from,
		to: mode === 'window' && from !== null && to !== null && from > to ? null : to,
		mode,
		basemap: basemap === 'light' || basemap === 'dark' ? basemap : null,
		background: /^[a-z\d-]{1,60}$/.exec(query.get(keys.background) ?? '')?.[0] ?? null,
		camera: readCamera(query.get(keys.camera)),
		at: readSpot(query.get(keys.at))
	};
}

/** Writes a view as a query string, '' for the default and else with its '?'. */
export function viewQuery(view: ViewState, all: Facets): string {
	const parts = [
		...facetNames.map((name) => [facets[name].key, writeFacet(view.facets[name], all[name])]),
		[keys.contested, view.contested ? '1' : ''],
		[keys.origins, view.origins > 1 ? String(view.origins) : ''],
		[keys.search, encodeURIComponent(view.search.toWellFormed())],
		[keys.from, view.from ?? ''],
		[keys.to, view.to ?? ''],
		[keys.mode, view.mode === 'upto' ? 'upto' : ''],
		[keys.basemap, view.basemap ?? ''],
		[keys.background, view.background ?? ''],
		[keys.camera, view.camera ? writeCamera(view.camera) : ''],
		[keys.at, view.at ? writeSpot(view.at) : '']
	].filter(([, value]) => value !== '');
	return parts.length === 0 ? '' : `?${parts.map((part) => part.join('=')).join('&')}`;
}

/** The same view with some values of a facet hidden if any of them is visible, else all of them visible. */
export function toggle(view: ViewState, facet: FacetName, values: readonly string[]): ViewState {
	const visible = new Set(view.facets[facet]);
	const hides = values.some((value) => visible.has(value));
	for (const value of values) {
		if (hides) visible.delete(value);
		else visible.add(value);
	}
	return { ...view, facets: { ...view.facets, [facet]: visible } };
}

/** The same view with these values of a facet and no others. */
export function only(view: ViewState, facet: FacetName, values: readonly string[]): ViewState {
	return { ...view, facets: { ...view.facets, [facet]: new Set(values) } };
}

/** Whether anything is not the default, apart from the looks and the camera of the map and the mark on it. */
export function isFiltered(view: ViewState, all: Facets): boolean {
	return viewQuery({ ...view, basemap: null, background: null, camera: null, at: null }, all) !== '';
}

/** The default view, with the looks and the camera of the map and the mark on it kept. */
export function cleared(view: ViewState, all: Facets): ViewState {
	const { basemap, background, camera, at } = view;
	return { ...defaultView(all), basemap, background, camera, at };
}

/** Where a page does not know the values of a facet, what the address says of it stays as it is, for the next page. */
function readFacet(value: string | null, all: readonly string[]): ReadonlySet<string> {
	if (value === null) return new Set(all);
	if (all.length === 0) return new Set([value]);
	if (value === 'none') return new Set();
	const except = value.startsWith('-');
	const named = new Set((except ? value.slice(1) : value).split(','));
	const known = all.filter((entry) => named.has(entry));
	if (known.length === 0) return new Set(all);
	return new Set(except ? all.filter((entry) => !named.has(entry)) : known);
}

/** The shorter of the two forms; '' where all are visible. */
function writeFacet(values: ReadonlySet<string>, all: readonly string[]): string {
	if (all.length === 0) return [...values].map(encodeURIComponent).join().replaceAll('%2C', ',');
	const visible = all.filter((value) => values.has(value));
	const hidden = all.filter((value) => !values.has(value));
	if (hidden.length === 0) return '';
	if (visible.length === 0) return 'none';
	return visible.length <= hidden.length ? visible.join(',') : `-${hidden.join(',')}`;
}

function readDay(value: string | null): string | null {
	if (value === null || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
	const day = new Date(`${value}T00:00:00Z`);
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value) ? value : null;
}

function readCamera(value: string | null): Camera | null {
	const parts = /^(\d{1,2}(?:\.\d+)?)\/(-?\d{1,2}(?:\.\d+)?)\/(-?\d{1,3}(?:\.\d+)?)$/.exec(value ?? '');
	if (!parts) return null;
	const [zoom, latitude, longitude] = parts.slice(1).map(Number) as [number, number, number];
	if (zoom > 22 || Math.abs(latitude) > 85 || Math.abs(longitude) > 180) return null;
	return roundCamera({ zoom, latitude, longitude });
}

function writeCamera(camera: Camera): string {
	const { zoom, latitude, longitude } = roundCamera(camera);
	return `${zoom}/${latitude}/${longitude}`;
}

function readSpot(value: string | null): Spot | null {
	const parts = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(value ?? '');
	if (!parts) return null;
	const [latitude, longitude] = parts.slice(1).map(Number) as [number, number];
	if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return null;
	return roundSpot({ latitude, longitude });
}

function writeSpot(spot: Spot): string {
	const { latitude, longitude } = roundSpot(spot);
	return `${latitude},${longitude}`;
}

/** To about a metre. */
function roundSpot({ latitude, longitude }: Spot): Spot {
	const round = (value: number) => Number(value.toFixed(5)) + 0;
	return { latitude: round(latitude), longitude: round(longitude) };
}

/** No more digits than a screen can show. */
function roundCamera({ zoom, latitude, longitude }: Camera): Camera {
	const round = (value: number, decimals: number) => Number(value.toFixed(decimals)) + 0;
	return { zoom: round(zoom, 2), latitude: round(latitude, 4), longitude: round(longitude, 4) };
}
