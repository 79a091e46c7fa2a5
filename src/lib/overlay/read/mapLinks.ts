/** Addresses of a point on maps of others, as many tables of places have them in the place of coordinates. */
import { isOnEarth, type Position } from './coordinates';

const isMap =
	/^https?:\/\/(?:(?:www\.|maps\.)?google\.[a-z.]{2,6}\/maps?\b|maps\.google\.[a-z.]{2,6}\/|(?:www\.)?(?:openstreetmap|osm)\.org\/)/i;
const number = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
/** Pins alone: where somebody looked (`@36.2,37.1,15z`, `#map=15/36.2/37.1`) is not where something is. */
const pins = [
	new RegExp(String.raw`!3d${number}!4d${number}`),
	new RegExp(
		String.raw`[?&](?:q|query|ll|destination|daddr)=(?:loc:)?${number}(?:,|%2C)(?:\+|%20)?${number}(?:&|#|$)`,
		'i'
	),
	new RegExp(String.raw`/maps/(?:place|search)/${number},\+?${number}(?:[/?]|$)`, 'i'),
	new RegExp(String.raw`[?&]mlat=${number}&mlon=${number}(?:&|#|$)`, 'i')
];

/** The point that an address of Google Maps or OpenStreetMap marks; null for any other text, and where it marks none. */
export function parseMapLink(text: string): Position | null {
	const plain = text.trim();
	if (plain.length > 2000 || !isMap.test(plain)) return null;
	for (const pin of pins) {
		const found = pin.exec(plain);
		if (!found) continue;
		const at: Position = [Number(found[2]), Number(found[1])];
		return isOnEarth(...at) ? at : null;
	}
	return null;
}
