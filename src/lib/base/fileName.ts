// eslint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+/g;

/**
 * A name that every system takes for a file, from what a reader calls a layer: without an ending of ours, without
 * characters that a path, a shell or the direction of writing give a meaning, and never empty.
 */
export function fileNameOf(name: string, ending: string): string {
	const stem = name
		.replace(/\.(csv|tsv|txt|xlsx?|json|geojson|geojsonl|ndjson|kml|kmz|gpx|topojson|gz|pmtiles)$/i, '')
		.replace(unsafe, ' ')
		.replace(/\s+/g, ' ')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	const short = [...stem].slice(0, 80).join('').trim();
	return `${short || 'data'}${ending}`;
}
