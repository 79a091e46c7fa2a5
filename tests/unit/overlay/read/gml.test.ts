/** GML as GDAL and WFS write it: which axis comes first, what the properties are, and every kind of shape. */
import { describe, expect, it } from 'vitest';
import { hasGdal, madeByGdal } from '../../gdal';
import { placesOf, refusalOf, rowFields, shapeOf, tableOf, wholeOf } from '../made';

const gml = (inside: string, more = '') =>
	`<?xml version="1.0" encoding="utf-8"?><wfs:FeatureCollection xmlns:wfs="http://www.opengis.net/wfs/2.0" xmlns:gml="http://www.opengis.net/gml/3.2" xmlns:s="urn:s">${more}${inside}</wfs:FeatureCollection>`;
const member = (inside: string, id = 'a.1') =>
	`<wfs:member><s:site gml:id="${id}">${inside}</s:site></wfs:member>`;
const shape = (inside: string) => member(`<s:geom>${inside}</s:geom>`);
const fieldsOf = async (text: string) =>
	Object.fromEntries(rowFields(await tableOf(text), 0).map(({ name, text }) => [name, text]));

describe('the order of axes', () => {
	const point = (srsName: string, numbers: string) =>
		gml(shape(`<gml:Point srsName="${srsName}"><gml:pos>${numbers}</gml:pos></gml:Point>`));

	it.each([
		['urn:ogc:def:crs:EPSG::4326', '36.2 37.1'],
		['urn:x-ogc:def:crs:EPSG:6.9:4326', '36.2 37.1'],
		['http://www.opengis.net/def/crs/EPSG/0/4326', '36.2 37.1'],
		['urn:ogc:def:crs:OGC:1.3:CRS84', '37.1 36.2'],
		['http://www.opengis.net/def/crs/OGC/1.3/CRS84', '37.1 36.2'],
		['EPSG:4326', '37.1 36.2'],
		['http://www.opengis.net/gml/srs/epsg.xml#4326', '37.1 36.2']
	])('of %s', async (srsName, numbers) => {
		expect(placesOf(await tableOf(point(srsName, numbers)))).toEqual([[37.1, 36.2]]);
	});

	it.each([
		// Zone 37 of UTM has the easting first, Lambert's grid of Europe the northing, degrees of ETRS89 the latitude.
		['urn:ogc:def:crs:EPSG::32637', '330000 4010000', [37.10862, 36.21992]],
		['EPSG:32637', '330000 4010000', [37.10862, 36.21992]],
		['urn:ogc:def:crs:EPSG::3035', '3210000 4321000', [10, 52]],
		['EPSG:3035', '4321000 3210000', [10, 52]],
		['urn:ogc:def:crs:EPSG::4258', '52 10', [10, 52]],
		['EPSG:4258', '10 52', [10, 52]]
	])('of %s, which is converted', async (srsName, numbers, at) => {
		const { table, guesses } = await wholeOf(point(srsName, numbers));
		expect(guesses.projectionReason).toBe('file');
		const [place] = placesOf(table);
		expect(place![0]).toBeCloseTo((at as number[])[0]!, 3);
		expect(place![1]).toBeCloseTo((at as number[])[1]!, 3);
	});

	it('is that of the collection where a shape says none', async () => {
		const bounded =
			'<gml:boundedBy><gml:Envelope srsName="urn:ogc:def:crs:EPSG::4326"><gml:lowerCorner>1 2</gml:lowerCorner><gml:upperCorner>3 4</gml:upperCorner></gml:Envelope></gml:boundedBy>';
		const table = await tableOf(gml(shape('<gml:Point><gml:pos>36.2 37.1</gml:pos></gml:Point>'), bounded));
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
	});

	it('may differ from row to row', async () => {
		const one = (srsName: string, numbers: string) =>
			shape(`<gml:Point srsName="${srsName}"><gml:pos>${numbers}</gml:pos></gml:Point>`);
		const text = gml(
			one('EPSG:4326', '37.1 36.2') +
				one('urn:ogc:def:crs:EPSG::4326', '35.1 36.7') +
				one('EPSG:3857', '4129953 4330133')
		);
		const places = placesOf(await tableOf(text));
		expect(places.slice(0, 2)).toEqual([
			[37.1, 36.2],
			[36.7, 35.1]
		]);
		expect(places[2]![0]).toBeCloseTo(37.1, 3);
	});
});

