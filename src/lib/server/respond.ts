/** Responses of the prerendered data files. */

/** A GeoJSON file with its registered media type (RFC 7946). */
export function geojson(body: unknown): Response {
	return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/geo+json' } });
}
