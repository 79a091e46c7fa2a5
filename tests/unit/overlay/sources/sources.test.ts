/** Files of known sources are known by their columns, and these mean what the source says. The rows are made up. */
import { describe, expect, it } from 'vitest';
import { sources } from '../../../../src/lib/overlay/sources/sources';
import { addressWithin, dateWithin } from '../../../../src/lib/overlay/sources/within';
import { writeFile } from '../../../../src/lib/export/onServer';
import { isoOfDay } from '../../../../src/lib/base/days';
import { context, real } from '../../export/data';
import { placesOf, rolesOf, rowsOf, wholeOf } from '../made';

const lines = (...rows: string[]) => `${rows.join('\n')}\n`;

const acled = lines(
	'event_id_cnty,event_date,year,time_precision,disorder_type,event_type,sub_event_type,actor1,assoc_actor_1,inter1,actor2,iso,region,country,admin1,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,tags,timestamp',
	'AAA1,2023-01-02,2023,1,Political violence,Battles,Armed clash,One,,1,Two,760,R,C,Ad,Atown,36.1,37.1,1,Paper; Radio,National,What happened.,0,,1700000000',
	'AAA2,2023-02-03,2023,1,Demonstrations,Protests,Peaceful protest,Three,,6,,760,R,C,Ad,Btown,35.5,36.5,2,Paper,National,What else happened.,0,,1700000001'
);
const ged = lines(
	'id,relid,year,active_year,code_status,type_of_violence,conflict_name,dyad_name,side_a,side_b,number_of_sources,source_article,source_office,source_date,source_headline,where_prec,where_coordinates,where_description,adm_1,latitude,longitude,geom_wkt,event_clarity,date_prec,date_start,date_end,deaths_a,best,high,low',
	'1,AAA-1,2016,1,Clear,1,C,A - B,Government of A,B,1,"""Office,2016-03-01,Headline""",Office,2016-03-01,A headline,1,Atown town,Near Atown,Ad,36.1,37.1,POINT (37.1 36.1),1,1,2016-03-01,2016-03-04,0,1,1,1',
	'2,AAA-2,2016,1,Clear,3,C,A - civilians,Government of A,Civilians,1,"""Office,2016-04-01,Headline""",Office,2016-04-01,Another,2,Btown town,Near Btown,Ad,35.5,36.5,POINT (36.5 35.5),1,1,2016-04-01,2016-04-01,0,1,1,1'
);
const viirs = lines(
	'latitude,longitude,bright_ti4,scan,track,acq_date,acq_time,satellite,instrument,confidence,version,bright_ti5,frp,daynight',
	'36.1,37.1,330.1,0.4,0.4,2023-07-01,1030,N,VIIRS,n,2.0NRT,290.1,2.3,D',
	'35.5,36.5,340.2,0.4,0.4,2023-07-02,2310,N,VIIRS,h,2.0NRT,291.2,3.4,N'
);
const kobo = lines(
	'"start";"end";"Which base";"Kind";"_Where_latitude";"_Where_longitude";"_Where_altitude";"_Where_precision";"When was it";"_id";"_uuid";"_submission_time";"_validation_status";"_notes";"_status";"_submitted_by";"__version__";"_tags";"_index"',
	'"2023-05-01T08:00:00.000+03:00";"2023-05-01T08:10:00.000+03:00";"A";"airfield";"36.1";"37.1";"300";"4.5";"2023-04-30";"1";"u-1";"2023-05-01T05:11:00";"";"";"submitted_via_web";"";"v1";"";"1"',
	'"2023-05-02T08:00:00.000+03:00";"2023-05-02T08:10:00.000+03:00";"B";"depot";"35.5";"36.5";"310";"8";"2023-05-01";"2";"u-2";"2023-05-02T05:11:00";"";"";"submitted_via_web";"";"v1";"";"2"'
);
const hxl = lines(
	'Lieu,Genre,Debut,Lat,Lng,Site web',
	'#loc+name,#event+type,#date+start,#geo+lat,#geo+lon,#meta+url',
	'A,strike,2023-01-02,36.1,37.1,https://a.example/1',
	'B,clash,2023-02-03,35.5,36.5,https://a.example/2'
);

/** A row of GDELT's event table as it is published: tabs between 61 or 58 columns, no header. */
function gdelt(hasSecond: boolean): string {
	const place = (name: string, latitude: string, longitude: string) =>
		['4', name, 'SY', 'SY09', ...(hasSecond ? ['1'] : []), latitude, longitude, '-1'].join('\t');
	const actor = ['SYR', 'NAME', 'SYR', '', '', '', '', 'GOV', '', ''].join('\t');
	const row = (id: string, day: string, quad: string, name: string, at: [string, string]) =>
		[
			...[id, day, day.slice(0, 6), day.slice(0, 4), '2023.1', actor, actor, '1', '190', '190', '19', quad],
			...['-10', '4', '1', '4', '-3.5', place('Elsewhere', '1.5', '2.5'), place('Elsewhere', '1.5', '2.5')],
			...[place(name, ...at), '20230301000000', `https://news.example/${id}`]
		].join('\t');
	return lines(
		row('1090000001', '20230102', '4', 'Atown', ['36.1', '37.1']),
		row('1090000002', '20230203', '3', 'Btown', ['35.5', '36.5'])
	);
}

