import { describe, expect, it } from 'vitest';
import { buffersOf, unplacedRows } from '../../../../src/lib/overlay/cells';
import { read } from '../../../../src/lib/overlay/read/read';
import {
	cellsOf,
	exampleOf,
	gzip,
	inEncoding,
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

const point = (longitude: number, latitude: number, properties: object = {}) => ({
	type: 'Feature',
	properties,
	geometry: { type: 'Point', coordinates: [longitude, latitude] }
});
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const simple = 'name,lat,lon\nAleppo,36.2,37.1\nHama,35.1,36.7\n';
const simplePlaces = [
	[37.1, 36.2],
	[36.7, 35.1]
];

describe('a table of text', () => {
	it.each([
		['commas', simple],
		['semicolons', simple.replaceAll(',', ';')],
		['tabs', simple.replaceAll(',', '\t')],
		['bars', simple.replaceAll(',', '|')],
		['carets', simple.replaceAll(',', '^')],
		['Arabic commas', simple.replaceAll(',', '،')],
		['a line that says it', `sep=;\n${simple.replaceAll(',', ';')}`],
		['a byte order mark', `\ufeff${simple}`],
		['CRLF', simple.replaceAll('\n', '\r\n')],
		['CR', simple.replaceAll('\n', '\r')],
		['no last line end', simple.trimEnd()],
		['empty lines', simple.replaceAll('\n', '\n\n')],
		['decimal commas', simple.replaceAll(',', ';').replaceAll('.', ',')],
		['quotes', simple.replace(/[^,\n]+/g, '"$&"')],
		['Arabic digits', simple.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))]
	])('with %s', async (_, text) => {
		const table = await tableOf(text);
		expect(placesOf(table)).toEqual(simplePlaces);
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'lat', 'lon']);
		expect(await problemsOf(text)).toEqual([]);
	});

	it.each([
		['latitude,longitude'],
		['LAT;LNG'],
		['Lat (deg),Long (deg)'],
		['y,x'],
		['خط العرض,خط الطول'],
		['Latitud,Longitud'],
		['Breitengrad,Längengrad'],
		['gps_latitude,gps_longitude'],
		['site_lat_wgs84,site_lon_wgs84']
	])('names its degrees %s', async (names) => {
		const separator = names.includes(';') ? ';' : ',';
		expect(placesOf(await tableOf(`${names}\n36.2${separator}37.1\n`))).toEqual([[37.1, 36.2]]);
	});

	it.each([['"36.2, 37.1"'], ["36°12'N 37°6'E"], ['POINT(37.1 36.2)'], ['"36,2; 37,1"']])(
		'has %s in one column',
		async (cell) => {
			expect(placesOf(await tableOf(`site,coordinates\nA,${cell}\n`))).toEqual([[37.1, 36.2]]);
		}
	);

	it('may have grid references and shapes', async () => {
		const grid = await tableOf('site,MGRS\nA,37S BV 12345 67890\n');
		expect(grid.longitude[0]).toBeCloseTo(35.81, 1);
		const shapes = await tableOf('site;wkt\nA;POLYGON((36 35,37 35,37 36,36 36,36 35))\n');
		expect(shapes.shapes.get(0)?.type).toBe('Polygon');
		expect(placesOf(shapes)).toEqual([[36.5, 35.5]]);
	});

	it('need not name its columns', async () => {
		const { table, guesses } = await wholeOf('Aleppo,36.21,37.12\nHama,35.13,36.74\n');
		expect(guesses.header).toBe(false);
		expect(table.columns.map(({ name }) => name)).toEqual(['1', '2', '3']);
		expect(placesOf(table)).toEqual([
			[37.12, 36.21],
			[36.74, 35.13]
		]);
	});

	it('may have an HXL row', async () => {
		const table = await tableOf('Where,A,B,Who\n#loc+name,#geo+lat,#geo+lon,#actor+name\nX,36.2,37.1,Iran\n');
		expect(placesOf(table)).toEqual([[37.1, 36.2]]);
		expect(rolesOf(table).actor).toBe('Who');
	});

	it('has columns with a meaning', async () => {
		const table = await tableOf(
			'site,lat,lon,actor,date,source,quote\nA,36.2,37.1,Iran,2015-09-24,Times,"They said"\nB,36.3,37.2,Iran,2015-09-25,Times,"They said more"\n'
		);
		expect(rolesOf(table)).toEqual({
			name: 'site',
			actor: 'actor',
			date: 'date',
			source: 'source',
			quote: 'quote'
		});
		expect(table.columns[3]).toMatchObject({ kind: 'coded', values: ['', 'Iran'] });
		expect(table.columns[4]).toMatchObject({ kind: 'date', written: null });
		expect(rowFields(table, 1)).toContainEqual({ name: 'quote', text: 'They said more' });
	});

	it('has columns with a meaning in Arabic', async () => {
		const table = await tableOf(
			'الاسم,خط العرض,خط الطول,الجهة,التاريخ,المصدر\nأ,36.2,37.1,إيران,24 أيلول 2015,رويترز\n'
		);
		expect(rolesOf(table)).toMatchObject({
			name: 'الاسم',
			actor: 'الجهة',
			date: 'التاريخ',
			source: 'المصدر'
		});
		expect(cellsOf(table)[0]![4]).toBe('24 أيلول 2015');
	});

	it('is read as a reader says', async () => {
		const text = 'a,b,c,d\n36.2,37.1,x,03/04/2015\n35.1,36.7,y,05/04/2015\n';
		const table = await tableOf(text, {
			place: { by: 'pair', latitude: 0, longitude: 1 },
			roles: { actor: 2, date: 3 },
			dayOrder: 'month-first'
		});
		expect(placesOf(table)).toEqual(simplePlaces);
		const date = table.columns[3]!;
		expect(date.kind === 'date' && date.from[0]).toBe(Date.UTC(2015, 2, 4) / 86_400_000);
		expect((await wholeOf(text, { header: false })).table.rows).toBe(3);
		expect((await tableOf(text, { delimiter: ';' })).columns).toHaveLength(1);
		// A choice that no file can follow is no reason to fail.
		const nonsense = {
			place: { by: 'text', column: 99 },
			roles: { actor: -1, date: 1.5 },
			encoding: 'klingon'
		} as const;
		expect((await tableOf(text, nonsense)).roles).toMatchObject({ actor: null, date: null });
	});

	it('keeps every row, and says where in the file it stands', async () => {
		const text =
			'name,lat,lon\n"two\nlines",36.2,37.1\n\nno place,,\nnonsense,here,there\nfar,91.5,37.1\nmissing\nextra,36.3,37.2,more\n';
		const { table, problems } = await wholeOf(text);
		expect([...table.origin]).toEqual([2, 5, 6, 7, 8, 9]);
		expect(placesOf(table)).toEqual([[37.1, 36.2], null, null, null, null, [37.2, 36.3]]);
		expect([...unplacedRows(table)]).toEqual([1, 2, 3, 4]);
		expect(cellsOf(table)[5]).toEqual(['extra', '36.3', '37.2', 'more']);
		expect(cellsOf(table)[2]).toEqual(['nonsense', 'here', 'there', '']);
		const found = Object.fromEntries(problems.map(({ kind, examples }) => [kind, examples[0]]));
		expect(found['no-place']?.origin).toBe(5);
		expect(found['unreadable-place']).toEqual({ origin: 6, column: 'lon', found: 'there' });
		expect(found['out-of-range']).toEqual({ origin: 7, found: '37.1, 91.5' });
		expect(found['missing-cells']).toEqual({ origin: 8, found: '1', instead: '3' });
		expect(found['extra-cells']).toEqual({ origin: 9, found: 'more', instead: '3' });
	});

	it('goes on after a quotation mark that is never closed', async () => {
		const text = `name,lat,lon\nA,36.2,37.1\n"B,36.3,37.2\n${'C,36.4,37.3\n'.repeat(500_000)}`;
		const { table, problems } = await wholeOf(text);
		expect(table.rows).toBe(500_002);
		expect(problems).toMatchObject([{ kind: 'unclosed-quote', count: 1, examples: [{ origin: 3 }] }]);
		expect(table.origin.at(-1)).toBe(500_003);
		// A quotation mark that comes much later does not close it.
		expect((await tableOf(`${text}"D",36.5,37.4\n`)).rows).toBe(500_003);
	});

	it.each(['\r', '\n', '\r\n'])('may have a line end %j wherever a piece ends', async (end) => {
		// Lines of 16 bytes, of which a whole number fills a piece; then the same a byte later.
		const line = `${'A,36.2,37.100000'.slice(0, 16 - end.length)}${end}`;
		for (const name of ['nam', 'name'])
			for (const pad of ['', '_']) {
				const header = `${name.padEnd(16 - end.length - 8, 'e')}${pad},lat,lon${end}`;
				const { table, problems } = await wholeOf(header + line.repeat(60_000));
				expect(table.rows).toBe(60_000);
				expect(problems).toEqual([]);
			}
	});

	it.each(['BM', 'MZ', 'ID3', 'PAR1', 'GIF8', 'RIFF'])(
		'may begin with %s, as other files do',
		async (name) => {
			expect(placesOf(await tableOf(`${name},lat,lon\nA,36.2,37.1\n`))).toEqual([[37.1, 36.2]]);
		}
	);

	it('tells of names and ids that repeat', async () => {
		const text = 'id,name,name,lat,lon\n1,a,b,36.2,37.1\n1,c,d,36.3,37.2\n';
		expect((await tableOf(text)).columns.map(({ name }) => name)).toEqual([
			'id',
			'name',
			'name 2',
			'lat',
			'lon'
		]);
		expect(await problemsOf(text)).toEqual(['repeated-id 1', 'repeated-name 1']);
	});

	it('keeps what looks like a number and is none', async () => {
		const table = await tableOf('code,long,lat,lon\n007,12345678901234567890,36.2,37.1\n');
		expect(cellsOf(table)[0]).toEqual(['007', '12345678901234567890', '36.2', '37.1']);
	});

	it('keeps many distinct texts, few, and texts that come late', async () => {
		const lines = Array.from(
			{ length: 5000 },
			(_, index) => `${index % 3},name ${index} ü,${index < 4500 ? '' : `late ${index}`},36,37`
		);
		const table = await tableOf(`few,many,late,lat,lon\n${lines.join('\n')}\n`);
		expect(table.columns.map(({ kind }) => kind)).toEqual(['number', 'text', 'coded', 'number', 'number']);
		expect(cellsOf(table)[4999]).toEqual(['1', 'name 4999 ü', 'late 4999', '36', '37']);
		expect(cellsOf(table)[3]).toEqual(['0', 'name 3 ü', '', '36', '37']);
	});
});

