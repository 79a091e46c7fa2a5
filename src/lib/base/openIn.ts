/**
 * Where else a place can be looked at: addresses of other maps, each as near as the place is known. Nothing is asked of
 * them here; they are links.
 */

/** Degrees, WGS 84, and how far from there the place may lie or reaches, in km; null where nobody says. */
export interface OpenedPlace {
	longitude: number;
	latitude: number;
	radius_km: number | null;
}

/** ISO days between which pictures of a place are looked for. */
export interface OpenedDays {
	from: string;
	to: string;
}

interface Spot extends OpenedDays {
	/** Degrees as text, no finer than needed. */
	lat: string;
	lon: string;
	/** Of tiles of 256 pixels, as these maps count. */
	zoom: number;
	/** How much of the ground is to be seen, in metres from side to side. */
	across: number;
	/** Whether a pin may mark it: not where the place is only somewhere about. */
	pin: boolean;
	/** Tag of the reader's language. */
	language: string;
}

interface Service {
	id: string;
	name: string;
	href: (spot: Spot) => string;
}

/**
 * In the order in which they are offered. Google, Apple and Bing as their documentation of map links says, GeoHack as
 * MediaWiki's does; OpenStreetMap, Google Earth and Wikimapia as the addresses that these write themselves.
 */
const services: readonly Service[] = [
	{
		id: 'openstreetmap',
		name: 'OpenStreetMap',
		href: ({ lat, lon, zoom, pin }) =>
			`https://www.openstreetmap.org/${pin ? `?mlat=${lat}&mlon=${lon}` : ''}#map=${zoom}/${lat}/${lon}`
	},
	{
		id: 'google-maps',
		name: 'Google Maps',
		href: ({ lat, lon, zoom }) =>
			`https://www.google.com/maps/@?api=1&map_action=map&center=${lat}%2C${lon}&zoom=${zoom}&basemap=satellite`
	},
	{
		id: 'google-earth',
		name: 'Google Earth',
		// With a field of view of 35 degrees, 0.63 of the distance is seen.
		href: ({ lat, lon, across }) =>
			`https://earth.google.com/web/@${lat},${lon},0a,${Math.round(across / 0.63)}d,35y,0h,0t,0r`
	},
	{
		id: 'bing',
		name: 'Bing Maps',
		href: ({ lat, lon, zoom, pin }) =>
			`https://www.bing.com/maps?cp=${lat}~${lon}&lvl=${zoom}&style=h${pin ? `&sp=point.${lat}_${lon}` : ''}`
	},
	{
		id: 'apple',
		name: 'Apple Maps',
		href: ({ lat, lon, zoom, pin }) =>
			`https://maps.apple.com/?ll=${lat},${lon}${pin ? `&q=${lat},${lon}` : ''}&z=${zoom}&t=k`
	},
	{
		id: 'wikimapia',
		name: 'Wikimapia',
		href: ({ lat, lon, zoom, language }) =>
			`https://wikimapia.org/#lang=${language}&lat=${lat}&lon=${lon}&z=${zoom}&m=w`
	},
	{
		id: 'geohack',
		name: 'GeoHack',
		href: ({ lat, lon, across, language }) => {
			const part = (degrees: string, [positive, negative]: [string, string]) =>
				`${degrees.replace('-', '')}_${degrees.startsWith('-') ? negative : positive}`;
			const params = `${part(lat, ['N', 'S'])}_${part(lon, ['E', 'W'])}_dim:${Math.round(across)}`;
			return `https://geohack.toolforge.org/geohack.php?language=${language}&params=${params}`;
		}
	}
];

/** Sentinel-2, with a picture of each place every five to ten days. */
const copernicus = {
	name: 'Copernicus Browser',
	/** Its first pictures. */
	since: '2015-07-04',
	/** Pictures made ready for looking at are there of all the world from then on; before, those as they were taken. */
	corrected: '2019-01-01',
	href: ({ lat, lon, zoom, from, to }: Spot) =>
		`https://browser.dataspace.copernicus.eu/?zoom=${zoom}&lat=${lat}&lng=${lon}&themeId=DEFAULT-THEME` +
		`&datasetId=${to < copernicus.corrected ? 'S2_L1C_CDAS' : 'S2_L2A_CDAS'}&layerId=1_TRUE_COLOR&dateMode=MOSAIC` +
		`&fromTime=${from}T00%3A00%3A00.000Z&toTime=${to}T23%3A59%3A59.999Z`
};

const [farthest, nearest] = [4, 17];
/** What a place is taken for of which nobody says how exact it is: a building and what is about it. */
const unknown_km = 0.25;
/** A pin says “here”: to so many km it is true. */
const pinned_km = 1;

/** The zoom at which a place, with room about it, fills a window of some 640 pixels; a whole number. */
export function zoomFor({ latitude, radius_km }: Pick<OpenedPlace, 'latitude' | 'radius_km'>): number {
	const metresAtZero = 156_543.034 * Math.cos((latitude * Math.PI) / 180) * 640;
	const zoom = Math.floor(Math.log2(metresAtZero / acrossOf(radius_km)));
	return Math.max(farthest, Math.min(nearest, zoom));
}

const acrossOf = (radius_km: number | null) => Math.max(radius_km ?? unknown_km, 0.15) * 1000 * 2.4;

/** Degrees with so many decimals that rounding moves nothing that can be seen: 11 m where a place is known to 1 km. */
function written(degrees: number, radius_km: number | null): string {
	const decimals = radius_km === null || radius_km < 0.1 ? 5 : radius_km < 10 ? 4 : 3;
	return String(Number(degrees.toFixed(decimals)) + 0);
}

function spotOf(
	{ longitude, latitude, radius_km }: OpenedPlace,
	language: string
): Omit<Spot, 'from' | 'to'> {
	return {
		lat: written(latitude, radius_km),
		lon: written(longitude, radius_km),
		zoom: zoomFor({ latitude, radius_km }),
		across: acrossOf(radius_km),
		pin: (radius_km ?? unknown_km) <= pinned_km,
		language
	};
}

/** The links to all maps but that of satellite pictures by day. @param language tag of the reader's language */
export function openLinks(
	place: OpenedPlace,
	language: string
): { id: string; name: string; href: string }[] {
	const spot = { ...spotOf(place, language), from: '', to: '' };
	return services.map(({ id, name, href }) => ({ id, name, href: href(spot) }));
}

/** The link to satellite pictures of some days; null where there were none yet. */
export function pictureLink(place: OpenedPlace, days: OpenedDays): { name: string; href: string } | null {
	if (days.to < copernicus.since) return null;
	return { name: copernicus.name, href: copernicus.href({ ...spotOf(place, ''), ...days }) };
}

/** What a phone opens in its own map (RFC 5870), with the zoom as Android takes it. */
export function geoAddress(place: OpenedPlace): string {
	const { lat, lon, zoom } = spotOf(place, '');
	return `geo:${lat},${lon}?z=${zoom}`;
}