describe('features', () => {
	it('have their properties, those within others too', async () => {
		const text = gml(
			member(
				'<gml:boundedBy><gml:Null>unknown</gml:Null></gml:boundedBy><gml:name>A</gml:name><s:kind>base</s:kind>' +
					'<s:owner><s:Party><s:title>X</s:title><s:since>2015</s:since></s:Party></s:owner>' +
					'<s:link xlink:href="https://example.org/a" xmlns:xlink="http://www.w3.org/1999/xlink"/><s:kind>port</s:kind>' +
					'<s:geom><gml:Point><gml:pos>37.1 36.2</gml:pos></gml:Point></s:geom>'
			)
		);
		expect(await fieldsOf(text)).toEqual({
			gml_id: 'a.1',
			name: 'A',
			kind: 'base; port',
			'owner.Party.title': 'X',
			'owner.Party.since': '2015',
			link: 'https://example.org/a'
		});
	});

	it.each([
		['GML 2', '<gml:featureMember><s fid="s.1"><n>A</n></s></gml:featureMember>'],
		[
			'WFS 1.1',
			'<gml:featureMembers><s gml:id="s.1"><n>A</n></s><s gml:id="s.2"><n>B</n></s></gml:featureMembers>'
		],
		['WFS 2.0', '<wfs:member><s gml:id="s.1"><n>A</n></s></wfs:member>'],
		[
			'several queries',
			'<wfs:member><wfs:FeatureCollection><wfs:member><s gml:id="s.1"><n>A</n></s></wfs:member></wfs:FeatureCollection></wfs:member>'
		],
		['CityGML', '<c:cityObjectMember xmlns:c="urn:c"><s gml:id="s.1"><n>A</n></s></c:cityObjectMember>']
	])('are found in collections of %s', async (_, inside) => {
		const fields = await fieldsOf(gml(inside));
		expect(fields.n).toBe('A');
		expect(fields.gml_id ?? fields.fid).toBe('s.1');
	});

	it('may have a root of any name', async () => {
		const text =
			'<ogr:Sites xmlns:ogr="urn:o" xmlns:gml="http://www.opengis.net/gml"><gml:featureMember><ogr:s><ogr:n>A</ogr:n></ogr:s></gml:featureMember></ogr:Sites>';
		expect((await tableOf(text)).rows).toBe(1);
		expect(await refusalOf('<a xmlns="urn:a"><b/></a>')).toBe('other-markup a');
	});
});

describe('shapes', () => {
	const square = '36 35 37 35 37 36 36 36 36 35';
	const ring = (list: string) => `<gml:LinearRing><gml:posList>${list}</gml:posList></gml:LinearRing>`;
	const corners = [
		[36, 35],
		[37, 35],
		[37, 36],
		[36, 36],
		[36, 35]
	];
	const hole = corners.map(([x, y]) => [x! / 2 + 18.1, y! / 2 + 17.6]);
	const polygon = `<gml:Polygon><gml:exterior>${ring(square)}</gml:exterior></gml:Polygon>`;
	const line = '<gml:LineString><gml:posList>36 35 37 35</gml:posList></gml:LineString>';

	it.each([
		['a line', line, { type: 'LineString', coordinates: corners.slice(0, 2) }],
		[
			'a line of points',
			'<gml:LineString><gml:pos>36 35</gml:pos><gml:pos>37 35</gml:pos></gml:LineString>',
			{ type: 'LineString', coordinates: corners.slice(0, 2) }
		],
		[
			'a line with heights',
			'<gml:LineString srsDimension="3"><gml:posList>36 35 1 37 35 2</gml:posList></gml:LineString>',
			{ type: 'LineString', coordinates: corners.slice(0, 2) }
		],
		[
			'an area with a hole',
			`<gml:Polygon><gml:exterior>${ring(square)}</gml:exterior><gml:interior>${ring(hole.flat().join(' '))}</gml:interior></gml:Polygon>`,
			{ type: 'Polygon', coordinates: [corners, hole] }
		],
		[
			'an area of GML 2',
			'<gml:Polygon><gml:outerBoundaryIs><gml:LinearRing><gml:coordinates>36,35 37,35,5 37,36\n36,36 36,35</gml:coordinates></gml:LinearRing></gml:outerBoundaryIs></gml:Polygon>',
			{ type: 'Polygon', coordinates: [corners] }
		],
		[
			'a curve of segments',
			'<gml:Curve><gml:segments><gml:LineStringSegment><gml:posList>36 35 37 35</gml:posList></gml:LineStringSegment><gml:LineStringSegment><gml:posList>37 35 37 36</gml:posList></gml:LineStringSegment></gml:segments></gml:Curve>',
			{ type: 'LineString', coordinates: corners.slice(0, 3) }
		],
		[
			'a surface of patches',
			`<gml:Surface><gml:patches><gml:PolygonPatch><gml:exterior>${ring(square)}</gml:exterior></gml:PolygonPatch></gml:patches></gml:Surface>`,
			{ type: 'Polygon', coordinates: [corners] }
		],
		[
			'areas',
			`<gml:MultiSurface><gml:surfaceMember>${polygon}</gml:surfaceMember><gml:surfaceMembers>${polygon}</gml:surfaceMembers></gml:MultiSurface>`,
			{ type: 'MultiPolygon', coordinates: [[corners], [corners]] }
		],
		[
			'lines',
			`<gml:MultiCurve><gml:curveMember>${line}</gml:curveMember><gml:curveMember>${line}</gml:curveMember></gml:MultiCurve>`,
			{ type: 'MultiLineString', coordinates: [corners.slice(0, 2), corners.slice(0, 2)] }
		],
		[
			'a line and an area',
			`<gml:MultiGeometry><gml:geometryMember>${line}</gml:geometryMember><gml:geometryMember>${polygon}</gml:geometryMember></gml:MultiGeometry>`,
			{
				type: 'GeometryCollection',
				geometries: [
					{ type: 'Polygon', coordinates: [corners] },
					{ type: 'LineString', coordinates: corners.slice(0, 2) }
				]
			}
		]
	])('%s', async (_, inside, expected) => {
		expect(shapeOf(await tableOf(gml(shape(inside))), 0)).toEqual(expected);
	});

	it.each([
		['coord', '<gml:coord><gml:X>37.1</gml:X><gml:Y>36.2</gml:Y></gml:coord>'],
		['other signs', '<gml:coordinates decimal="," cs=";" ts=" ">37,1;36,2</gml:coordinates>'],
		['a blank behind the comma', '<gml:coordinates>37.1, 36.2</gml:coordinates>'],
		['a height', '<gml:pos>37.1 36.2 410</gml:pos>']
	])('a point with %s', async (_, inside) => {
		expect(placesOf(await tableOf(gml(shape(`<gml:Point>${inside}</gml:Point>`))))).toEqual([[37.1, 36.2]]);
	});

	it('that can’t be read cost their row only, and are told with their text', async () => {
		const text = gml(
			shape('<gml:Point><gml:pos>near the dam</gml:pos></gml:Point>') +
				shape('<gml:Point><gml:pos>37.1 36.2</gml:pos></gml:Point>')
		);
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual([null, [37.1, 36.2]]);
		expect(problems).toMatchObject([
			{ kind: 'unreadable-place', examples: [{ origin: 1, found: 'near the' }] }
		]);
	});
});

