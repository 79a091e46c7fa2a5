/** Shapes that JSON has besides GeoJSON and lists: nested places, keys, cells, columns, and wrappings of all of them. */
import { describe, expect, it } from 'vitest';
import { cellsOf, placesOf, problemsOf, refusalOf, rowFields, tableOf, wholeOf } from '../made';

const both = [
	[37.1, 36.2],
	[36.7, 35.1]
];
const read = async (value: unknown) => {
	const { table } = await wholeOf(JSON.stringify(value));
	return { places: placesOf(table), names: table.columns.map(({ name }) => name), cells: cellsOf(table) };
};

describe('places within a row', () => {
	it.each([
		['lat and lon', { lat: 36.2, lon: 37.1 }],
		['lat and lng', { lat: 36.2, lng: 37.1 }],
		['latitude and longitude', { latitude: 36.2, longitude: 37.1 }],
		['texts', { latitude: '36.2', longitude: '37.1' }]
	])('%s under any key', async (_, at) => {
		for (const key of ['location', 'where', 'Standort'])
			expect(placesOf(await tableOf(JSON.stringify([{ name: 'A', [key]: at }])))).toEqual([[37.1, 36.2]]);
	});

	it('become columns, and all else of the row stays', async () => {
		const rows = [
			{ name: 'A', location: { lat: 36.2, lon: 37.1, town: 'Aleppo' }, tags: { x: 1 } },
			{ name: 'B', location: null, tags: null },
			{ name: 'C', location: 'near the dam', tags: { x: 2 } }
		];
		expect(await read(rows)).toEqual({
			places: [[37.1, 36.2], null, null],
			names: ['name', 'location.lat', 'location.lon', 'location.town', 'tags', 'location'],
			cells: [
				['A', '36.2', '37.1', 'Aleppo', '{"x":1}', ''],
				['B', '', '', '', '', ''],
				['C', '', '', '', '{"x":2}', 'near the dam']
			]
		});
	});

	it('lie deeper as well, as those of search engines and address books do', async () => {
		expect((await read([{ id: 1, _source: { n: 'A', location: { lat: 36.2, lon: 37.1 } } }])).places).toEqual(
			[[37.1, 36.2]]
		);
		expect(
			(await read([{ id: 1, address: { city: 'X', geo: { lat: '36.2', lng: '37.1' } } }])).places
		).toEqual([[37.1, 36.2]]);
	});

	it('are geometries of GeoJSON under any key', async () => {
		const point = { type: 'Point', coordinates: [37.1, 36.2] };
		for (const key of ['location', 'geometry', 'geo_shape', 'extent'])
			expect((await read([{ name: 'A', [key]: point }])).places).toEqual([[37.1, 36.2]]);
	});

	it('of two kinds are both offered', async () => {
		const { guesses } = await wholeOf(
			JSON.stringify([{ start: { lat: 36.2, lon: 37.1 }, end: { lat: 35.1, lon: 36.7 } }])
		);
		expect(guesses.placeOthers).toHaveLength(1);
	});
});

