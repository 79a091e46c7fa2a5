/** JSON as programs write it: numbers that it has not, a document on each line, and Esri JSON. */
import { describe, expect, it } from 'vitest';
import { cellsOf, placesOf, problemsOf, rowFields, shapeOf, tableOf, wholeOf } from '../made';
import { point, simplePlaces } from './samples';

describe('numbers that JSON has not', () => {
	const loose =
		'{"type":"Feature","properties":{"name":"NaN","depth":NaN,"far":-Infinity},"geometry":{"type":"Point","coordinates":[37.1,36.2]}}';

	it.each([
		[
			'in a collection',
			`{"type":"FeatureCollection","features":[${loose},${JSON.stringify(point(36.7, 35.1))}]}`
		],
		['alone', `${loose}`],
		['on lines', `${loose}\n${JSON.stringify(point(36.7, 35.1))}\n`],
		['in plain rows', '[{"name":"NaN","depth":NaN,"far":Infinity,"lat":36.2,"lon":37.1}]']
	])('%s are empty, and the feature stays', async (_, text) => {
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)[0]).toEqual([37.1, 36.2]);
		const [name, ...others] = rowFields(table, 0);
		expect(name).toEqual({ name: 'name', text: 'NaN' });
		expect(
			others.filter(({ name }) => name === 'depth' || name === 'far').every(({ text }) => text === '')
		).toBe(true);
		expect(problems).toContainEqual({
			kind: 'not-a-number',
			count: 1,
			examples: [{ origin: 1, found: 'NaN' }]
		});
	});

	it('make a place that can’t be read where they stand in one', async () => {
		const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[NaN,36]}},${JSON.stringify(point(36.7, 35.1))}]}`;
		expect(placesOf(await tableOf(text))).toEqual([null, [36.7, 35.1]]);
		expect(await problemsOf(text)).toEqual(expect.arrayContaining(['bad-geometry 1', 'not-a-number 1']));
	});

	it('don’t make JSON of what is none', async () => {
		const text = `{"type":"FeatureCollection","features":[{"a":NaNny},${JSON.stringify(point(36.7, 35.1))}]}`;
		const { table, problems } = await wholeOf(text);
		expect([table.rows, problems.map(({ kind }) => kind)]).toEqual([1, ['unreadable-row']]);
	});
});

describe('a document on each line', () => {
	const line = (index: number) => `{"name":"N${index}","lat":36.2,"lon":37.1}`;
	it.each([
		['the first', ['{"name":"N0","lat":36.2,', line(1), line(2)], [2, 3], [1]],
		['the first by a bracket', ['{"name":[1,"lat":36.2}', line(1), line(2)], [2, 3], [1]],
		['one in the middle', [line(0), '{"name":', line(2)], [1, 3], [2]],
		['two of many', ['{', line(1), line(2), 'oops', line(4)], [2, 3, 5], [1, 4]]
	])('loses %s and no other', async (_, lines, read, lost) => {
		const { table, problems, guesses } = await wholeOf(lines.join('\n'));
		expect(guesses.format).toBe('json-lines');
		expect([...table.origin]).toEqual(read);
		expect(problems.map(({ kind, examples }) => [kind, examples.map(({ origin }) => origin)])).toEqual([
			['unreadable-row', lost]
		]);
	});

	it('is not one document over several lines', async () => {
		const feature = JSON.stringify(point(37.1, 36.2));
		for (const text of [
			`{"type":"FeatureCollection","features":[\n${feature}\n]}`,
			`{"type":"FeatureCollection","features":[\n${feature},\n${feature},\n${feature}]}`,
			`[\n${feature},\n${feature}\n]`,
			JSON.stringify([{ lat: 36.2, lon: 37.1 }], null, 1)
		]) {
			const { guesses, table } = await wholeOf(text);
			expect([guesses.format, placesOf(table)[0]]).toEqual(['json', [37.1, 36.2]]);
		}
	});
});

describe('Esri JSON', () => {
	const esri = (features: object[], more: object = { spatialReference: { wkid: 4326 } }) =>
		JSON.stringify({
			displayFieldName: 'name',
			fields: [{ name: 'name', type: 'esriFieldTypeString' }],
			...more,
			features
		});
	const ring = (west: number, south: number, size: number, clockwise = true) => {
		const corners = [
			[west, south],
			[west, south + size],
			[west + size, south + size],
			[west + size, south],
			[west, south]
		];
		return clockwise ? corners : corners.reverse();
	};

	it('is read with its attributes and points', async () => {
		const { table, problems } = await wholeOf(
			esri([
				{ attributes: { name: 'A', when: 1443052800000 }, geometry: { x: 37.1, y: 36.2, z: 5 } },
				{ attributes: { name: 'B' }, geometry: { x: 36.7, y: 35.1 } },
				{ attributes: { name: 'Nowhere' } },
				{ attributes: { name: 'Empty' }, geometry: { x: 'NaN', y: 'NaN' } }
			])
		);
		expect(placesOf(table)).toEqual([...simplePlaces, null, null]);
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'when']);
		expect(cellsOf(table)[0]).toEqual(['A', '1443052800000']);
		expect(problems).toMatchObject([{ kind: 'no-place', count: 2 }]);
	});

	it('has lines, lists of points, and areas with holes', async () => {
		const table = await tableOf(
			esri([
				{
					attributes: { name: 'L' },
					geometry: {
						paths: [
							[
								[36, 35],
								[37, 35]
							]
						]
					}
				},
				{
					attributes: { name: 'P' },
					geometry: {
						points: [
							[36, 35],
							[37, 35]
						]
					}
				},
				{ attributes: { name: 'A' }, geometry: { rings: [ring(36.4, 35.4, 0.2, false), ring(36, 35, 1)] } },
				{
					attributes: { name: 'M' },
					geometry: { rings: [ring(36, 35, 1), ring(38, 35, 1), ring(38.4, 35.4, 0.2, false)] }
				}
			])
		);
		const shapes = [0, 1, 2, 3].map((row) => shapeOf(table, row));
		expect(shapes.map((shape) => shape?.type)).toEqual([
			'LineString',
			'MultiPoint',
			'Polygon',
			'MultiPolygon'
		]);
		const [, , area, areas] = shapes;
		expect(area?.type === 'Polygon' && area.coordinates.map(([first]) => first)).toEqual([
			[36, 35],
			[36.4, 35.4]
		]);
		expect(areas?.type === 'MultiPolygon' && areas.coordinates.map((rings) => rings.length)).toEqual([1, 2]);
	});

	it.each([
		[
			'at the end',
			(features: object[]) =>
				JSON.stringify({ features, spatialReference: { wkid: 102100, latestWkid: 3857 } })
		],
		['by Esri’s own number', (features: object[]) => esri(features, { spatialReference: { wkid: 102100 } })],
		[
			'in each geometry',
			(features: { geometry: object }[]) =>
				JSON.stringify({
					features: features.map(({ geometry, ...rest }) => ({
						...rest,
						geometry: { ...geometry, spatialReference: { wkid: 3857 } }
					}))
				})
		]
	])('says its coordinate system %s', async (_, write) => {
		const text = write([{ attributes: { name: 'A' }, geometry: { x: 4129953.11, y: 4330164.65 } } as never]);
		const { table, guesses } = await wholeOf(text);
		expect(guesses.projection).toBe('web-mercator');
		const [place] = placesOf(table);
		expect(place![0]).toBeCloseTo(37.1, 3);
		expect(place![1]).toBeCloseTo(36.2, 1);
	});

	it('is no row that merely has attributes', async () => {
		const table = await tableOf('[{"attributes":{"a":1},"lat":36.2,"lon":37.1}]');
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
		expect(table.columns.map(({ name }) => name)).toEqual(['attributes', 'lat', 'lon']);
	});
});