it.each([0.3, 0.6, 0.95])('cut off after %f of it, is read as far as it goes and told', async (share) => {
	const one = (id: number) =>
		member('<s:n>A</s:n><s:geom><gml:Point><gml:pos>37.1 36.2</gml:pos></gml:Point></s:geom>', `a.${id}`);
	const text = gml(Array.from({ length: 20 }, (_, id) => one(id)).join(''));
	const { table, problems } = await wholeOf(text.slice(0, Math.floor(text.length * share)));
	expect(table.rows).toBeGreaterThan(3);
	expect(problems.map(({ kind }) => kind)).toContain('truncated');
});

describe.skipIf(!hasGdal)('what GDAL writes', () => {
	const source = JSON.stringify({
		type: 'FeatureCollection',
		features: [
			{ type: 'Point', coordinates: [37.1, 36.2] },
			{
				type: 'LineString',
				coordinates: [
					[36, 35],
					[37, 36]
				]
			},
			{
				type: 'MultiPolygon',
				coordinates: [
					[
						[
							[36, 35],
							[37, 35],
							[37, 36],
							[36, 35]
						]
					],
					[
						[
							[38, 35],
							[38.1, 35],
							[38.1, 35.1],
							[38, 35]
						]
					]
				]
			}
		].map((geometry, index) => ({ type: 'Feature', properties: { name: `N${index}`, قاعدة: 'ب' }, geometry }))
	});
	it.each([
		['GML2', 'EPSG:4326'],
		['GML3', 'EPSG:4326'],
		['GML3.2', 'EPSG:4326'],
		['GML3', 'EPSG:32637'],
		['GML3.2', 'EPSG:3035'],
		['GML2', 'EPSG:3857']
	])('as %s in %s', async (version, system) => {
		const made = madeByGdal(source, 'a.geojson', 'b.gml', [
			'-f',
			'GML',
			'-dsco',
			`FORMAT=${version}`,
			'-t_srs',
			system
		]);
		const { table, problems } = await wholeOf(made);
		const original = await tableOf(source);
		expect(table.rows).toBe(3);
		for (const [row, place] of placesOf(original).entries())
			for (const axis of [0, 1]) expect(placesOf(table)[row]![axis]).toBeCloseTo(place![axis]!, 3);
		expect(rowFields(table, 0).map(({ text }) => text)).toEqual(expect.arrayContaining(['N0', 'ب']));
		expect([1, 2].map((row) => shapeOf(table, row)?.type)).toEqual(['LineString', 'MultiPolygon']);
		expect(problems.filter(({ kind }) => kind !== 'converted' && kind !== 'web-mercator')).toEqual([]);
	});
});