describe('coordinates', () => {
	it('in metres are converted, and that is said', async () => {
		const text = 'x,y\n4000000,4000000\n4100000,4100000\n';
		const { table, guesses, problems } = await wholeOf(text);
		expect(guesses.projection).toBe('web-mercator');
		expect(table.latitude[0]).toBeCloseTo(33.785, 3);
		expect(problems).toMatchObject([{ kind: 'web-mercator', count: 2 }]);
		expect(placesOf(await tableOf(text, { projection: 'degrees' }))).toEqual([null, null]);
	});

	it('of UTM are not taken for others', async () => {
		const text = 'easting,northing\n4000000,4000000\n';
		expect(placesOf(await tableOf(text))).toEqual([null]);
		expect(await problemsOf(text)).toEqual(['other-projection 1']);
	});

	it('that were swapped are offered to be swapped back', async () => {
		const text = 'lat,lon\n137.1,36.2\n136.7,35.1\n36.7,35.1\n';
		const { table, guesses } = await wholeOf(text);
		expect(placesOf(table)).toEqual([null, null, [35.1, 36.7]]);
		expect(guesses.swapGains).toBe(2);
		const swapped = await wholeOf(text, { swap: true });
		expect(placesOf(swapped.table)).toEqual([
			[137.1, 36.2],
			[136.7, 35.1],
			[36.7, 35.1]
		]);
		expect(swapped.guesses.swapGains).toBe(0);
		// The cells stay as the file has them.
		expect(cellsOf(swapped.table)[0]).toEqual(['137.1', '36.2']);
	});

	it('are not offered to be swapped where that would lose rows', async () => {
		expect((await wholeOf('lat,lon\n36.2,137.1\n35.1,136.7\n91,36\n')).guesses.swapGains).toBe(0);
	});

	it('of a GeoJSON in EPSG:3857 are converted, shapes too', async () => {
		const named = JSON.stringify({
			type: 'FeatureCollection',
			crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } },
			features: [
				point(4_000_000, 4_000_000),
				{
					type: 'Feature',
					properties: {},
					geometry: {
						type: 'LineString',
						coordinates: [
							[0, 0],
							[4_000_000, 0]
						]
					}
				}
			]
		});
		const table = await tableOf(named);
		expect(table.latitude[0]).toBeCloseTo(33.785, 3);
		expect(table.shapes.get(1)).toMatchObject({ type: 'LineString' });
		expect(table.longitude[1]).toBeCloseTo(35.9326 / 2, 3);
		const other = named.replace('3857', '32637');
		expect(placesOf(await tableOf(other))).toEqual([null, null]);
		expect((await exampleOf(other, 'other-projection'))?.found).toContain('32637');
	});

	it('at zero are placed and told', async () => {
		expect(await problemsOf('lat,lon\n0,0\n36,37\n')).toEqual(['null-island 1']);
	});
});

