/** Whatever a file holds, it is read or refused: reading never throws, never hangs and never loses a row. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { gunzipSync, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { gzip, readText, utf16, wholeOf, zip } from '../made';

const kml =
	'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder><name>F</name>' +
	'<Placemark><name><![CDATA[a<b]]></name><Point><coordinates>37.1,36.2,0</coordinates></Point></Placemark>'.repeat(
		3
	) +
	'</Folder></Document></kml>';
const feature = (index: number) => ({
	type: 'Feature',
	properties: { name: `N"${index}\\`, actor: 'x', date: '2015-09-24' },
	geometry: { type: 'Point', coordinates: [37 + index, 36] }
});
const features = [0, 1, 2, 3].map(feature);
const csv = 'name;lat;lon;date\n"A ""x""\n";36,2;37,1;24/09/2015\nب;35°6\'N;36.7;2015\n'.repeat(3);
const book = utils.book_new();
utils.book_append_sheet(book, utils.aoa_to_sheet([['About'], ['this']]), 'About');
utils.book_append_sheet(
	book,
	utils.aoa_to_sheet([
		['name', 'lat', 'lon'],
		['A', 36, 37],
		['B', 35, 36]
	]),
	'Sites'
);
const fixture = (name: string) =>
	new Uint8Array(readFileSync(fileURLToPath(new URL(`../../../fixtures/own/gdal/${name}`, import.meta.url))));
const valid: Record<string, string | Uint8Array> = {
	csv,
	geojson: JSON.stringify({ type: 'FeatureCollection', features }),
	lines: features.map((each) => JSON.stringify(each)).join('\n'),
	kml,
	gpx: '<gpx xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="36" lon="37"><name>A</name></wpt><rte><rtept lat="1" lon="2"/><rtept lat="2" lon="3"/></rte></gpx>',
	topojson: JSON.stringify({
		type: 'Topology',
		objects: {
			a: {
				type: 'GeometryCollection',
				geometries: [
					{ type: 'LineString', arcs: [0] },
					{ type: 'Polygon', arcs: [[~0]] }
				]
			}
		},
		arcs: [
			[
				[0, 0],
				[1, 1],
				[2, 0],
				[0, 0]
			]
		]
	}),
	gml: `<c xmlns:gml="http://www.opengis.net/gml">${'<gml:featureMember><s fid="1"><n>A</n><g><gml:Point srsName="EPSG:4326"><gml:coordinates>37,36</gml:coordinates></gml:Point></g></s></gml:featureMember>'.repeat(2)}</c>`,
	feed: `<rss xmlns:georss="http://www.georss.org/georss"><channel>${'<item><title>A</title><pubDate>Thu, 24 Sep 2015 10:00:00 GMT</pubDate><georss:point>36 37</georss:point></item>'.repeat(2)}</channel></rss>`,
	tcx: `<TrainingCenterDatabase>${'<Activity Sport="x"><Lap><Track><Trackpoint><Time>2015-09-24T10:00:00Z</Time><Position><LatitudeDegrees>36</LatitudeDegrees><LongitudeDegrees>37</LongitudeDegrees></Position></Trackpoint></Track></Lap></Activity>'.repeat(2)}</TrainingCenterDatabase>`,
	osm: '<osm><node id="1" lat="36" lon="37"><tag k="name" v="A"/></node><node id="2" lat="35" lon="37"/><way id="3"><nd ref="1"/><nd ref="2"/><tag k="highway" v="track"/></way></osm>',
	cells: JSON.stringify([
		['name', 'lat', 'lon'],
		['#loc', '#geo+lat', '#geo+lon'],
		['A', 36, 37],
		['B', 35, 37]
	]),
	keyed: JSON.stringify({
		sites: { a: { location: { lat: 36, lon: 37 } }, b: { location: { lat: 35, lon: 37 } } }
	}),
	wrapped: JSON.stringify({ data: { type: 'FeatureCollection', features } }),
	flatgeobuf: new Uint8Array(readFileSync(new URL('../../../fixtures/own/gdal/places.fgb', import.meta.url))),
	gzip: gzip(csv),
	kmz: zip({ 'doc.kml': kml }),
	utf16: utf16(csv, false),
	workbook: new Uint8Array(
		write(book, { type: 'array', bookType: 'xlsx', compression: true }) as ArrayBuffer
	),
	'older workbook': new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer),
	shapefile: zip(
		Object.fromEntries(
			// Without definitions of coordinate systems, of which there is a long list.
			Object.entries(unzipSync(fixture('shapes.shp.zip'))).filter(([name]) => !name.endsWith('.prj'))
		)
	),
	geopackage: gunzipSync(fixture('layers.gpkg.gz'))
};
const bytesOf = (content: string | Uint8Array) =>
	typeof content === 'string' ? new TextEncoder().encode(content) : content;

/** Reads a file and checks what holds for all. */
async function check(content: Uint8Array | string) {
	const result = await readText(content);
	if (result.refusal) return;
	const { rows, columns, longitude, latitude, origin } = result.table;
	expect(rows).toBeGreaterThan(0);
	expect([longitude.length, latitude.length, origin.length]).toEqual([rows, rows, rows]);
	for (const column of columns) {
		if (column.kind === 'coded') expect(column.codes.length).toBe(rows);
		else if (column.kind === 'text') expect(column.ends.length).toBe(rows);
		else if (column.kind === 'number') expect(column.values.length).toBe(rows);
		else expect([column.from.length, column.to.length]).toEqual([rows, rows]);
	}
	for (let row = 0; row < rows; row++) {
		expect(Number.isNaN(longitude[row])).toBe(Number.isNaN(latitude[row]));
		if (!Number.isNaN(longitude[row])) expect(Math.abs(longitude[row]!)).toBeLessThanOrEqual(180.00001);
	}
	for (const { count, examples } of result.problems) {
		expect(count).toBeGreaterThan(0);
		expect(examples.length).toBeLessThanOrEqual(5);
	}
}