const umap = JSON.stringify({
	type: 'umap',
	uri: 'https://umap.example/map/1',
	properties: { name: 'A map' },
	geometry: { type: 'Point', coordinates: [0, 0] },
	layers: ['Bases', 'Roads'].map((name, index) => ({
		type: 'FeatureCollection',
		_umap_options: { name, displayOnLoad: true },
		features: [
			{
				type: 'Feature',
				properties: {
					name: index ? 'B' : 'A',
					description: 'What is there',
					_umap_options: { color: 'Red' }
				},
				geometry: { type: 'Point', coordinates: index ? [36.5, 35.5] : [37.1, 36.1] }
			}
		]
	}))
});

const kml = (style: string, description: string) => `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>A map</name>
<Folder><name>One</name><Placemark><name>2 Jan 2023 strike</name><description><![CDATA[${description}<br>https://a.example/1]]></description>
<styleUrl>${style}</styleUrl><Point><coordinates>37.1,36.1,0</coordinates></Point></Placemark></Folder>
<Folder><name>Two</name><Placemark><name>3 Feb 2023 clash</name><description><![CDATA[${description}<br>https://a.example/2]]></description>
<styleUrl>${style}</styleUrl><Point><coordinates>36.5,35.5,0</coordinates></Point></Placemark></Folder>
</Document></kml>`;

