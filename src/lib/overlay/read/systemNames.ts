/** What the name of a coordinate system means, as files write it. */

/** No name is longer; a longer text is not looked through. */
const longest = 200;
const longestDefinition = 8000;

/**
 * EPSG:4326, urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:32637, UTM 37N, a definition as WKT or PROJ has it.
 * @param isZone whether a number alone is a zone of UTM
 * @param isSouthern whether a zone without a letter is south of the equator
 * @returns `degrees`, `web-mercator`, `EPSG:` with its number, `UTM:37S` where S may be the hemisphere or the band of
 * MGRS, the definition itself, or null where the text is none of these
 */
export function idIn(text: string, isZone = false, isSouthern = false): string | null {
	const plain = text.trim();
	if (
		plain.length <= longestDefinition &&
		/^(?:(?:PROJ|GEOG|GEOD|BOUND)(?:CS|CRS)\s*\[|\+(?:proj|init)=)/i.test(plain)
	)
		return numberOfWkt(plain) ?? (isWgs84(plain) ? 'degrees' : plain);
	if (plain.length > longest) return null;
	if (/CRS:?84$|^(?:WGS[ _]?(?:19)?84|lat[ /,]*lon|degrees)$/i.test(plain)) return 'degrees';
	const zone = (isZone ? zoneAlone : zoneOfUtm).exec(plain)?.groups;
	if (zone) return utmId(Number(zone.zone), zone.letter?.toUpperCase() ?? '', isSouthern);
	const number = /(?:(?:EPSG|ESRI|SRID|CRS)(?:.*\D)?|^)(\d{4,6})(?:\.0)?$/i.exec(plain)?.[1];
	if (number === undefined) return null;
	if (number === '4326' || number === '4979') return 'degrees';
	return ['3857', '900913', '102100', '102113', '3785'].includes(number) ? 'web-mercator' : `EPSG:${number}`;
}

const zoneOfUtm =
	/^(?:WGS[ _]?(?:19)?84[ /_,-]*)?UTM[ _,-]*(?:zone[ _]*)?(?<zone>[1-9]|[1-5]\d|60)[ _]?(?<letter>[C-HJ-NP-X])?$/i;
const zoneAlone =
	/^(?:(?:WGS[ _]?(?:19)?84[ /_,-]*)?UTM[ _,-]*)?(?:zone[ _]*)?0?(?<zone>[1-9]|[1-5]\d|60)[ _]?(?<letter>[C-HJ-NP-X])?(?:\.0)?$/i;

/** A zone of UTM on WGS 84. The letter is that of a hemisphere or of a band of MGRS, of which those from N on are north. */
function utmId(zone: number, letter: string, isSouthern: boolean): string {
	const padded = String(zone).padStart(2, '0');
	if (letter === 'S') return `UTM:${zone}S`;
	const isSouth = letter === '' ? isSouthern : letter < 'N';
	return `EPSG:${isSouth ? 327 : 326}${padded}`;
}

/** Whether a definition is of WGS 84 in degrees, as Esri's programs write it: without a number. */
const isWgs84 = (text: string) =>
	/^GEOG(?:CS|CRS)\s*\[\s*"(?:GCS_)?WGS[ _]?(?:19)?84"/i.test(text) &&
	/PRIMEM\s*\[\s*"Greenwich"/i.test(text) &&
	/UNIT\s*\[\s*"degree"/i.test(text);

/** The number that WKT gives for the system as a whole, which stands at its end; null where it gives none. */
function numberOfWkt(text: string): string | null {
	const found = /(?:AUTHORITY\s*\[\s*"EPSG"\s*,\s*"?|ID\s*\[\s*"EPSG"\s*,\s*)(\d{4,6})"?\s*\]\s*\]\s*$/i.exec(
		text
	)?.[1];
	return found === undefined ? null : (idIn(`EPSG:${found}`) ?? null);
}

/** Whether positions under a name have the order of axes of EPSG, as those of OGC's `urn:` and `/def/crs/` have. */
export const isInOrderOfEpsg = (name: string): boolean =>
	/^urn:|\/def\/crs\//i.test(name.slice(0, longest)) && !/CRS:?84$/i.test(name);

/** The number of EPSG that a name stands for; null where it stands for none. */
export function numberIn(name: string): number | null {
	const id = idIn(name);
	if (id === 'degrees') return 4326;
	if (id === 'web-mercator') return 3857;
	return id?.startsWith('EPSG:') ? Number(id.slice(5)) : null;
}
