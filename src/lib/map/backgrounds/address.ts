/** The addresses of a background's tiles, as MapLibre takes them. Pure. */
import type { Background } from './list';

export type Tiled = Extract<Background, { type: 'raster' | 'wmts' }>;

/**
 * The addresses of its tiles with {z}, {x}, {y} and {ratio} in them: more than one where it has subdomains.
 * @param day an ISO day, for a background that has one picture a day
 * @param site the address of the page, for tiles that lie beside the site
 */
export function tilesOf(background: Tiled, day: string, site: string): string[] {
	const template = background.type === 'wmts' ? wmtsTemplate(background) : background.url;
	const dated = template.replaceAll(/\{(date|Time)\}/g, day).replaceAll('{r}', '{ratio}');
	const subdomains = (background.type === 'raster' && background.subdomains) || [''];
	return subdomains.map((each) => absolute(dated.replace('{s}', each).replace('{-y}', '{y}'), site));
}

/** Whether tiles are counted from the south. */
export const isFromSouth = (background: Tiled): boolean => background.url.includes('{-y}');

/** A WMTS address with the tile's place in it; `{TileMatrix}` is the zoom, since the matrices are those of Web Mercator. */
function wmtsTemplate({
	url,
	layer = '',
	matrixSet = '',
	style = 'default',
	format = 'image/jpeg',
	days
}: Extract<Background, { type: 'wmts' }>): string {
	const places = { TileMatrix: '{z}', TileRow: '{y}', TileCol: '{x}' };
	if (url.includes('{')) {
		const known: Record<string, string> = { ...places, TileMatrixSet: matrixSet, Style: style };
		return url.replaceAll(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? whole);
	}
	const query = Object.entries({
		SERVICE: 'WMTS',
		REQUEST: 'GetTile',
		VERSION: '1.0.0',
		LAYER: layer,
		STYLE: style,
		FORMAT: format,
		TILEMATRIXSET: matrixSet
	}).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
	const parts = [
		...query,
		...Object.entries(places).map(([name, value]) => `${name.toUpperCase()}=${value}`)
	];
	if (days) parts.push('TIME={Time}');
	const joint = url.includes('?') ? (/[?&]$/.test(url) ? '' : '&') : '?';
	return url + joint + parts.join('&');
}

/** An address on the site's own host as a whole one, without what `URL` would make of braces. */
const absolute = (address: string, site: string): string =>
	address.startsWith('/') ? new URL(site).origin + address : address;

/**
 * The day whose picture is shown: the wanted one as far as there is one of it, else the nearest.
 * @param wanted an ISO day, or null where the page has none
 * @param yesterday the last day of which there can be a picture
 */
export function dayFor(
	{ from, to = null }: { from: string; to?: string | null },
	wanted: string | null,
	yesterday: string
): string {
	const last = to !== null && to < yesterday ? to : yesterday;
	if (wanted === null || wanted > last) return last;
	return wanted < from ? from : wanted;
}