const scenes = JSON.stringify({
	value: ['A', 'B'].map((letter, index) => ({
		Id: `id-${letter}`,
		Name: `S2${letter}_MSIL2A_2023010${index + 2}T081239_N0509_R078_T37SBA_2023010${index + 2}T101231.SAFE`,
		S3Path: `/eodata/Sentinel-2/MSI/${letter}`,
		OriginDate: `2023-01-0${index + 2}T11:00:00.000Z`,
		Footprint: "geography'SRID=4326;POLYGON ((36 35, 37 35, 37 36, 36 36, 36 35))'"
	}))
});
const stac = JSON.stringify({
	type: 'FeatureCollection',
	features: ['A', 'B'].map((letter, index) => ({
		type: 'Feature',
		stac_version: '1.0.0',
		id: `S2${letter}_MSIL2A_2023010${index + 2}T081239_N0509_R078_T37SBA`,
		properties: {
			datetime: `2023-01-0${index + 2}T08:12:39Z`,
			platform: `sentinel-2${letter.toLowerCase()}`
		},
		geometry: {
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
	}))
});

type Roles = Partial<Record<'name' | 'actor' | 'date' | 'source' | 'quote', string | null>>;
const files: [source: string, about: string, content: string, roles: Roles, days: string[]][] = [
	[
		'acled',
		'ACLED',
		acled,
		{ name: 'location', actor: 'event_type', date: 'event_date', source: 'source', quote: 'notes' },
		['2023-01-02', '2023-02-03']
	],
	[
		'ucdp-ged',
		'UCDP GED',
		ged,
		{
			name: 'where_coordinates',
			actor: 'side_a',
			date: 'date_start',
			source: 'source_article',
			quote: 'source_headline'
		},
		['2016-03-01/2016-03-04', '2016-04-01']
	],
	['firms', 'FIRMS', viirs, { actor: 'confidence', date: 'acq_date' }, ['2023-07-01', '2023-07-02']],
	[
		'gdelt',
		'GDELT 2.0',
		gdelt(true),
		{ name: 'ActionGeo_FullName', actor: 'QuadClass', date: 'SQLDATE', source: 'SOURCEURL' },
		['2023-01-02', '2023-02-03']
	],
	[
		'gdelt',
		'GDELT 1.0',
		gdelt(false),
		{ name: 'ActionGeo_FullName', actor: 'QuadClass', date: 'SQLDATE', source: 'SOURCEURL' },
		['2023-01-02', '2023-02-03']
	],
	['kobo', 'KoBoToolbox', kobo, {}, []],
	[
		'hxl',
		'HXL tags below the header',
		hxl,
		{ name: 'Lieu', actor: 'Genre', date: 'Debut', source: 'Site web' },
		['2023-01-02', '2023-02-03']
	],
	['umap', 'uMap', umap, { name: 'name', actor: 'umap_layer', quote: 'description' }, []],
	[
		'google-my-maps',
		'Google My Maps',
		kml('#icon-1899-0288D1', 'What is there'),
		{ name: 'name', actor: 'folder', date: 'date_found', source: 'link_found' },
		['2023-01-02', '2023-02-03']
	],
	[
		'google-earth',
		'Google Earth',
		kml('#msn_ylw-pushpin', 'What is there'),
		{ name: 'name', actor: 'folder', date: 'date_found', source: 'link_found' },
		['2023-01-02', '2023-02-03']
	],
	[
		'geoconfirmed',
		'GeoConfirmed',
		kml('#unit', 'Geolocation by GeoConfirmed'),
		{ name: 'name', actor: 'folder', date: 'date_found', source: 'link_found' },
		['2023-01-02', '2023-02-03']
	]
];

const spanOf = (days: number[] | null) => days && [...new Set(days)].map(isoOfDay).join('/');

describe('a file of a known source', () => {
	it.each(files)('%s: %s', async (source, _, content, roles, days) => {
		const { table, guesses } = await wholeOf(content);
		expect([guesses.source, guesses.looksLike]).toEqual([source, source]);
		expect(rolesOf(table)).toMatchObject(roles);
		expect(placesOf(table)).toEqual([
			[37.1, 36.1],
			[36.5, 35.5]
		]);
		if (days.length > 0) expect(rowsOf(table).map((row) => spanOf(row.days))).toEqual(days);
	});

	it.each([
		['as OData lists them', scenes, 'Name'],
		['as STAC lists them', stac, 'id']
	])('scenes of Sentinel, %s', async (_, content, name) => {
		const { table, guesses } = await wholeOf(content);
		expect(guesses.source).toBe('sentinel');
		expect(rolesOf(table).name).toBe(name);
		expect(rowsOf(table).map(({ geometry, days }) => [geometry?.type, spanOf(days)])).toEqual([
			['Polygon', '2023-01-02'],
			['Polygon', '2023-01-03']
		]);
	});

	it('is read as any other where the reader says so, and still known', async () => {
		const asked = await wholeOf(acled, { source: null });
		expect([asked.guesses.source, asked.guesses.looksLike]).toEqual([null, 'acled']);
		expect(rolesOf(asked.table).actor).not.toBe('event_type');
		const map = await wholeOf(kml('#icon-1', 'x'), { source: null });
		expect(map.table.columns.map(({ name }) => name)).not.toContain('date_found');
	});

	it('gives way to what the reader says a column means', async () => {
		const { table } = await wholeOf(acled, { roles: { actor: 7 } });
		expect(rolesOf(table)).toMatchObject({ actor: 'actor1', date: 'event_date' });
	});

	it('is of no source where a column is missing', async () => {
		expect((await wholeOf(acled.replace('sub_event_type', 'sub'))).guesses.looksLike).toBeNull();
		expect((await wholeOf(lines('name,lat,lon', 'A,36.1,37.1'))).guesses.looksLike).toBeNull();
	});

	it('of ours is known in every format that has rows', async () => {
		const known = async (name: Parameters<typeof writeFile>[0]) =>
			(await wholeOf(writeFile(name, real, context))).guesses.source;
		expect(await known('reports.csv')).toBe('own-reports');
		expect(await known('reports.geojson')).toBe('own-reports');
		for (const name of ['sites.geojson', 'sites.kml', 'sites.gpx', 'sites.lpf.json'] as const)
			expect([name, await known(name)]).toEqual([name, 'own-sites']);
		const kml = await wholeOf(writeFile('sites.kml', real, context));
		expect(rolesOf(kml.table)).toMatchObject({ name: 'name', actor: 'folder', source: 'permalink' });
	});
});

describe('the table of sources', () => {
	it('has each once, and addresses that are safe to follow', () => {
		expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length);
		for (const { terms } of sources) if (terms !== null) expect(new URL(terms).protocol).toBe('https:');
	});

	it('gives a citation where its publisher has said one, and a file’s own goes before it', async () => {
		const citedIn = async (content: string) => (await wholeOf(content)).guesses.cited;
		expect(await citedIn(ged)).toContain('10.1177/0022343313484347');
		expect(await citedIn(acled)).toContain('acleddata.com');
		expect(await citedIn(lines('name,styleUrl,lat,lon', 'A,#icon-1899-0288D1,36.1,37.1'))).toBe('');
		const own = viirs
			.trim()
			.split('\n')
			.map((line, row) => `${line},${row === 0 ? 'cite_as' : 'Somebody'}`);
		expect(await citedIn(lines(...own))).toBe('Somebody');
		expect(await citedIn(lines('name,lat,lon', 'A,36.1,37.1'))).toBe('');
	});
});

describe('what stands within a text', () => {
	it.each([
		['[2023-01-05] strike', '2023-01-05'],
		['5 January 2023: strike', '5 January 2023'],
		['Strike on Jan 5, 2023', 'Jan 5, 2023'],
		['strike of 05/01/2023.', '05/01/2023'],
		['99/99/2023', ''],
		['no date', '']
	])('a date in %j', (text, date) => expect(dateWithin(text)).toBe(date));

	it.each([
		['see https://a.example/x?y=1).', 'https://a.example/x?y=1'],
		['<a href="http://a.example/">x</a>', 'http://a.example/'],
		['javascript:alert(1)', '']
	])('an address in %j', (text, address) => expect(addressWithin(text)).toBe(address));
});