describe('dates', () => {
	const dates = (...cells: string[]) => `lat,lon,date\n${cells.map((cell) => `36,37,${cell}\n`).join('')}`;
	const days = async (text: string) => {
		const { table, guesses } = await wholeOf(text);
		const column = table.columns[2]!;
		if (column.kind !== 'date') throw new Error('not a column of dates');
		return {
			from: [...column.from].map((day) =>
				day === -2147483648 ? null : new Date(day * 86_400_000).toISOString().slice(5, 10)
			),
			order: guesses.dayOrder
		};
	};

	it('have the order of the most', async () => {
		expect(await days(dates('03/04/2015', '25/12/2015', '26/12/2015', '12/27/2015'))).toEqual({
			from: ['04-03', '12-25', '12-26', '12-27'],
			order: 'day-first'
		});
		expect(await days(dates('03/04/2015', '12/25/2015'))).toEqual({
			from: ['03-04', '12-25'],
			order: 'month-first'
		});
		expect(await problemsOf(dates('25/12/2015', '26/12/2015', '12/27/2015'))).toEqual(['other-day-order 1']);
		expect(await problemsOf(dates('03/04/2015', '05/04/2015'))).toEqual(['ambiguous-date 2']);
	});

	it('that can not be read are kept as text', async () => {
		const text = dates('2015-09-24', 'some day', '');
		expect((await days(text)).from).toEqual(['09-24', null, null]);
		expect(cellsOf(await tableOf(text)).map((cells) => cells[2])).toEqual(['2015-09-24', 'some day', '']);
		expect(await exampleOf(text, 'unreadable-date')).toEqual({
			origin: 3,
			column: 'date',
			found: 'some day'
		});
	});

	it('may be serial numbers of Excel', async () => {
		expect((await days(dates('42271', '42272'))).from).toEqual(['09-24', '09-25']);
	});
});

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

