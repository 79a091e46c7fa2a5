/** Coordinate systems: by the file's own word, by where rows would lie, and what is asked. The degrees are those of PROJ's cs2cs. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idIn } from '../../../../src/lib/overlay/read/systemNames';
import { Systems } from '../../../../src/lib/overlay/read/systems';
import { cellsOf, exampleOf, placesOf, problemsOf, shapeOf, tableOf, wholeOf } from '../made';

const utm = 'name,x,y\nA,330000,4010000\nB,340000,4020000\n';
const inUtm37 = [
	[37.10862, 36.21992],
	[37.21779, 36.31174]
];

describe('the name of a system', () => {
	it.each([
		['EPSG:4326', 'degrees'],
		['urn:ogc:def:crs:OGC:1.3:CRS84', 'degrees'],
		['WGS84', 'degrees'],
		['EPSG:3857', 'web-mercator'],
		['http://www.opengis.net/def/crs/EPSG/0/3857', 'web-mercator'],
		['EPSG:32637', 'EPSG:32637'],
		['urn:ogc:def:crs:EPSG::32637', 'EPSG:32637'],
		['urn:ogc:def:crs:EPSG:8.5:32637', 'EPSG:32637'],
		['32637', 'EPSG:32637'],
		['SRID=22770', 'EPSG:22770'],
		['UTM 37N', 'EPSG:32637'],
		['WGS 84 / UTM zone 37N', 'EPSG:32637'],
		['utm zone 9H', 'EPSG:32709'],
		['UTM 37S', 'UTM:37S'],
		['37N', null],
		['Aleppo', null],
		['1000000', null]
	])('%s is %s', (text, id) => expect(idIn(text)).toBe(id));

	it.each([
		['37', 'EPSG:32637'],
		['37 N', 'EPSG:32637'],
		['37T', 'EPSG:32637'],
		['61', null]
	])('of a zone: %s is %s', (text, id) => expect(idIn(text, true)).toBe(id));

	it('is looked for in any text', () => {
		fc.assert(fc.property(fc.string(), fc.boolean(), (text, isZone) => void idIn(text, isZone)));
	});
});

describe('metres', () => {
	it('of which nothing says the grid are not placed, and UTM zones of the region are offered', async () => {
		const { table, guesses, problems } = await wholeOf(utm);
		expect(placesOf(table)).toEqual([null, null]);
		expect(guesses.projection).toBe('unknown');
		expect(problems).toMatchObject([{ kind: 'unknown-projection', count: 2, examples: [{ origin: 2 }, {}] }]);
		const ids = guesses.projectionOthers.map(({ id }) => id);
		expect(ids.slice(0, 4).sort()).toEqual(['EPSG:32636', 'EPSG:32637', 'EPSG:32638', 'EPSG:32639']);
		const zone = guesses.projectionOthers.find(({ id }) => id === 'EPSG:32637')!;
		expect(zone.name).toBe('WGS 84 / UTM zone 37N (EPSG:32637)');
		expect(zone.at[0]).toBeCloseTo(inUtm37[0]![0]!, 4);
		// The cells stay.
		expect(cellsOf(table)[0]).toEqual(['A', '330000', '4010000']);
	});

	it('are converted by what the reader chooses', async () => {
		const { table, guesses, problems } = await wholeOf(utm, { projection: 'EPSG:32637' });
		expect(placesOf(table)).toEqual(inUtm37);
		expect(guesses).toMatchObject({ projectionReason: null, projection: 'EPSG:32637' });
		expect(problems).toMatchObject([{ kind: 'converted', count: 2 }]);
		// What else it may be stays to be chosen.
		expect(guesses.projectionOthers.length).toBeGreaterThan(3);
		expect(await problemsOf(utm, { projection: 'EPSG:99999' })).toEqual(['other-projection 2']);
		expect(await problemsOf(utm, { projection: 'degrees' })).toEqual(['out-of-range 2']);
		// Far outside of where the system is used.
		expect(await problemsOf('x,y\n9330000,4010000\n', { projection: 'EPSG:32637' })).toEqual([
			'out-of-range 1'
		]);
	});

	it('are of the one system in which their rows lie in the region, where there is one alone', async () => {
		const { guesses } = await wholeOf('x,y\n4000000,4000000\n');
		expect(guesses).toMatchObject({ projection: 'web-mercator', projectionReason: 'region' });
		// Paris in web Mercator is in no system in the region.
		const paris = await wholeOf('x,y\n-8238000,4970000\n');
		expect(placesOf(paris.table)).toEqual([null]);
		expect(paris.guesses).toMatchObject({ projection: 'unknown', projectionOthers: [] });
	});

	it('may have the northing first, which is offered so', async () => {
		const { guesses } = await wholeOf('name,x,y\nA,4010000,330000\n');
		const zone = guesses.projectionOthers.find(({ id }) => id === 'EPSG:32637')!;
		expect(zone.swap).toBe(true);
		const table = await tableOf('name,x,y\nA,4010000,330000\n', { projection: zone.id, swap: true });
		expect(placesOf(table)).toEqual([inUtm37[0]]);
	});

	it.each([
		['the name of a column', 'name,x_EPSG32637,y_EPSG32637', 'A,330000,4010000'],
		['the name of a column', 'name,UTM 37N Easting,UTM 37N Northing', 'A,330000,4010000'],
		['a column', 'name,crs,x,y', 'A,EPSG:32637,330000,4010000'],
		['a column', 'name,srid,x,y', 'A,32637,330000,4010000'],
		['a column of zones', 'name,UTM zone,easting,northing', 'A,37N,330000,4010000'],
		['a column of zones', 'name,zone,easting,northing', 'A,37,330000,4010000'],
		// S is the band of MGRS as well as the southern half.
		['a column of zones', 'name,utm_zone,easting,northing', 'A,37S,330000,4010000'],
		['WKT', 'name,wkt', 'A,SRID=32637;POINT(330000 4010000)']
	])('are told by %s', async (_, names, cells) => {
		const { table, guesses, problems } = await wholeOf(`${names}\n${cells}\n`);
		expect(placesOf(table)).toEqual([inUtm37[0]]);
		expect(guesses.projectionReason).toBe('file');
		expect(problems.map(({ kind }) => kind)).toEqual(['converted']);
	});

	it('may be of a zone for each row', async () => {
		const text =
			'name,zone,easting,northing\nA,37,330000,4010000\nB,36N,700000,3700000\nC,,330000,4010000\nD,19H,350000,6300000\n';
		const { table, guesses } = await wholeOf(text);
		expect(guesses).toMatchObject({ projection: 'by-row', projectionName: 'zone' });
		expect(placesOf(table)).toEqual([inUtm37[0], [35.15103, 33.42074], null, [-70.61349, -33.4289]]);
	});

	it('of GeoJSON without a word are asked, lines too; with one they are converted', async () => {
		const collection = (crs: object) =>
			JSON.stringify({
				type: 'FeatureCollection',
				...crs,
				features: [
					{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [330000, 4010000] } },
					{
						type: 'Feature',
						properties: {},
						geometry: { type: 'LineString', coordinates: [[330000, 4010000], [340000, 4020000]] } // prettier-ignore
					}
				]
			});
		const { table, guesses } = await wholeOf(collection({}));
		expect(placesOf(table)).toEqual([null, null]);
		expect(guesses.projectionOthers.map(({ id }) => id)).toContain('EPSG:32637');
		const named = await tableOf(collection({ crs: { type: 'name', properties: { name: 'EPSG:32637' } } }));
		expect(placesOf(named)[0]).toEqual(inUtm37[0]);
		expect(shapeOf(named, 1)).toMatchObject({ type: 'LineString' });
		const wkt =
			'PROJCS["WGS_1984_UTM_Zone_37N",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",39.0],PARAMETER["Scale_Factor",0.9996],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
		for (const name of [wkt, 'WGS_1984_UTM_Zone_37N', 'WGS 84 / UTM zone 37N'])
			expect(placesOf(await tableOf(collection({ crs: { properties: { name } } })))[0]).toEqual(inUtm37[0]);
	});

	it('of national grids are converted with the shift of their datum', async () => {
		// Deir ez Zor / Syria Lambert.
		const syria = await tableOf('x,y\n300000,300000\n', { projection: 'EPSG:22770' });
		expect(placesOf(syria)).toEqual([[37.35133, 34.64958]]);
		// Degrees of ED50 are a hundred metres off those of WGS 84.
		const ed50 = await tableOf('lat,lon,crs\n36,37,EPSG:4230\n');
		expect(placesOf(ed50)[0]).not.toEqual([37, 36]);
		expect(placesOf(ed50)[0]![0]).toBeCloseTo(36.99979, 3);
		expect(placesOf(ed50)[0]![1]).toBeCloseTo(35.99895, 3);
	});
});

describe('degrees', () => {
	it('need no list of systems, whatever names them', async () => {
		for (const text of [
			'lat,lon\n36.2,37.1\n',
			'lat,lon,crs\n36.2,37.1,EPSG:4326\n',
			'lat,lon,zone\n36.2,37.1,3\n'
		]) {
			const { table, guesses, problems } = await wholeOf(text);
			expect([placesOf(table), problems, guesses.projection]).toEqual([[[37.1, 36.2]], [], 'degrees']);
		}
	});

	it('that lie in the region only with both swapped are offered so', async () => {
		const text = 'name,lat,lon\nA,44.4,33.3\nB,44.5,33.4\n';
		const { table, guesses } = await wholeOf(text);
		expect(placesOf(table)[0]).toEqual([33.3, 44.4]);
		expect(guesses).toMatchObject({ swapGains: 2, swapReason: 'region' });
		expect((await wholeOf(text, { swap: true })).guesses.swapGains).toBe(0);
		expect((await wholeOf('lat,lon\n48.8,2.3\n')).guesses.swapGains).toBe(0);
		expect(await exampleOf(text, 'out-of-range')).toBeUndefined();
	});
});

it('no definition of the list throws, whatever it converts', async () => {
	const systems = await Systems.open();
	for (let code = 2000; code < 33000; code++) systems.byId(`EPSG:${code}`)?.toDegrees(500_000, 4_000_000);
	expect(systems.byId('EPSG:32637')?.toDegrees(NaN, Infinity)).toBeNull();
	expect(systems.byId('+proj=nonsense')).toBeNull();
	expect(systems.byName('no such system')).toBeNull();
});
