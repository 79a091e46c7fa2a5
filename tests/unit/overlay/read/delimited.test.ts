/** Tables of text: delimiters, headers, columns. */
import { describe, expect, it } from 'vitest';
import { unplacedRows } from '../../../../src/lib/overlay/cells';
import { cellsOf, placesOf, problemsOf, rolesOf, rowFields, shapeOf, tableOf, wholeOf } from '../made';
import { simple, simplePlaces } from './samples';

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
		expect(shapeOf(shapes, 0)?.type).toBe('Polygon');
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

	it.each([
		['a title', 'Sites 2016,,\n', [[1, 'Sites 2016']]],
		[
			'titles and an empty line',
			'Sites 2016\nSource: a list, made by hand\n\n',
			[
				[1, 'Sites 2016'],
				[2, 'Source: a list made by hand']
			]
		],
		['a note as wide as the table', 'made by, hand, in 2016\n', [[1, 'made by hand in 2016']]]
	])('may have %s above its header, and says so', async (_, above, told) => {
		const { table, problems, guesses } = await wholeOf(above + simple);
		expect(table.columns.map(({ name }) => name)).toEqual(['name', 'lat', 'lon']);
		expect(placesOf(table)).toEqual(simplePlaces);
		const line = above.split('\n').length;
		expect([guesses.header, guesses.firstLine, table.origin[0]]).toEqual([true, line, line + 1]);
		expect(
			problems.map(({ kind, examples }) => [kind, examples.map(({ origin, found }) => [origin, found])])
		).toEqual([['title', told]]);
	});

	it('may have a title above a header that is not known', async () => {
		const { table, guesses } = await wholeOf('Losses;;;\n\ncode;a;b;c\nX;1;2;3\nY;4;5;6\n');
		expect(table.columns.map(({ name }) => name)).toEqual(['code', 'a', 'b', 'c']);
		expect([table.rows, guesses.firstLine]).toEqual([2, 3]);
	});

	it('has no title where its first rows are merely not full', async () => {
		const { table, guesses, problems } = await wholeOf('A,,\nB,36.2,37.1\nC,36.3,37.2\n', { header: false });
		expect([table.rows, guesses.firstLine, problems.map(({ kind }) => kind)]).toEqual([3, 1, ['no-place']]);
		const tagged = await wholeOf('Where,A,B\n#loc+name,#geo+lat,#geo+lon\nX,36.2,37.1\n');
		expect([tagged.table.rows, tagged.guesses.firstLine]).toEqual([1, 1]);
	});

	it('begins where the reader says', async () => {
		const text = `a,b,c\n1,2,3\n${simple}`;
		const { table, guesses } = await wholeOf(text, { firstLine: 3 });
		expect(placesOf(table)).toEqual(simplePlaces);
		expect([guesses.firstLine, guesses.header]).toEqual([3, true]);
		expect((await wholeOf(text, { firstLine: 1, header: false })).table.rows).toBe(5);
		// Beyond its end there is nothing to begin with.
		expect((await wholeOf(text, { firstLine: 900 })).table.rows).toBeGreaterThan(0);
		const far = `${'note\n'.repeat(200)}${simple}`;
		expect((await wholeOf(far, { firstLine: 201 })).table.columns.map(({ name }) => name)).toEqual([
			'name',
			'lat',
			'lon'
		]);
	});

	it('does not blame its other rows for one that is too long', async () => {
		const text =
			'name,lat,lon\nA,36.2,37.1\nB,35.1,36.7,x,y\nC,36.3,37.2\nD,36.4,37.3,z\nE,36.4\nF,36.5,37.4,,\n';
		const { table, problems } = await wholeOf(text);
		expect(cellsOf(table).map((cells) => cells.slice(3))).toEqual([
			['', ''],
			['x', 'y'],
			['', ''],
			['z', ''],
			['', ''],
			['', '']
		]);
		const told = problems.map(({ kind, count, examples }) => [
			kind,
			count,
			examples.map(({ origin, found }) => [origin, found])
		]);
		expect(told).toContainEqual([
			'extra-cells',
			2,
			[
				[3, 'x | y'],
				[5, 'z']
			]
		]);
		expect(told).toContainEqual(['missing-cells', 1, [[6, '2']]]);
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
