/** Which columns say where a row is: by whole words of their names, by their cells, and what is asked. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angleWordOf } from '../../../../src/lib/overlay/read/angleNames';
import { wordsOf } from '../../../../src/lib/overlay/read/columnNames';
import { cellsOf, exampleOf, placesOf, problemsOf, rolesOf, tableOf, wholeOf } from '../made';

describe('the words of a name', () => {
	it.each([
		['site_lat', ['site', 'lat']],
		['siteLat', ['site', 'lat']],
		['SITE-LAT', ['site', 'lat']],
		['Lat (deg)', ['lat']],
		['lat2', ['lat', '2']],
		['ogr_Point Y', ['point', 'y']],
		['violations', ['violations']],
		['خط العرض', ['خط', 'العرض']],
		['Geogr. Länge', ['geogr', 'lange']]
	])('of %s', (name, words) => {
		expect(wordsOf(name)).toEqual(words);
	});

	it('say which angle a column has, and no part of a word does', () => {
		for (const name of ['violations', 'population', 'translation', 'plate', 'flat', 'relation', 'platform'])
			expect([name, angleWordOf('latitude', name)]).toEqual([name, null]);
		for (const name of ['along', 'belongs', 'longest', 'colon', 'salon', 'max', 'index', 'x_factor'])
			expect([name, angleWordOf('longitude', name)]).toEqual([name, null]);
		expect(angleWordOf('latitude', 'start_lat')).toMatchObject({ rest: 'start' });
		expect(angleWordOf('longitude', 'X_COORD')).not.toBeNull();
	});

	it('are had of any text', () => {
		fc.assert(fc.property(fc.string(), (name) => void [wordsOf(name), angleWordOf('latitude', name)]));
	});
});

describe('two columns', () => {
	it.each([
		['city,violations,site_lat,site_lon', 'A,12,36.1,37.1'],
		['city,population,site_lat,site_lon', 'A,12,36.1,37.1'],
		['relation,SiteLat,SiteLon', '3,36.1,37.1'],
		['platform,sitelat,sitelon', '3,36.1,37.1'],
		['flat,y_coord,x_coord', '3,36.1,37.1'],
		['along,translation,latitude_dd,longitude_dd', '3,4,36.1,37.1'],
		['طولي,معرض,خط عرض الموقع,خط طول الموقع', '3,4,36.1,37.1'],
		['plate,Geogr. Breite,Geogr. Länge', '3,36.1,37.1'],
		// What the words leave open the cells decide.
		['lat_code,long_name,lat_wgs,lon_wgs', '3,5,36.1,37.1']
	])('named %s', async (names, cells) => {
		const { table, guesses } = await wholeOf(`${names}\n${cells}\n${cells}\n`);
		expect(placesOf(table)).toEqual([
			[37.1, 36.1],
			[37.1, 36.1]
		]);
		expect(guesses).toMatchObject({ placeReason: 'names', placeOthers: [] });
	});

	it('of one place belong together; those of another place are offered', async () => {
		const text = 'name,end_lat,start_lat,start_lon,end_lon\nA,35.1,36.1,37.1,38.1\n';
		const { table, guesses } = await wholeOf(text);
		expect(placesOf(table)).toEqual([[38.1, 35.1]]);
		expect(guesses.placeOthers).toEqual([{ by: 'pair', latitude: 2, longitude: 3 }]);
		const other = await wholeOf(text, { place: guesses.placeOthers[0] });
		expect(placesOf(other.table)).toEqual([[37.1, 36.1]]);
		expect(other.guesses).toMatchObject({ placeReason: null, placeOthers: [] });
	});

	it('that no name tells are offered by their cells, and not taken', async () => {
		const { table, guesses } = await wholeOf('what,first,second\nA,33.2,44.1\nB,33.1,44.7\n');
		expect(placesOf(table)).toEqual([null, null]);
		expect(guesses.place).toBeNull();
		// In the region of the site in one order alone.
		expect(guesses.placeOthers).toEqual([{ by: 'pair', latitude: 1, longitude: 2 }]);
		// In both orders.
		const both = await wholeOf('what,first,second\nA,36.2,37.1\n');
		expect(both.guesses.placeOthers).toHaveLength(2);
		expect((await wholeOf('what,price,mass\nA,0.5,1.5\n')).guesses.placeOthers).toEqual([]);
	});

	it('may have directions in columns beside them', async () => {
		const text =
			'name,LATITUDE,N/S,LONGITUDE,E/W\nA,36.1,N,37.1,E\nB,33.9,S,18.4,E\nC,40.7,N,74,W\nD,1,?,2,E\n';
		expect(placesOf(await tableOf(text))).toEqual([[37.1, 36.1], [18.4, -33.9], [-74, 40.7], null]);
		expect(await exampleOf(text, 'unreadable-place')).toEqual({ origin: 5, column: 'N/S', found: '?' });
		expect(cellsOf(await tableOf(text))[1]).toEqual(['B', '33.9', 'S', '18.4', 'E']);
		const exif = 'GPSLatitude,GPSLatitudeRef,GPSLongitude,GPSLongitudeRef\n33.9,South,18.4,West\n';
		expect(placesOf(await tableOf(exif))).toEqual([[-18.4, -33.9]]);
		// A column of answers is none of directions.
		expect(placesOf(await tableOf('lat,lon,size\n36.1,37.1,S\n36.2,37.2,S\n'))[0]).toEqual([37.1, 36.1]);
	});

	it('may have minutes and seconds in columns beside them', async () => {
		const text =
			'lat_deg,lat_min,lat_sec,N/S,lon_deg,lon_min,lon_sec,E/W\n36,12,36,N,37,6,0,E\n33,30,0,S,70,40,,W\n';
		expect(placesOf(await tableOf(text))).toEqual([
			[37.1, 36.21],
			[-70.66667, -33.5]
		]);
		// The least and the greatest latitude of an area are no minutes.
		const box = await wholeOf('lat_min,lon_min,lat_max,lon_max\n36,37,38,39\n');
		expect(placesOf(box.table)).toEqual([[37, 36]]);
		expect(box.guesses.placeOthers).toEqual([{ by: 'pair', latitude: 2, longitude: 3 }]);
	});

	it('are read by the letters in their cells, and that is told', async () => {
		const text = 'name,lat,lon\nA,37.1E,36.1N\nB,36.2N,37.2E\nC,36.3N,37.3N\n';
		const { table } = await wholeOf(text);
		expect(placesOf(table)).toEqual([[37.1, 36.1], [37.2, 36.2], null]);
		expect(await exampleOf(text, 'letters-differ')).toEqual({ origin: 2, found: '37.1E, 36.1N' });
		expect(await problemsOf(text)).toEqual(['letters-differ 1', 'unreadable-place 1']);
	});

	it('keep their cells where a row is not placed', async () => {
		const text = 'name,lat,lon\nA,36.1,37.1\nB,near the dam,37.2\nC,36.3,\nD,95,37.4\n';
		const { table } = await wholeOf(text);
		expect(placesOf(table)).toEqual([[37.1, 36.1], null, null, null]);
		expect(cellsOf(table)).toEqual([
			['A', '36.1', '37.1'],
			['B', 'near the dam', '37.2'],
			['C', '36.3', ''],
			['D', '95', '37.4']
		]);
		const swapped = await tableOf('lat,lon\n36.1,95\nx,96\n', { swap: true });
		expect(cellsOf(swapped)).toEqual([
			['36.1', '95'],
			['x', '96']
		]);
	});

	it('take no other meaning', async () => {
		const table = await tableOf('name,LATITUDE,ref,LONGITUDE,ref\nA,36.1,N,37.1,E\n');
		expect(rolesOf(table)).toMatchObject({ name: 'name', source: null });
	});
});

describe('one column', () => {
	it('may have points of survey tools, with how exact they are', async () => {
		const text = 'name,gps\nA,36.2 37.1 0 0\nB,36.3 37.2 350 4.5\nC,36 37 350 12\nD,35.5 36.5 10\n';
		const { table, problems } = await wholeOf(text);
		expect(placesOf(table)).toEqual([
			[37.1, 36.2],
			[37.2, 36.3],
			[37, 36],
			[36.5, 35.5]
		]);
		expect(problems).toEqual([]);
		expect([...table.radius!]).toEqual([NaN, 4.5, 12, NaN]);
		expect(cellsOf(table)[1]).toEqual(['B', '36.3 37.2 350 4.5']);
	});

	it('may have their traces and areas', async () => {
		const trace = '36.1 37.1 0 5; 36.2 37.2 0 5;';
		const area = '36.0 37.0 0 0;36.0 38.0 0 0;37.0 38.0 0 0;36.0 37.0 0 0';
		const { table, problems } = await wholeOf(`name;gps\nA;"${trace}"\nB;"${area}"\n`);
		expect(table.shapes.rows).toHaveLength(2);
		expect(placesOf(table)[0]).toEqual([37.15, 36.15]);
		expect(problems).toEqual([]);
	});

	it('may still have degrees and minutes', async () => {
		expect(placesOf(await tableOf('name,gps\nA,36 12 37 6\nB,36 15 37 9\n'))).toEqual([
			[37.1, 36.2],
			[37.15, 36.25]
		]);
	});

	it('has longitude first in square brackets, as GeoJSON does', async () => {
		const list = '[{"name":"A","coordinates":[37.1,36.1]},{"name":"B","coordinates":["37.2","36.2",400]}]';
		expect(placesOf(await tableOf(list))).toEqual([
			[37.1, 36.1],
			[37.2, 36.2]
		]);
		expect(await problemsOf(list)).toEqual(['order-by-brackets 2']);
		const cell = 'name,coordinates\nA,"[37.1, 36.1]"\n';
		expect(placesOf(await tableOf(cell))).toEqual([[37.1, 36.1]]);
		expect(cellsOf(await tableOf(cell))[0]).toEqual(['A', '[37.1, 36.1]']);
	});

	it('is read in the order that lies in the region, and that is told', async () => {
		// 33.3 is Baghdad's latitude; a longitude of 33 with a latitude of 44.4 would be in Crimea.
		const brackets = '[{"name":"A","coordinates":[33.3,44.4]}]';
		expect(placesOf(await tableOf(brackets))).toEqual([[44.4, 33.3]]);
		expect(await exampleOf(brackets, 'order-by-region')).toMatchObject({ instead: 'latitude-first' });
		const plain = 'name,coordinates\nA,"44.4, 33.3"\nB,"44.5, 33.4"\n';
		expect(placesOf(await tableOf(plain))).toEqual([
			[44.4, 33.3],
			[44.5, 33.4]
		]);
		expect(await exampleOf(plain, 'order-by-region')).toMatchObject({ instead: 'longitude-first' });
		// Far from the region nothing speaks against the custom.
		expect(placesOf(await tableOf('name,coordinates\nA,"-33.9, 18.4"\n'))).toEqual([[18.4, -33.9]]);
	});
});

describe('how far from its position a row may be', () => {
	const radii = async (names: string, cells = '36.1,37.1,25') =>
		[...((await tableOf(`${names}\n${cells}\n`)).radius ?? [])].map(Math.round)[0];

	it.each([
		['lat,lon,accuracy', 25],
		['lat,lon,accuracy (m)', 25],
		['lat,lon,horizontal_accuracy_m', 25],
		['decimalLatitude,decimalLongitude,coordinateUncertaintyInMeters', 25],
		['lat,lon,radius_km', 25_000],
		['_gps_latitude,_gps_longitude,_gps_precision', 25],
		// Neither a unit that is not known nor a class of precision is a distance in metres.
		['lat,lon,accuracy (ft)', undefined],
		['lat,lon,radius', undefined],
		['lat,lon,geo_precision', undefined],
		['lat,lon,precision', undefined],
		['lat,lon,accuracy', undefined, '36.1,37.1,good'],
		['lat,lon,accuracy', undefined, '36.1,37.1,0']
	])('is by %s %s', async (names, metres, cells?: string) => {
		expect(await radii(names, cells)).toBe(metres);
	});

	it('is corrected', async () => {
		const text = 'lat,lon,accuracy,error\n36.1,37.1,25,2\n';
		expect((await tableOf(text, { radius: null })).radius).toBeNull();
		expect([...(await tableOf(text, { radius: { column: 3, unit: 'km' } })).radius!]).toEqual([2000]);
		expect([...(await tableOf(text, { radius: { column: 99, unit: 'km' } })).radius!]).toEqual([25]);
	});
});
