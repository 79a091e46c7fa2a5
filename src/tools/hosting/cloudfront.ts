import { contentTypes, headers } from '../headers';

/**
 * A function of Amazon CloudFront before a bucket of S3, which knows nothing but the names of its files: it turns the
 * address of a page into the name of its file, and adds headers and types to what comes back. In the language of the
 * runtime cloudfront-js-2.0. @param base path of the site
 */
export function cloudfront(base: string): string {
	const table = headers.map(({ name, rows }) => [
		name.toLowerCase(),
		rows.map(({ at, value }) => [at, value])
	]);
	return `// Written by \`npm run hosting\` from src/tools/headers.ts.
// For a bucket of S3 behind CloudFront: one function for the viewer request and the viewer response of all paths.

var base = ${JSON.stringify(base)};
// Name, and rows of addresses and value: the first row that fits decides.
var headers = ${JSON.stringify(table)};
var types = ${JSON.stringify(contentTypes)};

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
	var path = event.request.uri.slice(base.length).replace(/(.)\\/(index\\.html)?$/, '$1').replace(/\\.html$/, '');
	headers.forEach(function (header) {
		var row = header[1].find(function (each) {
			return each[0].some(fits);
		});
		if (row && row[1] !== null) response.headers[header[0]] = { value: row[1] };
	});
	var ending = /\\.[a-z]+$/.exec(path);
	if (ending && types[ending[0]]) response.headers['content-type'] = { value: types[ending[0]] };
	return response;

	function fits(pattern) {
		return pattern.slice(-1) === '*' ? path.indexOf(pattern.slice(0, -1)) === 0 : path === pattern;
	}
}
`;
}
