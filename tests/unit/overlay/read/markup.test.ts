/** KML and GPX: name spaces, all ways to write data, what is broken, and what other readers make of them. */
import { gpx as gpxOfOthers, kml as kmlOfOthers } from '@tmcw/togeojson';
import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import type { Table } from '../../../../src/lib/overlay/table';
import { placesOf, problemsOf, refusalOf, rolesOf, rowFields, shapeOf, tableOf, wholeOf } from '../made';

const fieldsOf = (table: Table, row: number) =>
	Object.fromEntries(
		rowFields(table, row)
			.filter(({ text }) => text !== '')
			.map(({ name, text }) => [name, text])
	);
const kml = (inside: string, root = 'xmlns="http://www.opengis.net/kml/2.2"') =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<kml ${root}>${inside}</kml>`;
const point = (name: string, at = '37.1,36.2') =>
	`<Placemark><name>${name}</name><Point><coordinates>${at}</coordinates></Point></Placemark>`;
const gpx = (inside: string, root = 'xmlns="http://www.topografix.com/GPX/1/1"') =>
	`<gpx version="1.1" ${root}>${inside}</gpx>`;
const foundOf = async (text: string, wanted: string) =>
	(await wholeOf(text)).problems.find(({ kind }) => kind === wanted)?.examples.map(({ found }) => found);

describe('elements are told by their name space', () => {
	const prefixed = (text: string) =>
		text.replace(/<(\/?)(?=[A-Za-z])/g, '<$1k:').replace('xmlns=', 'xmlns:k=');

	it.each([
		['the default', kml(point('A'))],
		['another prefix', prefixed(kml(point('A')))],
		['Google’s older name', kml(point('A'), 'xmlns="http://earth.google.com/kml/2.1"')],
		['none', kml(point('A'), '')],
		['one of nobody', kml(point('A'), 'xmlns="http://example.org/x"')],
		['a prefix that is not declared', kml(point('A').replace(/<(\/?)/g, '<$1k:'))],
		['no root but a document', `<Document>${point('A')}</Document>`],
		['no root but a folder', `<?xml version="1.0"?><!-- x --><Folder>${point('A')}</Folder>`],
		['no root at all', point('A')],
		[
			'a root of another name space inside',
			kml(`<Document xmlns="http://www.opengis.net/kml/2.2">${point('A')}</Document>`, '')
		]
	])('KML with %s', async (_, text) => {
		const { table, problems, guesses } = await wholeOf(text);
		expect(guesses.format).toBe('kml');
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
		expect(fieldsOf(table, 0)).toEqual({ name: 'A' });
		expect(problems).toEqual([]);
	});

	it.each([
		['the default', gpx('<wpt lat="36.2" lon="37.1"><name>A</name></wpt>')],
		[
			'another prefix',
			'<g:gpx xmlns:g="http://www.topografix.com/GPX/1/0"><g:wpt lat="36.2" lon="37.1"><g:name>A</g:name></g:wpt></g:gpx>'
		],
		[
			'a prefix that is not declared',
			'<gpx:gpx><gpx:wpt lat="36.2" lon="37.1"><gpx:name>A</gpx:name></gpx:wpt></gpx:gpx>'
		],
		['none', gpx('<wpt lat="36.2" lon="37.1"><name>A</name></wpt>', '')],
		[
			'an attribute of a prefix that is not declared',
			gpx('<wpt lat="36.2" lon="37.1"><name>A</name></wpt>', 'xsi:schemaLocation="a b"')
		]
	])('GPX with %s', async (_, text) => {
		const { table, problems, guesses } = await wholeOf(text);
		expect(guesses.format).toBe('gpx');
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
		expect(fieldsOf(table, 0)).toEqual({ name: 'A' });
		expect(problems).toEqual([]);
	});

	it('and the elements of others are not taken for ours', async () => {
		const table = await tableOf(
			kml(
				'<Document><atom:name>no</atom:name><Folder><x:name>no</x:name><name>F</name><x:Placemark/>' +
					'<Placemark><atom:author><atom:name>Author</atom:name></atom:author><atom:link href="https://example.org/a"/><name>A</name>' +
					'<gx:balloonVisibility>1</gx:balloonVisibility><Point><coordinates>37.1,36.2</coordinates></Point></Placemark></Folder></Document>',
				'xmlns="http://www.opengis.net/kml/2.2" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:x="urn:x"'
			)
		);
		expect(table.rows).toBe(1);
		expect(fieldsOf(table, 0)).toEqual({
			name: 'A',
			author: 'Author',
			link: 'https://example.org/a',
			folder: 'F'
		});
	});

	it('a declaration ends with its element', async () => {
		const table = await tableOf(
			kml(
				`<Document><p:x xmlns:p="urn:other"><p:Placemark/></p:x><p:Placemark xmlns:p="http://www.opengis.net/kml/2.2"><p:name>A</p:name></p:Placemark></Document>`
			)
		);
		expect(table.rows).toBe(1);
		expect(fieldsOf(table, 0)).toEqual({ name: 'A' });
	});
});

describe('KML', () => {
	it('has its data in any of three forms', async () => {
		const table = await tableOf(
			kml(
				`<Document><Schema id="s"><SimpleField name="code" type="string"/></Schema><Placemark><name>A</name><ExtendedData>
				<Data name="actor"><displayName>Actor</displayName><value>Iran</value></Data>
				<Data name="bare">x</Data>
				<SchemaData schemaUrl="#s"><SimpleData name="code">007</SimpleData></SchemaData>
				<c:camp xmlns:c="urn:c"><c:number>14</c:number></c:camp><c:name xmlns:c="urn:c">other</c:name>
				</ExtendedData></Placemark></Document>`
			)
		);
		expect(fieldsOf(table, 0)).toEqual({
			name: 'A',
			actor: 'Iran',
			bare: 'x',
			code: '007',
			number: '14',
			'name 2': 'other'
		});
	});

	it('has placemarks of a schema’s own name', async () => {
		const table = await tableOf(
			kml(
				'<Document><Schema name="Pothole" parent="Placemark"><SimpleField name="bump" type="double"/></Schema>' +
					'<Pothole><name>A</name><bump>3.5</bump><Point><coordinates>37.1,36.2</coordinates></Point></Pothole></Document>'
			)
		);
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
		expect(fieldsOf(table, 0)).toEqual({ name: 'A', bump: '3.5' });
	});

	it.each([
		['<TimeStamp><when>2015-09-24</when></TimeStamp>', { when: '2015-09-24' }, '2015-09-24', '2015-09-24'],
		['<gx:TimeStamp><when>2015-09</when></gx:TimeStamp>', { when: '2015-09' }, '2015-09-01', '2015-09-30'],
		[
			'<TimeSpan><begin>2012</begin><end>2019</end></TimeSpan>',
			{ when: '2012/2019', from: '2012', to: '2019' },
			'2012-01-01',
			'2019-12-31'
		],
		[
			'<TimeSpan><begin>2012-03-01T10:00:00Z</begin><end>2012-03-05T11:00:00+03:00</end></TimeSpan>',
			{ when: '2012-03-01/2012-03-05', from: '2012-03-01T10:00:00Z', to: '2012-03-05T11:00:00+03:00' },
			'2012-03-01',
			'2012-03-05'
		],
		[
			'<gx:Track><when>2012-03-01T10:00:00Z</when><when>2012-03-02T10:00:00Z</when><gx:coord>37 36 0</gx:coord><gx:coord>37 36.1 0</gx:coord></gx:Track>',
			{ when: '2012-03-01/2012-03-02', from: '2012-03-01T10:00:00Z', to: '2012-03-02T10:00:00Z' },
			'2012-03-01',
			'2012-03-02'
		]
	])('has its dates in %s', async (markup, fields, from, to) => {
		const table = await tableOf(
			kml(
				`<Placemark>${markup}</Placemark>`,
				'xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"'
			)
		);
		expect(fieldsOf(table, 0)).toEqual(fields);
		expect(rolesOf(table).date).toBe('when');
		const date = table.columns[table.roles.date!]!;
		const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
		expect(date.kind === 'date' && [iso(date.from[0]!), iso(date.to[0]!)]).toEqual([from, to]);
	});

	it('has spans that are open at an end', async () => {
		const span = (inside: string) => kml(`<Placemark><TimeSpan>${inside}</TimeSpan></Placemark>`);
		expect(fieldsOf(await tableOf(span('<begin>2012</begin>')), 0)).toEqual({
			when: '2012/..',
			from: '2012'
		});
		expect(fieldsOf(await tableOf(span('<end>2019-05-01</end>')), 0)).toEqual({
			when: '../2019-05-01',
			to: '2019-05-01'
		});
	});

	it.each([
		['37.1;36.2', ['37.1;36.2']],
		['', ['<coordinates/>']],
		['37.1 36.2', ['37.1 36.2']],
		['37.1E,36.2N', ['37.1E,36.2N']],
		['here', ['here']]
	])('shows coordinates that can’t be read with their text: %s', async (at, found) => {
		const text = kml(`<Document>${point('A', at)}${point('B')}</Document>`);
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual([null, [37.1, 36.2]]);
		expect(problems).toEqual([
			{ kind: 'unreadable-place', count: 1, examples: [{ origin: 1, found: found[0] }] }
		]);
	});

	it('may have blanks beside the commas of a position', async () => {
		const table = await tableOf(kml(`${point('A', ' 37.1, 36.2 ,0 \n')}`));
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
	});

	it('loses a point of a line that can’t be read, and no other', async () => {
		const line = '<Placemark><LineString><coordinates>36,35 x,y 37,35</coordinates></LineString></Placemark>';
		const track =
			'<Placemark><gx:Track><gx:coord>36 35 0</gx:coord><gx:coord/><gx:coord>37 35 0</gx:coord></gx:Track></Placemark>';
		const text = kml(
			`<Document>${line}${track}</Document>`,
			'xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"'
		);
		const { table } = await wholeOf(text);
		for (const row of [0, 1])
			expect(shapeOf(table, row)).toEqual({
				type: 'LineString',
				coordinates: [
					[36, 35],
					[37, 35]
				]
			});
		expect(await foundOf(text, 'unreadable-place')).toEqual(['x,y', '<gx:coord/>']);
	});

	it('has lines of one point as points, and says so', async () => {
		const text = kml(
			'<Placemark><name>L</name><LineString><coordinates>36,35</coordinates></LineString></Placemark>'
		);
		expect(placesOf(await tableOf(text))).toEqual([[36, 35]]);
		expect(await foundOf(text, 'single-point')).toEqual(['L']);
	});

	it('has areas with holes, whatever their order', async () => {
		const ring = (name: string, at: string) =>
			`<${name}><LinearRing><coordinates>${at}</coordinates></LinearRing></${name}>`;
		const table = await tableOf(
			kml(
				`<Placemark><Polygon>${ring('innerBoundaryIs', '36.4,35.4 36.6,35.4 36.6,35.6 36.4,35.4')}${ring('outerBoundaryIs', '36,35 37,35 37,36 36,36 36,35')}</Polygon></Placemark>`
			)
		);
		const shape = shapeOf(table, 0);
		expect(shape?.type === 'Polygon' && shape.coordinates.map(([first]) => first)).toEqual([
			[36, 35],
			[36.4, 35.4]
		]);
	});

	it('says what it links to and which pictures it lays over the map', async () => {
		const text = kml(
			`<Document>${point('A')}<NetworkLink><name>N</name><Link><href>https://example.org/x.kml</href></Link></NetworkLink><GroundOverlay><name>Image of 2015</name><Icon><href>a.png</href></Icon></GroundOverlay><ScreenOverlay/></Document>`
		);
		expect(await foundOf(text, 'network-link')).toEqual(['https://example.org/x.kml']);
		expect(await foundOf(text, 'overlay')).toEqual(['Image of 2015', undefined]);
	});

	it('may break the rules of XML', async () => {
		const text = kml(
			`<Document>${point('Base & camp')}${point('a &nbsp; b')}</i>${point('C').replace('</name>', '</name></b>')}<Placemark><name>open<Point><coordinates>37,36</coordinates></Point></Placemark>${point('D').replace('</Placemark>', '')}${point('E')}</Document>`
		);
		const { table, problems } = await wholeOf(text);
		expect(rowFields(table, 0)).toEqual([{ name: 'name', text: 'Base & camp' }]);
		expect(Array.from({ length: table.rows }, (_, row) => rowFields(table, row)[0]!.text)).toEqual([
			'Base & camp',
			'a &nbsp; b',
			'C',
			'E'
		]);
		expect([...table.origin]).toEqual([1, 2, 3, 6]);
		expect(problems).toMatchObject([
			{ kind: 'unreadable-row', count: 2, examples: [{ origin: 4 }, { origin: 5 }] }
		]);
		expect(problems[0]!.examples[1]!.found).toMatch(/^<Placemark><name>D<\/name><Point>/);
	});

	it('that is cut off is read as far as it goes', async () => {
		const text = kml(`<Document>${point('A')}${point('B')}</Document>`);
		const cut = text.slice(0, text.lastIndexOf('</coord'));
		expect(placesOf(await tableOf(cut))).toEqual([[37.1, 36.2]]);
		expect(await problemsOf(cut)).toEqual(['truncated 1', 'unreadable-row 1']);
	});

	it('is not every XML with a document in it', async () => {
		expect(await refusalOf('<Document><body/></Document>')).toBe('other-markup Document');
	});
});