describe('an encoding', () => {
	const text = 'الاسم,lat,lon\nحلب,36.2,37.1\nحماة,35.1,36.7\n';
	it.each([
		['UTF-8', new TextEncoder().encode(text), 'utf-8', []],
		['UTF-16 LE', utf16(text, false), 'utf-16le', []],
		['UTF-16 BE', utf16(text, true), 'utf-16be', []],
		[
			'UTF-16 LE without a mark',
			utf16('name,lat,lon\nA,36.2,37.1\nB,35.1,36.7\n', false, false),
			'utf-16le',
			[]
		],
		['Windows-1256', inEncoding(text, 'windows-1256'), 'windows-1256', ['encoding 1']]
	])('%s is found', async (_, bytes, encoding, problems) => {
		const { table, guesses } = await wholeOf(bytes);
		expect(guesses.encoding).toBe(encoding);
		expect(placesOf(table)).toEqual(simplePlaces);
		if (!encoding.startsWith('utf-16le')) expect(cellsOf(table)[0]![0]).toBe('حلب');
		expect(await problemsOf(bytes)).toEqual(problems);
	});

	it('that shows only far into the file is found', async () => {
		const late = `name,lat,lon\n${'A,36.2,37.1\n'.repeat(50_000)}حلب,36.2,37.1\n`;
		const { table, guesses, problems } = await wholeOf(inEncoding(late, 'windows-1256'));
		expect(guesses.encoding).toBe('windows-1256');
		expect(table.rows).toBe(50_001);
		expect(cellsOf(table).at(-1)![0]).toBe('حلب');
		expect(problems).toMatchObject([{ kind: 'encoding', count: 1 }]);
	});

	it('can be said', async () => {
		const table = await tableOf(inEncoding('name,lat,lon\nПетя,36.2,37.1\n', 'windows-1251'), {
			encoding: 'windows-1251'
		});
		expect(cellsOf(table)[0]![0]).toBe('Петя');
	});

	it('UTF-8 with broken bytes stays UTF-8, and that is said', async () => {
		const bytes = new TextEncoder().encode(
			`name,lat,lon\n${'حلب,36.2,37.1\n'.repeat(20_000)}bad#,36.2,37.1\n`
		);
		bytes[bytes.lastIndexOf('#'.charCodeAt(0))] = 0xff;
		const { table, guesses, problems } = await wholeOf(bytes);
		expect(guesses.encoding).toBe('utf-8');
		expect(cellsOf(table).at(-1)![0]).toBe('bad\ufffd');
		expect(problems).toMatchObject([{ kind: 'bad-bytes', count: 1 }]);
	});
});

