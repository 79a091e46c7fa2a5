/** GeoJSON, KML, GPX, TopoJSON and their like. */
import { describe, expect, it } from 'vitest';
import { unplacedRows } from '../../../../src/lib/overlay/cells';
import {
	cellsOf,
	gzip,
	placesOf,
	problemsOf,
	refusalOf,
	rolesOf,
	rowFields,
	tableOf,
	utf16,
	wholeOf,
	zip
} from '../made';
import { point, collection, simplePlaces } from './samples';

describe('GeoJSON', () => {
	it('is read feature by feature', async () => {
		const table = await tableOf(
			collection(point(37.1, 36.2, { name: 'A', n: 1 }), point(36.7, 35.1, { name: 'B', extra: ['x', 'y'] }))
		);
		expect(placesOf(table)).toEqual(simplePlaces);
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'n', 'extra']);
		expect(cellsOf(table)).toEqual([
			['A', '1', ''],
			['B', '', 'x; y']
		]);
		expect([...table.origin]).toEqual([1, 2]);
	});

	it.each([
		['one feature', JSON.stringify(point(37.1, 36.2))],
		['one geometry', JSON.stringify(point(37.1, 36.2).geometry)],
		[
			'a collection of geometries',
			JSON.stringify({ type: 'GeometryCollection', geometries: [point(37.1, 36.2).geometry] })
		],
		['its type at the end', JSON.stringify({ features: [point(37.1, 36.2)], type: 'FeatureCollection' })],
		[
			'more members',
			JSON.stringify({
				type: 'FeatureCollection',
				name: 'features":[',
				a: { features: [1] },
				features: [point(37.1, 36.2)],
				b: [1]
			})
		],
		['a list of features', JSON.stringify([point(37.1, 36.2)])],
		['plain rows', JSON.stringify([{ name: 'A', lat: 36.2, lon: 37.1 }])],
		['plain rows under a name', JSON.stringify({ count: 1, data: [{ lat: 36.2, lon: 37.1 }] })],
		['a feature on a line', `${JSON.stringify(point(37.1, 36.2))}\n`],
		['a record separator', `\x1e${JSON.stringify(point(37.1, 36.2), null, 2)}\n`],
		['gzip', gzip(collection(point(37.1, 36.2)))],
		['UTF-16', utf16(collection(point(37.1, 36.2)), false)]
	])('may be %s', async (_, text) => {
		expect(placesOf(await tableOf(text))).toEqual([[37.1, 36.2]]);
	});

	it('may be on lines, of which each is read alone', async () => {
		const text = [point(37.1, 36.2), point(36.7, 35.1)]
			.map((each) => JSON.stringify(each))
			.join('\n{"type":\n');
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual(simplePlaces);
		expect([...table.origin]).toEqual([1, 3]);
		expect(problems).toMatchObject([
			{ kind: 'unreadable-row', examples: [{ origin: 2, found: '{"type":' }] }
		]);
	});

	it('is cut the same wherever a piece of the file ends', async () => {
		// Longer than a piece, with everything that can mislead: brackets, quotes and backslashes in texts.
		const texts = ['"}],[{', '\\', '\\"', '\\\\', 'ü', '{"type":"Feature",', '\u2028'];
		const features = Array.from({ length: 9000 }, (_, index) =>
			point(37, 36, {
				id: index,
				text: texts[index % texts.length]!.repeat(1 + (index % 5)),
				nested: { a: [{}] }
			})
		);
		for (const space of [0, 1]) {
			const text = JSON.stringify({ type: 'FeatureCollection', features }, null, space);
			expect(text.length).toBeGreaterThan(3 * (1 << 18));
			const { table, problems } = await wholeOf(text);
			expect(problems).toEqual([]);
			expect(table.rows).toBe(features.length);
			expect(cellsOf(table).map((cells) => cells[1])).toEqual(
				features.map(({ properties }) => (properties as { text: string }).text)
			);
		}
	});

	it('may be cut in the middle of an escape', async () => {
		for (const pad of ['', 'x', 'xx', 'xxx']) {
			const text = `${pad}${'\\"'.repeat(200_000)}`;
			const table = await tableOf(collection(point(37.1, 36.2, { text }), point(36.7, 35.1, { text: 'b' })));
			expect(cellsOf(table).map(([cell]) => cell!.length)).toEqual([text.length, 1]);
		}
	});

	it('loses a feature with brackets too few before one with brackets too many, and not that', async () => {
		const good = JSON.stringify(point(37.1, 36.2));
		const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":1,\n${good}}},${good}]}`;
		const { table, problems } = await wholeOf(text);
		expect(table.rows).toBe(2);
		expect(problems).toContainEqual(expect.objectContaining({ kind: 'unreadable-row', count: 1 }));
	});

	it('loses a broken feature and no other', async () => {
		const good = JSON.stringify(point(37.1, 36.2));
		const text = `{"type":"FeatureCollection","features":[${good},{"type":"Feature","properties":{"a":"b"},"geometry":{"type":"Point",\n${good},{"type":"Feature","properties":{"a":"b\n"},\n${good}]}`;
		const { table, problems } = await wholeOf(text);
		expect(table.rows).toBe(3);
		expect(placesOf(table)).not.toContain(null);
		expect(problems.map(({ kind }) => kind)).toContain('unreadable-row');
	});

	it('that is cut off is read as far as it goes', async () => {
		const text = collection(point(37.1, 36.2), point(36.7, 35.1), point(36, 35));
		const { table } = await wholeOf(text.slice(0, -20));
		expect(placesOf(table)).toEqual(simplePlaces);
		expect(await problemsOf(text.slice(0, -20))).toContain('truncated 1');
		expect(placesOf(await tableOf(text.slice(0, -1)))).toHaveLength(3);
	});

	it('lists features that are nowhere', async () => {
		const nowhere = { type: 'Feature', properties: { name: 'N' }, geometry: null };
		const broken = {
			type: 'Feature',
			properties: { name: 'B' },
			geometry: { type: 'Point', coordinates: [] }
		};
		const { table, problems } = await wholeOf(collection(point(37.1, 36.2), nowhere, broken));
		expect([...unplacedRows(table)]).toEqual([1, 2]);
		expect(problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['no-place', 'bad-geometry']));
	});

	it('tells of mixed types', async () => {
		const { problems } = await wholeOf(
			collection(point(1, 2, { a: 1 }), point(1, 2, { a: 'x' }), point(1, 2, { a: 'y' }))
		);
		expect(problems).toMatchObject([
			{ kind: 'mixed-types', count: 1, examples: [{ origin: 2, column: 'a', found: 'x' }] }
		]);
	});

	it('may have names that JavaScript has for itself', async () => {
		const text = `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[37,36]},"properties":{"__proto__":"p","constructor":"c","toString":"t"}}]}`;
		const table = await tableOf(text);
		expect(rowFields(table, 0)).toEqual([
			{ name: '__proto__', text: 'p' },
			{ name: 'constructor', text: 'c' },
			{ name: 'toString', text: 't' }
		]);
	});

	it('keeps 256 columns and says so', async () => {
		const features = Array.from({ length: 400 }, (_, index) => point(1, 2, { [`p${index}`]: index }));
		expect((await tableOf(collection(...features))).columns).toHaveLength(256);
		expect(await problemsOf(collection(...features))).toEqual(['too-many-columns 144']);
	});
});