describe('rows under keys', () => {
	const sites = { s1: { name: 'A', lat: 36.2, lon: 37.1 }, s2: { name: 'B', lat: 35.1, lon: 36.7 } };

	it.each([
		['the document itself', sites],
		['a name in it', { generated: '2016', sites }],
		['two names', { status: 'ok', centre: { lat: 1, lon: 2 }, result: { sites } }]
	])('of %s have the key as a column', async (_, document) => {
		expect(await read(document)).toEqual({
			places: both,
			names: ['key', 'name', 'lat', 'lon'],
			cells: [
				['s1', 'A', '36.2', '37.1'],
				['s2', 'B', '35.1', '36.7']
			]
		});
	});

	it('keep a column of that name beside it', async () => {
		expect((await read({ a: { key: 'x', lat: 36.2, lon: 37.1 } })).names).toEqual([
			'key 2',
			'key',
			'lat',
			'lon'
		]);
	});

	it('may be features, or have their place within', async () => {
		const feature = (at: number[]) => ({
			type: 'Feature',
			properties: { n: 1 },
			geometry: { type: 'Point', coordinates: at }
		});
		expect(await read({ a: feature(both[0]!), b: feature(both[1]!) })).toMatchObject({
			places: both,
			cells: [
				['a', '1'],
				['b', '1']
			]
		});
		const within = Object.fromEntries(both.map(([lon, lat], at) => [`k${at}`, { location: { lat, lon } }]));
		expect((await read(within)).places).toEqual(both);
	});

	it('without places are rows where they are alike, and nothing where they are not', async () => {
		expect((await read({ a: { n: 'x' }, b: { n: 'y' } })).cells).toEqual([
			['a', 'x'],
			['b', 'y']
		]);
		expect(await refusalOf('{"meta":{"a":1},"settings":{"b":2}}')).toBe('json-without-rows');
	});
});

describe('rows of cells', () => {
	const header = ['name', 'lat', 'lon'];
	const rows = [
		['A', 36.2, 37.1],
		['B', 35.1, 36.7]
	];

	it('have their header in the first row', async () => {
		expect(await read([header, ...rows])).toMatchObject({ places: both, names: header });
		expect(await read([header, rows[0]])).toMatchObject({
			places: [both[0]],
			cells: [['A', '36.2', '37.1']]
		});
	});

	it('have tags of HXL below it, or instead of it', async () => {
		const tags = ['#loc+name', '#geo+lat', '#geo+lon'];
		const odd = ['الاسم', 'N', 'E'];
		expect(await read([odd, tags, ...rows])).toMatchObject({ places: both, names: odd });
		expect(await read([tags, ...rows])).toMatchObject({ places: both, names: tags });
		expect(await read({ data: [odd, tags, ...rows] })).toMatchObject({ places: both, names: odd });
	});

	it('have none where the first row is data', async () => {
		expect(await read(rows)).toMatchObject({ places: both, names: ['1', '2', '3'] });
	});

	it.each([
		['pandas', { columns: header, index: [0, 1], data: rows }],
		['a schema', { fields: header.map((id) => ({ id, type: 'text' })), rows }],
		['Socrata', { meta: { view: { name: 'V', columns: header.map((name) => ({ name })) } }, data: rows }],
		['a wrapping', { result: { columns: header, rows } }]
	])('have their names apart from them: %s', async (_, document) => {
		expect(await read(document)).toMatchObject({ places: both, names: header });
	});

	it('may be short or long, and are told', async () => {
		const text = JSON.stringify([header, ['A', 36.2], ['B', 35.1, 36.7, 'more']]);
		expect(placesOf(await tableOf(text))).toEqual([null, both[1]]);
		expect(await problemsOf(text)).toEqual(['extra-cells 1', 'missing-cells 1', 'no-place 1']);
	});

	it('are not mixed with rows of names', async () => {
		const mixed = JSON.stringify([header, { name: 'X', lat: 1, lon: 2 }, ...rows]);
		expect(placesOf(await tableOf(mixed))).toEqual([[2, 1]]);
		expect(await problemsOf(mixed)).toEqual(['not-a-row 3']);
	});
});

it.each([
	['lists', { name: ['A', 'B'], lat: [36.2, 35.1], lon: [37.1, 36.7], note: 'x' }],
	['numbered values', { name: { 0: 'A', 1: 'B' }, lat: { 0: 36.2, 1: 35.1 }, lon: { 0: 37.1, 1: 36.7 } }]
])('columns as %s are read', async (_, document) => {
	expect(await read(document)).toMatchObject({ places: both, names: ['name', 'lat', 'lon'] });
});

