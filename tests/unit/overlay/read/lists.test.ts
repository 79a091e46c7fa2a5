/** Which of the lists of a JSON document is read, and that the others are told. */
import { expect, it } from 'vitest';
import { cellsOf, exampleOf, placesOf, problemsOf, tableOf } from '../made';

it('the list with places is read, and the others are told by name', async () => {
	const text = '{"sources":[{},{},{}],"events":[{"lat":36,"lon":37}],"notes":[{"a":1}],"tags":["x"]}';
	expect(placesOf(await tableOf(text))).toEqual([[37, 36]]);
	expect(await problemsOf(text)).toEqual(['other-list 2']);
	expect(await exampleOf(text, 'other-list')).toEqual({ found: 'sources (3)' });
});

it.each([
	[
		'features of another name',
		'{"a":[{"x1":1},{"x1":2}],"b":[{"type":"Feature","geometry":{"type":"Point","coordinates":[37,36]}}]}'
	],
	['coordinates', '{"a":[{"x1":1},{"x1":2}],"b":[{"coordinates":[37,36]}]}'],
	['WKT', '{"a":[{"x1":1},{"x1":2}],"b":[{"wkt":"POINT(37 36)"}]}'],
	['words of names', '{"violations":[{"population":1},{"population":2}],"b":[{"siteLat":36,"siteLon":37}]}'],
	['a row that is none', '{"a":[{"x1":1},{"x1":2},{"x1":3}],"b":[{"lat":36,"lon":37},null]}']
])('a list with places has %s', async (_, text) => {
	expect(placesOf(await tableOf(text))).toEqual([[37, 36]]);
	expect(await problemsOf(text)).toContain('other-list 1');
});

it('of two with places, or two without, the longer is read', async () => {
	const places = '{"a":[{"lat":1,"lon":2}],"b":[{"lat":36,"lon":37},{"lat":35,"lon":38}]}';
	expect((await tableOf(places)).rows).toBe(2);
	expect(cellsOf(await tableOf('{"a":[{"n":"x"}],"b":[{"n":"y"},{"n":"z"}]}'))).toEqual([['y'], ['z']]);
});

it('lists beside features are told and not mixed with them', async () => {
	const text =
		'{"features":[{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[37,36]}}],"events":[{"lat":1,"lon":2}]}';
	expect(placesOf(await tableOf(text))).toEqual([[37, 36]]);
	expect(await exampleOf(text, 'other-list')).toEqual({ found: 'events (1)' });
});