describe('anything', () => {
	it('of random bytes', async () => {
		await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), check), { numRuns: 300 });
	});

	it('behind the first bytes of every kind', async () => {
		const start = fc.constantFrom(
			'{"type":"FeatureCollection","features":[',
			'[',
			'{',
			'<kml>',
			'<gpx><wpt',
			'<rss><item>',
			'<osm><node',
			'fgb\x03fgb\x00',
			'PAR1\x00',
			'[["a","lat"],',
			'PK\x03\x04',
			'\x1f\x8b\x08',
			'lat,lon\n',
			'"',
			'\x1e{',
			'<?xml',
			'<!--',
			'sep=;\n'
		);
		const rest = fc.oneof(
			fc.uint8Array({ maxLength: 200 }),
			fc.string().map((text) => new TextEncoder().encode(text))
		);
		const bytes = fc
			.tuple(start, rest)
			.map(([first, more]) =>
				Uint8Array.from([...[...first].map((character) => character.charCodeAt(0)), ...more])
			);
		await fc.assert(fc.asyncProperty(bytes, check), { numRuns: 500 });
	});

	it('of any JSON', async () => {
		await fc.assert(fc.asyncProperty(fc.json(), check), { numRuns: 200 });
		const odd = fc.record({
			type: fc.constantFrom('Feature', 'FeatureCollection', 'Topology', 'Point'),
			features: fc.jsonValue(),
			geometry: fc.jsonValue(),
			properties: fc.jsonValue(),
			objects: fc.jsonValue(),
			arcs: fc.jsonValue(),
			crs: fc.jsonValue(),
			coordinates: fc.jsonValue()
		});
		await fc.assert(
			fc.asyncProperty(
				odd.map((value) => JSON.stringify(value)),
				check
			),
			{ numRuns: 200 }
		);
	});

	describe.each(Object.entries(valid))('%s', (_, content) => {
		const bytes = bytesOf(content);

		it('is read whole', async () => {
			const { table } = await wholeOf(content);
			expect(table.rows).toBeGreaterThan(1);
			await check(content);
		});

		it('cut off at any place', async () => {
			const step = Math.max(1, Math.floor(bytes.length / 150));
			for (let end = 0; end < bytes.length; end += step) await check(bytes.slice(0, end));
		});

		it('with bytes changed', async () => {
			const change = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), {
				minLength: 1,
				maxLength: 6
			});
			await fc.assert(
				fc.asyncProperty(change, async (changes) => {
					const mutated = bytes.slice();
					for (const [at, byte] of changes) mutated[at] = byte;
					await check(mutated);
				}),
				{ numRuns: 100 }
			);
		});

		it('with a part repeated or taken out', async () => {
			const place = fc.nat(bytes.length);
			await fc.assert(
				fc.asyncProperty(place, place, place, async (a, b, c) => {
					await check(
						Uint8Array.from([
							...bytes.slice(0, a),
							...bytes.slice(Math.min(b, c), Math.max(b, c)),
							...bytes.slice(a)
						])
					);
					await check(Uint8Array.from([...bytes.slice(0, Math.min(a, b)), ...bytes.slice(Math.max(a, b))]));
				}),
				{ numRuns: 60 }
			);
		});
	});

	it('has as many rows as a table has lines, however it is written', async () => {
		const cell = fc.oneof(
			fc.string({ maxLength: 8 }),
			fc.constantFrom('a,b', 'x"y', 'two\nlines', 'ü', ' ', '')
		);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 30 }), async (rows) => {
				const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
				const lines = rows.map(([a, b]) => `x,${quote(a)},${quote(b)},36.2,37.1\n`);
				const { table } = await wholeOf(`k,a,b,lat,lon\n${lines.join('')}`, { delimiter: ',', header: true });
				expect(table.rows).toBe(rows.length);
				expect(table.longitude.every((longitude) => longitude === 37.1)).toBe(true);
			}),
			{ numRuns: 100 }
		);
	});
});