describe('wrappings', () => {
	const rows = both.map(([lon, lat], index) => ({ _id: index + 1, lat, lon }));
	const collection = (at: (number[] | undefined)[]) => ({
		type: 'FeatureCollection',
		features: at.map((coordinates) => ({
			type: 'Feature',
			properties: { n: 1 },
			geometry: { type: 'Point', coordinates }
		}))
	});

	it('of CKAN are read', async () => {
		const document = {
			help: 'https://example.org',
			success: true,
			result: {
				resource_id: 'x',
				fields: [
					{ id: '_id', type: 'int' },
					{ id: 'lat', type: 'numeric' },
					{ id: 'lon', type: 'numeric' }
				],
				records: rows,
				_links: { start: '/a' }
			}
		};
		expect(await read(document)).toMatchObject({ places: both, names: ['_id', 'lat', 'lon'] });
	});

	it.each([
		['once', { data: collection(both) }],
		['thrice', { a: { b: { c: collection(both), more: 1 } } }],
		['in a list', [collection([both[0]]), collection([both[1]])]],
		['in lists of layers', { layers: [collection([both[0]]), collection([both[1]])] }]
	])('of a collection of features, %s', async (_, document) => {
		for (const text of [JSON.stringify(document), JSON.stringify(document, null, 1)]) {
			const { table, problems } = await wholeOf(text);
			expect([placesOf(table), problems, [...table.origin]]).toEqual([both, [], [1, 2]]);
		}
	});

	it('keep the coordinate system of what they wrap', async () => {
		const metres = {
			...collection([[330000, 4010000]]),
			crs: { type: 'name', properties: { name: 'EPSG:32637' } }
		};
		const { guesses } = await wholeOf(JSON.stringify({ data: metres }));
		expect(guesses.projection).toBe('EPSG:32637');
	});

	it('may call other things features', async () => {
		const document = { meta: { features: ['x', 'y'] }, events: rows };
		expect((await read(document)).places).toEqual(both);
		expect(await problemsOf(JSON.stringify(document))).toEqual([]);
	});

	it('of a topology, and of one row alone', async () => {
		const topology = {
			type: 'Topology',
			arcs: [],
			objects: { a: { type: 'Point', coordinates: [37.1, 36.2], properties: { n: 1 } } }
		};
		expect((await read({ data: topology })).places).toEqual([both[0]]);
		expect((await read({ name: 'A', lat: 36.2, lon: 37.1 })).places).toEqual([both[0]]);
	});

	it('cut off anywhere are read as far as they go, or refused', async () => {
		const text = JSON.stringify({ data: collection(both) });
		for (const share of [0.3, 0.6, 0.9]) {
			const cut = text.slice(0, Math.floor(text.length * share));
			expect((await problemsOf(cut)).join() + ((await refusalOf(cut)) ?? '')).not.toBe('');
		}
	});
});

it.each([
	['a variable', 'var sites = {"type":"FeatureCollection","features":[]};'],
	['a constant', '// made by a program\nconst a = [{"lat":36,"lon":37}]'],
	['a module', 'export default [{"lat":36,"lon":37}];'],
	['a property', 'window.data = {"lat":36}'],
	['a call', 'eqfeed_callback({"type":"FeatureCollection","features":[]});'],
	['a function', '"use strict";\n(function () { return 1; })()']
])('JavaScript with %s is told', async (_, text) => {
	expect(await refusalOf(text)).toBe('script');
});

it('a table whose words are those of JavaScript is one', async () => {
	for (const header of ['var,lat,lon', 'import,lat,lon', 'function,lat,lon', 'let it be,lat,lon'])
		expect(rowFields(await tableOf(`${header}\nA,36.2,37.1`), 0)).toHaveLength(3);
});

it('a log of a receiver is told', async () => {
	expect(await refusalOf('$GPGGA,092750.000,5321.6802,N,00630.3372,W,1,8,1.03,61.7,M,55.2,M,,*76\n')).toBe(
		'nmea'
	);
	expect(await refusalOf('!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\n')).toBe('nmea');
});
