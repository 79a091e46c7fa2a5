/** Where rows are, as people of other languages and trades write it: each is right, or it is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderSaidBy } from '../../../../src/lib/overlay/read/angleNames';
import { parsePackedAngle, parseUtm } from '../../../../src/lib/overlay/read/coordinates';
import { parseMapLink } from '../../../../src/lib/overlay/read/mapLinks';
import { exampleOf, placesOf, problemsOf, rolesOf, shapeOf, tableOf, wholeOf } from '../made';

const aleppo = [37.1, 36.2];

describe('names of columns', () => {
	it.each([
		['Turkish', 'adı,enlem,boylam'],
		['Russian', 'название,Широта,Долгота'],
		['Ukrainian', 'назва,широта,довгота'],
		['Hebrew', 'שם,קו רוחב,קו אורך'],
		['Persian', 'نام,عرض جغرافیایی,طول جغرافیایی'],
		['Italian', 'nome,latitudine,longitudine']
	])('in %s', async (_, names) => {
		const { table, guesses } = await wholeOf(`${names}\nA,36.2,37.1\n`);
		expect([placesOf(table), guesses.placeReason]).toEqual([[aleppo], 'names']);
	});

	it('say a date in Turkish, Russian and Persian', async () => {
		for (const name of ['tarih', 'дата', 'تاریخ'])
			expect(rolesOf(await tableOf(`lat,lon,${name}\n36,37,2016-03-01\n`)).date).toBe(name);
	});
});

describe('which of two angles is first', () => {
	it.each([
		['lonlat', 'longitude-first'],
		['LngLat', 'longitude-first'],
		['Longitude / Latitude', 'longitude-first'],
		['خط الطول والعرض', 'longitude-first'],
		['lat_lon', 'latitude-first'],
		['latlong', 'latitude-first'],
		['خط العرض والطول', 'latitude-first'],
		['violations_along', null],
		['location', null],
		['longitude', null]
	])('%s says %s', (name, order) => expect(orderSaidBy(name)).toBe(order));

	it('is what the name of the column says, in brackets too, whatever is the custom', async () => {
		expect(placesOf(await tableOf('name,lonlat\nA,"37.1, 36.2"\n'))).toEqual([aleppo]);
		expect(placesOf(await tableOf('name,lnglat\nA,"10.1, 50.2"\n'))).toEqual([[10.1, 50.2]]);
		expect(placesOf(await tableOf('[{"n":"A","latlng":[36.2,37.1]}]'))).toEqual([aleppo]);
		expect(placesOf(await tableOf('[{"n":"A","lnglat":[37.1,36.2]}]'))).toEqual([aleppo]);
		expect(await problemsOf('[{"n":"A","latlng":[36.2,37.1]}]')).toEqual([]);
	});

	it('is the other one where that alone lies in the region, and it is told', async () => {
		const text = 'name,latlon\nA,"44.4, 33.3"\nB,"44.5, 33.4"\n';
		expect(placesOf(await tableOf(text))[0]).toEqual([44.4, 33.3]);
		expect(await exampleOf(text, 'order-by-region')).toMatchObject({ instead: 'longitude-first' });
	});
});

describe('points of survey tools', () => {
	it('that were set by hand on whole degrees are no degrees and minutes', async () => {
		expect(placesOf(await tableOf('name,location\nA,36 37 0 0\n'))).toEqual([[37, 36]]);
	});
	it('in whole numbers are what lies in the region', async () => {
		expect(placesOf(await tableOf('name,gps\nA,36 37 350 20\n'))).toEqual([[37, 36]]);
		expect(placesOf(await tableOf('name,gps\nA,36 12 37 6\n'))).toEqual([aleppo]);
	});
	it('of a line are known whatever their column is called', async () => {
		const table = await tableOf('name,walk\nA,36.2 37.1 0 0;36.3 37.2 0 0\n');
		expect(shapeOf(table, 0)).toMatchObject({ type: 'LineString' });
	});
});

describe('degrees and minutes without anything between', () => {
	it.each([
		['361200N', 36.2],
		['3612.00N', 36.2],
		['N3612', 36.2],
		['0370600E', 37.1],
		['03706.00 W', -37.1],
		['361230.5S', -(36 + 12 / 60 + 30.5 / 3600)]
	])('%s', (text, degrees) => expect(parsePackedAngle(text)?.degrees).toBeCloseTo(degrees, 9));

	it.each(['330000E', '4010000N', '3660N', '366000N', '3612', '9912N', '19906E', '36.2N', ''])(
		'not %j',
		(text) => expect(parsePackedAngle(text)).toBeNull()
	);

	it('are never metres of a grid', async () => {
		for (const cells of ['3612.00N,03706.00E', '361200N,0370600E', 'N3612,E03706'])
			expect(placesOf(await tableOf(`name,lat,lon\nA,${cells}\n`))).toEqual([aleppo]);
		expect(placesOf(await tableOf('name,pos\nA,361200N 0370600E\n'))).toEqual([aleppo]);
		// Metres with the letters of their axes stay metres.
		expect((await wholeOf('name,x,y\nA,330000E,4010000N\n')).guesses.projectionOthers.length).toBeGreaterThan(
			3
		);
	});

	it('are had of any text', () => {
		fc.assert(
			fc.property(fc.string(), (text) => void [parsePackedAngle(text), parseUtm(text), orderSaidBy(text)])
		);
	});
});

describe('directions in a column of their own', () => {
	it('are known by what stands there, whatever it is called', async () => {
		const text = 'name,خط العرض,ش/ج,خط الطول,ق/غ\nA,36.1,ش,37.1,ق\nB,36.1,ج,37.1,غ\n';
		expect(placesOf(await tableOf(text))).toEqual([
			[37.1, 36.1],
			[-37.1, -36.1]
		]);
		expect(placesOf(await tableOf('lat,h1,lon,h2\n36.1,S,37.1,W\n'))).toEqual([[-37.1, -36.1]]);
		// A letter elsewhere, or beside others, is none.
		expect(placesOf(await tableOf('size,name,lat,lon\nS,A,36.1,37.1\n'))).toEqual([[37.1, 36.1]]);
		expect(placesOf(await tableOf('size,lat,lon\nS,36.1,37.1\n'))).toEqual([[37.1, 36.1]]);
		expect(placesOf(await tableOf('lat,h,lon,k\n36.1,S,37.1,W\n36.1,L,37.1,W\n'))[0]).toEqual([37.1, 36.1]);
	});
});

describe('metres of UTM in one cell', () => {
	it.each([
		['37N 330000 4010000', 32637],
		['37S 330000 4010000', 32637],
		['37 S 330000mE 4010000mN', 32637],
		['330000E 4010000N 37T', 32637],
		['UTM 19H 350000 6300000', 32719],
		['zone 36S, 330000, 6010000', 32736]
	])('%s', (text, system) => expect(parseUtm(text)?.system).toBe(system));

	it.each(['37N', '330000 4010000', '61N 330000 4010000', '37I 330000 4010000', '37N 330 4010'])(
		'not %s',
		(text) => expect(parseUtm(text)).toBeNull()
	);

	it('are placed, each by its zone, and it is told which', async () => {
		const text = 'name,where\nA,37S 330000 4010000\nB,36N 700000 3700000\n';
		expect(placesOf(await tableOf(text))).toEqual([
			[37.10862, 36.21992],
			[35.15103, 33.42074]
		]);
		expect((await exampleOf(text, 'converted'))?.instead).toBe(
			'WGS 84 / UTM zone 37N (EPSG:32637), WGS 84 / UTM zone 36N (EPSG:32636)'
		);
	});
});

describe('numbers that fit a rare grid by chance', () => {
	it('are asked for, and not placed', async () => {
		const { table, guesses } = await wholeOf('name,x,y\nA,3706,3612\n');
		expect(placesOf(table)).toEqual([null]);
		expect(guesses).toMatchObject({ projection: 'unknown', projectionOthers: [{ id: 'EPSG:22780' }] });
	});
});

describe('a file that names no column', () => {
	it('has its place where letters or the region say it', async () => {
		expect(placesOf(await tableOf("Aleppo,36°12'N,37°6'E\nHama,35°6'N,36°42'E\n"))[0]).toEqual(aleppo);
		expect(placesOf(await tableOf('36.2 37.1\n35.1 36.7\n'))[0]).toEqual(aleppo);
	});
	it('is asked for where nothing does', async () => {
		const { table, guesses } = await wholeOf('50.1,10.1,A\n51.2,11.2,B\n');
		expect(placesOf(table)).toEqual([null, null]);
		expect(guesses.placeOthers).toEqual([
			{ by: 'pair', latitude: 0, longitude: 1 },
			{ by: 'pair', latitude: 1, longitude: 0 }
		]);
	});
});

describe('a sign and a letter', () => {
	it('may say the same, and what they say against each other is told', async () => {
		expect(placesOf(await tableOf('lat,lon\n36.1,-37.1W\n-36.1S,37.1E\n'))).toEqual([
			[-37.1, 36.1],
			[37.1, -36.1]
		]);
		expect(await problemsOf('lat,lon\n-36.1N,37.1E\n')).toEqual(['unreadable-place 1']);
		const text = 'lat,ns,lon,ew\n-36.1,S,37.1,E\n-36.1,N,37.1,E\n';
		expect(placesOf(await tableOf(text))).toEqual([[37.1, -36.1], null]);
		expect(await problemsOf(text)).toEqual(['unreadable-place 1']);
	});
	it('of metres is the half of the Earth that their zone is in', async () => {
		const text = 'easting,northing,zone,hemisphere\n330000,4010000,37,N\n330000,6010000,37,S\n';
		expect(placesOf(await tableOf(text))).toEqual([
			[37.10862, 36.21992],
			[37.11295, -36.03971]
		]);
	});
});

describe('angles with a word before each', () => {
	it.each([
		'Lat: 36.2, Lon: 37.1',
		'Latitude 36.2 Longitude 37.1',
		'lon=37.1; lat=36.2',
		'خط العرض 36.2، خط الطول 37.1'
	])('%s', async (text) => expect(placesOf(await tableOf(`name,position\nA,"${text}"\n`))).toEqual([aleppo]));
});

describe('columns that may be anything', () => {
	it.each(['x,y', 'Länge,Breite', 'الطول,العرض'])(
		'%s are asked for where their numbers are elsewhere',
		async (names) => {
			const { table, guesses } = await wholeOf(`name,${names}\nA,12.5,3.2\nB,10,4\n`);
			expect(placesOf(table)).toEqual([null, null]);
			expect(guesses).toMatchObject({
				place: null,
				placeOthers: [{ by: 'pair', latitude: 2, longitude: 1 }]
			});
		}
	);
	it('are taken where their numbers are exact, or in the region, or where nothing else is called so', async () => {
		for (const text of [
			'name,x,y\nA,12.50012,3.20034\n',
			'name,x,y\nA,37,36\n',
			'name,Längengrad,Breitengrad\nA,12,3\n',
			'name,x_coord,y_coord\nA,12,3\n'
		])
			expect((await wholeOf(text)).guesses.place, text).not.toBeNull();
	});
	it('do not stand before a place that is beyond doubt', async () => {
		expect(placesOf(await tableOf('x,y,wkt\n1,2,POINT(37.1 36.2)\n'))).toEqual([aleppo]);
		expect((await wholeOf('x,y,mgrs\n1,2,37SCA3000010000\n')).guesses.place).toEqual({
			by: 'text',
			column: 2
		});
	});
});

describe('an address of a map', () => {
	it.each([
		['https://maps.google.com/?q=36.2,37.1', aleppo],
		['https://www.google.com/maps?q=loc:36.2,37.1&z=15', aleppo],
		['https://www.google.com/maps/search/?api=1&query=36.2%2C37.1', aleppo],
		['https://www.google.com/maps/place/36.2,37.1/@36.5,37.5,9z', aleppo],
		[
			'https://www.google.com/maps/place/X/@36.0,37.0,15z/data=!3m1!4b1!4m5!3m4!1s0x0:0x0!8m2!3d36.2!4d37.1',
			aleppo
		],
		['https://www.openstreetmap.org/?mlat=36.2&mlon=37.1#map=9/36.5/37.5', aleppo]
	])('%s', (text, at) => expect(parseMapLink(text)).toEqual(at));

	it.each([
		// Where somebody looked is not where something is.
		'https://www.google.com/maps/@36.2,37.1,15z',
		'https://www.openstreetmap.org/#map=15/36.2/37.1',
		'https://www.google.com/maps?q=Aleppo',
		'https://example.org/?q=36.2,37.1',
		'https://maps.google.com/?q=96.2,37.1',
		'36.2,37.1'
	])('%s marks nothing', (text) => expect(parseMapLink(text)).toBeNull());

	it('places its row, and one that marks nothing is told', async () => {
		const text =
			'name,link\nA,"https://maps.google.com/?q=36.2,37.1"\nB,"https://www.google.com/maps/@36.2,37.1,15z"\n';
		expect(placesOf(await tableOf(text))).toEqual([aleppo, null]);
		expect(await problemsOf(text)).toEqual(['unreadable-place 1']);
		// Degrees in columns of their own are before it.
		const both = 'name,lat,lon,link\nA,35,36,"https://maps.google.com/?q=36.2,37.1"\n';
		expect(placesOf(await tableOf(both))).toEqual([[36, 35]]);
	});
});
