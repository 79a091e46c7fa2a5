/** RSS and Atom with places, TCX, and the XML of OpenStreetMap. */
import { describe, expect, it } from 'vitest';
import { hasGdal, madeByGdal } from '../../gdal';
import { placesOf, problemsOf, rolesOf, rowFields, shapeOf, tableOf, wholeOf } from '../made';

const fieldsOf = async (text: string, row = 0) =>
	Object.fromEntries(
		rowFields(await tableOf(text), row)
			.filter(({ text }) => text !== '')
			.map(({ name, text }) => [name, text])
	);
const spaces =
	'xmlns:georss="http://www.georss.org/georss" xmlns:gml="http://www.opengis.net/gml" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:dc="http://purl.org/dc/elements/1.1/"';
const rss = (items: string) =>
	`<rss version="2.0" ${spaces}><channel><title>F</title><link>https://example.org</link>${items}</channel></rss>`;
const item = (inside: string) => `<item><title>A</title>${inside}</item>`;

describe('feeds', () => {
	it.each([
		['GeoRSS Simple', '<georss:point>36.2 37.1</georss:point>'],
		['GeoRSS Simple with a comma', '<georss:point>36.2, 37.1</georss:point>'],
		['GeoRSS GML', '<georss:where><gml:Point><gml:pos>36.2 37.1</gml:pos></gml:Point></georss:where>'],
		['W3C geo', '<geo:lat>36.2</geo:lat><geo:long>37.1</geo:long>'],
		['W3C geo in a point', '<geo:Point><geo:lat>36.2</geo:lat><geo:long>37.1</geo:long></geo:Point>']
	])('have the places of %s', async (_, place) => {
		expect(placesOf(await tableOf(rss(item(place))))).toEqual([[37.1, 36.2]]);
	});

	it('have lines, areas, boxes and circles', async () => {
		const table = await tableOf(
			rss(
				item('<georss:line>35 36 35 37</georss:line>') +
					item('<georss:polygon>35 36 35 37 36 37 35 36</georss:polygon>') +
					item('<georss:box>35 36 36 37</georss:box>') +
					item('<georss:circle>36.2 37.1 500</georss:circle>')
			)
		);
		expect([0, 1, 2].map((row) => shapeOf(table, row))).toEqual([
			{
				type: 'LineString',
				coordinates: [
					[36, 35],
					[37, 35]
				]
			},
			{
				type: 'Polygon',
				coordinates: [
					[
						[36, 35],
						[37, 35],
						[37, 36],
						[36, 35]
					]
				]
			},
			{
				type: 'Polygon',
				coordinates: [
					[
						[36, 35],
						[37, 35],
						[37, 36],
						[36, 36],
						[36, 35]
					]
				]
			}
		]);
		expect([placesOf(table)[3], table.radius?.[3]]).toEqual([[37.1, 36.2], 500]);
	});

	it('have what is said of an item of RSS, with its date and its link', async () => {
		const text = rss(
			item(
				'<link>https://example.org/a</link><description>&lt;p&gt;x&lt;/p&gt;</description><pubDate>Thu, 24 Sep 2015 10:00:00 GMT</pubDate><guid>1</guid><category>one</category><category>two</category><dc:creator>N</dc:creator><g:level xmlns:g="urn:g">Red</g:level><georss:point>36.2 37.1</georss:point>'
			)
		);
		expect(await fieldsOf(text)).toEqual({
			title: 'A',
			link: 'https://example.org/a',
			description: '<p>x</p>',
			pubDate: 'Thu, 24 Sep 2015 10:00:00 GMT',
			guid: '1',
			category: 'one; two',
			creator: 'N',
			g_level: 'Red'
		});
		expect(rolesOf(await tableOf(text))).toMatchObject({ name: 'title', date: 'pubDate', source: 'link' });
	});

	it('have what is said of an entry of Atom', async () => {
		const text = `<feed xmlns="http://www.w3.org/2005/Atom" ${spaces}><title>F</title><entry><title>A</title><id>1</id><link href="https://example.org/a"/><link rel="self" href="https://example.org/b"/><updated>2015-09-24T10:00:00Z</updated><author><name>N</name></author><category term="one"/><georss:point>36.2 37.1</georss:point></entry></feed>`;
		expect(await fieldsOf(text)).toEqual({
			title: 'A',
			id: '1',
			link: 'https://example.org/a',
			link_self: 'https://example.org/b',
			updated: '2015-09-24T10:00:00Z',
			author: 'N',
			category: 'one'
		});
		expect(rolesOf(await tableOf(text))).toMatchObject({ date: 'updated', source: 'link' });
	});

	it('of RSS 1.0 are read, and items without places are rows', async () => {
		const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${spaces}><channel/><item><title>A</title></item></rdf:RDF>`;
		expect(await problemsOf(text)).toEqual(['no-place 1']);
	});

	it('have places that can’t be read told with their text', async () => {
		const { problems } = await wholeOf(
			rss(item('<georss:point>Aleppo</georss:point>') + item('<georss:point>36.2 37.1</georss:point>'))
		);
		expect(problems).toMatchObject([
			{ kind: 'unreadable-place', examples: [{ origin: 1, found: 'Aleppo' }] }
		]);
	});

	it.each([0.4, 0.6, 0.9])('cut off after %f of them, are read as far as they go', async (share) => {
		const text = rss(item('<georss:point>36.2 37.1</georss:point>').repeat(30));
		const { table, problems } = await wholeOf(text.slice(0, Math.floor(text.length * share)));
		expect(table.rows).toBeGreaterThan(5);
		expect(problems.map(({ kind }) => kind)).toContain('truncated');
	});

	it('with longitude first, as some write them against the standard, are offered to be turned', async () => {
		const place = '<georss:where><gml:Point><gml:pos>47 36</gml:pos></gml:Point></georss:where>';
		const { guesses } = await wholeOf(rss(item(place)));
		expect([guesses.swap, guesses.swapGains, guesses.swapReason]).toEqual([false, 1, 'region']);
	});

	const places = JSON.stringify({
		type: 'FeatureCollection',
		features: [0, 1, 2].map((index) => ({
			type: 'Feature',
			properties: { title: `N${index}`, description: 'x', link: 'https://example.org' },
			geometry: { type: 'Point', coordinates: [37.1 - index, 36.2] }
		}))
	});
	it.skipIf(!hasGdal).each([
		['RSS', 'SIMPLE'],
		['RSS', 'W3C_GEO'],
		['ATOM', 'SIMPLE']
	])('that GDAL writes as %s with %s are read', async (format, dialect) => {
		const options = ['-f', 'GeoRSS', '-dsco', `FORMAT=${format}`, '-dsco', `GEOM_DIALECT=${dialect}`];
		const { table, problems } = await wholeOf(madeByGdal(places, 'a.geojson', 'b.xml', options));
		expect(placesOf(table)).toEqual([0, 1, 2].map((index) => [37.1 - index, 36.2]));
		expect(rowFields(table, 2).map(({ text }) => text)).toContain('N2');
		expect(problems).toEqual([]);
	});
});

describe('TCX', () => {
	const position = (latitude: number, longitude: number) =>
		`<Position><LatitudeDegrees>${latitude}</LatitudeDegrees><LongitudeDegrees>${longitude}</LongitudeDegrees></Position>`;
	const trackpoint = (time: string, at: string) =>
		`<Trackpoint><Time>${time}</Time>${at}<HeartRateBpm><Value>90</Value></HeartRateBpm></Trackpoint>`;
	const tcx = (inside: string) =>
		`<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">${inside}</TrainingCenterDatabase>`;

	it('has an activity as the line of its tracks, with its times', async () => {
		const text = tcx(
			`<Activities><Activity Sport="Running"><Id>2015-09-24T10:00:00Z</Id><Lap StartTime="2015-09-24T10:00:00Z"><DistanceMeters>100</DistanceMeters><Track>${trackpoint('2015-09-24T10:00:00Z', position(35, 36))}${trackpoint('2015-09-24T10:01:00Z', '')}${trackpoint('2015-09-25T10:02:00Z', position(35, 37))}</Track></Lap><Notes>n</Notes></Activity></Activities>`
		);
		const { table, problems } = await wholeOf(text);
		expect(shapeOf(table, 0)).toEqual({
			type: 'LineString',
			coordinates: [
				[36, 35],
				[37, 35]
			]
		});
		expect(await fieldsOf(text)).toMatchObject({
			kind: 'Activity',
			Sport: 'Running',
			DistanceMeters: '100',
			Notes: 'n',
			time: '2015-09-24/2015-09-25'
		});
		expect(problems).toEqual([]);
	});

	it('has the points of a course beside it', async () => {
		const text = tcx(
			`<Courses><Course><Name>C</Name><Track>${trackpoint('2015-09-24T10:00:00Z', position(35, 36))}${trackpoint('2015-09-24T10:00:00Z', position(35, 37))}</Track><CoursePoint><Name>Gate</Name><Time>2015-09-24T10:00:00Z</Time>${position(36.2, 37.1)}<PointType>Generic</PointType></CoursePoint></Course></Courses>`
		);
		const table = await tableOf(text);
		expect(placesOf(table)).toEqual([
			[37.1, 36.2],
			[36.5, 35]
		]);
		expect(await fieldsOf(text)).toMatchObject({ Name: 'Gate', PointType: 'Generic' });
	});

	it.each([0.4, 0.6, 0.8])('cut off after %f of it, has its points so far', async (share) => {
		const points = Array.from({ length: 30 }, (_, index) =>
			trackpoint('2015-09-24T10:00:00Z', position(35, 36 + index / 100))
		);
		const text = tcx(
			`<Activities><Activity Sport="Other"><Id>x</Id><Lap><Track>${points.join('')}</Track></Lap></Activity></Activities>`
		);
		const { table, problems } = await wholeOf(text.slice(0, Math.floor(text.length * share)));
		expect([table.rows, shapeOf(table, 0)?.type]).toEqual([1, 'LineString']);
		expect(problems.map(({ kind }) => kind)).toContain('truncated');
	});
});

describe('XML of OpenStreetMap', () => {
	const node = (id: number, latitude: number, longitude: number, tags = '') =>
		`<node id="${id}" lat="${latitude}" lon="${longitude}" version="1">${tags}</node>`;
	const tag = (k: string, v: string) => `<tag k="${k}" v="${v}"/>`;
	const way = (id: number, nodes: number[], tags: string) =>
		`<way id="${id}">${nodes.map((ref) => `<nd ref="${ref}"/>`).join('')}${tags}</way>`;
	const osm = (inside: string) => `<osm version="0.6">${inside}</osm>`;
	const nodes =
		node(1, 35, 36) +
		node(2, 35, 37) +
		node(3, 36, 37) +
		node(4, 36.2, 37.1, tag('name', 'Gate') + tag('barrier', 'gate'));

	it.each(['first', 'last'])('has nodes and ways with tags; nodes may come %s', async (order) => {
		const ways =
			way(10, [1, 2], tag('highway', 'track')) +
			way(11, [1, 2, 3, 1], tag('military', 'airfield') + tag('name', 'Field')) +
			way(12, [1, 2, 3, 1], tag('highway', 'service')) +
			way(13, [1, 2], '');
		const table = await tableOf(osm(order === 'first' ? nodes + ways : ways + nodes));
		expect(rowFields(table, 0).filter(({ text }) => text !== '')).toEqual([
			{ name: 'id', text: 'node/4' },
			{ name: 'name', text: 'Gate' },
			{ name: 'barrier', text: 'gate' }
		]);
		expect(placesOf(table)[0]).toEqual([37.1, 36.2]);
		expect([1, 2, 3].map((row) => shapeOf(table, row)?.type)).toEqual([
			'LineString',
			'Polygon',
			'LineString'
		]);
		expect(table.rows).toBe(4);
	});

	it('tells of ways whose nodes are not in it, and of relations', async () => {
		const text = osm(
			nodes +
				way(10, [1, 99, 2], tag('highway', 'track')) +
				way(11, [98, 99], tag('highway', 'track')) +
				`<relation id="5"><member type="way" ref="10" role="outer"/>${tag('type', 'multipolygon')}${tag('name', 'R')}</relation>`
		);
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual([[37.1, 36.2], [36.5, 35], null]);
		expect(problems).toEqual([
			{
				kind: 'unreadable-place',
				count: 3,
				examples: [
					{ origin: 2, found: '<nd ref="99"/>' },
					{ origin: 3, found: '<nd ref="98"/>' },
					{ origin: 3, found: '<nd ref="99"/>' }
				]
			},
			{ kind: 'relation', count: 1, examples: [{ found: 'R' }] }
		]);
	});

	it('takes the places that Overpass gives to ways and relations', async () => {
		const text = osm(
			`<way id="1"><center lat="36.2" lon="37.1"/>${tag('name', 'W')}</way><relation id="2"><center lat="35.1" lon="36.7"/>${tag('name', 'R')}</relation><way id="3"><nd ref="1" lat="35" lon="36"/><nd ref="2" lat="35" lon="37"/>${tag('name', 'G')}</way>`
		);
		expect(placesOf(await tableOf(text)).sort()).toEqual([
			[36.5, 35],
			[36.7, 35.1],
			[37.1, 36.2]
		]);
	});

	it('leaves out what was deleted', async () => {
		const text = `<osmChange><create>${node(1, 36.2, 37.1, tag('name', 'A'))}</create><delete>${node(2, 1, 2, tag('name', 'B'))}</delete></osmChange>`;
		expect(placesOf(await tableOf(text))).toEqual([[37.1, 36.2]]);
	});

	it.each([0.5, 0.7, 0.9])('cut off after %f of it, is read as far as it goes', async (share) => {
		const many = Array.from({ length: 30 }, (_, id) => node(id + 1, 36.2, 37.1, tag('name', `N${id}`))).join(
			''
		);
		const { table, problems } = await wholeOf(osm(many).slice(0, Math.floor(osm(many).length * share)));
		expect(table.rows).toBeGreaterThan(10);
		expect(problems.map(({ kind }) => kind)).toContain('truncated');
	});
});