describe('a refusal', () => {
	const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
	const kmlWith = (prolog: string) =>
		`<?xml version="1.0"?>${prolog}<kml><Placemark><name>&a;</name></Placemark></kml>`;
	it.each([
		['nothing', '', 'empty'],
		['white space', ' \n\n ', 'empty'],
		['a PNG', ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'picture PNG'],
		['a JPEG', ascii('\xff\xd8\xff\xe0\0\x10JFIF'), 'picture JPEG'],
		['an SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'picture SVG'],
		['a PDF', '%PDF-1.7\n', 'pdf'],
		['an .xls', ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'), 'spreadsheet'],
		[
			'an .xlsx',
			zip({ '[Content_Types].xml': '<x/>', '_rels/.rels': '<x/>', 'xl/workbook.xml': '<x/>' }),
			'spreadsheet'
		],
		[
			'an .ods',
			zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
			'spreadsheet'
		],
		['a .docx', zip({ '[Content_Types].xml': '<x/>', 'word/document.xml': '<x/>' }), 'other-type document'],
		['a shapefile', zip({ 'a.shp': 'x', 'a.dbf': 'x' }), 'shapefile'],
		['an archive of pictures', zip({ 'a.png': 'x' }), 'archive-without-data a.png'],
		['a web page', '<!DOCTYPE html><html><head></head></html>', 'web-page'],
		['a web page without a type', '<html><body>x</body></html>', 'web-page'],
		['other markup', '<rss version="2.0"/>', 'other-markup rss'],
		[
			'a document type',
			kmlWith('<!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'),
			'entities'
		],
		['a document type elsewhere', kmlWith('<!DOCTYPE kml SYSTEM "file:///etc/passwd">'), 'entities'],
		['an entity inside', '<kml><Document><!ENTITY a "b"></Document></kml>', 'entities'],
		['no placemarks', '<kml><Document/></kml>', 'no-rows'],
		['a list of numbers', '[1, 2, 3]', 'json-without-rows'],
		['an object', '{"a": 1}', 'json-without-rows'],
		['an empty collection', collection(), 'no-rows'],
		['a header alone', 'name,lat,lon\n', 'no-rows'],
		['noise', Uint8Array.from({ length: 5000 }, (_, index) => (index * index * 7919) % 256), 'unknown'],
		['broken gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5]), 'damaged-archive']
	])('of %s', async (_, content, reason) => {
		expect(await refusalOf(content)).toBe(reason);
	});

	it('of what is too large, packed or not', async () => {
		const limits = { file: 1000, unpacked: 100_000, rows: 10 };
		expect(await refusalOf('x'.repeat(1001), limits)).toBe('too-large 1000');
		const bomb = `name,lat,lon\n${'A,36.2,37.1\n'.repeat(20_000)}`;
		const large = { ...limits, file: 1e9 };
		expect(await refusalOf(gzip(bomb), large)).toBe('unpacks-too-large 100000');
		expect(await refusalOf(zip({ 'a.csv': bomb }), large)).toBe('unpacks-too-large 100000');
		expect(await refusalOf(gzip(gzip(gzip(gzip(simple)))))).toBe('archive-without-data');
	});

	it('of a bomb of a gigabyte comes before it is unpacked', async () => {
		const zeros = new Uint8Array(1 << 26).fill(32);
		zeros.set(new TextEncoder().encode('name,lat,lon\nA,36,37\nB'));
		const limits = { file: 1e9, unpacked: 1 << 24, rows: 10 };
		expect(await refusalOf(zip({ 'doc.csv': zeros }), limits)).toBe('unpacks-too-large 16777216');
	});
});

describe('an archive that is cut off', () => {
	const long = `name,lat,lon\n${Array.from({ length: 50_000 }, (_, index) => `N${index * 7919},36.${index},37.${index}\n`).join('')}`;
	it.each([
		['gzip', gzip(long)],
		['zip', zip({ 'a.csv': long })]
	])('%s is read as far as it goes', async (_, packed) => {
		const { table, problems } = await wholeOf(packed.slice(0, packed.length / 2));
		expect(table.rows).toBeGreaterThan(10_000);
		expect(table.rows).toBeLessThan(50_000);
		expect(problems.map(({ kind }) => kind)).toContain('truncated');
	});
});

describe('reading', () => {
	it('says how far it is', async () => {
		const steps: [number, number][] = [];
		const file = new Blob([`name,lat,lon\n${'A,36.2,37.1\n'.repeat(100_000)}`]);
		await read(file, {}, { onprogress: (done, total) => steps.push([done, total]) });
		expect(steps.length).toBeGreaterThan(2);
		expect(steps.at(-1)).toEqual([file.size, file.size]);
		expect(steps.every(([done], index) => index === 0 || done > steps[index - 1]![0])).toBe(true);
	});

	it.each([
		['csv', `name,lat,lon\n${'A,36.2,37.1\n'.repeat(100_000)}`],
		[
			'gzip',
			gzip(Array.from({ length: 200_000 }, (_, index) => `${(index * 7919) % 10_007},36,37\n`).join(''))
		],
		['json', collection(...Array.from({ length: 20_000 }, () => point(37, 36)))]
	])('of %s can be stopped', async (_, content) => {
		const stop = new AbortController();
		const reason = new Error('stopped');
		const reading = read(
			new Blob([content.slice()]),
			{},
			{ signal: stop.signal, onprogress: () => stop.abort(reason) }
		);
		await expect(reading).rejects.toBe(reason);
	});

	it('keeps as many rows as it may, and counts the others', async () => {
		const result = await read(
			new Blob([simple.repeat(3)]),
			{},
			{ limits: { file: 1e9, unpacked: 1e9, rows: 2 } }
		);
		expect(result.refusal).toBeUndefined();
		expect(result.problems).toContainEqual(expect.objectContaining({ kind: 'too-many-rows', count: 6 }));
	});

	it('gives a table that can be handed over', async () => {
		const { table } = await wholeOf(`${simple}C,x,y\n`);
		const copy = structuredClone(table, { transfer: buffersOf(table) });
		expect(placesOf(copy)).toEqual([...simplePlaces, null]);
		expect(table.longitude.byteLength).toBe(0);
	});
});
