// eslint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"/\\|?*]+/g;

/**
 * A file name that every system accepts, from the name of a layer: without the ending of its format, without characters
 * that mean something to a path, to a shell or to the direction of text, and never empty.
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
