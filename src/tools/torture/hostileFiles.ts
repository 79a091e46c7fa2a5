/**
 * Files that are made to do harm to whoever reads them: each kind by its length, so that `tests/unit/overlay/read/growth.test.ts`
 * can hold small ones against each other and `npm run torture -- files` can try large ones.
 */
import { gzipSync, strToU8, zipSync } from 'fflate';

const gzip = (text: string) => gzipSync(strToU8(text));
const zip = (files: Record<string, string>) =>
	zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const some = (size: number, text: string) => text.repeat(Math.max(1, Math.floor(size / text.length)));
const each = (size: number, width: number, text: (index: number) => string) =>
	Array.from({ length: Math.floor(size / width) }, (_, index) => text(index)).join('');
const kml = (inside: string) => `<kml><Document>${inside}</Document></kml>`;
const placemark = (inside: string) =>
	kml(`<Placemark>${inside}<Point><coordinates>37,36</coordinates></Point></Placemark>`);
const gml = (inside: string) => `<a xmlns:gml="http://www.opengis.net/gml">${inside}</a>`;
const table = (cell: string) => `name,lat,lon,coordinates,date\nA,36,37,${cell},${cell}\n`;
const json = (properties: object, geometry: object | null = null) =>
	JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] });

/** Files that cost the square of their length where a reader is not careful, by their length in characters. */
export const hostileFiles: Record<string, (size: number) => string | Uint8Array> = {
	'plain rows': (size) => `name,lat,lon\n${each(size, 20, (index) => `Place ${index},36.1,37.2\n`)}`,
	'a quote opened on each line': (size) => `name,lat,lon\n${some(size, '"Aleppo,36.2,37.1\n')}`,
	'a quote opened on each second line': (size) => `name,lat,lon\n${some(size, '"A,36.2,37.1\nB,35,36\n')}`,
	'stray quotes in a cell': (size) => `name,lat,lon\n"${some(size, 'a" ')}",36,37\n`,
	'stray quotes before blanks': (size) => `name,lat,lon\n"${some(size / 2, 'a"')}${some(size / 2, ' ')},36\n`,
	'lines in quotes before one that is never closed': (size) =>
		`name,lat,lon\n${some(size, '"a\nb",')}"c,36,37\n`,
	'one quoted column': (size) => some(size, '"a"\n'),
	'a cell that does not end': (size) => some(size, 'a'),
	'a packed cell that does not end': (size) => gzip(some(size, 'a')),
	'blanks in the header': (size) => `name,lat,lon,a${some(size, ' ')}b\nA,36,37,x\n`,
	'brackets in the header': (size) => `name,lat,lon,${some(size, '(')}\nA,36,37,x\n`,
	'equal names of columns': (size) => `${some(size, 'a,')}b\n1,2\n`,
	'empty names of columns': (size) => `${some(size, ',')}\n1,2\n`,
	'many cells on each row': (size) => `name,lat,lon\n${some(size, `${'a,'.repeat(300)}\n`)}`,
	'many cells': (size) => `name,lat,lon\n${some(size, 'a,')}\n`,
	'digits without an end': (size) => table(`.${some(size, '0')}`),
	'pairs without an end': (size) => table(`"${some(size, '1.00,')}"`),
	'letters without an end': (size) => table(`1${some(size, 'N')}`),
	'blanks in a cell': (size) => table(`a${some(size, ' ')}b`),
	'blanks in a date': (size) => table(`1/1/2015 10:10${some(size, ' ')}b`),
	'words in a date': (size) => table(`1 ${some(size, 'a ')}b`),
	'WKT of blanks': (size) => json({ wkt: `${some(size, ' ')}x`, name: 'a' }),
	'WKT of many points': (size) => `name;wkt\nA;LINESTRING(${some(size, '36 35,')}36 36)\n`,
	'WKT of brackets': (size) => `name;wkt\nA;POLYGON${some(size, '(')}\n`,
	'WKT of digits': (size) => `name;wkt\nA;POINT(36 ${some(size, '1')})\n`,
	'a long text in a property': (size) => json({ list: each(size, 10, (index) => `${index}`) }),
	'properties with a name each': (size) =>
		json(Object.fromEntries(Array.from({ length: size / 16 }, (_, index) => [`name ${index}`, index]))),
	'rows with a name each': (size) => each(size, 16, (index) => `{"name ${index}":1}\n`),
	'a name of a coordinate system': (size) =>
		JSON.stringify({
			type: 'FeatureCollection',
			crs: { properties: { name: some(size, 'EPSG') } },
			features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [37, 36] } }]
		}),
	'a string that does not end': (size) => `[{"a":"${some(size, 'a')}`,
	'escapes that do not end': (size) => `[{"a":"${some(size, '\\')}`,
	'brackets that do not end': (size) => some(size, '[{"type":"Feature","a":'),
	'blanks in broken JSON': (size) => `[{"type":"Feature",${some(size, ' ')}x]`,
	'a line that does not end': (size) => `{"a":1}\n{"a":"${some(size, 'a')}`,
	'attributes of a tag': (size) => placemark(`<name ${each(size, 12, (index) => `a${index}="" `)}>a</name>`),
	'attributes without values': (size) =>
		placemark(`<name ${each(size, 8, (index) => `a${index} `)}>a</name>`),
	'attributes of the root': (size) =>
		`<kml ${each(size / 2, 12, (index) => `a${index}="" `)}>${some(size / 2, '<Placemark><name>a</name></Placemark>')}</kml>`,
	'tags within each other': (size) => placemark(some(size, '<a>') + some(size, '</a>')),
	'name spaces within each other': (size) =>
		placemark(each(size, 20, (index) => `<a xmlns:a${index}="b">`) + some(size / 5, '</a>')),
	'folders within each other': (size) =>
		kml(some(size, '<Folder><name>a</name><Placemark><name>b</name></Placemark>')),
	'a folder with a long name': (size) =>
		kml(`<Folder><name>${some(size / 2, 'a ')}</name>${some(size / 2, '<Placemark/>')}</Folder>`),
	'a tag that does not end': (size) => `<kml><Placemark a="${some(size, 'a')}`,
	'a comment that does not end': (size) => `<kml><!--${some(size, '<a>')}`,
	'comments before the root': (size) => `${some(size, '<!---->')}<kml/>`,
	'points of a track': (size) =>
		`<gpx><trk><trkseg>${some(size, '<trkpt lat="36" lon="37"><ele>1</ele></trkpt>')}</trkseg></trk></gpx>`,
	'shapes within each other': (size) =>
		kml(
			`<Placemark>${some(size / 2, '<MultiGeometry>')}<Point><coordinates>37,36</coordinates></Point>${some(size / 2, '</MultiGeometry>')}</Placemark>`
		),
	'placemarks that are never closed': (size) => kml(some(size, '<Placemark><name>a</name>')),
	'tags that close nothing': (size) => placemark(some(size / 2, '<a>') + some(size / 2, '</b>')),
	'coordinates without an end': (size) =>
		kml(`<Placemark><LineString><coordinates>${some(size, '37,36 ')}</coordinates></LineString></Placemark>`),
	'commas for coordinates': (size) =>
		kml(`<Placemark><LineString><coordinates>${some(size, '1, ,')}</coordinates></LineString></Placemark>`),
	'numbers of GML': (size) =>
		gml(
			`<gml:featureMember><a><b><gml:LineString><gml:posList>${some(size, '36 37 ')}</gml:posList></gml:LineString></b></a></gml:featureMember>`
		),
	'coordinates of GML': (size) =>
		gml(
			`<gml:featureMember><a><b><gml:Point><gml:coordinates>${some(size, '36, 37 ')}</gml:coordinates></gml:Point></b></a></gml:featureMember>`
		),
	'shapes of GML within each other': (size) =>
		gml(
			`<gml:featureMember><a><b>${some(size / 2, '<gml:MultiGeometry>')}${some(size / 2, '</gml:MultiGeometry>')}</b></a></gml:featureMember>`
		),
	'members that are never closed': (size) => gml(some(size, '<gml:featureMember><a><b>c</b></a>')),
	'names of members': (size) => gml(`<${some(size, 'M')}><a/></${some(size, 'M')}>`),
	'points of a feed': (size) =>
		`<rss><channel><item><title>a</title><georss:line>${some(size, '36 37 ')}</georss:line></item></channel></rss>`,
	'trackpoints without a track': (size) =>
		`<TrainingCenterDatabase><Activity>${some(size, '<Trackpoint><Time>a</Time></Trackpoint>')}</Activity></TrainingCenterDatabase>`,
	'a way of one node': (size) =>
		`<osm><node id="1" lat="36" lon="37"/><way id="1">${some(size, '<nd ref="1"/>')}<tag k="a" v="b"/></way></osm>`,
	'ways of nodes that are not there': (size) =>
		`<osm>${some(size, '<way id="1"><nd ref="1"/><tag k="a" v="b"/></way>')}</osm>`,
	'objects within each other': (size) =>
		`[{"name":"a",${some(size / 2, '"a":{')}"b":1${some(size / 2, '}')}}]`,
	'rows under keys': (size) =>
		`{${each(size, 32, (index) => `"key ${index}":{"lat":36,"lon":37},`)}"last":{"lat":36,"lon":37}}`,
	'lists under names': (size) =>
		`{${each(size, 32, (index) => `"list ${index}":[{"a":${index}}],`)}"last":1}`,
	'features that are none': (size) => `{${some(size, '"features":[1],')}"a":1}`,
	'rows of cells': (size) => `[["name","lat","lon"],${some(size, '["a",36,37],')}["a",36,37]]`,
	'GeoJSON in a cell': (size) =>
		`name;geom\nA;{"type":"LineString","coordinates":[${some(size, '[36,37],')}[36,38]]}\n`,
	'GeoJSON in a cell without an end': (size) => `name;geom\nA;{${some(size, "'type' ")}\n`,
	'WKB in a cell': (size) => `name;geom\nA;0102000000FFFFFFFF${some(size, '00')}\n`,
	'words of JavaScript': (size) => `${some(size, 'a.')}b,lat,lon\nA,36,37\n`,
	'comments before a table': (size) => `${some(size, '/**/ ')}name,lat,lon\nA,36,37\n`,
	'titles above a table': (size) => `${some(size, 'a title,,\n')}name,lat,lon\nA,36,37\n`,
	'numbers that JSON has not': (size) => `[{"a":[${some(size, 'NaN,')}1]}]`,
	'quotes and numbers that JSON has not': (size) => `[{"a":NaN,"b":"${some(size, '\\"')}]`,
	'letters of no encoding': (size) => strToU8(`name,lat,lon\n${some(size, 'àé')},36,37\n`, true),
	'fields of a placemark': (size) =>
		placemark(
			`<ExtendedData>${each(size, 40, (index) => `<Data name="a${index}"><value>1</value></Data>`)}</ExtendedData>`
		),
	'files without rows in an archive': (size) =>
		zip(
			Object.fromEntries(Array.from({ length: size / 32 }, (_, index) => [`${index}.csv`, 'name,lat,lon\n']))
		),
	'empty files in an archive': (size) =>
		zip(Object.fromEntries(Array.from({ length: size / 32 }, (_, index) => [`${index}.csv`, '']))),
	'pictures in an archive': (size) =>
		zip(Object.fromEntries(Array.from({ length: size / 32 }, (_, index) => [`${index}.png`, 'a'])))
};