describe('other formats', () => {
	const placemark = (name: string, at: string, more = '') =>
		`<Placemark><name>${name}</name>${more}<Point><coordinates>${at}</coordinates></Point></Placemark>`;
	const kml = (...content: string[]) =>
		`<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${content.join('\n')}</Document></kml>`;

	it('KML', async () => {
		const text = kml(
			'<!-- <Placemark> -->',
			`<Folder><name>Iran &amp; others</name>${placemark('A', '37.1,36.2,0', '<description><![CDATA[<b>x</b> </Placemark>]]></description><ExtendedData><Data name="actor"><value>Iran</value></Data></ExtendedData>')}</Folder>`,
			`<Folder><name><![CDATA[B & C]]></name><Folder><name>inner</name>${placemark('B', '36.7,35.1')}</Folder></Folder>`,
			'<Placemark><name>L</name><LineString><coordinates>36,35 37,35</coordinates></LineString></Placemark>',
			'<Placemark><name>Nowhere</name></Placemark>',
			'<NetworkLink><Link><href>https://example.org/x.kml</href></Link></NetworkLink>'
		);
		const { table, problems, guesses } = await wholeOf(text);
		expect(guesses.format).toBe('kml');
		expect(placesOf(table)).toEqual([...simplePlaces, [36.5, 35], null]);
		const fields = (row: number) =>
			Object.fromEntries(rowFields(table, row).map(({ name, text }) => [name, text]));
		expect(fields(0)).toMatchObject({
			name: 'A',
			folder: 'Iran & others',
			actor: 'Iran',
			description: '<b>x</b> </Placemark>'
		});
		expect(fields(1)).toMatchObject({ name: 'B', folder: 'B & C / inner' });
		expect(problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['network-link', 'no-place']));
	});

	it('KML of many placemarks, of which one is broken', async () => {
		const many = Array.from({ length: 3000 }, (_, index) => placemark(`P${index}`, `37.1,36.2`));
		many[1234] = '<Placemark><name>broken<Point><coordinates>37,36</coordinates></Point></Placemark>';
		const { table, problems } = await wholeOf(kml(...many));
		expect(table.rows).toBe(2999);
		expect(problems).toMatchObject([{ kind: 'unreadable-row', count: 1, examples: [{ origin: 1235 }] }]);
	});

	it('KMZ', async () => {
		const text = kml(placemark('A', '37.1,36.2'));
		const { table, problems } = await wholeOf(
			zip({ 'images/a.png': 'x', 'doc.kml': text, 'other.kml': text })
		);
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
		expect(problems).toMatchObject([{ kind: 'other-file', examples: [{ found: 'other.kml' }] }]);
	});

	it('GPX', async () => {
		const { table, guesses } = await wholeOf(
			`<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><metadata><name>m</name></metadata><wpt lat="36.2" lon="37.1"><name>A &gt; B</name></wpt><trk><name>T</name><trkseg><trkpt lat="35" lon="36"/><trkpt lat="35" lon="37"/></trkseg></trk></gpx>`
		);
		expect(guesses.format).toBe('gpx');
		expect(placesOf(table)).toEqual([
			[37.1, 36.2],
			[36.5, 35]
		]);
		expect(rowFields(table, 0)).toContainEqual({ name: 'name', text: 'A > B' });
	});

	it('TopoJSON', async () => {
		const topology = {
			type: 'Topology',
			transform: { scale: [0.1, 0.1], translate: [36, 35] },
			objects: {
				sites: {
					type: 'GeometryCollection',
					geometries: [{ type: 'Point', coordinates: [11, 12], properties: { name: 'A' } }]
				}
			},
			arcs: []
		};
		const table = await tableOf(JSON.stringify(topology));
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
		const broken = { ...topology, objects: { lines: { type: 'LineString', arcs: [5] } } };
		expect(await problemsOf(JSON.stringify(broken))).toEqual(['unreadable-row 1']);
	});

	it('an article of ours', async () => {
		const { readFileSync } = await import('node:fs');
		const file = readFileSync(new URL('../../../../geodata/articles/iran-focus-2015.json', import.meta.url));
		const article = JSON.parse(file.toString()) as { reports: { id: string }[] };
		const table = await tableOf(file);
		expect(table.rows).toBe(article.reports.length);
		expect(rolesOf(table)).toMatchObject({ actor: 'actor', date: 'date', quote: 'quote', source: 'source' });
	});
});

describe('TopoJSON whose arcs are used many times', () => {
	const topology = (uses: number, points: number) =>
		JSON.stringify({
			type: 'Topology',
			arcs: [Array.from({ length: points }, (_, index) => [36 + index / points, 35])],
			objects: {
				a: { type: 'MultiLineString', arcs: Array.from({ length: uses }, () => [0]) },
				b: { type: 'GeometryCollection', geometries: [{ type: 'LineString', arcs: [0] }] }
			}
		});

	it('is read while its points are as many as may be', async () => {
		const table = await tableOf(topology(3, 10));
		expect(table.shapes.positions.length).toBe((3 * 10 + 10) * 2);
	});

	it('is refused before it is expanded where they are more', async () => {
		// 20 KB that would be 50 million points.
		expect(await refusalOf(topology(10_000, 5000))).toMatch(/^too-many-points/);
	});

	it('may name arcs that it has not', async () => {
		const broken = JSON.parse(topology(1, 10)) as { objects: { b: { geometries: object[] } } };
		broken.objects.b.geometries.push({ type: 'LineString', arcs: [7] }, { type: 'LineString', arcs: 'x' });
		expect(await problemsOf(JSON.stringify(broken))).toContain('unreadable-row 1');
	});
});
