/** GPX: waypoints, tracks and routes, and what can't be read of them. */
import { describe, expect, it } from 'vitest';
import { cellText } from '../../../../src/lib/overlay/cells';
import type { Table } from '../../../../src/lib/overlay/table';
import { placesOf, rolesOf, rowFields, shapeOf, tableOf, wholeOf } from '../made';

const fieldsOf = (table: Table, row: number) =>
	Object.fromEntries(
		rowFields(table, row)
			.filter(({ text }) => text !== '')
			.map(({ name, text }) => [name, text])
	);
const gpx = (inside: string, root = 'xmlns="http://www.topografix.com/GPX/1/1"') =>
	`<gpx version="1.1" ${root}>${inside}</gpx>`;
const foundOf = async (text: string, wanted: string) =>
	(await wholeOf(text)).problems.find(({ kind }) => kind === wanted)?.examples.map(({ found }) => found);

describe('GPX', () => {
	const at = (tag: string, latitude: number, longitude: number, inside = '') =>
		`<${tag} lat="${latitude}" lon="${longitude}">${inside}</${tag}>`;

	it('has tracks, routes and segments of one point as points, and says so', async () => {
		const text = gpx(
			`<trk><name>T</name><trkseg>${at('trkpt', 35, 36)}</trkseg></trk>` +
				`<rte><name>R</name>${at('rtept', 35, 37)}</rte>` +
				`<trk><name>S</name><trkseg>${at('trkpt', 35, 36)}${at('trkpt', 35, 37)}</trkseg><trkseg>${at('trkpt', 36, 38)}</trkseg></trk>` +
				'<trk><name>N</name><trkseg/></trk>'
		);
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual([[36, 35], [37, 35], [36.5, 35], null]);
		expect(shapeOf(table, 2)).toEqual({
			type: 'GeometryCollection',
			geometries: [
				{
					type: 'LineString',
					coordinates: [
						[36, 35],
						[37, 35]
					]
				},
				{ type: 'Point', coordinates: [38, 36] }
			]
		});
		expect(problems).toEqual([
			{
				kind: 'single-point',
				count: 3,
				examples: [
					{ origin: 1, found: 'T' },
					{ origin: 2, found: 'R' },
					{ origin: 3, found: 'S' }
				]
			},
			{ kind: 'no-place', count: 1, examples: [{ origin: 4 }] }
		]);
	});

	it('has all that is said of a waypoint, with what other programs add', async () => {
		const table = await tableOf(
			gpx(
				`<wpt lat="36.2" lon="37.1"><ele>410.5</ele><time>2015-09-24T10:00:00Z</time><name>A</name><link href="https://example.org/a"><text>Report</text></link><sym>Flag</sym>
				<extensions><g:Categories xmlns:g="urn:g"><g:Category>one</g:Category><g:Category>two</g:Category></g:Categories><plain>x</plain></extensions></wpt>`
			)
		);
		expect(fieldsOf(table, 0)).toEqual({
			ele: '410.5',
			time: '2015-09-24T10:00:00Z',
			name: 'A',
			link: 'https://example.org/a',
			link_text: 'Report',
			sym: 'Flag',
			g_Category: 'one; two',
			plain: 'x'
		});
		expect(rolesOf(table)).toMatchObject({ date: 'time', name: 'name', source: 'link' });
	});

	it('has the time of a track from its first to its last point', async () => {
		const time = (text: string) => `<time>${text}</time>`;
		const table = await tableOf(
			gpx(
				`<trk><trkseg>${at('trkpt', 35, 36, time('2015-09-24T10:00:00Z'))}${at('trkpt', 35, 37, time('2015-09-25T10:00:00Z'))}</trkseg></trk>`
			)
		);
		expect(fieldsOf(table, 0)).toEqual({
			time: '2015-09-24/2015-09-25',
			from: '2015-09-24T10:00:00Z',
			to: '2015-09-25T10:00:00Z'
		});
	});

	it('shows points that can’t be read with their text', async () => {
		const text = gpx('<wpt lat="36,2" lon="37,1"/><wpt lat="north" lon="37.1"/><wpt lon="37.1"/>');
		expect(placesOf(await tableOf(text))).toEqual([[37.1, 36.2], null, null]);
		expect(await foundOf(text, 'unreadable-place')).toEqual(['lat="north" lon="37.1"', 'lat="" lon="37.1"']);
	});

	it('keeps the points of a track that is cut off', async () => {
		const text = gpx(`<trk><name>T</name><trkseg>${at('trkpt', 35, 36).repeat(10)}</trkseg></trk>`);
		const { table, problems } = await wholeOf(text.slice(0, text.indexOf('</trkseg>') - 12));
		expect(cellText(table.columns[0]!, 0)).toBe('T');
		const shape = shapeOf(table, 0);
		expect(shape?.type === 'LineString' && shape.coordinates.length).toBe(9);
		expect(problems.map(({ kind }) => kind)).toEqual(['truncated']);
	});
});