describe('as togeojson reads it', () => {
	const parsed = (text: string) => new DOMParser().parseFromString(text, 'text/xml') as unknown as Document;
	/** The numbers of a geometry, heights aside. */
	const flat = (geometry: unknown): unknown =>
		JSON.parse(JSON.stringify(geometry), (_, value: unknown) =>
			Array.isArray(value) && typeof value[0] === 'number' ? value.slice(0, 2) : value
		);

	it('KML', async () => {
		const text = kml(
			`<Document>${point('A')}
			<Placemark><name>L</name><LineString><coordinates>36,35,5 37,35,6
			37.5,35.5</coordinates></LineString></Placemark>
			<Placemark><name>P</name><Polygon><outerBoundaryIs><LinearRing><coordinates>36,35 37,35 37,36 36,36 36,35</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>
			<Placemark><name>M</name><MultiGeometry><Point><coordinates>36,35</coordinates></Point><MultiGeometry><LineString><coordinates>36,35 37,35</coordinates></LineString></MultiGeometry></MultiGeometry></Placemark>
			<Placemark><name>T</name><gx:MultiTrack><gx:Track><gx:coord>36 35 0</gx:coord><gx:coord>37 35 0</gx:coord></gx:Track></gx:MultiTrack></Placemark></Document>`,
			'xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"'
		);
		const table = await tableOf(text);
		const others = kmlOfOthers(parsed(text)).features;
		expect(others).toHaveLength(5);
		others.forEach(({ geometry, properties }, row) => {
			expect(rowFields(table, row)[0]!.text).toBe(properties?.name);
			if (geometry?.type === 'Point') expect(placesOf(table)[row]).toEqual(geometry.coordinates);
			else expect(shapeOf(table, row)).toEqual(flat(geometry));
		});
	});

	it('a GPX of 7 MB, point by point', async () => {
		const points = Array.from(
			{ length: 60_000 },
			(_, index) =>
				`<trkpt lat="${(35 + index / 1e5).toFixed(6)}" lon="${(36 + index / 1e5).toFixed(6)}"><ele>${index % 900}</ele><time>2015-09-24T10:00:00Z</time><extensions><hr>${index % 200}</hr></extensions></trkpt>\n`
		);
		const text = gpx(`<trk><name>T</name><trkseg>${points.join('')}</trkseg></trk>`);
		expect(text.length).toBeGreaterThan(7e6);
		const table = await tableOf(text);
		const shape = shapeOf(table, 0);
		expect(shape?.type === 'LineString' && shape.coordinates.length).toBe(60_000);
		// The other reader takes half a minute for all of them.
		const few = gpx(`<trk><name>T</name><trkseg>${points.slice(0, 300).join('')}</trkseg></trk>`);
		const [other] = gpxOfOthers(parsed(few)).features;
		expect(shapeOf(await tableOf(few), 0)).toEqual(flat(other!.geometry));
		expect(shape?.type === 'LineString' && shape.coordinates.slice(0, 300)).toEqual(
			(flat(other!.geometry) as { coordinates: unknown }).coordinates
		);
	});
});
