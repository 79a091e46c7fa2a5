// Written by `npm run hosting` from src/tools/headers.ts.
// For a bucket of S3 behind CloudFront: one function for the viewer request and the viewer response of all paths.

var base = "";
// Name, and rows of addresses and value: the first row that fits decides.
var headers = [["x-content-type-options",[[["/*"],"nosniff"]]],["referrer-policy",[[["/*"],"no-referrer"]]],["permissions-policy",[[["/*"],"accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=(), clipboard-write=(self)"]]],["cache-control",[[["/_app/immutable/*"],"public, max-age=31536000, immutable"],[["/*"],"no-cache"]]],["content-security-policy",[[["/_app/immutable/*","/early.js"],"default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html default attested-markup-to-read; frame-ancestors 'none'"],[["/service-worker.js"],"default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='; worker-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html default attested-markup-to-read; frame-ancestors 'none'"],[["/embed","/ar/embed","/embed/sites/*","/ar/embed/sites/*"],null],[["/*"],"frame-ancestors 'none'"]]],["cross-origin-opener-policy",[[["/embed","/ar/embed","/embed/sites/*","/ar/embed/sites/*"],null],[["/*"],"same-origin"]]],["access-control-allow-origin",[[["/data/*","/layers/*","/cite/*","/schemas/*","/oembed/*","/changes.atom","/ar/changes.atom","/changes.json","/ar/changes.json","/embed","/ar/embed","/embed/sites/*","/ar/embed/sites/*","/embed/__data.json","/ar/embed/__data.json","/_app/immutable/*","/map/*"],"*"]]]];
var types = {".atom":"application/atom+xml; charset=utf-8",".kml":"application/vnd.google-earth.kml+xml",".gpx":"application/gpx+xml",".parquet":"application/vnd.apache.parquet",".bib":"application/x-bibtex; charset=utf-8",".ris":"application/x-research-info-systems; charset=utf-8",".csv":"text/csv; charset=utf-8",".csvt":"text/csv; charset=utf-8",".txt":"text/plain; charset=utf-8",".md":"text/markdown; charset=utf-8",".js":"text/javascript; charset=utf-8",".mjs":"text/javascript; charset=utf-8",".css":"text/css; charset=utf-8",".jsonld":"application/ld+json",".geojson":"application/geo+json",".webmanifest":"application/manifest+json",".pmtiles":"application/vnd.pmtiles"};

function handler(event) {
	if (event.context.eventType === 'viewer-request') {
		var request = event.request;
		var name = request.uri.slice(request.uri.lastIndexOf('/') + 1);
		// Each page lies at about.html and at about/index.html.
		if (name === '') request.uri += 'index.html';
		else if (name.indexOf('.') === -1) request.uri += '/index.html';
		return request;
	}
	var response = event.response;
	var path = event.request.uri.slice(base.length).replace(/(.)\/(index\.html)?$/, '$1').replace(/\.html$/, '');
	headers.forEach(function (header) {
		var row = header[1].find(function (each) {
			return each[0].some(fits);
		});
		if (row && row[1] !== null) response.headers[header[0]] = { value: row[1] };
	});
	var ending = /\.[a-z]+$/.exec(path);
	if (ending && types[ending[0]]) response.headers['content-type'] = { value: types[ending[0]] };
	return response;

	function fits(pattern) {
		return pattern.slice(-1) === '*' ? path.indexOf(pattern.slice(0, -1)) === 0 : path === pattern;
	}
}
